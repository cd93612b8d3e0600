"""Amending acts in French, Indonesian, Malay and Spanish, carried out on a law in that language."""

# ruff: noqa: E501  (tables of clauses, one a line)

from __future__ import annotations

import pytest

from ctip_law import amend, parse
from ctip_law.model import Law

LAWS = {
    "id": (
        "UNDANG-UNDANG NOMOR 10 TAHUN 1999\nTENTANG\nTAMAN\n\nPasal 1\nTaman adalah tempat umum.\n\nPasal 2\nPagar adalah sebaris pohon.\n\n"
        "Pasal 3\n(1) Pintu dapat dicat merah.\n(2) Pintu dibuka siang hari.\n\nPasal 4\nPenjaga memegang kunci dan meminjamkan kunci kepada pengunjung.\n\n"
        "Pasal 5\nPengunjung membayar sepuluh keping.\n\nPasal 6\nBangku dibuat dari kayu.\n",
        "UNDANG-UNDANG NOMOR 22 TAHUN 2020\nTENTANG\nPERUBAHAN ATAS UNDANG-UNDANG NOMOR 10 TAHUN 1999 TENTANG TAMAN\n\nPasal I\n\n"
        "Beberapa ketentuan dalam Undang-Undang Nomor 10 Tahun 1999 tentang Taman (Lembaran Negara Tahun 1999 Nomor 7) diubah sebagai berikut:\n\n"
        "{1}\n\nPasal II\n\nUndang-Undang ini mulai berlaku pada tanggal diundangkan.\n",
        "",
    ),
    "es": (
        "LEY 10 DE 1999\n\n{0} 1. Objeto\nEsta ley se llama Ley 10 de 1999.\n\n{0} 2. Setos\nEl seto es una fila de arbustos.\n\n"
        "{0} 3. Puertas\nLa puerta puede ser roja.\n\n{0} 4. Llaves\nEl guarda tiene una llave y presta la llave al visitante.\n\n"
        "{0} 5. Tasa\nEl visitante paga diez monedas.\n\n{0} 6. Bancos\nEl banco es de roble.\n",
        "LEY 22 DE 2020\n\n{0} 1. Título\nEsta ley se llama Ley 22 de 2020.\n\n{0} 2. Cambio\n{1}\n\n{0} 3. Vigencia\nEsta ley rige hoy.\n",
        "Artículo",
    ),
    "fr": (
        "LOI SUR LES JARDINS\n\n{0} 1. Titre\nLa présente loi est la Loi sur les Jardins.\n\n{0} 2. Haies\nLa haie est une rangée d’arbustes.\n\n"
        "{0} 3. Portes\nLa porte peut être rouge.\n\n{0} 4. Clés\nLe gardien a une clé et prête la clé au visiteur.\n\n"
        "{0} 5. Taxe\nLe visiteur paie dix pièces.\n\n{0} 6. Bancs\nLe banc est en chêne.\n",
        "LOI MODIFIANT LA LOI SUR LES JARDINS\n\n{0} 1. Titre\nLa présente loi modifie une loi.\n\n{0} 2. Changement\n{1}\n\n{0} 3. Vigueur\nLa présente loi s’applique.\n",
        "Article",
    ),
    "ms": (
        "AKTA TAMAN 1999\n\n1. Tajuk ringkas\nAkta ini bolehlah dinamakan Akta Taman 1999.\n\n2. Pagar\nPagar ialah sebaris pokok.\n\n"
        "3. Pintu\n(1) Pintu boleh dicat merah.\n(2) Pintu dibuka siang.\n\n4. Kunci\nPenjaga memegang kunci dan meminjamkan kunci kepada pelawat.\n\n"
        "5. Bayaran\nPelawat membayar sepuluh syiling.\n\n6. Bangku\nBangku diperbuat daripada kayu.\n",
        "AKTA TAMAN (PINDAAN) 2020\n\n1. Tajuk ringkas\nAkta ini bolehlah dinamakan Akta Taman (Pindaan) 2020.\n\n2. Pindaan\n{1}\n\n3. Mula\nAkta ini mula hari ini.\n",
        "",
    ),
}  # fmt: skip

#: language, clause -> (words that go, words that stand in their place)
APPLIED = [
    ("id", "1. Ketentuan Pasal 5 diubah sehingga berbunyi sebagai berikut:\n\nPasal 5\nPengunjung membayar dua belas keping.", "sepuluh", "dua belas"),
    ("id", "1. Ketentuan ayat (1) Pasal 3 diubah, sehingga Pasal 3 berbunyi sebagai berikut:\n\nPasal 3\n(1) Pintu dapat dicat biru.\n(2) Pintu dibuka siang hari.", "merah", "biru"),
    ("id", "1. Di antara ayat (1) dan ayat (2) Pasal 3 disisipkan 1 (satu) ayat, yakni ayat (1a), sehingga Pasal 3 berbunyi sebagai berikut:\n\nPasal 3\n(1) Pintu dapat dicat merah.\n(1a) Pintu berlonceng.\n(2) Pintu dibuka siang hari.", "merah.\n", "merah.\n(1a) Pintu berlonceng.\n"),
    ("id", "1. Di antara Pasal 5 dan Pasal 6 disisipkan 1 (satu) pasal, yakni Pasal 5A yang berbunyi sebagai berikut:\n\nPasal 5A\nBayaran dikembalikan.", "sepuluh keping.\n", "sepuluh keping.\nPasal 5A\nBayaran dikembalikan.\n"),
    ("id", "1. Di antara Pasal 5 dan Pasal 6 disisipkan 2 (dua) pasal, yaitu Pasal 5A dan Pasal 5B, sehingga berbunyi sebagai berikut:\n\nPasal 5A\nBayaran dikembalikan.\n\nPasal 5B\nKeping dihitung.", "sepuluh keping.\n", "sepuluh keping.\nPasal 5A\nBayaran dikembalikan.\n\nPasal 5B\nKeping dihitung.\n"),
    ("id", "1. Pasal 6 dihapus.", "Pasal 6\nBangku dibuat dari kayu.\n", ""),
    ("id", "1. Pasal 3 ayat (2) dihapus.", "(2) Pintu dibuka siang hari.\n", ""),
    ("id", "1. Kata “sepuluh” dalam Pasal 5 diganti dengan kata “dua belas”.", "sepuluh", "dua belas"),
    ("id", "1. Setelah kata “merah” dalam Pasal 3 ayat (1) disisipkan kata “atau biru”.", "dicat merah", "dicat merah atau biru"),
    ("id", "1. Frasa “kepada pengunjung” dalam Pasal 4 dihapus.", " kepada pengunjung", ""),
    ("es", "Modifícanse los artículos 5 y 6 de la Ley 10 de 1999, los que quedarán redactados así:\n“Artículo 5. Tasa\nEl visitante paga doce monedas.\n\nArtículo 6. Bancos\nEl banco es de roble.”.", "diez", "doce"),
    ("es", "Modifícase el artículo 5 de la Ley 10 de 1999, el cual quedará así:\n“Artículo 5. Tasa\nEl visitante paga doce monedas.”.", "diez", "doce"),
    ("es", "El artículo 6 de la Ley 10 de 1999 quedará redactado de la siguiente manera: «Artículo 6. Bancos\nNo hay banco.».", "El banco es de roble.", "No hay banco."),
    ("es", "Se reforma el artículo 3 de la Ley 10 de 1999, para quedar como sigue:\n“Artículo 3. Puertas\nLa puerta es verde.”.", "puede ser roja", "es verde"),
    ("es", "Sustitúyese en el artículo 5 de la Ley 10 de 1999 la expresión “diez” por “doce”.", "diez", "doce"),
    ("es", "Agrégase en el artículo 3 de la Ley 10 de 1999, después de la palabra “roja”, la expresión “o azul”.", "ser roja", "ser roja o azul"),
    ("es", "Suprímese en el artículo 4 de la Ley 10 de 1999 la expresión “y presta la llave al visitante”.", " y presta la llave al visitante", ""),
    ("es", "Derógase el artículo 6 de la Ley 10 de 1999.", "Artículo 6. Bancos\nEl banco es de roble.\n", ""),
    ("es", "Adiciónese un artículo nuevo 5 bis a la Ley 10 de 1999, el cual quedará así:\n“Artículo 5 bis. Retorno\nLa tasa se devuelve.”.", "diez monedas.\n", "diez monedas.\nArtículo 5 bis. Retorno\nLa tasa se devuelve.\n"),
    ("es", "Incorpórase el artículo 5-A a la Ley 10 de 1999, con el siguiente texto:\n“Artículo 5-A. Retorno\nLa tasa se devuelve.”.", "diez monedas.\n", "diez monedas.\nArtículo 5-A. Retorno\nLa tasa se devuelve.\n"),
    ("es", "Añádese después del artículo 5 de la Ley 10 de 1999 el siguiente artículo:\n“Artículo 5 bis. Retorno\nLa tasa se devuelve.”.", "diez monedas.\n", "diez monedas.\nArtículo 5 bis. Retorno\nLa tasa se devuelve.\n"),
    ("es", "Introdúcense las siguientes modificaciones en la Ley 10 de 1999:\n\n1. Derógase el artículo 6.", "Artículo 6. Bancos\nEl banco es de roble.\n", ""),
    ("es", "Introdúcense las siguientes modificaciones en la Ley 10 de 1999:\n\n1. En el artículo 5:\n\na) Reemplázase la referencia a las “diez” por otra a las “doce”.", "diez", "doce"),
    ("es", "Incorpórase, en el Título I de la Ley 10 de 1999, un artículo 5 bis, nuevo, del siguiente tenor:\n“Artículo 5 bis. Retorno\nLa tasa se devuelve.”.", "diez monedas.\n", "diez monedas.\nArtículo 5 bis. Retorno\nLa tasa se devuelve.\n"),
    ("es", "Modifícanse los artículos 5 y 6 de la Ley 10 de 1999, en los términos siguientes:\n“Artículo 5. Tasa\nEl visitante paga doce monedas.\n\nArtículo 6. Bancos\nEl banco es de roble.”.", "diez", "doce"),
    ("es", "Sustitúyese el artículo 5 de la Ley 10 de 1999 por el siguiente:\n\nArtículo 5: El visitante paga doce monedas.", "Artículo 5. Tasa\nEl visitante paga diez monedas.\n", "Artículo 5: El visitante paga doce monedas.\n"),
    ("fr", "L’article 5 de la Loi sur les Jardins est remplacé par l’article suivant :\n« Article 5. Taxe\nLe visiteur paie douze pièces. ».", "dix", "douze"),
    ("fr", "Après l’article 5 de la Loi sur les Jardins, il est inséré un article 5-1 ainsi rédigé :\n« Article 5-1. Retour\nLa taxe est rendue. ».", "dix pièces.\n", "dix pièces.\nArticle 5-1. Retour\nLa taxe est rendue.\n"),
    ("fr", "La Loi sur les Jardins est modifiée par adjonction, après l’article 5, de ce qui suit :\n\n5.1 Retour\nLa taxe est rendue.", "dix pièces.\n", "dix pièces.\n5.1 Retour\nLa taxe est rendue.\n"),
    ("fr", "À l’article 5 de la Loi sur les Jardins, le mot « dix » est remplacé par le mot « douze ».", "dix", "douze"),
    ("fr", "À l’article 3 de la Loi sur les Jardins, après le mot « rouge », sont insérés les mots « ou bleue ».", "être rouge", "être rouge ou bleue"),
    ("fr", "À l’article 4 de la Loi sur les Jardins, les mots « et prête la clé au visiteur » sont supprimés.", " et prête la clé au visiteur", ""),
    ("fr", "L’article 6 de la Loi sur les Jardins est abrogé.", "Article 6. Bancs\nLe banc est en chêne.\n", ""),
    ("ms", "Seksyen 5 Akta Taman 1999 dipinda dengan menggantikan perkataan “sepuluh” dengan perkataan “dua belas”.", "sepuluh", "dua belas"),
    ("ms", "Seksyen 3 Akta Taman 1999 dipinda dengan memasukkan selepas subseksyen (1) subseksyen yang berikut:\n“(1A) Pintu mempunyai loceng.”.", "merah.\n", "merah.\n(1A) Pintu mempunyai loceng.\n"),
    ("ms", "Akta Taman 1999 dipinda dengan memasukkan selepas seksyen 5 seksyen yang berikut:\n“Pulangan\n5A. Bayaran dipulangkan.”.", "syiling.\n", "syiling.\nPulangan\n5A. Bayaran dipulangkan.\n"),
    ("ms", "Akta Taman 1999 dipinda dengan memotong seksyen 6.", "6. Bangku\nBangku diperbuat daripada kayu.\n", ""),
    ("ms", "Seksyen 4 Akta Taman 1999 dipinda dengan memotong perkataan “kepada pelawat”.", " kepada pelawat", ""),
]  # fmt: skip


def _law(text: str, language: str) -> Law:
    return parse("-", stdin=text.encode(), lang=language)


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(("language", "clause", "gone", "come"), APPLIED, ids=[row[1][:60] for row in APPLIED])
def test_only_the_words_ordered_change(language: str, clause: str, gone: str, come: str) -> None:
    base, act, word = LAWS[language]
    old = _law(base.format(word), language)
    done = amend(old, _law(act.format(word, clause), language))
    assert [outcome.why for outcome in done.outcomes] == [""]
    assert not done.unread
    assert old.text.count(gone) == 1
    assert _lines(done.law.text) == _lines(old.text.replace(gone, come))


#: language, clause -> instructions that are not carried out, passages that are not understood
LEFT = [
    ("id", "1. Pasal 9 dihapus.", 1, 0),
    ("id", "1. Kata “kunci” dalam Pasal 4 diganti dengan kata “lampu”.", 1, 0),
    ("id", "1. Penjelasan Pasal 5 diubah sebagaimana tercantum dalam penjelasan.", 0, 1),
    ("id", "1. Judul Bab II diubah sehingga berbunyi sebagai berikut:\n\nBAB II\nPINTU", 0, 1),
    ("es", "Derógase el artículo 9 de la Ley 10 de 1999.", 1, 0),
    ("es", "Modifícase, según convenga, lo dicho en la Ley 10 de 1999.", 0, 1),
    # 5AD is not 5: what belongs behind it was put behind the fifth article
    ("es", "Añádese después del artículo 5AD de la Ley 10 de 1999 el siguiente artículo:\n“Artículo 5AE. Retorno\nLa tasa se devuelve.”.", 1, 0),
    ("fr", "L’article 9 de la Loi sur les Jardins est abrogé.", 1, 0),
    ("fr", "À l’article 4 de la Loi sur les Jardins, le mot « clé » est remplacé par le mot « lampe ».", 1, 0),
    ("ms", "Seksyen 9 Akta Taman 1999 dipinda dengan memotong subseksyen (2).", 1, 0),
    ("ms", "Seksyen 4 Akta Taman 1999 dipinda dengan menggantikan perkataan “kunci” dengan perkataan “lampu”.", 1, 0),
]  # fmt: skip


@pytest.mark.parametrize(("language", "clause", "refused", "unread"), LEFT, ids=[row[1][:60] for row in LEFT])
def test_what_is_not_sure_is_left_alone_and_said(language: str, clause: str, refused: int, unread: int) -> None:
    base, act, word = LAWS[language]
    old = _law(base.format(word), language)
    done = amend(old, _law(act.format(word, clause), language))
    assert (sum(not outcome.applied for outcome in done.outcomes), len(done.unread)) == (refused, unread)
    assert done.law.text == old.text
