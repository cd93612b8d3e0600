"""Texts that are no statute as they stand, though each is plain text: data, programs, typesetting, lists of changes.

Read as text they would lose or invent law without a word: a patch sets old words beside new ones, a stanza of subtitles
counts its lines as sections, a table or a record holds a whole law in one line. What is not read is named.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

#: Characters that are looked at.
_HEAD = 8192
#: What a program that holds a law's words begins with.
_PROGRAM = re.compile(
    r"\s*(?:(?://[^\n]*|/\*.{0,2000}?\*/|import\s[^\n]{1,200})\s*)*(?:export\s+(?:default\s+)?)?"
    r"(?:(?:const|let|var)\s+[\w$]+\s*(?::[^=\n]{1,80})?=|module\.exports\s*=|export\s+default\s*[\[{])",
    re.S,
)
#: A script by its first line, or Python by what it imports, defines or assigns before anything else.
_SCRIPT = re.compile(
    r"\s*(?:#![ \t]*/|<\?php\b|(?:(?:#[^\n]*|(\"\"\"|''').{0,2000}?\1)\s*)*"
    r"(?:import [a-z_][\w.]*(?: as \w+)?[ \t]*\n|from [a-z_][\w.]* import [\w*(]|"
    r"def [a-z_]\w*\([^\n]*\)[^\n]*:[ \t]*\n|"
    r"[A-Za-z_]\w*(?:: ?[\w\[\], ]{1,60})? = (?:[\[{(]\s*[\"'\[{(]|[furb]?\"\"\")))",
    re.S,
)
_LATEX = re.compile(
    r"^[ \t]*\\(?:documentclass|documentstyle|begin[ \t]*\{document\}|usepackage|input[ \t]*\{|chapter\*?[ \t]*\{)",
    re.M,
)
_LATEX_COMMAND = re.compile(
    r"\\(?:(?:sub){0,2}section|paragraph|begin|end|item|textbf|textit|emph|label|noindent|footnote)(?![A-Za-z])"
)
_SQL = re.compile(
    r"\s*(?:(?:--[^\n]*|/\*.{0,2000}?\*/;?|SET\s[^\n]{1,200};|BEGIN[^\n;]{0,40};|PRAGMA\s[^\n]{1,80};|USE\s[^\n]{1,80};)\s*)*"
    r"(?:CREATE\s+(?:TEMPORARY\s+|TEMP\s+)?(?:TABLE|DATABASE|SCHEMA)\s+(?:IF\s+NOT\s+EXISTS\s+)?[`\"\[\w.]+\s*[(;]|"
    r"DROP\s+TABLE\s[^\n]{1,120};|INSERT\s+INTO\s+[`\"\[\w.\]]+\s*(?:\([^)]{0,2000}\)\s*)?VALUES\s*\()",
    re.S | re.I,
)
_PATCH = re.compile(
    r"(?:\A|\n)(?:diff --git a/|(?:---|\*\*\*) [^\n]+\n(?:\+\+\+|---) [^\n]+\n(?:@@ -\d+(?:,\d+)? \+\d|\*{15}))"
    r"|\A\d+(?:,\d+)?[acd]\d+(?:,\d+)?\n[<>] "
)
_TIMED = r"(?:\d{1,2}:)?\d{1,2}:\d\d[,.]\d{3} --> (?:\d{1,2}:)?\d{1,2}:\d\d[,.]\d{3}"
_SUBTITLES = re.compile(rf"\s*(?:WEBVTT\b|\d+\s*\n{_TIMED})")
_BIBTEX = re.compile(r"\s*(?:%[^\n]*\n\s*)*@[A-Za-z]{3,20}\s*\{\s*[\w:./-]{0,80},\s*\n?\s*[A-Za-z_-]+\s*=\s*[{\"\d]")
_TROFF = re.compile(r"\s*(?:[.']\\\"[^\n]*\n\s*)*\.(?:TH|SH|Dd|so)\b[^\n]*\n", re.S)
_TYPST = re.compile(r"\s*(?://[^\n]*\n\s*)*#(?:set|import|show|let)\s+[\"\w@][^\n]*[(:\"]")
_TABLE_OF = re.compile(r"^[ \t]*\[\[?[\w.\" -]+\]\]?[ \t]*(?:[#;][^\n]*)?$", re.M)
_SETTING = re.compile(r"^[ \t]*(?:[\w.\"-]+[ \t]*=[ \t]*\S|[\"'\]}])", re.M)


@dataclass(frozen=True, slots=True)
class Kind:
    """`name` as the message says it; `fits` the head of the text; `remedy`: what makes it readable, where one does."""

    name: str
    fits: Callable[[str], object]
    remedy: str = ""


def _latex(start: str) -> bool:
    return bool(_LATEX.search(start)) or len(_LATEX_COMMAND.findall(start)) > 4


def _settings(start: str) -> bool:
    """TOML and INI: names of tables in brackets, each on a line of its own, and settings; or settings alone."""
    first = next((line for line in start.split("\n") if line.strip() and line.lstrip()[0] not in "#;"), "")
    if not (_TABLE_OF.match(first) or _SETTING.match(first)):
        return False
    lines = [line for line in start.split("\n") if line.strip() and line.lstrip()[0] not in "#;"]
    said = sum(bool(_SETTING.match(line)) for line in lines)
    return said > 1 and (said * 3 >= len(lines) if _TABLE_OF.search(start) else said == len(lines))


#: A key of YAML at the left margin or in an entry of a list, and one further in.
_YAML_KEY = r"[\"']?[^\W\d][\w-]{0,38}[\"']?:(?=[ \t]|$)"
_YAML_MARGIN = re.compile(rf"(?:- *)?{_YAML_KEY}|- \S|-$")
_YAML_INNER = re.compile(rf"(?:[ \t]+(?:- +)?|- +)({_YAML_KEY})")


def _yaml(start: str) -> bool:
    """Nothing but keys and entries stands at the margin, and there are keys in keys; front matter has a text behind."""
    first = next((line for line in start.split("\n") if line.strip() and line.lstrip()[0] not in "#%"), "")
    if first.rstrip() != "---" and not _YAML_MARGIN.match(first):
        return False
    lines = [line.rstrip() for line in start.split("\n")]
    lines = [line for line in lines if line and not line.lstrip().startswith(("#", "%YAML"))]
    if "---" in lines[1:]:
        return False
    margin = [line for line in lines if not line[0].isspace() and line not in ("---", "...")]
    if len(lines) < 3 or not all(map(_YAML_MARGIN.match, margin)):
        return False
    inner = [found for line in lines if (found := _YAML_INNER.match(line)) and not found.group(1)[0].isupper()]
    return len(inner) > 2 and any(found.string[0].isspace() for found in inner)


KINDS: tuple[Kind, ...] = (
    Kind("source text of a program", lambda start: _PROGRAM.match(start) or _SCRIPT.match(start)),
    Kind("LaTeX", _latex, "set it and give the PDF, or turn it into HTML or text, for example with pandoc"),
    Kind("a list of changes (diff)", _PATCH.search, "give the text with the changes made"),
    Kind("a dump of a database (SQL)", _SQL.match, "export the table of provisions as CSV or JSON"),
    Kind("subtitles", _SUBTITLES.match),
    Kind("BibTeX", _BIBTEX.match),
    Kind("troff", _TROFF.match, "turn it into HTML or text, for example with man or groff"),
    Kind("Typst", _TYPST.match, "set it and give the PDF"),
    Kind("YAML", _yaml, "turn it into JSON, which is read"),
    Kind("settings (TOML or INI)", _settings),
)


def foreign(start: str) -> Kind | None:
    """What the head of a text is, if it is none that can be read as it stands."""
    if len(start) > _HEAD:
        start = start[: start.rfind("\n", 0, _HEAD) + 1] or start[:_HEAD]
    return next((kind for kind in KINDS if kind.fits(start)), None)
