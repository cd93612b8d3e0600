"""What `ctip-law doctor` looks at."""

from __future__ import annotations

import importlib.metadata as metadata
import platform
import re
import sys
from collections.abc import Callable
from typing import Any

from ctip_law.errors import CtipError

#: extra -> what it is for.
EXTRAS = {
    "site": "publishing the site",
    "pdf": "the report as PDF",
    "ocr": "reading scans",
    "cluster": "screening on several machines",
    "multilingual": "candidates in languages without a lexicon",
    "evaluate": "reading hand-read labels and reviewed workbooks",
    "train": "training the second reader",
}


def checks(**more: Callable[[], str]) -> list[dict[str, Any]]:
    """One entry for each thing looked at: name, state (found, missing, wrong), ok, detail.

    `more`: data of rooms that are no business of this one, each with what looks and raises the first mistake.
    """
    python = sys.version_info >= (3, 11)
    done = [_check("python", "found" if python else "wrong", python, platform.python_version())]
    needs, extras = _requirements()
    done += [_package(name, needed=True) for name in needs]
    for extra, purpose in EXTRAS.items():
        parts = [_package(name, needed=False) for name in extras.get(extra, [])]
        there = bool(parts) and all(part["state"] == "found" for part in parts)
        advice = purpose if there else f"{purpose}: pip install 'ctip-law[{extra}]'"
        done.append(_check(f"extra {extra}", "found" if there else "missing", True, advice))
    looks = {
        "framework": _framework,
        "rules": _rules,
        "languages": _languages,
        "second reader": _second,
        "structure words": _structure,
    }
    done += [_data(name.replace("_", " "), look) for name, look in (looks | {"corpus": _corpus} | more).items()]
    return done


def render(done: list[dict[str, Any]]) -> str:
    """The checks as lines, the ones that are not right marked with "!"."""
    width = max(len(check["name"]) for check in done)
    return "".join(
        f"{' ' if check['ok'] else '!'} {check['name']:{width}}  {check['state']:8} {check['detail']}\n"
        for check in done
    )


def _check(name: str, state: str, ok: bool, detail: str) -> dict[str, Any]:
    return {"name": name, "state": state, "ok": ok, "detail": detail}


def _requirements() -> tuple[list[str], dict[str, list[str]]]:
    """The packages that ctip-law needs, and those of each extra, as its own metadata lists them."""
    needs: list[str] = []
    extras: dict[str, list[str]] = {}
    for line in metadata.requires("ctip-law") or []:
        package = re.match(r"[\w.-]+", line)
        extra = re.search(r"extra == ['\"]([\w-]+)['\"]", line)
        if package and extra:
            extras.setdefault(extra[1], []).append(package[0])
        elif package:
            needs.append(package[0])
    return needs, extras


def _package(name: str, *, needed: bool) -> dict[str, Any]:
    try:
        return _check(name, "found", True, metadata.version(name))
    except metadata.PackageNotFoundError:
        return _check(name, "missing", not needed, f"pip install {name}")


def _data(name: str, look: Callable[[], str]) -> dict[str, Any]:
    try:
        return _check(name, "found", True, look())
    except CtipError as error:
        return _check(name, "wrong", False, str(error))


def _framework() -> str:
    from ctip_law.framework import load
    from ctip_law.framework.check import check
    from ctip_law.framework.outline import outlines

    for error in check():
        raise error
    framework = load()
    provisions = framework.provisions()
    texts = outlines()
    paragraphs = sum(len(one.paragraphs) for one in texts)
    counted = f"{len(framework.instruments)} instruments, {len(provisions)} provisions"
    walked = f"{len(texts)} treaties, {paragraphs} paragraphs, none without a provision or a reason"
    return f"{framework.version}: {counted}; {walked}"


def _rules() -> str:
    """Every concept that a rule names is declared, every one declared is used, every rule is for an element."""
    from ctip_law.knowledge import concepts, reliability, rules

    reliability.load()
    return f"{len(rules())} rules over {len(concepts())} concepts"


def _languages() -> str:
    """Each language has words for every concept or says that it has none, and its grammar can be read."""
    from ctip_law.annotate.drafting import drafting
    from ctip_law.annotate.grammar import grammar
    from ctip_law.annotate.grammar import languages as annotated
    from ctip_law.languages import languages, load
    from ctip_law.languages.tokens import tokens

    for language in annotated():
        grammar(language)
        if (how := drafting(language)) is not None:
            how.check()
    for language in languages():
        tokens(language)
    return ", ".join(f"{language} {load(language).version}" for language in languages())


def _second() -> str:
    """The weights of every language that has some fit."""
    from ctip_law.languages import languages
    from ctip_law.match.heads import versions

    return f"weights {versions(languages()) or 'of no language'}"


def _structure() -> str:
    from ctip_law.profiles import profiles

    return f"{len(profiles())} drafting traditions"


def _corpus() -> str:
    from ctip_law.corpus import countries, entries

    return f"{len(entries())} laws of {len(countries())} countries"
