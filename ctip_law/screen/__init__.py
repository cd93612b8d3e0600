"""Whole statute books: which laws bear on trafficking, and what all of them together say on each duty.

    books (streamed) --gate--> laws worth reading --parse, match--> records --merge--> provisions of each state

The gate looks at raw text and keeps acts, never single sections; only what it keeps is parsed and matched.
"""
