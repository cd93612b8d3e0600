"""The documents beside the matrix that ministries ask for: questionnaire, guide, manual, plan, checklists, labour.

`points` holds their questions and checks as data, `view` what a template sees, `sandbox` runs a template, `markup`
makes blocks of what it wrote, `make` joins them.
"""
