"""Under whatever name: for every name of trafficking the sentences that define and that punish it take their role.

The sentences are built from parts, a name and a manner of speaking; each stands in a section of its own, among sections
that have nothing to do with trafficking.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from ctip_law import parse
from ctip_law.match import Reading, match

NAMES = {
    "en": ("trafficking in persons", "human trafficking", "trafficking in human beings", "trafficking in people",
           "trafficking in humans", "trafficking of persons", "trafficking of human beings", "people trafficking",
           "child trafficking", "trafficking in children", "trafficking of children", "trafficking in women",
           "trafficking of women", "sex trafficking", "labour trafficking"),
    "es": ("trata de personas", "trata de seres humanos", "trata de niños", "trata de mujeres", "trata de menores",
           "trata de adolescentes", "tráfico de personas", "tráfico de seres humanos", "tráfico de mujeres"),
    "fr": ("traite des personnes", "traite des êtres humains", "traite d'êtres humains", "traite d'enfants",
           "traite de personnes", "traite des enfants", "traite des femmes", "trafic d'êtres humains",
           "trafic de personnes"),
    "id": ("perdagangan orang", "perdagangan manusia", "perdagangan anak", "perdagangan perempuan"),
    "ms": ("pemerdagangan orang", "pemerdagangan manusia", "pemerdagangan kanak-kanak", "pemerdagangan wanita"),
}  # fmt: skip
PUNISHED = {
    "en": ("A person commits the offence of {} and is liable to imprisonment for ten years.",
           "A person who commits an offence of {} shall be punished with imprisonment for ten years.",
           "Any person guilty of {} is liable on conviction to imprisonment for ten years.",
           "Whoever is convicted of {} shall be imprisoned for ten years."),
    "es": ("Quien cometa el delito de {} será sancionado con prisión de diez años.",
           "El que incurra en el delito de {} será castigado con prisión de diez años.",
           "El autor del delito de {} será penado con prisión de diez años."),
    "fr": ("Quiconque commet l'infraction de {} est puni d'un emprisonnement de dix ans.",
           "Est puni de dix ans d'emprisonnement l'auteur de {}.",
           "Toute personne coupable de {} est punie de dix ans d'emprisonnement."),
    "id": ("Setiap orang yang melakukan tindak pidana {} dipidana dengan pidana penjara paling lama sepuluh tahun.",
           "Setiap orang yang melakukan {} dipidana dengan pidana penjara paling lama sepuluh tahun."),
    "ms": ("Mana-mana orang yang melakukan kesalahan {} hendaklah dihukum dengan pemenjaraan sepuluh tahun.",
           "Seseorang yang melakukan {} melakukan suatu kesalahan dan boleh dihukum penjara sepuluh tahun."),
}  # fmt: skip
DEFINED = {
    "en": ("“{}” means the recruitment, transport or harbouring of a person by force or fraud for exploitation.",
           "{} includes recruiting or receiving a person by deception for the purpose of exploitation.",
           "“{}” means the transfer of a person for the removal of an organ, for slavery or for forced labour."),
    "es": ("Se entiende por {} la captación, el transporte o la acogida de una persona con fines de explotación.",
           "{} es la acción de reclutar o trasladar a una persona por engaño para someterla a servidumbre."),
    "fr": ("On entend par {} le recrutement, le transport ou l'hébergement d'une personne à des fins d'exploitation.",
           "{} désigne le fait de recruter ou de transférer une personne par la tromperie à des fins d'esclavage."),
    "id": ("{} adalah tindakan perekrutan, pengangkutan atau penampungan seseorang untuk tujuan eksploitasi.",
           "{} ialah penerimaan atau pemindahan seseorang dengan penipuan untuk kerja paksa."),
    "ms": ("“{}” ertinya pengambilan, pengangkutan atau pelindungan seseorang bagi maksud eksploitasi.",
           "“{}” ertinya merekrut atau menerima seseorang melalui penipuan bagi maksud buruh paksa."),
}  # fmt: skip
#: What names trafficking and neither defines nor punishes it.
MENTIONED = {
    "en": ("The Minister shall report every year on {}.",
           "The Minister may make regulations for the better prevention of {}.",
           "A witness of {} shall be protected.",
           "The police shall train officers who receive reports on {}."),
    "es": ("El Ministerio informará cada año sobre la {}.",
           "El Ministerio reglamentará la prevención de la {}.",
           "Los testigos de la {} serán protegidos."),
    "fr": ("Le ministre rend compte chaque année de la {}.",
           "Un décret règle la prévention de la {}.",
           "Les témoins de la {} sont protégés."),
    "id": ("Menteri melaporkan upaya pencegahan {} setiap tahun.",
           "Saksi {} dilindungi.",
           "Ketentuan lebih lanjut mengenai pencegahan {} diatur dengan Peraturan Pemerintah."),
    "ms": ("Menteri hendaklah melaporkan tentang {} setiap tahun.",
           "Saksi {} hendaklah dilindungi.",
           "Menteri boleh membuat peraturan-peraturan bagi mencegah {}."),
}  # fmt: skip
#: Offences and definitions of other things.
OTHERS = {
    "en": ("A person who steals goods commits theft and is liable to imprisonment for ten years.",
           "A person who traffics in narcotic drugs commits an offence and is liable to imprisonment for ten years.",
           "Any person guilty of robbery is liable on conviction to imprisonment for ten years.",
           "“vehicle” means any means of transport by road that carries persons.",
           "“transport of goods” means the carriage of goods by road."),
    "es": ("Quien cometa el delito de hurto será sancionado con prisión de diez años.",
           "El que trafique con estupefacientes será castigado con prisión de diez años.",
           "Se entiende por vehículo todo medio de transporte por carretera."),
    "fr": ("Quiconque commet l'infraction de vol est puni d'un emprisonnement de dix ans.",
           "Le trafic de stupéfiants est puni de dix ans d'emprisonnement.",
           "On entend par véhicule tout moyen de transport par la route."),
    "id": ("Setiap orang yang melakukan pencurian dipidana dengan pidana penjara paling lama sepuluh tahun.",
           "Setiap orang yang mengedarkan narkotika dipidana dengan pidana penjara paling lama sepuluh tahun.",
           "Kendaraan adalah setiap sarana angkutan di jalan."),
    "ms": ("Mana-mana orang yang melakukan kesalahan mencuri hendaklah dihukum dengan pemenjaraan sepuluh tahun.",
           "Mana-mana orang yang mengedar dadah berbahaya hendaklah dihukum dengan pemenjaraan sepuluh tahun.",
           "“kenderaan” ertinya apa-apa pengangkutan di jalan raya."),
}  # fmt: skip
FRAMES = {
    "en": ("PENAL CODE", "{}. {}", "This Act is the Penal Code.", "This Act comes into force on its publication."),
    "es": ("CÓDIGO PENAL", "Artículo {}. {}", "Esta ley es el Código Penal.", "Esta ley entra en vigor."),
    "fr": ("CODE PÉNAL", "Article {}. {}", "La présente loi est le code pénal.", "Elle entre en vigueur."),
    "id": ("KITAB HUKUM PIDANA", "Pasal {}\n{}", "Undang-Undang ini disebut hukum pidana.", "Mulai berlaku."),
    "ms": ("KANUN KESEKSAAN", "{}. {}", "Akta ini ialah Kanun Keseksaan.", "Akta ini mula berkuat kuasa."),
}


def _roles(tmp_path: Path, language: str, sentences: list[str]) -> dict[str, bool]:
    """A law with each sentence in a section; for each sentence whether its section has the role."""
    title, section, first, last = FRAMES[language]
    texts = [first, *(text[0].upper() + text[1:] for text in sentences), last]
    path = tmp_path / "law.txt"
    body = "\n\n".join([title, *(section.format(at + 1, text) for at, text in enumerate(texts))])
    path.write_text(body + "\n", encoding="utf-8")
    (reading,) = match([parse(path, lang=language)]).readings
    assert isinstance(reading, Reading)
    assert len(reading.body.sections) == len(texts)
    main = {section.num for section in reading.roles.main_sections}
    assert not main & {"1", str(len(texts))}
    return {text: str(at + 2) in main for at, text in enumerate(sentences)}


#: By language, since the words of one are compiled once.
CASES = [
    (language, sentence, has)
    for language in NAMES
    for table, has in ((PUNISHED, True), (DEFINED, True), (MENTIONED, False))
    for sentence in table[language]
]


@pytest.mark.parametrize(("language", "sentence", "has"), CASES)
def test_who_defines_or_punishes_it_has_the_role(tmp_path: Path, language: str, sentence: str, has: bool) -> None:
    roles = _roles(tmp_path, language, [sentence.format(name) for name in NAMES[language]])
    assert [text for text, found in roles.items() if found is not has] == []


@pytest.mark.parametrize("language", OTHERS)
def test_other_offences_and_definitions_have_no_role(tmp_path: Path, language: str) -> None:
    roles = _roles(tmp_path, language, list(OTHERS[language]))
    assert [text for text, found in roles.items() if found] == []
