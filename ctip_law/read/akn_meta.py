"""What an Akoma Ntoso document says of itself: identification (FRBR), title, dates, and the marks our writer leaves.

The marks are keywords of the dictionary `#ctip-law` (see `ctip_law.write.akn`): "restatement", "complete", "version",
"in_force", "kind", "citation", "source_sha256". They are facts about the text, and no other tool need know them.
"""

from __future__ import annotations

import re

from lxml import etree

from ctip_law.read.walk import Element, words_of

#: ISO 639-2 (both forms) -> ISO 639-1, for the languages laws have been met in.
LANGUAGES = dict(
    pair.split(":")
    for pair in [
        "ara:ar",
        "aze:az",
        "ben:bn",
        "bos:bs",
        "bul:bg",
        "bur:my",
        "mya:my",
        "cat:ca",
        "ces:cs",
        "cze:cs",
        "chi:zh",
        "zho:zh",
        "cym:cy",
        "wel:cy",
        "dan:da",
        "deu:de",
        "ger:de",
        "dzo:dz",
        "ell:el",
        "gre:el",
        "eng:en",
        "est:et",
        "eus:eu",
        "fao:fo",
        "fas:fa",
        "per:fa",
        "fij:fj",
        "fin:fi",
        "fra:fr",
        "fre:fr",
        "gle:ga",
        "guj:gu",
        "heb:he",
        "hin:hi",
        "hrv:hr",
        "hun:hu",
        "hye:hy",
        "arm:hy",
        "ind:id",
        "isl:is",
        "ice:is",
        "ita:it",
        "jpn:ja",
        "kal:kl",
        "kan:kn",
        "kat:ka",
        "geo:ka",
        "kaz:kk",
        "khm:km",
        "kin:rw",
        "kir:ky",
        "kor:ko",
        "lao:lo",
        "lat:la",
        "lav:lv",
        "lit:lt",
        "ltz:lb",
        "mal:ml",
        "mar:mr",
        "mkd:mk",
        "mac:mk",
        "mlt:mt",
        "mon:mn",
        "msa:ms",
        "may:ms",
        "nbl:nr",
        "nep:ne",
        "nld:nl",
        "dut:nl",
        "nno:nn",
        "nob:nb",
        "nor:no",
        "nde:nd",
        "pan:pa",
        "pol:pl",
        "por:pt",
        "pus:ps",
        "roh:rm",
        "ron:ro",
        "rum:ro",
        "rus:ru",
        "sin:si",
        "slk:sk",
        "slo:sk",
        "slv:sl",
        "smo:sm",
        "sot:st",
        "spa:es",
        "sqi:sq",
        "alb:sq",
        "srp:sr",
        "ssw:ss",
        "swa:sw",
        "swe:sv",
        "tam:ta",
        "tel:te",
        "tgk:tg",
        "tgl:tl",
        "tha:th",
        "ton:to",
        "tsn:tn",
        "tso:ts",
        "tur:tr",
        "tuk:tk",
        "uig:ug",
        "ukr:uk",
        "urd:ur",
        "uzb:uz",
        "ven:ve",
        "vie:vi",
        "xho:xh",
        "zul:zu",
        "afr:af",
        "bis:bi",
        "tet:tet",
        "tpi:tpi",
        "div:dv",
    ]
)

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
#: Dates that publishers put where they know none.
_NO_DATES = ("0001-", "1000-", "1900-01-01", "2999-", "9999-")
#: Publishers whose URIs name no country.
_HOSTS = {
    "legislation.gov.uk": "gb",
    "legilux.public.lu": "lu",
    "fedlex": "ch",
    "eli/bund": "de",
    "finlex": "fi",
    "europa.eu": "eu",
}
_TITLES = ("docTitle", "shortTitle", "longTitle")
KINDS = frozenset({"act", "bill", "amending", "code", "regulation", "restatement"})
DICTIONARY = "#ctip-law"


def facts(root: Element) -> dict[str, str]:
    """`Document.meta` of the law in `root` (the first act or bill where there are several documents)."""
    main = _main(root)
    found = _identification(main) | _reference(main) | _marks(main)
    if not found.get("title"):
        found["title"] = _title(main)
    found.setdefault("kind", "bill" if etree.QName(main).localname == "bill" else "act")
    return found


def language_of(code: str) -> str:
    """ "eng" -> "en"; what is not in the table stays as it is."""
    code = code.strip().lower().rpartition("/")[2]  # Legilux: an address that ends in the code
    return LANGUAGES.get(code, code)


def _main(root: Element) -> Element:
    for name in ("act", "bill"):
        if (found := next(root.iter(f"{{*}}{name}"), None)) is not None:
            return found
    return root if not len(root) else root[0]


def _value(parent: Element | None, name: str, attribute: str = "value") -> str:
    if parent is None:
        return ""
    for element in parent.iterfind(f"{{*}}{name}"):
        if value := (element.get(attribute) or "").strip():
            return value
    return ""


def _identification(main: Element) -> dict[str, str]:
    work, expression = (
        main.find(f"{{*}}meta/{{*}}identification/{{*}}{name}") for name in ("FRBRWork", "FRBRExpression")
    )
    uri = _value(work, "FRBRuri") or _value(work, "FRBRthis")
    country = _value(work, "FRBRcountry")
    if len(country) != 2:
        match = re.match(r"(?:/akn)?/([a-z]{2})(?:-[a-z0-9]+)?/", uri)
        country = match.group(1) if match else next((code for host, code in _HOSTS.items() if host in uri), "")
    date = _value(expression, "FRBRdate", "date")
    return {
        "uri": uri,
        "country": {"UK": "GB", "XX": ""}.get(country.upper(), country.upper()),
        "language": language_of(_value(expression, "FRBRlanguage", "language")),
        "version": date if _DATE.match(date) and not date.startswith(_NO_DATES) else "",
        "title": _alias(work),
    }


def _alias(work: Element | None) -> str:
    """The alias our writer and Slaw call the title; other aliases are codes."""
    if work is None:
        return ""
    for alias in work.iterfind("{*}FRBRalias"):
        value = (alias.get("value") or "").strip()
        if value and (alias.get("name") == "title" or (alias.get("name") is None and " " in value)):
            return value
    return ""


def _reference(main: Element) -> dict[str, str]:
    """`<original>`: the official text that this one was made from."""
    original = main.find("{*}meta/{*}references/{*}original")
    if original is None:
        return {}
    href = original.get("href") or ""
    return {"url": href if href.startswith("http") else "", "citation": original.get("showAs") or ""}


def _marks(main: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for keyword in main.iterfind("{*}meta/{*}classification/{*}keyword"):
        if keyword.get("dictionary") == DICTIONARY:
            found[keyword.get("value") or ""] = keyword.get("showAs") or ""
    found.pop("", None)
    return found


def _title(main: Element) -> str:
    """The title on the cover or in the preface; the short one where the other is a long title ("An Act to ...")."""
    found: dict[str, str] = {}
    for part in (*main.iterfind("{*}preface"), *main.iterfind("{*}coverPage")):
        for name in _TITLES:
            for element in part.iter(f"{{*}}{name}"):
                found.setdefault(name, words_of(element))
    best = found.get("docTitle") or ""
    if not best or len(best) > 150:
        best = found.get("shortTitle") or best or found.get("longTitle") or ""
    named = main.get("name") or ""
    return best[:300] or (named if " " in named else "")
