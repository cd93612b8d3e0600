"""A page that a browser saved as one file (MHTML), or a mail: its first part with words, read as what it is."""

from __future__ import annotations

import email
import email.policy
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from importlib import import_module

from ctip_law.errors import CtipError, InputError
from ctip_law.model import Document, Repair
from ctip_law.read.encodings import known
from ctip_law.read.raw import Raw

#: What is read, the better first.
_KINDS = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown")


def read(raw: Raw) -> Document:
    """The law in the archive. Raises InputError CT103 where no part holds words, and what that part's reader raises."""
    from ctip_law.read.sniff import sniff

    message = email.message_from_bytes(raw.data, policy=email.policy.default)
    parts = [part for part in message.walk() if not part.is_multipart()] if isinstance(message, EmailMessage) else []
    best = next(_readable(parts), None)
    if best is None:
        raise InputError("CT103", "the file is a saved page or a mail and holds no text", path=raw.path)
    inner = replace(raw, data=_bytes(best), encoding=raw.encoding or _charset(best))
    document: Document = import_module(sniff(inner).module).read(inner)
    others = len(parts) - 1
    why = f"a saved page or a mail: its {best.get_content_type()} part read, {others} other part(s) left aside"
    source = replace(document.source, sha256=hashlib.sha256(raw.data).hexdigest())
    return replace(document, source=source, repairs=(Repair(0, 0, "", "", why), *document.repairs))


def _readable(parts: list[EmailMessage]) -> Iterator[EmailMessage]:
    for kind in _KINDS:
        yield from (part for part in parts if part.get_content_type() == kind and _bytes(part).strip())


def _bytes(part: EmailMessage) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _charset(part: EmailMessage) -> str:
    """The encoding that the part names, "" where that is none or UTF-8."""
    named = part.get_content_charset("")
    try:
        return known(named) if named and "utf" not in named else ""
    except CtipError:
        return ""
