"""Everything that can go wrong, with a stable code, its exit code and what to do.

    CtipError
      UsageError        2   the call or the configuration is off
      InputError        3   an input is missing, unreadable, empty, or a scan without the OCR extra
      MissingExtra      3   an optional package is needed
      DataError         1   a data file of the user is invalid
        ConfigError     2   a data file that the program works with is invalid: nothing is judged
      InternalError    70   a bug

Codes: CT0xx usage, CT1xx input, CT2xx structure, CT3xx matching and its data, CT4xx drafting and templates,
CT5xx site, CT6xx corpus and evaluation, CT9xx environment. `ctip-law explain CT101` prints a code's entry.
"""

from __future__ import annotations

from typing import ClassVar

#: code -> (what it means, what to do). One sentence each; `explain` prints them.
CODES: dict[str, tuple[str, str]] = {
    "CT001": ("The country is not known.", "Give an ISO 3166 alpha-2 or alpha-3 code or a name from `ctip-law corpus list`."),
    "CT002": ("The instrument is not known.", "Use one of the ids that `ctip-law explain instruments` lists."),
    "CT003": ("There is no entry with this id.", "Look the id up with `ctip-law explain provisions`, `elements` or `defects`."),
    "CT004": ("An option has a value that it does not take.", "Use one of the values that the message lists."),
    "CT005": ("The country has no law in the corpus.", "Give the statute as a file, or see `ctip-law corpus list`."),
    "CT006": ("The law or the clause is not known.", "See `ctip-law corpus list` for laws and `ctip-law show LAW` for clauses."),
    "CT007": ("The call cannot be understood.", "See `ctip-law --help`, or `ctip-law COMMAND --help`."),
    "CT008": ("The configuration is not valid.", "Mend the file at the line named, or use --no-config."),
    "CT009": ("The laws named are not of one country.", "Name laws of one country, or put countries side by side with `compare` or `report matrix`."),
    "CT101": ("The file does not exist.", "Check the path."),
    "CT102": ("The path is a directory.", "Name the statute's file in it."),
    "CT103": ("The file is empty or holds only blanks.", "Give the statute's text."),
    "CT104": ("The file is not a format that can be read.", "Give text, Markdown, HTML, EPUB, XML, JSON, CSV, RTF, ODT, DOCX or PDF."),
    "CT105": ("The PDF is a scan: its pages hold pictures and no text.", "Install the OCR extra: pip install 'ctip-law[ocr]'."),
    "CT106": ("The XML is broken.", "Repair the file at the place named."),
    "CT107": ("The file is encrypted.", "Remove the password and try again."),
    "CT108": ("The file is too large or nested too deeply to be read safely.", "Split it, or give the statute alone."),
    "CT109": ("The bytes are not text in a known encoding.", "Save the file as UTF-8."),
    "CT110": ("The file is only an index that pulls other files in.", "Give the files that it names."),
    "CT111": ("The file cannot be opened.", "Check that you may read it."),
    "CT112": ("The file is damaged or cut off.", "Get it again from its publisher."),
    "CT113": ("The XML asks for entities or files from outside, which are never loaded.", "Remove the document type declaration."),
    "CT114": ("The document has tracked changes and they were asked to fail.", "Accept or reject them, or use --revisions."),
    "CT115": ("The JSON holds no provisions with words in them.", "Give the statute as its publisher has it, or as text."),
    "CT116": ("The file holds several laws, or other things beside one.", "Give each law as a file of its own."),
    "CT117": ("Text that is struck out or deleted in the source was left out.", "See `repairs` of `parse -f json` for the words; give the clean text if they are law."),
    "CT118": ("The language named or declared is not that of the words.", "Leave --lang out, or name the language of the text."),
    "CT119": ("The encoding of the text was recognised from its words.", "Name it with --encoding if the words look wrong."),
    "CT120": ("Part of the file is no text that can be read.", "Read it there; what it says was not judged."),
    "CT201": ("No section or article was found.", "Check that the file holds the operative text; `parse` shows what was read."),
    "CT202": ("No amending instruction could be carried out.", "Check that the second file is an act that amends the first, in a language whose instructions are read."),
    "CT203": ("An amending instruction was not applied.", "Read the instruction and amend the text there by hand."),
    "CT204": ("Fewer sections were found than the text announces.", "Compare the sections with the text's own list; what was not found may stand in another section."),
    "CT205": ("Words that read like operative law stand outside the sections.", "Read them there; verdicts that rest on silence are withheld."),
    "CT206": ("The text was mended or put in order before it was read.", "See `repairs` of `parse -f json` for each change."),
    "CT207": ("The file holds several laws.", "Choose one with --law, by its number or words of its title."),
    "CT208": ("The sections have no numbers.", "Cite them by their headings, and compare them with a printed copy."),
    "CT209": ("Two of the laws read together have one title.", "Read the version in force alone; `diff` shows what changed."),
    "CT301": ("A data file is not valid.", "Mend the entry at the file and line named."),
    "CT302": ("The language has no lexicon, so nothing was assessed.", "See `ctip-law explain unread` for the languages."),
    "CT303": ("The weights of the second reader do not fit.", "Make them again with `make train`, or remove the file: then nothing is pointed to."),
    "CT401": ("A template or a model provision cannot be used.", "Mend the file at the place named."),
    "CT402": ("There is no model provision for this id.", "See `ctip-law draft clause --list`."),
    "CT403": ("There are no model provisions in this language.", "Draft in a language that has them with `ctip-law draft clause`, or have the bill translated."),
    "CT404": ("A clause of the bill does not do what it is for.", "Read the table of verdicts at the end of the bill and mend the clause by hand."),
    "CT405": ("The law only changes another one, or is made under it.", "Name the principal law first; this one may follow it and is then read beside it."),
    "CT406": ("A file of options for a draft is not valid.", "Mend the entry at the line named, or write the file anew with `ctip-law draft options`."),
    "CT501": ("The site could not be built.", "See the generator's message above."),
    "CT502": ("A page or a link is dead.", "Mend the page named."),
    "CT601": ("A label file or a reviewed gap analysis is not valid.", "Mend the entry named."),
    "CT602": ("The corpus does not agree with its manifest.", "Run `ctip-law corpus verify` and mend what it names."),
    "CT603": ("A baseline of known findings is not valid.", "Write it again with --write-baseline."),
    "CT604": ("The official text could not be fetched.", "Try again later, or get it by hand and give it to `ctip-law corpus add`."),
    "CT605": ("The publisher keeps programs out of the address.", "Open the address in a browser and give the file to `ctip-law corpus add`."),
    "CT606": ("The text has changed since something was made of it.", "Read the new text, and mend what was made of the old one."),
    "CT607": ("A lawyer's review is of other laws than those that were read, or was not imported yet.", "Give the laws that were reviewed, in their order, or move the file out of the folder."),
    "CT901": ("A feature needs an optional package that is not installed.", "Install the extra that the message names."),
    "CT902": ("Nothing can be written there.", "Give a path that you may write to."),
    "CT903": ("No installed font has a sign that the PDF must show.", "Install the font that the message names, or take another form."),
    "CT970": ("ctip-law itself went wrong.", "Run again with --debug and report what it prints."),
}


#: exit code -> what it says.
EXIT_CODES = {
    0: "done",
    1: "findings: a gate of `gap` that is not met, invalid data, a dead link",
    2: "the call or the configuration is wrong",
    3: "an input or an optional package is missing, or an input cannot be read",
    4: "some inputs failed, the rest was written",
    70: "a mistake of the program",
    130: "interrupted",
}


class CtipError(Exception):
    """A failure that the user is told of in one line: `CODE path:place: what is wrong; what to do`."""

    exit_code: ClassVar[int] = 70

    def __init__(self, code: str, message: str, *, path: str = "", place: str = "", remedy: str = "") -> None:
        self.code = code
        self.message = message
        self.path = path
        self.place = place
        self.remedy = remedy or CODES[code][1]
        super().__init__(str(self))

    def __reduce__(self) -> tuple[object, ...]:
        """An error of a worker process reaches the caller as it is; an exception of its own making would not."""
        return _restored, (type(self), dict(vars(self)))

    def __str__(self) -> str:
        where = f"{self.path}:{self.place}" if self.place else self.path
        remedy = self.remedy[:1].lower() + self.remedy[1:].rstrip(".")
        return f"{self.code} {where + ': ' if where else ''}{self.message.rstrip('.')}; {remedy}"

    def as_dict(self) -> dict[str, str]:
        """The entry of a report's `errors` list."""
        return {"code": self.code, "path": self.path, "place": self.place, "message": str(self)}


def _restored(kind: type[CtipError], fields: dict[str, str]) -> CtipError:
    return kind(fields["code"], fields["message"], **{name: fields[name] for name in ("path", "place", "remedy")})


class UsageError(CtipError):
    """The call or the configuration is off (exit 2)."""

    exit_code = 2


class InputError(CtipError):
    """An input is missing, unreadable, empty or a scan (exit 3)."""

    exit_code = 3


class MissingExtra(CtipError):
    """An optional package is needed (exit 3)."""

    exit_code = 3


class DataError(CtipError):
    """A data file is invalid; `path` and `place` name the file and the line (exit 1)."""

    exit_code = 1


class ConfigError(DataError):
    """A data file that the program itself works with is invalid: nothing is done with it (exit 2)."""

    exit_code = 2


class InternalError(CtipError):
    """A bug in ctip-law (exit 70)."""

    exit_code = 70
