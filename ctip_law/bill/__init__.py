"""The amending bill that closes the gaps of a statute, proved by carrying it out and reading the law again.

It stands above the rooms that it joins: it asks the gap analysis what is missing, drafts with the model provisions, and
proves the bill with what compares versions.
"""

from __future__ import annotations

from ctip_law.bill.build import bill_of
from ctip_law.bill.docx import redline_docx
from ctip_law.bill.make import amending_bill
from ctip_law.bill.nouns import Bill, Change, Proof, Question, Row
from ctip_law.bill.plan import STRENGTHS
from ctip_law.bill.write import FORMATS, render_bill

__all__ = [
    "FORMATS",
    "STRENGTHS",
    "Bill",
    "Change",
    "Proof",
    "Question",
    "Row",
    "amending_bill",
    "bill_of",
    "redline_docx",
    "render_bill",
]
