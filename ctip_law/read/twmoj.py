"""Ministry of Justice open data XML (Taiwan): `條文` is an article, its words are lines with printed markers.

Lines of an article without marker are its paragraphs (項), unnumbered; 一、 is a subparagraph, （一） an item. The same
elements hold the ministry's translations ("Article 3-1", "Chapter One: General Provisions"), so the words must tell the
language.
"""

from __future__ import annotations

import re

from ctip_law.model import Document
from ctip_law.read.lines import Nest
from ctip_law.read.raw import Raw
from ctip_law.read.sheet import Sheet
from ctip_law.read.walk import Element, Ranks, tidy, words_of
from ctip_law.read.xmlsafe import parse

_DIVISION = re.compile(r"(第\s*\S+\s*([編章節款目])(?:\s*之\s*\S+)?)\s*(.*)\Z")
_LEVELS = {
    "編": ("part", 0),
    "章": ("chapter", 1),
    "節": ("division", 2),
    "款": ("subdivision", 3),
    "目": ("subdivision", 4),
    "part": ("part", 0),
    "chapter": ("chapter", 1),
    "section": ("division", 2),
    "subsection": ("subdivision", 3),
    "item": ("subdivision", 4),
}
#: "Chapter 4-1 Rights", "Section II. Trial", "Sub-section 1: Sale", "Chapter (1) Scope", "Part One".
_TRANSLATED = re.compile(
    r"((part|chapter|section|sub-?section|item)\s*[(（]?\s*(?:\d+|[ivxlcⅠ-Ⅻ]+(?![a-z])|[a-z]+)(?:-(?:\d+|[ivx]+))?[)）]?)"
    r"(?=[\s.,:：\-–—]|\Z)[\s.,:：\-–—]*(.*)\Z",
    re.I,
)


def read(raw: Raw) -> Document:
    """The document in `raw`. Raises what `ctip_law.read.xmlsafe.parse` raises."""
    root = parse(raw)
    law = root if root.tag == "法規" else next(root.iter("法規"), root)
    sheet = Sheet()
    sheet.open("preface", 0)
    sheet.text(_title(law), 0)
    sheet.close_head()
    _lines(sheet, "preamble", law.findtext("前言") or "")
    level, ranks = 0, Ranks()
    for element in law.iterfind("法規內容/*"):
        if element.tag == "編章節":
            level = _division(sheet, tidy(words_of(element)), ranks) + 1
        elif element.tag == "條文":
            _article(sheet, element, level)
    _lines(sheet, "notes", law.findtext("沿革內容") or "")
    return raw.document(sheet.written, sheet.blocks, format="twmoj", marked=True, meta=facts(law))


def _lines(sheet: Sheet, component: str, words: str) -> None:
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if lines:
        sheet.open(component, 0)
        for line in lines:
            sheet.text(line, 0)
        sheet.close_head()


def _division(sheet: Sheet, words: str, ranks: Ranks) -> int:
    """Writes "第 一 章 總則"; gives its depth."""
    match = _DIVISION.match(words) or _TRANSLATED.match(words)
    kind, rank = _LEVELS[match.group(2).lower().replace("-", "")] if match else ("crossheading", 9)
    depth = ranks.depth(rank)
    sheet.open(kind, depth, match.group(1) if match else "", match.group(3) if match else words)
    sheet.close_head()
    return depth


def _article(sheet: Sheet, element: Element, level: int) -> None:
    number = words_of(element.find("條號"))
    inserted = re.search(r"\d+-\d+", number)  # "第 3-1 條"
    sheet.open("article", level, number, style=f"num:{inserted.group()}" if inserted else "")
    lines = [line.strip() for line in (element.findtext("條文內容") or "").splitlines() if line.strip()]
    nest = Nest(sheet, level, ("subparagraph", "item", "item"))
    plain = [nest.marker(line)[0] in ("", "-") for line in lines]
    several = sum(plain) > 1
    nest.depth = level + several
    for line, bare in zip(lines, plain, strict=True):
        if several and bare:
            sheet.open("paragraph", level + 1)
            nest = Nest(sheet, level + 1, ("subparagraph", "item", "item"))
            sheet.text(line, level + 1)
        else:
            nest.line(line)
    sheet.close_head()


def facts(law: Element) -> dict[str, str]:
    """What the file says of itself; `version` is the day of the last change."""
    changed, force = (words_of(law.find(name)) for name in ("最新異動日期", "生效日期"))
    changed = changed or words_of(law.find("最新英文異動日期"))
    url = words_of(law.find("法規網址"))
    match = re.search(r"pcode=(\w+)", url, re.I)
    return {
        "title": _title(law),
        "country": "TW",
        "kind": "act" if words_of(law.find("法規性質")) in ("法律", "憲法", "") else "regulation",
        "version": _date(changed),
        "in_force": _date(force),
        "url": url,
        "uri": f"/akn/tw/act/{match.group(1).lower()}" if match else "",
    }


def _title(law: Element) -> str:
    return words_of(law.find("法規名稱")) or words_of(law.find("英文法規名稱")) or words_of(law.find("中文法規名稱"))


def _date(digits: str) -> str:
    return (
        f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
        if len(digits) == 8 and digits.isdigit() and digits < "99990000"
        else ""
    )
