"""What the markup of a page says about words that are on it and are no words of the law: struck out, notes, menus.

Text struck out (`<del>`, `<s>`, `line-through` in a style or in a class that the page's own style sheet defines) shows
a reader of a bill what goes; it is not law. The small raised numbers that link to a footnote are no words either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ctip_law.read.columns import apart

#: Elements that the page is operated with, not read.
CONTROLS = frozenset(["nav", "button", "select", "option", "input", "menu", "dialog"])
#: Set on controls that turn out to hold the text.
OPEN = "data-ctip-open"
_STRUCK_TAGS = frozenset({"del", "s", "strike"})
_LINE_THROUGH = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.I)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.S)
_COMPOUND = re.compile(r"(?P<tag>\*|[a-z][a-z0-9]*)?(?P<marks>(?:[.#][\w-]+)*)\Z", re.I)
_NOTE_ROLES = frozenset({"note", "doc-footnote", "doc-endnote", "doc-tip"})
#: Word writes its footnotes, endnotes and comments into lists of their own.
_WORD_NOTES = re.compile(r"mso-element\s*:\s*(?:footnote|endnote|comment)-list", re.I)
_CONTROL_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?|toolbar|skip-?link|pagination)(?:$|[\s_-])", re.I
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_NUMBER = re.compile(r"[\[(\s]*(\d{1,4}|[*†‡]+)[\])\s]*\Z")
_NOTE_CLASS = re.compile(r"(?:foot|end)[-_]?note|noteref|(?:^|[\s_-])fn(?:$|[\s_-])", re.I)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class _Compound:
    """One step of a selector: element name and the classes and ids that it needs."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]

    def fits(self, element: Any) -> bool:
        if self.tag not in ("", "*", element.tag):
            return False
        return self.classes <= set((element.get("class") or "").split()) and self.ids <= {element.get("id")}


class Marks:
    """What a page's own style sheets and markup say of its elements."""

    def __init__(self, page: Any, lang: str = "") -> None:
        self.struck_rules = tuple(_struck_rules(page))
        self.sizes, self.links = _sizes(page)
        self.foreign = _foreign(page, self.sizes, lang)
        _unfold(page, self)

    def struck(self, element: Any) -> bool:
        """Whether the words of this element are struck out."""
        if element.tag in _STRUCK_TAGS:
            return True
        style = element.get("style")
        if style and _LINE_THROUGH.search(style):
            return True
        return bool(self.struck_rules) and any(_matches(rule, element) for rule in self.struck_rules)

    def aside(self, element: Any, tag: str) -> str:
        """ "note" or "running head" for an element that the markup itself sets apart from the text, else ""."""
        style = element.get("style") or ""
        if element.get("role") in _NOTE_ROLES or (style and _WORD_NOTES.search(style)):
            return "note"
        return "running head" if self._is_control(element, tag, style) else ""

    def _is_control(self, element: Any, tag: str, style: str) -> bool:
        if element.get(OPEN) is not None:
            return False
        if tag in CONTROLS or element.get("role") == "navigation" or element.get("hidden") is not None:
            return True
        if style and _HIDDEN.search(style):
            return True
        if tag not in ("div", "ul", "ol", "aside", "p", "td"):
            return False
        names = f"{element.get('class', '')} {element.get('id', '')}"
        return bool(_CONTROL_NAMES.search(names)) and self.links[element] > 0.6 * self.sizes[element] > 0


def raised(element: Any) -> tuple[str, bool]:
    """What a raised number stands for: "¹" as in § 133¹, or "" and true for a footnote's mark."""
    words = "".join(element.itertext()).strip()
    number = _NUMBER.match(words)
    if not number:
        return "", False
    if _linked(element) or _NOTE_CLASS.search(element.get("class") or ""):
        return "", True
    return (words.translate(_RAISED), False) if words.isascii() and words.isdecimal() else ("", False)


def _linked(element: Any) -> bool:
    parent = element.getparent()
    return element.find(".//a") is not None or (parent is not None and parent.tag == "a")


def is_note_link(element: Any) -> bool:
    """A link that is the mark of a footnote without being raised: Word's `<a href="#_ftn1">[1]</a>`."""
    target = element.get("href") or ""
    marked = "mso-footnote-id" in (element.get("style") or "") or re.match(r"#_?(?:ftn|edn|fn|footnote)(?!ref)", target)
    return bool(marked) and bool(_NUMBER.match("".join(element.itertext())))


def _struck_rules(page: Any) -> Iterator[tuple[_Compound, ...]]:
    """The selectors of the page's style sheets whose words are struck out; those with conditions are passed over."""
    for sheet in page.iter("style"):
        for selectors, declarations in _RULE.findall(_COMMENT.sub("", sheet.text or "")):
            if not _LINE_THROUGH.search(declarations):
                continue
            for selector in selectors.split(","):
                steps = [_COMPOUND.match(step) for step in selector.replace(">", " ").split()]
                if steps and all(steps):
                    yield tuple(_compound(step) for step in steps if step)


def _compound(step: re.Match[str]) -> _Compound:
    marks = re.findall(r"([.#])([\w-]+)", step["marks"])
    classes = frozenset(name for sign, name in marks if sign == ".")
    return _Compound((step["tag"] or "").lower(), classes, frozenset(name for sign, name in marks if sign == "#"))


def _matches(rule: tuple[_Compound, ...], element: Any) -> bool:
    """Whether the last step fits the element and those before it its ancestors, in their order."""
    if not rule[-1].fits(element):
        return False
    waiting = list(rule[:-1])
    for ancestor in element.iterancestors() if waiting else ():
        if waiting[-1].fits(ancestor):
            waiting.pop()
            if not waiting:
                return True
    return not waiting


def _sizes(page: Any) -> tuple[dict[Any, int], dict[Any, int]]:
    """How many characters stand in each element, and how many of them in links; one pass, from the leaves up."""
    every = [element for element in page.iter() if isinstance(element.tag, str)]
    sizes, links = dict.fromkeys(every, 0), dict.fromkeys(every, 0)
    for element in reversed(every):
        sizes[element] += len((element.text or "").strip())
        if element.tag == "a":
            links[element] = sizes[element]
        parent = element.getparent()
        if parent is not None and parent in sizes:
            sizes[parent] += sizes[element] + len((element.tail or "").strip())
            links[parent] += links[element]
    return sizes, links


def _foreign(page: Any, sizes: dict[Any, int], wanted: str) -> frozenset[Any]:
    """The elements that the page marks with a second language, where a good part of its words stands in them.

    The law's language is `wanted` where the page has it, else the page's own, else the first one marked.
    """
    marked = [(element, _base(element)) for element in sizes if element is not page and _base(element)]
    names = [name for _, name in marked]
    if len(set(names)) < 1 or len(marked) < 2:
        return frozenset()
    choices = [name for name in (wanted.partition("-")[0].lower(), _base(page)) if name in names]
    main = choices[0] if choices else _base(page) or names[0]
    found: list[Any] = []
    covered: set[Any] = set()
    for element in sizes:  # in the order of the page, outer elements first
        if element.getparent() in covered:
            covered.add(element)
        elif element is not page and _base(element) not in ("", main):
            found.append(element)
            covered.add(element)
    inside = set(found)
    size = sum(sizes[element] for element in found)
    if len(found) < 2 or size * 5 < sizes[page]:
        return frozenset()
    there = " ".join("".join(element.itertext()) for element in found)
    here = " ".join("".join(element.itertext()) for element, name in marked if name == main)
    return frozenset(found) if apart(here or _rest(page, inside), there) else frozenset()


def _base(element: Any) -> str:
    return str(element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or "")[:2].lower()


def _rest(page: Any, without: set[Any]) -> str:
    """The words of the page outside some elements."""
    words: list[str] = []
    waiting = [page]
    while waiting:
        element = waiting.pop()
        if element in without or not isinstance(element.tag, str):
            continue
        words.append(element.text or "")
        words += [child.tail or "" for child in element]
        waiting.extend(element)
    return " ".join(words)


def _unfold(page: Any, marks: Marks) -> None:
    """What holds most of the words is no menu: some portals fold the text away, some never close a button."""
    every = marks.sizes[page]
    folded = [element for element in marks.sizes if _HIDDEN.search(element.get("style") or "")]
    outermost, inside = 0, set()
    for element in folded:  # in the order of the page, so the outer one comes first
        if element.getparent() not in inside:
            outermost += marks.sizes[element]
        inside.add(element)
    if 3 * outermost > every:
        for element in folded:
            del element.attrib["style"]
    for element in marks.sizes:
        names = f"{element.get('class', '')} {element.get('id', '')}"
        named = element.tag in ("div", "ul", "td") and _CONTROL_NAMES.search(names)
        control = element.tag in CONTROLS - {"option", "input"}
        if (named or control) and 3 * marks.sizes[element] > every:
            element.set(OPEN, "")
