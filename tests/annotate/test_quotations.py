"""Quotation marks of amending clauses as they are printed: nested, mixed, left open, and apostrophes that are none."""

from __future__ import annotations

import re

import pytest

from ctip_law.annotate.quotations import MARK, prose

#: a clause; its words with | for each quotation; the quotations
CLOSED = [
    ("for “boat” substitute “ship”;", "for | substitute |;", ["boat", "ship"]),
    ("for ‘boat’ substitute ‘ship’;", "for | substitute |;", ["boat", "ship"]),
    ("for 'boat' substitute 'ship'.", "for | substitute |.", ["boat", "ship"]),
    ('for "boat" substitute "ship".', "for | substitute |.", ["boat", "ship"]),
    ("remplacer « bac » par « navire ».", "remplacer | par |.", [" bac ", " navire "]),
    ("„boat” becomes „ship”.", "| becomes |.", ["boat", "ship"]),
    ("insert “a sailor’s boat”.", "insert |.", ["a sailor’s boat"]),
    ("insert ‘a sailor’s boat’.", "insert |.", ["a sailor’s boat"]),
    ("insert 'a sailor's boat'.", "insert |.", ["a sailor's boat"]),
    ("in the sailor's boat", "in the sailor's boat", []),
    ("in the sailors’ boat", "in the sailors’ boat", []),
    ("insert “‘boat’ means a ship”.", "insert |.", ["‘boat’ means a ship"]),
    ("insert “the word “boat” and no other”.", "insert |.", ["the word “boat” and no other"]),
    ('insert “the word "boat" and no other”.', "insert |.", ['the word "boat" and no other']),
    ("insert “a boat ‘ and no other”.", "insert |.", ["a boat ‘ and no other"]),
    ("insert “(a) a boat;\n“(b) a ship;\n(c) an oar.”", "insert |", ["(a) a boat;\n“(b) a ship;\n(c) an oar."]),
    ("insert “boat” means\n“ship” too.", "insert | means\n| too.", ["boat", "ship"]),
    # opened by a single mark and closed by a double one, before a stop alone
    ("insert ‘a boat”; and", "insert |; and", ["a boat"]),
    ("insert ‘a boat”.", "insert |.", ["a boat"]),
    ("insert ‘a boat”", "insert |", ["a boat"]),
    ("insert ‘a boat” or ship’.", "insert |.", ["a boat” or ship"]),
    # a single mark closes where the order goes on
    ("for ‘boat’ and ‘ship’ the words", "for | and | the words", ["boat", "ship"]),
    ("for ‘boat’ there is substituted ‘ship’;", "for | there is substituted |;", ["boat", "ship"]),
    ("after ‘boat’, where it stands, insert ‘or ship’.", "after |, where it stands, insert |.", ["boat", "or ship"]),
    ("after ‘boat’ wherever it stands insert ‘or ship’.", "after | wherever it stands insert |.", ["boat", "or ship"]),
    ("insert ‘boat’ means ship’;", "insert |;", ["boat’ means ship"]),
    ("insert '(a) a boat;'.", "insert |.", ["(a) a boat;"]),
    ("insert ' or ship'.", "insert ' or ship'.", []),
    ("insert “a sailor‘s boat”.", "insert |.", ["a sailor‘s boat"]),
    ("insert «a sailor‘s boat».", "insert |.", ["a sailor‘s boat"]),
    ("insert «a boat ‘of class B’ too».", "insert |.", ["a boat ‘of class B’ too"]),
    ("insert “the words “red\nboat” and no other”.", "insert |.", ["the words “red\nboat” and no other"]),
    ("insert “(a) a boat;\n “(b) a ship.”", "insert |", ["(a) a boat;\n “(b) a ship."]),
    ("insert “(a) a boat;\n“(b) a ship.\n”", "insert |", ["(a) a boat;\n“(b) a ship.\n"]),
    ("insert “a boat ‘of class B’ and no other”.", "insert |.", ["a boat ‘of class B’ and no other"]),
    ("insert «the word “boat” and no other».", "insert |.", ["the word “boat” and no other"]),
    ("insert “(a) a boat;\n \t“(b) a ship;\n(c) an oar.”", "insert |", ["(a) a boat;\n \t“(b) a ship;\n(c) an oar."]),
    ("insert “the words\n“boat” and no other”.", "insert |.", ["the words\n“boat” and no other"]),
    # nothing but a stop behind it
    ("strike out the mark “.", "strike out the mark “.", []),
]


@pytest.mark.parametrize(("text", "words", "quoted"), CLOSED, ids=[case[0] for case in CLOSED])
def test_quotations_that_are_closed(text: str, words: str, quoted: list[str]) -> None:
    read = prose(f"In section 2, {text}", 14, 14 + len(text))
    assert re.sub(MARK, "|", read.text) == words
    assert [one.text for one in read.quotations] == quoted
    assert [f"In section 2, {text}"[one.start : one.end] for one in read.quotations] == quoted
    assert read.open == -1


OPEN = [
    ("insert “a boat and", 7),
    ("for “boat” insert «ship and", 18),
    ("insert ‘a boat and", 7),
    ("insert “red\n“boat” means a ship", 7),
]


@pytest.mark.parametrize(("text", "at"), OPEN)
def test_a_quotation_that_is_left_open(text: str, at: int) -> None:
    read = prose(f"In section 2, {text}", 14, 14 + len(text))
    assert read.open == 14 + at
    assert re.sub(MARK, "|", read.text) == text[:at].replace("“boat”", "|")


@pytest.mark.parametrize("quoted", ["“a boat", "'a boat"])
def test_a_quotation_that_begins_an_order_and_is_left_open(quoted: str) -> None:
    assert (prose(quoted, 0, len(quoted)).text, prose(quoted, 0, len(quoted)).open) == ("", 0)


def test_an_order_without_words() -> None:
    read = prose("boat", 2, 2)
    assert (read.text, read.quotations, read.open, read.source(0)) == ("", (), -1, 0)


#: what stands between pages, and the quotation without it
MASKED = [
    ("Page 6\ninsert “a red\nPage 7\nboat”\nPage 8\n after the oar", ["Page 6", "Page 7", "Page 8"], "a red\n\nboat"),
    ("insert “a red\nPage 7\nboat” after the oar\nPage 8", ["Page 7", "Page 8"], "a red\n\nboat"),
    ("insert “Page 7\nred boat” after the oar", ["Page 7", "Page 7"], "\nred boat"),
]


@pytest.mark.parametrize(("text", "pages", "quoted"), MASKED)
def test_words_between_pages_are_no_words_of_a_quotation(text: str, pages: list[str], quoted: str) -> None:
    masked = [(text.index(one), text.index(one) + len(one)) for one in pages]
    begin, end = text.index("insert"), text.index("oar") + 3
    read = prose(text, begin, end, masked)
    [one] = read.quotations
    assert one.text == quoted
    assert text[one.start - 1] + text[one.end] == "“”"
    assert re.sub(r"\s+", " ", re.sub(MARK, "|", read.text)) == "insert | after the oar"
    assert text[read.source(read.text.index("after")) :].startswith("after the oar")
    assert read.source(len(read.text)) == end
