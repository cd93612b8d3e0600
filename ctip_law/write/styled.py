"""Paragraphs of a Word file in a style of it."""

from __future__ import annotations

from typing import Any


def styled(document: Any, words: str, style: str) -> Any:
    """As `document.add_paragraph(words, style)`, which looks over all styles of the document for each paragraph. The
    file names a style by its name without blanks, as python-docx makes the names."""
    paragraph = document.add_paragraph(words)
    paragraph._p.style = style.replace(" ", "")
    return paragraph
