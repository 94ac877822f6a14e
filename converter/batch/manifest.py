"""What is known of every book of a batch, in SQLite: of what it was made, how it went, and what was found in it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from converter import __version__
from converter.errors import UnreadableInput, UnwritableOutput

MADE, SAME, FAILED = "made", "same", "failed"
"""How a book went: it was made; what its inputs hold is as it was, and it too; it was not made."""

SCHEMA = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS book (
    name TEXT PRIMARY KEY, state TEXT NOT NULL, stamp TEXT NOT NULL, contents TEXT NOT NULL, options TEXT NOT NULL,
    version TEXT NOT NULL, ended TEXT NOT NULL, seconds REAL NOT NULL, paper TEXT, date TEXT, title TEXT,
    documents INTEGER NOT NULL, articles INTEGER NOT NULL, blocks INTEGER NOT NULL, characters INTEGER NOT NULL,
    doubts INTEGER NOT NULL, cause TEXT NOT NULL, message TEXT NOT NULL, warnings TEXT NOT NULL,
    outputs TEXT NOT NULL, doubtful TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_cause ON book (cause, message) WHERE state = 'failed';
CREATE INDEX IF NOT EXISTS by_doubts ON book (doubts DESC, name) WHERE doubts > 0;
CREATE TABLE IF NOT EXISTS told (
    path TEXT PRIMARY KEY, mark TEXT NOT NULL, seen TEXT NOT NULL, date TEXT, page TEXT, paper TEXT,
    folder TEXT NOT NULL, named INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS run (
    number INTEGER PRIMARY KEY, version TEXT NOT NULL, options TEXT NOT NULL, began TEXT NOT NULL, ended TEXT,
    how TEXT, planned INTEGER, unchanged INTEGER, made INTEGER, failed INTEGER
);
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a book went. ``cause`` is the kind of error where it failed, ``contents`` the hash of what its inputs hold,
    ``outputs`` the sizes of its files by their names, ``doubtful`` the inputs that have doubtful blocks, and how many.
    """

    name: str
    state: str
    contents: str = ""
    seconds: float = 0.0
    paper: str | None = None
    date: str | None = None
    title: str | None = None
    documents: int = 0
    articles: int = 0
    blocks: int = 0
    characters: int = 0
    doubts: int = 0
    cause: str = ""
    message: str = ""
    warnings: tuple[str, ...] = ()
    outputs: dict[str, int] = field(default_factory=dict)
    doubtful: dict[str, int] = field(default_factory=dict)


class Known(NamedTuple):
    """What has to be the same for a book to be as it should: state, inputs' stamp and hash, options, version, files."""

    state: str
    stamp: str
    contents: str
    options: str
    version: str
    outputs: dict[str, int]


_PLAIN = [one.name for one in fields(Outcome) if one.name not in ("warnings", "outputs", "doubtful")]
_HELD = ("warnings", "outputs", "doubtful")
_COLUMNS = [*_PLAIN, *_HELD, "stamp", "options", "version", "ended"]


class Manifest:
    """The manifest in a file. One run at a time may write it; whoever only looks is not hindered."""

    def __init__(self, path: Path) -> None:
        """Raises ``UnwritableOutput``, ``UnreadableInput``."""
        self.path = path
        with self._told():
            self._base = sqlite3.connect(path, timeout=30)
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.execute("PRAGMA cache_size = -512")
            found = self._base.execute("PRAGMA user_version").fetchone()[0]
            if found not in (0, SCHEMA):
                raise UnreadableInput(f"{path} was made by another Banmian: use that one, or name another --state")
            self._base.executescript(f"{_TABLES}PRAGMA user_version = {SCHEMA};")
        self._lock: sqlite3.Connection | None = None

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            kind = UnwritableOutput if isinstance(error, sqlite3.OperationalError) else UnreadableInput
            raise kind(f"the manifest {self.path} cannot be used: {error}; name another with --state") from error

    def lock(self) -> None:
        """Keep other runs out until this is closed or its process ends. Raises ``UnwritableOutput``."""
        self._lock = sqlite3.connect(self.path.with_suffix(".lock"), timeout=0, isolation_level=None)
        try:
            self._lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise UnwritableOutput(
                f"another run is at work on {self.path}: wait until it ends, or see how far it is with --status"
            ) from error

    def close(self) -> None:
        """Let go of it."""
        for base in filter(None, (self._base, self._lock)):
            base.close()

    def begin(self, options: str) -> int:
        """A run begins; gives its number."""
        with self._told(), self._base:
            told = self._base.execute(
                "INSERT INTO run (version, options, began) VALUES (?, ?, ?)", (__version__, options, _now())
            )
            return int(told.lastrowid or 0)

    def end(self, number: int, how: str, **counts: int) -> None:
        """A run ended: how, and how many books were planned, unchanged, made, failed."""
        told = {"how": how, "ended": _now(), **counts}
        said = ", ".join(f"{name} = ?" for name in told)
        with self._told(), self._base:
            self._base.execute(f"UPDATE run SET {said} WHERE number = ?", (*told.values(), number))

    def keep(self, outcomes: Iterable[Outcome], stamps: dict[str, str], options: str) -> None:
        """Keep how some books went, all of them or none."""
        rows = []
        for one in outcomes:
            if one.state == SAME:
                continue
            held = [json.dumps(getattr(one, name), ensure_ascii=False) for name in _HELD]
            row = [getattr(one, name) for name in _PLAIN]
            rows.append((*row, *held, stamps[one.name], options, __version__, _now()))
        same = [(stamps[one.name], one.name) for one in outcomes if one.state == SAME]
        places = ", ".join("?" * len(_COLUMNS))
        with self._told(), self._base:
            self._base.executemany(f"REPLACE INTO book ({', '.join(_COLUMNS)}) VALUES ({places})", rows)
            self._base.executemany("UPDATE book SET stamp = ? WHERE name = ?", same)

    def known(self, names: Sequence[str]) -> dict[str, Known]:
        """What is known of some books, by their names."""
        places = ", ".join("?" * len(names))
        rows = self._base.execute(
            f"SELECT name, state, stamp, contents, options, version, outputs FROM book WHERE name IN ({places})", names
        )
        return {row[0]: Known(row[1], row[2], row[3], row[4], row[5], json.loads(row[6])) for row in rows}

    def told(self, paths: Sequence[str]) -> dict[str, tuple[Any, ...]]:
        """What was told of inputs, by their paths: mark, names, date, page, paper, folder, whether their names told."""
        places = ", ".join("?" * len(paths))
        rows = self._base.execute(
            f"SELECT path, mark, seen, date, page, paper, folder, named FROM told WHERE path IN ({places})", paths
        )
        return {row[0]: row[1:] for row in rows}

    def tell(self, rows: Iterable[tuple[Any, ...]]) -> None:
        """Keep what was told of inputs: the same, with their paths before."""
        with self._told(), self._base:
            self._base.executemany("REPLACE INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def rows(self, query: str, *values: Any) -> Iterator[dict[str, Any]]:
        """The rows of a question to the manifest."""
        cursor = self._base.execute(query, values)
        names = [one[0] for one in cursor.description]
        for row in cursor:
            yield dict(zip(names, row, strict=True))

    def saved(self) -> bytes:
        """The whole manifest as the bytes of one file."""
        return bytes(self._base.serialize())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def as_dict(outcome: Outcome) -> dict[str, Any]:
    """What is told of a book to programs: all but the warnings' texts where there are none."""
    return {name: value for name, value in asdict(outcome).items() if value not in ("", None, (), {})}
