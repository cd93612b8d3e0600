"""Markdown with front matter. The marks go, the words stay; what the marks said is in `Block.style`."""

from __future__ import annotations

import html
import re
from bisect import bisect_right

from ctip_law.model import Block, Document
from ctip_law.read.brackets import without_old_law
from ctip_law.read.broken import whole_words
from ctip_law.read.clean import clean
from ctip_law.read.encodings import decode
from ctip_law.read.margin import without_margin
from ctip_law.read.markdown_map import mapped_blocks, split_map
from ctip_law.read.marks_apart import marks_together
from ctip_law.read.raw import Raw
from ctip_law.read.struck import struck_out

#: Keys of front matter, in lower case -> `Document.meta`.
META = {
    "title": "title", "titre": "title", "título": "title", "titulo": "title", "name": "title", "language": "language",
    "lang": "language", "country": "country", "jurisdiction": "country", "pais": "country", "país": "country",
    "last_updated": "version", "version": "version", "in_force": "in_force", "entry_into_force": "in_force",
    "source": "url", "url": "url", "source_url": "url", "license": "licence", "licence": "licence", "eli": "uri_eli",
}  # fmt: skip
_PAIR = re.compile(r"([\w \-]{1,40}):[ \t]*(.*)\Z")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|(?=\w))(.*?)[ \t]*#*\Z")
_RULE = re.compile(r"([-*_])(?:[ \t]*\1){2,}\Z")
_TABLE_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?\Z")
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:[ \t]*")
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
_BULLET = re.compile(r"[-*+•][ \t]+(?=\S)")
_LINK = re.compile(r"!?\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
#: "[section 3][12]", and the lines "[12]: https://..." that say where such links lead.
_REFERENCE = re.compile(r"!?\[((?:[^\[\]\n]|\[[^\[\]\n]*\])+)\]\[[^\[\]\n]{0,60}\]")
_TARGET = re.compile(r"\[[^\[\]\n]{1,60}\]:[ \t]*(?:<[^<>]+>|[a-z]+://\S+|[#/]\S*)")
_STRONG = re.compile(r"(?=(\*\*|__))")
_BOLD_LINE = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1\Z")
#: "**_coercion_** includes ...": a word set apart at the start of a line that goes on.
_TERM = re.compile(r"(?P<sign>\*\*|__|[*_])[*_]?(?=[^\W\d])[^*_\n]{2,80}[*_]?(?P=sign),?[ \t]+(?=[a-z(])")
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]+?)(?<=[^\s*_])\1(?![\w*])")
_TAG = re.compile(r"</?(?:meta|h[1-9]|br|sup|sub|b|i|em|strong|u|span|a|p|div|center|font|small)\b[^<>]*/?>", re.I)
#: "~~struck out~~", and the tags for it.
_STRUCK = re.compile(
    r"(?<![\\~])~~(?=[^\s~])(.{1,1000}?)(?<=[^\s~])~~(?!~)"
    r"|<(?:s|del|strike)\b[^<>]{0,300}>(.{0,1000}?)</(?:s|del|strike)\s*>",
    re.I,
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>&~§\"'])")
#: Escaped signs wait here, out of reach of the patterns above.
_AWAY = 0xF0000
_BACK = re.compile(f"[{chr(_AWAY)}-{chr(_AWAY + 0xFF)}]")
#: Headings of a wiki and of AsciiDoc: "== 2. Ferries ==", "== 2. Ferries".
_HEADED = re.compile(r"^(={1,6})(?:[ \t]+|(?=\w[^\n]*=[ \t]*$))(?=\w)([^\n]*?)[ \t]*=*[ \t]*$", re.M)


def read(raw: Raw) -> Document:
    """A Markdown file; one of ours with the structure it was written from. Raises InputError CT109 for no text."""
    decoded = decode(raw)
    kept, old = without_old_law(decoded.text)
    kept = _HEADED.sub(lambda found: f"{'#' * len(found[1])} {found[2]}", kept)
    mended = whole_words(without_margin(marks_together(clean(kept))))
    meta, body = front_matter(mended.text)
    body, entries = split_map(body)
    lines: list[str] = []
    blocks: list[Block] = []
    places: dict[int, tuple[int, int]] = {}
    struck: list[tuple[int, str]] = [(0, words) for words in old]
    size, after_rule, fenced = 0, False, False
    for number, line in enumerate(body.split("\n"), 1):
        if line.strip().startswith("```"):
            fenced = not fenced
            continue
        if not fenced and _STRUCK.search(line):
            struck += [(size, next(filter(None, found.groups()))) for found in _STRUCK.finditer(line)]
            line = re.sub(r"(?<=\S)  +", " ", _STRUCK.sub("", line))
        words, style, kind = plain(line) if not fenced else (line.rstrip(), "code", "")
        if style == "rule":
            after_rule = True
            words = ""
        bare = words.strip()
        if bare:
            start = size + len(words) - len(words.lstrip())
            styles = " ".join(filter(None, [style, "break" if after_rule else ""]))
            blocks.append(Block(start, start + len(bare), kind=kind, style=styles))
            places[number] = (start, start + len(bare))
            after_rule = False
        lines.append(words)
        size += len(words) + 1
    text = "\n".join(lines)
    marked = mapped_blocks(entries, places, text)
    repairs = (*decoded.repairs, *mended.repairs, *struck_out([(min(at, len(text)), w) for at, w in struck]))
    return raw.document(text, marked or blocks, format="markdown", marked=bool(marked), meta=meta, repairs=repairs)


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The pairs of the YAML block(s) at the start, only their first level, and the text after them."""
    meta: dict[str, str] = {}
    rest = text.lstrip("\n")
    while rest.startswith("---\n"):
        end = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.M).search(rest, 4)
        if not end or end.start() > 20_000:
            break
        block = rest[4 : end.start()]
        filled = [line for line in block.split("\n") if line.strip()]
        if sum(1 for line in filled if _PAIR.match(line) or line[0] in " \t-") * 2 < len(filled):
            break
        folded: str | None = None
        for line in filled:
            pair = _PAIR.match(line)
            key = META.get(pair.group(1).strip().lower()) if pair else None
            value = pair.group(2).strip().strip("\"'") if pair else ""
            if pair is None and folded and line[:1] in " \t":
                meta[folded] = f"{meta.get(folded, '')} {line.strip()}".strip()
                continue
            folded = key if key and value in (">", ">-", "|", "|-") and key not in meta else None
            if folded:
                continue
            if key and value and key not in meta:
                meta[key] = value
        rest = rest[end.end() :].lstrip("\n")
    country = meta.pop("country", "")
    if re.fullmatch(r"[A-Za-z]{2}", country):
        meta["country"] = country.upper()
    return meta, rest if meta or rest != text.lstrip("\n") else text


def plain(line: str) -> tuple[str, str, str]:
    """A line of Markdown -> its words, layout hints ("h2", "li", "bold", "indent:4", "rule"), block kind."""
    bare = line.strip()
    if not bare:
        return "", "", ""
    if _RULE.match(bare) or (_TABLE_RULE.match(bare) and "|" in bare):
        return "", "rule" if "|" not in bare else "", ""
    indent = len(line[: len(line) - len(line.lstrip())].expandtabs(4))
    styles: list[str] = []
    if bare.startswith(">"):
        bare = bare.lstrip("> \t")
        styles.append("quoteblock")
    kind = ""
    if match := _HEADING.match(bare):
        styles.append(f"h{len(match.group(1))}")
        bare = match.group(2)
    elif match := _NOTE.match(bare):
        kind, bare = "note", bare[match.end() :]
    elif _TARGET.match(bare):
        kind = "note"
    elif match := _BULLET.match(bare):
        styles.append("li")
        bare = bare[match.end() :]
    if bare.startswith("|") and bare.endswith("|"):
        styles.append("table")
        bare = "\t".join(cell.strip() for cell in bare.strip("|").split("|"))
    if indent:
        styles.append(f"indent:{indent}")
    if _TERM.match(bare):
        styles.append("term")
    if _BOLD_LINE.match(bare):
        styles.append("bold")
    return inline(bare), " ".join(styles), kind


def inline(text: str) -> str:
    """Words without emphasis, links, tags and escapes."""
    if not re.search(r"[*_\[<\\&]", text):
        return text
    text = _ESCAPE.sub(lambda m: chr(_AWAY + ord(m.group(1))), text)
    text = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", _NOTE_MARK.sub("", text)))
    text = _TAG.sub(lambda m: " " if m.group().lower().startswith("<br") else "", text)
    text = _ITALIC.sub(r"\2", _without_bold(_without_bold(text)))
    text = html.unescape(text) if "&" in text else text
    return _BACK.sub(lambda m: chr(ord(m.group()) - _AWAY), text)


def _without_bold(text: str) -> str:
    """`**words**` and `__words__` as words. One pass: a sign opens before a letter and closes behind one."""
    signs = [(match.start(), match.group(1)) for match in _STRONG.finditer(text)]
    closing: dict[str, list[int]] = {"**": [], "__": []}
    for at, sign in signs:
        if at and not text[at - 1].isspace():
            closing[sign].append(at)
    pieces: list[str] = []
    last = 0
    for at, sign in signs:
        if at < last or not text[at + 2 : at + 3].strip():
            continue
        place = bisect_right(closing[sign], at + 2)
        if place < len(closing[sign]):
            pieces += text[last:at], text[at + 2 : closing[sign][place]]
            last = closing[sign][place] + 2
    return "".join([*pieces, text[last:]])
