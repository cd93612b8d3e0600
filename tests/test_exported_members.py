"""The Python API cannot drift: what is public is listed, sorted, documented and typed."""

from __future__ import annotations

import inspect
import subprocess
import sys
from importlib import import_module

import ctip_law


def test_all_is_what_is_public_in_order() -> None:
    code = "import ctip_law, types; print([n for n, v in vars(ctip_law).items() if not n.startswith('_') and "
    code += "not isinstance(v, types.ModuleType) and getattr(v, '__module__', '').startswith('ctip_law')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert sorted(eval(done.stdout)) == sorted(ctip_law.__all__)
    assert ctip_law.__all__ == sorted(ctip_law.__all__)


def test_every_public_function_says_what_it_does_and_is_annotated() -> None:
    for name in ctip_law.__all__:
        member = getattr(ctip_law, name)
        assert inspect.getdoc(member), name
        if inspect.isfunction(member):
            signature = inspect.signature(member)
            assert signature.return_annotation is not inspect.Signature.empty, name
            assert all(p.annotation is not p.empty for p in signature.parameters.values()), name


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, ctip_law; print([m for m in sys.modules if m.split('.')[0] in "
    code += "('spacy', 'lxml', 'typer', 'pydantic', 'rich', 'docx', 'jinja2')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_room_does_not_take_the_place_of_the_function_of_its_name() -> None:
    """`ctip_law.evaluate` and `ctip_law.compare` are functions, also once the rooms of these names were loaded."""
    import_module("ctip_law.evaluate.run")
    import_module("ctip_law.compare.laws")
    assert callable(ctip_law.evaluate)
    assert callable(ctip_law.compare)
