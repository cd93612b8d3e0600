"""The pages: our own templates, rendered into a folder of Markdown that the generator turns into a site.

Every link is written by `url`, which knows the pages there are, so that a page that does not exist is an error here.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ctip_law.errors import InternalError
from ctip_law.framework import Provision, load
from ctip_law.framework.rule_words import HOW_RULES_WORK, rule_in_words
from ctip_law.model import TOP_KINDS
from ctip_law.paths import data_folder
from ctip_law.report.data import ANSWERED, STRENGTHS, summary
from ctip_law.report.words import ELEMENT, GENERAL_LAW, PROVISION, STRENGTH
from ctip_law.site import addresses, described, downloads, feeds, search, told, views
from ctip_law.site.catalogue import ENGLISH, Words, figures, words
from ctip_law.site.data import drafts
from ctip_law.site.facts import group_names
from ctip_law.site.nouns import Former, Group, LawView, SiteData
from ctip_law.site.official import number
from ctip_law.site.tiles import tiles
from ctip_law.site.tongues import in_language, language_name
from ctip_law.site.words import ACCURACY, MARKING

_RTL = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
_ADDRESS = re.compile(r"https?://[^\s,;()<>\"']*[^\s,;.()<>\"']")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+.!|~:^=\-]")


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its id ("country/my"), which is its address too; "index" ends the id of a folder's own page."""

    id: str
    template: str
    values: dict[str, Any]

    @property
    def file(self) -> str:
        """The file of the page: every page is the index of its folder, so that links hold in a folder opened without
        a server."""
        return posixpath.join(self.folder, "index.md")

    @property
    def folder(self) -> str:
        """The address of the page from the root of the site, without slashes at its ends."""
        return address(self.id)


def address(page: str) -> str:
    """ "country/index" → "country", "matrix" → "matrix", "index" → ""."""
    return posixpath.dirname(page) if posixpath.basename(page) == "index" else page


def relative(here: str, target: str) -> str:
    """The way from one address to another, with a slash at its end."""
    way = posixpath.relpath(target or ".", here or ".")
    return "./" if way == "." else way + "/"


def pages(site: SiteData) -> list[Page]:
    """All pages of the site in a fixed order."""
    made = [Page(name, name, {}) for name in ("index", "compare", "search", "data", "method")]
    for instrument in site.instruments:
        for turned in (False, True):
            values = {"instrument": instrument, "turned": turned}
            made.append(Page(matrix_page(site, instrument, turned), "matrix", values))
        made.append(Page(region_page(site, instrument), "region", {"instrument": instrument}))
    made += [Page(f"{name}/index", folder, {}) for name, folder in _FOLDERS.items()]
    made += [Page(country.page, "country", {"country": country}) for country in site.countries]
    made += [Page(state.page, "state", {"state": state}) for state in site.states]
    made += [Page(one.page, "unread", {"unread": one}) for one in site.unread]
    made += [Page(one.page, "question", {"question": one}) for one in site.questions if one.elements]
    made += [Page(f"lens/{one.lens.id}", "lens", _lens(one)) for one in views.subjects(site)]
    made += [Page(law.page, "law", {"view": law}) for law in site.laws]
    for law in site.laws:
        for one in (*law.former, *law.amending):
            shown = {"view": _earlier(law, one), "now": law, "amends": one in law.amending}
            made.append(Page(one.page, "version", shown))
    made += [Page(f"provision/{one.id}", "provision", {"provision": one}) for one in site.provisions]
    return made


def _earlier(now: LawView, one: Former) -> LawView:
    """An earlier version as its own page shows it: the text alone, since nothing of it was judged."""
    text = replace(now, page=one.page, permanent=one.page, entry=one.entry, law=one.law)
    return replace(text, cited={}, penalties=(), former=(), amending=(), official=None)


def _lens(one: views.Subject) -> dict[str, Any]:
    numbered = [(str(n), duties) for n, (_, duties) in enumerate(one.parts, 1)]
    return {"lens": one.lens, "with_duties": one.parts, "parts": numbered, "left_out": one.left_out}


def matrix_page(site: SiteData, instrument: str, turned: bool = False) -> str:
    """The page of an instrument's matrix; that of the first is "matrix". `turned` has the duties down."""
    first = instrument == site.instruments[0]
    return "matrix" + ("" if first else f"/{instrument}") + ("/duties" if turned else "")


def region_page(site: SiteData, instrument: str) -> str:
    """The page that counts an instrument's duties over the countries; that of the first is "region"."""
    return "region" if instrument == site.instruments[0] else f"region/{instrument}"


_FOLDERS = {"country": "countries", "law": "laws", "provision": "provisions"}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a site is published: `base` is the address at which it will stand, with a slash at its end, or "";
    `language` that of its interface; `contact` an address for errors, of mail or of a page, or ""."""

    base: str = ""
    language: str = ENGLISH
    contact: str = ""


#: In English, at no address that is known yet.
PLAIN = Setting()


def render(site: SiteData, folder: Path, how: Setting = PLAIN) -> list[Page]:
    """Writes the pages, the assets, the data and `mkdocs.yml` into an empty folder and returns the pages.

    Raises InternalError CT970 when a template links to a page that does not exist, UsageError CT004 for a language
    without a catalogue.
    """
    base, t = how.base, words(how.language)
    site = in_language(site, t)
    environment = _environment(site, how, t)
    made = pages(site)
    known = {page.id for page in made}
    files: dict[str, str | bytes] = {**downloads.files(site, t), **feeds.feeds(site, base), **downloads.reports(site)}
    files |= downloads.about(site, files, base)
    files["data/all.zip"] = downloads.whole(files)
    files |= dict(downloads.scripts(files))
    files |= dict(search.files(site, t))
    files |= dict(addresses.leads(site, t))
    docs = folder / "docs"
    for page in made:
        url = _Url(page.folder, known, frozenset(files))
        template = environment.get_template(f"{page.template}.md.j2")
        _write(docs / page.file, template.render(url=url, page=page, files=files, **page.values))
    for name, data in files.items():
        _write(docs / name, data)
    _write(docs / "assets" / "words.js", _script_words(site, t))
    for asset in sorted((data_folder("templates") / "site" / "assets").iterdir()):
        text = asset.read_text(encoding="utf-8")
        _write(docs / "assets" / asset.name, _squeezed(text) if asset.suffix == ".css" else text)
    for part in sorted((data_folder("templates") / "site" / "theme").iterdir()):
        _write(folder / "theme" / part.name, part.read_text(encoding="utf-8"))
    _write(folder / "mkdocs.yml", environment.get_template("mkdocs.yml.j2").render(pages=made))
    return made


def _squeezed(style: str) -> str:
    """A style sheet without what only its editors read: comments, and blanks beside braces and stops."""
    bare = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    return re.sub(r'("[^"]*")|\s*([{};])\s*|([:,])\s+', lambda one: one[1] or one[2] or one[3], bare).lstrip()


class _Url:
    """Writes links as they are seen from one page."""

    def __init__(self, here: str, pages: set[str], files: frozenset[str]) -> None:
        self._here = here
        self._pages = pages
        self._files = files

    def __call__(self, page: str, anchor: str = "") -> str:
        """The way to a page, and to an anchor on it. Raises InternalError CT970 for a page that does not exist."""
        if page not in self._pages:
            raise InternalError("CT970", f"a link goes to the page {page!r}, which does not exist")
        way = relative(self._here, address(page)) + "index.html"
        if address(page) == self._here and anchor:
            way = ""
        return f"{way}#{anchor}" if anchor else way

    def file(self, name: str) -> str:
        """The way to a data file."""
        if name not in self._files:
            raise InternalError("CT970", f"a link goes to the file {name!r}, which does not exist")
        return relative(self._here, posixpath.dirname(name)) + posixpath.basename(name)

    @property
    def root(self) -> str:
        """The way to the root of the site."""
        return relative(self._here, "")


def _write(path: Path, data: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)


def _script_words(site: SiteData, t: Words) -> str:
    """The words that the scripts show, by their keys."""
    marks = {mark: _mark(mark, t) for view in site.countries for mark in view.marks}
    said = t.section("script") | {f"status.{id}": t.plain(f"status.{id}") for id in PROVISION}
    text = json.dumps(said | {f"mark.{mark}": word for mark, word in marks.items()}, ensure_ascii=False, sort_keys=True)
    return f"window.ctipWords = {text};\n"


def _mark(mark: str, t: Words) -> str:
    """ "bill", "repealed: chapter 18", "extract in part" in the language of the page."""
    head, _, what = mark.partition(": ")
    if what:
        return t.plain("mark.repealed_part", what=what)
    whole = head.removesuffix(" in part")
    word = t.plain(f"mark.{whole}")
    return word if whole == head else t.plain("mark.in_part", mark=word)


def _subject(group: Group, t: Words, several: bool) -> str:
    name = t.plain(f"subject.{group.cluster}")
    return f"{group.instrument}: {name}" if several else name


def _contact(address: str) -> dict[str, str] | None:
    mail = "@" in address and "://" not in address
    return {"address": f"mailto:{address}" if mail else address, "name": address} if address else None


def _environment(site: SiteData, how: Setting, t: Words) -> Any:
    """Jinja: autoescaped, an unknown name is an error."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    jinja = Environment(
        loader=FileSystemLoader(data_folder("templates") / "site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    jinja.filters.update(_filters(site, t))
    jinja.globals.update(_names(site, how, t))
    return jinja


def _filters(site: SiteData, t: Words) -> dict[str, Callable[..., Any]]:
    several = len(site.instruments) > 1
    return {
        "md": _md,
        "article": lambda one: _article(one, several, t),
        "place": lambda one: _article(one, False, t),
        "direction": _direction,
        "sentence": _sentence,
        "flat": _flat,
        "brief": views.brief,
        "mark": lambda mark: _mark(mark, t),
        "caution": lambda words: t("shared.general_law") if words == GENERAL_LAW else t.said(words, _sentence),
        "labelled": lambda span: t.plain_of("label", span.element, span.label),
        "subject": lambda group: _subject(group, t, several),
        "titled": lambda one: t.duty(one.title),
        "short": t.short,
        "linked": _linked,
    }


def _names(site: SiteData, how: Setting, t: Words) -> dict[str, Any]:
    """What every template knows."""
    from markupsafe import Markup

    first = [(_subject(one, t, False), one.provisions) for one in site.groups if one.instrument == site.instruments[0]]
    return {
        "t": t,
        "sentence": _sentence,
        "capital": _capital,
        "english": t.of_english,
        "site": site,
        "framework": load(),
        "answered": ANSWERED,
        "strengths": STRENGTHS,
        "order": views.ORDER,
        "statuses": PROVISION,
        "element_statuses": ELEMENT,
        "strength_words": STRENGTH,
        "marking": MARKING,
        "top_kinds": TOP_KINDS,
        "disclaimer": f"{_measured(t)} {t.plain('shared.disclaimer')}",
        "measured": _measured(t),
        "accuracy_words": ACCURACY,
        "columns": downloads.COLUMNS,
        "counts": {country.code: summary(country.report) for country in site.countries},
        "groups": {id: name for id, name in group_names().items() if any(id in c.groups for c in site.countries)},
        "base": how.base,
        "contact": _contact(how.contact),
        "address": address,
        "matrix_page": lambda instrument, turned: matrix_page(site, instrument, turned),
        "region_page": lambda instrument: region_page(site, instrument),
        "first_groups": first,
        "lenses": [one.lens for one in views.subjects(site)],
        "findings": told.findings(site, t),
        "of": lambda n, judged: told.of(n, judged, t),
        "prose": lambda country: told.prose(country, site.judged, t),
        "terms": views.terms(site, t),
        "tongues": views.tongues(site, t),
        "tiles": tiles(site, t),
        "news": feeds.newest(site)[:6],
        "dataset": Markup(described.dataset(site, how.base)),
        "legislation": lambda view: Markup(described.legislation(view)),
        "size": views.size,
        "language": lambda code: language_name(code, t.language),
        "number": number,
        "marks_of": {view.code: view.marks for view in site.countries if view.marks},
        "counted_in": views.counted_in,
        "unassessed": lambda country: views.unassessed(site, country),
        "look": lambda country, one: views.look(site, country, one),
        "statuses_on": lambda one: views.statuses_on(site, one),
        "rule": lambda one: list(_rule(one)),
        "models": dict(drafts(site.judged, t.language)),
        "how_rules_work": HOW_RULES_WORK,
    }


def _measured(t: Words) -> str:
    return t.plain("shared.measured", **figures())


def _rule(one: Provision) -> Iterator[str]:
    if one.rule.why:
        yield from rule_in_words(one, load())


def _md(text: str) -> Any:
    """Text for a Markdown heading or the front matter: no character of it is markup, in HTML or in Markdown."""
    from markupsafe import Markup, escape

    escaped = str(escape(_flat(text)))
    return Markup(re.sub(r"&[#\w]+;|" + _MARKDOWN.pattern, _entity, escaped))


def _entity(found: re.Match[str]) -> str:
    return found[0] if len(found[0]) > 1 else f"&#{ord(found[0])};"


def _article(one: Provision, several: bool, t: Words) -> str:
    """ "Art. 3(a)", or the name that the instrument's parts have of their own ("Principle 1"); behind the short name of
    the instrument where the site holds several."""
    named = any(word.isalpha() and len(word) > 2 for word in one.article.split())
    own = one.article if named else t.plain("common.article", num=one.article)
    return f"{t.short(one.instrument)}, {own}" if several else own


def _linked(text: str) -> Any:
    """Text in which every address can be followed."""
    from markupsafe import Markup, escape

    link, made, done = Markup('<a href="{0}" rel="nofollow noreferrer">{0}</a>'), Markup(""), 0
    for found in _ADDRESS.finditer(text):
        made, done = made + escape(text[done : found.start()]) + link.format(found[0]), found.end()
    return made + escape(text[done:])


def _direction(language: str) -> str:
    return "rtl" if language.split("-")[0] in _RTL else "ltr"


def _flat(text: str) -> str:
    return " ".join(text.split())


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    """With a capital at its start and a stop at its end."""
    flat = _flat(text)
    return _capital(flat) + ("" if not flat or flat[-1] in ".!?" else ".")
