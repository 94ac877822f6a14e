"""Documents one after another, each an issue of its own, and what could not be read beside the input that it is of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from converter import arguments
from converter.errors import ConverterError
from converter.model import Issue
from converter.options import Options
from converter.pipeline import load_entries
from converter.readers.entry import Entry
from converter.readers.inputs import Input, each, entries

ON_ERROR = ("raise", "skip")
"""What may be done where an input cannot be read."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What became of a document: its ``issue``, or the ``error`` for which there is none.

    ``input`` is what was given; ``path`` the document's own, in a folder or zip that was given, None where it has none.
    """

    input: Input
    path: str | None = None
    issue: Issue | None = None
    error: ConverterError | None = None


def load_all(
    inputs: Input | Iterable[Input], options: Options = Options(), *, on_error: str = "raise"
) -> Iterator[Loaded]:
    """Read and detect documents one after another, as they are asked for; each is an issue of its own.

    The inputs are what ``load`` takes; each is asked for when the one before is done, and nothing is kept of what was
    given. With ``on_error="skip"`` an error comes in the place of the issue, and the next document follows; with
    ``"raise"`` it is raised. Raises ``UnfitArgument`` at once, what ``load`` raises as it comes.
    """
    arguments.one_of("on_error", on_error, ON_ERROR)
    arguments.of_kind("options", options, Options, "give an Options, such as Options.of(script='zh-Hant-TW')")
    return _loaded(each(inputs), options, on_error == "skip")


def _loaded(inputs: Iterator[Input], options: Options, skips: bool) -> Iterator[Loaded]:
    for given in inputs:
        try:
            found, left_out = entries([given])
        except ConverterError as error:
            if not skips:
                raise
            yield Loaded(given, error=error)
            continue
        for entry in found:
            yield _of(given, entry, options, left_out, skips)
            left_out = []  # it is told once, with the first document of an input


def _of(given: Input, entry: Entry, options: Options, left_out: list[str], skips: bool) -> Loaded:
    """What becomes of one document."""
    try:
        return Loaded(given, entry.path, load_entries([entry], options, left_out))
    except ConverterError as error:
        if not skips:
            raise
        return Loaded(given, entry.path, error=error)
