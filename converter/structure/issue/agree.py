"""What several documents say of the issue that they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from itertools import chain

from converter.model import Issue, Metadata, Role
from converter.press.dates import left_aside

_OF_ONE = ("title", "author", "description", "identifier", "translator", "subject", "rights", "url")
"""What a document may say of itself and not of the issue: a story's title is not the book's."""


def agreed(issues: Sequence[Issue]) -> Metadata:
    """The metadata of all: the first that knows a thing counts; what they say of themselves they have to agree in."""
    known = reduce(lambda found, issue: found.over(issue.metadata), issues, Metadata())
    said = {name: {getattr(issue.metadata, name) for issue in issues} for name in _OF_ONE}
    own = [name for name, values in said.items() if len(values if name in ("title", "url") else values - {None}) > 1]
    return replace(known, **dict.fromkeys(own))


_DATED = (Role.FOLIO, Role.SOURCE_NOTE, Role.DATELINE, Role.BYLINE)


def with_year_told(issue: Issue, names: Iterable[str] = ()) -> Issue:
    """The issue, with a warning where of a day of the moon's calendar, in its text or in ``names``, its year alone
    was taken.
    """
    texts = (block.text for block in issue.blocks() if block.role in _DATED)
    said = left_aside(issue.metadata.date, chain([issue.metadata.source or "", *names], texts))
    return replace(issue, warnings=tuple(dict.fromkeys((*issue.warnings, *said)))) if said else issue
