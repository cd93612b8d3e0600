"""Zip archives (DOCX, ODT, EPUB, pages of one law), read part by part in memory and within bounds.

Nothing is unpacked to disk. An entry that is encrypted, damaged or would unfold beyond reason is refused by name.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from lxml import etree

from ctip_law.errors import InputError
from ctip_law.model import Repair
from ctip_law.read.raw import Raw
from ctip_law.read.xmlsafe import parse

#: Largest part read, unpacked, in bytes; a part that unfolds more than RATIO-fold beyond a first megabyte is refused.
MAX_PART = 60_000_000
#: The same for all parts read of one file.
MAX_ALL = 120_000_000
RATIO = 300
MAX_ENTRIES = 20_000
#: What zipfile raises on damaged archives.
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError, KeyError, struct.error)


def is_folder(info: zipfile.ZipInfo) -> bool:
    """Whether an entry holds nothing to read: a folder, or one without a name (`ZipInfo.is_dir` wants one)."""
    return info.filename[-1:] in ("", "/")


def names_in(data: bytes) -> tuple[str, ...]:
    """The names of the entries; none where the archive is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return tuple(info.filename for info in archive.infolist() if not is_folder(info))
    except _DAMAGE:
        return ()


def mime_of(data: bytes) -> str:
    """What an ODT or EPUB says it is, in its first entry `mimetype`, which is never packed; else ""."""
    if data[30:38] != b"mimetype":
        return ""
    size = int.from_bytes(data[22:26], "little")
    return data[38 : 38 + min(size, 100)].decode("ascii", "ignore").strip() if size else data[38:100].decode("latin-1")


class Archive:
    """The entries of a zip file. `what` names the kind of file in messages: "Word file"."""

    def __init__(self, raw: Raw, what: str) -> None:
        """Raises InputError CT112 damaged, CT108 too many entries."""
        self.raw, self.what = raw, what
        self.taken = 0
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(raw.data))
            entries = [info for info in self.zip.infolist() if not is_folder(info)]
            self.names = {info.filename: info for info in entries}
        except _DAMAGE:
            raise InputError("CT112", f"the {what} is damaged or cut off", path=raw.path) from None
        if len(self.names) > MAX_ENTRIES:
            raise InputError("CT108", f"the file has {len(self.names)} parts", path=raw.path)
        last = {name: info.CRC for name, info in self.names.items()}
        self.doubled = sorted({info.filename for info in entries if last[info.filename] != info.CRC})

    def told(self) -> list[Repair]:
        """That parts of one name say different things: programs differ in which one they show."""
        return [
            Repair(0, 0, "", "", f"the {self.what} holds several parts named {name}; the last was read", "CT120")
            for name in self.doubled
        ]

    def data(self, name: str) -> bytes | None:
        """The bytes of an entry; None where there is none. Raises InputError CT107, CT108, CT112."""
        info = self.names.get(name)
        if info is None:
            return None
        path = self.raw.path
        if info.flag_bits & 1:
            raise InputError("CT107", f"the {self.what} is encrypted", path=path)
        packed = max(1, info.compress_size)
        if info.file_size > MAX_PART or (info.file_size > 1_000_000 and info.file_size > RATIO * packed):
            raise InputError("CT108", f"the part {name} would unfold to {info.file_size:,} bytes", path=path)
        try:
            with self.zip.open(info) as part:
                data = part.read(MAX_PART + 1)
        except _DAMAGE:
            raise InputError("CT112", f"the part {name} is damaged", path=path) from None
        self.taken += len(data)
        if len(data) > MAX_PART or self.taken > MAX_ALL:
            raise InputError("CT108", f"the part {name} unfolds beyond {MAX_PART:,} bytes", path=path)
        return data

    def xml(self, name: str) -> etree._Element | None:
        """An entry, parsed; None where there is none. Raises as `data`, and CT106 and CT113."""
        data = self.data(name)
        return None if data is None else parse(Raw(data, f"{self.raw.path}!{name}"))
