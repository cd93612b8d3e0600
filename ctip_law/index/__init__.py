"""The built index behind `search`: laws as they were read once, and which of them can have the words of a query.

    laws --shelf--> sources by content --store (SQLite FTS5)--> those that may answer --report.search--> clauses

The index only ever leaves laws out that cannot answer; what is said of the others is worked out as without it.
"""
