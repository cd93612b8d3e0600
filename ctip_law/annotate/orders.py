"""The wordings of amending instructions in English, as patterns over the prose outside the quotations.

Westminster: "by substituting for the word Q the word Q"; Ireland: "by substituting the following section for section 4: Q";
Canada: "is amended by adding the following after section 4: Q"; United Kingdom: "after section 4 insert Q";
South Asia: "after section 4, the following section shall be inserted, namely:- Q". Q is a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ctip_law.annotate.quotations import MARK

_MARKS = MARK[1:-1]
_W = r"(?:(?:the )?(?:words?|expressions?|figures?|letters?|phrases?|numbers?|brackets?)(?: and (?:words?|figures?|comma))?,? )?"
_U = rf"(?:definitions? (?:of )?(?:the (?:term|expression|word)s? )?{MARK}|[^{_MARKS};:]){{1,160}}?"
_NEW_UNIT = rf"(?:the )?following(?: new)?(?: (?P<k>[a-z-]+(?: [a-z-]+)?))??(?:,? namely)?[,.]?\s?(?::|;|—|–|-)*\s?(?P<new>{MARK})"
_OCC = (
    r"(?P<occ>,? \(?(?:appearing|occurring|wherever|where|whenever|in each|in both|at the (?:end|beginning)|in the (?:first|second)"
    rf"|first|second|twice)\b[^;:{_MARKS}]*?)??,?"
)
_BE = r"(?:is|are|shall be|be|has been)(?: hereby)?"
_POS = r"(?P<pos>(?:immediately )?(?:after|before))"
_STOP = r"(?P<oldp>full stop|period|comma|semi-?colon|colon)"
_NEWSTOP = rf"(?:(?:an?|the) )?(?:(?P<newp>full stop|period|comma|semi-?colon|colon)\b|{_W}(?P<new>{MARK}))"
_SUB = r"substitut(?:ing|ion|e|ed)"
_INS = r"(?:insert(?:ing|ion)?|add(?:ing|ition)?)"
_DEL = r"(?:delet(?:ing|ion|e)|omit(?:ting)?|omission|repeal(?:ing)?|strik(?:ing|e)(?: out)?|remov(?:ing|al|e)|revok(?:ing|e))"
_OF = r"(?: of)?"


def _q(name: str) -> str:
    return rf"{_W}(?P<{name}>{MARK})"


#: (kind, what, pattern), tried at every place; the earliest match wins, of those the first in this order.
_ORDERS: tuple[tuple[str, str, str], ...] = (
    # for the full stop at the end of the definition of Q a semi-colon
    ("substitute", "stop", rf"{_SUB} for the {_STOP} at the end(?: of (?P<u>{_U}))?,? {_NEWSTOP}"),
    # deleting Q and substituting Q; the repeal of paragraph (a) and the substitution therefor of the following: Q
    ("substitute", "words", rf"{_DEL}{_OF} {_q('old')}{_OCC}(?: (?:in|from) (?P<u>{_U}))?,? and (?:by )?(?:{_SUB}|{_INS}|replacing it with)(?: therefor)?{_OF},? {_q('new')}"),
    ("substitute", "unit", rf"{_DEL}{_OF} (?P<u>{_U}),? and (?:by )?(?:the )?(?:{_SUB}|replacing it with)(?: therefor)?{_OF},? {_NEW_UNIT}"),
    # for the words Q the words Q
    ("substitute", "words", rf"{_SUB},? for {_q('old')}{_OCC},? (?:of )?{_q('new')}"),
    ("substitute", "words", rf"\bfor {_q('old')}{_OCC},? (?:there {_BE} substituted |{_SUB} ){_q('new')}"),
    ("substitute", "words", rf"\bfor {_q('old')}{_OCC},? {_q('new')} {_BE} substituted"),
    ("substitute", "words", rf"(?:{_SUB}{_OF}|inserting) {_q('new')} for {_q('old')}{_OCC}(?=[,;.]|$| and)"),
    ("substitute", "words", rf"replacing {_q('old')}{_OCC} (?:with|by) {_q('new')}"),
    ("substitute", "words", rf"\bfor {_q('old')},? {_SUB} {_q('new')}"),
    # for paragraph (m) the following paragraph: Q
    ("substitute", "unit", rf"{_SUB},? for (?P<u>{_U}),? (?:of )?{_NEW_UNIT}"),
    ("substitute", "unit", rf"{_SUB}{_OF} the following(?: new)?(?: [a-z-]+(?: [a-z-]+)?)?? for (?P<u>{_U})[:,—–-]* ?(?P<new>{MARK})"),
    ("substitute", "unit", rf"\bfor (?P<u>{_U}),? {_SUB}[:—–-]* ?(?P<new>{MARK})"),
    ("substitute", "unit", rf"\bfor (?P<u>{_U}),? (?:there {_BE} substituted )?the following(?: [a-z-]+)?? {_BE} substituted,?(?: namely)?[ :—–-]*(?P<new>{MARK})"),
    ("substitute", "unit", rf"(?P<u>{_U}) {_BE} (?:replaced by|repealed and (?:replaced by|substituted by|the following (?:[a-z-]+ )?substituted))(?: {_NEW_UNIT}| ?[:—–-]* ?(?P<new2>{MARK}))"),
    ("substitute", "unit", rf"(?P<u>{_U}) {_BE} amended (?:by the substitution of the following|to read(?: as follows)?)[ :,—–-]*(?P<new>{MARK})"),
    # after the words Q the words Q
    ("insert", "words", rf"{_INS},? {_POS},? {_q('old')}{_OCC},? (?:of )?{_q('new')}"),
    ("insert", "words", rf"{_INS}{_OF} {_q('new')} {_POS} {_q('old')}{_OCC}(?=[,;.]|$| and)"),
    ("insert", "words", rf"\b{_POS} {_q('old')}{_OCC},? (?:there {_BE} inserted |{_INS} ){_q('new')}"),
    ("insert", "words", rf"\b{_POS} {_q('old')}{_OCC},? {_q('new')} {_BE} (?:inserted|added)"),
    ("insert", "words", rf"{_INS}{_OF} {_q('new')} (?P<pos>at the (?:end|beginning))(?: of (?P<u>{_U}))?(?=[,;.]|$| and)"),
    ("insert", "words", rf"{_INS},? (?P<pos>at the (?:end|beginning))(?: of (?P<u>{_U}))?,? (?:of )?(?:the words? |the expressions? )(?P<new>{MARK})"),
    # after section 4 the following section: Q
    ("insert", "unit", rf"{_INS},? {_POS} (?P<u>{_U}),? (?:of )?{_NEW_UNIT}"),
    ("insert", "unit", rf"{_INS}{_OF} the following(?: new)?(?: [a-z-]+(?: [a-z-]+)?)?? {_POS} (?P<u>{_U})[:,—–-]* ?(?P<new>{MARK})"),
    ("insert", "unit", rf"\b{_POS} (?P<u>{_U}),? {_INS}[:,—–-]* ?(?P<new>{MARK})"),
    ("insert", "unit", rf"\b{_POS} (?P<u>{_U}),? (?:there {_BE} inserted )?the following(?: new)?(?: [a-z-]+(?: [a-z-]+)?)?? {_BE} (?:inserted|added),?(?: namely)?[ :,—–-]*(?P<new>{MARK})"),
    ("insert", "unit", rf"\bthe following(?: new)? [a-z-]+ {_BE} (?:inserted|added) {_POS} (?P<u>{_U})(?: and shall have effect as [^:;]*)?[ :,—–-]*(?P<new>{MARK})"),
    ("insert", "unit", rf"{_INS},? (?P<pos>at the end)(?: of (?P<u>{_U}))?,? (?:of )?{_NEW_UNIT}"),
    ("insert", "unit", rf"{_INS}{_OF} the following(?: new)?(?: [a-z-]+(?: [a-z-]+)?)?? (?P<pos>at the end)(?: of (?P<u>{_U}))?[ :,—–-]*(?P<new>{MARK})"),
    ("insert", "definition", rf"{_INS},? (?P<pos>in (?:the appropriate )?alphabetical (?:order|place|position)|in the appropriate (?:order|place)),? (?:of )?{_NEW_UNIT}"),
    ("insert", "definition", rf"{_INS}{_OF} the following(?: new)?(?: definitions?)?? (?P<pos>in (?:the appropriate )?alphabetical (?:order|place|position))[ :,—–-]*(?P<new>{MARK})"),
    ("insert", "definition", rf"{_INS}{_OF},? the following(?: new)? (?:definitions?)[ :,—–-]*(?P<new>{MARK})"),
    # deleting the words Q; deleting paragraph (c)
    ("repeal", "words", rf"{_DEL}{_OF} {_q('old')}{_OCC}(?=[,;.]|$| and| in | at )"),
    ("repeal", "words", rf"{_q('old')}{_OCC} {_BE} (?:omitted|deleted|repealed|struck out)"),
    ("repeal", "unit", rf"{_DEL}{_OF} (?P<u>{_U})(?=[,;.—–]| and (?:by|the|insert|substitut|delet|renumber)|$)"),
    ("repeal", "unit", rf"(?P<u>{_U}) {_BE} (?:repealed|deleted|omitted|struck out|revoked)(?=[,;.]|$| and)"),
    # renumbering that section as subsection (1)
    ("renumber", "unit", r"re-?(?:number|letter|designat)ing (?P<u>[^;:]+?) as (?:the )?(?P<as>[^;:,.]+?)(?: of (?:that|the) section)?(?=[,;.:]|$| and)"),
    ("renumber", "unit", rf"(?P<u>[^;:]+?) {_BE} re-?(?:number|letter|designat)ed as (?P<as>[^;:,.]+?)(?=[,;.:]|$| and)"),
)  # fmt: skip
ORDERS = tuple((kind, what, re.compile(pattern, re.I)) for kind, what, pattern in _ORDERS)

#: " and the words Q" after a first deletion.
MORE = re.compile(rf",? and (?:the )?words? (?P<old>{MARK}){_OCC}(?=[,;.]|$| and)", re.I)

#: Words that order something; one that no pattern took is reported.
VERB = re.compile(
    r"\b(?:substitut\w+|inser\w+|adding|added|delet\w+|omitt\w+|omit|repeal\w*|re-?number\w+|replac\w+|striking|struck out|removing)\b",
    re.I,
)
#: A clause with none of these orders nothing. The second half asks for a quotation, as in "after section 4 insert Q".
OPERATIVE = re.compile(
    rf"\b(?:is|are|shall be|be)(?: hereby)?(?: further)? (?:amended|repealed|replaced|deleted|omitted|substituted|inserted"
    rf"|renumbered|added|struck out)\b|\b(?:insert|substitute)\b[:—–-]* ?(?:{_W})?{MARK}|\b(?:insert|substitute|add) ?[—–]|\bomit\b",
    re.I,
)
STOPS = {"full stop": ".", "period": ".", "comma": ",", "semicolon": ";", "semi-colon": ";", "colon": ":"}


def orders(text: str) -> Iterator[tuple[str, str, re.Match[str]]]:
    """(kind, what, match) for each instruction in `text`, in order, not overlapping."""
    at = 0
    while at < len(text):
        best: tuple[str, str, re.Match[str]] | None = None
        for kind, what, pattern in ORDERS:
            match = pattern.search(text, at)
            if match and (best is None or match.start() < best[2].start()):
                best = kind, what, match
        if best is None:
            return
        yield best
        at = max(best[2].end(), at + 1)
        while best[:2] == ("repeal", "words") and (more := MORE.match(text, at)):
            yield "repeal", "words", more
            at = more.end()
