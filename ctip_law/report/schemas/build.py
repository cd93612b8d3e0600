"""What a build reads: the findings as SARIF, and a baseline of known ones."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from ctip_law.report.schemas.base import Strict, Tool


class Text(Strict):
    """A message."""

    text: str


class RuleProperties(Strict):
    """How strong the duty is."""

    strength: str


class SarifRule(Strict):
    """A duty that is not met."""

    id: str
    shortDescription: Text
    helpUri: str
    properties: RuleProperties


class Driver(Strict):
    """ctip-law."""

    name: Literal["ctip-law"]
    version: str
    informationUri: str
    rules: list[SarifRule]


class SarifTool(Strict):
    """What made the run."""

    driver: Driver


class Notification(Strict):
    """An input that could not be used."""

    level: Literal["error"]
    message: Text


class Invocation(Strict):
    """Whether every input was read."""

    executionSuccessful: bool
    toolExecutionNotifications: list[Notification]


class Uri(Strict):
    """The file of a law."""

    uri: str


class Artifact(Strict):
    """A law that was read."""

    location: Uri


class Physical(Strict):
    """Where a finding is: the file of the law. What was not found has no line."""

    artifactLocation: Uri


class Logical(Strict):
    """A section that was found for the duty."""

    name: str
    fullyQualifiedName: str
    kind: Literal["section"]


class Location(Strict):
    """A law, and its sections."""

    physicalLocation: Physical
    logicalLocations: list[Logical]


class Fingerprints(Strict):
    """What a finding is recognised by in the next run."""

    ctipLaw: str = Field(alias="ctipLaw/v1")


class SarifResult(Strict):
    """A duty that is a gap or met in part; `baselineState` is new where the baseline does not have it, or as less."""

    ruleId: str
    ruleIndex: int
    level: Literal["error", "warning", "note"]
    kind: Literal["fail"]
    message: Text
    locations: list[Location]
    partialFingerprints: Fingerprints
    baselineState: Literal["new", "unchanged"]


class Run(Strict):
    """The run."""

    tool: SarifTool
    invocations: list[Invocation]
    artifacts: list[Artifact]
    results: list[SarifResult]


class SarifReport(BaseModel):
    """What `gap -f sarif` prints: the part of SARIF 2.1.0 that is written."""

    model_config = ConfigDict(extra="forbid", title="sarif")
    schema_: Literal["https://json.schemastore.org/sarif-2.1.0.json"] = Field(alias="$schema")
    version: Literal["2.1.0"]
    runs: list[Run] = Field(min_length=1, max_length=1)


class BaselineFinding(Strict):
    """A duty that is known not to be met."""

    provision: str
    status: Literal["gap", "partial"]
    strength: str


class Baseline(BaseModel):
    """What `gap --write-baseline` writes and `--baseline` reads."""

    model_config = ConfigDict(extra="forbid", title="baseline")
    schema_: Literal["ctip-law/baseline/1"] = Field(alias="schema")
    tool: Tool
    laws: list[str]
    findings: list[BaselineFinding]
