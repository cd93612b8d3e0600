"""Words that only the site uses; signs and words of statuses are the report's."""

from __future__ import annotations

#: Marking of an element's words -> what the legend calls it.
MARKING = {"act": "act", "means": "means", "purpose": "purpose", "other": "other element"}

NOT_THE_LAW = "Restatement, not the law: the words shown are our own; cite and rely on the official text only."

#: Figure of the accuracy report -> (heading, what it measures).
ACCURACY = {
    "precision": ("Precision", "Of the elements reported as found, the share that a careful reader found too."),
    "recall": ("Recall", "Of the elements that a careful reader found, the share that is reported."),
    "f1": ("F1", "The harmonic mean of precision and recall."),
    "evidence": ("Evidence", "Of the elements rightly found, the share that cites a section that the reader named."),
    "provisions": ("Verdicts", "The share of provisions with the reader's own verdict."),
    "defects_p": ("Defects, precision", "Of the named defects reported, the share that the reader saw."),
    "defects_r": ("Defects, recall", "Of the named defects that the reader saw, the share that is reported."),
    "gap_p": ("Gaps, precision", "Of the gaps reported, the share that the reader saw as gaps."),
    "gap_r": ("Gaps, recall", "Of the gaps that the reader saw, the share that is reported."),
    "met_p": ("Duties met, precision", "Of the duties reported as met, the share that the reader saw as fully met."),
    "penalties": ("Penalties, recall", "The share of penalties read with the right term."),
    "penalties_p": ("Penalties, precision", "Of the penalties reported, the share that the reader has."),
}

#: Question by which a reader comes in -> (its words, the duties that answer it, the first that the site holds counts;
#: the elements that answer it where the site holds none of the duties).
QUESTIONS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "victims-who-broke-the-law": (
        "How do laws treat victims who broke the law?",
        ("actip-14-7", "coe-26"),
        ("nonpunish.other_acts", "nonpunish.status_offences", "nonpunish.prostitution", "nonpunish.no_detention"),
    ),
    "consent": ("Does it matter that the victim agreed?", ("tip-3b",), ()),
    "children": ("Is anything more needed where the victim is a child?", ("tip-3c",), ()),
    "what-is-trafficking": ("What counts as trafficking?", ("tip-3a",), ()),
    "hearing": ("Are victims heard in proceedings against offenders?", ("tip-6-2b",), ()),
    "housing": ("Where do victims live after rescue?", ("tip-6-3a",), ()),
    "compensation": ("Can victims obtain compensation?", ("tip-6-6",), ()),
    "stay": ("May victims stay in the country?", ("tip-7-1",), ()),
    "authorities": (
        "Which bodies and services does the law name?",
        (),
        (
            "institution.coordination", "institution.coordinator", "institution.rapporteur", "institution.subnational",
            "coop.central_auth", "investigation.specialised", "institution.hotline", "protection.housing",
            "protection.fund", "protection.compensation_state",
        ),
    ),
    "time-to-recover": ("Do victims get time to recover and decide?", (), ("status.reflection", "status.temp_stay")),
}
