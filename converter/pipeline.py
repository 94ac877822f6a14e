"""The road of a document: read, detect, convert the script, write."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, BinaryIO

from converter import readers, writers
from converter.errors import ConverterError, UnfitCorrection, UnreadableInput, UnwritableOutput
from converter.model import Block, Document, Issue, Line, Metadata, Pin, Role, Source
from converter.readers.inputs import Entry, Input, entries
from converter.readers.kinds import kind_of
from converter.writers.look import Look

if TYPE_CHECKING:
    from converter.script.report import Report

Output = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may say of a conversion; every value has a default that the document settles.

    ``encoding`` overrules the encoding found, ``reader`` and ``to`` the formats told by the suffixes; ``metadata`` overrules
    what text and file name say; ``language`` the language found. ``script`` is a language (``zh-Hant-TW``) or an OpenCC
    configuration (``s2twp``); ``names``, ``glossary``, ``quotes`` and ``punctuation`` are those of ``converter.script.Wish``;
    ``report`` is called with the ``converter.script.report.Report``; ``both`` keeps the text as read beside it, for a site;
    ``look`` is what concerns the writer alone.
    """

    encoding: str | None = None
    reader: str | None = None
    to: str | None = None
    script: str | None = None
    names: tuple[str, ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()
    quotes: str | None = None
    punctuation: str = "keep"
    report: Callable[[Report], None] | None = None
    both: bool = False
    language: str | None = None
    metadata: Metadata = Metadata()
    look: Look = Look()


def read(source: Input, options: Options = Options()) -> Source | Issue:
    """Read a file, or a binary stream; ``-`` is standard input. A folder or a zip may hold one document.

    Gives a ``Source``; an ``Issue`` where the format is a finished tree (outline). What the file's name tells (date,
    page) is in its metadata. Raises ``UnreadableInput``, ``UndecodableText``, ``UnknownFormat``.
    """
    found, _ = entries([source])
    if len(found) > 1:
        raise UnreadableInput(f"{source} holds {len(found)} documents: name one, or make one book of them with convert")
    return _read(found[0], options)


def _read(entry: Entry, options: Options) -> Source | Issue:
    """Read one document, with the pictures that lie beside it."""
    path = Path(entry.path) if entry.path else None
    data = entry.read()
    form = options.reader or kind_of(data, path.suffix if path else "")
    document = readers.reader_of(form)(data, options.encoding)
    if isinstance(document, Issue):
        document = _told(document, form, path.name if path else None)
    if path and form not in readers.WHOLE:
        from converter.readers.name import metadata_in_folder

        document = replace(document, metadata=document.metadata.over(metadata_in_folder(path.name, entry.folder)))
    pictures = entry.pictures()
    parts: Iterable[Line | Block] = document.lines if isinstance(document, Source) else document.blocks()
    if pictures or any(run.image for part in parts for run in part.runs):
        from converter.readers.beside import with_named, with_pictures

        document = with_named(document, pictures, entry.home)
        if path and isinstance(document, Source):
            document = with_pictures(document, pictures, path.stem)
    return document


def _told(issue: Issue, form: str, name: str | None) -> Issue:
    """A finished tree of that ``form`` with its text's language and its file's name, where it does not tell them."""
    if form in readers.WHOLE:
        return issue if issue.language else replace(issue, language=_language(issue))
    documents = tuple(replace(document, name=name) for document in issue.documents or (Document(),))
    return replace(issue, language=_language(issue), documents=documents)


def detect(document: Source | Issue, options: Options = Options(), *, pins: Mapping[int, Pin] | None = None) -> Issue:
    """Find the structure of a ``Source``; an ``Issue`` keeps its own. Metadata and language of ``options`` win.

    ``pins`` are corrections by the numbers of the lines that they are of; the search runs with them, so that a line's
    neighbours follow. Raises ``UnfitCorrection`` where a pin's line is not there, or what it says cannot be.
    """
    return _year_said(_detected(document, options, pins), options)


def _detected(document: Source | Issue, options: Options, pins: Mapping[int, Pin] | None = None) -> Issue:
    if isinstance(document, Source):
        from converter.structure import detect_structure

        language = options.language or document.language
        if not language:
            from converter.script.language import language_of

            language = language_of(document.text)
        issue = detect_structure(replace(document, language=language), pins)
        document = issue if options.language else replace(issue, language=_language(issue))
    elif pins:
        raise UnfitCorrection("a finished tree has no lines to pin: correct it with converter.edit, or as an outline")
    return replace(
        document,
        metadata=options.metadata.over(document.metadata),
        language=options.language or document.language or _language(document),
    )


def _year_said(issue: Issue, options: Options, names: Iterable[str] = ()) -> Issue:
    """The issue, with a warning where its year alone was taken of a day of the moon's calendar in its text or ``names``."""
    date = issue.metadata.date
    if not date or len(date) > len("1908") or options.metadata.date:
        return issue
    from converter.press.dates import left_aside

    texts = (block.text for block in issue.blocks() if block.role in _DATED)
    said = left_aside(date, [issue.metadata.source or "", *names, *texts])
    return replace(issue, warnings=tuple(dict.fromkeys((*issue.warnings, *said))))


_DATED = (Role.FOLIO, Role.SOURCE_NOTE, Role.DATELINE, Role.BYLINE)


def _language(issue: Issue) -> str:
    """The language of a tree; what a book says of itself counts unless two thirds of its text are in another script."""
    from converter.script.language import language_of

    said = issue.language
    if said and not said.startswith("zh"):
        return said
    stories = ["".join(block.text for block in article.blocks()) for article in issue.articles()]
    in_it = sum(len(story) for story in stories if said.startswith(language_of(story)[:7]))
    return said if said and in_it * 3 >= sum(map(len, stories)) else language_of("".join(stories))


def load(inputs: Iterable[Input], options: Options = Options()) -> Issue:
    """Read and detect every document of the inputs (files, folders, patterns, zips, streams) and make one issue of them.

    Pages come in their order, stories that jump from page to page are joined, and the metadata of the first page that
    knows a thing are the issue's; the script is converted. Raises what ``read`` raises, ``UnknownScript``.
    """
    found, left_out = entries(inputs)
    issue = _detected(_read(found[0], options), options) if len(found) == 1 else _bound(found, options)
    issue = _year_said(
        issue, options, [name for entry in found for name in (Path(entry.path or "").name, entry.folder)]
    )
    if issue.images:
        from converter.writers.markup.pictures import unshown

        if odd := unshown(issue):
            kinds = "are no JPEG, PNG, GIF or WebP"
            left_out.append(f"left out {len(odd)} picture(s) that {kinds}, so save them as PNG: {', '.join(odd)}")
    issue = replace(issue, warnings=(*left_out, *issue.warnings))
    if options.script or options.quotes or options.punctuation != "keep" or options.report:
        from converter.script import Wish, convert_issue

        wish = Wish(options.script, options.names, options.glossary, options.quotes, options.punctuation)
        done = convert_issue(issue, wish, options.language, options.report)
        issue = replace(done, twin=replace(issue, twin=None) if options.both else None)
    return issue


def _bound(found: Sequence[Entry], options: Options) -> Issue:
    """Several documents as one issue."""
    from converter.structure.issue.bind import bind
    from converter.structure.issue.margins import pin_margins

    documents = []
    for entry in found:
        try:
            documents.append(_read(entry, options))
        except ConverterError as error:
            raise type(error)(f"{entry.path or 'standard input'}: {error}") from error
    sources = iter(pin_margins([document for document in documents if isinstance(document, Source)]))
    documents = [next(sources) if isinstance(document, Source) else document for document in documents]
    alone = replace(options, metadata=Metadata())
    issue = bind(_agreed([_detected(document, alone) for document in documents]))
    return replace(issue, metadata=options.metadata.over(issue.metadata))


def _agreed(issues: Sequence[Issue]) -> list[Issue]:
    """The issues of one book; in what they say of themselves they have to agree: a story's title is not the book's."""
    said = {name: {getattr(issue.metadata, name) for issue in issues} for name in _OF_ONE}
    own = [name for name, values in said.items() if len(values if name == "title" else values - {None}) > 1]
    return [replace(issue, metadata=replace(issue.metadata, **dict.fromkeys(own))) for issue in issues]


_OF_ONE = ("title", "author", "description", "identifier", "translator", "subject", "rights")


def write(issue: Issue, output: Output | BinaryIO, options: Options = Options()) -> None:
    """Write ``issue`` to a file or a binary stream, in the format of ``options.to`` or of the file's suffix.

    What is written, a file or a site's folder, is made beside its target and moved into place: an interrupted run leaves
    the old one, or none. Raises ``UnknownFormat``, ``UnwritableOutput``.
    """
    if not isinstance(output, (str, os.PathLike)):
        made = _made(issue, options.to or "epub", options)
        if isinstance(made, dict):
            raise UnwritableOutput("a site is a folder, and a stream cannot hold one: name a folder")
        output.write(made)
        return
    path = Path(output)
    if os.path.isdir(path) and "site" not in (options.to, path.suffix[1:].lower()):
        raise UnwritableOutput(f"{path} is a folder: name a file in it, such as {path / 'page.epub'}")
    made = _made(issue, options.to or writers.format_of(path.name), options)
    if isinstance(made, dict):
        from converter.output import put_folder

        put_folder(path, made)
    else:
        put(path, made)


def _made(issue: Issue, to: str, options: Options) -> bytes | dict[str, bytes]:
    """``issue`` in the format ``to``; in vertical lines with corner quotes, as “” have no place there (clreq)."""
    write_it = writers.writer_of(to)
    if options.look.vertical and to in writers.VERTICAL and not options.quotes:
        from converter.script import Wish, convert_issue

        twin = issue.twin and convert_issue(issue.twin, Wish(vertical=True))
        issue = replace(convert_issue(issue, Wish(vertical=True)), twin=twin)
    return write_it(issue, options.look)


def put(path: Path, data: bytes) -> None:
    """Put ``data`` into the file at ``path`` whole, or leave what is there. Raises ``UnwritableOutput``.

    A link stays, and what it leads to is replaced; a device or a pipe is written to.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        path = path.resolve()
        beside = path.with_name(f".banmian-{os.getpid()}-{get_ident()}.part")
        try:
            beside.write_bytes(data)
            if path.exists():
                beside.chmod(path.stat().st_mode & 0o777)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableOutput(f"cannot write {path}: {error.strerror}; choose another place with -o") from error
