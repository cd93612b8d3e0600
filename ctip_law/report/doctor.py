"""What `ctip-law doctor` looks at."""

from __future__ import annotations

import importlib.metadata as metadata
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from ctip_law.errors import CtipError

#: extra -> what it is for.
EXTRAS = {
    "site": "publishing the site",
    "pdf": "the report as PDF",
    "ocr": "reading scans",
    "fetch": "fetching official texts",
    "cluster": "screening on several machines",
    "multilingual": "candidates in languages without a lexicon",
    "evaluate": "reading hand-read labels and reviewed workbooks",
    "train": "training the second reader",
}


#: The version of libxml2 from which on a hostile file cannot make it work for ever.
XML_FLOOR = (2, 12, 0)

#: Languages with a lexicon, as tesseract names them.
TESSERACT = {"en": "eng", "es": "spa", "fr": "fra", "id": "ind", "ms": "msa"}


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
    done += environment()
    looks = {
        "framework": _framework,
        "rules": _rules,
        "languages": _languages,
        "second reader": _second,
        "structure words": _structure,
    }
    done += [_data(name.replace("_", " "), look) for name, look in (looks | {"corpus": _corpus} | more).items()]
    return done


def environment() -> list[dict[str, Any]]:
    """What the machine offers beside Python's packages: of it only the XML library can be wrong."""
    from lxml import etree

    libxml = ".".join(map(str, etree.LIBXML_VERSION))
    sound = etree.LIBXML_VERSION >= XML_FLOOR
    floor = "" if sound else f"; {'.'.join(map(str, XML_FLOOR))} or later is needed: pip install -U lxml"
    return [
        _check("XML library", "found" if sound else "wrong", sound, f"libxml2 {libxml}{floor}"),
        _scans(),
        _fonts(),
        _check("terminal", "found", True, _terminal()),
    ]


def _scans() -> dict[str, Any]:
    """The languages that scans can be read in, against those that have a lexicon."""
    from ctip_law.languages import languages

    listed = _lines("tesseract", "--list-langs")
    if listed is None:
        return _check("languages of scans", "missing", True, "reading scans: install tesseract-ocr")
    wanted = {TESSERACT[language]: language for language in languages() if language in TESSERACT}
    lacking = sorted(code for code in wanted if code not in listed)
    if not lacking:
        return _check("languages of scans", "found", True, ", ".join(sorted(wanted)))
    told = f"install {' '.join(f'tesseract-ocr-{code}' for code in lacking)}"
    return _check("languages of scans", "missing", True, told)


def _fonts() -> dict[str, Any]:
    """The languages whose statutes are read and whose letters no font on this machine has."""
    from ctip_law.profiles import profiles

    listed = _lines("fc-list", ":", "lang")
    if listed is None:
        return _check("fonts", "missing", True, "not known: fontconfig (fc-list) is not there")
    have = {code for line in listed for code in line.partition("lang=")[2].split("|")}
    wanted = sorted({language.split("-")[0] for profile in profiles() for language in profile.languages})
    lacking = [one for one in wanted if not any(code.split("-")[0] == one for code in have)]
    told = f"none for {', '.join(lacking)}: PDF and Word may show boxes" if lacking else f"for {len(wanted)} languages"
    return _check("fonts", "missing" if lacking else "found", True, told)


def _terminal() -> str:
    encoding = getattr(sys.stdout, "encoding", None) or "unknown"
    colour = "no colour" if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else "colour"
    shown = f"{colour} on a terminal" if not sys.stdout.isatty() else colour
    return f"encoding {encoding}, {shown}" + ("" if "utf" in encoding.lower() else "; --ascii gives letters for signs")


def _lines(*command: str) -> list[str] | None:
    """What a program of the machine prints; None where it is not there or fails."""
    if shutil.which(command[0]) is None:
        return None
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.splitlines() if done.returncode == 0 else None


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
