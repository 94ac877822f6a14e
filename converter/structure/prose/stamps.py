"""Lines that a site prints below a title: when the story came out and whence, how often it is read, its type's size."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from converter.model import Line, Opens, Role
from converter.press.dates import has_date, without_dates
from converter.press.names import is_name
from converter.press.numbers import half_width
from converter.press.patterns import later
from converter.press.posts import is_house
from converter.press.sites import pattern
from converter.structure.series.telling import Told

_LONGEST = 90
_MAY_HAVE_SIGN = frozenset("0123456789:：")
_SIGN_ENDS = "小大认認"
_SIGN = later(r"[0-9]{4}|[:：]|[0-9]次?$|[\s|](?:[小大]|默[认認])$")
"""What one of them has, but for a lone word."""
_CLOCK = later(r"[0-9]:[0-9]{2}")
_BETWEEN = later(r"[\s|丨/\[\]()【】·•,;-]+")


def stamps(lines: Sequence[Line], free: Iterable[int]) -> list[Told]:
    """What such lines are: a note of the source, a date, or furniture."""
    found = ((place, _role_of(lines[place].text)) for place in free)
    return [Told(place, role, Opens.BLOCK) for place, role in found if role]


def _role_of(text: str) -> Role | None:
    """The role of a line that tells nothing else than a site's stamp does; None of any other."""
    if len(text) > _LONGEST or "。" in text or _MAY_HAVE_SIGN.isdisjoint(text) and text[-1] not in _SIGN_ENDS:
        return None
    if not _SIGN.search(text):
        return None
    plain = half_width(text)
    if not has_date(plain):  # names alone are a byline
        if not _stamp().fullmatch(plain) or _said().search(plain):
            return None
        return Role.DATELINE if _CLOCK.search(plain) else Role.FURNITURE
    rest = without_dates(plain)
    if not _stamp().fullmatch(rest):
        return Role.SOURCE_NOTE if _is_signed(plain, rest) else None
    if _said().search(rest):
        return Role.SOURCE_NOTE
    return Role.DATELINE if _when().search(rest) else None


def _is_signed(text: str, rest: str) -> bool:
    """Whether a line with a date has a time or bars too, and houses and people's names are all the ``rest`` of it."""
    if "|" not in text and not _CLOCK.search(text):
        return False
    parts = list(filter(None, _BETWEEN.split(rest)))
    return any(map(is_house, parts)) and all(is_house(part) or is_name(part) for part in parts)


@cache
def _stamp() -> re.Pattern[str]:
    """A line of labels with what they tell, counts and controls. Of words that begin alike (发布, 发布时间) the longest
    counts, and no other is tried: a row of them can be told apart in many ways.
    """
    between = r"[\s|丨/\[\]()【】·•,;-]*"
    count = r"(?:<count>)\s*:?\s*\(?[0-9][0-9.,]*[万萬]?\+?\)?\s*次?|[0-9][0-9.,]*[万萬]?\+?\s*次?(?:<count>)"
    more = r"(?:[\s,]+[^\s|:,]{2,5}(?![^\s|,]))*"  # posts and names: 作者：见习记者 高远 通讯员 苏文
    when = r"(?><when>):?(?:\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
    parts = rf"{when}|<at>[^\s|:,]{{2,5}}|<said>\s*:\s*[^\s|:,]{{1,20}}{more}|{count}|(?><button>|<size>):?"
    needs = ("when", "at", "said", "count", "button", "size")
    return pattern("line of a site", rf"{between}(?:(?:{parts}){between})+", needs=needs)


@cache
def _said() -> re.Pattern[str]:
    return pattern("line of a site", "<said>")


@cache
def _when() -> re.Pattern[str]:
    return pattern("line of a site", "<when>")
