"""The way from a site to the issues before and after it: a place of its front page that is filled when they are there.

A site is written before the next day's is: so the place is marked by comments, which say the day and whose it is.
"""

from __future__ import annotations

import re
from hashlib import sha256

from converter.press.dates import first_day
from converter.press.folding import folded
from converter.press.patterns import later
from converter.records import NamedTuple
from converter.writers.markup.blocks import escape
from converter.writers.markup.labels import labels_for, spoken_date

SLOT = later(r"<!--issue (\d{4}-\d\d-\d\d) (\w+)-->\n(.*?)<!--/issue-->\n", re.DOTALL)
LANGUAGE = later(r'<html lang="([^"]*)">')


class Day(NamedTuple):
    """The day of an issue, and a sign of its paper, which is the same in both scripts."""

    date: str
    paper: str


def slot(date: str, paper: str) -> str:
    """The place, empty; nothing where the day or the paper is not known."""
    if not paper or not first_day(date) or len(date) != len("2024-03-08"):
        return ""
    return f"<!--issue {date} {sha256(folded(paper).encode()).hexdigest()[:12]}-->\n<!--/issue-->\n"


def day_of(page: str) -> Day | None:
    """The day of the front page's issue; None where it has no place for others."""
    found = SLOT.search(page)
    return Day(found[1], found[2]) if found else None


def filled(page: str, before: tuple[str, str] | None, after: tuple[str, str] | None) -> str:
    """The front page with the way to the issues ``before`` and ``after`` it, each a date and an address."""
    language = LANGUAGE.search(page)
    labels = labels_for(language[1] if language else "")
    links = "".join(
        f'<li><a href="{escape(address)}" rel="{rel}"><span>{labels[f"{rel}_issue"]}</span> '
        f'<time datetime="{date}">{spoken_date(date)}</time></a></li>\n'
        for rel, (date, address) in (("prev", before or ("", "")), ("next", after or ("", "")))
        if date
    )
    nav = f'<nav class="days" aria-label="{labels["days"]}">\n<ul>\n{links}</ul>\n</nav>\n' if links else ""
    return SLOT.sub(lambda found: f"<!--issue {found[1]} {found[2]}-->\n{nav}<!--/issue-->\n", page, count=1)
