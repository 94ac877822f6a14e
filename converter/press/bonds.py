"""Which two Han characters belong together: the detector joins lines by them, the writers break headlines between
them.
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


@cache
def _bonds() -> str:
    return "\n" + (get_data(__package__, "bonds.txt") or b"").decode()


@cache
def _after(last: str) -> str:
    """What often stands behind ``last``, by the row that begins with it; most rows are never asked for."""
    at = _bonds().find(f"\n{last}") + 1
    return _bonds()[at + 1 : _bonds().find("\n", at)] if at else ""


def bound(last: str, first: str) -> bool:
    """Whether two Han characters often stand side by side inside a word (``tools/make/bonds.py`` counted them)."""
    return first in _after(last)
