"""What the library does in one call: a conversion, and what is asked of a text alone."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from converter import arguments
from converter.model import Issue, Source
from converter.options import Options
from converter.output import Converted, Output, refuse_input, refuse_odd
from converter.pipeline import Progress, load, write
from converter.readers.files import encoded
from converter.readers.inputs import Input, listed

if TYPE_CHECKING:
    from converter.script.report import Report


def convert(
    input: Input | Iterable[Input],
    output: Output | IO[bytes],
    *,
    script: str | None = None,
    both: bool = False,
    names: Iterable[str] = (),
    glossary: Mapping[str, str] | None = None,
    quotes: str | None = None,
    punctuation: str = "keep",
    report: Callable[[Report], object] | None = None,
    to: str | None = None,
    encoding: str | None = None,
    reader: str | None = None,
    strict: bool = False,
    language: str | None = None,
    title: str | None = None,
    paper: str | None = None,
    date: str | None = None,
    page: str | None = None,
    author: str | None = None,
    style: str | os.PathLike[str] = "newspaper",
    vertical: bool = False,
    cover: str | os.PathLike[str] | None = None,
    font: str | os.PathLike[str] | None = None,
    embed_font: str | os.PathLike[str] | None = None,
    device: str | None = None,
    certified_by: str | None = None,
    url: str | None = None,
    progress: Progress | None = None,
) -> Converted:
    """Convert a file, a document's bytes, a stream, or several of them as one issue, into ``output``, a file or a
    binary stream; give its path and warnings.

    ``script`` is the ``target`` of ``Script``, which says what ``names``, ``glossary``, ``quotes``, ``punctuation``,
    ``report`` and ``both`` are; ``to`` and ``reader`` name formats where suffixes don't;
    ``strict`` refuses a text with broken bytes; ``language`` is the BCP 47 tag
    of the text as read; ``date`` is ISO 8601, or a year alone. What is given overrules what text and file name say.
    ``Look`` says what the others mean. ``progress`` is called with a step (``read``, ``detected``, ``written``), how
    many of the inputs' documents are done, and of how many. Raises a ``ConverterError``; an older ``output`` is then
    untouched.
    """
    said = {name: value for name, value in locals().items() if name not in ("input", "output", "progress")}
    options = Options.of(**said)
    refuse_odd(output)
    arguments.called("progress", progress or print)
    inputs = listed(input)
    refuse_input(output, inputs)
    issue = load(inputs, options, progress=progress)
    path = Path(output) if isinstance(output, (str, os.PathLike)) else Path("-")
    return Converted(path, (*issue.warnings, *write(issue, output, options, progress=progress)))


def structure_json(document: Input | Iterable[Input]) -> dict[str, Any]:
    """The structure of a text, or of an issue that is there already, in the form that ``docs/structure-json.md``
    describes, as ``json.loads`` gives it. Several documents are one issue.
    """
    return load(document).to_dict()


def text(content: str) -> bytes:
    """A text that a program has at hand, as an input that every function takes: ``load(text("…"))``.

    It is the bytes of the text in UTF-8 with a byte order mark, so that nothing is left to guess. Raises
    ``UnfitArgument`` where it is no text.
    """
    arguments.text("content", content)
    return encoded(content)


def gold_row(source: Source, issue: Issue, id: str | None = None) -> dict[str, Any]:
    """A page and its right reading: a row of a ``.jsonl`` file from which the detector learns (``docs/structure.md``).

    Raises ``UnfitCorrection`` where the issue's blocks do not hold every character of the source once.
    """
    from converter.exchange.gold import gold_row as made

    arguments.of_kind("source", source, Source, "give what read gives, a Source")
    arguments.of_kind("issue", issue, Issue, "give what load or detect gives, an Issue")
    return made(source, issue, id)


def convert_script(
    text: str,
    target: str,
    *,
    names: Iterable[str] = (),
    glossary: Mapping[str, str] | None = None,
    quotes: str | None = None,
    punctuation: str = "keep",
    language: str | None = None,
) -> str:
    """Plain ``text``, a paragraph a line, in the script ``target``: a language, or one of ``configurations()``.

    ``Script`` says what ``target``, ``names``, ``glossary``, ``quotes`` and ``punctuation`` are; people whom the text
    shows (本报记者…, …表示) keep their names too. ``language`` is that of the text, found where it is None. Raises
    ``UnknownScript``.
    """
    from converter import script

    arguments.text("text", text)
    arguments.text("target", target)
    return script.convert_script(
        text, target, names=names, glossary=glossary, quotes=quotes, punctuation=punctuation, language=language
    )


def configurations() -> tuple[str, ...]:
    """The names of the installed OpenCC's configurations, sorted, which ``script`` may be besides the languages."""
    from converter import script

    return script.configurations()
