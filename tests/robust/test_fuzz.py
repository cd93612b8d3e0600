"""Every reader on damaged files: an error with a code, or a law in which every line is accounted for."""

# ruff: noqa: E501 (sources in one line)
from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ctip_law.errors import CtipError
from ctip_law.read import read
from ctip_law.structure import structure
from ctip_law.write.json import law_json
from ctip_law.write.markdown import to_markdown
from ctip_law.write.tree import to_tree
from tests.docx.word import level, numbering, p, word
from tests.pdf.drawn import column, pdf
from tests.read.files import epub, flat, odt, page, rtf, zipped
from tests.read_xml.samples import ALL

TEXT = """PART I - PRELIMINARY
1. Short title
This is the “Ferry” Act.
2. Bells
(1) In this section "bell" means a thing that rings;
(2) A ferry must carry—
(a) a bell; and
(b) a lamp,
in good order. Provided that a boat need not.
SCHEDULE
1. Red lamps.
"""
MARKDOWN = "---\ntitle: Ferry Act\ncountry: xx\n---\n\n# Ferry Act\n\n## 1. **Bells**\n\n- (a) [a bell](x);[^1]\n\n[^1]: note\n\n| a | b |\n|---|---|\n| c | d |\n"
PAGE = "<!DOCTYPE html><html><body><nav>Home</nav><h2>Section 1. Bells</h2><ul><li>(a) a bell<sup>1</sup></li></ul><table><tr><td>a</td><td>b</td></tr></table></body></html>"
LISTED = "<text:list text:style-name='L'><text:list-item><text:p>A bell.</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table>"
RTF = r"\pard\b 1. Bells\b0\par (1) A {\strike boat }ferry has {\f1 \'e0} bell \u8220?x\u8221?\par{\*\x y}{\footnote n}\trowd\cellx9 a\cell b\cell\row\par 2. Lamps\par Red."
PIECES = [
    b"\0", b"\xff", b"\xed\xa0\x80", b"\n", b"<", b">", b"</", b"]]>", b"<![CDATA[", b"&#0;", b"&x;", b"&lt;", b"<!--", b"<p>",
    b"{\\", b"}", b"\\u-1?", b"\\bin99999 ", b"\\'", b"{", b"[", b"null,", b":", b"1e999", b"<text:p>", b"<p/>",
    b"\xe2\x80\x9c", b"1. ", b"(a) ", b"PART II\n", b"SCHEDULE\n", b"---\n", b"**", b"```\n", b"99999999999999999999", b"xmlns=''",
    "第二条".encode(), "มาตรา ๑".encode(), b" bis", b"\\", b"'", b'"',
]  # fmt: skip


@cache
def sources() -> dict[str, bytes]:
    """One small law for every reader."""
    files = {name.lower(): sample.source.encode() for name, sample in ALL.items()}
    lines = TEXT.replace("“", '"').replace("”", '"').replace("—", "-").split("\n")
    body = "".join(p(line, num="1" if line[:1].isdigit() else "") for line in lines)
    files["docx"] = word(body, numbering=numbering(level(0, "decimal", "%1.")))
    files["pdf"] = pdf([column(72, 780, lines)] * 2)
    files |= {"text": TEXT.encode(), "markdown": MARKDOWN.encode(), "html": PAGE.encode()}
    written = "".join(f"<text:p>{line}</text:p>" for line in lines if line)
    files |= {"odt": odt(written + LISTED), "fodt": flat(written + LISTED), "rtf": rtf(RTF)}
    sections = {f"s{n}.xhtml": page("Ferry Act", f"<h3>{n}. Bells</h3><p>(1) A bell {n}.</p>") for n in (1, 2)}
    files |= {"epub": epub(sections, list(sections)), "pages": zipped(dict(sections))}
    rows = [{"number": str(n), "heading": "Bells", "text": f"(1) A ferry has bell {n}.\n(2) It rings."} for n in (1, 2)]
    files |= {"json": json.dumps({"title": "Ferry Act", "parts": [{"title": "Part I", "sections": rows}]}).encode()}
    files |= {"json lines": "\n".join(map(json.dumps, rows)).encode()}
    return files | {"our markdown": to_markdown(structure(read("act", stdin=TEXT.encode()))).encode()}


def check(data: bytes) -> None:
    """What is promised of any file whatever."""
    try:
        law = structure(read("file", stdin=data))
    except CtipError:
        return
    coverage = law.coverage
    assert coverage.lines == coverage.placed + coverage.outside + coverage.furniture + coverage.unplaced
    assert coverage.lines == sum(1 for line in law.text.split("\n") if line.strip())
    for left in law.leftovers:
        assert law.text[left.start : left.end] == left.text
    for clause in (inner for outer in law.clauses for inner in outer.walk()):
        assert 0 <= clause.start <= clause.end <= len(law.text)
    assert to_tree(law) is not None
    assert law_json(law)
    assert to_markdown(law)


NAMES = sorted(sources())


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_damaged_files(name: str, data: st.DataObject) -> None:
    """Bytes cut out, doubled, moved and put in, up to four times."""
    file = sources()[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(file)))
        end = min(len(file), start + data.draw(st.integers(0, 60)))
        what = data.draw(st.sampled_from(["cut", "double", "move", "put", "end"]))
        piece = (
            data.draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=8))) if what == "put" else file[start:end]
        )
        rest = file[:start] + file[end:] if what in ("cut", "move") else file
        if what == "end":
            rest = file[:start]
        at = data.draw(st.integers(0, len(rest))) if what == "move" else min(start, len(rest))
        file = rest if what in ("cut", "end") else rest[:at] + piece + rest[at:]
    check(file)


@pytest.mark.parametrize("name", NAMES)
def test_undamaged_files_are_read(name: str) -> None:
    law = structure(read("file", stdin=sources()[name]))
    assert law.sections() or name in ("html",)
    assert law.coverage.unplaced == 0


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    check(data)


def test_damaged_data_files_are_told_of() -> None:
    """The framework, a lexicon, reviews and configurations, each damaged a few times: `fuzz.py` does it for longer."""
    from tests.robust import fuzz

    told: list[str] = []
    assert fuzz.run(1, 8, told.append, documents=False) == 0, told
    assert told == ["48 damaged files, 0 kinds of failure"]


def test_the_harness_finds_what_is_planted(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.robust import fuzz

    def broken(paths: object, known: object) -> object:
        raise KeyError("planted")

    told: list[str] = []
    monkeypatch.setattr(fuzz.config, "read", broken)
    assert fuzz.run(1, 1, told.append, documents=False) == 1
    assert told[0].startswith("ctip.toml KeyError test_fuzz.py")


def test_the_samples_of_the_harness_are_sound(tmp_path: Path) -> None:
    """A damaged copy of what is refused anyway would test nothing."""
    from tests.robust import fuzz

    path = tmp_path / "ctip.toml"
    path.write_bytes(fuzz.CONFIG)
    settings, wrong = fuzz.config.read([path], fuzz.KNOWN)
    assert (len(settings), wrong) == (5, [])
    for ending, sound in fuzz.reviews().items():
        review = tmp_path / f"review.{ending}"
        review.write_bytes(sound)
        assert fuzz.read_reviews([review])[1] == []
