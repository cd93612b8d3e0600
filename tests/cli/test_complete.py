"""What a shell is offered, read without loading what a command needs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ctip_law.cli.complete import offered
from ctip_law.countries import country_name
from ctip_law.framework import load


def values(words: str, begun: str) -> list[str] | None:
    found = offered(words.split(), begun)
    return None if found is None else [value for value, _ in found]


@pytest.mark.parametrize(
    ("words", "begun", "expected"),
    [
        ("gap -C", "SG", ["SG"]),
        ("gap act.txt --country", "my", ["MY"]),
        ("gap -C", "Mala", ["MW", "MY"]),  # by name, where no code begins so
        ("report matrix -C", "SG,T", ["SG,TC", "SG,TD"]),
        ("gap -I", "t", ["tip"]),
        ("gap -I", "tip,un", ["tip,untoc"]),
        ("gap -I", "al", ["all"]),
        ("compare a b -p", "tip-3", ["tip-3a", "tip-3b", "tip-3c", "tip-3d"]),
        ("gap act.txt --lens", "", ["labour", "victims", "justice", "children", "smuggling"]),
        ("gap --lens", "vi", ["victims"]),
        ("compare --region", "ba", ["bali"]),
        ("explain", "tip-6-6", ["tip-6-6"]),
        ("explain", "coercion", ["coercion-only"]),
        ("explain", "child.u", ["child.under18"]),
        ("draft clause", "tip-3b", ["tip-3b"]),
        ("draft clause tip-3b", "tip-3a", ["tip-3a"]),
        ("gap -C", "zzz", []),
        ("gap", "--f", None),  # Typer's to answer
        ("draft", "cl", None),
        ("show", "act", None),
        ("explain tip-3a --law", "act", None),
        ("", "ga", None),
    ],
)
def test_what_is_offered(words: str, begun: str, expected: list[str] | None) -> None:
    found = values(words, begun)
    assert found == expected if expected is None else found[: len(expected)] == expected  # type: ignore[index]


def test_every_entry_of_the_framework_is_offered_with_its_words() -> None:
    framework = load()
    provisions = {one.id: one.title for one in framework.provisions()}
    own = {id: one.label for id, one in framework.elements.items() if one.group not in provisions}
    said = dict(offered(["explain"], "") or [])
    assert set(said) == {*provisions, *own, *framework.defects}
    assert all(" ".join(title.split()).startswith(said[id]) for id, title in provisions.items())
    assert [id for id, _ in offered(["-I"], "") or []] == [*framework.instruments, "all", "binding"]
    countries = dict(offered(["-C"], "") or [])
    assert all(country_name(code) == name for code, name in countries.items())


@pytest.mark.parametrize(
    ("shell", "asked", "expected"),
    [
        ("bash", {"COMP_WORDS": "ctip-law explain tip-3", "COMP_CWORD": "2"}, "tip-3a\ntip-3b\ntip-3c\ntip-3d\n"),
        ("zsh", {"_TYPER_COMPLETE_ARGS": "ctip-law gap -C SG"}, "_arguments '*: :((\"SG\":\"Singapore\"))'\n"),
        ("zsh", {"_TYPER_COMPLETE_ARGS": "ctip-law gap -C zzz"}, "_files\n"),
        (
            "fish",
            {"_TYPER_COMPLETE_ARGS": "ctip-law gap -C SG", "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
            "SG\tSingapore\n",
        ),
        ("powershell", {"_TYPER_COMPLETE_ARGS": "ctip-law gap -C SG"}, "SG:::Singapore\n"),
        ("bash", {"COMP_WORDS": "ctip-law dif", "COMP_CWORD": "1"}, "diff\n"),  # by Typer
    ],
)
def test_each_shell_gets_its_form(shell: str, asked: dict[str, str], expected: str) -> None:
    env = os.environ | {"_CTIP_LAW_COMPLETE": f"complete_{shell}"} | asked
    done = subprocess.run([sys.executable, "-m", "ctip_law"], capture_output=True, text=True, env=env, check=True)
    assert done.stdout == expected


def test_a_choice_costs_no_import_of_what_a_command_needs() -> None:
    code = "import sys; from ctip_law.cli import main\ntry:\n main([])\nfinally:\n print(sorted(sys.modules))"
    env = os.environ | {"_CTIP_LAW_COMPLETE": "complete_bash", "COMP_WORDS": "x explain tip-3", "COMP_CWORD": "2"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert done.stdout.startswith("tip-3a\n")
    for heavy in ("typer", "pydantic", "ctip_law.model", "ctip_law.framework", "lxml"):
        assert f"'{heavy}'" not in done.stdout


def test_every_lens_and_every_group_of_states_is_offered() -> None:
    from ctip_law.framework.lenses import lenses
    from ctip_law.framework.state_facts import vocabulary

    assert dict(offered(["--lens"], "") or []) == {id: one.name for id, one in lenses().items()}
    assert dict(offered(["--region"], "") or []) == vocabulary()["group"]
