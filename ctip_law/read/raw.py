"""A file as it came, before any reader has looked at it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ctip_law.model import Block, Caution, Document, Leftover, Repair, Source

Revisions = Literal["accept", "reject", "fail"]


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one source. `path` is for messages and `Source.path`; `lang` is what the caller declared;
    `revisions` says what becomes of tracked changes: accept, reject or fail; `encoding` is the one that the caller
    names."""

    data: bytes
    path: str
    lang: str = ""
    revisions: Revisions = "accept"
    encoding: str = ""

    def document(
        self,
        text: str,
        blocks: Iterable[Block],
        *,
        format: str,
        marked: bool = False,
        official: bool = False,
        meta: Mapping[str, str] | None = None,
        leftovers: Iterable[Leftover] = (),
        repairs: Iterable[Repair] = (),
    ) -> Document:
        """A Document over `text`, with the hashes of the bytes and of the text filled in."""
        said = {key: value for key, value in (meta or {}).items() if value}
        if self.lang:
            said["language"] = self.lang
        source = Source(
            path=self.path,
            sha256=hashlib.sha256(self.data).hexdigest(),
            text_sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
            format=format,
            official=official,
            licence=said.pop("licence", ""),
            url=said.pop("url", ""),
        )
        return Document(
            source=source,
            text=text,
            blocks=tuple(blocks),
            marked=marked,
            meta=said,
            leftovers=tuple(leftovers),
            repairs=(made := tuple(repairs)),
            warnings=cautions(made),
        )


def cautions(repairs: Iterable[Repair]) -> tuple[Caution, ...]:
    """What the user is told beside the law: one caution for each kind of repair that has a code, or for each reason."""
    by_reason: dict[tuple[str, str], list[Repair]] = {}
    for repair in repairs:
        if repair.code:
            by_reason.setdefault((repair.code, repair.why), []).append(repair)
    return tuple(Caution(code, _told(why, found)) for (code, why), found in by_reason.items())


def _told(why: str, found: list[Repair]) -> str:
    words = found[0].before
    if not words or found[0].after:
        return why
    first = words if len(words) <= 60 else f"{words[:57]}..."
    return f"{len(found)} passage(s) {why}, the first: “{first}”"
