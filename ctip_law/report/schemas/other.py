"""Accuracy, search, the corpus and the installation."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ctip_law.report.schemas.base import Error, Strict, Tool


class Figures(Strict):
    """Accuracy, each a share from 0 to 1; 1 where there is nothing to measure."""

    precision: float
    recall: float
    f1: float
    evidence: float
    provisions: float
    defects_p: float
    defects_r: float
    gap_p: float
    gap_r: float
    met_p: float
    penalties: float
    penalties_p: float


class LeftOut(Strict):
    """The same figures with the wordings off that were met in a law's own work alone, or nowhere."""

    laws: dict[str, Figures]
    languages: dict[str, Figures]
    kinds: dict[str, Figures]
    all: Figures
    counted: dict[str, dict[str, int]]
    mistakes: dict[str, dict[str, list[str]]]


class Evaluation(BaseModel):
    """Accuracy on hand-read labels (`evaluate -f json`), per law and micro-averaged per language and kind of law.

    `counts` is the number of laws per language, `kind_counts` per kind. `counted` is what was counted on each law; the
    figures are its sums divided. `left_out` is null without `--leave-one-out`.
    """

    model_config = ConfigDict(extra="forbid", title="evaluation")
    schema_: Literal["ctip-law/evaluation/1"] = Field(alias="schema")
    tool: Tool
    gold_sha256: str
    against: list[str]
    counts: dict[str, int]
    kind_counts: dict[str, int]
    laws: dict[str, Figures]
    languages: dict[str, Figures]
    kinds: dict[str, Figures]
    all: Figures
    counted: dict[str, dict[str, int]]
    mistakes: dict[str, dict[str, list[str]]]
    left_out: LeftOut | None
    failed: list[Error]


class ConfigValue(Strict):
    """The value of an option of a command that a file or the environment sets."""

    command: str
    option: str
    value: bool | int | float | str | list[str]
    origin: str


class ConfigReport(BaseModel):
    """What `config show -f json` prints. `files` are those that were read."""

    model_config = ConfigDict(extra="forbid", title="config")
    schema_: Literal["ctip-law/config/1"] = Field(alias="schema")
    files: list[str]
    values: list[ConfigValue]


class VersionReport(BaseModel):
    """What `version -f json` prints: versions of the program and of what it stands on, hashes of its data."""

    model_config = ConfigDict(extra="forbid", title="version")
    schema_: Literal["ctip-law/version/1"] = Field(alias="schema")
    version: str
    python: str
    lxml: str
    libxml2: str
    framework: str
    lexicon: str
    weights: str


class SearchHit(Strict):
    """A clause that has the words of a query; `title` is that of its law, or the law's path where it has none.

    `cite` is the clause below the section where they stand first, such as "11(4)"; `times` is how often the words stand
    side by side, or, where they never do, how often any of them stands; `words` is how many of them are there, small
    words apart, and `all` whether all. A clause of a schedule has its name in front of `num`; text outside the sections
    has neither `eid` nor number.
    """

    law: str
    title: str
    eid: str
    num: str
    cite: str
    heading: str
    score: float
    times: int
    words: int
    all: bool
    quote: str


class SearchReport(BaseModel):
    """What `search -f json` prints."""

    model_config = ConfigDict(extra="forbid", title="search")
    schema_: Literal["ctip-law/search/1"] = Field(alias="schema")
    query: str
    results: list[SearchHit]
    errors: list[Error]


class Check(Strict):
    """One thing that `doctor` looked at; a missing extra is `ok` and has the state `missing`."""

    name: str
    state: Literal["found", "missing", "wrong"]
    ok: bool
    detail: str


class DoctorReport(BaseModel):
    """What `doctor -f json` prints."""

    model_config = ConfigDict(extra="forbid", title="doctor")
    schema_: Literal["ctip-law/doctor/1"] = Field(alias="schema")
    ok: bool
    checks: list[Check]


class CorpusLaw(Strict):
    """A law of the corpus. `status` says what the text is, `licence` is that of the restatement, `read` the day on
    which the official text was read; `legal_family_checked` is false where the country's legal family is from memory.
    """

    country: str
    name: str
    title: str
    citation: str
    language: str
    version: str
    official_url: str
    sha256: str
    status: str
    read: str
    licence: str
    legal_family: str
    legal_family_checked: bool


class BundleLaw(Strict):
    """A law of the corpus, with the kinds of general law that it is of and what the restatement leaves out."""

    name: str
    title: str
    version: str
    kinds: list[str]
    left_out: str


class Standing(Strict):
    """Where the country stands towards a treaty, as a status and in words; `checked` is false for what is from memory.
    """

    id: str
    name: str
    status: str
    standing: str
    checked: bool
    source: str


class KnownStatute(Strict):
    """A principal statute; `checked` is false for what is from memory."""

    title: str
    title_en: str
    number: str
    year: int
    role: str
    checked: bool
    source: str


class BundleReport(BaseModel):
    """What is held of a country (`corpus country -f json`); `lacks` are its laws on trafficking that are not held."""

    model_config = ConfigDict(extra="forbid", title="bundle")
    schema_: Literal["ctip-law/bundle/1"] = Field(alias="schema")
    country: str
    name: str
    laws: list[BundleLaw]
    lacks: list[str]
    kinds_not_held: list[str]
    treaties: list[Standing]
    statutes: list[KnownStatute]


class CorpusReport(BaseModel):
    """What `corpus list -f json` prints."""

    model_config = ConfigDict(extra="forbid", title="corpus")
    schema_: Literal["ctip-law/corpus/1"] = Field(alias="schema")
    laws: list[CorpusLaw]
