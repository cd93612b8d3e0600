"""Instructions carried out on a law, checked word by word."""

from __future__ import annotations

import pytest

from ctip_law import amend
from ctip_law.compare.editing import draft_of
from ctip_law.compare.versions import changes
from ctip_law.errors import InputError
from ctip_law.model import Clause, Law
from ctip_law.read import read
from ctip_law.structure import structure
from tests.compare.conftest import GARDENS, act, law

OLD = law(GARDENS)

#: instruction -> (words that go, words that stand in their place); everything else stays as it is
APPLIED = [
    ("Section 5 of the Gardens Act 1999 is amended by substituting for the word “ten” the word “twelve”.",
     "exceeding ten coins", "exceeding twelve coins"),
    ("Section 3 of the Gardens Act 1999 is amended in subsection (1) by inserting after the word “red” the words “or blue”.",
     "painted red.", "painted red or blue."),
    ("Section 3 is amended in subsection (1) by inserting before the word “red” the words “blue or”.",
     "painted red.", "painted blue or red."),
    ("Section 4 is amended by substituting for the words “key” wherever appearing the words “lamp”.",
     "hold a key, and may lend the key to", "hold a lamp, and may lend the lamp to"),
    ("Section 4 is amended by deleting the words “, and may lend the key to a guest”.",
     "a key, and may lend the key to a guest.", "a key."),
    ("Section 3(2) of the Act is amended by deleting the word “and” at the end of paragraph (b).",
     "market days; and\n", "market days;\n"),
    ("Section 3(2) is amended by substituting for the full stop at the end of paragraph (c) a semicolon.",
     "in a storm.", "in a storm;"),
    ("Section 3(2) is amended by adding “and” at the end of paragraph (a).", "by day;\n(b)", "by day; and\n(b)"),
    ("Subsection 3(2) is amended by deleting paragraph (a).", "(a) by day;\n", ""),
    ("Subsection 3(2) is amended by inserting after paragraph (a) the following paragraph:\n\n“(aa) by night;”.",
     "(a) by day;\n", "(a) by day;\n\n(aa) by night;\n"),
    ("Section 3 is amended by substituting for subsection (1) the following subsection:\n\n“(1) A gate is green.”.",
     "(1) A gate may be painted red.", "(1) A gate is green."),
    ("Section 2 is amended by substituting for the definition of “tree” the following definition:\n\n“ “tree” means an oak;”.",
     '"tree" means a plant with a trunk;', "“tree” means an oak;"),
    ("Section 2 is amended by deleting the definition of “hedge”.", '"hedge" means a row of bushes;\n', ""),
    ("Section 2 is amended by inserting the following definition:\n\n“ “moss” means a low plant;”.",
     "a row of bushes;\n", "a row of bushes;\n\n“moss” means a low plant;\n"),
    ("The Gardens Act 1999 is amended by inserting after section 5 the following section:\n\n“Refund\n\n5A. A fee is paid back.”.",
     "ten coins.\n", "ten coins.\n\nRefund\n\n5A. A fee is paid back.\n"),
    ("The Gardens Act 1999 is amended by substituting for section 6 the following section:\n\n“6. Benches\nNo bench.”.",
     "6. Benches\nA bench is made of oak.", "6. Benches\nNo bench."),
    ("Section 6 of the Gardens Act 1999 is repealed.", "\n6. Benches\nA bench is made of oak.\n", "\n"),
    ("Section 4 is amended by renumbering that section as subsection (1).", "Keys\nThe keeper", "Keys\n(1) The keeper"),
    ("Section 3 is amended by renumbering subsection (3) as subsection (4).", "\n(3) A gate that", "\n(4) A gate that"),
    ("Section 6 is amended, in the shoulder note, by inserting after the word “Benches” the words “and tables”.",
     "6. Benches\n", "6. Benches and tables\n"),
    # "insert the following", in a line of its own or not; several units at once
    ("In section 3(2) of the Gardens Act 1999, after paragraph (b) insert the following paragraph:\n“(ba) at dusk;”.",
     "market days; and\n", "market days; and\n(ba) at dusk;\n"),
    ("In section 3(2), after paragraph (a) there are inserted the following paragraphs—\n“(aa) at dusk;\n(ab) at dawn;”.",
     "(a) by day;\n", "(a) by day;\n(aa) at dusk;\n(ab) at dawn;\n"),
    ("In section 3 of the Gardens Act 1999, after subsection (1) insert the following subsection:\n“(1A) A gate has a lock.”.",
     "painted red.\n", "painted red.\n(1A) A gate has a lock.\n"),
    ("Immediately after section 5 there shall be inserted the following section—\n“5A. Refund\nA fee is paid back.”.",
     "ten coins.\n", "ten coins.\n\n5A. Refund\nA fee is paid back.\n"),
    ("In section 3(2), between paragraphs (a) and (b), insert—\n“(aa) by night;”.", "(a) by day;\n", "(a) by day;\n(aa) by night;\n"),
    ("In section 2, at the appropriate place insert the following definition:\n““moss” means a low plant;”.",
     "a row of bushes;\n", "a row of bushes;\n“moss” means a low plant;\n"),
    # wherever it occurs: in a section, in the whole law
    ("In section 4, for “key”, in both places where it occurs, substitute “lamp”.",
     "hold a key, and may lend the key to", "hold a lamp, and may lend the lamp to"),
    ("In section 4, the word “key” wherever it occurs is replaced by “lamp”.",
     "hold a key, and may lend the key to", "hold a lamp, and may lend the lamp to"),
    ("In the Gardens Act 1999, for “coins” wherever it occurs substitute “notes”.", "ten coins.", "ten notes."),
    # at the end, at the beginning
    ("In section 3 of the Gardens Act 1999, at the end add—\n“(4) A gate has a bell.”.", "to be open.\n", "to be open.\n(4) A gate has a bell.\n"),
    ("At the end of section 5 of the Gardens Act 1999 add “a year”.", "ten coins.", "ten coins a year."),
    ("In section 3(2), at the end insert “; or”.", "in a storm.", "in a storm; or"),
    ("In section 3(1), at the beginning insert “On Sundays,”.", "(1) A gate", "(1) On Sundays, A gate"),
    # the words before the paragraphs
    ("In section 3(2), for the opening words substitute “A gate is open—”.", "A gate stays open—", "A gate is open—"),
    ("In section 3(2), for the words before paragraph (a) substitute “A gate is open—”.", "A gate stays open—", "A gate is open—"),
    # a passage by its first and last words
    ("In section 4, omit the words from “, and may lend” to “guest”.", "a key, and may lend the key to a guest.", "a key."),
    ("In section 4, for the words from “hold” to the end substitute “own a key.”.",
     "hold a key, and may lend the key to a guest.", "own a key."),
    ("In section 4, the words from “, and may lend” to the end are repealed.", "a key, and may lend the key to a guest.", "a key."),
    # American bills
    ("Section 3 of the Gardens Act 1999 is amended by adding Subsection (1A) to read as follows:\n“(1A) A gate has a lock.”.",
     "painted red.\n", "painted red.\n(1A) A gate has a lock.\n"),
    ("The Gardens Act 1999 is amended by adding Section 5A to read as follows:\n“5A. Refund. A fee is paid back.”.",
     "ten coins.\n", "ten coins.\n\n5A. Refund. A fee is paid back.\n"),
    ("Section 4 is amended by striking “key” each place it appears and inserting “lamp”.",
     "hold a key, and may lend the key to", "hold a lamp, and may lend the lamp to"),
    ("Section 3(2) is amended by striking paragraph (c) and inserting the following:\n“(c) in a gale.”.", "in a storm.", "in a gale."),
    # Ireland
    ("Section 3 of the Principal Act is amended, in subsection (1), by the deletion of “red” and the substitution of “blue”.",
     "painted red.", "painted blue."),
    ("The Principal Act is amended by the insertion after section 5 of the following section:\n“5A. Refund\nA fee is paid back.”.",
     "ten coins.\n", "ten coins.\n\n5A. Refund\nA fee is paid back.\n"),
    ("The following section is substituted for section 6 of the Gardens Act 1999:\n“6. Benches\nNo bench.”.",
     "6. Benches\nA bench is made of oak.", "6. Benches\nNo bench."),
    # Canada, without quotation marks
    ("Subsection 3(1) of the Act is replaced by the following:\n\n(1) A gate is green.", "(1) A gate may be painted red.", "(1) A gate is green."),
    # one word told in other ways
    ("In section 5, leave out “ten” and insert “twelve”.", "ten coins", "twelve coins"),
    ("In section 5, the words “ten coins” are replaced with “twelve coins”.", "ten coins", "twelve coins"),
    ("In section 5 replace “ten” by “twelve”.", "ten coins", "twelve coins"),
    ("Insert in section 3(1), after “red”, “or blue”.", "painted red.", "painted red or blue."),
    ("Subsection (1) of section 3 is repealed and the following substituted therefor:\n“(1) A gate is green.”.",
     "(1) A gate may be painted red.", "(1) A gate is green."),
    ("Section 6 is replaced with the following section:\n“6. Benches\nNo bench.”.", "6. Benches\nA bench is made of oak.", "6. Benches\nNo bench."),
    ("Leave out section 6.", "\n6. Benches\nA bench is made of oak.\n", "\n"),
    ("Section 6 shall cease to have effect.", "\n6. Benches\nA bench is made of oak.\n", "\n"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "gone", "come"), APPLIED, ids=[clause[:70] for clause, _, _ in APPLIED])
def test_only_the_words_ordered_change(clause: str, gone: str, come: str) -> None:
    assert GARDENS.count(gone) == 1
    done = amend(OLD, act(clause))
    assert [outcome.why for outcome in done.outcomes] == [""]
    assert _bare(done.law.text) == _bare(GARDENS.replace(gone, come))


def _bare(text: str) -> list[str]:
    """The lines with words: how many blank lines part them is no matter of law."""
    return [line for line in text.split("\n") if line.strip()]


#: instruction -> why it is left alone
LEFT = [
    ("Section 9 of the Gardens Act 1999 is repealed.", "section 9 was not found"),
    ("Section 3 is amended by deleting subsection (7).", "section 3(7): (7) was not found"),
    ("Section 5 is amended by substituting for the words “twenty” the words “thirty”.", "“twenty” was not found in section 5"),
    ("Section 5 is amended by substituting for the words “exceed” the words “reach”.", "“exceed” was not found in section 5"),
    ("Section 4 is amended by substituting for the words “key” the words “lamp”.",
     "“key” stands 2 times in section 4 and the instruction does not say which is meant"),
    ("Section 2 is amended by deleting the definition of “pond”.", "the definition of “pond” was not found"),
    ("Section 2 is amended by inserting the following definition:\n\n“ “tree” means an oak;”.", "“tree” is defined there already"),
    ("The Gardens Act 1999 is amended by inserting after section 3 the following section:\n\n“4. Locks\nNo lock.”.",
     "a section 4 is already there"),
    ("Section 3 is amended by substituting for subsection (1) the following subsection:\n\n“A gate is green.”.",
     "the new words do not begin with the number of a subsection"),
    ("Section 3 is amended by deleting the words “red.\n(2) A gate stays”.", "the words run over the beginning of another unit"),
    ("Section 3 is amended, in the French version, by deleting the word “red”.", "it concerns the French text only"),
    ("Section 3 is amended by renumbering that section as subsection (1).", "section 3 has subsections already"),
    ("In section 4, for the words from “hold” to “lamp” substitute “own”.", "“lamp” does not follow “hold” in section 4"),
    ("In section 3(1), for the opening words substitute “A gate is open—”.", "section 3(1) has no words before its paragraphs"),
    ("In the Gardens Act 1999, for “pond” wherever it occurs substitute “lake”.", "“pond” was not found in the law"),
    ("In section 3, at the end of subsection (1) insert the following paragraph:\n“(a) by day;”.", "section 3(1) has no units to add to"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "why"), LEFT, ids=[clause[:70] for clause, _ in LEFT])
def test_what_is_not_sure_is_left_alone_and_said(clause: str, why: str) -> None:
    done = amend(OLD, act(clause))
    assert [outcome.why for outcome in done.outcomes] == [why]
    assert done.law.text == GARDENS
    assert str(done.failures("act.txt")[0]).startswith(f"CT203 act.txt:2: not applied: {why}; ")


def test_instructions_of_other_laws_are_left_alone() -> None:
    done = amend(
        OLD, act("Section 3 of the Ponds Act 2001 is repealed.", "Section 6 of the Gardens Act 1999 is repealed.")
    )
    assert [outcome.why for outcome in done.outcomes] == ["it amends another law: Ponds Act 2001", ""]


def test_instructions_work_on_what_the_ones_before_have_left() -> None:
    done = amend(
        OLD,
        act(
            "Section 4 is amended—\n\n(a) by renumbering that section as subsection (1);\n\n(b) in the renumbered subsection (1), "
            "by deleting the words “, and may lend the key to a guest”; and\n\n(c) by inserting after the renumbered subsection "
            "(1) the following subsection:\n\n“(2) A key is made of iron.”."
        ),
    )
    assert [outcome.applied for outcome in done.outcomes] == [True, True, True]
    section = next(section for section in done.law.sections() if section.num == "4")
    assert [(child.num, child.text) for child in section.children] == [
        ("1", "The keeper may hold a key."),
        ("2", "A key is made of iron."),
    ]


def test_an_act_that_orders_nothing_is_refused() -> None:
    with pytest.raises(InputError, match="CT202 act: no amending instruction was read"):
        amend(OLD, act("A gate may be repainted."))


def test_several_units_go_in_one_order() -> None:
    done = amend(OLD, act("Sections 4 and 6 of the Gardens Act 1999 are repealed."))
    assert [section.num for section in done.law.sections()] == ["1", "2", "3", "5"]
    assert "bench" not in done.law.text.casefold()


def test_a_new_part_holds_its_sections() -> None:
    clause = (
        "The Gardens Act 1999 is amended by inserting after Part I the following Part:\n\n“Part IA\n\nPONDS\n\nDepth\n\n"
        "2A. (1) A pond is deep.\n\n(2) It is never dry.\n\nFish\n\n2B. A pond has fish.”."
    )
    done = amend(OLD, act(clause))
    assert [outcome.why for outcome in done.outcomes] == [""]
    part = done.law.clauses[1]
    assert (part.kind, part.num, part.heading) == ("part", "IA", "PONDS")
    assert [(section.num, section.heading) for section in part.children] == [("2A", "Depth"), ("2B", "Fish")]
    assert [child.num for child in part.children[0].children] == ["1", "2"]


def test_the_difference_is_what_was_ordered_and_no_more() -> None:
    done = amend(
        OLD,
        act(
            "Section 5 of the Gardens Act 1999 is amended by substituting for the word “ten” the word “twelve”.",
            "Section 6 of the Gardens Act 1999 is repealed.",
            "The Gardens Act 1999 is amended by inserting after section 4 the following section:\n\n“4A. Locks\nA lock is new.”.",
        ),
    )
    found = changes(OLD, done.law)
    assert [(change.kind, change.unit.num) for change in found] == [("added", "4A"), ("changed", "5"), ("removed", "6")]
    words = [(piece.kind, piece.text) for piece in found[1].pieces if piece.kind != "equal"]
    assert words == [("delete", "ten"), ("insert", "twelve")]


def test_the_same_bytes_twice_and_every_line_accounted_for() -> None:
    bill = act("Section 3 of the Gardens Act 1999 is repealed.")
    first, second = amend(OLD, bill), amend(OLD, bill)
    assert first == second
    assert first.law.coverage.unplaced == 0
    assert first.law.source.text_sha256 != OLD.source.text_sha256


def _shape(law: Law) -> list[tuple[str, ...]]:
    def row(clause: Clause) -> tuple[str, ...]:
        words = [" ".join(text.split()) for text in (clause.intro, clause.text, clause.wrap_up)]
        return (clause.eid, clause.kind, clause.num, clause.heading, *words)

    return [row(clause) for top in law.clauses for clause in top.walk()]


def test_a_law_that_is_not_edited_stays_as_it_is() -> None:
    same = draft_of(OLD).finish()
    assert (_shape(same), same.text, same.coverage) == (_shape(OLD), OLD.text, OLD.coverage)


@pytest.mark.outside
@pytest.mark.parametrize(
    "name",
    ["my/bill-2007-en/source.md", "sg/prevention-of-human-trafficking-act-2014/text.txt", "lk/act-30-2005-pdf/source.pdf",
     "gb/clml-human-rights-act-1998/source.xml", "jp/penal-code-md/source.md"],
)  # fmt: skip
def test_real_laws_stay_as_they_are(shared: object, name: str) -> None:
    old = structure(read(f"{shared}/corpus/{name}"))
    assert _shape(draft_of(old).finish()) == _shape(old)


@pytest.mark.outside
@pytest.mark.parametrize(("bill", "applied", "of"), [("2015", 19, 24), ("2021", 23, 33)])
def test_real_bills_on_the_act_they_amend(shared: object, bill: str, applied: int, of: int) -> None:
    """The rest names what an act between the two put in: its sections, paragraphs and definitions are not there."""
    from ctip_law import parse

    old = parse(f"{shared}/corpus/my/bill-2007-en/source.md")
    done = amend(old, parse(f"{shared}/corpus/my/amendment-bill-{bill}-en/source.md"))
    assert (sum(outcome.applied for outcome in done.outcomes), len(done.outcomes)) == (applied, of)
    assert done.law.coverage.unplaced == 0
    for outcome in done.outcomes:
        assert outcome.applied or "was not found" in outcome.why or "text only" in outcome.why


#: Clauses with several orders -> how many are carried out; what no pattern takes is told, none of them is lost.
COUNTED = [
    ("In section 3(1) for “red” substitute “blue” and in section 5 for “ten” substitute “twelve”.", 2, 0),
    ("Section 5 is amended as follows. For “ten” substitute “twelve”. After “guest” insert “or visitor”.", 2, 0),
    ("Section 5 is amended (a) by striking “ten” and inserting “twelve”; and (b) by striking “coins” and inserting “notes”.", 2, 0),
    ("Section 5 is amended by omitting “ten” and inserting “twelve”, and by adding at the end “a year”.", 2, 0),
    ("In section 3(2)(c), for “in a storm” substitute “in a gale”; and after that paragraph insert—\n“(d) at night.”.", 2, 0),
    ("In section 3—\n(a) in subsection (1) replace “red” with “blue”;\n(b) in subsection (2), omit paragraph (c); and\n"
     "(c) after subsection (3) insert—\n“(4) A gate has a bell.”.", 3, 0),
    # not understood, and told
    ("Section 4 has effect as if for “key” there were substituted “lamp”.", 0, 1),
    ("In section 5, the word “guest” shall be construed as a visitor. Section 6 ceases to have effect.", 1, 1),
    ("The Schedule to the Gardens Act 1999 is amended by adding “oak”.", 0, 1),
    ("In section 4, insert “, once a day,” where a careful reader would.", 0, 1),
    # half of a change is none
    ("Section 3 is amended, in subsection (1), by the deletion of “red” and the adding, as it were, of “blue”.", 0, 1),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "applied", "unread"), COUNTED, ids=[clause[:70] for clause, _, _ in COUNTED])
def test_every_order_is_counted(clause: str, applied: int, unread: int) -> None:
    done = amend(OLD, act(clause))
    assert (sum(outcome.applied for outcome in done.outcomes), len(done.unread)) == (applied, unread)
    assert len(done.failures("act.txt")) == len(done.outcomes) - applied + unread


def test_what_only_speaks_of_orders_orders_nothing() -> None:
    words = "The keeper may insert a key in a gate, and a person shall not add or omit a bench in section 6."
    with pytest.raises(InputError, match="CT202"):
        amend(OLD, act(words))
