"""How fast a law is matched, against spaCy's tokeniser on the same text and against twice the text.

    python benchmarks/match.py [--runs 5]

- Matching (all elements, rules and roles) of a law against one of twice its length: at most 2.4 times as long.
- Words a second of the term pass (splitting, stemming, every wording of the lexicon), beside what `spacy.blank("en")`
  does when it only tokenises: no less than a quarter of its speed.

Seconds are processor seconds, the best of the runs. Exits 1 when a limit is passed.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import spacy

sys.path.insert(0, str(Path(__file__).resolve().parent))

from parse import best, text_of

from ctip_law import parse
from ctip_law.clauses.terms import term_matcher
from ctip_law.clauses.tokens import words
from ctip_law.match import match

LINEAR_LIMIT, SHARE = 2.4, 0.25
#: Sentences of the kind that the lexicon knows, so that rules fire as often as in a statute on trafficking.
OFFENCE = (
    "(4) A person who recruits, transports or receives another person by means of threat, force, fraud or deception for"
    " the purpose of exploitation commits the offence of trafficking in persons and is liable to imprisonment for a"
    " term not exceeding fifteen years; the consent of the victim is irrelevant and compensation may be ordered."
)


def act(sections: int) -> bytes:
    """A generated act, every fifth section of which is about trafficking."""
    marker = "(3) In this section"
    pieces = text_of(sections).split(marker)
    for place in range(1, len(pieces), 5):
        pieces[place - 1] += OFFENCE + "\n"
    return marker.join(pieces).encode()


def main() -> int:
    """Prints a line for each measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    first, second = (parse("-", stdin=act(sections)) for sections in (150, 300))
    match([first])  # the lexicon is compiled once
    half, whole = (best(lambda law=law: match([law]), runs) for law in (first, second))  # type: ignore[misc]
    matcher, blank, text = term_matcher("en"), spacy.blank("en"), second.text[:900_000]
    count = len(words(text, "en").lower)
    ours = count / best(lambda: matcher.find(words(text, "en")), runs)
    theirs = len(blank(text)) / best(lambda: blank(text), runs)
    linear, share = whole / half, ours / theirs
    speed = len(second.text) / 1e6 / whole
    print(f"matching, twice the text: {linear:.2f} x (limit {LINEAR_LIMIT}); {speed:.2f} MB a second")
    print(f"term pass: {ours:,.0f} words a second, {share:.2f} x spacy.blank('en') ({theirs:,.0f}; at least {SHARE})")
    return 0 if linear <= LINEAR_LIMIT and share >= SHARE else 1


if __name__ == "__main__":
    sys.exit(main())
