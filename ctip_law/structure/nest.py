"""Stage 7, nesting. Reads the lines of one unit; writes its subsections, paragraphs, items, definitions, provisos.

"(1) A person who-" "(a) recruits; or" "(i) by threat," "commits an offence." "Provided that ..."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ctip_law.model import Repair
from ctip_law.structure.bare import bare_paragraphs
from ctip_law.structure.decimals import decimal_marker
from ctip_law.structure.depth import Placer, plain, readings
from ctip_law.structure.lines import Line, ends_sentence, is_title
from ctip_law.structure.node import Node
from ctip_law.structure.numbers import ETHIOPIC, LATIN, western
from ctip_law.structure.patterns import low, patterns
from ctip_law.structure.stacked import BULLET, first_words, stacked

_LETTER = r"(?:\d{1,3}|الف|[^\W\d_]{1,2}|[ivxlc]{2,6}|[IVXLC]{2,6}|[〇一二三四五六七八九十百]{1,4})"
_BIS = rf"(?:\d{{1,3}}|[a-z])\s?(?:{'|'.join(LATIN[:6])})"
_MARKER = re.compile(
    rf"(?P<open>[(（\[]\s?(?P<a>{_LETTER}(?:\.\d{{1,2}})?[A-Z]{{0,2}}|\d{{1,3}}[a-z]{{1,2}}|[ivx]{{1,5}}[a-z]|{_BIS})\s?[)）\]])(?=\W|\w)\s*"
    rf"|(?P<close>(?P<b>الف|{_BIS}|\d{{1,3}}[A-Za-z]?|[^\W\d_]|[ivxlc]{{2,6}}|[IVXLC]{{2,6}})\s?[)）])\s*"
    rf"|(?P<dot>(?P<c>{_BIS}|\d{{1,3}}[A-Z]?|[a-zA-Zก-ฮ]|[가나다라마바사아자차카타파하]|[ivx]{{2,5}}|[IVX]{{2,5}})[.．]\s?[-°º]?)(?=\s|[^\W\d_])\s*"
    r"|(?P<wide>(?P<j>[０-９]{1,2}))[ 　](?=[\u3040-\u9fff])"
    r"|(?P<circle>(?P<d>[\u2460-\u2473]))\s*"
    r"|(?P<danda>(?P<e>[〇一二三四五六七八九十百]{1,4}))[、　 ]\s*"
    r"|(?P<dash>(?P<g>الف|[IVXLC]{2,6}|[ivxlc]{2,6}|[^\W\d_]|\d{1,2})\s?[-–\u0640])(?=\s|[A-ZÀ-Þ\u0621-\u064a])\s*"
    rf"|(?P<slash>(?P<h>\d{{1,3}}|{ETHIOPIC})/)(?=\s)\s*"
    r"|(?P<sign>§\s?(?P<f>\d{1,2})(?:er|°|º)?(?![\w/]))\.?\s*"
    r"|(?P<degree>(?P<i>\d{1,2})(?:\s?[°º]|o(?=[.)])))[.)]?(?:\s?[-–—])?(?=\s|[^\W\d_])\s*"
)
#: What an editor sets before a marker: "[[3] § 2.", "[(4)", "1[(2)".
_EDITED = re.compile(r"(?:\[{1,2}\d{1,2}\]|\d{0,2}\[)\s*(?=[(§])")
#: A marker inside a line: after punctuation that ends an item or opens a list.
_INSIDE = re.compile(
    r"(?:(?:(?<=[;:.,—–\-)\]])|(?<=[;:.,—–] and)|(?<=[;:.,—–] or)|(?<=[;,] und)|(?<=[।۔])|(?<=ঃ)|(?<=—)|(?<=;))\s{1,3}"
    r"|(?<=[;:])|(?<=\.)(?![(（]\s?[1aAiI]\s?[)）])|(?<=[;:] or)|(?<=[;:] and))"
    r"(?=[(（]\s?(?:\d{1,2}[A-Z]{0,2}|الف|[^\W\d_]{1,2}|[ivx]{2,5})\s?[)）]\s?\S)"
)
#: A line that ends with the name of a unit goes on with its number: "under paragraph" / "(b) shall".
_REFERS = re.compile(
    r"\b(?:sub-?)?(?:sections?|paragraphs?|clauses?|items?|articles?|seksyen|perenggan|ayat|huruf|incisos?|literal(?:es)?"
    r"|numeral(?:es)?|alin[ée]as?|Absatz|Abs\.|Nummer)\s*\Z",
    re.I,
)
#: Kinds below a unit by depth of marker.
BELOW = {
    "section": ("subsection", "paragraph", "subparagraph", "item"),
    "article": ("paragraph", "subparagraph", "item", "subitem"),
    "regulation": ("subregulation", "paragraph", "subparagraph", "item"),
    "rule": ("subrule", "paragraph", "subparagraph", "item"),
}


@dataclass(slots=True)
class Piece:
    """A stretch of words with the marker it begins with (without brackets), and the marker's dress."""

    start: int
    end: int
    marker: str = ""
    printed: str = ""
    dress: str = ""
    body: int = 0
    kind: str = ""
    fresh: bool = True
    wraps: bool = False
    quoted: bool = False


def nest(node: Node, pieces: Iterable[Piece], text: str, repairs: list[Repair]) -> None:
    """Hangs the pieces below `node`, each where its marker puts it; damaged markers are logged in `repairs`."""
    _Nest(node, text, repairs).take(list(pieces))


class _Nest:
    def __init__(self, node: Node, text: str, repairs: list[Repair]) -> None:
        self.top = node
        self.text = text
        self.repairs = repairs
        self.stack: list[Node] = [node]
        self.placer = Placer()
        self.base = 0
        self.within = False
        self.outside = (self.stack, self.placer, self.base)
        self.around: tuple[list[Node], Placer, int] | None = None  # the lists that definitions stand in
        self.announcing: Node | None = None

    def _quotation(self, opens: bool) -> None:
        """Lists in quoted text are its own: "(2)" behind it goes on from the "(1)" before it."""
        self.within = opens
        if opens:
            self.outside = (list(self.stack), self.placer, self.base)
            self.placer, self.base = Placer(), len(self.stack) - 1
        else:
            self.stack, self.placer, self.base = self.outside

    def take(self, pieces: list[Piece]) -> None:
        marked = [(piece.marker, piece.dress) for piece in pieces if piece.marker and not piece.kind]
        following = iter([*marked[1:], None] if marked else [])
        for piece in pieces:
            if piece.quoted != self.within:
                self._quotation(piece.quoted)
            if piece.kind == "sole":
                self._sole(piece)
            elif piece.kind == "rider":
                self._rider(piece)
            elif piece.kind == "decimal":
                self._decimal(piece)
            elif piece.marker:
                self._marked(piece, next(following, None))
            elif piece.kind:
                self._kind(piece)
            else:
                self._text(piece)
            for node in (*self.outside[0], *self.stack) if self.within else self.stack:
                node.end = max(node.end, piece.end)

    def _marked(self, piece: Piece, following: tuple[str, str] | None) -> None:
        if piece.marker in ("l", "I") and following and following[0] == "2" and not self.placer.open:
            end = piece.start + len(piece.printed)
            self.repairs.append(Repair(piece.start, end, piece.printed, "1", "the next marker is 2, so this is 1"))
            piece.marker = "1"
        goes_on = self.placer.continues(piece.marker, piece.dress)
        if self.around and not goes_on and self.around[1].continues(piece.marker, piece.dress):
            self.stack, self.placer, self.base = self.around  # "(2)" goes on from the "(1)" before the definitions
            self.around = None
        if len(self.stack) == self.base + 1 and self._begins(piece):
            self.placer.reset()  # words closed the lists before: a list that begins here lies in none of them
        place = self.placer.place(piece.marker, piece.dress, following)
        depth = place.depth + self.base
        del self.stack[depth + 1 :]
        kinds = BELOW.get(self.top.kind, BELOW["article"])
        level = min(len(self.stack) - 1 - self.base, len(kinds) - 1)
        if self.top.kind == "section" and place.depth == 0 and place.option.kind not in ("number", "circle"):
            level = 1
        elif self.stack[-1].kind in kinds:
            level = min(kinds.index(self.stack[-1].kind) + 1, len(kinds) - 1)
        self._open(Node(kind=kinds[level], num=western(piece.marker), num_printed=piece.printed), piece)

    def _decimal(self, piece: Piece) -> None:
        """ "1.2A" in unit 1 is its subsection, "1.2.1" a paragraph of 1.2; lists in it are its own."""
        kinds = BELOW.get(self.top.kind, BELOW["article"])
        level = min(piece.marker.count("."), len(self.stack), len(kinds))
        del self.stack[level:]
        self.base = len(self.stack)
        self.placer.reset()
        self._open(Node(kind=kinds[level - 1], num=piece.marker, num_printed=piece.printed), piece)

    def _begins(self, piece: Piece) -> bool:
        first = any(option.value == 1 for option in readings(piece.marker))
        return first and not self.placer.continues(piece.marker, piece.dress)

    def _sole(self, piece: Piece) -> None:
        """The only paragraph of an article, which has a word for its number."""
        del self.stack[1:]
        self.base = 0
        self.placer.reset()
        kind = BELOW.get(self.top.kind, BELOW["article"])[0]
        self._open(Node(kind=kind, num=piece.marker, num_printed=piece.printed), piece)

    def _rider(self, piece: Piece) -> None:
        """A note to the whole unit, counted apart from its paragraphs, which may go on behind it."""
        if self.placer.open:
            self.around = (list(self.stack), self.placer, self.base)
        del self.stack[1:]
        self.base = 1
        self.placer = Placer()
        self._open(Node(kind="proviso", num=western(piece.marker), num_printed=piece.printed), piece)

    def _kind(self, piece: Piece) -> None:
        """A definition closes the lists of the one before it; a proviso belongs to what it qualifies."""
        if piece.kind == "definition":
            while len(self.stack) > 1 and self.stack[-1].kind != "subsection" and not self._holds_definitions():
                self.stack.pop()
            if self.placer.open and not self._holds_definitions():
                self.around = (list(self.stack), self.placer, self.base)
            self.base = len(self.stack)
            self.placer = Placer()
        self._open(Node(kind=piece.kind), piece)
        if piece.kind == "proviso":
            self.stack.pop()

    def _holds_definitions(self) -> bool:
        return bool(self.stack[-1].children) and self.stack[-1].children[-1].kind == "definition"

    def _open(self, node: Node, piece: Piece) -> None:
        node.start, node.end = piece.start, piece.end
        node.add_text(piece.body or piece.start, piece.end)
        self.stack[-1].children.append(node)
        self.stack.append(node)

    def _text(self, piece: Piece) -> None:
        """Words without a marker go on, or close the list: "(b) transports," / "commits an offence."."""
        floor = self.base + 1  # the unit, or the definition, that holds the lists
        last = self.stack[-1]
        if not last.children and self.text[last.start : last.end].rstrip()[-1:] in tuple(":—–"):
            self.announcing = last  # "(11) In this section—" / "charity" means ...: a list without numbers is its own
        if len(self.stack) > floor and piece.wraps and last is not self.announcing and not self._headed(last):
            outer = piece.fresh and self.text[piece.start].isupper()
            del self.stack[floor if outer else len(self.stack) - 1 :]
        self.stack[-1].add_text(piece.start, piece.end)

    def _headed(self, last: Node) -> bool:
        """The last marker has a heading and nothing more so far: "(A) In general" / "The keeper shall ..."."""
        words = self.text[last.start : last.end].rstrip()
        heading = words.partition(" ")[2]
        cased = heading.upper() != heading.lower()
        return not last.children and "\n" not in words and words[-1:].isalpha() and cased and is_title(heading, 80)


def pieces_of(lines: list[Line], start: int, text: str, width: int, num: str = "") -> Iterator[Piece]:
    """The pieces of a unit's lines from the offset `start`. `width`: the columns at which its lines are broken, 0 where
    they are not; `num`: the unit's number, by which decimal numbers below it are known."""
    placer = Placer()
    decimals = False
    previous: Line | None = None
    counted = bare_paragraphs(lines, start, text) if text[start : start + 12].lstrip()[:1] == "1" else {}
    begun = first_words(lines)
    for line in lines:
        if line.role:
            continue
        begin = max(line.start, start)
        if begin >= line.end:
            previous = line
            continue
        fresh = line.gap or not width or previous is None
        wraps = _wraps(line, previous, width)
        heads = {begin, *stacked(text, begin, line.end, begun)}
        for at, end in _cuts(text, begin, line.end, heads):
            refers = at == begin and previous is not None and bool(_REFERS.search(previous.text))
            term = at == begin and "term" in line.style
            decimal = decimal_marker(text, at, end, num) if at == begin and not refers else None
            if decimal and (decimals or decimal.group(1) in (f"{num}.0", f"{num}.1")):
                decimals = True
                placer.reset()
                number = decimal.group(1)
                piece = Piece(at, end, number, number, "decimal", decimal.end(), "decimal")
            elif at == begin and (bare := counted.get(at)):
                placer.reset()
                piece = Piece(at, end, bare["num"], bare["num"], "bare", bare.end())
            else:
                piece = Piece(at, end) if refers else _piece(text, at, end, placer, at in heads, term, end in heads)
            piece.fresh = fresh
            piece.wraps = wraps and at == begin
            piece.quoted = line.quoted
            yield piece
            wraps = False
        previous = line


def _wraps(line: Line, previous: Line | None, width: int) -> bool:
    """The line may be the words after a list, not the rest of its last item."""
    if previous is None:
        return False
    if width and not line.gap:
        first = len(line.text.partition(" ")[0]) + 1
        fits = previous.indent + len(previous.text) + first <= width  # the line above ended before it was full
        return fits and len(previous.text) < 45 and previous.text[-1:] in ";,.:—" and not line.text[:1].isupper()
    return previous.text[-1:] in ";,.:—–" or line.gap or ends_sentence(previous)


def _cuts(text: str, start: int, end: int, heads: set[int]) -> Iterator[tuple[int, int]]:
    """Where a line holds several pieces: "(1) ... : (a) ...; (b) ..." and "...; "child" means ...". `heads`: where
    markers stand on one another at its start.

    Bengali and other flattened texts have whole sections in one line."""
    spots = heads - {start}
    if end - start >= 60:
        spots.update(match.end() for match in _INSIDE.finditer(text, start, end))
        spots.update(match.end() for match in _definition_cut().finditer(text, start, end))
        spots.update(match.start("proviso") for match in _proviso_cut().finditer(text, start, end))
    at = start
    for spot in sorted(spots):
        if spot - at > 2 or spot in heads:
            yield at, spot
            at = spot
    yield at, end


def _piece(
    text: str, start: int, end: int, placer: Placer, first: bool, term: bool, alone: bool = False
) -> Piece:
    """`first`: at the start of a line; `alone`: directly before another marker."""
    stop = end
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if first and (strokes := _STROKES.match(text, start, stop)):
        start = strokes.end()  # "1. Heading" / "_ (1) The office ..."
    while first and start < stop and text[start] in "—–":  # "1. Heading" / "—(1) The office ..."
        start += 1
    edited = (_EDITED.match(text, start, stop) or BULLET.match(text, start, stop)) if first else None
    match = _MARKER.match(text, edited.end() if edited else start, stop + 1 if alone else stop)
    if match:
        dress = str(match.lastgroup if match.lastgroup in _DRESS else _dress(match))
        marker = next(match.group(name) for name in "abcdefghij" if match.group(name)).strip()
        # "5 - 7 years" in the middle of a sentence is no item; "1- ..." / "2. ..." are of one list
        loose = dress == "dash" and marker.isascii()
        dress = "." if loose else dress
        counts = _may_count(marker, dress, placer, first and not loose)
        if dress == ")" and text[match.end() : match.end() + 1] in (".", ",", ";"):
            counts = False  # "(now article" / "401).": a bracket that closes
        if readings(marker) and (dress in ("(", "circle") or first) and counts:
            printed = text[match.start() : match.end()].strip()
            placer.place(marker, dress)
            return Piece(start, stop, marker, printed, dress, min(match.end(), stop))
    if _definition_start().match(text, start, stop) or (term and _term_start().match(text, start, stop)):
        placer.reset()
        return Piece(start, stop, kind="definition", body=start)
    if first and (counted := _counted_start().match(text, start, stop)):
        marker = str(patterns().numerals[low(counted.group("word"))])
        placer.place(marker, "word")
        return Piece(start, stop, marker, counted.group().strip(), "word", counted.end())
    if first and (member := _member_start().match(text, start, stop)):
        return Piece(start, stop, member.group("num"), member.group().strip(), "", member.end(), "sole")
    if first and (sole := patterns().starts["sole"].match(text, start, stop)):
        end = sole.end() + len(text[sole.end() : stop]) - len(text[sole.end() : stop].lstrip(" .:–—-"))
        return Piece(start, stop, sole.group().split()[-1].lower(), sole.group().strip(), "", end, "sole")
    if first and (rider := _rider_start().match(text, start, stop)):
        return Piece(start, stop, rider.group("num") or "", rider.group().strip(), "", rider.end(), "rider")
    if patterns().starts["proviso"].match(text, start, min(stop, start + 60)):
        return Piece(start, stop, kind="proviso", body=start)
    return Piece(start, stop)


_STROKES = re.compile(r"_{1,3}\s{0,2}(?=\(\s?1\s?\))")
_DRESS = frozenset({"circle", "danda", "dash", "slash", "wide"})


def _dress(match: re.Match[str]) -> str:
    if match.group("open"):
        return "("
    if match.group("close"):
        return ")"
    if match.group("dot"):
        return "."
    if match.group("sign"):
        return "§"
    if match.group("degree"):
        return "°"
    return "circle" if match.group("circle") else "danda"


def _may_count(marker: str, dress: str, placer: Placer, first: bool) -> bool:
    """At the start of a line any marker counts; inside a line it begins a list or goes on with one."""
    if placer.continues(marker, dress):
        return True
    if not plain(marker):
        return False
    values = {option.value for option in readings(marker)}
    if dress in ("§", "°"):
        return first and 1 in values  # "§ 40 applies" is another section, "30° of heat" no item
    if 1 in values:
        return True
    if dress == "." and marker.isascii() and marker.isupper() and len(marker) == 1:
        return False  # "M. Roux is appointed"
    return first and (dress != "." or marker.isdecimal() or len(marker) == 1)


@cache
def _definition_start() -> re.Pattern[str]:
    means = "|".join(re.escape(word) for word in sorted(patterns().cues["meaning"], key=lambda w: (-len(w), w)))
    return re.compile(rf"[*_]*[\"“‘'«”]{{1,2}}\s?[^\"“”«»\n]{{1,90}}?[\"”’'»“]{{1,2}}[^.;:]{{0,160}}?(?:{means})", re.I)


@cache
def _term_start() -> re.Pattern[str]:
    """A term set in bold: "coercion includes coercion by any of the following"."""
    means = "|".join(re.escape(word) for word in sorted(patterns().cues["meaning"], key=lambda w: (-len(w), w)))
    return re.compile(rf"[^.;:()\n]{{2,160}}?\b(?:{means})", re.I)


@cache
def _counted_start() -> re.Pattern[str]:
    """Items that are counted in words: "أولاً: ...", "ثانياً- ..."."""
    words = "|".join(re.escape(word) for word in sorted(patterns().cues["counted"], key=lambda w: (-len(w), w)))
    return re.compile(rf"(?P<word>{words})\s?[:\u0640–-]\s*", re.I)


@cache
def _member_start() -> re.Pattern[str]:
    """Subsections that have a word: "Subdivision 1. Scope.", "Subd. 2."."""
    words = "|".join(re.escape(word) for word in sorted(patterns().cues["member"], key=lambda w: (-len(w), w)))
    return re.compile(rf"(?:{words})\s(?P<num>\d{{1,3}}[a-z]{{0,2}})\.\s+(?=\S)", re.I)


@cache
def _rider_start() -> re.Pattern[str]:
    """ "تبصره ۱ـ", "تبصره:": the word, perhaps a number, and a sign; in "تبصره این ماده" it is mentioned."""
    words = "|".join(re.escape(word) for word in sorted(patterns().cues["rider"], key=lambda w: (-len(w), w)))
    return re.compile(rf"(?:{words})\s{{0,2}}(?P<num>\d{{1,2}})?\s?[:.\u0640–—-]{{1,2}}(?!\d)\s*")


@cache
def _definition_cut() -> re.Pattern[str]:
    means = "|".join(re.escape(word) for word in sorted(patterns().cues["meaning"], key=lambda w: (-len(w), w)))
    return re.compile(
        rf"(?<=[;.:—–\-])\s{{1,3}}(?=[\"“]\s?[^\"“”\n]{{1,90}}[\"”]\s?(?:,[^,;.]{{1,160}},\s?)?[^.;:\"“]{{0,80}}?(?:{means}))",
        re.I,
    )


@cache
def _proviso_cut() -> re.Pattern[str]:
    cues = "|".join(re.escape(word) for word in sorted(patterns().cues["proviso"], key=lambda w: (-len(w), w)))
    return re.compile(rf"(?<=[:;.।ঃ])\s{{0,3}}(?P<proviso>(?:{cues}))", re.I)
