# ruff: noqa: E501  (a file a line)
"""Tables are read by the names of their columns; other data, programs and typesetting are named and refused."""

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.errors import InputError
from ctip_law.read import read

ACT = [
    ("1", "Name", "This Act may be cited as the Barge Act, 2019."),
    ("2", "Books", 'The owner of a "barge" must keep a book,\nand show it to an officer.'),
    ("3", "Penalty", "A person who contravenes section 2 commits an offence and is liable to imprisonment for two years."),
]


def table(names: str, part: str = ",", more: str = "") -> bytes:
    """The Act as a spreadsheet saves it: what holds the sign that parts, a quotation mark or a new line is quoted."""
    quoted = [[number, head, '"' + words.replace('"', '""') + '"'] for number, head, words in ACT]
    lines = [names, *(part.join(([more] if more else []) + row) for row in quoted)]
    return "\r\n".join(lines).encode()


TABLES = [
    ("CSV", table("section,heading,text")),
    ("capitals and blanks", table("Section Number,Section Title,Section Text")),
    ("semicolons, as Excel writes in half of the world", table("num;title;content", ";")),
    ("tabs", table("article\ttitle\tbody", "\t")),
    ("pipes", table("number|heading|text", "|")),
    ("a mark of the byte order", b"\xef\xbb\xbf" + table("section,heading,text")),
    ("Excel names the sign", b"sep=;\r\n" + table("section;heading;text", ";")),
    ("the name of the law in each row", table("law,section,heading,text", more="Barge Act")),
    ("Spanish names", table("articulo,titulo,texto")),
]


@pytest.mark.parametrize("data", [case[1] for case in TABLES], ids=[case[0] for case in TABLES])
def test_a_table_is_the_law_that_it_holds(data: bytes) -> None:
    law = parse("-", stdin=data)
    assert law.source.format == "csv"
    assert law.title.startswith("Barge Act")
    assert [(one.num, one.heading) for one in law.sections()] == [(number, head) for number, head, _ in ACT]
    assert [(row.section, row.max_years) for row in law.penalties] == [("3", 2)]
    assert '""' not in law.text
    assert "commits an offence" in law.text


def test_the_order_of_the_columns_is_free() -> None:
    rows = "\n".join(f'"{words}",{number}' for number, _, words in ACT if '"' not in words)
    law = parse("-", stdin=f"text,section\n{rows}\n".encode())
    assert [one.num for one in law.sections()] == ["1", "3"]


def test_words_that_were_not_quoted_are_whole() -> None:
    law = parse("-", stdin=b"section,heading,text\n1,Name,This is the Barge Act, 2019.\n2,Books,A list, a book.\n")
    assert "A list, a book." in law.text


def test_a_row_that_does_not_fit_is_told() -> None:
    rows = "".join(f"It floats,{n}\n" for n in range(1, 1501))
    document = read("-", stdin=f"text,section\n{rows}It sinks, and stays,1501\n".encode())
    assert [warning.code for warning in document.warnings] == ["CT120"]
    assert "It sinks" in document.warnings[0].message


REFUSED = [
    ("columns that are not known", "a,b,c,d\n1,2,3,4\n5,6,7,8\n", "CT115", "the columns a, b, c, d"),
    ("no words in the column", "section,heading,text\n1,Name,\n2,Books,\n", "CT115", "no provisions with words"),
    ("cut off in a cell", 'section,heading,text\n1,Name,"This is the Act."\n' + "2,Books,A book.\n" * 1500 + '3,End,"cut', "CT112", "cut off"),
    ("two laws", "law,section,text\nBarge Act,1,It floats.\nBarge Act,2,It sinks.\nCanal Act,1,It is dug.\nCanal Act,2,It is filled.\n", "CT116", "2 laws"),
    ("LaTeX", "\\documentclass{article}\n\\begin{document}\n\\section{Name}\nThis is the Barge Act.\n\\end{document}\n", "CT104", "LaTeX"),
    ("a piece of LaTeX", "\\section{Name}\nThis is the Barge Act.\n\\section{Books}\n\\begin{enumerate}\n\\item A book.\n\\item A list.\n\\end{enumerate}\n", "CT104", "LaTeX"),
    ("YAML", "title: Barge Act\nsections:\n  - number: 1\n    text: This is the Barge Act.\n  - number: 2\n    text: >\n      A barge must be\n      kept dry.\n", "CT104", "YAML"),
    ("a stream of YAML", "---\ntitle: Barge Act\nsections:\n- number: 1\n  text: It floats.\n- number: 2\n  text: It sinks.\n", "CT104", "YAML"),
    ("a list of YAML", "# from a scraper\n- number: '1'\n  text: It floats.\n- number: '2'\n  text: It sinks.\n", "CT104", "YAML"),
    ("TOML", 'title = "Barge Act"\n\n[[section]]\nnumber = "1"\ntext = "It floats."\n', "CT104", "TOML"),
    ("INI", "; the law\n[law]\ntitle = Barge Act\none = 1. It floats.\n", "CT104", "INI"),
    ("a patch", "diff --git a/act.txt b/act.txt\nindex 1..2 100644\n--- a/act.txt\n+++ b/act.txt\n@@ -1,2 +1,2 @@\n 1. It floats.\n-2. It sinks.\n+2. It stays.\n", "CT104", "diff"),
    ("a patch without a head", "--- old.txt\n+++ new.txt\n@@ -1 +1 @@\n-1. It sinks.\n+1. It floats.\n", "CT104", "diff"),
    ("the old form of a patch", "2c2\n< 2. It sinks.\n---\n> 2. It floats.\n", "CT104", "diff"),
    ("a dump", "-- MySQL dump\nDROP TABLE IF EXISTS `act`;\nCREATE TABLE `act` (`n` int, `words` text);\nINSERT INTO `act` VALUES (1,'It floats.');\n", "CT104", "SQL"),
    ("a dump with pages in it", "INSERT INTO act (n, page) VALUES (1, '<html><body><p>1. It floats.</p></body></html>');\n", "CT104", "SQL"),
    ("subtitles", "1\n00:00:01,000 --> 00:00:04,000\nIt floats.\n\n2\n00:00:05,000 --> 00:00:09,000\nIt sinks.\n", "CT104", "subtitles"),
    ("WebVTT", "WEBVTT\n\n00:01.000 --> 00:04.000\nIt floats.\n", "CT104", "subtitles"),
    ("BibTeX", "@misc{barge,\n  title = {Barge Act},\n  note = {It floats.}\n}\n", "CT104", "BibTeX"),
    ("troff", ".TH BARGE 1\n.SH 1. Name\nThis is the Barge Act.\n", "CT104", "troff"),
    ("Typst", '#set page(paper: "a4")\n= Barge Act\n+ It floats.\n', "CT104", "Typst"),
    ("Python", 'import json\nACT = {"1": "It floats."}\n', "CT104", "program"),
    ("a script", "#!/bin/sh\necho 1. It floats.\n", "CT104", "program"),
    ("PHP", "<?php\n$act = ['1' => 'It floats.'];\n", "CT104", "program"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code", "words"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refused_by_name_and_in_one_line(data: str, code: str, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read("-", stdin=data.encode())
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


NEAR = [
    ("a title with a comma", "Barges, Canals and Rivers\n1. It floats, and sinks.\n2. It is dug, and filled.\n3. It flows, and dries.\n", "text"),
    ("the words of the columns in a sentence", "Section, heading, text.\n1. It floats, sinks, stays.\n", "text"),
    ("a list in columns", "Number\tArticle\n1. It floats.\n2. It sinks.\n", "text"),
    ("articles as keys", "Article 1:\n  The following words are used:\n  Barge: a flat ship.\n  Canal: a dug river.\nArticle 2:\n  A barge floats.\n", "text"),
    ("front matter", "---\ntitle: Barge Act\nlinks:\n  - name: one\n    url: two\n---\n1. It floats.\n", "markdown"),
    ("a table of a page", "| section | text |\n|---|---|\n| 1 | It floats. |\n", "text"),
    ("a number in brackets", "[1]\nA barge = a flat ship.\n[2]\nIt floats.\nIt sinks.\nIt stays.\n", "text"),
    ("a backslash", "1. Barges and/or \\ canals.\n2. The path C:\\item is no law.\n", "text"),
    ("signs of change in a list", "1. A barge\n- floats;\n+ sinks.\n", "text"),
    ("words that begin as a program does", "Import of barges\n1. A person may import a barge.\n", "text"),
    ("from somewhere", "From the river\n1. A barge floats.\n", "text"),
    ("a time in a section", "1. The lock is open from 08:00 to 09:00.\n2. It is shut from 10:00.\n", "text"),
    ("a stop before a heading", ".The Barge Act\n1. It floats.\n", "text"),
    ("create a table", "Create tables of barges in each port.\n1. The port creates a table (see the schedule).\n", "text"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "form"), [case[1:] for case in NEAR], ids=[case[0] for case in NEAR])
def test_near_misses_are_read_as_text(data: str, form: str) -> None:
    assert read("-", stdin=data.encode()).source.format == form
