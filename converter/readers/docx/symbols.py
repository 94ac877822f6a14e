"""What the codes of fonts of signs show: Symbol, Wingdings 1 to 3, Webdings (``symbols.txt``)."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

_FIRST = 0x20
_PRIVATE = range(0xF020, 0xF100)
"""Where Word puts the codes of such a font (ECMA-376, part 1, 17.3.3.30)."""

NONE = "\ufffd"
"""Stands for a sign that Unicode does not have."""


def sign(code: str, font: str | None) -> str:
    """What a ``w:sym`` of a code in hexadecimal digits shows; nothing where it is none."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if number > 0x10FFFF or 0xD800 <= number < 0xE000:
        return ""
    if font and _signs(font):
        return spelt(chr(number), font)
    return spelt(chr(number), "wingdings") if number in _PRIVATE and not font else chr(number)


def spelt(text: str, font: str | None) -> str:
    """``text`` as it is seen that is set in ``font``; letters of other scripts are taken from another font."""
    signs = _signs(font) if font else ""
    return "".join(_shown(char, signs) for char in text) if signs else text


def _shown(char: str, signs: str) -> str:
    code = ord(char)
    place = code - _PRIVATE.start if code in _PRIVATE else code - _FIRST
    return signs[place] if 0 < place < len(signs) else char


def _signs(font: str) -> str:
    """The font's signs from the first code on; none where it is a font of letters."""
    return _fonts().get(font.strip().lower(), "")


@cache
def _fonts() -> dict[str, str]:
    rows = (get_data(__package__, "symbols.txt") or b"").decode().splitlines()
    return dict(row.split("\t") for row in rows if not row.startswith("#"))
