"""A file of options: the tradition, the level, and what is set by name. Drafts read it, the questionnaire writes it.

tradition = "civil"
level = "recommended"

[set]
max_years = 15
offence_fine = "none"
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ctip_law.datafile import DataFile
from ctip_law.draft.library import shipped
from ctip_law.draft.values import filled
from ctip_law.errors import InputError, UsageError

_HEAD = """# Options of a draft, for --options of `ctip-law draft clause`, `law` and `amend`.
# `ctip-law draft options -o FILE` asks for them one by one, and goes on where it was stopped.
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file of options sets; "" and an absent name leave the default."""

    tradition: str = ""
    level: str = ""
    values: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def variables(self) -> dict[str, str | int]:
        """Level and values as a draft takes them."""
        return {**({"level": self.level} if self.level else {}), **self.values}


class _OptionsFile(DataFile):
    code = "CT406"


def read_settings(path: Path) -> Settings:
    """The options in a file. Raises InputError CT101, CT102, CT111 where it cannot be read, ConfigError CT406 with file
    and line for one that is not valid or that names what does not exist."""
    if path.is_dir():
        raise InputError("CT102", "a file of options is asked for, and this is a directory", path=str(path))
    if not path.exists():
        raise InputError("CT101", "the file of options does not exist", path=str(path))
    try:
        file = _OptionsFile(path)
    except OSError as error:
        raise InputError("CT111", error.strerror or "it cannot be read", path=str(path)) from None
    root = file.root
    root.only(("tradition", "level", "set"))
    book = shipped()
    tradition = root.choice("tradition", book.common.traditions) if "tradition" in root.fields else ""
    level = root.choice("level", book.common.levels) if "level" in root.fields else ""
    table = root.table("set")
    values: dict[str, str | int] = {}
    for name, value in (table.fields if table else {}).items():
        assert table is not None
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise table.error(f"`{name}` must be text or a whole number", name)
        try:
            filled(book, {**values, name: value}, tradition or "common")
        except UsageError as error:
            raise table.error(f"{error.message}; {error.remedy[:1].lower()}{error.remedy[1:]}", name) from None
        values[name] = value
    return Settings(tradition, level, values)


def written(settings: Settings) -> str:
    """The file of options as text; `read_settings` reads it back."""
    lines = [_HEAD]
    lines += [f"{name} = {_text(value)}" for name, value in _front(settings)]
    lines += ["", "[set]"]
    for name, value in settings.values.items():
        lines.append(f"# {label_of(name)}")
        lines.append(f"{name} = {value if isinstance(value, int) else _text(value)}")
    return "\n".join(lines) + "\n"


def _front(settings: Settings) -> list[tuple[str, str]]:
    return [(n, v) for n, v in (("tradition", settings.tradition), ("level", settings.level)) if v]


def _text(value: str) -> str:
    """A TOML string: JSON strings are such, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def label_of(name: str) -> str:
    """What a variable or option is about, in words."""
    book = shipped()
    variable = book.variable(name)
    if variable is not None:
        return variable.label
    return next(p.options[name].label for p in book.provisions.values() if p.options and name in p.options)
