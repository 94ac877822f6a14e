"""The data files of this package: a row a line, columns between tabs, ``#`` before what is said of them."""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


@cache
def rows(name: str) -> tuple[str, ...]:
    """The lines of a data file."""
    text = (get_data(__package__, name) or b"").decode()
    return tuple(row for row in text.split("\n") if row and row[0] != "#")


def table(name: str) -> list[list[str]]:
    """The rows of a data file, cut into columns."""
    return [row.split("\t") for row in rows(name)]
