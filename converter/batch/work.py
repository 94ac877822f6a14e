"""What a worker does: it reads inputs, makes books of them, puts these into their place, and tells how it went."""

from __future__ import annotations

import faulthandler
import os
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import perf_counter

from converter.batch.addresses import file_at, full, is_full, legible, named
from converter.batch.manifest import FAILED, MADE, SAME, Outcome
from converter.batch.plan import Job, Part
from converter.batch.sources import led_to
from converter.batch.storage import Place
from converter.errors import ConverterError
from converter.model import Issue, Kind, Source
from converter.options import Options
from converter.pipeline import detect, load_entries, rendered
from converter.press.folio import read_folio
from converter.readers.entry import Entry, read_entry, readable
from converter.readers.files import Held, InZip, OnDisk
from converter.readers.sheets import with_sheets

FOLIO_LINES = 12
"""How many lines from a document's first may be folio lines."""

LONGEST_FOLIO = 60
"""Characters of the longest line that is taken for one."""


_PAGE = "渡口日报　2021年1月6日\n第3版：要闻\n\n渡口的灯\n\n本报记者 江帆\n\n清晨六点，第一班渡船离岸。\n"


@dataclass(frozen=True, slots=True)
class How:
    """How books are made: with which options, in which formats, to which place.

    A book that takes longer than ``timeout`` seconds ends its process; 0 is no bound. With ``keep_going`` a book is
    made without those of its inputs that cannot be read.
    """

    options: Options
    formats: tuple[str, ...]
    place: Place
    timeout: float = 0.0
    keep_going: bool = False


_one_at_a_time = Lock()


def told_by_texts(
    paths: Sequence[str], options: Options
) -> list[tuple[str, tuple[str | None, str | None, str | None]]]:
    """For each path, the date, page and paper that the document's head or its folio lines tell."""
    return [(path, _told_by_text(path, options)) for path in paths]


def _told_by_text(path: str, options: Options) -> tuple[str | None, str | None, str | None]:
    try:
        entry = Entry(path.partition("::")[0], file_at(path))
        document = read_entry(entry, options.reader, options.encoding).document
    except Exception:  # whatever it is, making the book will tell
        return None, None, None
    known = document.metadata
    if isinstance(document, Source):
        for line in document.lines[:FOLIO_LINES]:
            if len(line.text) <= LONGEST_FOLIO:
                known = known.over(read_folio(line.text))
    return _day(known.date), known.page, known.paper


def _day(date: str | None) -> str | None:
    """A date that is a day."""
    return date if date and len(date) == len("2021-01-06") else None


def rehearse(formats: Sequence[Sequence[str]], options: Options) -> list[None]:
    """Make a book of a small page, and keep nothing of it: what is wrong with the options themselves is told before an
    archive is read, and not by each of its books. Raises ``ConverterError``."""
    page = Entry(None, Held(_in(options.encoding)))
    issue = load_entries([page], replace(options, reader="text"))
    for to in formats[0]:
        rendered(issue, to, options)
    return [None]


def _in(encoding: str | None) -> bytes:
    """A page in the encoding that is wished for; of what is none, its reader will tell."""
    for text in (_PAGE, "page"):
        with suppress(LookupError, ValueError):
            return text.encode(encoding or "utf-8")
    return b"page"


def make_books(jobs: Sequence[Job], how: How) -> list[Outcome]:
    """Make some books, one after another; one that fails hinders no other. Raises ``UnwritableOutput`` where there is
    no room left for any."""
    if not how.timeout:
        return [_outcome(job, how) for job in jobs]
    _warm(how.formats, how.options)
    with _one_at_a_time:  # the clock that ends a process that hangs is one
        return [_in_time(job, how) for job in jobs]


@lru_cache(maxsize=8)
def _warm(formats: tuple[str, ...], options: Options) -> None:
    """Load what books are made with, once a process: a book's time is its own, also on a machine that is busy."""
    with suppress(ConverterError):  # each book will tell
        rehearse([formats], options)


def _in_time(job: Job, how: How) -> Outcome:
    """Make a book in the time it has; the process is ended where it hangs, as no exception reaches every code."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(how.timeout, exit=True, file=nowhere)
        try:
            return _outcome(job, how)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _outcome(job: Job, how: How) -> Outcome:
    began = perf_counter()
    try:
        made = _made(job, how)
    except ConverterError as error:
        if is_full(error.__cause__):
            raise full(how.place.where) from error
        made = Outcome(job.name, FAILED, cause=type(error).__name__, message=legible(str(error)))
    except Exception as error:
        told = f"this is an error in Banmian ({type(error).__name__}: {error}); please report it with the input"
        made = Outcome(job.name, FAILED, cause=type(error).__name__, message=legible(told))
    return replace(made, documents=len(job.parts), seconds=round(perf_counter() - began, 4))


def _made(job: Job, how: How) -> Outcome:
    """Make a book: all its files are made before the first is put into its place."""
    unread: list[ConverterError] | None = [] if how.keep_going else None
    inputs = list(_inputs(job.parts, unread))
    contents = _hash([entry for entry, _ in inputs])
    if job.contents and contents == job.contents:
        return Outcome(job.name, SAME, contents)
    options = replace(how.options, metadata=job.said.over(how.options.metadata))
    doubtful: Counter[str] = Counter()
    issue = _issue(inputs, options, doubtful, unread)
    warnings, files = [*issue.warnings], []
    for to in how.formats:
        made = rendered(issue, to, options)
        warnings += made.warnings
        files.append((f"{job.name}{suffix_of(to)}", _whole(made.content)))
    outputs = {name: how.place.put(name, content) for name, content in files}
    blocks = list(issue.blocks())
    return Outcome(
        job.name,
        MADE,
        contents,
        paper=issue.metadata.paper,
        date=issue.metadata.date,
        title=issue.title,
        articles=sum(article.kind in (Kind.ARTICLE, Kind.BRIEFS) for article in issue.articles()),
        blocks=len(blocks),
        characters=sum(len(block.text) for block in blocks),
        doubts=sum(block.doubtful for block in blocks),
        cause=type(unread[0]).__name__ if unread else "",
        message=legible("; ".join(f"left out {error}" for error in unread or ())),
        warnings=tuple(dict.fromkeys(map(legible, warnings))),
        outputs=outputs,
        doubtful=dict(doubtful),
    )


def _whole(content: bytes | Iterator[bytes] | Mapping[str, bytes]) -> bytes | Mapping[str, bytes]:
    """A file, or the files of a folder, all of them made."""
    if isinstance(content, Mapping):
        return dict(content)
    return content if isinstance(content, bytes) else b"".join(content)


def suffix_of(to: str) -> str:
    """The suffix of a format's files."""
    from converter.writers import WRITERS

    return WRITERS[to][1][0]


def _inputs(parts: Sequence[Part], unread: list[ConverterError] | None) -> Iterator[tuple[Entry, Part]]:
    """The inputs of a book; the error of one that cannot be read goes into ``unread`` where that is given."""
    for part in parts:
        try:
            yield _entry(part), part
        except ConverterError as error:
            if unread is None:
                raise
            unread.append(error)


def _entry(part: Part) -> Entry:
    """An input with its bytes, and with the pictures that the plan has seen beside it."""
    file = file_at(part.path)
    beside = {name: file_at(path) for name, path in part.pictures}
    if isinstance(file, InZip):
        inside = frozenset(file.zip.archive.names)
        pages = ((name, file_at(path)) for name, path in led_to(part.path).items())
        beside |= {name: page for name, page in pages if isinstance(page, InZip) and page.name in inside}
    path = named(part.path)
    home = Path(path).parent if isinstance(file, OnDisk) else None
    return Entry(path.partition("::")[0], Held(file.read()), beside, part.folder, home)


def _hash(entries: Sequence[Entry]) -> str:
    """The hash of what the inputs hold; none where there are pictures, which not all are read."""
    if any(entry.beside for entry in entries):
        return ""
    found = sha256()
    for entry in entries:
        found.update(sha256(entry.read()).digest())
    return found.hexdigest()


def _issue(
    inputs: Sequence[tuple[Entry, Part]],
    options: Options,
    doubtful: Counter[str],
    unread: list[ConverterError] | None,
) -> Issue:
    """The issue of a book; of several days, each is read by itself. The doubts of each input are counted."""
    days: defaultdict[str, list[tuple[Entry, Part]]] = defaultdict(list)
    for entry, part in inputs:
        days[part.date or ""].append((entry, part))
    issues = {}
    for day, some in sorted(days.items()):
        try:
            issues[day] = load_entries([entry for entry, _ in some], options, unread=unread)
        except ConverterError:
            if unread is None:
                raise
            continue  # it is among those of which the list tells
        _count_doubts(issues[day], {readable(Path(entry.path or "").name): part.path for entry, part in some}, doubtful)
    if not issues and unread:
        raise unread[0]
    return _together(issues, options) if len(issues) > 1 else next(iter(issues.values()))


def _count_doubts(issue: Issue, paths: dict[str, str], doubtful: Counter[str]) -> None:
    """Add the doubtful blocks of each input, by its path."""
    starts = [document.start for document in issue.documents]
    for block in issue.blocks():
        if block.doubtful and block.origin and starts:
            name = issue.documents[max(0, bisect_right(starts, block.origin[0][0]) - 1)].name
            doubtful[paths.get(name or "", next(iter(paths.values())))] += 1


def _together(days: dict[str, Issue], options: Options) -> Issue:
    """The issues of several days as one, called after their month; its pages (版) say of which day they are."""
    from converter.structure.issue.bind import bind

    issue = bind([_of_day(one, day) for day, one in days.items()])
    months = {day[:7] for day in days if day}
    title = options.metadata.title
    if not title and len(months) == 1:
        year, month = months.pop().split("-")
        title = " ".join(filter(None, (issue.metadata.paper, f"{year}年{int(month)}月")))
    return replace(issue, metadata=replace(issue.metadata, title=title or issue.metadata.title, page_count=None))


def _of_day(issue: Issue, day: str) -> Issue:
    """The issue of a day, its pages called so."""
    if not day:
        return issue
    label = f"{int(day[5:7])}月{int(day[8:])}日"
    sections = tuple(replace(section, name=" ".join(filter(None, (label, section.name)))) for section in issue.sections)
    return replace(issue, sections=sections, metadata=replace(issue.metadata, date=day))


def annotate(pages: Sequence[tuple[Part, str]], options: Options, place: Place) -> list[tuple[str, str]]:
    """Put the annotated view of each input under the name that goes with it; gives path and name of those made."""
    from converter.views.browser import annotated

    made = []
    for part, name in pages:
        try:
            entry = _entry(part)
            read = read_entry(entry, options.reader, options.encoding, options.strict).document
            document = with_sheets(read, entry.read)
            place.put(name, annotated(document, detect(document, options)))
        except ConverterError:  # what was there when the book was made has gone
            continue
        made.append((part.path, name))
    return made
