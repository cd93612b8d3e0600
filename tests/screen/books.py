"""Small statute books in our own words."""

from __future__ import annotations

import io
import tarfile
import zipfile
from pathlib import Path

TRAFFICKING = """FREEDOM OF THE PERSON ACT 2021
1. Interpretation
In this Act, "exploitation" includes sexual exploitation, forced labour, slavery and the removal of organs.
2. Trafficking in persons
(1) A person who, for the purpose of exploitation, recruits, transports, transfers, harbours or receives another person
by means of threat, force, abduction, fraud or deception commits an offence and is liable on conviction to imprisonment
for a term not exceeding twenty years.
(2) The consent of a victim of trafficking in persons is irrelevant where any of the means in subsection (1) was used.
"""
SHELTERS = """SHELTERS ACT
1. Care of victims
The Minister shall provide every victim of trafficking in persons with safe lodging and medical care. No victim of human
trafficking shall be held in a prison.
"""
PENAL = """PENAL CODE
1. Attempt
A person who attempts to commit an offence under any written law is guilty of an offence and liable to half the term.
2. Abetment
A person who aids or abets the commission of an offence under any written law is liable as if that person had
committed it.
"""
DAIRY = """DAIRY ACT
1. Milk
A person must not sell milk below the standard fat content.
"""
PASSING = """TAX TREATY ACT
1. Permanent establishment
The place of exploitation of natural resources is a permanent establishment. The treaty on slavery is not touched.
"""
FINNISH = """LAKI IHMISKAUPAN TORJUNNASTA
1 § Ihmiskauppa
Ihmiskaupasta rangaistaan vankeudella.
2 § Uhri
Ihmiskaupan uhrille annetaan apua.
"""
BOOK = {
    "a/trafficking.txt": TRAFFICKING,
    "b/penal.txt": PENAL,
    "b/shelters.txt": SHELTERS,
    "c/dairy.txt": DAIRY,
    "c/passing.txt": PASSING,
}


def folder(path: Path, book: dict[str, str] = BOOK) -> Path:
    for name, text in book.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return path


def tar(path: Path, book: dict[str, str] = BOOK, mode: str = "w:xz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, text in sorted(book.items()):
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return path


def zipped(path: Path, book: dict[str, str] = BOOK) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in sorted(book.items()):
            archive.writestr(name, text)
    return path
