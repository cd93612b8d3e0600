"""Old law in brackets, where a bill says that these are what it omits."""

from __future__ import annotations

import pytest

from ctip_law.read import read
from ctip_law.read.brackets import without_old_law

_NY = "NOTE--What is in italics is new; matter in brackets\n [ ] is old law to be omitted.\n"
_MO = "NOTE-Matter enclosed in bold-faced brackets [thus] in our draft is not enacted.\n"
#: text -> (what is left of it, what is left out)
TEXTS = {
    "a word": (_NY + "A keeper of [ten] TWELVE barges.\n", "A keeper of  TWELVE barges.\n", ["ten"]),
    "two passages": (_MO + "[A] The keeper [pays] answers.\n", " The keeper  answers.\n", ["A", "pays"]),
    "over a line": (_NY + "The keeper [may\n  ring] RINGS.\n", "The keeper \n RINGS.\n", ["may ring"]),
    "beside numbers of lines": (_MO + " 1 The [old\n 2 keeper] guest.\n", " 1 The \n 2 guest.\n", ["old keeper"]),
    "never closed": (_NY + "The keeper [may ring.\n", "The keeper [may ring.\n", []),
    "what the explanation shows": (_MO, "", []),
    "brackets of a law's own": ("The keeper [of a barge] rings.\n", "The keeper [of a barge] rings.\n", []),
    "an editor's": (
        "Matter in brackets [ ] was set by the editor.\nThe keeper [he] rings.\n",
        "Matter in brackets [ ] was set by the editor.\nThe keeper [he] rings.\n",
        [],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_old_law(name: str) -> None:
    text, left, out = TEXTS[name]
    kept, struck = without_old_law(text)
    told = next((said for said in (_NY, _MO) if text.startswith(said)), "")
    assert (kept.removeprefix(told), struck) == (left, out)


@pytest.mark.parametrize("head", ["AN ACT to amend the barge law\n\n", "# A bill\n\n"])
def test_it_is_told(head: str) -> None:
    document = read("-", stdin=f"{head}Section 1. A keeper of [ten] TWELVE barges rings.\n\n{_NY}".encode())
    assert "ten" not in document.text.split("EXPLANATION")[0]
    assert [repair.before for repair in document.repairs if repair.code == "CT117"] == ["ten"]
