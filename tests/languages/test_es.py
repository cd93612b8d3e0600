"""Spanish clauses of our own: what provides an element, and what only looks like it."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

import pytest

from ctip_law import parse
from ctip_law.match import match
from tests.languages.tables import Frame, unfilled, unsaid

FRAME = Frame(
    "es",
    """Ley modelo contra la trata de personas

Artículo 1. Objeto. Esta ley previene la trata de personas y asiste a las víctimas en todo el país.

Artículo 2. Trata de personas. Quien capte, transporte, traslade, acoja o reciba a otra persona, mediante amenaza,
violencia o engaño, con fines de explotación sexual, trabajos forzados, servidumbre o esclavitud, será castigado con
prisión de siete a catorce años.""",
    "Artículo",
)

# element, heading, clause that provides it
PRESENT = [
    ("child.no_means", "", "Habrá trata de personas cuando la víctima sea una niña o un niño, aun cuando no se recurra a ninguno de los medios."),
    ("consent.irrelevant_adult", "", "El consentimiento de la persona explotada es irrelevante para la responsabilidad penal."),
    ("consent.irrelevant_adult", "", "No se tendrá en cuenta el consentimiento prestado por la víctima."),
    ("participation.attempt", "", "La tentativa de este delito se castigará con la mitad de la pena."),
    ("participation.accomplice", "", "El cómplice del delito de trata de personas será castigado como el autor."),
    ("participation.organise", "", "El que organice o dirija a otras personas para cometer el delito será castigado con la misma pena."),
    ("aggravating.child_victim", "Agravantes", "La pena de prisión aumentará en un tercio cuando la víctima sea menor de edad."),
    ("aggravating.public_official", "Agravantes", "Se aumentará la pena de prisión si el autor es funcionario público."),
    ("aggravating.ocg", "Formas agravadas", "La pena será de prisión de quince años cuando el autor pertenezca a una organización criminal."),
    ("legal_person.liability", "", "Las personas jurídicas serán responsables de los delitos cometidos en su beneficio."),
    ("assets.confiscate_proceeds", "Decomiso", "El juez ordenará el decomiso de las ganancias del delito."),
    ("assets.confiscate_instr", "Decomiso", "Se decomisarán los instrumentos utilizados para cometer el delito."),
    ("assets.freeze", "", "El fiscal podrá pedir el embargo de las cuentas bancarias."),
    ("investigation.sit", "", "En la investigación de la trata podrá autorizarse la actuación de agentes encubiertos."),
    ("identification.procedure", "Identificación de víctimas", "La autoridad deberá seguir el protocolo para la identificación de las víctimas."),
    ("identification.reasonable_grounds", "", "Bastan indicios razonables de que la persona es víctima para que sea atendida."),
    ("protection.privacy", "", "Queda prohibido divulgar la identidad de la víctima."),
    ("protection.closed_court", "", "El juez podrá disponer que la audiencia se realice a puerta cerrada."),
    ("protection.info", "", "La víctima recibirá información sobre sus derechos y sobre el procedimiento."),
    ("protection.interpreter", "", "La víctima tendrá derecho a un intérprete cuando no hable español."),
    ("protection.housing", "", "El Estado brindará albergue a las víctimas."),
    ("protection.medical", "", "Se garantizará a las víctimas atención médica gratuita."),
    ("protection.psychological", "", "Se brindará a las víctimas apoyo psicológico."),
    ("protection.material", "", "La víctima recibirá alimentación y vestido."),
    ("protection.employment", "", "Se ofrecerá a las víctimas capacitación para el empleo."),
    ("protection.safety", "", "La policía dictará medidas de protección a favor de las víctimas."),
    ("protection.legal_aid", "", "Las víctimas contarán con asistencia jurídica gratuita."),
    ("protection.compensation_offender", "", "En la sentencia el juez condenará al autor a la indemnización de la víctima."),
    ("protection.video_testimony", "Declaración de la víctima", "La declaración podrá recibirse en cámara Gesell."),
    ("protection.fund", "", "Créase un fondo para la atención de las víctimas de la trata de personas."),
    ("nonpunish.other_acts", "No punibilidad", "Las víctimas de trata no serán punibles por los delitos que sean resultado directo de su explotación."),
    ("nonpunish.status_offences", "No punibilidad", "A la víctima no se le impondrá sanción por las infracciones a la legislación migratoria."),
    ("status.temp_stay", "", "La víctima extranjera podrá obtener un permiso de residencia temporal."),
    ("return.voluntary", "Repatriación", "La repatriación de la víctima será voluntaria."),
    ("return.reintegration", "", "Habrá programas de reinserción social para las víctimas."),
    ("child.best_interests", "", "En todo caso prevalecerá el interés superior de la niña o del niño."),
    ("child.age_presumption", "", "Si existe duda sobre la edad de la víctima, se presumirá que es menor de edad."),
    ("prevention.awareness", "", "El Ministerio realizará campañas de sensibilización contra la trata de personas."),
    ("prevention.training", "", "Se dará capacitación a fiscales y jueces sobre la trata de personas."),
    ("coop.info_exchange", "", "Las autoridades mantendrán el intercambio de información con otros países."),
    ("coop.agreements", "", "El Gobierno celebrará convenios bilaterales con otros Estados."),
    ("institution.coordination", "Comité", "Créase el Comité Interinstitucional, encargado de coordinar las acciones contra la trata."),
    ("institution.hotline", "", "Habrá una línea gratuita para las denuncias."),
    ("institution.data_collection", "", "La Secretaría llevará estadísticas de los casos de trata de personas."),
    ("smuggling.procurement", "Tráfico de migrantes", "El que facilite el tráfico ilícito de migrantes mediante su ingreso ilegal será castigado con prisión de tres años."),
    ("participation.incite", "", "El que induzca a otro a cometer trata de personas será castigado con la misma pena."),
    ("laundering.acquisition", "", "Será castigado quien obtuviere o utilizare bienes que deriven de la trata de personas."),
    ("protection.housing", "", "Los municipios operarán albergues para las personas tratadas."),
    ("return.accept", "", "Los nacionales víctimas de trata serán readmitidos sin demora."),
    ("institution.rapporteur", "", "La Defensoría será observadora independiente de las políticas contra la trata."),
]  # fmt: skip

# element, heading, clause that only looks like it
NEAR_MISS = [
    ("child.no_means", "", "Los niños y las niñas tienen derecho a la escuela."),
    ("consent.irrelevant_adult", "", "El tratamiento médico requiere el consentimiento de la víctima."),
    ("participation.accomplice", "", "La Secretaría facilitará la participación de las comunidades."),
    ("participation.organise", "", "El Ministerio organizará talleres dirigidos a las comunidades."),
    ("aggravating.child_victim", "Juicio", "La declaración de la víctima menor de edad se tomará una sola vez."),
    ("aggravating.illness", "Agravantes", "La pena aumentará si el autor ha sido condenado antes."),
    ("legal_person.liability", "", "Las personas jurídicas podrán hacer donaciones al albergue."),
    ("assets.freeze", "", "El Ministerio deberá asegurar los bienes del archivo, y tener en cuenta su valor."),
    ("investigation.sit", "", "La Secretaría reunirá la información de las investigaciones académicas."),
    ("identification.reasonable_grounds", "", "Habrá charlas para las posibles víctimas."),
    ("protection.closed_court", "", "La puerta del tribunal se cerrará a las seis de la tarde."),
    ("protection.interpreter", "", "La interpretación de esta ley favorecerá a la víctima."),
    ("protection.fund", "", "El fondo del asunto se resolverá en la sentencia."),
    ("nonpunish.other_acts", "", "El tratante no quedará exento de pena por ser pariente de la víctima."),
    ("status.temp_stay", "", "El Estado ayudará a las víctimas de manera permanente, tanto a las residentes como a las demás."),
    ("prevention.demand", "", "La demanda civil se presentará ante el juez."),
    ("institution.coordination", "", "Cada artículo de esta ley rige a los tres meses."),
    ("institution.reporting", "", "La Secretaría recibirá la información del público."),
    ("institution.budget", "", "El fiscal será parte en el proceso a partir de la denuncia."),
    ("institution.hotline", "", "El Ministerio fijará las líneas de acción del programa."),
    ("coop.agreements", "", "Cuando se trate de personas extranjeras se llamará a otros países."),
    ("related_offence.advertise", "", "El funcionario público que oculte un delito será castigado con prisión de un año."),
    ("prevention.awareness", "", "La campaña electoral del Comité durará tres días."),
    ("institution.data_collection", "", "Las preguntas que formulen los senadores sobre los casos de trata se contestarán por escrito."),
]  # fmt: skip

OFFENCES = [
    (
        "El que reclute, hospede o retenga a personas, abusando de una situación de vulnerabilidad, para someterlas a "
        "mendicidad, matrimonio forzado o extracción de órganos, incurrirá en prisión de diez a veinte años.",
        {"act.recruitment", "act.harbouring", "means.abuse_vulnerability", "purpose.begging", "purpose.forced_marriage",
         "purpose.organs", "scope.intent", "scope.no_ocg", "penalty.eu_ten"},
        {"act.buy_sell", "means.payments", "purpose.prostitution", "child.no_means"},
    ),
    (
        "Se entenderá por trata de personas la captación, el transporte, el traslado, la acogida o la recepción de "
        "personas, recurriendo al fraude, al abuso de poder o al pago de beneficios a quien tenga autoridad sobre "
        "ellas, con fines de prostitución, servidumbre o prácticas análogas a la esclavitud. Será reprimido con pena "
        "privativa de libertad no menor de ocho ni mayor de doce años quien cometa trata de personas.",
        {"act.transportation", "act.receipt", "means.fraud", "means.abuse_power", "purpose.prostitution",
         "purpose.servitude", "purpose.similar_slavery", "penalty.four_years"},
        {"means.abduction", "purpose.organs", "purpose.forced_labour"},
    ),
]  # fmt: skip


def test_the_concepts_have_spanish_wordings() -> None:
    assert unfilled("es") == []
    assert unsaid("es") == []


@pytest.mark.parametrize(("element", "heading", "clause"), PRESENT, ids=lambda v: v[:40])
def test_a_clause_provides_the_element(element: str, heading: str, clause: str) -> None:
    assert FRAME.find(element, clause, heading).status == "present"


@pytest.mark.parametrize(("element", "heading", "clause"), NEAR_MISS, ids=lambda v: v[:40])
def test_a_near_miss_does_not(element: str, heading: str, clause: str) -> None:
    finding = FRAME.find(element, clause, heading)
    assert finding.status == "absent", finding.evidence


@pytest.mark.parametrize(("article", "present", "absent"), OFFENCES, ids=["quien reclute", "se entenderá por"])
def test_the_offence_itself_is_read(article: str, present: set[str], absent: set[str]) -> None:
    law = parse("-", stdin=f"Ley sobre la trata de personas\n\nArtículo 1. Trata de personas. {article}\n".encode())
    found = {name for name, finding in match([law]).elements.items() if finding.status == "present"}
    assert law.language == "es"
    assert present - found == set()
    assert absent & found == set()
