"""The road of a document: read, detect, convert the script, write."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, BinaryIO

from converter import readers, writers
from converter.errors import UnreadableInput, UnwritableOutput
from converter.model import Issue, Metadata, Source

if TYPE_CHECKING:
    from converter.script.report import Report

Input = str | os.PathLike[str] | BinaryIO
Output = str | os.PathLike[str]


@dataclass(frozen=True, slots=True)
class Options:
    """What a user may say of a conversion; every value has a default that the document settles.

    ``encoding`` overrules the encoding found, ``reader`` and ``to`` the formats told by the suffixes; ``metadata`` overrules
    what text and file name say; ``language`` the language found. ``script`` is a language (``zh-Hant-TW``) or an OpenCC
    configuration (``s2twp``); ``names``, ``glossary``, ``quotes`` and ``punctuation`` are those of ``converter.script.Wish``;
    ``report`` is called with the ``converter.script.report.Report`` of each input.
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
    language: str | None = None
    metadata: Metadata = Metadata()


def read(source: Input, options: Options = Options()) -> Source | Issue:
    """Read a file, or a binary stream; ``-`` is standard input.

    Gives a ``Source``; an ``Issue`` where the format is a finished tree (outline). What the file's name tells (date,
    page) is in its metadata. Raises ``UnreadableInput``, ``UndecodableText``, ``UnknownFormat``.
    """
    data, name = _bytes(source)
    path = Path(name) if name else None
    reader = readers.reader_of(options.reader or readers.format_of(path.suffix if path else ""))
    document = reader(data, options.encoding)
    from converter.readers.name import metadata_of_name

    known = document.metadata.over(metadata_of_name(path.name) if path else Metadata())
    return replace(document, metadata=known)


def detect(document: Source | Issue, options: Options = Options()) -> Issue:
    """Find the structure of a ``Source``; an ``Issue`` keeps its own. Metadata and language of ``options`` win."""
    if isinstance(document, Source):
        from converter.structure import detect_structure

        language = options.language or document.language
        if not language:
            from converter.script.language import language_of

            language = language_of(document.text)
        document = detect_structure(replace(document, language=language))
    return replace(
        document,
        metadata=options.metadata.over(document.metadata),
        language=options.language or document.language,
    )


def load(inputs: Iterable[Input], options: Options = Options()) -> Issue:
    """Read and detect every input and make one issue of them, its sections in the order given; script converted.

    The metadata of the first input that knows a thing is the issue's. Raises what ``read`` raises, ``UnknownScript``.
    """
    issues = [detect(read(source, options), options) for source in inputs]
    if not issues:
        raise UnreadableInput("no input: name a file, or - for standard input")
    if options.script or options.quotes or options.punctuation != "keep" or options.report:
        from converter.script import Wish, convert_issues

        wish = Wish(options.script, options.names, options.glossary, options.quotes, options.punctuation)
        issues = convert_issues(issues, wish, options.language, options.report)
    issue = issues[0]
    for other in issues[1:]:
        issue = replace(
            issue,
            sections=issue.sections + other.sections,
            images=issue.images + other.images,
            metadata=replace(issue.metadata.over(other.metadata), page=None, page_name=None),
            warnings=tuple(dict.fromkeys(issue.warnings + other.warnings)),
        )
    return issue


def write(issue: Issue, output: Output | BinaryIO, options: Options = Options()) -> None:
    """Write ``issue`` to a file or a binary stream, in the format of ``options.to`` or of the file's suffix.

    A file is written beside its target and moved into place: an interrupted run leaves the old one, or none.
    Raises ``UnknownFormat``, ``UnwritableOutput``.
    """
    if not isinstance(output, (str, os.PathLike)):
        output.write(writers.writer_of(options.to or "epub")(issue))
        return
    path = Path(output)
    if os.path.isdir(path):
        raise UnwritableOutput(f"{path} is a folder: name a file in it, such as {path / 'page.epub'}")
    put(path, writers.writer_of(options.to or writers.format_of(path.suffix))(issue))


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


def _bytes(source: Input) -> tuple[bytes, str | None]:
    """The input's bytes and the name of its file, None for a stream."""
    if not isinstance(source, (str, os.PathLike)):
        return source.read(), None
    if str(source) == "-":
        return sys.stdin.buffer.read(), None
    if not str(source):
        raise UnreadableInput("the input's name is empty: name a file, or - for standard input")
    try:
        return Path(source).read_bytes(), str(source)
    except IsADirectoryError as error:
        raise UnreadableInput(f"{source} is a folder: name the files in it") from error
    except OSError as error:
        raise UnreadableInput(f"cannot read {source}: {error.strerror}; check the path") from error
