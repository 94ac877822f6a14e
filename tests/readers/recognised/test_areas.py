"""Areas that are told by coordinates or by IDs."""

from __future__ import annotations

from time import process_time

import pytest
from lxml import etree

from converter.model import Box
from converter.readers.recognised.areas import MOST_BOXES, Area, Areas, box_of
from converter.readers.recognised.regions import Said


@pytest.mark.parametrize(
    ("coordinates", "shape", "box"),
    [
        ("10,20,30,40", "RECT", Box(10, 20, 30, 40)),
        (" 10 20 30 40 ", "rect", Box(10, 20, 30, 40)),
        ("30,40,10,20", "RECT", Box(10, 20, 30, 40)),
        ("10,20,30,20,30,45,10,45", "POLY", Box(10, 20, 30, 45)),
        ("50,60,10", "CIRCLE", Box(40, 50, 60, 70)),
        ("10,20,30", "RECT", None),
        ("", "RECT", None),
        ("a,b,c,d", "RECT", Box(0, 0, 0, 0)),
    ],
)
def test_coordinates(coordinates: str, shape: str, box: Box | None) -> None:
    """As METS writes them: of rectangles and polygons corners, of circles the middle and the radius."""
    assert box_of(coordinates, shape) == box


def areas(*some: Area, page: str = "<Page/>", pixel: float = 1.0) -> tuple[Areas, etree._Element]:
    """Areas of a page that is 100 wide."""
    root = etree.fromstring(page)
    return Areas(some, root, 100.0, 1.0, pixel), root


def test_the_smallest_box_is_right() -> None:
    """Of what lies in several, a box tells that is in the others; of what lies in none, none."""
    outer, inner = Said("", "outer", 0), Said("", "inner", 1)
    found, page = areas(Area(outer, box=Box(0, 0, 90, 90)), Area(inner, box=Box(20, 20, 50, 50)))
    assert found.said(page, Box(30, 30, 40, 40)) is inner
    assert found.said(page, Box(60, 30, 80, 40)) is outer
    assert found.said(page, Box(94, 30, 100, 40)) is None


def test_the_innermost_name_is_right() -> None:
    """An element's own name before that of what it stands in; both before ranges and boxes."""
    block, line, all_, box = (Said("", name, 0) for name in ("block", "line", "range", "box"))
    page = "<Page><B ID='b'><L ID='l'/><L/></B><B ID='c'><L/></B><B ID='d'><L ID='e'/><L ID='f'/></B><B ID='g'/></Page>"
    found, root = areas(
        Area(block, "b"), Area(line, "l"), Area(all_, "c", "d"), Area(box, box=Box(0, 0, 9, 9)), page=page
    )
    inside = Box(1, 1, 2, 2)
    said = [found.said(one, inside) for one in root.iter() if one.tag == "L" or one.get("ID") == "g"]
    assert said == [line, block, all_, all_, all_, box]


def test_time_is_linear_in_areas() -> None:
    """Of more boxes than a page has, the first are looked at; ranges take no look at all those before."""
    page = "<Page>" + "".join(f"<L ID='l{n}'/>" for n in range(4000)) + "<L ID='last'/></Page>"
    some = [Area(Said("", str(n), n), f"l{n}", "last") for n in range(4000)]
    boxes = [Area(Said("", "box", n), box=Box(n, n, n + 1, n + 1)) for n in range(4 * MOST_BOXES)]
    began = process_time()
    found, root = areas(*some, *boxes, page=page)
    assert [found.said(one, Box(0, 0, 0, 0)) for one in root][:-1] == [one.said for one in some]
    assert process_time() - began < 2
