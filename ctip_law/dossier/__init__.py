"""The document that is handed over: findings of the report, text of the drafting room, facts on treaties, joined.

This room stands above `report`, whose writers it hands the document to, and above `draft`, whose clauses it proposes;
neither of the two knows the other. `make.document` makes it, loaded only when a document is asked for.
"""

from __future__ import annotations

from ctip_law.dossier.render import handed_over, render_gap, render_matrix

__all__ = ["handed_over", "render_gap", "render_matrix"]
