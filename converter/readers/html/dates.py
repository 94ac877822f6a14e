"""When a web page was published: which of its dates says so, by the words around it; dates of clocks and addresses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from converter.press.dates import date_of_address, dates_in, first_date
from converter.readers.html.words import pattern

_SAYS = r"<before a date><word>?\s*[：:/]?\s*$"
_PUBLISHED = pattern("published", _SAYS)
_CHANGED = pattern("changed", _SAYS)
_AROUND = 12
"""Characters before a date that say what it is of."""

CHINA = timedelta(hours=8)


def iso(said: str) -> str:
    """The first date in what a program says a date to be, or nothing. UTC is put into China's time."""
    try:
        moment = datetime.fromisoformat(said.strip())
    except ValueError:
        moment = None
    if moment and moment.utcoffset() == timedelta():
        return (moment + CHINA).date().isoformat()
    found = first_date(said, compact=True)
    return found.iso if found else ""


def published(text: str) -> str:
    """The date in ``text`` on which it says that something was published, else the first that is not of a change.

    A whole date goes before a year alone.
    """
    found = sorted(dates_in(text), key=lambda day: not day.is_whole)
    dated = [(day.iso, text[max(0, day.start - _AROUND) : day.start]) for day in found]
    said = (day for day, before in dated if _PUBLISHED.search(before))
    return next(said, "") or next((day for day, before in dated if not _CHANGED.search(before)), "")


def of_address(address: str) -> str:
    """The date in the path of an address, or nothing."""
    found = date_of_address(address)
    return found.iso if found else ""


def of_clock(seconds: str) -> str:
    """The day in China of a time in seconds, or thousandths of them, since 1970."""
    moment = int(seconds[:10])
    return (datetime.fromtimestamp(moment, UTC) + CHINA).date().isoformat()
