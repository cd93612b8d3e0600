"""Files in, Documents out: one module per format, picked by what the file holds, never by its name.

A new format is one module with `read(raw: Raw) -> Document` and one line in `ctip_law.read.sniff.FORMATS`.

What a reader promises
----------------------
`Document.text` is what `parse -f text` prints. Every line of it that is not blank lies in a block or in one of
`Document.leftovers` (what the reader itself knows to be furniture: navigation of a page, a running head).
Blocks are in the order of the text, do not overlap and hold no leading or trailing blanks. `meta` holds what the
file says of itself: "title", "language", "country" (ISO 3166 alpha-2), "version", "in_force", "kind", "uri",
"restatement" ("true"), "complete" ("false"), "licence", "url".

Unmarked documents (plain text, Markdown, generic HTML, PDF): one block per line or paragraph, `kind` empty; `style`
holds blank-separated layout hints: "h1".."h6", "bold", "center", "margin", "li", "table", "indent:2",
"page:3", "counted" (of a list that Word counts through the document). `ctip_law.structure` decides the rest. Two kinds
may be said: "note", and "translation" for what a page holds in a second language beside the law.

Marked documents (`marked=True`): the structure stages only assemble the tree, by this convention:

- A block with a clause kind ("part", "chapter", "section", "article", "subsection", "paragraph", "item",
  "definition", "proviso" ...) opens a clause at its `depth` (0 is the outermost) and closes every open clause of
  that depth or deeper. Its stretch of the text holds the printed number, the heading and, where they stand in the
  same line, the first words. `num` is the number as printed ("12.", "(1)", "§ 5"), `heading` the heading's words; both
  may be empty. What is left of the stretch once both are taken from its front is the clause's text.
- A block with kind "" or "text" is body text of the clause open. With `depth` d >= 0 it belongs to the open clause
  of depth d and closes all deeper ones: so words after the items of a clause become its `wrap_up`.
- "heading": the heading of the clause open if it has neither heading nor text yet, otherwise a crossheading of its own.
- "preface", "preamble", "conclusions", "explanatory_note": open that component. "schedule" (also an annex): opens a
  new "schedule_<n>". Blocks deeper than it belong to it. It ends with the next block of such a kind, or with a clause
  of its depth or less, which goes to the body again.
- "quote": text quoted by an amending clause. It is text and evidence of the clause open and never a section.
- "toc", "note", "page_number", "running_head": furniture, listed in `leftovers` and no part of any clause. A note
  is an editor's or a footnote, not the legislature's words.

The unit a law is cited by must have kind "section", "article", "regulation" or "rule". A division of a code
that merely bears the name "Section" and holds articles is "division", its own subdivision "subdivision".
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path

from ctip_law.errors import InputError
from ctip_law.model import Document, Repair
from ctip_law.read.raw import Raw, Revisions
from ctip_law.read.sniff import MAX_BYTES, MAX_UNMARKED, sniff
from ctip_law.read.unseen import in_bytes, told, without_unseen

__all__ = ["MAX_BYTES", "MAX_UNMARKED", "Raw", "read"]


def read(
    path: str | Path,
    *,
    lang: str = "",
    stdin: bytes | None = None,
    revisions: Revisions = "accept",
    encoding: str = "",
) -> Document:
    """The document in the file `path`, in whatever known format. `stdin` gives the bytes instead of the file
    (path "-"). `lang` (BCP 47) overrides what the file declares. `revisions`: what becomes of tracked changes.
    `encoding`: that of the bytes, where they are text; without it, it is recognised.

    Raises InputError: CT101 no file, CT102 directory, CT103 empty, CT104 unknown format, CT108 too large, CT111
    not openable; and what the format's reader raises.
    """
    raw = Raw(stdin if stdin is not None else _bytes(Path(path)), str(path), lang, revisions, encoding)
    if not raw.data.strip():
        raise InputError("CT103", "the file is empty or holds only blanks", path=raw.path)
    _refuse_large(len(raw.data), MAX_BYTES, raw.path)
    format = sniff(raw)
    _refuse_large(len(raw.data), format.limit, raw.path, format.name)
    data, unseen = (raw.data, 0) if format.own_encoding else in_bytes(raw.data)
    document: Document = without_unseen(import_module(format.module).read(replace(raw, data=data)))
    if unseen:
        document = told(document, raw.data, unseen)
    if not document.text.strip():
        raise InputError("CT103", f"the file is {format.name} and holds no text", path=raw.path)
    if encoding and format.own_encoding:
        why = f"the encoding {encoding} was not used: {format.name} says its own"
        document = replace(document, repairs=(*document.repairs, Repair(0, 0, "", "", why)))
    return document


def _refuse_large(size: int, limit: int, path: str, format: str = "") -> None:
    if size > limit:
        most = f"at most {limit // 1_000_000} MB {f'of {format} ' if format else ''}are read"
        raise InputError("CT108", f"the file has {size // 1_000_000} MB and {most}", path=path)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError("CT102", "the path is a directory", path=str(path))
        if not path.exists():
            raise InputError("CT101", "the file does not exist", path=str(path))
        _refuse_large(path.stat().st_size, MAX_BYTES, str(path))
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise InputError("CT111", f"the file cannot be opened ({error.__class__.__name__})", path=str(path)) from None
