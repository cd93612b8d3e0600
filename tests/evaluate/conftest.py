"""A folder with one labelled law of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ACT, call

__all__ = ["call"]

LABELS = """
law: xx/act
lang: en
elements:
  child.under18: ['2']
  act.transfer: ['1']
weak:
  means.fraud: {sections: ['1'], why: one class of case}
provisions:
  tip-3a: {status: partial, sections: ['1']}
  tip-3d: {status: full|partial, sections: ['2']}
  tip-6-6: {status: none, sections: []}
defects: [coercion-only]
penalties:
- {section: '1', min_years: null, max_years: 15, life: false}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """`gold/act.yaml` on the law `xx/act`, both below one folder."""
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "act.yaml").write_text(LABELS, encoding="utf-8")
    (tmp_path / "xx" / "act").mkdir(parents=True)
    (tmp_path / "xx" / "act" / "source.txt").write_text(ACT, encoding="utf-8")
    return tmp_path
