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
        ("茶庄减价", "furniture", 0.9),
        ("新船出港。", "caption", 0.9),
    ]
    assert source.warnings == (
        "left out 1 picture(s) that only the scan has: put the scan beside the document (a.png)",
    )


def test_resolution() -> None:
    """Boxes are in points by the dots an inch or centimetre that the page says its image has."""
    for said, right in (
        ("imageXResolution='150'", 124.8),
        ("imageXResolution='60' imageResolutionUnit='PPCM'", 260 * 72 / 152.4),
        ("imageXResolution='150' imageResolutionUnit='other'", 62.4),
    ):
        data = page(region("a", ["渡口"] * 2, 180, 100)).replace(b"imageWidth", f"{said} imageWidth".encode())
        box = read_page_xml(data).lines[0].box
        assert box is not None and box.right == pytest.approx(right, abs=0.01)


def test_directions() -> None:
    """A line of two characters runs as the page, its region or it itself says."""
    body = region("a", ["渡口", "的船", "开了"], 100, 100).replace(
        'type="paragraph"', 'readingDirection="top-to-bottom"'
    )
    assert [one.upright for one in read_page_xml(page(body)).lines] == [True] * 3
    one = region("a", ["渡口", "的船"], 100, 100).replace('id="a1"', 'id="a1" readingDirection="top-to-bottom"')
    assert sorted(one.upright for one in read_page_xml(page(one)).lines) == [False, True]
    old = region("a", ["渡口换了新船"], 100, 100).replace('type="paragraph"', 'readingDirection="right-to-left"')
    assert [(one.text, one.upright) for one in read_page_xml(page(old)).lines] == [("渡口换了新船", False)]


@pytest.mark.parametrize("name", ["orientation", "readingOrientation"])
def test_a_turned_page(name: str) -> None:
    """A region that has to be turned back by a right angle is read as it stands then; one that leans stays."""
    inside = "".join(
        f'<TextLine id="l{left}">{corners(left, 100, left + 40, 900)}'
        f"<TextEquiv><Unicode>{text}</Unicode></TextEquiv></TextLine>"
        for left, text in ((160, "second line of it"), (100, "the first line of it"))
    )
    turned = f'<TextRegion id="t" {name}="90.0">{corners(90, 90, 210, 910)}{inside}</TextRegion>'
    source = read_page_xml(page(turned))
    assert [(one.text, one.upright) for one in source.lines] == [
        ("the first line of it", False),
        ("second line of it", False),
    ]
    leans = region("a", ["渡口换了新船"], 100, 100).replace('type="paragraph"', f'{name}="-3.2"')
    assert (read_page_xml(page(leans)).sheets[0].width, read_page_xml(page(leans)).sheets[0].height) == (288, 240)


def test_an_order_of_none() -> None:
    """Regions in a group without an order are read where they stand, and articles in it are kept together."""
    loose = (
        "<ReadingOrder><UnorderedGroup id='u'><RegionRef regionRef='b'/><RegionRef regionRef='a'/>{}</UnorderedGroup>"
    )
    body = region("a", ["左边第一行文字"], 100, 100) + region("b", ["右边第一行文字"], 700, 100)
    order = loose.format("") + "</ReadingOrder>"
    assert [one.text for one in read_page_xml(page(order + body)).lines] == ["左边第一行文字", "右边第一行文字"]
    inner = "<OrderedGroup id='g' type='article'><RegionRefIndexed index='0' regionRef='c'/></OrderedGroup>"
    order = loose.format(inner) + "</ReadingOrder>"
    source = read_page_xml(page(order + body + region("c", ["四月的风。"], 100, 700)))
    assert [(one.text, one.opens) for one in source.lines][0] == ("四月的风。", "article")


def test_articles_of_transkribus() -> None:
    """Lines say in ``custom`` of which article they are, and regions what they are."""
    article = 'custom="readingOrder {{index:0;}} structure {{id:{}; type:article;}}" id='
    title = region("a", ["渡口换了新船"], 100, 100).replace(
        'type="paragraph"', 'custom="readingOrder {index:0;} structure {type:heading;}"'
    )
    body = region("b", ["渡口的船今天清晨开了。", "潮水今天涨得很高。"], 100, 200)
    data = title.replace('id="a0"', article.format("a1") + '"a0"')
    data += body.replace('id="b0"', article.format("a1") + '"b0"').replace('id="b1"', article.format("a2") + '"b1"')
    source = read_page_xml(page(data))
    assert [(one.text, one.level, one.opens) for one in source.lines] == [
        ("渡口换了新船", 1, "article"),
        ("渡口的船今天清晨开了。", 0, "block"),
        ("潮水今天涨得很高。", 0, "article"),
    ]


def test_regions_in_a_region() -> None:
    """The text of one that holds others stands in these."""
    inner = region("a", ["渡口换了新船"], 100, 100)
    text = "<TextEquiv><Unicode>渡口换了新船</Unicode></TextEquiv>"
    outer = f"<TextRegion id='o'>{corners(0, 0, 900, 900)}{inner}{text}</TextRegion>"
    assert [one.text for one in read_page_xml(page(outer)).lines] == ["渡口换了新船"]
