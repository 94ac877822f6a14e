"""The order in which a page states that its regions are read, as ALTO 4.3 and PAGE XML have it alike.

It is of groups in one another, ordered or not. A group below the outermost is an article where it is said to be one, or
has a heading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from converter.readers.recognised.regions import Region
from converter.readers.recognised.xml import children, local, number


def in_order(
    regions: Sequence[tuple[str, Region]],
    orders: Sequence[Any],
    name_of: Callable[[Any], str | None],
    is_article: Callable[[Any], bool],
) -> tuple[list[Region], bool]:
    """Named regions as they are read, those that no order names last; and whether the page states an order.

    ``name_of`` gives the region that an element of an order stands for. The regions' articles are told.
    """
    groups: dict[str, str] = {}
    articles: set[str] = set()
    for order in orders:
        for name, group, said in _places(order, name_of, is_article):
            groups.setdefault(name, group)
            articles |= {group} if said else set()
    articles |= {groups.get(name, "") for name, region in regions if region.is_heading}
    for name, region in regions:
        if groups.get(name) in articles:
            region.article = region.article or groups[name]
    places = {name: place for place, name in enumerate(groups)}
    ordered = any(name in places for name, _ in regions)
    return [region for _, region in sorted(regions, key=lambda pair: places.get(pair[0], len(places)))], ordered


def _places(
    order: Any, name_of: Callable[[Any], str | None], is_article: Callable[[Any], bool]
) -> Iterator[tuple[str, str, bool]]:
    """The names of regions in the order of reading, each with its group below the outermost and whether that is said to
    be an article."""
    stack = [(element, "", False, 0) for element in reversed([*children(order)])]
    while stack:
        element, group, said, depth = stack.pop()
        if depth and not said and _is_group(element):
            said = is_article(element)
            group = _name(element) if said or not group else group
        if name := name_of(element):
            yield name, group, said
        stack += [(child, group, said, depth + 1) for child in reversed(_inside(element))]


def _inside(element: Any) -> list[Any]:
    """What a group holds: by its indexes where there are some, else as it is written. What stands in a group without an
    order, and in no other inside it, has no place."""
    inside = [child for child in children(element) if local(child) != "UserDefined"]
    if local(element).startswith("Unordered"):
        return [child for child in inside if _is_group(child)]
    return sorted(inside, key=lambda child: number(child.get("index")))


def _is_group(element: Any) -> bool:
    return "Group" in local(element)


def _name(group: Any) -> str:
    return group.get("id") or group.get("ID") or "group"
