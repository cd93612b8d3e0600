"""What a lawyer decides on the findings, out and in, kept beside them and never over them.

`nouns` has a reviewed gap analysis, `workbook`, `sheets` (CSV) and `toml` read it, `out` writes it, `store` keeps it in
a folder of the user's, `beside` puts it beside the findings of a report, `agreement` counts where the two agree.
"""
