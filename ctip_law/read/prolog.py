"""What stands before the first element of a page or an XML file: declarations, comments, the type of the document.

Found in one pass from the left, whatever the file holds: a pattern with choices inside of choices may never end.
"""

from __future__ import annotations

import re

#: Characters in which a page's declaration of its type ends.
HEAD = 65_536
#: What no declaration has in it: there the end was missed.
_ELEMENT = re.compile(r"</|<(?:html|head|body|p|div|table)[\s>]", re.I)
_DOCTYPE = re.compile("<!DOCTYPE", re.I)
_BLANK = re.compile(r"\s*")
#: What may end a declaration of the document's type, or hide its end.
_SIGN = re.compile(r"[\[\]>\"']|<!--|<\?")
_CLOSED = {'"': '"', "'": "'", "<!--": "-->", "<?": "?>"}


def after_prolog(text: str, at: int = 0) -> int:
    """Where the first element begins, or the first words; what is opened and not closed is no prologue."""
    while True:
        at = _blank(text, at)
        end = -1
        if text.startswith("<?", at):
            end = _behind("?>", text, at + 2)
        elif text.startswith("<!--", at):
            end = _behind("-->", text, at + 4)
        elif text[at : at + 9].upper() == "<!DOCTYPE":
            end = _doctype_end(text, at + 9)
        if end < 0:
            return at
        at = end


def doctype(text: str) -> tuple[int, int]:
    """Where the declaration of a document's type begins and ends: (0, 0) where there is none, and to the end of `text`
    where its own is not found."""
    found = _DOCTYPE.search(text)
    if found is None:
        return 0, 0
    end = _doctype_end(text, found.end())
    return found.start(), end if end >= 0 else len(text)


def without_subset(page: str) -> str:
    """A page without the declarations inside of its `<!DOCTYPE html [...]>`, which are no words of it."""
    head = page[:HEAD]
    begin, end = doctype(head)
    subset = head[begin:end]
    if not re.search(r"\[.*\]\s*>\Z", subset, re.S) or _ELEMENT.search(subset) or after_prolog(head[:begin]) < begin:
        return page
    return page[:begin] + page[end:]


def _blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _behind(sign: str, text: str, at: int) -> int:
    place = text.find(sign, at)
    return place + len(sign) if place >= 0 else -1


def _doctype_end(text: str, at: int) -> int:
    """Behind the `>` of a document's type; -1 where there is none."""
    inside = False
    while match := _SIGN.search(text, at):
        sign, at = match.group(), match.end()
        if sign in _CLOSED:
            behind = _behind(_CLOSED[sign], text, at)
            if inside or (behind >= 0 and "<" not in text[at : min(behind, at + 1_000)]):
                if behind < 0:
                    return -1
                at = behind  # else it is an apostrophe
        elif sign in "[]":
            inside = sign == "["
        elif not inside:
            return at
    return -1
