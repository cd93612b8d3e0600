"""Spanish clauses of our own in plain and old-fashioned words that few drafters use; some on something else."""

# ruff: noqa: E501 (tables of clauses)

from __future__ import annotations

import pytest

from tests.languages.test_es import FRAME

# element, clause that provides it
PROVIDED = [
    ("aggravating.child_victim", "La pena del delito de trata será de quince a veinticinco años cuando recaiga en quien no tiene aún dieciocho."),
    ("assets.confiscate_proceeds", "El juez ordenará que pase al Estado toda ganancia que el condenado por trata haya sacado del delito."),
    ("assets.victims_share", "Con lo decomisado se pagará primero a las víctimas de trata."),
    ("border.carrier_duty", "Las líneas aéreas revisarán que los pasajeros lleven los documentos necesarios para entrar en el país."),
    ("border.channels", "Los jefes de los puestos de frontera se entenderán derechamente, por radio o teléfono, con los del otro lado."),
    ("child.best_interests", "En cuanto se resuelva sobre un niño víctima primará su conveniencia sobre toda otra razón."),
    ("coop.asset_return", "Lo decomisado a solicitud de otro Estado podrá entregarse a éste para resarcir a las víctimas de trata."),
    ("coop.foreign_confiscation", "A ruego de otro Estado, los jueces ejecutarán el decomiso que sus tribunales hayan ordenado sobre bienes situados en el país."),
    ("coop.use_limits", "Los datos que remita otro Estado se usarán solamente para el objeto que él señale."),
    ("identification.no_removal", "Nadie será puesto en la frontera mientras no se resuelva si es víctima."),
    ("investigation.joint", "La policía, la fiscalía y migración investigarán juntas los casos de trata."),
    ("jurisdiction.no_dual_crim", "Se juzgará al nacional que cometa el hecho fuera, por más que la ley de aquel lugar no lo castigue."),
    ("jurisdiction.passive_personality", "La ley penal se aplica también al hecho cometido en el exterior si lo sufrió un compatriota."),
    ("legal_person.sanction_extra", "La empresa condenada por trata podrá ser disuelta, clausurada o excluida de contratar con el Estado."),
    ("means.payments", "Comete trata quien, pagando al que tiene autoridad sobre otra persona, la recibe para explotarla."),
    ("nonpunish.exclusions", "La víctima de trata no será penada por los delitos que se le hizo cometer, excepto los de homicidio."),
    ("nonpunish.status_offences", "No se multará a la víctima por haber pasado la frontera por una trocha ni porque su visa esté vencida."),
    ("obstruction.witness", "Será penado con prisión quien haga desaparecer rastros o consiga que un testigo calle al declarar."),
    ("participation.organise", "Igual pena tendrá quien ideare el negocio o repartiere las tareas para que otros cometan el delito."),
    ("prevention.training", "El consejo dará lecciones periódicas a jueces, fiscales y policías sobre la trata de personas."),
    ("protection.legal_aid", "La defensoría pública patrocinará sin costo a las víctimas de trata."),
    ("protection.media_ban", "La prensa no podrá dar a conocer la imagen de la víctima de trata."),
    ("protection.medical", "Se curará a la víctima de trata en los centros de salud del Estado."),
    ("protection.medical", "Las víctimas de trata serán atendidas en los hospitales del Estado sin cobro."),
    ("protection.unconditional", "La asistencia se da a la víctima y no se le pedirá a cambio que declare."),
    ("protection.views", "La víctima de trata podrá exponer lo que piensa y lo que le inquieta en las etapas del juicio."),
    ("related_offence.disclosure", "Será penado con prisión quien saque a la luz el nombre o el rostro de la víctima."),
    ("return.voluntary", "La víctima de trata volverá a su país solamente si quiere."),
    ("scope.internal", "Es indiferente que la víctima haya salido del país o jamás haya dejado su aldea para que exista el delito."),
    ("participation.conspiracy", "Serán penados quienes hayan pactado entre sí llevar a cabo una trata, aunque no empiecen a ejecutarla."),
    ("legal_person.lack_supervision", "La compañía responde si sus jefes descuidaron la vigilancia sobre el dependiente que cometió la trata en provecho de ella."),
    ("protection.back_wages", "La víctima de trata cobrará del tratante el jornal de cada día trabajado."),
    ("return.child_best", "Ningún niño víctima de trata será puesto en camino de su tierra si no es lo que más le conviene."),
    ("nonpunish.prostitution", "No se procederá contra la víctima de trata por haber vendido su cuerpo."),
]

# the same words of somebody or something else, or said the other way round
NEAR = [
    ("aggravating.ocg", "El agente podrá infiltrarse en una banda por encargo del fiscal."),
    ("aggravating.transborder", "El agente podrá cruzar la frontera en persecución del tratante."),
    ("aggravating.weapon_drugs", "Los agentes que persiguen la trata irán armados y no consumirán drogas en servicio."),
    ("child.best_interests", "En todo caso primará la conveniencia del servicio sobre la del agente."),
    ("consent.irrelevant_child", "Los actos del comité estarán de acuerdo con la ley y de nada sirve la firma del niño en ellos."),
    ("coop.asset_return", "Lo decomisado podrá entregarse a las escuelas del Estado."),
    ("coop.info_exchange", "La policía dará aviso a los otros organismos nacionales de los datos que reúna sobre la trata."),
    ("coop.joint_inv", "La policía y la gendarmería formarán un equipo para investigar la trata."),
    ("coop.mla", "La comisión prestará la mayor asistencia a otros organismos nacionales y pedirá otras diligencias cuando convenga."),
    ("identification.notify", "El consulado de la República avisará al ministerio de la llegada de sus funcionarios."),
    ("identification.procedure", "La junta entrevistará a los aspirantes a agente y resolverá por escrito."),
    ("identification.reasonable_grounds", "Si hay motivos razonables para creer que el informe es falso, el agente será apartado."),
    ("investigation.bail", "El agente que pierda el arma prestará garantía por su valor."),
    ("investigation.parole", "El condenado por trata cumplirá toda la pena en prisión."),
    ("jurisdiction.no_dual_crim", "La trata cometida en el extranjero se castigará si allí también es delito."),
    ("jurisdiction.passive_personality", "La ley protege también a los nacionales que vivan en el extranjero."),
    ("legal_person.natural_separate", "La multa impuesta a la empresa no excluye la clausura."),
    ("means.payments", "El empleador pagará los salarios a quien tenga la tutela del menor que trabaja."),
    ("nonpunish.other_acts", "La víctima responderá por los delitos que cometió mientras era explotada."),
    ("nonpunish.prostitution", "La víctima que haya ejercido la prostitución pagará la multa que fija el código."),
    ("nonpunish.status_offences", "La víctima pagará multa si su permiso ha vencido."),
    ("obstruction.witness", "El juez procurará que el testigo declare sin temor."),
    ("prevention.awareness", "Se explicará a los diputados cómo se aprueba el presupuesto."),
    ("prevention.labour_inspection", "Los inspectores de aduana entrarán sin aviso en los barcos."),
    ("prevention.recruitment_reg", "Nadie podrá dedicarse a vender armas sin licencia."),
    ("protection.data", "Los archivos del comité se guardarán en registro aparte."),
    ("protection.employment", "El ministerio tendrá plazas en sus cursos para los inspectores de la trata."),
    ("protection.info", "A los jurados se les hará saber cada paso del juicio."),
    ("protection.material", "Los peritos recibirán una suma semanal para sus gastos de comida."),
    ("protection.medical", "Los agentes que intervengan en operativos contra la trata serán atendidos en los hospitales del Estado."),
    ("protection.ngo_support", "El imputado podrá ir al juicio con una persona de su confianza."),
    ("protection.safety", "La policía pondrá custodia al edificio del comité."),
    ("protection.unconditional", "No se dará ayuda a la víctima que no declare."),
    ("protection.views", "El juez escuchará lo que tenga que decir el perito antes de fallar."),
    ("purpose.forced_labour", "El condenado por trata hará trabajo en beneficio de la comunidad."),
    ("purpose.slavery", "El propietario podrá disponer de sus bienes como de cosa propia."),
    ("related_offence.disclosure", "El comité dará a conocer los datos de la trata cada año."),
    ("related_offence.use_services", "El ministerio usará los servicios de las víctimas que quieran ser intérpretes."),
    ("return.voluntary", "El funcionario volverá a su puesto cuando quiera."),
    ("scope.internal", "La ley se aplica a la trata que cruce la frontera del país."),
    ("status.reflection", "El ministro tendrá treinta días para decidir sobre el nombramiento del director."),
    ("status.work", "El permiso para trabajar en la comisión contra la trata lo dará el ministro."),
    ("legal_person.liability", "Contra las compañías no se seguirá causa alguna por los delitos de trata."),
    ("related_offence.disclosure", "No incurre en responsabilidad alguna quien diga a la prensa el nombre de la víctima."),
    ("related_offence.disclosure", "El vecino que publique el rostro de la víctima no será castigado."),
    ("protection.legal_aid", "El sueldo del abogado que la damnificada elija corre de su cuenta."),
    ("child.best_interests", "El depósito de los menores devengará el mejor interés que ofrezca el banco."),
    ("border.carrier_duty", "Los choferes de autobús comprobarán que cada pasajero lleve su boleto."),
]


@pytest.mark.parametrize(("element", "clause"), PROVIDED, ids=lambda v: v[:40])
def test_a_clause_in_other_words_provides_the_element(element: str, clause: str) -> None:
    finding = FRAME.find(element, clause)
    assert finding.status == "present", (finding.why, finding.evidence)


@pytest.mark.parametrize(("element", "clause"), NEAR, ids=lambda v: v[:40])
def test_a_clause_on_something_else_does_not(element: str, clause: str) -> None:
    finding = FRAME.find(element, clause)
    assert finding.status == "absent", finding.evidence
