"""What MODS (https://www.loc.gov/standards/mods/) or Dublin Core says of an issue: title, day and number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from converter.left_out import amount
from converter.press.dates import as_iso
from converter.readers.recognised.xml import children, within
from converter.records import NamedTuple


class Described(NamedTuple):
    """A title, a day in ISO 8601 and a number in digits, and how many characters of the descriptions they are."""

    title: str | None
    date: str | None
    number: str | None
    used: int


def described(sections: Sequence[Any]) -> Described:
    """What descriptions say, those of what is around an issue before its own, which knows its day and number best. A
    title that begins with the day is no paper's."""
    written, date = next((date for one in reversed(sections) for date in _dates(one)), ("", None))
    number = next((text for one in reversed(sections) for text in _numbers(one)), None)
    titles = (title for one in sections if (title := _title(one)))
    title = next((title for title in titles if not written or not title.startswith(written)), None)
    return Described(title, date, number, sum(amount(text or "") for text in (title, written, number)))


def _title(section: Any) -> str | None:
    """The title that a description says, of what it describes before that of what this is in."""
    for info in sorted(within(section, "titleInfo"), key=_depth):
        if info.get("type") is None and (title := next(within(info, "title"), None)) is not None:
            before = next((one.text or "" for one in children(info, "nonSort")), "")
            if words := " ".join(f"{before} {title.text or ''}".split()):
                return words
    return next((text for one in within(section, "title") if (text := " ".join((one.text or "").split()))), None)


def _depth(element: Any) -> int:
    return sum(1 for _ in element.iterancestors())


def _dates(section: Any) -> Iterator[tuple[str, str]]:
    """The days of which a description says that the issue is, as written and in ISO 8601, those of itself first."""
    for name in ("dateIssued", "dateCreated", "date"):
        for one in sorted(within(section, name), key=_depth):
            if one.get("point") != "end" and (day := as_iso(" ".join((one.text or "").split()))):
                yield one.text, day


def _numbers(section: Any) -> Iterator[str]:
    """The numbers of the issue that a description says, in digits."""
    for detail in within(section, "detail"):
        if (detail.get("type") or "").lower() in ("issue", "number"):
            yield from (text for one in within(detail, "number") if (text := (one.text or "").strip()).isdecimal())
