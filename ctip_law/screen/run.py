"""A whole screening: books in, the records of their laws and the findings on each state out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ctip_law.errors import CtipError
from ctip_law.screen.books import Text, texts
from ctip_law.screen.engines import Engine, run
from ctip_law.screen.merge import State, states
from ctip_law.screen.store import Store
from ctip_law.screen.work import Record, Unit, look, passed_over, read_unit


@dataclass(frozen=True, slots=True)
class Screening:
    """`records`: one a file of the books, in their order; `states`: what each state's laws say together; `failures`:
    files and archives that could not be read; `reused`: records that an earlier run had made."""

    records: tuple[Record, ...]
    states: tuple[State, ...]
    failures: tuple[CtipError, ...]
    reused: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a screening is: files done, laws kept by the gate, laws read, and `taken`, the bytes on disk that the
    files done took."""

    files: int
    kept: int
    read: int
    taken: int


def screen(
    paths: Sequence[str],
    instruments: Sequence[str],
    *,
    country: str = "",
    lang: str = "",
    engine: Engine = "pool",
    workers: int = 0,
    scheduler: str = "",
    store: Path | None = None,
    told: Callable[[CtipError], None] = lambda error: None,
    progress: Callable[[Progress], None] = lambda progress: None,
) -> Screening:
    """Screens whole statute books: files, folders and archives (tar, zip; gz, bz2, xz) of any format that is read.

    `store` keeps every record there and takes it from there again, as long as text and program are the same. `told`
    hears at once of a file that cannot be read. The same books give the same result, whatever the engine.

    Raises UsageError CT902 where nothing can be kept, what `engines.run` raises, and ConfigError CT301 for data files.
    """
    job = _Job(Store(store) if store else None, lang, told, progress)
    for number, record in run(engine, read_unit, job.units(paths), workers=workers, scheduler=scheduler):
        job.done(number, record)
    records = tuple(record for _, record in sorted(job.records.items()))
    return Screening(records, tuple(states(records, instruments, country)), tuple(job.failures), job.reused)


class _Job:
    """What a screening keeps account of."""

    def __init__(
        self,
        store: Store | None,
        lang: str,
        told: Callable[[CtipError], None],
        progress: Callable[[Progress], None],
    ) -> None:
        self.records: dict[int, Record] = {}
        self.failures: list[CtipError] = []
        self.reused = 0
        self._store = store
        self._lang = lang
        self._told = told
        self._progress = progress
        self._kept = self._read = self._taken = 0
        self._of: dict[int, tuple[Text, str]] = {}  # number of a unit in work to its file, without the words, and key

    def units(self, paths: Iterable[str]) -> Iterator[tuple[int, Unit]]:
        """What has to be read, numbered in the order of the books; the rest is entered here."""
        for number, text in enumerate(texts(paths, self._failed)):
            unit = look(text.path, text.data, self._lang)
            text = replace(text, data=b"")
            if unit.seen is not None and not unit.seen.kept:
                self._enter(number, text, passed_over(unit))
                continue
            self._kept += 1
            known = self._store.get(unit.key) if self._store else None
            if known is not None:
                self.reused += 1
                self._enter(number, text, known | {"path": unit.path})
                continue
            self._of[number] = text, unit.key
            yield number, unit

    def done(self, number: int, record: Record) -> None:
        """Enters what was read, and keeps it."""
        text, key = self._of.pop(number)
        if self._store and not any(error["code"] == "CT970" for error in record["errors"]):
            self._store.put(key, record)
        self._enter(number, text, record)

    def _enter(self, number: int, text: Text, record: Record) -> None:
        self.records[number] = record | {"book": text.book}
        self._taken += text.taken
        self._read += bool(record.get("read"))
        for error in record["errors"]:
            self._failed(CtipError(error["code"], error["message"], path=record["path"], place=error["place"]))
        self._progress(Progress(len(self.records), self._kept, self._read, self._taken))

    def _failed(self, error: CtipError) -> None:
        self.failures.append(error)
        self._told(error)
