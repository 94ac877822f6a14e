"""Volumes, chapters and sections: the divisions of a document, found over all its lines.

Titles of one tier that rise are one series: they have one role and one depth, whatever stands around each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from converter.model import Line, Opens, Role
from converter.records import NamedTuple
from converter.structure.series.schemes import CHAPTER, TIERS, Division, article_of_law, division, words
from converter.structure.series.telling import Told


class Divisions(NamedTuple):
    """The places of the titles by their tier; ``chaptered`` says that some line is a chapter's title by its look, be
    it alone."""

    tiers: Mapping[int, tuple[int, ...]]
    chaptered: bool


def divisions_of(lines: Sequence[Line], free: Iterable[int]) -> Divisions:
    """The divisions among the lines at the places ``free``, those that nothing else tells of."""
    found = _with_known_leads([(place, each) for place in free if (each := division(lines[place].text))])
    numbered = [(place, each) for place, each in found if each.number is not None]
    tiers = _tiers(numbered)
    tiers = {tier: places for tier, places in tiers.items() if _have_text(tier, tiers, len(lines))}
    if stories := [tier for tier in tiers if tier <= CHAPTER]:  # 尾声 is beside chapters, or what stands for them
        named = [place for place, each in found if each.number is None]
        tiers[max(stories)] = tuple(sorted([*tiers[max(stories)], *named]))
    return Divisions(tiers, any(each.tier == CHAPTER and each.parted for _, each in numbered))


def _tiers(found: Sequence[tuple[int, Division]]) -> dict[int, tuple[int, ...]]:
    """The places of the titles of each tier whose numbers rise, the lowest tier first."""
    tiers: dict[int, tuple[int, ...]] = {}
    for tier in reversed(range(len(TIERS))):
        own = _rising([(place, each) for place, each in found if each.tier == tier])
        if own and (_rises(own) or _heads_the_tier_below(own, tiers)):
            tiers[tier] = tuple([place for place, _ in own])
    return tiers


def articles_of(lines: Sequence[Line], free: Iterable[int]) -> list[int]:
    """The articles of a law (第八条) that have their text behind the number, where most have."""
    found = [(place, each) for place in free if (each := article_of_law(lines[place].text))]
    with_text = [place for place, each in found if each.rest]
    rises = any(above.number < here.number for (_, above), (_, here) in pairwise(found))
    return with_text if rises and 2 * len(with_text) > len(found) else []


def titles_of(divisions: Divisions, law: bool) -> Iterator[Told]:
    """The titles of the divisions. A book's chapters, and what holds them, are stories of their own; what is within a
    chapter, and every division of a ``law``, is a subhead. Of several tiers of stories each is below those above it.
    """
    tiers = sorted(divisions.tiers)
    stories = [] if law else [tier for tier in tiers if tier <= CHAPTER]
    inside = [tier for tier in tiers if tier not in stories] if stories or law else []
    for depth, tier in enumerate(stories, 1):
        depth *= len(stories) > 1
        yield from (Told(place, Role.HEADLINE, Opens.ARTICLE, depth) for place in divisions.tiers[tier])
    yield from (Told(place, Role.SUBHEAD) for tier in inside for place in divisions.tiers[tier])


def _with_known_leads(found: Sequence[tuple[int, Division]]) -> list[tuple[int, Division]]:
    """Those with nothing before the number, or with what several have there (a book's title), or 番外, or a number."""
    leads = Counter([each.lead for _, each in found])
    known = words("division", "before a number")
    return [
        (place, each)
        for place, each in found
        if not each.lead or leads[each.lead] > 1 or each.lead in known or "第" in each.lead or len(each.lead) == 1
    ]


def _rising(found: Sequence[tuple[int, Division]]) -> list[tuple[int, Division]]:
    """Those that belong to a row: where no blank parts the number from the title, it has to go on or begin anew."""
    kept: list[tuple[int, Division]] = []
    for place, each in found:
        last = kept[-1][1].number if kept else 0
        number = each.number or 0
        if each.parted or number == 1 or 0 < number - (last or 0) <= _GAP:
            kept.append((place, each))
    return kept


_GAP = 3
"""How many numbers further a title may be whose number is not set apart."""


def _rises(found: Sequence[tuple[int, Division]]) -> bool:
    """Whether one number is above the one before it."""
    return any((above.number or 0) < (here.number or 0) for (_, above), (_, here) in pairwise(found))


def _heads_the_tier_below(found: Sequence[tuple[int, Division]], tiers: Mapping[int, Sequence[int]]) -> bool:
    """Whether a title that is alone of its kind stands right above one of a lower tier: 卷二 南行, 第七章 青石埠."""
    lower = {place for places in tiers.values() for place in places}
    return bool(lower) and all(place + 1 in lower for place, _ in found)


def _have_text(tier: int, tiers: Mapping[int, Sequence[int]], end: int) -> bool:
    """Whether half of a tier's titles have something below that is no title of it or of a higher one: a list of titles
    is no series of divisions."""
    titles = {place for other, places in tiers.items() if other <= tier for place in places}
    return 2 * sum(place + 1 < end and place + 1 not in titles for place in tiers[tier]) >= len(tiers[tier])
