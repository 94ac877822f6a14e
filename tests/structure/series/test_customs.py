"""What stands below most titles of a page stands below the others too."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.series.customs import below_titles_alone


def readings(roles: str) -> list[Reading]:
    """A sure reading of each role, by its name."""
    return [Reading(STATES.index((Role(role), "block")), 0.9, None) for role in roles.split()]


SIGNED = "{first}\n{name}\n渡口旧了。\n种树\n渔歌\n树少了。\n修桥的事\n眾聲\n橋斷了。\n"


@pytest.mark.parametrize(
    ("first", "name", "states", "expected"),
    [
        ("渡口的灯", "一苇", "subhead subhead", {0: "headline", 1: "byline"}),
        ("渡口的灯", "一苇", "column_title headline", {0: "headline", 1: "byline"}),
        ("渡口的灯", "一苇", "paragraph subhead", {}),
        ("渡口的灯", "修渡口的人说", "subhead subhead", {}),
        ("渡口的灯", "十年！", "subhead subhead", {}),
        ("一、渡口的灯", "一苇", "subhead subhead", {}),
        ("渡口", "灯下的人", "subhead subhead", {}),
    ],
    ids=["a-pen-name", "a-column", "text-above", "too-long", "a-mark", "numbered", "longer-than-its-title"],
)
def test_pen_names(first: str, name: str, states: str, expected: dict[int, str]) -> None:
    """A few letters below a title are who wrote it where most titles are signed so."""
    lines = source_of(SIGNED.format(first=first, name=name)).lines
    found = readings(f"{states} paragraph headline byline paragraph headline byline paragraph")
    assert {told.place: told.role for told in below_titles_alone(lines, found)} == expected


def test_no_pen_names_where_titles_are_not_signed() -> None:
    """One byline below one of two headlines is no custom."""
    lines = source_of(SIGNED.format(first="渡口的灯", name="一苇")).lines
    found = readings("subhead subhead paragraph headline byline paragraph headline deck paragraph")
    assert list(below_titles_alone(lines, found)) == []


DECKED = "渡口的灯\n四十年前的灯火还在\n渡口旧了。\n{title}\n{below}\n树少了。\n"


@pytest.mark.parametrize(
    ("title", "below", "expected"),
    [
        ("会飞的船", "小艇将贴着水面掠过", {3: "headline", 4: "deck"}),
        ("水閘：誰來管", "兩縣之爭會拖累漁船", {3: "headline", 4: "deck"}),
        ("一、会飞的船", "（一）小艇", {}),
        ("会飞的船", "小艇将贴着水面掠过。", {}),
    ],
    ids=["a-deck", "traditional", "numbered", "a-sentence"],
)
def test_decks(title: str, below: str, expected: dict[int, str]) -> None:
    """Two titles between texts are a headline and its deck where headlines have decks."""
    lines = source_of(DECKED.format(title=title, below=below)).lines
    found = readings("headline deck paragraph subhead subhead paragraph")
    assert {told.place: told.role for told in below_titles_alone(lines, found)} == expected
