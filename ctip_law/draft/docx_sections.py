"""The sections of a draft in Word: the heading in the margin, before the first words, or above them.

In the margin it is a paragraph in a frame, which Word and LibreOffice show beside the text and which stays a heading
for the list of headings; the number stands in the text. A heading that runs into the text is no paragraph of its own:
the list of contents finds it by a field.
"""

from __future__ import annotations

import textwrap
from typing import Any

from ctip_law.draft.docx import field
from ctip_law.draft.nouns import Draft, DraftSection

STEP = 0.9  # centimetres of indent for each level: a number stands close enough to its words to be read as one line
_ARTICLE = "Article heading"
#: The margin with notes in it: where it ends, where a note begins and how wide it is, in centimetres.
_LEFT, _RIGHT, _FROM, _WIDE = 5.0, 2.0, 1.4, 2.9
_SIZE = 8.5  # points of a note in the margin
#: What stands between a heading and the text that it runs into.
DASH = " – "
#: Signs of a number that leaves room for a column of its own: "103." does, "Article 5." does not.
_SHORT = 4
_GAP = 10  # points between sections
#: Signs in a line of a note and of the text beside it, and the points that a line takes.
_NOTE_SIGNS, _TEXT_SIGNS, _NOTE_LINE, _TEXT_LINE = 18, 66, 11.5, 14.0


def width(place: str) -> float:
    """Centimetres between the margins."""
    return 21.0 - _LEFT - _RIGHT if place == "margin" else 16.0


class Sections:
    """Writes the sections of one document, with their headings in one place."""

    def __init__(self, document: Any, draft: Draft, place: str) -> None:
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import Cm, Pt

        self._document, self._place, self._level = document, place, 2 if draft.whole else 1
        self._listed = draft.whole
        if place == "margin":
            page = document.sections[0]
            page.left_margin, page.right_margin = Cm(_LEFT), Cm(_RIGHT)
            style = document.styles[f"Heading {self._level}"]
            style.font.size, style.font.color.rgb = Pt(_SIZE), None
            style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        elif place == "run-in":
            document.styles.add_style(_ARTICLE, WD_STYLE_TYPE.CHARACTER).font.bold = True

    def write(self, section: DraftSection, footnote: Any) -> Any:
        """A section; its last paragraph. `footnote` is called with the paragraph that is to have the mark."""
        from docx.shared import Pt

        if self._place == "above":
            footnote(self._document.add_heading(section.heading, self._level))
            return self._lines(section, 0)
        last = (self._run_in if self._place == "run-in" else self._beside)(section, footnote)
        last.paragraph_format.space_after = Pt(_GAP)
        return last

    def _run_in(self, section: DraftSection, footnote: Any) -> Any:
        from docx.shared import Pt

        paragraph = self._document.add_paragraph()
        self._entry(paragraph, section)
        paragraph.add_run(closed(section.heading), style=_ARTICLE)
        footnote(paragraph)
        _, num, words = next(section.lines())
        paragraph.add_run(f"{DASH}{num} {words}" if num else f"{DASH}{words}")
        paragraph.paragraph_format.space_after = Pt(4)
        return self._lines(section, 1) or paragraph

    def _beside(self, section: DraftSection, footnote: Any) -> Any:
        from docx.shared import Cm, Pt

        note = self._document.add_heading(section.title, self._level)
        _framed(note)
        _, num, words = next(section.lines())
        paragraph = self._document.add_paragraph()
        self._entry(paragraph, section)
        short = len(section.opening) <= _SHORT
        paragraph.add_run(section.opening).bold = True
        paragraph.add_run(("\t" if short else " ") + (f"{num}\t{words}" if num and short else f"{num} {words}".strip()))
        footnote(paragraph)
        form, deep = paragraph.paragraph_format, STEP * (2 if num and short else 1)
        form.left_indent, form.first_line_indent, form.space_after = Cm(deep), Cm(-deep), Pt(4)
        for at in (STEP, 2 * STEP):
            form.tab_stops.add_tab_stop(Cm(at))
        return self._lines(section, 1, STEP) or paragraph

    def _entry(self, paragraph: Any, section: DraftSection) -> None:
        """What the list of contents has of a section whose heading is no paragraph with its number."""
        if self._listed:
            words = section.heading.replace("\\", "\\\\").replace('"', '\\"')
            field(paragraph.add_run(), f' TC "{words}" \\l 2 ', hidden=True)

    def _lines(self, section: DraftSection, first: int, left: float = 0.0) -> Any:
        """The lines of a section from `first` on; the last paragraph, None where there is none."""
        from docx.shared import Cm, Pt

        paragraph = None
        for depth, num, words in list(section.lines())[first:]:
            paragraph = self._document.add_paragraph(f"{num}\t{words}" if num else words)
            form = paragraph.paragraph_format
            form.space_after = Pt(4)
            if num:
                form.left_indent, form.first_line_indent = Cm(left + STEP * (depth + 1)), Cm(-STEP)
                form.tab_stops.add_tab_stop(Cm(left + STEP * (depth + 1)))
            else:
                form.left_indent = Cm(left + STEP * depth)
        return paragraph

    def room(self, section: DraftSection, last: Any) -> None:
        """Leaves so much room under a short section that its note in the margin does not reach the next one."""
        from docx.shared import Pt

        if self._place != "margin":
            return
        note = len(textwrap.wrap(section.title, _NOTE_SIGNS)) * _NOTE_LINE
        text = sum(-(-len(words) // _TEXT_SIGNS) * _TEXT_LINE + 4 for _, _, words in section.lines())
        last.paragraph_format.space_after = Pt(_GAP + max(0.0, note - text))

    def after_notes(self, last: Any) -> None:
        """Leaves room under the notes of a section where no heading stands above the next one."""
        from docx.shared import Pt

        if self._place != "above":
            last.paragraph_format.space_after = Pt(_GAP)


def closed(heading: str) -> str:
    """A heading with the mark that ends it."""
    return heading if heading.endswith((".", "?", "!")) else f"{heading}."


def _framed(paragraph: Any) -> None:
    """Puts a paragraph into a frame in the left margin, beside the one that follows."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    frame = OxmlElement("w:framePr")
    wide, at = Cm(_WIDE).twips, Cm(_FROM).twips
    placed = {"w": wide, "hSpace": 113, "wrap": "around", "vAnchor": "text", "hAnchor": "page", "x": at, "y": 1}
    for name, value in placed.items():
        frame.set(qn(f"w:{name}"), str(value))
    properties = paragraph._p.get_or_add_pPr()
    before = {qn("w:pStyle"), qn("w:keepNext"), qn("w:keepLines"), qn("w:pageBreakBefore")}  # as the schema has them
    properties.insert(sum(child.tag in before for child in properties), frame)
