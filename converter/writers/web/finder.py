"""The script of a page that searches without a server, with the table by which both scripts are found as one."""

from __future__ import annotations

import json
from collections.abc import Iterable

from converter.press.folding import folds_for
from converter.writers.markup.styles import sheet


def finder(script: str, texts: Iterable[str], /, **data: object) -> str:
    """The code of such a page: a ``script`` of ``styles/`` with its ``data``, over texts of these characters."""
    # A character of two UTF-16 units would shift what stands behind it; there are few, and they fold to nothing common.
    folds = {one: other for one, other in folds_for("".join(texts)).items() if max(one, other) <= "\uffff"}
    told = as_script(data | {"from": "".join(folds), "to": "".join(folds.values())})
    return f"{sheet('finder.js')}{sheet(script)}search({told});\n"


def as_script(value: object) -> str:
    """JSON that cannot end the element that it stands in."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
