"""Which form a command writes: the one that -f names, else the one that the ending of -o says, else its first.

A file whose ending says one thing and holds another is never written. A form that is new gets a line in ENDINGS.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from ctip_law.errors import UsageError

#: form -> the endings of its files, the usual one first. A form without any is for a terminal or a pipe.
ENDINGS: dict[str, tuple[str, ...]] = {
    "table": (".txt",),
    "text": (".txt",),
    "tree": (),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv",),
    "tsv": (".tsv",),
    "md": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "docx": (".docx",),
    "xlsx": (".xlsx",),
    "pdf": (".pdf",),
    "akn": (".xml", ".akn"),
    "toml": (".toml",),
    "template": (".j2", ".md.j2"),
    "sarif": (".sarif", ".sarif.json"),
    "junit": (".xml", ".junit.xml"),
    "github": (),
}


#: Forms that are no text: every other may stand in a .txt.
BINARY = frozenset({"docx", "xlsx", "pdf"})


def chosen(form: str | None, output: str, forms: Sequence[str]) -> str:
    """The form to write. `form` is what -f names, `output` what -o names, `forms` what the command writes.

    Raises UsageError CT004 for an ending that no form of the command has, and for one that is of another form.
    """
    if form is not None and form not in forms:
        raise UsageError("CT004", f"-f {form} does not go with this call", remedy=f"Use {' or '.join(forms)}.")
    name = PurePath(output).name.casefold()
    if output in ("", "-") or not PurePath(name).suffix:
        return form or forms[0]
    fitting = _longest(name, forms)
    if form is None and not fitting:
        what = f"{_what(name)} is no ending of what this command writes"
        raise UsageError("CT004", what, path=output, remedy=_use(forms))
    strange = form not in fitting and _longest(name, tuple(ENDINGS))
    if form is not None and strange and not (name.endswith(".txt") and form not in BINARY):
        ends = f" ({' or '.join(ENDINGS[form])})" if ENDINGS[form] else ""
        what = f"{_what(name)} is no ending of -f {form}{ends}"
        raise UsageError("CT004", what, path=output, remedy="Leave -f out, or give the file another ending.")
    return form or fitting[0]


def _longest(name: str, forms: Sequence[str]) -> tuple[str, ...]:
    """The forms with the longest ending that the file's name has: "a.sarif.json" is SARIF before it is JSON."""
    found = [(len(end), form) for form in forms for end in ENDINGS[form] if name.endswith(end)]
    return tuple(form for length, form in found if length == max(found)[0])


def _what(name: str) -> str:
    return PurePath(name).suffix


def _use(forms: Sequence[str]) -> str:
    endings = dict.fromkeys(end for form in forms for end in ENDINGS[form][:1])
    return f"Use {', '.join(endings)}." if endings else "Leave -o out."
