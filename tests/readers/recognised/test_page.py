"""PAGE XML: the order that it states, what its regions are called, and how sure its text is."""

from __future__ import annotations

import pytest

from converter import load
from converter.readers.kinds import kind_of
from converter.readers.recognised.page import read_page_xml

SPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/{}"
ORDER = (
    '<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="1" regionRef="b"/>'
    '<RegionRefIndexed index="0" regionRef="a"/></OrderedGroup></ReadingOrder>'
)


def corners(left: int, top: int, right: int, bottom: int) -> str:
    """A box as PAGE has it."""
    return f'<Coords points="{left},{top} {right},{top} {right},{bottom} {left},{bottom}"/>'


def region(name: str, lines: list[str], left: int, top: int, kind: str = "paragraph", conf: str = "0.9") -> str:
    """A region of text."""
    inside = "".join(
        f'<TextLine id="{name}{n}">{corners(left, top + 60 * n, left + 40 * len(text), top + 60 * n + 40)}'
        f'<TextEquiv conf="{conf}"><Unicode>{text}</Unicode></TextEquiv></TextLine>'
        for n, text in enumerate(lines)
    )
    place = corners(left, top, left + 500, top + 60 * len(lines))
    return f'<TextRegion id="{name}" type="{kind}">{place}{inside}</TextRegion>'


def page(inside: str, version: str = "2019-07-15") -> bytes:
    """A document of one page."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><PcGts xmlns="{SPACE.format(version)}"><Metadata/>'
        f'<Page imageFilename="a.png" imageWidth="1200" imageHeight="1000">{inside}</Page></PcGts>'
    ).encode()


@pytest.mark.parametrize("version", ["2013-07-15", "2017-07-15", "2019-07-15"])
def test_the_stated_order(version: str) -> None:
    """It is kept against that of the file and of the places; a heading is a headline."""
    body = region("b", ["渡口的船今天清晨开了，两岸的人都来看。"], 100, 100)
    data = page(ORDER + body + region("a", ["青屿渡口", "换了新船"], 100, 700, "heading"), version)
    assert kind_of(data, ".xml") == "page"
    assert [(b.role.value, b.text) for b in load(data).blocks()] == [
        ("headline", "青屿渡口换了新船"),
        ("paragraph", "渡口的船今天清晨开了，两岸的人都来看。"),
    ]


def test_without_an_order() -> None:
    """The layout finds it; captions and advertisements are what they are called, words make a line that has no text."""
    place = corners(100, 100, 260, 140)
    word = f'<Word>{place}<TextEquiv conf="0.5"><Unicode>风平浪静</Unicode></TextEquiv></Word>'
    words = f'<TextRegion id="w">{place}<TextLine id="l">{place}{word}</TextLine></TextRegion>'
    advert = f'<AdvertRegion id="x">{corners(90, 690, 800, 900)}{region("d", ["茶庄减价"], 100, 700)}</AdvertRegion>'
    picture = f'<ImageRegion id="i">{corners(100, 200, 500, 400)}</ImageRegion>'
    source = read_page_xml(page(advert + region("c", ["新船出港。"], 100, 420, "caption") + picture + words))
    assert [(one.text, one.role, one.sure) for one in source.lines] == [
        ("风平浪静", None, 0.5),
        ("新船出港。", "caption", 0.9),
        ("茶庄减价", "furniture", 0.9),
    ]
    assert source.warnings == ("left out 1 picture(s) that only the scan has",)
