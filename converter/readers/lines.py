"""Runs of text, as a format with mark-up has them → the lines of a ``Source``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from converter.errors import UnreadableInput
from converter.model import Form, Line, Mark, Metadata, Run, Source
from converter.readers.text import clean

_ROWS = (Form.HEAD_ROW, Form.ROW)
NAMELESS = "图片"
"""What a picture is called whose document has no words for it."""


class Lines:
    """Gathers lines, which tell the text that they stand in. ``gap`` counts the empty lines since the last one."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.gap = 0

    def add(self, runs: Iterable[Run], **seen: Any) -> None:
        """Add a line of ``runs``; ``seen`` are what else ``Line`` says. One without text or picture is an empty line.

        Blanks at the ends go, tabs but in a table's row are spaces, and what no reader should see is left out.
        """
        row = seen.get("form") in _ROWS
        tidy = _tidy(runs, row)
        text = "".join(run.text for run in tidy)
        if not text.strip() and not any(run.image for run in tidy):
            self.gap += 1
            return
        last = self.lines[-1] if self.lines else None
        self.gap = self.gap if last else 0
        start = last.end + 1 + self.gap if last else 0
        number = last.number + 1 + self.gap if last else 1
        marked = any(run != Run(run.text) for run in tidy)
        self.lines.append(
            Line(text, start, start + len(text), number, self.gap, runs=tuple(tidy) if marked else (), **seen)
        )
        self.gap = 0

    def source(self, metadata: Metadata, images: Sequence[tuple[str, bytes]], warnings: Sequence[str]) -> Source:
        """All that was gathered. Raises ``UnreadableInput`` where that is nothing."""
        if not self.lines:
            raise UnreadableInput("the document has no text: choose one that has; a scan has to be read by OCR first")
        text = "".join("\n" * line.gap_before + line.text + "\n" for line in self.lines)
        return Source(text, tuple(self.lines), metadata, None, tuple(images), tuple(warnings))


def joined(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, neighbours that differ in their text alone made one; pictures stay apart."""
    for (mark, href, image, name), group in groupby(runs, lambda run: (run.mark, run.href, run.image, run.name)):
        if image is None and name is None:
            yield Run("".join(run.text for run in group), mark, href)
        else:
            yield from group


def _tidy(runs: Iterable[Run], row: bool) -> list[Run]:
    """The runs with neighbours of one kind joined, without blanks at the ends."""
    tidy = [shown for run in joined(runs) if (shown := _shown(run, row)) is not None]
    blanks = " " if row else None
    _strip(tidy, 0, lambda text: text.lstrip(blanks))
    _strip(tidy, -1, lambda text: text.rstrip(blanks))
    return tidy


def _shown(run: Run, row: bool) -> Run | None:
    """The run without what no reader should see, and without tabs but between a row's cells; None where it is empty."""
    text = clean(run.text).replace("\n", " ")
    text = text if row else text.replace("\t", " ")
    if run.image is not None:
        return replace(run, text=text.strip() or NAMELESS)
    return replace(run, text=text) if text or run.name else None


def _strip(runs: list[Run], end: int, strip: Callable[[str], str]) -> None:
    """Take what ``strip`` takes off one ``end`` of the line, 0 or -1, with the runs that have nothing else in them."""
    kept = 0
    while kept < len(runs) and runs[place := end - kept if end else kept].image is None:
        if text := strip(runs[place].text):
            runs[place] = replace(runs[place], text=text)
            return
        if runs[place].mark in (Mark.SPAN, Mark.PAGE):
            kept += 1
        else:
            runs.pop(place)
