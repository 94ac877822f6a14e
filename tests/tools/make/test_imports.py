"""The picture of who imports whom."""

from pathlib import Path

import pytest
from lxml import etree

from tools.make.imports import OUT, drawn, floors, planned, without_implied

GRAPH = {"attic": {"hall", "cellar", "wall"}, "hall": {"cellar"}, "cellar": set(), "wall": set()}


def test_the_picture_is_up_to_date(root: Path) -> None:
    """What is committed is what ``make imports`` draws now."""
    assert OUT.read_text("utf-8") == drawn(root / "converter")


def test_every_room_is_drawn_once(root: Path) -> None:
    """The picture is well-formed, small, and has a box for each room that is a folder."""
    picture = etree.fromstring(drawn(root / "converter").encode())
    names = picture.xpath("//*[@class='name']/text()")
    folders = {f"{path.parent.name}/" for path in (root / "converter").glob("*/__init__.py")}
    assert sorted(names) == sorted(set(names))
    assert folders <= set(names)
    assert int(picture.get("width")) < 1000


def test_what_others_imply_is_left_out() -> None:
    """An import that a longer way tells as well has no arrow."""
    assert without_implied(GRAPH) == {"attic": {"hall", "wall"}, "hall": {"cellar"}, "cellar": set(), "wall": set()}


def test_floors() -> None:
    """A room stands one floor below the lowest room that imports it; a circle has no floors."""
    assert floors(GRAPH) == {"attic": 0, "hall": 1, "wall": 1, "cellar": 2}
    with pytest.raises(ValueError, match="in a circle: a, b"):
        floors({"a": {"b"}, "b": {"a"}, "c": set()})


def test_an_arrow_has_a_lane_on_every_floor_that_it_goes_by() -> None:
    """No arrow runs through a box: where it passes a floor, it has a place of its own there."""
    plan = planned(GRAPH)
    assert ["attic", "attic>cellar>1", "cellar"] in plan.ways
    assert sorted(plan.floors[1]) == ["attic>cellar>1", "hall", "wall"]
