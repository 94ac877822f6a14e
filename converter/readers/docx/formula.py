"""Formulas (ECMA-376, part 1, 22.1) and fields named EQ (17.16.5.19) as text on one line, raised and lowered parts
marked as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_RAISED = {f"{M}sup": "superscript", f"{M}sub": "subscript", f"{M}lim": "subscript", f"{M}deg": "superscript"}

_WHOLE = (("f", f"{M}num"), ("f", f"{M}den"), ("rad", f"{M}e"))
"""The parts of elements that are in brackets where they are more than one sign."""

_GENERAL = re.compile(r"""\\\*\s*(?:"[^"]*"|\S+)""")
_ABOVE = re.compile(r"\\o\\a[dclr]?\s*\(\\s\\up\s*\d+\s*\(([^()]*)\)\s*[,，;；]\s*([^()]*)\)", re.IGNORECASE)
_SWITCH = re.compile(r"\\[a-z]{1,2}\s*\d*", re.IGNORECASE)


def equation(instruction: str) -> str:
    """What a field named EQ shows, as text on one line; how characters are read stands in brackets."""
    text = _ABOVE.sub(r"\2（\1）", _GENERAL.sub("", instruction.strip()[2:]))
    return re.sub(r"[(),;，；\s]+", "", _SWITCH.sub("", text))


def formula(element: Element, raised: str | None = None) -> Iterator[tuple[str, str | None]]:
    """The texts of a formula, each with ``superscript``, ``subscript`` or None."""
    name = str(element.tag).rpartition("}")[2]  # text may be in an element of Word's own
    if name == "t":
        yield element.text or "", raised
        return
    if name == "rad":
        yield "√", raised
    elif name == "nary":
        yield _said(element, "naryPr/{M}chr", "∫"), raised
    elif name == "d":
        yield _said(element, "dPr/{M}begChr", "("), raised
    for place, part in enumerate(part for part in element if not str(part.tag).endswith("Pr")):
        if place and name in ("f", "d", "eqArr", "mr", "m"):
            yield {"f": "/", "d": _said(element, "dPr/{M}sepChr", "|"), "mr": " "}.get(name, "; "), raised
        several = (name, part.tag) in _WHOLE and _length(part) > 1
        yield from [("(", raised)] if several else []
        yield from formula(part, _RAISED.get(str(part.tag), raised))
        yield from [(")", raised)] if several else []
    if name == "d":
        yield _said(element, "dPr/{M}endChr", ")"), raised


def _said(element: Element, path: str, usual: str) -> str:
    """The character that the properties name; the usual one where they don't."""
    found = element.find(M + path.replace("{M}", M))
    return usual if found is None else found.get(f"{M}val", "")


def _length(element: Element) -> int:
    return sum(len(text.text or "") for text in element.iter(f"{M}t"))
