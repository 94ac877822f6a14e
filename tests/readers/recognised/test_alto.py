"""ALTO: lines with boxes, in the order in which the page is read."""

from __future__ import annotations

import pytest

from converter import load
from converter.errors import UnreadableInput
from converter.readers.kinds import kind_of
from converter.readers.recognised.alto import read_alto

SPACE = "http://www.loc.gov/standards/alto/ns-v{}#"
LEFT = ["　　渡口的船今天清晨开了，", "两岸的人都来看热闹，孩", "子们站在石阶上挥手。"]
RIGHT = ["　　船长说，新船比旧船快", "一半，票价不变，每天来", "回八趟，风大时停开。"]


def line(text: str, left: int, top: int, sure: str = "0.95", size: int = 40, upright: bool = False) -> str:
    """A line of ALTO in pixels."""
    shift = len(text) - len(text.lstrip())
    text, left = text.strip(), left + shift * size
    width, height = (size, len(text) * size) if upright else (len(text) * size, size)
    place = f'HPOS="{left}" VPOS="{top}" WIDTH="{width}" HEIGHT="{height}"'
    return f'<TextLine {place}><String {place} WC="{sure}" CONTENT="{text}"/></TextLine>'


def alto(blocks: str, version: int = 3, head: str = "") -> bytes:
    """A document of one page."""
    layout = f"<Layout><Page WIDTH='1200' HEIGHT='1000'><PrintSpace>{blocks}</PrintSpace></Page></Layout>"
    unit = "<Description><MeasurementUnit>pixel</MeasurementUnit></Description>"
    space = SPACE.format(version)
    return f'<?xml version="1.0" encoding="UTF-8"?><alto xmlns="{space}">{unit}{head}{layout}</alto>'.encode()


def block(lines: list[str], left: int, top: int, more: str = "") -> str:
    """A block of lines of one column."""
    inside = "".join(line(text, left, top + 60 * place) for place, text in enumerate(lines))
    return f"<TextBlock {more}>{inside}</TextBlock>"


@pytest.mark.parametrize("version", [2, 3, 4])
def test_two_columns(version: int) -> None:
    """Each version: the left column before the right one, whatever the order of the file, under the headline."""
    headline = f"<TextBlock>{line('青屿渡口换新船', 100, 100, size=90)}</TextBlock>"
    data = alto(block(RIGHT, 640, 300) + block(LEFT, 100, 300) + headline, version)
    assert kind_of(data) == "alto"
    issue = load(data)
    assert [(b.role.value, b.text) for b in issue.blocks()] == [
        ("headline", "青屿渡口换新船"),
        ("paragraph", "".join(LEFT).strip()),
        ("paragraph", "".join(RIGHT).strip()),
    ]


def test_upright_lines() -> None:
    """A page from top to bottom is read from the right."""
    inside = "".join(
        line(text.strip(), 900 - 60 * place, 100, upright=True) for place, text in enumerate([*LEFT, *RIGHT])
    )
    source = read_alto(alto(f"<TextBlock>{inside}</TextBlock>"))
    assert [one.text for one in source.lines] == [text.strip() for text in [*LEFT, *RIGHT]]
    assert all(one.upright for one in source.lines)


def test_a_line_without_boxes() -> None:
    """Text that no place is said of is kept: here what stands behind a hyphen alone, in a line without a width."""
    data = alto('<TextBlock><TextLine HPOS="9"><HYP CONTENT="渡口的船"/></TextLine></TextBlock>')
    assert [line.text for line in read_alto(data).lines] == ["渡口的船"]


def test_a_doubtful_line() -> None:
    """How sure the words are is told of the line, and makes its block doubtful."""
    inside = "".join(line(text, 100, 300 + 60 * n, "0.4" if n == 1 else "0.99") for n, text in enumerate(LEFT))
    data = alto(f"<TextBlock>{inside}</TextBlock>")
    assert [one.sure for one in read_alto(data).lines] == [0.99, 0.4, 0.99]
    assert [one.doubtful for one in load(data).blocks()] == [True]


def test_order_tags_and_styles() -> None:
    """The order that version 4 states is kept, and so is what tags say; other readings of a word are counted."""
    head = (
        '<Styles><TextStyle ID="s" FONTSIZE="12" FONTSTYLE="bold"/></Styles>'
        '<Tags><LayoutTag ID="t" LABEL="Advertisement"/></Tags>'
        '<ReadingOrder><OrderedGroup><ElementRef REF="b"/><ElementRef REF="a"/></OrderedGroup></ReadingOrder>'
    )
    first = block(["青屿茶庄大减价"], 100, 100, 'ID="a" TAGREFS="t"')
    second = block(["风平浪静"], 100, 300, 'ID="b" STYLEREFS="s"').replace(
        "/></TextLine>", "><ALTERNATIVE>凤平</ALTERNATIVE></String></TextLine>"
    )
    source = read_alto(alto(first + second, 4, head))
    assert [(one.text, one.role, one.size, one.bold) for one in source.lines] == [
        ("风平浪静", None, 12.0, True),
        ("青屿茶庄大减价", "furniture", 9.6, False),
    ]
    assert source.warnings == ("left out 2 character(s) of other readings of words",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (alto(""), "no line of the recognised pages has text"),
        (alto(block(LEFT, 1, 1))[:-20], "no well-formed XML"),
        (b"<!DOCTYPE alto [<!ENTITY a 'b'>]><alto xmlns='x'>&a;</alto>", "declares entities of its own"),
    ],
    ids="empty cut entities".split(),
)
def test_what_is_not_read(data: bytes, message: str) -> None:
    """One sentence each."""
    with pytest.raises(UnreadableInput, match=message):
        read_alto(data)


TAGS = '<Tags>{}<LayoutTag ID="h" LABEL="HeadingLine:title"/><OtherTag ID="n" TYPE="NumberingZone"/></Tags>'
ARTICLES = TAGS.format('<StructureTag ID="a1" TYPE="article"/><StructureTag ID="a2" LABEL="Article 2"/>')


def test_articles_by_tags() -> None:
    """What tags say to be one article is read together and opens one, whatever stands between; lines may be tagged."""
    heading = line("青屿渡口", 100, 100, size=60).replace("<TextLine", '<TextLine TAGREFS="h"')
    blocks = (
        f'<TextBlock TAGREFS="a1">{heading}</TextBlock>'
        + block(LEFT, 100, 200, 'TAGREFS="a1"')
        + block(["潮水今天涨得很高。"], 100, 480, 'TAGREFS="a2"')
        + block(RIGHT, 640, 200, 'TAGREFS="a1"')
        + block(["7"], 580, 960, 'TAGREFS="n"')
    )
    issue = load(alto(blocks, 4, ARTICLES))
    assert [[(b.role.value, b.text) for b in article.blocks()] for article in issue.articles()] == [
        [
            ("headline", "青屿渡口"),
            ("paragraph", "".join(LEFT).strip()),
            ("paragraph", "".join(RIGHT).strip()),
        ],
        [("paragraph", "潮水今天涨得很高。")],
    ]


def test_articles_by_composed_blocks() -> None:
    """A composed block that is called an article is one; one that is an advertisement is furniture."""
    story = f'<ComposedBlock ID="c" TYPE="article">{block(["潮水今天涨得很高。"], 100, 480)}</ComposedBlock>'
    advert = f'<ComposedBlock TYPE="Advertisement">{block(["茶庄减价"], 640, 480)}</ComposedBlock>'
    source = read_alto(alto(story + advert))
    assert [(one.text, one.role, one.opens) for one in source.lines] == [
        ("潮水今天涨得很高。", None, "article"),
        ("茶庄减价", "furniture", "block"),
    ]


def test_a_group_of_the_order_with_a_heading_is_an_article() -> None:
    """One without is none."""
    order = (
        "<ReadingOrder><OrderedGroup><OrderedGroup ID='g'><ElementRef REF='b'/><ElementRef REF='c'/></OrderedGroup>"
        "<OrderedGroup ID='k'><ElementRef REF='d'/></OrderedGroup></OrderedGroup></ReadingOrder>"
    )
    heading = line("青屿渡口", 100, 700).replace("<TextLine", '<TextLine TAGREFS="h"')
    blocks = (
        block(["四月的风。"], 100, 100, 'ID="d"')
        + block(["潮水今天涨得很高。"], 100, 300, 'ID="c"')
        + f'<TextBlock ID="b">{heading}</TextBlock>'
    )
    source = read_alto(alto(blocks, 4, TAGS.format("") + order))
    assert [(one.text, one.opens) for one in source.lines] == [
        ("青屿渡口", "article"),
        ("潮水今天涨得很高。", "block"),
        ("四月的风。", "block"),
    ]


def test_a_turned_block() -> None:
    """The lines of a block that is turned are read in their order; the page's others stay as they are."""
    turned = "".join(
        f'<TextLine HPOS="{left}" VPOS="100" WIDTH="40" HEIGHT="800"><String CONTENT="{text}"/></TextLine>'
        for left, text in ((960, "the second"), (900, "the first line"))
    )
    text = block(LEFT, 100, 300)
    source = read_alto(alto(f'<TextBlock ROTATION="90.0">{turned}</TextBlock>{text}'))
    assert [one.text for one in source.lines] == [
        *(text.strip() for text in LEFT),
        "the first line",
        "the second",
    ]
    assert not any(one.upright for one in source.lines)
