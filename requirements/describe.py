"""What the lock brings: docs/data/packages.json and, for those who take stock of programs, docs/data/sbom.cdx.json.

    python requirements/describe.py

To be run where `requirements/all.txt` is installed, which `make lock` does. What a package says of its licence is taken
from its own metadata; nothing is looked up.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PACKAGES, SBOM = ROOT / "docs" / "data" / "packages.json", ROOT / "docs" / "data" / "sbom.cdx.json"
_LOCKED = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^ ;\\]+)", re.M)
#: What packages say of their licence, where that is no SPDX expression, and the SPDX expression for it.
SPDX = {
    "Apache 2.0": "Apache-2.0", "Apache License 2.0": "Apache-2.0", "Apache Software License": "Apache-2.0",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only", "ISC License": "ISC", "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0", "PSFL": "PSF-2.0",
}  # fmt: skip
_EXPRESSION = re.compile(r"[A-Za-z0-9.-]+(?: (?:AND|OR|WITH) [A-Za-z0-9.-]+)*")
_VAGUE = ("BSD", "BSD License")  # one of several licences: a name, and no expression

Package = dict[str, Any]


def locked(path: Path) -> dict[str, list[str]]:
    """The versions of each package in a lock; several where they depend on the version of Python."""
    found: dict[str, list[str]] = {}
    for one in _LOCKED.finditer(path.read_text(encoding="utf-8")):
        found.setdefault(one["name"], []).append(one["version"])
    return found


def installed() -> dict[str, importlib.metadata.Distribution]:
    """The distributions of this Python by their names."""
    return {canonicalize_name(one.metadata["Name"]): one for one in importlib.metadata.distributions()}


def licence(one: importlib.metadata.Distribution) -> str:
    """What a package says of its licence: an SPDX expression where it has one, else its words or its classifiers."""
    said = one.metadata.get("License-Expression") or ""
    words = (one.metadata.get("License") or "").strip()
    if not said and words not in ("", "UNKNOWN", *_VAGUE) and "\n" not in words:
        said = words
    if not said:
        classifiers = one.metadata.get_all("Classifier") or []
        named = [text.rpartition(" :: ")[2] for text in classifiers if text.startswith("License :: ")]
        said = " AND ".join(SPDX.get(name, name) for name in named) or words
    return SPDX.get(said, said)


def requires(one: importlib.metadata.Distribution, extras: Iterable[str] = ()) -> set[tuple[str, tuple[str, ...]]]:
    """What a package needs, with the extras asked for; on whatever system."""
    found = set()
    for text in one.requires or ():
        needed = Requirement(text)
        marker = str(needed.marker or "")
        if "extra" not in marker or any(needed.marker and needed.marker.evaluate({"extra": e}) for e in extras):
            found.add((canonicalize_name(needed.name), tuple(sorted(needed.extras))))
    return found


def parts() -> dict[str, list[Requirement]]:
    """What ctip-law itself needs: "core", and each extra that `all` takes in."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    every = ["core", *sorted(Requirement(extras["all"][0]).extras)]
    return {name: [Requirement(text) for text in extras.get(name, project["dependencies"])] for name in every}


def packages() -> list[Package]:
    """Every package of the lock: its versions, its licence, what it needs, and the parts of ctip-law that bring it."""
    there, lock = installed(), locked(ROOT / "requirements" / "all.txt")
    missing = sorted(name for name in lock if name not in there)
    if missing:
        sys.exit(f"not installed here: {', '.join(missing)}")
    brought = {part: set(_closure(needs, there)) for part, needs in parts().items()}
    return [
        {
            "name": name, "versions": versions, "licence": licence(there[name]),
            "parts": [part for part, own in brought.items() if name in own],
            "needs": sorted({other for other, _ in requires(there[name]) if other in lock}),
        }
        for name, versions in sorted(lock.items())
    ]  # fmt: skip


def _closure(needs: list[Requirement], there: Mapping[str, importlib.metadata.Distribution]) -> Iterator[str]:
    waiting = [(canonicalize_name(one.name), tuple(sorted(one.extras))) for one in needs]
    seen = set()
    while waiting:
        name, extras = waiting.pop()
        if (name, extras) not in seen and name in there:
            seen.add((name, extras))
            yield name
            waiting += sorted(requires(there[name], extras))


def sbom(known: list[Package]) -> dict[str, Any]:
    """The packages as CycloneDX 1.6; the same bytes from the same packages."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = f"pkg:pypi/{project['name']}@{project['version']}"
    direct = {canonicalize_name(one.name) for needs in parts().values() for one in needs}
    refs = {one["name"]: [f"pkg:pypi/{one['name']}@{version}" for version in one["versions"]] for one in known}
    tree = {own: [ref for name in sorted(direct) for ref in refs[name]]}
    for one in known:
        tree |= {ref: [other for name in one["needs"] for other in refs[name]] for ref in refs[one["name"]]}
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component(own, project["name"], project["version"], project["license"])},
        "components": [
            _component(ref, one["name"], version, one["licence"], "required" if "core" in one["parts"] else "optional")
            for one in known
            for ref, version in zip(refs[one["name"]], one["versions"], strict=True)
        ],
        "dependencies": [{"ref": ref, "dependsOn": on} for ref, on in tree.items()],
    }  # fmt: skip


def _component(ref: str, name: str, version: str, licence: str, scope: str = "") -> dict[str, Any]:
    kind = {"type": "library", "scope": scope} if scope else {"type": "application"}
    exact = _EXPRESSION.fullmatch(licence) and licence not in _VAGUE
    told = [{"expression": licence}] if exact else [{"license": {"name": licence}}] if licence else []
    return {**kind, "bom-ref": ref, "name": name, "version": version, "purl": ref, "licenses": told}


def as_text(data: object) -> str:
    """As it stands in the file."""
    return json.dumps(data, indent=1, ensure_ascii=False) + "\n"


def main() -> None:
    """Writes both files."""
    known = packages()
    PACKAGES.write_text(as_text(known), encoding="utf-8")
    SBOM.write_text(as_text(sbom(known)), encoding="utf-8")


if __name__ == "__main__":
    main()
