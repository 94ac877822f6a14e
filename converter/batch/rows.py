"""The books of a month as tables, a row a block and a row a story: JSON Lines for search engines, Parquet for frames.

They are made of the books' own tables (``jsonl``), a book at a time.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Protocol

from converter.batch.storage import Place
from converter.errors import MissingExtra
from converter.installed import to_install
from converter.model import Role

FOLDER = "rows"
KINDS = ("jsonl", "parquet")

NO_DATE = "undated"
"""What stands for the month of books without a date."""

TEXT, NUMBER, REAL, FLAG = "string", "int64", "double", "bool"

BLOCK = {
    # column: type, as Arrow calls it
    **{"book": TEXT, "file": TEXT, "paper": TEXT, "date": TEXT, "authors": TEXT, "url": TEXT, "page": TEXT},
    **{"section": TEXT, "article": NUMBER},
    **{"title": TEXT, "kind": TEXT, "role": TEXT, "brief": FLAG, "text": TEXT, "spans": "list<list<int64>>"},
    **{"sheet": NUMBER, "boxes": "list<list<double>>", "confidence": REAL, "second": TEXT, "form": TEXT},
    "depth": NUMBER,
}
STORY = {
    **{"book": TEXT, "file": TEXT, "paper": TEXT, "date": TEXT, "authors": TEXT, "url": TEXT, "page": TEXT},
    **{"section": TEXT, "article": NUMBER},
    **{"title": TEXT, "kind": TEXT, "kicker": TEXT, "deck": TEXT, "byline": TEXT, "text": TEXT, "characters": NUMBER},
    **{"blocks": NUMBER, "doubts": NUMBER},
}

_HEADS = {Role.KICKER: "kicker", Role.DECK: "deck", Role.BYLINE: "byline"}
_APART = {*_HEADS, Role.HEADLINE}
_SHARED = ("book", "file", "paper", "date", "authors", "url", "page", "section", "article", "title", "kind")


def stories(blocks: Sequence[dict[str, Any]], doubtful: float) -> Iterator[dict[str, Any]]:
    """The rows of stories of a book's blocks, each with the text that stands below its heads, a paragraph a line.

    A block counts as in doubt whose confidence is below ``doubtful``.
    """
    held = sorted((one for one in blocks if one["article"] is not None), key=lambda one: int(one["article"]))
    for _, some in groupby(held, key=lambda one: one["article"]):
        parts = list(some)
        story: dict[str, Any] = {key: parts[0].get(key) for key in _SHARED}
        for role, name in _HEADS.items():
            story[name] = next((part["text"] for part in parts if part["role"] == role), None)
        story["text"] = "\n".join(part["text"] for part in parts if part["role"] not in _APART)
        story["characters"] = sum(len(part["text"]) for part in parts)
        story["blocks"] = len(parts)
        story["doubts"] = sum(part["confidence"] < doubtful for part in parts)
        yield story


def merge(months: Sequence[tuple[str, Sequence[str]]], kinds: Sequence[str], place: Place) -> list[str]:
    """Put the tables of each month of books into their place; gives the names of the files. Raises ``MissingExtra``."""
    made = []
    for month, books in months:
        for kind in kinds:
            tables: list[_Table] = [_Lines() if kind == "jsonl" else _Parquet(columns) for columns in (BLOCK, STORY)]
            for book in books:
                for table, rows in zip(tables, _rows_of(book, place), strict=True):
                    table.add(rows)
            for name, table in zip(("blocks", "articles"), tables, strict=True):
                made.append(f"{FOLDER}/{name}-{month}.{kind}")
                place.put(made[-1], table.ended())
    return made


def _rows_of(book: str, place: Place) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of a book's blocks and of its stories; none where a user took its file away."""
    from converter.model import DOUBTFUL

    lines = (place.take(f"{book}.jsonl") or b"").decode().split("\n")
    blocks = [{"book": book} | json.loads(line) for line in lines if line]
    return blocks, list(stories(blocks, DOUBTFUL))


class _Table(Protocol):
    """A table that grows a book at a time."""

    def add(self, rows: Sequence[dict[str, Any]]) -> None:
        """Some more rows."""

    def ended(self) -> bytes:
        """The whole as a file."""


class _Lines:
    """JSON Lines."""

    def __init__(self) -> None:
        self._held = io.BytesIO()

    def add(self, rows: Sequence[dict[str, Any]]) -> None:
        """A line each."""
        for row in rows:
            self._held.write(f"{json.dumps(row, ensure_ascii=False)}\n".encode(errors="backslashreplace"))

    def ended(self) -> bytes:
        """UTF-8."""
        return self._held.getvalue()


class _Parquet:
    """Parquet, a group of rows every some thousand."""

    GROUP = 20_000

    def __init__(self, columns: dict[str, str]) -> None:
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError as error:
            raise MissingExtra(
                f"Parquet is written by pyarrow, which is not installed: {to_install('pyarrow')}"
            ) from error
        self._arrow: Any = pyarrow
        self._schema = pyarrow.schema([(name, _arrow_type(pyarrow, kind)) for name, kind in columns.items()])
        self._held = io.BytesIO()
        self._writer = parquet.ParquetWriter(self._held, self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def add(self, rows: Sequence[dict[str, Any]]) -> None:
        """Kept until they are a group."""
        self._rows += rows
        if len(self._rows) >= self.GROUP:
            self._write()

    def _write(self) -> None:
        self._writer.write_table(self._arrow.Table.from_pylist(self._rows, self._schema))
        self._rows = []

    def ended(self) -> bytes:
        """The file's bytes."""
        if self._rows:
            self._write()
        self._writer.close()
        return self._held.getvalue()


def _arrow_type(arrow: Any, kind: str) -> Any:
    """The type that Arrow calls so."""
    if kind.startswith("list<"):
        return arrow.list_(_arrow_type(arrow, kind[len("list<") : -1]))
    return {TEXT: arrow.string(), NUMBER: arrow.int64(), REAL: arrow.float64(), FLAG: arrow.bool_()}[kind]
