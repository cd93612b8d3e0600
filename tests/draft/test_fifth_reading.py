"""The drafts as readers who were no party to them read the clauses that were mended after the fourth reading: what they
called grave, what was an error of law, a contradiction or no grammar, and that it is gone.

What they remarked and was not mended stands in `reading/faults.tsv` (English) and `reading/readers.tsv` (Spanish,
French, Indonesian) with the reason.
"""

from __future__ import annotations

import pytest

from ctip_law.draft import draft_law

from .test_counsel import words

# ruff: noqa: E501 (tables of fact patterns)
# fmt: off
COMPULSION = {"nonpunishment_test": "compulsion"}
#: the fact pattern; provision, its settings; what stands in each language that was mended
MISCHIEFS: list[tuple[str, str, dict[str, str], dict[str, str]]] = [
    ("a grandmother who brings the child up has it help on the farm, and is a trafficker", "exploitation-definition", {},
     {"en": "for anyone but those who bring the child up, and is kept from leaving", "es": "alguien distinto de quienes lo crían y no se deja marchar",
      "fr": "pour d’autres que ceux qui l’élèvent et que l’on empêche de partir", "id": "bagi orang selain pengasuhnya dan dihalangi pergi"}),
    ("the rescuer of a shipwreck is paid by the month, and smuggles for a benefit", "sm-definition", {},
     {"en": "Ordinary pay for rescue, aid or legal advice is no such benefit", "es": "No es tal beneficio la retribución ordinaria del salvamento",
      "fr": "La rémunération ordinaire du sauvetage, de l’aide humanitaire ou du conseil juridique n’est pas un tel avantage",
      "id": "Upah biasa atas penyelamatan, bantuan kemanusiaan, atau nasihat hukum bukan keuntungan itu"}),
    ("the accused bribed her to decline, and is acquitted for want of her testimony", "assistance", {},
     {"en": "If the accused did not bring this about and cannot be tried fairly", "es": "a quien no provocó la negativa", "fr": "Si l’accusé n’a pas provoqué ce refus et ne peut",
      "id": "terdakwa yang tidak membuat korban menolak"}),
    ("she is turned back at the border while her case is looked at: that is no deportation", "stay", {}, {"id": "tidak boleh dideportasi, ditolak masuk, atau dengan cara lain dikeluarkan"}),
    ("a jury hears of the earlier conviction before it decides on this one", "aggravating", {},
     {"en": "a previous conviction is alleged and proved only after the verdict"}),
    ("a gun was the only means, and so the gun does not count", "aggravating", {},
     {"en": "a vulnerability or an abuse of trust that is itself the means", "es": "una vulnerabilidad o un abuso de confianza que ya sea el medio",
      "fr": "une vulnérabilité ou un abus de confiance ou d’autorité envers la victime qui constitue déjà le moyen", "id": "kerentanan atau penyalahgunaan kepercayaan yang sudah merupakan cara"}),
    ("the accused frightens her into silence, and her statement falls with her testimony", "assistance", {},
     {"en": "or where the accused by threats or by an advantage brought the victim to decline", "es": "si esa persona, con amenazas o con una ventaja, logró que la víctima se negara",
      "fr": "si l’accusé a obtenu ce refus par des menaces ou par un avantage", "id": "jika terdakwa dengan ancaman atau keuntungan membuatnya menolak"}),
    ("the accused pays for the withdrawal of the complaint", "proceedings", {},
     {"en": "or where the accused by threats or by an advantage brought about the withdrawal", "es": "si esa persona, con amenazas o con una ventaja, logró que la retirara",
      "fr": "si l’accusé a obtenu ce retrait par des menaces ou par un avantage", "id": "jika terdakwa dengan ancaman atau keuntungan membuat korban mencabutnya"}),
    ("what she said helps the accused, and may not be read either", "assistance", {},
     {"en": "may be used in evidence against the accused only", "es": "como prueba contra la persona acusada", "fr": "de preuve contre l’accusé", "id": "sebagai bukti terhadap terdakwa"}),
    ("she is called as a witness to a car accident, and declines", "assistance", {},
     {"en": "proceedings about the offence against that victim, or to give evidence in them", "es": "el proceso por el delito cometido contra ella o a declarar en él",
      "fr": "la procédure relative à l’infraction commise contre elle ou d’y témoigner", "id": "tentang tindak pidana terhadapnya atau memberi kesaksian di dalamnya"}),
    ("an orphan whom nobody harmed has no one to decide; or a neighbour decides", "assistance", {},
     {"en": "Where no parent or guardian may or can decide", "es": "Cuando ninguno de los padres ni el tutor pueda decidir",
      "fr": "Si ni le père, ni la mère, ni le tuteur ne peuvent décider", "id": "Jika tidak ada orang tua atau wali yang dapat menentukan"}),
    ("a woman lies unconscious, and the doctor waits for her consent", "assistance", {},
     {"en": "also to an adult who is unable to make one", "es": "también a la persona adulta que no está en condiciones de tomarla",
      "fr": "y compris à la personne adulte qui n’est pas en état de la prendre", "id": "juga kepada orang dewasa yang tak sadarkan diri"}),
    ("the charge depends on her: on the woman, or on what she said", "assistance", {},
     {"es": "por el cargo que dependa de esa declaración", "id": "diputus bebas dari dakwaan yang bergantung pada kesaksian itu"}),
    ("the second of two men was not yet known, and the first one's counsel put the questions", "child-victims", {},
     {"en": "against an accused whose defence has had a chance", "es": "contra la persona acusada cuya defensa pudo preguntar",
      "fr": "contre l’accusé dont la défense a pu poser des questions", "id": "terhadap terdakwa yang telah dapat mengajukan pertanyaan"}),
    ("he was known, and abroad, when the girl was heard", "child-victims", {},
     {"en": "not yet suspected or could not be reached", "es": "aún no se sospechaba de esa persona o no fue posible citarla",
      "fr": "pas encore soupçonné ou n’a pu être joint", "id": "belum diduga atau tidak dapat dihubungi"}),
    ("only the lodger is suspected, and the mother is set aside", "child-victims", {},
     {"en": "That is not so where a parent who is free of suspicion can act for the child", "es": "salvo que haya un padre o una madre libre de sospecha que pueda representarlo",
      "fr": "Il n’en est rien lorsque son père ou sa mère, exempt de soupçon, peut représenter l’enfant", "id": "kecuali jika ada orang tua yang tidak diduga terlibat dan dapat mewakilinya"}),
    ("the authority that learns of a child is the Authority, or any", "child-victims", {}, {"en": "A public authority that learns of such a child", "id": "mengetahui adanya anak itu"}),
    ("a grown-up in whom the child trusts as seldom as possible", "child-victims", {}, {"fr": "aussi peu de fois que possible, accompagné de son tuteur"}),
    ("a stolen van pays the compensation, and its owner takes the bus", "confiscation", {},
     {"en": "what is theirs is returned to them before any other use is made of it", "es": "lo que es suyo se les devuelve antes de todo otro destino",
      "fr": "ce qui leur appartient leur est rendu avant toute autre affectation", "id": "harta miliknya dikembalikan kepadanya sebelum dipakai untuk apa pun"}),
    ("the owner of the account has fled, cannot be heard, and the account is free", "confiscation", {},
     {"en": "giving those whose property it concerns a chance to be heard", "es": "dar a las personas a cuyos bienes afecta ocasión de ser oídas",
      "fr": "mis ceux dont les biens sont en cause en mesure d’être entendus", "id": "memberi pihak yang bersangkutan kesempatan untuk didengar"}),
    ("an orphan helps in her grandmother's kitchen and may not move out", "exploitation-definition", {},
     {"en": "light help in the home where the child lives, and training, are not forced labour", "es": "no lo son la ayuda ligera en el hogar en que vive ni la formación",
      "fr": "l’aide légère au domicile où il vit et la formation n’en sont pas", "id": "bantuan ringan di rumah tempat tinggalnya dan pelatihan bukan kerja paksa"}),
    ("a man is lured with a job and made to cheat strangers by threats against his family", "exploitation-definition", {},
     {"en": "by force, threats or deception or by taking", "es": "por la fuerza, la amenaza o el engaño o abusando", "fr": "par la force, la menace ou la tromperie ou en abusant", "id": "dengan paksaan, ancaman, atau penipuan atau dengan"}),
    ("a child keeps somebody under control; or somebody the child", "exploitation-definition", {}, {"id": "menempatkan seorang anak atau seseorang tanpa pilihan nyata di bawah kendali"}),
    ("a sale without a price", "exploitation-definition", {}, {"id": "penjualan anak atau penyerahan anak dengan atau tanpa bayaran"}),
    ("an advantage by whatever means, or a use by whatever means", "exploitation-definition", {}, {"id": "atau, dengan cara apa pun, memanfaatkan anak"}),
    ("whatever the means: some means, then", "exploitation-definition", {}, {"es": "aunque no se haya empleado medio alguno, el niño a quien se hace trabajar"}),
    ("a grandmother begs with the child, and is no parent", "exploitation-definition", {}, {"en": "A parent or other carer who, out of need", "fr": "l’autre personne qui élève l’enfant"}),
    ("for pornography or a sexual show, in no grammar", "exploitation-definition", {}, {"fr": "à des fins de pornographie ou de spectacle sexuel"}),
    ("she is found to be a victim, and the next day she is reported", "labour-inspectors", {"inspection_wall": "open"},
     {"en": "of a presumed victim or an identified victim", "es": "de una presunta víctima o de una víctima identificada", "fr": "d’une victime présumée ou d’une victime identifiée",
      "id": "orang yang dianggap korban atau korban teridentifikasi"}),
    ("she is in custody, and the section that would end it does not apply until the verdict", "non-punishment", {},
     {"en": "subsection (1) applies only if the victim was compelled", "fr": "le paragraphe 1 ne s’applique que si la victime"}),
    ("nobody forced her over the border, and she sits in a cell for it", "non-punishment", COMPULSION,
     {"en": "subsection (1) or subsection (3) applies or may apply", "es": "aplicarse el apartado 1 o el apartado 3", "fr": "s’appliquer le paragraphe 1 ou le paragraphe 3", "id": "dalam ayat (1) atau ayat (3)"}),
    ("an adult is told to prove that the traffickers made her do it", "non-punishment", {},
     {"en": "Once there is evidence that subsection (1) applies, the prosecution has to prove that it does not"}),
    ("it is decided that she is a victim, and the limits of custody are for presumed ones", "non-punishment", {},
     {"es": "de una víctima o presunta víctima solo si", "id": "penahanan orang yang dianggap korban atau korban teridentifikasi"}),
    ("the exception for a killing lets her be held for removal too", "non-punishment", {},
     {"en": "Despite subsection (5), where", "es": "Como excepción al apartado 5, cuando", "fr": "Par exception au paragraphe 5, lorsque", "id": "Sebagai pengecualian dari ayat (5), jika"}),
    ("she is held in a camp, and a camp is no prison", "non-punishment", {}, {"en": "or any other closed place", "fr": "ou un autre lieu fermé"}),
    ("a man crosses alone to find work, and procures himself an entry for gain", "sm-definition", {},
     {"en": "the illegal entry of another person", "es": "la entrada ilegal de otra persona", "fr": "procurer à une autre personne", "id": "agar orang lain yang bukan warga negara"}),
    ("three years of lawful stay, for one who was only not removed", "stay", {},
     {"en": "stays lawfully as long as subsection (2) forbids removal", "es": "La permanencia es regular mientras la ampare el apartado 2", "fr": "Le séjour est régulier pendant tout ce temps", "id": "ia tinggal secara sah"}),
    ("she is not expelled: she is deported, or turned back at the border", "stay", {}, {"es": "expulsada, deportada, devuelta, rechazada en la frontera ni obligada"}),
    ("the same while it is not decided who she is", "identification", {}, {"es": "expulsada, deportada, devuelta, rechazada en la frontera ni obligada"}),
    ("the officer refers her only if she is an adult", "identification", {}, {"es": "sin demora a la Autoridad; si es adulta"}),
    ("the report of the school has her deported, which is no expulsion", "reporting", {}, {"es": "expulsarla, deportarla o devolverla"}),
    ("a victim is wanted abroad for murder, and consents to nothing", "return", {},
     {"en": "Only subsection (4) applies to extradition", "es": "A la extradición se aplica solo el apartado 4", "fr": "Seul le paragraphe 4 s’applique à l’extradition", "id": "Bagi ekstradisi hanya berlaku ayat (4)"}),
    ("regard is had to her safety, and she is sent into danger", "return", {}, {"id": "Setiap pemulangan wajib aman"}),
    ("a victim wipes her own telephone, for she wants no trial", "obstruction", {},
     {"en": "but never to the victim whose thing it is", "es": "pero nunca a la víctima a la que esa cosa pertenece", "fr": "mais jamais à la victime à qui ce bien appartient", "id": "tetapi tidak pernah bagi korban pemilik barang itu"}),
    ("he hands her over, is sorry a week later, and goes free", "participation", {},
     {"en": "withdraws before the offence is committed", "es": "antes de que se cometa el delito, se aparta", "fr": "avant que l’infraction ne soit commise, se retire", "id": "sebelum tindak pidana dilakukan dengan sukarela menarik diri"}),
    ("the prosecutor asks for the order, and his notice keeps no data", "facilitation", {}, {"es": "el aviso escrito de la policía o del ministerio público"}),
    ("the age of the child of a victim", "aggravating", {}, {"id": "Keadaan bahwa korban adalah anak", "es": "agrava la pena de quien la conocía o debía conocerla"}),
    ("he was convicted, and the appeal acquits him", "aggravating", {}, {"fr": "a déjà été définitivement condamné"}),
    ("violence joined by no grammar, and a country that is both left and entered", "aggravating", {}, {"fr": "viol ou autres violences graves"}),
    ("the same, of the border", "aggravating", {}, {"fr": "fait sortir la victime de la République ou l’y fait entrer"}),
    ("the data must be shared whenever she consents", "data-protocols", {}, {"id": "data hanya boleh dibagi"}),
    ("she sues, and the time for a suit has passed", "permit-change", {}, {"id": "lewat atau, jika digugat, setelah pengadilan memutus"}),
    ("the same of the period to recover", "recovery-exceptions", {}, {"id": "lewat atau, jika digugat, setelah pengadilan memutus"}),
]
# fmt: on
ROWS = [(row, language) for row in MISCHIEFS for language in row[3]]


@pytest.mark.parametrize(("row", "language"), ROWS, ids=[f"{language} {row[0]}" for row, language in ROWS])
def test_a_mischief_is_gone(row: tuple[str, str, dict[str, str], dict[str, str]], language: str) -> None:
    _, provision, settings, stand = row
    assert stand[language] in words(provision, "common" if language == "en" else "", language, **settings)


@pytest.mark.parametrize("law", ["trafficking", "smuggling"])
def test_whoever_has_no_nationality_is_a_foreign_national(law: str) -> None:
    """The permits are for foreign nationals; a stateless victim is a national of no State and had none."""
    entries = [line[2] for line in draft_law(law=law).section("definitions").lines()]
    [meaning] = [entry for entry in entries if entry.startswith("“foreign national” ")]
    assert "stateless" in meaning


#: What is right where one choice is taken must not come in where another is.
KEPT = [
    ("non-punishment", {}, "subsection (1) or subsection (3)"),
    ("aggravating", {"aggravating_list": "core"}, "abuse of trust"),
    ("labour-inspectors", {}, "identified victim"),
]


@pytest.mark.parametrize(("provision", "settings", "absent"), KEPT, ids=[row[0] for row in KEPT])
def test_the_words_of_a_choice_stand_under_it_alone(provision: str, settings: dict[str, str], absent: str) -> None:
    assert absent not in words(provision, **settings)
