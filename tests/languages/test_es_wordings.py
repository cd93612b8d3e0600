"""Spanish clauses of our own by families of words: what provides, what provides in part, what only looks like it."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

import pytest

from tests.languages.test_es import FRAME

# element, what the clause provides, clause; a near-miss stands beside each family
ROWS = [
    # duties told in the present tense, with other names for the victim
    ("protection.medical", "present", "Los hospitales curan sin cobro alguno a las personas agraviadas."),
    ("protection.medical", "absent", "Los hospitales curan sin cobro alguno a los bomberos."),
    ("protection.employment", "present", "El instituto imparte talleres de costura a las personas que fueron rescatadas y las vincula con bolsas de empleo."),
    ("protection.employment", "absent", "El instituto imparte talleres de costura a los jubilados de la provincia."),
    ("protection.compensation_offender", "present", "El sentenciado paga a la víctima los tratamientos y los ingresos que dejó de percibir."),
    ("protection.views", "present", "El tribunal oye a la víctima antes de resolver sobre el archivo y hace constar su parecer."),
    ("protection.privacy", "present", "En las actas constará un seudónimo en lugar del nombre de la persona agraviada."),
    ("protection.privacy", "absent", "En las actas constará el nombre del perito en lugar del sello."),
    ("nonpunish.prostitution", "present", "No será multada la víctima por haber ejercido la prostitución a raíz de la trata."),
    ("nonpunish.other_acts", "present", "Queda exenta de pena la víctima por los hechos que sus explotadores la obligaron a cometer."),
    ("nonpunish.other_acts", "absent", "Queda exenta de impuestos la venta de libros en las ferias del país."),
    # grave forms
    ("aggravating.multiple_victims", "present", "Merece mayor castigo el que cometa la trata en perjuicio de tres o más personas."),
    ("aggravating.ocg", "present", "Se agrava la responsabilidad si el autor obra por cuenta de una banda."),
    ("aggravating.ocg", "absent", "La banda de música del municipio tocará por cuenta de una comisión."),
    # property, carriers, borders
    ("assets.freeze", "present", "Se impedirá la venta de los bienes de los investigados por trata mediante anotación preventiva."),
    ("border.carrier_penalty", "absent", "La falta de verificación de los documentos de los pasajeros no acarrea multa al transportista."),
    ("border.carrier_duty", "present", "Antes del embarque, quien opere buses pedirá a los viajeros los documentos que exige el país de destino."),
    ("border.doc_quality", "present", "Toda libreta de viaje lleva chip con huellas y no se deja imitar."),
    # other states
    ("coop.info_exchange", "present", "La policía intercambia con las de otros países información sobre rutas de los tratantes."),
    ("coop.info_exchange", "absent", "La policía intercambia con los vecinos semillas y plantas de los parques."),
    ("coop.joint_inv", "present", "Fiscales nacionales y extranjeros actuarán en un solo equipo para investigar la trata."),
    ("identification.recognition", "present", "La identificación de la víctima hecha por la autoridad de otro Estado será reconocida en el país."),
    # bodies and prevention
    ("institution.rapporteur", "present", "Un órgano ajeno al Ejecutivo examina la lucha contra la trata y hace públicas sus conclusiones."),
    ("prevention.training", "present", "Los jueces cursarán cada año asignaturas que les enseñen a reconocer a las víctimas de trata."),
    ("prevention.training", "absent", "Las policías procederán de inmediato en materia de trata."),
    ("participation.organise", "absent", "Las organizaciones inscritas en los programas integran el consejo que coordina la lucha contra la trata."),
    ("ocg_offence.inference", "absent", "El perito tendrá conocimiento del hecho por el expediente."),
    # in part only: a class of offenders, a time, a place, a condition, a remission
    ("related_offence.document_forge", "weak", "El notario que altere pasaportes para cometer la trata será castigado con prisión."),
    ("assets.converted", "weak", "Las ganancias convertidas en una vivienda a nombre del cónyuge serán objeto de decomiso."),
    ("protection.medical", "weak", "La atención médica que el Estado presta a la víctima queda limitada a las urgencias."),
    ("legal_person.liability", "weak", "A la persona jurídica responsable de la trata se le aplican las sanciones que dispone la Ley de Entes Colectivos."),
    ("protection.compensation_state", "absent", "El Ministerio examina la conveniencia de crear un fondo para indemnizar a las víctimas."),
]  # fmt: skip


@pytest.mark.parametrize(("element", "status", "clause"), ROWS, ids=lambda v: v[:40])
def test_families_of_words(element: str, status: str, clause: str) -> None:
    finding = FRAME.find(element, clause, "")
    assert finding.status == status, (finding.why, finding.evidence)
