# ruff: noqa: E501  (pieces of Word XML: long lines)
"""Makes small Word files for the tests: only what the reader looks at."""

from __future__ import annotations

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def part(name: str, inside: str) -> str:
    return f"<w:{name} {_W}>{inside}</w:{name}>"


def word(body: str, **parts: str) -> bytes:
    """A DOCX with this body; `parts` are numbering, styles, footnotes ... by name."""
    document = f"<w:document {_W}><w:body>{body}</w:body></w:document>"
    return zipped(
        {"_rels/.rels": _RELATIONS, "word/document.xml": document}
        | {f"word/{name}.xml": text for name, text in parts.items()}
    )


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def p(words: str, *, num: str = "", level: int = 0, style: str = "", more: str = "") -> str:
    """A paragraph. `words` may hold run-level XML."""
    runs = words if words.startswith("<w:") else f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{numbered}{more}</w:pPr>{runs}</w:p>"


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def level(place: int, format: str, pattern: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{pattern}"/></w:lvl>'


def numbering(levels: str, extra: str = "", name: str = "") -> str:
    """One abstract list, used by list 1; `extra` are further lists."""
    named = f'<w:name w:val="{name}"/>' if name else ""
    abstract = f'<w:abstractNum w:abstractNumId="0">{named}{levels}</w:abstractNum>'
    return part("numbering", f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{extra}')
