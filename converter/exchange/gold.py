"""A page with its right reading, as training takes it: its text, the look of its lines, what its blocks are."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from converter.errors import UnfitCorrection
from converter.exchange.lines import line_from_dict, line_to_dict
from converter.exchange.told import Told, fault
from converter.model import Issue, Line, Source

_TOLD = ("role", "spans", "article", "brief")


def gold_row(source: Source, issue: Issue, id: str | None = None) -> dict[str, Any]:
    """The row (a line of a ``.jsonl`` file) that teaches the detector to read ``source`` as ``issue``.

    ``id`` names the page; a date in it keeps pages of one day together when they are measured. Without one it is
    made of date, page and file. Raises ``UnfitCorrection`` where the issue's blocks do not hold every character of
    the source once.
    """
    data = issue.metadata
    stem = PurePosixPath(data.source or "").stem
    blocks = [block for block in issue.to_dict()["blocks"] if any(start < end for start, end in block["spans"])]
    _check(source.text, [tuple(span) for block in blocks for span in block["spans"]])
    return {
        "id": id or "-".join(filter(None, (data.date, data.page, stem))) or issue.title,
        "source": data.paper or stem or "unknown",
        "language": issue.language,
        "text": source.text,
        "blocks": [{key: block[key] for key in _TOLD} for block in blocks],
        "lines": [line_to_dict(line, source.text) for line in source.lines],
    }


def lines_of(row: dict[str, Any]) -> tuple[Line, ...]:
    """The lines of a row, with all that the reader saw of them. Raises ``UnreadableInput``."""
    told = Told(row, f"row {row.get('id')}")
    text = told.text("text")
    lines = tuple(line_from_dict(line, text) for line in told.objects("lines", "line"))
    if not lines:
        raise fault(f"{told.where} has no lines")
    return lines


def _check(text: str, spans: list[tuple[int, int]]) -> None:
    """Every character that is no blank stands in one of the spans, which do not lie over one another."""
    at = 0
    for start, end in (*sorted(spans), (len(text), len(text))):
        if start < at:
            raise UnfitCorrection(
                f"two blocks hold character {start} of the source: the issue is of another one, or of several"
            )
        if lost := text[at:start].strip():
            raise UnfitCorrection(f"no block holds {lost[:20]!r} of the source: the issue is of another one")
        at = end
