"""A Document into a Law: a list of small stages, each with the text it is for.

Marked documents are only assembled (`assemble`). Unmarked ones go through `ctip_law.structure.pipeline`.
"""

from __future__ import annotations

from dataclasses import replace

from ctip_law.model import Caution, Clause, Component, Document, Law, Repair
from ctip_law.profiles.language import contradicted, language_of
from ctip_law.structure.assemble import Tree, assemble
from ctip_law.structure.coverage import account
from ctip_law.structure.eid import EidMaker
from ctip_law.structure.honest import judged
from ctip_law.structure.node import Node, freeze
from ctip_law.structure.parts import number_and_date
from ctip_law.structure.print_errors import mend_print
from ctip_law.structure.reflow import reflow
from ctip_law.structure.repeal import mark_named, mark_repealed
from ctip_law.structure.title import title_of, title_of_extract

__all__ = ["structure"]


def structure(document: Document, *, lang: str = "", law: str = "") -> Law:
    """The clause tree of `document`, every line accounted for; no annotations yet.

    `lang` (BCP 47) overrides what the document declares; without either the language is decided from the
    words, "und" where they do not tell. `law` chooses from a file with several laws, by number or words of the title.
    No sections found is no error: `Law.sections()` is empty then. Raises UsageError CT004 where no law is the chosen.
    """
    misprints: tuple[Repair, ...] = ()
    if not document.marked:
        document, moved = reflow(document)
        document, mended = mend_print(document)
        misprints = (*moved, *mended)
    said = document.meta.get("language", "")
    language = lang or contradicted(said, document.text) or said or language_of(document.text)
    repairs: tuple[Repair, ...] = (*document.repairs, *misprints)
    if document.marked:
        tree, profile = assemble(document), ""
    else:
        from ctip_law.structure.pipeline import build

        tree, profile, found = build(document, language, law)
        repairs = tuple(sorted((*repairs, *found), key=lambda repair: (repair.start, repair.end)))
    document = replace(document, blocks=())  # a large code's blocks weigh twice as much as its text
    # notes, a translation beside the law and a page's menus may speak another language than the law
    ends = [node.end for top in tree.body for node in top.walk()]
    body = document.text[tree.body[0].start : max(ends)] if ends else document.text
    words = contradicted(language, body) or (language_of(body, language) if not (lang or said) else "")
    warnings = document.warnings
    if not lang and words:
        language = words
    if said and not lang and language != said:
        what = f"the file declares the language {said} and the words are in {language}; they are read as {language}"
        warnings = (*warnings, Caution("CT118", what))
        why = "the words are not in the language that the file declares"
        repairs = (Repair(0, 0, said, language, why), *repairs)
    elif lang and words:
        what = f"the language {lang} was named and the words are in {words}; they are read as {lang}"
        warnings = (*warnings, Caution("CT118", what))
    mark_repealed(tree.body, document.text)
    mark_named(tree.body, document.text)
    made = replace(_law(document, tree, language, profile, repairs), warnings=warnings)
    return judged(made, tree.announced, marked=document.marked)


def _law(document: Document, tree: Tree, language: str, profile: str, repairs: tuple[Repair, ...]) -> Law:
    eids = EidMaker()
    text, meta = document.text, document.meta
    clauses = freeze(tree.body, text, eids, consume=True)
    components = tuple(_component(name, node, text, eids) for name, node in tree.components)
    coverage, leftovers = account(text, tree.placed, (*document.leftovers, *tree.leftovers))
    return Law(
        id=meta.get("uri", "") or _uri(meta, document),
        title=tree.title or _title(document, tree) or title_of_extract(tree.body),
        language=language,
        text=text,
        source=document.source,
        clauses=clauses,
        country=meta.get("country", "").upper(),
        kind=meta.get("kind", "") or "act",
        version=meta.get("version", ""),
        in_force=meta.get("in_force", ""),
        complete=meta.get("complete", "") != "false",
        restatement=meta.get("restatement", "") == "true",
        profile=profile,
        components=components,
        leftovers=leftovers,
        coverage=coverage,
        repairs=repairs,
    )


def _component(name: str, node: Node, text: str, eids: EidMaker) -> Component:
    """A component holds its own words (heading, introduction) as a first clause where there are any."""
    clauses: tuple[Clause, ...]
    if node.intro or node.heading or node.num_printed or not node.children:
        node.eid = node.eid or name
        clauses = freeze([node], text, eids)
    else:
        clauses = freeze(node.children, text, eids, name)
    end = max([node.end, *(clause.end for clause in clauses)])
    if node.kind != "other_law":
        return Component(name=name, clauses=clauses, start=node.start, end=end)
    number, date = number_and_date(node.heading)
    return Component(name, clauses, node.start, end, node.heading, number, date)


def _preface(tree: Tree, text: str) -> str:
    """The text before the first unit; of a file with other laws before this one, from where this one begins."""
    begins = min((node.start for name, node in tree.components if name in ("preface", "preamble")), default=0)
    ends = tree.body[0].start if tree.body else len(text)
    return text[begins:ends] if begins < ends else text[:ends]


#: Characters of the first units in which they give the law its name.
_NAMED = 1500


def _opening(tree: Tree, text: str) -> str:
    return text[tree.body[0].start : tree.body[0].start + _NAMED] if tree.body else ""


def _title(document: Document, tree: Tree) -> str:
    page = document.source.format == "html"
    said, text = document.meta.get("title", ""), document.text
    return title_of(said, _preface(tree, text), _opening(tree, text), page)


def _uri(meta: dict[str, str], document: Document) -> str:
    """`/akn/<country>/act/<first 12 of the text's hash>`: a name of its own where the file has none."""
    country = meta.get("country", "").lower() or "xx"
    return f"/akn/{country}/{meta.get('kind') or 'act'}/{document.source.text_sha256[:12]}"
