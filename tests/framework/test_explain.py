"""What `explain` says: complete, wrapped, in words."""

from __future__ import annotations

import pytest

from ctip_law.errors import UsageError
from ctip_law.framework import load
from ctip_law.framework.explain import LISTS, WIDTH, explain

EVERY = [*(p.id for p in load().provisions()), *load().elements, *load().defects, *load().instruments]

#: id and words that a lawyer has to find there
SAID = [
    ("tip-3a", ["Palermo Protocol", "article 3(a)", "mandatory in effect", "Abuse of a position of vulnerability",
                "act.harbouring", "How the verdict is reached", "Divergence instead of met", "coe-4a"]),
    ("TIP-3A", ["article 3(a)"]),
    ("tip-6-6", ["One of these is enough", "protection.compensation_state", "article 6(6)"]),
    ("tip-6-3", ["qualified", "Shall consider implementing."]),
    ("tip-3d", ["age below which a person is a child, in years: at least 18"]),
    ("coe-13-1", ["length of the reflection period, in days: at least 30"]),
    ("tip-10-2", ["Never scored: it is no duty to legislate."]),
    ("untoc-18-9", ["Not assessed: no element of a statute answers to it."]),
    ("tip-5-1", ["wholly missing", "No means element for adults"]),
    ("tip-11-4", ["it is a gap without: Carriers check documents"]),
    ("untoc-11-1", ["Not counted: Effective, proportionate and dissuasive"]),
    ("actip-5-3", ["Caution: this entry was not checked", "From memory, unverified"]),
    ("ohchr-7", ["Principle 7"]),
    ("child.no_means", ["Element: Children", "Needed for", "tip-3c", "eu-2-5"]),
    ("child.under18", ["Looks alike and is not enough", "under 16"]),
    ("related_offence.disclosure", ["Needed for", "tip-6-1"]),
    ("tip-14-2.nondiscrimination", ["Element of tip-14-2 alone"]),
    ("coercion-only", ["Why it matters", "What a drafter does", "tip-3a"]),
    ("means-missing-adult", ["not a failure"]),
    ("tip", ["A treaty", "2003-12-25", "Provisions (48)"]),
    ("eu", ["to be transposed by 2026-07-15"]),
    ("operational", ["nature of a duty", "never score"]),
    ("qualified", ["strength of a duty"]),
    ("memory", ["how an entry was checked"]),
    ("means", ["group of elements", "means.fraud"]),
    ("rules", ["partial", "divergence"]),
]  # fmt: skip


@pytest.mark.parametrize(("id", "words"), SAID, ids=[row[0] for row in SAID])
def test_an_entry_says(id: str, words: list[str]) -> None:
    text = " ".join(explain(id).split())
    for word in words:
        assert word in text


@pytest.mark.parametrize("id", EVERY)
def test_every_entry_is_wrapped_plain_and_names_itself(id: str) -> None:
    text = explain(id)
    assert text.startswith(id)
    assert text.endswith("\n")
    for line in text.splitlines():
        assert line == line.rstrip()
        assert len(line) <= WIDTH or " " not in line.split("  ")[-1], line  # an address cannot be broken
    assert not any(mark in text for mark in ("`", "**", "##", "()", "None", "\n\n\n"))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_holds_every_entry(name: str) -> None:
    framework = load()
    ids = {
        "instruments": list(framework.instruments),
        "provisions": [one.id for one in framework.provisions()],
        "elements": list(framework.elements),
        "defects": list(framework.defects),
    }[name]
    assert [line.split()[0] for line in explain(name).splitlines() if line[0] != " "] == ids


#: what is asked for and what is suggested
UNKNOWN = [
    ("tip-3x", "near: tip-3"), ("act.recruitement", "act.recruitment Recruitment"),
    ("coercion", "coercion-only"), ("shelter", "protection.housing"), ("xyzzy", "no entry"), ("", "no entry"),
]  # fmt: skip


@pytest.mark.parametrize(("id", "near"), UNKNOWN)
def test_an_unknown_id_is_told_with_what_is_near(id: str, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        explain(id)
    assert caught.value.code == "CT003"
    assert near in str(caught.value)
    assert "\n" not in str(caught.value)
