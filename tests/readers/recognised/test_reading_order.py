"""Groups of regions in the order of reading."""

from __future__ import annotations

import pytest
from lxml import etree

from converter.readers.recognised.reading_order import in_order
from converter.readers.recognised.regions import Region

GROUP = "<OrderedGroup{}>{}</OrderedGroup>"
LOOSE = "<UnorderedGroup>{}</UnorderedGroup>"
INDEXED = "<R r='b' index='1'/><R r='a' index='0'/>"
STORY = GROUP.format(" id='g' type='article'", "<R r='a'/>")


@pytest.mark.parametrize(
    ("order", "names", "ordered"),
    [
        ("", "abc", False),
        (GROUP.format("", "<R r='c'/><R r='a'/>"), "cab", True),
        (GROUP.format("", INDEXED), "abc", True),
        (LOOSE.format("<R r='c'/>"), "abc", False),
        (LOOSE.format("<R r='c'/>" + GROUP.format("", "<R r='b'/>")), "bac", True),
        (GROUP.format("", "<R r='x'/>"), "abc", False),
    ],
    ids="none written indexed loose ordered-in-loose unknown".split(),
)
def test_order(order: str, names: str, ordered: bool) -> None:
    """What an order names comes as it says; the rest comes last."""
    found, said = told(order)
    assert ("".join(region.strips[0] for region in found), said) == (names, ordered)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("order", "heading", "articles"),
    [
        (GROUP.format("", STORY), "", ["g", "", ""]),
        (GROUP.format("", GROUP.format(" id='g'", INDEXED)), "b", ["g", "g", ""]),
        (GROUP.format("", GROUP.format(" id='g'", INDEXED)), "c", ["", "", ""]),
        (GROUP.format("", INDEXED), "a", ["", "", ""]),
        (GROUP.format("", GROUP.format(" id='p'", STORY + "<R r='b'/>")), "b", ["g", "p", ""]),
    ],
    ids="said headed unheaded outermost inner".split(),
)
def test_articles(order: str, heading: str, articles: list[str]) -> None:
    """A group is an article where it is said to be one, or has a heading; the outermost is the page."""
    found, _ = told(order, heading)
    assert [region.article for region in sorted(found, key=lambda region: str(region.strips))] == articles


def told(order: str, heading: str = "") -> tuple[list[Region], bool]:
    """Three regions as an order has them; the name of each stands for its lines."""
    regions = [(name, Region([name], "heading" if name == heading else "")) for name in "abc"]  # type: ignore[list-item]
    root = etree.fromstring(f"<O>{order}</O>")
    return in_order(regions, [root], lambda one: one.get("r"), lambda group: group.get("type") == "article")
