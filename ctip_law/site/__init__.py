"""The published site: pages, data files, and the check that every link of it leads somewhere.

`data.site_data` prepares what the pages show, `pages.render` writes them through the templates in `templates/site`,
`build.build` runs the generator over them, `check.check` looks over the result.
"""
