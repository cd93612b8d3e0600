"""ctip-law version"""

from __future__ import annotations

import platform

from ctip_law.cli.options import Console, with_console


@with_console("table", "json")
def command(*, io: Console) -> None:
    """Print the versions of the program and of its data.

    Framework, lexicon and weights are hashes of the data that a report rests on; the XML library is named because it
    reads what comes from outside.

    \b
    Example: ctip-law version -f json
    """
    from lxml import etree

    from ctip_law.languages import languages
    from ctip_law.report.data import tool
    from ctip_law.report.render import to_json

    data = tool(languages())
    found = {
        "version": data["version"],
        "python": platform.python_version(),
        "lxml": etree.__version__,
        "libxml2": ".".join(map(str, etree.LIBXML_VERSION)),
        "framework": data["framework"],
        "lexicon": data["lexicon"],
        "weights": data["weights"],
    }
    if io.form == "json":
        io.result(to_json({"schema": "ctip-law/version/1", **found}))
    else:
        io.result("".join(f"{name:10} {value}\n" for name, value in found.items()))
