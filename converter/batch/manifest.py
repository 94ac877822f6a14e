"""What is known of every book of a batch, in SQLite: of what it was made, how it went, and what was found in it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from converter import __version__
from converter.batch.addresses import full
from converter.batch.storage import HOME
from converter.errors import UnreadableInput, UnwritableOutput
from converter.records import NamedTuple

MADE, SAME, FAILED, GONE = "made", "same", "failed", "gone"
"""How a book went: it was made; what its inputs hold is as it was, and it too; it was not made. Or it was made, and its
inputs have gone since then."""

SCHEMA = 2
_SINCE_1 = """
ALTER TABLE book ADD COLUMN sources TEXT NOT NULL DEFAULT '';
ALTER TABLE run ADD COLUMN gone INTEGER;
"""
_TABLES = """
CREATE TABLE IF NOT EXISTS book (
    name TEXT PRIMARY KEY, state TEXT NOT NULL, stamp TEXT NOT NULL, contents TEXT NOT NULL, options TEXT NOT NULL,
    version TEXT NOT NULL, ended TEXT NOT NULL, seconds REAL NOT NULL, paper TEXT, date TEXT, title TEXT,
    documents INTEGER NOT NULL, articles INTEGER NOT NULL, blocks INTEGER NOT NULL, characters INTEGER NOT NULL,
    doubts INTEGER NOT NULL, cause TEXT NOT NULL, message TEXT NOT NULL, warnings TEXT NOT NULL,
    outputs TEXT NOT NULL, doubtful TEXT NOT NULL, sources TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_cause ON book (cause, message) WHERE state = 'failed';
CREATE INDEX IF NOT EXISTS by_doubts ON book (doubts DESC, name) WHERE doubts > 0;
CREATE TABLE IF NOT EXISTS told (
    path TEXT PRIMARY KEY, mark TEXT NOT NULL, seen TEXT NOT NULL, date TEXT, page TEXT, paper TEXT,
    folder TEXT NOT NULL, named INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS run (
    number INTEGER PRIMARY KEY, version TEXT NOT NULL, options TEXT NOT NULL, began TEXT NOT NULL, ended TEXT,
    how TEXT, planned INTEGER, unchanged INTEGER, made INTEGER, failed INTEGER,
    gone INTEGER
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
_COLUMNS = [*_PLAIN, *_HELD, "stamp", "options", "version", "ended", "sources"]
_OF_A_FAILURE = ("state", "cause", "message", "seconds", "stamp", "options", "version", "ended", "sources")

PIECE = 1 << 20
"""Bytes of a copy that are in memory at once."""

MANIFEST, LOCK = f"{HOME}/manifest.sqlite", ".lock"
"""Where it is in the folder of the books, unless told otherwise; the suffix of the file beside that a run locks."""

LOOKED_UP = 500
"""Books that are looked up at once."""


class Manifest:
    """The manifest in a file. One run at a time may write it; whoever only looks is not hindered, and changes nothing:
    the file may be where nothing can be written."""

    def __init__(self, path: Path, to_write: bool = True) -> None:
        """Raises ``UnwritableOutput``, ``UnreadableInput``."""
        self.path = path
        self._locks: list[sqlite3.Connection] = []
        with self._told():
            self._base = sqlite3.connect(path, timeout=30) if to_write else _to_read(path)
            found = self._base.execute("PRAGMA user_version").fetchone()[0]
            if found not in (0, 1, SCHEMA):
                raise UnreadableInput(f"{path} was made by another Banmian: use that one, or name another --state")
            if to_write:
                self._prepare(found)

    def _prepare(self, schema: int) -> None:
        """Make the tables, or what those of an older schema lack."""
        for setting in ("journal_mode = WAL", "synchronous = NORMAL", "cache_size = -512"):
            self._base.execute(f"PRAGMA {setting}")
        if schema == 1:
            self._base.executescript(_SINCE_1)
        self._base.executescript(f"{_TABLES}PRAGMA user_version = {SCHEMA};")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL:
                raise full(str(self.path)) from error
            kind = UnwritableOutput if isinstance(error, sqlite3.OperationalError) else UnreadableInput
            raise kind(f"the manifest {self.path} cannot be used: {error}; name another with --state") from error

    def lock(self, folder: Path | None = None) -> None:
        """Keep other runs out until this is closed or its process ends: out of this manifest, and out of the ``folder``
        of the books, which they may have another manifest for. Raises ``UnwritableOutput``."""
        held = {self.path.with_suffix(LOCK).resolve(): self.path}
        if folder:
            held.setdefault((folder / MANIFEST).with_suffix(LOCK).resolve(), folder)
        for lock, what in held.items():
            with self._told():
                self._locks.append(sqlite3.connect(lock, timeout=0, isolation_level=None))
            try:
                self._locks[-1].execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                raise UnwritableOutput(
                    f"another run is at work on {what}: wait until it ends, or see how far it is with --status"
                ) from error

    def close(self) -> None:
        """Let go of it."""
        for base in (self._base, *self._locks):
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

    def keep(self, outcomes: Iterable[Outcome], stamps: dict[str, str], options: str, sources: str = "") -> None:
        """Keep how some books went, all of them or none; of which ``sources`` they are. What is known of the older
        book of one that failed stays, as that book does."""
        same: list[tuple[str, ...]] = []
        made: list[dict[str, Any]] = []
        failed: list[dict[str, Any]] = []
        for one in outcomes:
            if one.state == SAME:
                same.append((stamps[one.name], sources, one.name))
                continue
            told = {name: getattr(one, name) for name in _PLAIN} | {
                name: _as_json(getattr(one, name)) for name in _HELD
            }
            told |= {"stamp": stamps[one.name], "options": options, "version": __version__, "ended": _now()}
            (failed if one.state == FAILED else made).append(told | {"sources": sources})
        whole = f"INTO book ({', '.join(_COLUMNS)}) VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"
        changed = ", ".join(f"{name} = excluded.{name}" for name in _OF_A_FAILURE)
        with self._told(), self._base:
            self._base.executemany(f"REPLACE {whole}", made)
            self._base.executemany(f"INSERT {whole} ON CONFLICT (name) DO UPDATE SET {changed}", failed)
            self._base.executemany("UPDATE book SET stamp = ?, sources = ? WHERE name = ?", same)

    def leave(self, sources: str, planned: Callable[[Sequence[str]], set[str]]) -> int:
        """Take note of the books of these sources that are no longer among those ``planned``, of some names; how many.

        A made one is told as gone, its files stay; of one that was not made nothing is left to tell.
        """
        last, gone = "", 0
        query = "SELECT name FROM book WHERE sources = ? AND state != ? AND name > ? ORDER BY name LIMIT ?"
        while some := [row[0] for row in self._base.execute(query, (sources, GONE, last, LOOKED_UP))]:
            last = some[-1]
            there = planned(some)
            left = [(one,) for one in some if one not in there]
            with self._told(), self._base:
                self._base.executemany(
                    f"DELETE FROM book WHERE name = ? AND state = '{FAILED}' AND outputs = '{{}}'", left
                )
                told = f"UPDATE book SET state = '{GONE}', ended = '{_now()}' WHERE name = ?"
                gone += self._base.executemany(told, left).rowcount if left else 0
        return gone

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

    def saved(self) -> Iterator[bytes]:
        """The whole manifest as one file, a piece after another."""
        with TemporaryDirectory() as folder:
            copy = Path(folder, "manifest")
            with closing(sqlite3.connect(copy)) as base:
                self._base.backup(base)
            with copy.open("rb") as file:
                yield from iter(lambda: file.read(PIECE), b"")


def _to_read(path: Path) -> sqlite3.Connection:
    """A manifest that is only looked at. SQLite wants to write beside one in this mode (WAL), unless it is told that
    nobody else has it open: https://www.sqlite.org/wal.html#readonly."""
    address = f"{path.absolute().as_uri()}?mode=ro"
    try:
        base = sqlite3.connect(address, uri=True, timeout=30)
        base.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        base = sqlite3.connect(f"{address}&immutable=1", uri=True)
    return base


def _as_json(value: Any) -> str:
    """JSON that SQLite holds: half a surrogate pair is an escape."""
    return json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace").decode()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def as_dict(outcome: Outcome) -> dict[str, Any]:
    """What is told of a book to programs: all but the warnings' texts where there are none."""
    return {name: value for name, value in asdict(outcome).items() if value not in ("", None, (), {})}
