"""Writes what is generated in README and docs, or with --check names what is stale.

    python docs/generate.py [--check]

Five kinds of text are generated: the output below each `$ ctip-law ...` line of a console block, which is run in a
folder with the sample statute; the tables between `<!-- begin NAME -->` and `<!-- end NAME -->`; the reference of the
command line; its man pages; and the JSON Schemas.
"""

from __future__ import annotations

import contextlib
import dataclasses
import inspect
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
EVALUATION = DOCS / "data" / "evaluation.json"
BLIND = DOCS / "data" / "blind-rounds.toml"
CONTACTS = DOCS / "data" / "first-contacts.jsonl"
SECOND = DOCS / "data" / "second-reader.json"
PACKAGES = DOCS / "data" / "packages.json"
BENCHMARKS = DOCS / "data" / "benchmarks.json"
MUTANTS = DOCS / "data" / "mutants.json"
SAMPLE = DOCS / "tutorial" / "act.txt"

_BLOCK = re.compile(r"^```console\n(?P<body>.*?)^```$", re.M | re.S)
_MARKED = re.compile(r"(?P<begin><!-- begin (?P<name>[\w-]+) -->\n).*?(?P<end><!-- end (?P=name) -->)", re.S)


def main() -> int:
    """Writes the pages, or checks them; 1 when one is stale."""
    stale = list(stale_pages()) if "--check" in sys.argv[1:] else []
    if "--check" not in sys.argv[1:]:
        for path in pages():
            path.write_text(fresh(path), encoding="utf-8")
    for path in stale:
        print(f"{path.relative_to(ROOT)} is stale: run `make readme`", file=sys.stderr)
    return 1 if stale else 0


def pages() -> list[Path]:
    """README, every page of the documentation, and the generated reference even before it exists."""
    generated = {DOCS / "reference" / "cli.md", *man_pages(), *schema_pages()}
    return sorted({ROOT / "README.md", *DOCS.rglob("*.md"), *generated})


@cache
def man_pages() -> dict[Path, str]:
    """The man page of the program and of each command, which the wheel installs."""
    from ctip_law.cli.man import pages as made

    return {ROOT / "man" / name: page for name, page in made().items()}


@cache
def schema_pages() -> dict[Path, str]:
    """The JSON Schemas, published under the address that each names itself by."""
    from ctip_law import schema
    from ctip_law.cli.schema import NAMES
    from ctip_law.cli.settings import json_schema
    from ctip_law.report.render import to_json

    made = {name: json_schema() if name == "settings" else schema(name) for name in NAMES}
    return {DOCS / "schema" / name / "1.json": to_json(one) for name, one in made.items()}


def stale_pages() -> Iterator[Path]:
    """The pages that are not what they would be if written now."""
    for path in pages():
        if not path.exists() or path.read_text(encoding="utf-8") != fresh(path):
            yield path


def fresh(path: Path) -> str:
    """The page as it should be."""
    if path == DOCS / "reference" / "cli.md":
        return command_reference()
    if path.parent == ROOT / "man":
        return man_pages()[path]
    if path.suffix == ".json":
        return schema_pages()[path]
    text = path.read_text(encoding="utf-8")
    text = _MARKED.sub(lambda found: found["begin"] + "\n" + TABLES[found["name"]]() + "\n" + found["end"], text)
    with tempfile.TemporaryDirectory() as folder:  # the commands of one page work in one folder, in order
        shutil.copy(SAMPLE, folder)
        return _BLOCK.sub(lambda found: "```console\n" + session(found["body"], Path(folder)) + "```", text)


def session(body: str, folder: Path) -> str:
    """A console block with its commands run again; a command may pipe into head, cat or wc."""
    lines = []
    for line in body.splitlines():
        if line.startswith("$ "):
            lines += [line, *run(line[2:], folder).splitlines()]
    return "\n".join(lines) + "\n"


def run(command: str, folder: Path) -> str:
    """Standard output and error of one shell command, with the ctip-law of this Python first on the path."""
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=_environment(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode == 70 or "Traceback" in done.stdout:
        raise RuntimeError(f"{command}: {done.stdout}")
    return done.stdout


def _environment(folder: Path) -> dict[str, str]:
    """Without what the user has set for ctip-law, and as wide as a page."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CTIP_")}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    own = {"XDG_CONFIG_HOME": str(folder / "no-configuration"), "XDG_CACHE_HOME": str(folder / "no-cache")}
    return clean | {"PATH": path, "NO_COLOR": "1", "COLUMNS": "80"} | own


def _help(words: list[str]) -> str:
    """What a command says of itself, asked in this process: there are as many as commands."""
    from ctip_law.cli import run as run_here

    out = io.StringIO()
    with patch.dict(os.environ, _environment(ROOT), clear=True), contextlib.redirect_stdout(out):
        run_here([*words, "--help"])
    return out.getvalue()


def command_reference() -> str:
    """Every command's help, in the order of the list."""
    from ctip_law.cli.app import COMMANDS, root

    names: list[str] = []
    for name in COMMANDS:
        subs = list(getattr(root().get_command(None, name), "commands", {}))
        names += [name, *(f"{name} {sub}" for sub in subs)]
    intro = "Generated from the program by `make readme`. See also the [exit codes](exit-codes.md).\n"
    parts = ["# Command line\n", intro]
    for name in ["", *names]:
        title = f"ctip-law {name}".strip()
        parts.append(f"## {title}\n\n```text\n{_help(name.split()).strip()}\n```\n")
    return "\n".join(parts)


#: figure -> heading of its column, in every table of accuracy
_FIGURES = {
    "met_p": "`met` right", "gap_p": "`gap` right", "provisions": "verdicts", "precision": "element P", "recall": "R",
    "f1": "F1", "gap_r": "gaps found", "evidence": "evidence", "defects_p": "defects P", "defects_r": "R",
    "penalties": "penalties",
}  # fmt: skip


def _figures(rows: Iterable[tuple[str, int, dict[str, float] | None]], first: str = "") -> list[str]:
    """A table with a row for each name, number of laws and figures; dashes where there are none."""
    lines = [f"| {first} | laws | {' | '.join(_FIGURES.values())} |", "|---|" + "---:|" * (len(_FIGURES) + 1)]
    for name, laws, own in rows:
        shares = [f"{own[key]:.2f}" if own else "–" for key in _FIGURES]
        lines.append(f"| {' | '.join([name, str(laws), *shares])} |")
    return lines


def first_contact() -> str:
    """What was said of laws when they were first met, by day, by program and by kind of law."""
    from ctip_law.evaluate.first import REAL, read_contacts, shares

    contacts = read_contacts(CONTACTS)
    rows = []
    for day in sorted({one.day for one in contacts if one.counts}, reverse=True):
        for how, name in (("", f"real laws, {day}"), ("invented", f"invented Acts, {day}")):
            met = [one for one in contacts if one.day == day and one.counts and (one.how not in REAL) == bool(how)]
            rows += [(name, len(met), shares(met))] if met else []
            for kind in sorted({one.kind for one in met}) if not how else ():
                own = [one for one in met if one.kind == kind]
                rows.append((f"– {kind}", len(own), shares(own)))
    return "\n".join(_figures(rows, "met for the first time")) + "\n"


def trust() -> str:
    """The sentence that stands beside every verdict."""
    from ctip_law.knowledge.measured import load

    return load().words + "\n"


def accuracy() -> str:
    """The figures of the committed evaluation: with each law's own wordings off, by kind and language, then as read."""
    result: dict[str, Any] = json.loads(EVALUATION.read_text(encoding="utf-8"))
    left, lexicons = result["left_out"], {part.partition(":")[0] for part in result["tool"]["lexicon"].split()}
    kinds, counts = result["kind_counts"], result["counts"]
    rows = [("**own wordings off**, all", sum(counts.values()), left["all"])]
    rows += [(kind, number, left["kinds"][kind]) for kind, number in kinds.items()]
    rows += [(_language(c), n, left["languages"][c] if c in lexicons else None) for c, n in counts.items()]
    rows += [("**as read now**, all", sum(counts.values()), result["all"])]
    rows += [(kind, number, result["kinds"][kind]) for kind, number in kinds.items()]
    rows += [(_language(c), n, result["languages"][c] if c in lexicons else None) for c, n in counts.items()]
    tool, labels = result["tool"], result["gold_sha256"][:12]
    made = f"Framework `{tool['framework']}`, lexicon `{tool['lexicon']}`, labels `{labels}`."
    return "\n".join([*_figures(rows), "", made]) + "\n"


def accuracy_short() -> str:
    """What the README prints: first contacts, then laws known since."""
    from ctip_law.evaluate.first import REAL, read_contacts, shares

    result: dict[str, Any] = json.loads(EVALUATION.read_text(encoding="utf-8"))
    met = [one for one in read_contacts(CONTACTS) if one.how in REAL]
    rows = []
    for day in sorted({one.day for one in met}, reverse=True):
        own = [one for one in met if one.day == day]
        rows.append((f"**when first met**, {day}", len(own), shares(own)))
    left, all_laws = result["left_out"], sum(result["counts"].values())
    rows += [("**known since, own wordings off**", all_laws, left["all"])]
    rows += [(f"– {kind}", number, left["kinds"][kind]) for kind, number in result["kind_counts"].items()]
    rows += [("**as read now**", all_laws, result["all"])]
    return "\n".join(_figures(rows)) + "\n"


def per_law() -> str:
    """The figures of the committed evaluation, per law; "unseen" is with the law's own wordings off."""
    result: dict[str, Any] = json.loads(EVALUATION.read_text(encoding="utf-8"))
    lines = [
        "| law | element F1 | unseen | evidence | unseen | verdicts | unseen | defects P | R | penalties |",
        "|---|" + "---:|" * 9,
    ]
    for law, own in result["laws"].items():
        unseen = result["left_out"]["laws"][law]
        pairs = [figures[key] for key in ("f1", "evidence", "provisions") for figures in (own, unseen)]
        shares = [*pairs, own["defects_p"], own["defects_r"], own["penalties"]]
        lines.append(f"| {law} | " + " | ".join(f"{share:.2f}" for share in shares) + " |")
    return "\n".join(lines) + "\n"


def blind_clauses() -> str:
    """First scores of single clauses by writers who had seen no word list, and what the program before said of them."""
    head = "| round | language | clauses | found | in part, found so | near-misses taken for it |"
    lines = [head, "|---:|---|---:|" + "---:|" * 3]
    for row in tomllib.loads(BLIND.read_text(encoding="utf-8"))["clauses"]:
        pairs = zip(row.get("start", [None] * 3), row["shares"], strict=True)
        shares = " | ".join(f"{now:.2f}" if before is None else f"{before:.2f} to {now:.2f}" for before, now in pairs)
        lines.append(f"| {row['round']} | {_language(row['language'])} | {sum(row['counts'])} | {shares} |")
    return "\n".join(lines) + "\n"


def blind_laws() -> str:
    """First scores of laws newly read and of invented Acts."""
    lines = ["| | element P | R | verdicts | `gap` right | `met` right | defects P | R |", "|---|" + "---:|" * 7]
    for row in tomllib.loads(BLIND.read_text(encoding="utf-8"))["laws"]:
        shares = [*(row[key] for key in ("precision", "recall", "verdicts", "gap", "met")), *row["defects"]]
        lines.append(f"| {row['what']} | " + " | ".join(f"{share:.2f}" for share in shares) + " |")
    return "\n".join(lines) + "\n"


def second_reader() -> str:
    """How the second reader did on the laws of countries that were left out of its training."""
    head = "| language | missed by rules | first | first three | shared words: first | first three |"
    lines = [head + " pointed to: right | in part | wrong | heads alone P | R |", "|---|" + "---:|" * 10]
    measured = json.loads(SECOND.read_text(encoding="utf-8"))
    for code, own in [*measured["languages"].items(), ("all", measured["all"])]:
        near = [own[key] / max(1, own["missed"]) for key in ("first", "three", "words_first", "words_three")]
        pointed = [own[f"pointed_{what}"] for what in ("right", "in_part", "wrong")]
        right, said = own["alone_right"], own["alone_right"] + own["alone_wrong"]
        shares = [f"{share:.2f}" for share in near], [f"{right / max(1, said):.2f}", f"{right / own['provided']:.2f}"]
        cells = [_language(code), own["missed"], *shares[0], *pointed, *shares[1]]
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def doubts() -> str:
    """What the rules found and what the second reader doubted of it, on the laws of countries left out."""
    head = "| language | found: right | wrong | doubted: right | wrong |"
    lines = [head + " met: right | wrong | unclear: right | wrong | met that remains, right |", "|---|" + "---:|" * 9]
    measured = json.loads(SECOND.read_text(encoding="utf-8"))
    for code, own in [*measured["languages"].items(), ("all", measured["all"])]:
        pairs = [(own[f"{what}_right"], own[f"{what}_wrong"]) for what in ("found", "doubted", "met", "unsure")]
        right, wrong = (met - unsure for met, unsure in zip(pairs[2], pairs[3], strict=True))
        cells = [_language(code), *(count for pair in pairs for count in pair), f"{right / max(1, right + wrong):.2f}"]
        lines.append("| " + " | ".join(str(cell) for cell in cells) + " |")
    return "\n".join(lines) + "\n"


def oracles() -> str:
    """Published statements on national laws: how many agree, and who is right where they do not."""
    table = tomllib.loads((ROOT / "tests" / "outside" / "oracles.toml").read_text(encoding="utf-8"))
    n = table["agreement"]
    right, all_of_them = n["independent"]
    lines = [
        f"Of {n['statements']} statements {n['compared']} speak of a section that is at hand in their version and in a"
        f" language that is read; {n['whole']} of them agree in all they claim. Of their {n['claims']} claims"
        f" {n['agree']} agree ({n['agree'] / n['claims']:.3f}), of those by independent assessors {right} of"
        f" {all_of_them}.",
        "",
        "| law | claim | who is right | why |",
        "|---|---|---|---|",
    ]
    for row in table["differs"]:
        law = row["law"].removeprefix("restated/").replace("-", " ")
        lines.append(f"| {law} | {row['claim']} | {row['right']} | {row['why']} |")
    return "\n".join(lines) + "\n"


def confidence() -> str:
    """The measured shares that confidences are, with the lowest and the highest of each curve."""
    from ctip_law.knowledge.reliability import load

    breadths = ("many", "some", "few")
    lines = [f"| finding | {' | '.join(f'{breadth} works' for breadth in breadths)} |", "|---|" + "---:|" * 3]
    for kind, statuses in load().shares.items():
        for status, curves in statuses.items():
            ends = [sorted({min(curves[breadth]), max(curves[breadth])}) for breadth in breadths]
            lines.append(f"| {kind} {status} | " + " | ".join(" to ".join(f"{x:.2f}" for x in e) for e in ends) + " |")
    return "\n".join(lines) + "\n"


def costs() -> str:
    """What each command costs beside what a user would otherwise have."""
    measured: dict[str, Any] = json.loads(BENCHMARKS.read_text(encoding="utf-8"))
    lines = ["| command | of what | seconds | beside | seconds | ratio |", "|---|---|---:|---|---:|---:|"]
    for row in measured["rows"]:
        numbers = [f"{row[key]:,g}" for key in ("seconds", "theirs", "ratio")]
        lines.append(
            f"| `{row['command']}` | {row['of']} | {numbers[0]} | {row['beside']} | {numbers[1]} | {numbers[2]} |"
        )
    return "\n".join(lines) + "\n"


def growth() -> str:
    """How the cost of a law grows with the number of laws in a book."""
    measured: dict[str, Any] = json.loads(BENCHMARKS.read_text(encoding="utf-8"))
    lines = ["| laws | MB | read | seconds | milliseconds a law | seconds a MB |", "|---:|---:|---:|---:|---:|---:|"]
    for row in measured["growth"]:
        cells = [row["laws"], row["megabytes"], row["read"], row["seconds"], row["milliseconds_a_law"]]
        share = row["seconds"] / row["megabytes"]
        lines.append("| " + " | ".join(f"{cell:,g}" for cell in cells) + f" | {share:.2f} |")
    return "\n".join(lines) + "\n"


def mutants() -> str:
    """Of small changes to a room, how many its own tests let live."""
    rooms: dict[str, Any] = json.loads(MUTANTS.read_text(encoding="utf-8"))
    lines = [
        "| room | places | tried | seed | survived | share | before | drawn anew | left of these |",
        "|---|---:|---:|---:|---:|---:|---|---|---|",
    ]
    for room, own in rooms.items():
        cells = [own["places"], own["tried"], own["seed"], own["alive"]]
        before = own.get("before", "")
        share = own["alive"] / own["tried"]
        anew = own.get("new", [])
        tried, alive, left = (sum(one[name] for one in anew) for name in ("tried", "alive", "left"))
        found = [f"{count} of {tried} ({count / tried:.0%})" if anew else "" for count in (alive, left)]
        counts = " | ".join(f"{cell:,}" for cell in cells)
        lines.append(f"| `{room}` | {counts} | {share:.0%} | {before} | {' | '.join(found)} |")
    return "\n".join(lines) + "\n"


def packages() -> str:
    """Every package of the lock, and which parts bring one under a licence with conditions on passing it on."""
    known: list[dict[str, Any]] = json.loads(PACKAGES.read_text(encoding="utf-8"))
    lines = []
    for family in ("AGPL", "LGPL", "MPL"):
        for part in sorted({part for one in known for part in one["parts"] if family in one["licence"]}):
            named = [one for one in known if re.search(rf"\b{family}\b", one["licence"])]
            own = [one for one in named if part in one["parts"] and (part == "core" or "core" not in one["parts"])]
            when = "always" if part == "core" else f"with `[{part}]` and `[all]`"
            names = ", ".join(f"{one['name']} ({one['licence']})" for one in own)
            lines += [f"- {family}, {when}: {names}"] if own else []
    lines += ["", "| package | version | licence | comes with |", "|---|---|---|---|"]
    for one in known:
        parts = "ctip-law" if "core" in one["parts"] else ", ".join(f"`[{part}]`" for part in one["parts"])
        lines.append(f"| {one['name']} | {', '.join(one['versions'])} | {one['licence']} | {parts} |")
    return "\n".join(lines) + "\n"


def api() -> str:
    """The public functions with their parameters and types, and what they say of themselves."""
    import ctip_law

    lines: list[str] = []
    for name in ctip_law.__all__:
        member = getattr(ctip_law, name)
        if inspect.isfunction(member):
            lines += [f"### {name}", "", "```text", *_signature(name, inspect.signature(member)), "```", ""]
            lines += [_said(member), ""]
    return "\n".join(lines)


def _signature(name: str, signature: inspect.Signature) -> list[str]:
    """A call in one line, or a line a parameter where that is too long."""
    parts: list[str] = []
    for one in signature.parameters.values():
        if one.kind is inspect.Parameter.KEYWORD_ONLY and "*" not in parts:
            parts.append("*")
        stars = "**" if one.kind is inspect.Parameter.VAR_KEYWORD else ""
        default = "..." if callable(one.default) else repr(one.default)
        parts.append(f"{stars}{one.name}: {one.annotation}" + ("" if one.default is one.empty else f" = {default}"))
    end = f") -> {signature.return_annotation}"
    whole = f"{name}({', '.join(parts)}{end}"
    return [whole] if len(whole) <= 100 else [f"{name}(", *(f"    {part}," for part in parts), end]


def _said(member: object) -> str:
    """A docstring as Markdown; angles would be markup."""
    return re.sub(r"<(?=\w)", "&lt;", inspect.getdoc(member) or "")


def nouns() -> str:
    """The frozen dataclasses of `ctip_law.model` with the types of their fields."""
    from ctip_law import model

    lines: list[str] = []
    for name, noun in vars(model).items():
        if inspect.isclass(noun) and noun.__module__ == model.__name__ and dataclasses.is_dataclass(noun):
            fields = ", ".join(f"`{one.name}: {one.type}`" for one in dataclasses.fields(noun))
            lines += [f"### {name}", "", _said(noun), "", f"Fields: {fields}.", ""]
    return "\n".join(lines)


def error_codes() -> str:
    """Every code with what it means and what to do."""
    from ctip_law.errors import CODES

    rows = [f"| {code} | {what} | {remedy.replace('|', chr(92) + '|')} |" for code, (what, remedy) in CODES.items()]
    return "\n".join(["| code | what is wrong | what to do |", "|---|---|---|", *rows]) + "\n"


def statuses() -> str:
    """The statuses of provisions and elements."""
    from ctip_law.report.words import ELEMENT, PROVISION

    lines = ["| status | sign | meaning |", "|---|---|---|"]
    for table in (PROVISION, ELEMENT):
        lines += [f"| `{name}` | {sign} {word} | {meaning} |" for name, (sign, word, meaning) in table.items()]
    return "\n".join(lines) + "\n"


def instruments() -> str:
    """The instruments with the number of their provisions and how far each was checked."""
    from ctip_law.framework import load

    lines = ["| id | instrument | year | provisions | entries checked against |", "|---|---|---:|---:|---|"]
    for one in load().instruments.values():
        lines.append(f"| `{one.id}` | {one.name} | {one.year} | {one.provisions} | {one.verified} |")
    return "\n".join(lines) + "\n"


def _language(code: str) -> str:
    names = {"en": "English", "es": "Spanish", "fr": "French", "id": "Indonesian", "ms": "Malay", "th": "Thai"}
    return names.get(code, code)


TABLES: dict[str, Callable[[], str]] = {
    "trust": trust,
    "first-contact": first_contact,
    "accuracy": accuracy,
    "accuracy-short": accuracy_short,
    "per-law": per_law,
    "blind-clauses": blind_clauses,
    "blind-laws": blind_laws,
    "second-reader": second_reader,
    "doubts": doubts,
    "oracles": oracles,
    "confidence": confidence,
    "error-codes": error_codes,
    "api": api,
    "nouns": nouns,
    "packages": packages,
    "costs": costs,
    "growth": growth,
    "mutants": mutants,
    "statuses": statuses,
    "instruments": instruments,
}

if __name__ == "__main__":
    sys.exit(main())
