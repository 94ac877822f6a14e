"""Which inputs make which book: by their names, by their folio lines, or as a table says; every name is used once."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path, PurePosixPath
from posixpath import splitext
from typing import Any
from unicodedata import normalize

from converter.batch.addresses import is_address
from converter.batch.manifest import Manifest
from converter.batch.sources import Found, documents_among, files_in, led_to
from converter.batch.storage import HOME
from converter.batch.table import rows_of
from converter.errors import UnreadableInput, UnwritableOutput
from converter.model import Metadata
from converter.press.dates import as_iso
from converter.readers.archive import climbs
from converter.readers.entry import readable
from converter.readers.name import metadata_in_folder, metadata_of_name
from converter.records import NamedTuple

BY = ("page", "day", "month")
"""What a book may be of."""

DEEPEST = 5
"""How many names of a path may tell a date together: ``2021/01/06/A/03.txt``."""

BATCH = 900
"""Inputs that are looked up at once."""

SAID = ("title", "paper", "date", "page", "author")
"""The columns of a table that say what a book is called, besides ``book`` and ``input``."""

_DATE_ALONE = re.compile(r"[0-9年月日_.\- ]+")
_CODE = re.compile(r"([A-Za-z]{2,12})[-_ ]?(?=(?:1[89]|20)[0-9]{2})")
_MONTH_TOGETHER = re.compile(r"(?<![0-9])((?:1[89]|20)[0-9]{2})(0[1-9]|1[0-2])-(?=[0-9])")
_DAY_TOGETHER = re.compile(r"(?<![0-9])((?:1[89]|20)[0-9]{2})-(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])(?=-)")
_OUT_OF_PLACE = re.compile(r"[/\\:*?\"<>|\x00-\x1f]")
_RESERVED = re.compile(
    rf"(?:{re.escape(HOME)}|shelf|annotated|rows)(?:/.*)?|(?:index|report|atom|opds|latest)", re.IGNORECASE
)

_TABLES = """
CREATE TABLE seen (
    book TEXT, path TEXT, mark TEXT, name TEXT, folder TEXT, stem TEXT, date TEXT, page TEXT, paper TEXT,
    prefix TEXT, around TEXT, named INTEGER, asked INTEGER
);
CREATE TABLE picture (folder TEXT, name TEXT, path TEXT, mark TEXT);
CREATE TABLE unread (path TEXT);
CREATE TABLE led (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE said (book TEXT PRIMARY KEY, data TEXT) WITHOUT ROWID;
"""
_COLUMNS = 13


class Told(NamedTuple):
    """What is known of an input: its day (ISO 8601), its page and its paper, the folders that its book goes into, and
    whether names tell that."""

    date: str | None
    page: str | None
    paper: str | None
    prefix: str
    named: bool


class Planned(NamedTuple):
    """A book of the plan. ``stamp`` is another when an input has changed."""

    name: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Part:
    """An input of a book: the ``folder`` that tells of it, its ``date``, the ``pictures`` beside it by their names."""

    path: str
    folder: str
    date: str | None
    pictures: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Job:
    """A book to make. ``stamp`` is another when an input has changed; ``said`` is what a table says of it; ``contents``
    is the hash of what its inputs held when it was last made, empty where it has to be made."""

    name: str
    parts: tuple[Part, ...]
    stamp: str
    said: Metadata = Metadata()
    contents: str = ""


Ask = Callable[[Iterable[list[str]]], Iterator[tuple[str, tuple[str | None, str | None, str | None]]]]
"""Called with paths, some at a time; gives for each the date, the page and the paper that its text tells."""


class Plan:
    """The plan of a batch, in a file that goes with this object, so that an archive of any size takes no memory.

    ``left_out`` counts the files that no reader reads; ``inputs`` and ``books`` what is planned.
    """

    def __init__(self, by: str = "day") -> None:
        self.by = by
        self.left_out = self.inputs = self.books = 0
        self._tabled = self._overlap = False
        self._base = sqlite3.connect("")
        self._base.executescript(f"PRAGMA cache_size = -512; PRAGMA journal_mode = OFF;{_TABLES}")

    def close(self) -> None:
        """Let go of it."""
        self._base.close()

    def read(self, sources: Sequence[str], manifest: Manifest | None = None, aside: str | None = None) -> None:
        """Take in every document of the sources. Raises ``UnreadableInput``."""
        self._overlap = len(sources) > 1
        for source in sources:
            found = documents_among(files_in(source, aside))
            while some := list(islice(found, BATCH)):
                documents = [one for one, picture in some if picture is False]
                self._base.executemany(
                    "INSERT INTO unread VALUES (?)", [(one.path,) for one, picture in some if picture is None]
                )
                self._base.executemany(
                    "INSERT OR IGNORE INTO led VALUES (?)",
                    [(path,) for one in documents if _may_lead(one) for path in led_to(one.path).values()],
                )
                self._add_pictures(one for one, picture in some if picture)
                self._add(documents, manifest)
        self.left_out = self._base.execute(_LEFT_OUT).fetchone()[0]
        if not self.inputs:
            raise UnreadableInput(f"{', '.join(sources)} holds no document that a reader reads: check the path")

    def read_table(self, table: Path) -> None:
        """Take in a table (CSV) of inputs, each with its book. Raises ``UnreadableInput``."""
        for line, row in rows_of(table):
            self._add_row(row, table, line)
        self._tabled = self._overlap = True
        if not self.inputs:
            raise UnreadableInput(f"{table} names no input: give it a row for each, book and input")

    def ask(self, asked: Ask, manifest: Manifest | None = None) -> None:
        """Ask the texts of those inputs whose names tell no day; nothing is asked where a book is a page."""
        self._base.execute("CREATE INDEX asked_of ON seen (path) WHERE asked")
        answers = asked(self._asked())
        while some := list(islice(answers, BATCH)):
            self._base.executemany(
                "UPDATE seen SET date = ?, page = coalesce(page, ?), paper = ? WHERE asked AND path = ?",
                [(*told, path) for path, told in some],
            )
            if manifest:
                self._remember([path for path, _ in some], manifest)

    def settle(self) -> None:
        """Give every book its name."""
        if self._base.execute("SELECT 1 FROM seen WHERE book IS NULL LIMIT 1").fetchone():
            self._base.executescript(_TOGETHER)
            self._base.create_function("named", 5, self._named, deterministic=True)
            self._base.execute("UPDATE seen SET book = named(prefix, date, page, paper, name) WHERE book IS NULL")
        self._base.execute("CREATE INDEX by_book ON seen (book, path)")
        self._base.execute("CREATE INDEX by_folder ON picture (folder)")
        if self._overlap:
            self._base.execute(_ONCE)
            self.inputs = self._base.execute("SELECT count(*) FROM seen").fetchone()[0]
        self.books = self._base.execute("SELECT count(DISTINCT book) FROM seen").fetchone()[0]

    def refuse_clashes(self) -> None:
        """Raise ``UnwritableOutput`` where names stand for more than one book."""
        if clashes := list(islice(self._clashes(), 20)):
            listed = "; ".join(f"{book} ({one} and {other})" for book, one, other in clashes[:5])
            more = f", and {'15 or ' * (len(clashes) == 20)}more" if len(clashes) > 5 else ""
            raise UnwritableOutput(
                f"nothing is begun, as names would stand for more than one book: {listed}{more}; rename the inputs, or "
                "say with --manifest which book each is of (--dry-run writes such a table)"
            )

    def planned(self) -> Iterator[Planned]:
        """Every book, in the order of their names; without its inputs, as many are looked up at once."""
        pictured = bool(self._base.execute("SELECT 1 FROM picture LIMIT 1").fetchone())
        rows = self._base.execute("SELECT book, path, mark, folder, stem FROM seen ORDER BY book, path")
        for book, some in groupby(rows, itemgetter(0)):
            inputs = list(some)
            marks = [row[2] for row in inputs]
            if pictured:
                marks += [mark for row in inputs for _, _, mark in self._pictures(*row[3:])]
            told = "\n".join([*[row[1] for row in inputs], *marks])
            yield Planned(book, sha256(told.encode()).hexdigest())

    def among(self, books: Sequence[str]) -> set[str]:
        """Those of some books that are planned."""
        places = ", ".join("?" * len(books))
        return {row[0] for row in self._base.execute(f"SELECT book FROM seen WHERE book IN ({places})", books)}

    def job(self, planned: Planned) -> Job:
        """The job that a book is."""
        parts = []
        query = "SELECT path, around, date, folder, stem FROM seen WHERE book = ? ORDER BY path"
        for path, around, date, folder, stem in self._base.execute(query, (planned.name,)):
            beside = tuple((name, place) for name, place, _ in self._pictures(folder, stem))
            parts.append(Part(path, around.partition("\n")[2], date, beside))
        return Job(planned.name, tuple(parts), planned.stamp, self._said(planned.name))

    def jobs(self) -> Iterator[Job]:
        """Every book as a job."""
        return map(self.job, self.planned())

    def table(self) -> Iterator[tuple[str, ...]]:
        """The plan as the rows of a table, its head first."""
        yield ("book", "input", "paper", "date", "page")
        for row in self._base.execute("SELECT book, path, paper, date, page FROM seen ORDER BY book, path"):
            yield tuple(value or "" for value in row)

    def undated(self) -> int:
        """How many inputs tell no day."""
        return int(self._base.execute("SELECT count(*) FROM seen WHERE date IS NULL").fetchone()[0])

    def _add(self, documents: Sequence[Found], manifest: Manifest | None) -> None:
        known = manifest.told([one.path for one in documents]) if manifest and documents else {}
        rows, new = [], []
        for one in documents:
            seen = "/".join((*one.around, "", *one.parts))
            held = known.get(one.path)
            if held and held[:2] == (one.mark, seen):
                told, asked = Told(held[2], held[3], held[4], held[5], bool(held[6])), False
            else:
                told = told_by_names(one)
                asked = not told.date and self.by != "page"
                new += [(one.path, one.mark, seen, *told)] * (not asked)
            rows.append(self._row(one, told, asked))
        if manifest and new:
            manifest.tell(new)
        self._insert(rows)

    def _row(self, one: Found, told: Told, asked: bool) -> tuple[Any, ...]:
        name = "/".join(one.parts)
        book = book_name(self.by, told.prefix, told.date, told.page, name) if told.named or self.by == "page" else None
        around = told.date if told.named and told.date else (*one.around, *one.parts)[-2]
        folder, _, file = one.path.rpartition("/")
        stem = splitext(file)[0]
        seen = "/".join((*one.around, "", *one.parts))
        return (
            *(book, one.path, one.mark, name, folder, stem, told.date, told.page, told.paper),
            *(told.prefix, f"{seen}\n{around}", told.named, asked),
        )

    def _insert(self, rows: Sequence[tuple[Any, ...]]) -> None:
        self._base.executemany(f"INSERT INTO seen VALUES ({', '.join('?' * _COLUMNS)})", rows)
        self.inputs += len(rows)

    def _add_pictures(self, found: Iterable[Found]) -> None:
        rows = ((*_split(one.path), one.path, one.mark) for one in found)
        self._base.executemany("INSERT INTO picture VALUES (?, ?, ?, ?)", rows)

    def _add_row(self, row: dict[str, str], table: Path, line: int) -> None:
        """A row of a table: its inputs are of the book that it names."""
        book, source, said = _row_of_table(row, f"{table}, line {line}")
        if not is_address(source):
            source = str(table.parent / source)
        rows = []
        for one, picture in documents_among(files_in(source)):
            if picture:
                self._add_pictures([one])
            elif picture is False:
                told = told_by_names(one)
                told = told._replace(date=said.get("date", told.date), page=said.get("page", told.page))
                rows.append((book, *self._row(one, told, False)[1:]))
        if not rows:
            raise UnreadableInput(f"{table}, line {line}: {source} holds no document that a reader reads")
        self._insert(rows)
        if said:
            self._base.execute("INSERT OR IGNORE INTO said VALUES (?, ?)", (book, json.dumps(said)))

    def _asked(self) -> Iterator[list[str]]:
        """The paths to ask, some at a time."""
        last = 0
        while rows := self._base.execute(
            "SELECT rowid, path FROM seen WHERE asked AND rowid > ? ORDER BY rowid LIMIT 50", (last,)
        ).fetchall():
            last = rows[-1][0]
            yield [path for _, path in rows]

    def _named(self, prefix: str, date: str | None, page: str | None, paper: str | None, name: str) -> str:
        """The name of the book of an input whose text was asked."""
        return book_name(self.by, _of_paper(prefix, date and paper), date, page, name)

    def _remember(self, paths: Sequence[str], manifest: Manifest) -> None:
        places = ", ".join("?" * len(paths))
        rows = self._base.execute(
            f"SELECT path, mark, around, date, page, paper, prefix FROM seen WHERE path IN ({places})", paths
        )
        manifest.tell((*row[:2], row[2].partition("\n")[0], *row[3:], False) for row in rows.fetchall())

    def _pictures(self, folder: str, stem: str) -> list[tuple[str, str, str]]:
        """Name, path and mark of the pictures in a document's folder, and in that of its own name."""
        own = f"{folder}/{stem}" if folder else stem
        rows = self._base.execute(
            "SELECT folder, name, path, mark FROM picture WHERE folder IN (?, ?) ORDER BY path", (folder, own)
        )
        return [(name if where == folder else f"{stem}/{name}", path, mark) for where, name, path, mark in rows]

    def _said(self, book: str) -> Metadata:
        row = self._base.execute("SELECT data FROM said WHERE book = ?", (book,)).fetchone()
        return Metadata(**json.loads(row[0])) if row else Metadata()

    def _clashes(self) -> Iterator[tuple[str, str, str]]:
        """Names that stand for several books, each with two inputs."""
        for query in () if self._tabled else _CLASHES:
            yield from self._base.execute(query)
        self._base.create_function("folded", 1, _folded, deterministic=True)
        rows = self._base.execute("SELECT folded(book), book, min(path) FROM seen GROUP BY book ORDER BY 1")
        above: tuple[str, str, str] | None = None
        for row in rows:
            if above and above[0] == row[0]:
                yield row[1], above[2], row[2]
            if _RESERVED.fullmatch(row[1]):
                yield row[1], row[2], "a file of the batch's own"
            above = row


_LEFT_OUT = "SELECT count(*) FROM unread WHERE path NOT IN (SELECT path FROM led)"
"""A page that the list of an issue's pages leads to is read with it."""

_TOGETHER = """
CREATE TABLE day AS SELECT folder, max(date) AS date, max(paper) AS paper FROM seen
    WHERE date IS NOT NULL GROUP BY folder HAVING count(DISTINCT date) = 1;
CREATE INDEX day_of ON day (folder);
UPDATE seen SET date = (SELECT date FROM day WHERE day.folder = seen.folder)
    WHERE date IS NULL AND page IS NOT NULL;
CREATE TABLE owner AS SELECT prefix, date, max(paper) AS paper FROM seen
    WHERE date IS NOT NULL GROUP BY prefix, date HAVING count(DISTINCT paper) = 1;
CREATE INDEX owner_of ON owner (prefix, date);
UPDATE seen SET paper = (SELECT paper FROM owner WHERE owner.prefix = seen.prefix AND owner.date = seen.date)
    WHERE paper IS NULL AND date IS NOT NULL;
"""
"""A page without a day is of the one day of its folder, one without a paper of the one paper of its day."""

_ONCE = """
DELETE FROM seen WHERE rowid >
    (SELECT min(rowid) FROM seen AS first WHERE first.book = seen.book AND first.path = seen.path)
"""
"""An input that is said twice is in its book once."""

_CLASHES = (
    """SELECT book, min(path), max(path) FROM seen WHERE date IS NOT NULL
       GROUP BY book, date, coalesce(page, 'file ' || stem) HAVING count(DISTINCT folder) > 1""",
    "SELECT book, min(path), max(path) FROM seen GROUP BY book, folder, stem HAVING count(*) > 1",
    "SELECT book, min(path), max(path) FROM seen WHERE date IS NULL GROUP BY book HAVING count(DISTINCT folder) > 1",
)
"""One page of a day in two places; one document in two formats; two documents without a day."""


def _may_lead(found: Found) -> bool:
    """Whether a file may be METS, by its name."""
    return found.parts[-1].lower().endswith((".mets", ".xml"))


def _row_of_table(row: dict[str, str], where: str) -> tuple[str, str, dict[str, str]]:
    """The book and the input of a row, and what else it says of the book. Raises ``UnreadableInput``."""
    book, source = (row[key].strip() for key in ("book", "input"))
    if not source or climbs(book) or not all(map(_is_name, book.split("/"))):
        raise UnreadableInput(f"{where}: a row needs the name of a book, such as 2021-01/06, and an input")
    said = {key: value for key in SAID if (value := row.get(key, "").strip())}
    if "date" in said and not as_iso(said["date"]):
        raise UnreadableInput(f"{where}: {said['date']!r} is no date; write it as 2021-01-05")
    return book, source, said


def _is_name(part: str) -> bool:
    """Whether a file or a folder may be called so, and is not hidden."""
    return part.isprintable() and bool(part) and not part.startswith(".")


def told_by_names(found: Found) -> Told:
    """What the names of a file and of the folders that it is in tell: ``2021-01/06/03.txt``, ``hjwb-20210106-03.txt``.

    The fewest names, from the file's up, that tell a day are read as one.
    """
    file, inside = found.parts[-1], found.parts[:-1]
    for count in range(1, DEEPEST + 1):
        if count > len(found.around) + len(found.parts):
            break
        known = _known((*found.around, *found.parts)[-count:])
        if known.date and len(known.date) == len("2021-01-06"):
            page = known.page or metadata_in_folder(readable(file), known.date).page
            prefix = list(inside[: max(0, len(inside) - count + 1)])
            while prefix and _DATE_ALONE.fullmatch(prefix[-1]):
                prefix.pop()
            code = _CODE.match(file)
            paper = known.paper or (code[1].lower() if code else None)
            return Told(known.date, page, known.paper, _of_paper("/".join(prefix), paper), True)
    page = metadata_in_folder(readable(file), readable((*found.around, *inside)[-1])).page
    return Told(None, page or _number(file), None, "/".join(inside), False)


@lru_cache(maxsize=256)
def _joined(folders: tuple[str, ...]) -> str:
    """The names of folders as one, a hyphen between two that no 年 or 月 parts; a day may be ``2021/0106``."""
    joined = "".join(f"{name}{'' if name.endswith(('年', '月')) else '-'}" for name in folders)
    return _DAY_TOGETHER.sub(r"\1-\2-\3", joined)


def _known(names: tuple[str, ...]) -> Metadata:
    """What some names tell as one."""
    name = readable(f"{_joined(names[:-1])}{names[-1]}")
    return metadata_of_name(_MONTH_TOGETHER.sub(r"\1-\2-", name))


def _number(file: str) -> str | None:
    """The number that is all of a file's name."""
    stem = PurePosixPath(file).stem
    return stem if stem.isascii() and stem.isdigit() and len(stem) < 4 else None


def book_name(by: str, prefix: str, date: str | None, page: str | None, name: str) -> str:
    """What a book is called: after its day in a folder of the month, else as its one document is."""
    folders = [prefix] if prefix else []
    if by == "page" and not (date and page) or not date:
        return "/".join(map(_part, (name.rpartition(".")[0] or name).split("/")))
    if by == "month":
        return "/".join((*folders, date[:7]))
    return "/".join((*folders, date[:7], date if by == "day" else f"{date}-{_part(page or '')}"))


def _of_paper(prefix: str, paper: str | None) -> str:
    """The folders of a paper's books: its own below the others, unless the last of these is that already."""
    own = _part(paper) if paper else ""
    if _folded(prefix.rpartition("/")[2]) == _folded(own):
        return prefix
    return "/".join(filter(None, (prefix, own)))


def _part(name: str) -> str:
    """A name as a part of a path."""
    return _OUT_OF_PLACE.sub("_", name).strip(". ") or "_"


def _folded(name: str) -> str:
    """A name as file systems see it that tell neither case nor forms of characters apart."""
    return normalize("NFC", name).casefold()


def _split(path: str) -> tuple[str, str]:
    """The folder and the name of a path."""
    folder, _, name = path.rpartition("/")
    return folder, name
