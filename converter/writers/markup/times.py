"""The days that lines say, so that programs can read them (HTML, 4.5.14)."""

from __future__ import annotations

from converter.model import Role
from converter.press.dates import dates_in
from converter.writers.markup.phrases import TAG

TELLING = (Role.FOLIO, Role.DATELINE, Role.SOURCE_NOTE)
"""Whose lines say when something was printed or sent. In other text a date is one word of many."""


def timed(markup: str) -> str:
    """``markup`` with each day of the calendar in a ``time``; one that a tag cuts stays as it is."""
    pieces = TAG.split(markup)
    pieces[::2] = map(_timed, pieces[::2])
    return "".join(pieces)


def _timed(text: str) -> str:
    for day in reversed([day for day in dates_in(text) if day.is_whole]):
        shown = f'<time datetime="{day.iso}">{text[day.start : day.end]}</time>'
        text = text[: day.start] + shown + text[day.end :]
    return text
