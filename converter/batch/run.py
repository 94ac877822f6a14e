"""A batch from its plan to its report: what is new, changed or failed is made, and the manifest keeps how it went."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path
from posixpath import split
from typing import Any, Protocol

from converter import __version__
from converter.batch.addresses import is_address
from converter.batch.crew import Crew, Died, Spread
from converter.batch.manifest import FAILED, LOOKED_UP, MADE, MANIFEST, SAME, Known, Manifest, Outcome
from converter.batch.plan import Job, Plan
from converter.batch.storage import Place
from converter.batch.work import How, make_books, rehearse, told_by_texts
from converter.errors import LostScheduler, UnreadableInput, UnwritableOutput
from converter.options import Options

CHUNK = 12
"""Inputs that a process is sent at once: a tenth of a second's work."""


@dataclass(frozen=True, slots=True)
class Batch:
    """All that a user says of a batch. ``table`` is the file that says which book an input is of; ``state`` the file of
    the manifest where it is not in its usual place; ``force`` makes every book, ``retry_failed`` only what failed;
    with ``keep_going`` a book is made without those of its inputs that cannot be read. ``rows`` are the kinds of its
    tables, and ``shelf`` says whether there is one over the books.
    """

    sources: tuple[str, ...]
    place: Place
    by: str = "day"
    formats: tuple[str, ...] = ("epub",)
    options: Options = Options()
    table: Path | None = None
    state: Path | None = None
    timeout: float = 0.0
    force: bool = False
    retry_failed: bool = False
    keep_going: bool = False
    rows: tuple[str, ...] = ()
    shelf: bool = False

    @property
    def manifest(self) -> Path:
        """Where the manifest is: beside the books, or for an address in the folder that the command is called in."""
        if self.state:
            return self.state
        folder = self.place.folder
        return folder / MANIFEST if folder else Path(f"{split(self.place.where.rstrip('/'))[1]}.banmian-batch.sqlite")

    def sources_hash(self) -> str:
        """What is the same where a book that is no longer planned has lost its inputs."""
        said = [self.by, *sorted(self.sources), str(self.table or "")]
        return sha256("\n".join(said).encode("utf-8", "surrogateescape")).hexdigest()[:16]

    def options_hash(self) -> str:
        """What is another where the same inputs would give other books."""
        said = asdict(replace(self.options, script=replace(self.options.script, report=None)))
        look = self.options.look
        files = [Path(one) for one in (look.style, look.cover, look.font, look.embed_font) if one]
        held = [sha256(file.read_bytes()).hexdigest() for file in files if file.is_file()]
        told = json.dumps([said, self.formats, held, self.keep_going], default=str, sort_keys=True)
        return sha256(told.encode()).hexdigest()


def refuse_among_inputs(batch: Batch) -> None:
    """Raise ``UnwritableOutput`` where the books would lie in a folder that is read: they would be inputs next time."""
    folder = batch.place.folder
    for source in batch.sources:
        here = Path(source.removeprefix("file://"))
        if folder and not is_address(source) and here.is_dir() and here.resolve().is_relative_to(folder.resolve()):
            raise UnwritableOutput(
                f"the books would lie among their inputs, as {source} is in {batch.place.where}: name another folder "
                "with -o"
            )


def opened(batch: Batch, to_write: bool = True) -> Manifest:
    """The manifest of a batch; where a place at an address has one and this machine not, that is taken.

    Raises ``UnreadableInput`` where there is none and nothing is to be written.
    """
    path = batch.manifest
    if not path.exists() and not batch.place.folder:
        batch.place.fetch(MANIFEST, path)
    if not to_write and not path.exists():
        raise UnreadableInput(f"there is no manifest {path}: run the batch first, or name it with --state")
    path.parent.mkdir(parents=True, exist_ok=True)
    return Manifest(path, to_write)


@dataclass(slots=True)
class Counts:
    """How many books are planned, and how they went; ``unchanged`` ones had nothing to be done, ``partly``
    made ones are without inputs that could not be read, and of ``gone`` ones there are no inputs any more."""

    planned: int = 0
    unchanged: int = 0
    made: int = 0
    failed: int = 0
    partly: int = 0
    gone: int = 0
    documents: int = 0
    how: str = "done"
    undated: int = 0
    left_out: int = 0
    causes: dict[str, int] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """How many books are done with."""
        return self.unchanged + self.made + self.failed

    def add(self, outcome: Outcome) -> None:
        """Count a book."""
        self.made += outcome.state == MADE
        self.unchanged += outcome.state == SAME
        self.failed += outcome.state == FAILED
        self.partly += outcome.state == MADE and bool(outcome.cause)
        self.documents += outcome.documents
        if outcome.cause:
            self.causes[outcome.cause] = self.causes.get(outcome.cause, 0) + 1


class Watcher(Protocol):
    """Who is told how far a batch is."""

    def planned(self, counts: Counts) -> None:
        """The plan is made."""

    def book(self, outcome: Outcome, counts: Counts) -> None:
        """A book is made or failed."""

    def passed(self, counts: Counts) -> None:
        """Books were found to be as they should."""

    def interrupted(self) -> None:
        """What is under way is awaited, nothing more begun."""


def planned(batch: Batch, crew: Crew | None = None, manifest: Manifest | None = None) -> Plan:
    """The plan of a batch; whether names clash has yet to be asked. Raises ``UnreadableInput``."""
    plan = Plan(batch.by)
    try:
        if batch.table:
            plan.read_table(batch.table)
        else:
            folder = batch.place.folder
            plan.read(batch.sources, manifest, str(folder.resolve()) if folder else None)
            plan.ask(lambda chunks: _asked(chunks, crew or Crew("inline"), batch.options), manifest)
        plan.settle()
    except BaseException:
        plan.close()
        raise
    return plan


def _asked(
    chunks: Iterable[list[str]], crew: Crew, options: Options
) -> Iterator[tuple[str, tuple[str | None, str | None, str | None]]]:
    """What the texts of inputs tell; of one that its process dies of, nothing is known."""
    for told in Spread(crew, told_by_texts, chunks, options):
        for one in told:
            yield (str(one.piece), (None, None, None)) if isinstance(one, Died) else one


def run(batch: Batch, crew: Crew, manifest: Manifest, watcher: Watcher) -> Counts:
    """Make what is to be made, and keep in the manifest how it went.

    Raises ``UnreadableInput``, ``UnwritableOutput``, ``LostScheduler``; what is made till then is kept.
    """
    batch.place.tidy()
    counts = Counts()
    options = batch.options_hash()
    plan = planned(batch, crew, manifest)
    plan.refuse_clashes()
    number = manifest.begin(options)
    try:
        counts.planned, counts.undated, counts.left_out = plan.books, plan.undated(), plan.left_out
        counts.gone = manifest.leave(batch.sources_hash(), plan.among)
        watcher.planned(counts)
        to_do = _Choice(batch, plan, manifest, options, counts, watcher)
        _make(batch, crew, manifest, to_do, watcher)
        batch.place.tidy()  # processes that were ended may have left parts of books
    except KeyboardInterrupt:
        counts.how = "interrupted"
        raise
    except LostScheduler:
        counts.how = "scheduler lost"
        raise
    except BaseException:
        counts.how = "failed"
        raise
    finally:
        plan.close()
        told = ("planned", "unchanged", "made", "failed", "gone")
        manifest.end(number, counts.how, **{name: getattr(counts, name) for name in told})
    return counts


class _Choice:
    """The books that are to be made, in chunks; ``stamps`` are those of the books that are under way."""

    def __init__(
        self, batch: Batch, plan: Plan, manifest: Manifest, options: str, counts: Counts, watcher: Watcher
    ) -> None:
        self.batch, self.plan, self.manifest, self.options = batch, plan, manifest, options
        self.counts, self.watcher = counts, watcher
        self.sources = batch.sources_hash()
        self.stamps: dict[str, str] = {}
        self._sizes = lru_cache(maxsize=8)(batch.place.sizes)

    def __iter__(self) -> Iterator[list[Job]]:
        chunk: list[Job] = []
        held = 0
        for job in self._jobs():
            self.stamps[job.name] = job.stamp
            chunk.append(job)
            held += len(job.parts)
            if held >= CHUNK:
                yield chunk
                chunk, held = [], 0
        if chunk:
            yield chunk

    def _jobs(self) -> Iterator[Job]:
        """The books to make; with the hash of what their inputs held, where only that can tell whether they changed."""
        books = self.plan.planned()
        while some := list(islice(books, LOOKED_UP)):
            known = self.manifest.known([one.name for one in some])
            before = self.counts.unchanged
            for one in some:
                held = known.get(one.name)
                if not self._is_wanted(held):
                    if held and held.stamp != one.stamp and not self.batch.retry_failed:
                        yield replace(self.plan.job(one), contents=held.contents)
                    else:
                        self.counts.unchanged += 1
                else:
                    yield self.plan.job(one)
            if self.counts.unchanged > before:
                self.watcher.passed(self.counts)

    def _is_wanted(self, known: Known | None) -> bool:
        """Whether a book is to be made, whatever its inputs hold."""
        if self.batch.retry_failed:
            return known is not None and known.state == FAILED
        if self.batch.force or known is None or known.state != MADE:
            return True
        return (known.options, known.version) != (self.options, __version__) or not self._there(known.outputs)

    def _there(self, outputs: Mapping[str, int]) -> bool:
        """Whether files are in their place, and as long as they were."""
        for name, size in outputs.items():
            folder, file = split(name)
            found = self._sizes(folder).get(file)
            if found is None or found not in (size, -1):
                return False
        return True


def _make(batch: Batch, crew: Crew, manifest: Manifest, to_do: _Choice, watcher: Watcher) -> None:
    """Make the chosen books, where one can be made as is wished at all.

    On Ctrl-C what is under way is awaited, and kept; a second one ends that too."""
    how = How(batch.options, batch.formats, batch.place, batch.timeout if crew.kills else 0.0, batch.keep_going)
    chunks = iter(to_do)
    if not (first := next(chunks, None)):
        return
    for _ in Spread(crew, rehearse, [[batch.formats]], batch.options):
        pass
    spread: Spread[Job, Outcome] = Spread(crew, make_books, chain([first], chunks), how)
    try:
        _keep_all(spread, manifest, to_do, watcher, batch.timeout)
    except KeyboardInterrupt:
        watcher.interrupted()
        spread.stop()
        _keep_all(spread, manifest, to_do, watcher, batch.timeout)
        raise


def _keep_all(
    spread: Spread[Job, Outcome], manifest: Manifest, to_do: _Choice, watcher: Watcher, timeout: float
) -> None:
    """Keep how books went as they are done."""
    for results in spread:
        told = (_died(one, timeout) if isinstance(one, Died) else one for one in results)
        outcomes = [one for one in told if one.name in to_do.stamps]  # after Ctrl-C some may come again
        manifest.keep(outcomes, to_do.stamps, to_do.options, to_do.sources)
        for outcome in outcomes:
            del to_do.stamps[outcome.name]
            to_do.counts.add(outcome)
            watcher.book(outcome, to_do.counts)


def _died(death: Died, timeout: float) -> Outcome:
    """The outcome of a book that its process died of."""
    job: Job = death.piece
    told: dict[str, Any] = {"documents": len(job.parts), "seconds": round(death.seconds, 4)}
    if timeout and death.seconds >= timeout:
        said = f"it was not done in {timeout:g} seconds: give it more with --timeout, or report it with the input"
        return Outcome(job.name, FAILED, cause="TimedOut", message=said, **told)
    said = "its process ended: it may need more memory than there is; else please report it with the input"
    return Outcome(job.name, FAILED, cause="Crashed", message=said, **told)
