"""Which two Han characters belong together: the detector joins lines by them, the writers break headlines between
them.
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


@cache
def _bonds() -> dict[str, str]:
    rows = (get_data(__package__, "bonds.txt") or b"").decode().split()
    return {row[0]: row[1:] for row in rows}


def bound(last: str, first: str) -> bool:
    """Whether two Han characters often stand side by side inside a word (``tools/make/bonds.py`` counted them)."""
    return first in _bonds().get(last, "")
