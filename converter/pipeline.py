"""The road of a document in four steps: read, detect, convert the script, write."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import IO

from converter import arguments, readers, writers
from converter.errors import ConverterError, UnfitCorrection, UnreadableInput, UnwritableOutput
from converter.installed import all_installed
from converter.model import Issue, Metadata, Pin, Source
from converter.options import Options, Script
from converter.output import Output, put, put_into, refuse_odd
from converter.readers.entry import Entry, read_entry
from converter.readers.inputs import Input, entries

Progress = Callable[[str, int, int], object]
"""Called with a step (``read``, ``detected``, ``written``), how many documents that is done for, and of how many."""


_OPTIONS = "give an Options, such as Options.of(script='zh-Hant-TW')"
_READ_FIRST = "give what read gives, a Source or an Issue: detect(read(…))"
_PINS = "give a mapping of a line's number to a Pin, such as {17: Pin(Role.CAPTION)}"


def read(source: Input, options: Options = Options()) -> Source | Issue:
    """Read a file, a document's bytes, or a stream; ``-`` is standard input. A folder or a zip may hold one document.

    Gives a ``Source``; an ``Issue`` where the format is a finished tree (outline, structure JSON, EPUB). What the
    file's name tells (date, page) is in its metadata. Raises ``UnreadableInput``, ``UndecodableText``,
    ``UnknownFormat``, ``UnfitArgument``.
    """
    arguments.of_kind("options", options, Options, _OPTIONS)
    return _read(_only(source), options)


def read_to_show(source: Input, options: Options = Options()) -> Source | Issue:
    """Read as ``read`` does, with a picture of each of the document's sheets where it can be drawn."""
    from converter.readers.sheets import with_sheets

    entry = _only(source)
    document = _read(entry, options)
    return with_sheets(document, entry.read) if entry.known is None else document


def _only(source: Input) -> Entry:
    """The one document of an input. Raises ``UnreadableInput`` where it holds several."""
    found, _ = entries(source)
    if len(found) > 1:
        where = source if isinstance(source, (str, os.PathLike)) else "the input"
        raise UnreadableInput(f"{where} holds {len(found)} documents: name one, or make one book of them with convert")
    return found[0]


@all_installed()
def _read(entry: Entry, options: Options) -> Source | Issue:
    """Read one document; a finished tree with the language of its text, where the format does not say it for sure.

    An error says which document it is of.
    """
    if entry.known is not None:
        return entry.known
    try:
        document, form = read_entry(entry, options.reader, options.encoding, options.strict)
    except ConverterError as error:
        name = entry.path or "the input"
        raise (error if name in str(error) else type(error)(f"{name}: {error}")) from error.__cause__
    if isinstance(document, Source) or (document.language and form in readers.WHOLE):
        return document
    from converter.script.language import language_in

    return replace(document, language=language_in(document))


def detect(document: Source | Issue, options: Options = Options(), *, pins: Mapping[int, Pin] | None = None) -> Issue:
    """Find the structure of a ``Source``; an ``Issue`` keeps its own. Metadata and language of ``options`` win.

    ``pins`` are corrections by the numbers of the lines that they are of; the search runs with them, so that a line's
    neighbours follow. Raises ``UnfitCorrection`` where a pin's line is not there, or what it says cannot be,
    ``UnfitArgument`` where something else is given.
    """
    arguments.of_kind("document", document, (Source, Issue), _READ_FIRST)
    arguments.of_kind("options", options, Options, _OPTIONS)
    arguments.of_kind("pins", pins or {}, Mapping, _PINS)
    for line, pin in (pins or {}).items():
        arguments.of_kind("a pin's line", line, int, _PINS)
        arguments.of_kind("a pin", pin, Pin, _PINS)
    from converter.press.facts import with_facts
    from converter.script.language import language_in, language_of
    from converter.structure.issue.agree import with_year_told

    if isinstance(document, Source):
        from converter.structure.issue.title import with_title

        language = options.language or document.language or language_of(document.text)
        document = replace(document, language=language)
        issue = with_title(_detected(document, pins))
        language = options.language or language_in(issue)
    elif pins:
        raise UnfitCorrection("a finished tree has no lines to pin: correct it with converter.edit, or as an outline")
    else:
        issue, language = document, options.language or document.language or language_in(document)
    issue = with_facts(replace(issue, language=language), options.metadata)
    return issue if options.metadata.date else with_year_told(issue)


def _detected(source: Source, pins: Mapping[int, Pin] | None) -> Issue:
    """The tree of a document; of one that has several pages, as a PDF of an issue, each story whole."""
    from converter.structure import detect_structure

    if len({line.page for line in source.lines}) < 2:
        return detect_structure(source, pins)
    from converter.structure.issue.jumps import join_jumps
    from converter.structure.issue.margins import set_jumps_apart

    issue = detect_structure(set_jumps_apart(source), pins)
    return replace(issue, sections=join_jumps(issue.sections))


def load(
    inputs: Input | Iterable[Input],
    options: Options = Options(),
    *,
    progress: Progress | None = None,
    unread: list[ConverterError] | None = None,
) -> Issue:
    """Read and detect every document of the inputs (files, folders, patterns, zips, bytes, streams, what is read
    already); make one issue of them.

    Pages come in their order, stories that jump from page to page are joined, and the metadata of the first page that
    knows a thing are the issue's; the script is converted. ``progress`` is told how far that is. Raises what ``read``
    raises, ``UnknownScript``; where a list ``unread`` is given, the errors of single documents are put into it and the
    issue is made of the others.
    """
    arguments.of_kind("options", options, Options, _OPTIONS)
    arguments.called("progress", progress or _tell_nobody)
    found, left_out = entries(inputs, unread)
    return load_entries(found, options, left_out, progress, unread)


def load_entries(
    found: Sequence[Entry],
    options: Options,
    left_out: Iterable[str] = (),
    progress: Progress | None = None,
    unread: list[ConverterError] | None = None,
) -> Issue:
    """The issue of documents that were found, with what was ``left_out`` of their inputs among its warnings."""
    tell = progress or _tell_nobody
    documents = _documents(found, options, tell, unread)
    if not documents and unread:
        raise unread[0]
    issue = detect(documents[0], options) if len(documents) == 1 else _bound(documents, options, tell)
    if not options.metadata.date:
        from converter.structure.issue.agree import with_year_told

        issue = with_year_told(issue, [entry.folder for entry in found])
    issue = replace(issue, warnings=(*left_out, *issue.warnings))
    return change_script(issue, options.script, options.language)


def _tell_nobody(step: str, done: int, total: int) -> None:
    """The progress of work that nobody watches."""


def _documents(
    found: Sequence[Entry], options: Options, tell: Progress, unread: list[ConverterError] | None
) -> list[Source | Issue]:
    """The documents read; an error goes into ``unread`` where that is given."""
    documents = []
    for number, entry in enumerate(found, 1):
        try:
            documents.append(_read(entry, options))
        except ConverterError as error:
            if unread is None:
                raise
            unread.append(error)
        if len(found) > 1:
            tell("read", number, len(found))
    return documents


def _bound(documents: Sequence[Source | Issue], options: Options, tell: Progress) -> Issue:
    """Several documents as one issue."""
    from converter.press.facts import with_facts
    from converter.structure.issue.bind import bind
    from converter.structure.issue.margins import pin_margins

    sources = iter(pin_margins([document for document in documents if isinstance(document, Source)]))
    documents = [next(sources) if isinstance(document, Source) else document for document in documents]
    alone = replace(options, metadata=Metadata())
    issues = []
    for document in documents:
        issues.append(detect(document, alone))
        tell("detected", len(issues), len(documents))
    return with_facts(bind(issues), options.metadata)


def change_script(issue: Issue, script: Script, language: str | None = None) -> Issue:
    """The issue in the script that is wished for; ``language`` is that of its text where a user said so.

    Raises ``UnknownScript``.
    """
    if not script.changes:
        return issue
    with all_installed():
        from converter.script import convert_issue

        return convert_issue(issue, script, language)


def write(
    issue: Issue, output: Output | IO[bytes], options: Options = Options(), *, progress: Progress | None = None
) -> tuple[str, ...]:
    """Write ``issue`` to a file or a binary stream, in the format of ``options.to`` or of the file's suffix.

    What is written, a file or a site's folder, is made beside its target and moved into place: an interrupted run
    leaves the old one, or none; to a stream all goes at once, as EPUB where neither ``to`` nor the stream's name tells.
    Gives the warnings of writing; those of reading are the issue's. ``progress`` is told when all is written. Raises
    ``UnknownFormat``, ``UnwritableOutput``, ``UnfitArgument``.
    """
    arguments.of_kind("issue", issue, Issue, "give what load or detect gives, an Issue")
    arguments.of_kind("options", options, Options, _OPTIONS)
    refuse_odd(output)
    arguments.called("progress", progress or _tell_nobody)
    if isinstance(output, (str, os.PathLike)):
        warnings = _to_path(issue, Path(output), options)
    else:
        warnings = _to_stream(issue, output, options)
    if progress:
        documents = max(1, len(issue.documents))
        progress("written", documents, documents)
    return warnings


def _to_stream(issue: Issue, stream: IO[bytes], options: Options) -> tuple[str, ...]:
    """Write it to a stream; the warnings of that."""
    named = getattr(stream, "name", None)
    to = options.to or (writers.format_told(named) if isinstance(named, str) else None) or "epub"
    made = rendered(issue, to, options)
    if isinstance(made.content, Mapping):
        raise UnwritableOutput("a site is a folder, and a stream cannot hold one: name a folder")
    put_into(stream, made.content)
    return made.warnings


def _to_path(issue: Issue, path: Path, options: Options) -> tuple[str, ...]:
    """Write it to a file or a folder; the warnings of that."""
    if os.path.isdir(path) and "site" not in (options.to, path.suffix[1:].lower()):
        raise UnwritableOutput(f"{path} is a folder: name a file in it, such as {path / 'page.epub'}")
    made = rendered(issue, options.to or writers.format_of(path.name), options)
    put(path, made.content)
    if isinstance(made.content, Mapping):
        from converter.neighbours import join

        return (*made.warnings, *join(path))
    return made.warnings


@all_installed()
def rendered(
    issue: Issue, to: str, options: Options
) -> writers.Made[bytes] | writers.Made[Iterator[bytes]] | writers.Made[Mapping[str, bytes]]:
    """``issue`` in the format ``to``, and what its writer warns of. Raises ``UnknownFormat``, ``UnwritableOutput``."""
    write_it = writers.writer_of(to)
    if options.look.vertical and to in writers.VERTICAL and not options.script.quotes:
        from converter.script import for_vertical_lines

        issue = for_vertical_lines(issue)
    if to in writers.INDEXED:
        from converter.script.index import with_people

        issue = with_people(issue)
    made = write_it(issue, options.look)
    if isinstance(made, writers.Made):
        return made
    return writers.Made(made) if isinstance(made, bytes) else writers.Made(made)
