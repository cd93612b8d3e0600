"""The project's own accuracy report: findings held against what careful readers wrote down.

`run.evaluate` measures, `compare` holds the figures against earlier ones, `gold` reads the labels. Nothing is imported
here: `ctip_law` loads this room at once, so that the function `ctip_law.evaluate` keeps its name.
"""
