"""A table of inputs as spreadsheets save it: in any encoding, commas, semicolons or tabs between, a row at a time."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from converter.errors import UnreadableInput
from converter.readers.encoding import decode

NEEDED = frozenset({"book", "input"})
"""The columns that it has to have."""

SEPARATORS = ",;\t"

SAMPLE = 500
"""Lines from which the encoding is told, of those that are UTF-8 and of those that are not."""

_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


def rows_of(table: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a table by their columns' names, each with the number of its line. Raises ``UnreadableInput``."""
    line = 0
    try:
        encoding = _encoding_of(table)
        with table.open(encoding=encoding, newline="") as file:
            rows = csv.DictReader(file, delimiter=_separator(file), skipinitialspace=True)
            if lacking := NEEDED - {*(rows.fieldnames or ())}:
                raise UnreadableInput(f"{table} has no column {min(lacking)!r}: it needs book and input")
            for row in rows:
                line = rows.line_num
                yield line, {name: value or "" for name, value in row.items() if isinstance(name, str)}
    except OSError as error:
        raise UnreadableInput(f"cannot read {table}: {error.strerror}; check the path") from error
    except (UnicodeError, csv.Error) as error:
        raise UnreadableInput(
            f"{table} cannot be read after line {line} ({error}): save it anew as CSV in UTF-8"
        ) from error


def _encoding_of(table: Path) -> str:
    """UTF-8, with a mark before it or none; else what the lines that are no UTF-8 look like."""
    odd: list[bytes] = []
    plain: list[bytes] = []
    first = 0
    with table.open("rb") as file:
        if wide := _WIDE.get(file.read(2)):
            return wide
        file.seek(0)
        for number, line in enumerate(file, 1):
            kind = plain if line.isascii() or _is_utf_8(line) else odd
            first = first or (number if kind is odd else 0)
            if len(kind) < SAMPLE and not line.isascii():
                kind.append(line)
    if not odd:
        return "utf-8-sig"
    try:
        return decode(b"".join((*plain, *odd))).encoding
    except UnreadableInput as error:
        raise UnreadableInput(
            f"{table}, line {first}: this is neither UTF-8 nor any other encoding that all lines are in: save "
            "the table anew as CSV in UTF-8"
        ) from error


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _separator(file: IO[str]) -> str:
    """What stands between the names of the columns; the file is then at its start again."""
    head = file.readline()
    file.seek(0)
    found = (
        one for one in SEPARATORS if {*next(csv.reader([head], delimiter=one, skipinitialspace=True), ())} >= NEEDED
    )
    return next(found, ",")
