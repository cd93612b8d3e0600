"""The files of `model_laws/` checked field by field; every mistake is a DataError CT401 with file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ctip_law.datafile import DataFile, Entry, Key
from ctip_law.draft.nouns import (
    PLACES,
    Choice,
    Common,
    ModelProvision,
    Option,
    Passage,
    Statute,
    Style,
    Term,
    Variable,
)
from ctip_law.draft.wording import check_template
from ctip_law.framework import load

_PROVISION_FIELDS = frozenset(ModelProvision.__dataclass_fields__) - {"path"}
_STYLE_FIELDS = frozenset(Style.__dataclass_fields__) - {"id"}
_VARIABLE_FIELDS = frozenset(Variable.__dataclass_fields__) - {"id"}
_PASSAGE_FIELDS = frozenset({"text", "items", "join", "label", "when"})
#: The fields of a tradition that are more than a text.
_APART = ("phrases", "place", "lead", "marks", "pause", "contract")
_DEPTHS = ("numbers", "kinds", "here")
_PHRASES = ("a_law", "must", "must_not", "commits", "liable", "liable_to", "prison", "prison_range", "fine")
#: What shared provisions call the crime, its offences and the people whom the law protects.
_LAW_WORDS = ("crime", "core_offence", "protected")
#: The fixed words of a draft's notes and tables, and of the questionnaire.
_WORDS = frozenset({
    "note", "choice", "choices", "otherwise", "questions", "breach", "check", "answers", "definitions", "explanatory",
    "draft", "disclaimer", "terms", "blanks", "language", "fewer", "open", "to_provision", "to_duty", "duty", "asks",
    "answered", "provision", "heading", "elsewhere", "take", "none", "duties", "contents", "ask_tradition", "ask_level",
    "ask_help", "ask_decide", "ask_no_note", "ask_default", "ask_yours", "ask_is_default", "ask_is_yours", "ask_within",
})  # fmt: skip
#: A choice may be the default of a tradition or of one of these.
LEVELS = ("minimum", "recommended", "stronger")
_TRADITIONS = ("common", "civil", "plain")
#: What a placeholder may name besides variables and options: see `wording.Wording`.
_BUILT_IN = frozenset(
    {"ref", "here", "Here", "prison", "fine", "law", "unit", "title", "Country", "statute", *_PHRASES, *_LAW_WORDS}
)


class ProvisionFile(DataFile):
    """A file of the library: its entries start at the root, named after the file, and it holds [[arrays]]."""

    code = "CT401"

    @property
    def root(self) -> Entry:
        """The top of the file as one entry."""
        return Entry(self, (self.path.stem,), self.data)

    def line(self, key: Key, field: str = "", value: str = "") -> int:
        """As in DataFile, with the file's name as the first part of a key and ("text", "2") for the third [[text]]."""
        lines = self.raw.splitlines()
        start, end = _region(lines, key[1:])
        field, value = ("items", self._item(key[1:])) if "items" in key else (field, value)
        found = next((at for at in range(start, end) if field and _names(lines[at], field)), start)
        if value:
            found = next((at for at in range(found, end) if value in lines[at]), found)
        return found + 1

    def _item(self, key: Key) -> str:
        """The first line of the text of an item, to find it by."""
        value: Any = self.data
        for name in key:
            value = value[int(name)] if isinstance(value, list) else value[name]
        text = value.get("text", value.get("when", "")) if isinstance(value, dict) else value
        return str(text).split("\n")[0].strip()


def _region(lines: list[str], key: Key) -> tuple[int, int]:
    """The lines of the table `key`: from its header, or the file's start, to the next header."""
    heads = [at for at, line in enumerate(lines) if line.startswith("[")]
    if not key:
        return 0, heads[0] if heads else len(lines)
    if len(key) > 1 and key[1].isdigit():
        hits = [at for at in heads if lines[at].strip() == f"[[{key[0]}]]"]
        start = hits[int(key[1])] if int(key[1]) < len(hits) else 0
    else:
        start = next((at for at in heads if lines[at].strip() == f"[{'.'.join(key)}]"), 0)
    return start, next((at for at in heads if at > start), len(lines))


def _names(line: str, field: str) -> bool:
    return line.replace(" ", "").startswith(f"{field}=")


def read_common(path: Path) -> Common:
    """The file that all provisions share. Raises DataError CT401."""
    file = ProvisionFile(path)
    root = file.root
    shared = ("given", "laws", "levels", "parts", "traditions", "variables", "terms", "breaches", "elsewhere", "words")
    root.only((*shared, "countries"))
    variables = {entry.id: _variable(entry) for entry in tables(root, "variables")}
    for entry in tables(root, "variables"):
        for name in sorted(set(variables[entry.id].at_least) - set(variables)):
            raise entry.error(f'`at_least` names "{name}", which does not exist', "at_least", name)
    laws = {entry.id: statute_of(entry, set(variables)) for entry in tables(root, "laws")}
    parts, part_law = {}, {}
    for entry in _array(root, "parts"):
        entry.only(("id", "title", "law"))
        parts[entry.text("id")] = entry.text("title")
        part_law[entry.text("id")] = entry.choice("law", laws)
    return Common(
        laws=laws,
        parts=parts,
        part_law=part_law,
        levels=levels_of(root),
        traditions={entry.id: style_of(entry) for entry in tables(root, "traditions")},
        variables=variables,
        terms={entry.id: _term(entry, set(variables), laws) for entry in tables(root, "terms")},
        breaches=root.words("breaches"),
        elsewhere=elsewhere_of(root),
        given=root.text("given"),
        path=str(path),
        words=words_of(root),
        countries=root.words("countries"),
    )


def words_of(root: Entry) -> dict[str, str]:
    """The fixed words of notes and tables, all of them."""
    words = {name: " ".join(text.split()) for name, text in root.words("words").items()}
    if set(words) != _WORDS:
        wrong = ", ".join(sorted(_WORDS ^ set(words)))
        raise root.error(f"`words` must hold what notes and tables say; look at {wrong}", "words")
    return words


def statute_of(entry: Entry, names: set[str]) -> Statute:
    """A law that can be drafted."""
    entry.only(("label", "title", "long_title", "words"))
    words = entry.words("words")
    if set(words) != set(_LAW_WORDS):
        raise entry.error(f"`words` must hold {', '.join(_LAW_WORDS)}")
    title, long_title = (checked(entry, field, names) for field in ("title", "long_title"))
    return Statute(entry.id, entry.text("label"), title, long_title, words)


def levels_of(root: Entry) -> dict[str, str]:
    levels = root.words("levels")
    if tuple(levels) != LEVELS:
        raise root.error(f"`levels` must hold {', '.join(LEVELS)}")
    return levels


def _term(entry: Entry, names: set[str], laws: dict[str, Statute]) -> Term:
    entry.only(("term", "meaning", "law", "alone"))
    law = entry.choice("law", laws) if "law" in entry.fields else ""
    alone = checked(entry, "alone", names) if "alone" in entry.fields else ""
    return Term(entry.text("term"), checked(entry, "meaning", names), law, alone)


def elsewhere_of(root: Entry) -> dict[str, str]:
    """Duties that a law of this kind leaves to another, with the law where each belongs."""
    known = {duty.id for duty in load().provisions()}
    elsewhere = root.words("elsewhere")
    for duty in elsewhere:
        if duty not in known:
            raise root.error(f'`elsewhere` names "{duty}", which the framework does not hold', duty)
    return elsewhere


def read_provision(path: Path, common: Common) -> tuple[ModelProvision, ProvisionFile]:
    """One model provision, with the file for later checks. Raises DataError CT401."""
    file = ProvisionFile(path)
    root = file.root
    root.only(_PROVISION_FIELDS)
    if root.text("id") != path.stem:
        raise root.error(f'`id` is "{root.text("id")}" and the file is named {path.name}', "id")
    variables = {entry.id: _variable(entry) for entry in tables(root, "variables")}
    options = {entry.id: _option(entry) for entry in tables(root, "options")}
    names = {*common.variables, *variables, *options}
    provision = ModelProvision(
        id=path.stem,
        title=checked(root, "title", names),
        cluster=root.choice("cluster", load().vocabulary["cluster"]),
        part=root.choice("part", common.parts),
        order=root.number("order"),
        note=paragraphs(root),
        text=passages_of(root, names, options),
        duties=root.texts("duties"),
        elements=elements_of(root),
        needs=root.texts("needs"),
        terms=root.texts("terms"),
        check=root.texts("check"),
        questions=root.texts("questions"),
        breach=_breach(root, common),
        also=root.texts("also"),
        variables=variables,
        options=options,
        path=str(path),
    )
    if not provision.text:
        raise root.error("there is no [[text]]")
    for part in provision.also:
        if common.part_law.get(part, common.part_law[provision.part]) == common.part_law[provision.part]:
            raise root.error(f'`also` names "{part}", which is no part of another law', "also", part)
    return provision, file


def passages_of(root: Entry, names: set[str], options: dict[str, Option]) -> tuple[Passage, ...]:
    """The [[text]] tables of a provision."""
    return tuple(_passage(entry, "text", names, options) for entry in _array(root, "text"))


def _breach(root: Entry, common: Common) -> str:
    """A sentence, or the name of one that common.toml holds."""
    words = root.text("breach", "")
    if words and " " not in words:
        return common.breaches[root.choice("breach", common.breaches)]
    return words


def checked(entry: Entry, field: str, names: set[str]) -> str:
    """A text whose placeholders name only what exists."""
    text = entry.text(field)
    wrong = check_template(text, names | _BUILT_IN)
    if wrong:
        raise entry.error(f"`{field}`: {wrong}", field)
    return text


def elements_of(entry: Entry) -> tuple[str, ...]:
    """Element ids of the framework."""
    for element in entry.texts("elements"):
        if element not in load().elements:
            message = f'`elements` names "{element}", which the framework does not hold'
            raise entry.error(message, "elements", element)
    return entry.texts("elements")


def paragraphs(root: Entry) -> tuple[str, ...]:
    root.text("note")
    note: str = root.fields["note"]
    return tuple(" ".join(paragraph.split()) for paragraph in note.split("\n\n") if paragraph.strip())


def _variable(entry: Entry) -> Variable:
    entry.only(_VARIABLE_FIELDS)
    kind = entry.choice("kind", ("text", "integer"))
    if kind == "text":
        return Variable(entry.id, kind, entry.text("label"), entry.text("default"))
    low, value, high = entry.number("min"), entry.number("default"), entry.number("max")
    if not low <= value <= high:
        raise entry.error(f"`default` is {value} and must lie between {low} and {high}", "default")
    law, least = entry.text("law", ""), entry.texts("at_least")
    return Variable(entry.id, kind, entry.text("label"), value, low, high, law, least)


def _option(entry: Entry) -> Option:
    entry.only(("label", "default", "choices", *_TRADITIONS, *LEVELS))
    choices = {}
    for choice in tables(entry, "choices"):
        choice.only(("label", "elements", "terms"))
        choices[choice.id] = Choice(choice.id, choice.text("label"), elements_of(choice), choice.texts("terms"))
    if len(choices) < 2:
        raise entry.error("an option needs two choices or more")
    by = {name: entry.choice(name, choices) for name in (*_TRADITIONS, *LEVELS) if name in entry.fields}
    if set(by) & set(_TRADITIONS) and set(by) & set(LEVELS):
        raise entry.error("an option has defaults for traditions or for levels, not for both")
    return Option(entry.id, entry.text("label"), entry.choice("default", choices), choices, by)


def _passage(entry: Entry, field: str, names: set[str], options: dict[str, Option]) -> Passage:
    """A [[text]] table or an item of one; an item may be a bare text."""
    entry.only(_PASSAGE_FIELDS)
    raw = entry.fields.get("items", [])
    if not isinstance(raw, list) or len(raw) == 1:
        raise entry.error("`items` must be a list of two or more", "items")
    items = []
    for at, item in enumerate(raw):
        if not isinstance(item, str | dict):
            raise entry.error("an item must be text or a table", "items")
        fields: dict[str, Any] = {"text": item} if isinstance(item, str) else item
        items.append(_passage(Entry(entry.file, (*entry.key, "items", str(at)), fields), "items", names, options))
    label = entry.text("label", "")
    if label and field == "items":
        raise entry.error("only a [[text]] can have a `label`", "items")
    return Passage(
        text=checked(entry, "text", names),
        items=tuple(items),
        join=entry.choice("join", ("and", "or"), "" if not items else None),
        label=label,
        when=_conditions(entry, options),
        line=entry.file.line(entry.key, field),
    )


def _conditions(entry: Entry, options: dict[str, Option]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """`option=choice,choice` of this provision, as {option: choices}."""
    words = entry.text("when", "")
    if not words:
        return ()
    name, _, values = words.partition("=")
    choices = tuple(values.split(","))
    option = options.get(name)
    if option is None:
        raise entry.error(f'`when` names the option "{name}", which this provision does not have', "when", words)
    for choice in choices:
        if choice not in option.choices:
            raise entry.error(f'`when`: {name} has no choice "{choice}"', "when", words)
    return ((name, choices),)


def style_of(entry: Entry) -> Style:
    """How a tradition words things."""
    entry.only(_STYLE_FIELDS)
    phrases = entry.table("phrases")
    if phrases is None:
        raise entry.error("the table `phrases` is missing")
    phrases.only(_PHRASES)
    depths = {name: tuple(str(word) for word in entry.fields.get(name, ())) for name in _DEPTHS}
    for name, words in depths.items():
        if len(words) != 3:
            raise entry.error(f"`{name}` must name three depths", name)
    return Style(
        id=entry.id,
        numbers=depths["numbers"],
        kinds=depths["kinds"],
        here=depths["here"],
        phrases={name: phrases.text(name) for name in _PHRASES},
        place=entry.choice("place", PLACES),
        marks=_marks(entry),
        contract=entry.words("contract"),
        pause=entry.text("pause", ";") and str(entry.fields.get("pause", ";")),
        lead=entry.text("lead") and str(entry.fields["lead"]),  # its blank counts: French has one before a colon
        **{name: entry.text(name) for name in sorted(_STYLE_FIELDS - {*_DEPTHS, *_APART})},
    )


def _marks(entry: Entry) -> tuple[str, str]:
    """The quotation marks, with the blanks that belong to them; those of English where none are named."""
    found = entry.texts("marks") or ("“", "”")
    if len(found) != 2:
        raise entry.error("`marks` must name the mark that opens and the one that closes", "marks")
    return found[0], found[1]


def _array(entry: Entry, field: str) -> list[Entry]:
    """The [[field]] tables."""
    value = entry.fields.get(field, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise entry.error(f"`{field}` must be [[{field}]] tables", field)
    return [Entry(entry.file, (*entry.key, field, str(at)), item) for at, item in enumerate(value)]


def tables(entry: Entry, field: str) -> list[Entry]:
    """The [field.<name>] tables."""
    table = entry.table(field)
    if table is None:
        return []
    for name, value in table.fields.items():
        if not isinstance(value, dict):
            raise table.error(f"`{name}` must be a table", name)
    return [Entry(entry.file, (*table.key, name), value) for name, value in table.fields.items()]
