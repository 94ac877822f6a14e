"""Banmian: the text of Chinese newspaper pages and other documents, made into well-set e-books.

    import converter
    converter.convert("page.txt", "page.epub", script="zh-Hant-TW")

``convert`` is the whole road; ``read``, ``detect`` and ``write`` are its steps. Nothing here prints or keeps state, so
all of it may be called from threads. What goes wrong is a ``ConverterError`` whose message says what to do.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from converter.errors import (
    ConverterError,
    ConverterWarning,
    MissingExtra,
    UndecodableText,
    UnfitCorrection,
    UnknownFormat,
    UnknownScript,
    UnreadableInput,
    UnwritableOutput,
)
from converter.model import (
    Article,
    Block,
    Box,
    Document,
    Form,
    Issue,
    Kind,
    Line,
    Mark,
    Metadata,
    Opens,
    Pin,
    Role,
    Run,
    Section,
    Sheet,
    Source,
)
from converter.pipeline import Options, Output, detect, load, read, write
from converter.readers.inputs import Input, paths_in
from converter.writers.look import Look

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Block",
    "Box",
    "ConverterError",
    "ConverterWarning",
    "Document",
    "Form",
    "Issue",
    "Kind",
    "Line",
    "Look",
    "Mark",
    "Metadata",
    "MissingExtra",
    "Opens",
    "Options",
    "Pin",
    "Role",
    "Run",
    "Section",
    "Sheet",
    "Source",
    "UndecodableText",
    "UnfitCorrection",
    "UnknownFormat",
    "UnknownScript",
    "UnreadableInput",
    "UnwritableOutput",
    "__version__",
    "configurations",
    "convert",
    "convert_script",
    "detect",
    "gold_row",
    "load",
    "read",
    "structure_json",
    "write",
]


def convert(
    input: Input | list[Input],
    output: Output,
    *,
    script: str | None = None,
    both: bool = False,
    names: Iterable[str] = (),
    glossary: Mapping[str, str] | None = None,
    quotes: str | None = None,
    punctuation: str = "keep",
    to: str | None = None,
    encoding: str | None = None,
    reader: str | None = None,
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
) -> Path:
    """Convert a file, a binary stream, or several of them as one issue, into the file ``output``; give its path.

    ``script``, ``names``, ``glossary``, ``quotes`` and ``punctuation`` are those of ``convert_script``; ``both`` keeps the text as read
    beside it, which a site shows; ``to`` and ``reader`` name formats where suffixes don't; ``language`` is
    the BCP 47 tag of the text as read; ``date`` is ISO 8601, or a year alone. What is given overrules what text and file name say.
    ``Look`` says what the others mean.
    Raises a ``ConverterError``; an older ``output`` is then untouched.
    """
    inputs = input if isinstance(input, list) else [input]
    refuse_input(output, inputs)
    options = Options(
        encoding=encoding,
        reader=reader,
        to=to,
        script=script,
        both=both,
        names=tuple(names),
        glossary=tuple((glossary or {}).items()),
        quotes=quotes,
        punctuation=punctuation,
        language=language,
        metadata=Metadata(title=title, paper=paper, date=date, page=page, author=author),
        look=Look(style, vertical, cover, font, embed_font, device, certified_by, url),
    )
    write(load(inputs, options), output, options)
    return Path(output)


def refuse_input(output: Output, inputs: Iterable[Input]) -> None:
    """Raise ``UnwritableOutput`` where ``output`` is one of the files of ``inputs``."""
    if not os.path.exists(output):
        return
    for path in (path for source in inputs for path in paths_in(source)):
        if os.path.exists(path) and os.path.samefile(path, output):
            raise UnwritableOutput(f"{output} is an input and would be lost: choose another place")


def structure_json(path: Input) -> dict[str, Any]:
    """The structure of a text in the form that ``docs/structure-json.md`` describes, as ``json.loads`` gives it."""
    return detect(read(path)).to_dict()


def gold_row(source: Source, issue: Issue, id: str | None = None) -> dict[str, Any]:
    """A page and its right reading: a row of a ``.jsonl`` file from which the detector learns (``docs/structure.md``).

    Raises ``UnfitCorrection`` where the issue's blocks do not hold every character of the source once.
    """
    from converter.exchange.gold import gold_row as made

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
    """Plain ``text``, a paragraph a line, in the script ``target``: zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK, or a configuration.

    ``names`` are people's names to keep, besides those that the text shows (本报记者…, …表示); ``glossary`` is what is
    written for terms; both in the script of the text. ``quotes`` is ``keep``, ``corner`` (「『』」) or ``curly`` (“‘’”), None for
    the target's own; ``punctuation`` is ``keep``, or ``full`` for full-width marks between Han characters. ``language`` is
    that of the text, found where it is None. Raises ``UnknownScript``.
    """
    from converter import script

    return script.convert_script(
        text, target, names=names, glossary=glossary, quotes=quotes, punctuation=punctuation, language=language
    )


def configurations() -> tuple[str, ...]:
    """The names of the installed OpenCC's configurations, sorted, which ``script`` may be besides the languages."""
    from converter import script

    return script.configurations()
