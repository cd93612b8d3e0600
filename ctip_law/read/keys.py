"""What the keys of a scraper's JSON and the columns of a table are called that hold a law's provisions."""

from __future__ import annotations

import re

#: Keys, in small letters without "_", "-" and blanks, by what they hold; the likelier first.
NUMBER = (
    "number", "num", "no", "sectionnumber", "sectionnum", "sectionno", "articlenumber", "articleno", "articlenum",
    "section", "article", "provisionnumber", "provisionno", "paragraphnumber", "numero", "número", "articulo",
    "artículo", "nomor", "pasal", "artikel", "nummer", "條號", "representation", "条号", "marker", "label", "code",
    "provisionref", "ref", "citation", "artigo", "номер", "статья", "المادة", "رقم", "madde", "maddeno", "番号",
    "조문번호", "dieu", "điều", "rule", "ruleno", "regulation", "clause", "sec", "art",
    "nroarticulo",
)  # fmt: skip
#: What stands behind the number of a unit that was put in: "BIS".
INSERTED = ("secarticulo",)
HEADING = (
    "heading", "title", "sectiontitle", "sectionheading", "articletitle", "articleheading", "caption", "rubric",
    "name", "marginalnote", "shorttitle", "titulo", "título", "titre", "intitule", "intitulé", "judul",
    "overskrift", "rubrik", "標題", "标题", "titel", "заголовок", "عنوان", "başlık", "baslik",
    "見出し", "조문제목", "tieude",
)  # fmt: skip
TEXT = (
    "text", "content", "body", "fulltext", "sectiontext", "articletext", "articlecontent", "provisiontext",
    "statutetext", "sectiondesc", "contenttext", "contentraw", "rawtext", "plaintext", "paragraph", "html",
    "contenthtml", "bodyhtml", "texto", "contenido", "texte", "contenu", "isi", "innhold", "inhalt", "條文內容",
    "条文内容", "teks", "currenttext", "originaltext", "conteudo", "conteúdo", "tekst", "текст", "النص", "نص", "metin",
    "条文", "本文", "조문내용", "noidung", "provision", "details", "value", "description",
    "textoarticulo",
)  # fmt: skip
CHILDREN = (
    "provisions", "sections", "articles", "children", "chapters", "parts", "divisions", "titles", "books",
    "subsections", "paragraphs", "items", "clauses", "subclauses", "subparagraphs", "lawarticles", "contents",
    "nodes", "body", "content", "chunks", "articulos", "artículos", "pasals", "artikel",
)  # fmt: skip
GROUP = (
    "chapter", "part", "division", "chaptertitle", "parttitle", "capitulo", "capítulo", "chapitre", "bab",
    "titulosarticulo",
)  # fmt: skip
LAW_TITLE = (
    "title", "lawname", "actname", "name", "shortname", "shorttitle", "lawtitle", "acttitle", "titulo", "titre",
    "nombrenorma",
)  # fmt: skip
LAW_SIGNS = frozenset({"url", "status", "jurisdiction", "language", "lang", "country", "type", "documenttype"})
#: What every entry of a bare list says of the law that it is from.
LAW_OF_ENTRY = ("lawname", "lawtitle", "actname", "acttitle", "act", "law", "statute")


def plain(key: object) -> str:
    """A key in small letters, without "_", "-" and blanks."""
    return re.sub(r"[\s_-]", "", str(key)).lower()
