"""A sheet is drawn with its blocks outlined, numbered, and linked by arrows where the order jumps."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from converter.model import Article, Block, Box, Issue, Kind, Line, Role, Run, Section, Sheet, Source
from converter.readers.pdf.png import png
from converter.views.browser import annotated

PICTURE = png(bytes(4), 2, 2, 2, 1)
PLACES = (  # text, box, indent
    ("旧港新灯", Box(40, 20, 200, 44), 0),
    ("　　晨雾散尽以后，", Box(40, 60, 140, 70), 4),
    ("渡船一艘接一艘", Box(40, 75, 140, 85), 0),
    ("靠上了码头。", Box(160, 60, 260, 70), 0),
    ("　　灯塔亮了。", Box(160, 75, 260, 85), 4),
)


def lines_at(places: tuple[tuple[str, Box, int], ...], upright: bool = False, page: int = 1) -> tuple[Line, ...]:
    """Lines of a source at their places."""
    made, start = [], 0
    for number, (text, box, indent) in enumerate(places, 1):
        text = text.strip("　")
        made.append(Line(text, start, start + len(text), number, page=page, box=box, indent=indent, upright=upright))
        start += len(text) + 1
    return tuple(made)


def block(role: Role, *lines: Line, sure: float = 1.0) -> Block:
    """A block of some lines."""
    return Block(role, (Run("".join(line.text for line in lines)),), tuple((a.start, a.end) for a in lines), sure)


def source_of(lines: tuple[Line, ...], image: str | None = "sheet1.png") -> Source:
    """A source of one sheet."""
    text = "\n".join(line.text for line in lines)
    return Source(text, lines, images=(("sheet1.png", PICTURE),), sheets=(Sheet(1, 300, 200, image),))


LINES = lines_at(PLACES)
BLOCKS = (
    block(Role.HEADLINE, LINES[0]),
    block(Role.PARAGRAPH, *LINES[1:4]),
    block(Role.PARAGRAPH, LINES[4], sure=0.6),
)
ISSUE = Issue((Section((Article(Kind.ARTICLE, BLOCKS),)),))
TREE = html.document_fromstring(annotated(source_of(LINES), ISSUE))


def outlines(tree: html.HtmlElement) -> list[tuple[str, ...]]:
    """Of every outline on a sheet where it leads, its class and its place."""
    return [
        (rect.getparent().get("href"), rect.get("class"), *(rect.get(edge) for edge in ("x", "y", "width", "height")))
        for rect in tree.xpath("//svg//a/rect")
    ]


def test_each_block_is_outlined_in_its_roles_colour_a_piece_a_column() -> None:
    """A doubtful one has a class for its dashes; what is cut by a column's end has two pieces."""
    assert outlines(TREE) == [
        ("#b1", "block headline", "40.0", "20.0", "160.0", "24.0"),
        ("#b2", "block paragraph", "40.0", "60.0", "100.0", "25.0"),
        ("#b2", "block paragraph", "160.0", "60.0", "100.0", "10.0"),
        ("#b3", "block paragraph doubt", "160.0", "75.0", "100.0", "10.0"),
    ]
    assert TREE.xpath("//svg//title/text()")[-1] == "3 正文 paragraph 60%?"


def test_an_arrow_goes_where_the_next_lines_are_not_right_below() -> None:
    """From the foot of the first column to the head of the second alone."""
    (arrow,) = TREE.xpath("//svg//path[contains(@class, 'jump')]")
    assert (arrow.get("class"), arrow.get("d"), arrow.get("marker-end")) == (
        "jump on",
        "M140.0 85.0 160.0 60.0",
        "url(#arrow1)",
    )


def test_blocks_have_their_numbers_on_the_sheet_and_beside_their_text() -> None:
    """In the order of reading; a number stands where an indent leaves room, else before the line."""
    labels = [(label.text, label.get("text-anchor")) for label in TREE.xpath("//svg//text")]
    assert labels == [("1", "end"), ("2", None), ("3", None)]
    beside = TREE.xpath("//*[@class='sheet']/*[@class='beside']//*[@class='tag']/*[@class='order']/text()")
    assert beside == ["1", "2", "3"]


def test_the_sheets_picture_is_in_the_page_and_its_policy_says_so() -> None:
    """Without a picture it is a blank one, and no style attribute is there, which the policy would forbid."""
    (policy,) = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "; img-src data:; " in policy
    assert [image.get("href")[:22] for image in TREE.xpath("//svg/image")] == ["data:image/png;base64,"]
    assert TREE.xpath("//@style") == []
    bare = html.document_fromstring(annotated(source_of(LINES, None), ISSUE))
    assert (len(bare.xpath("//svg/image")), len(bare.xpath("//svg/rect[@class='blank']"))) == (0, 1)


def test_upright_lines_go_on_to_the_left() -> None:
    """They are one piece where each stands left of the one before; a lower band is reached by an arrow."""
    lines = lines_at(
        (
            ("霧散", Box(200, 20, 210, 120), 0),
            ("渡船", Box(185, 20, 195, 120), 0),
            ("靠岸", Box(200, 140, 210, 180), 0),
        ),
        upright=True,
    )
    issue = Issue((Section((Article(Kind.ARTICLE, (block(Role.PARAGRAPH, *lines),)),)),), language="zh-Hant")
    tree = html.document_fromstring(annotated(source_of(lines), issue))
    assert [outline[2:] for outline in outlines(tree)] == [
        ("185.0", "20.0", "25.0", "100.0"),
        ("200.0", "140.0", "10.0", "40.0"),
    ]
    assert tree.xpath("//svg//path[@class='jump on']/@d") == ["M185.0 120.0 210.0 140.0"]


def test_each_sheet_has_its_own_text_beside_it() -> None:
    """A paragraph that runs over the page's end is outlined on both sheets, its article's bracket in pieces."""
    first, second = lines_at(PLACES[1:2]), lines_at(PLACES[2:3], page=2)
    moved = replace(second[0], start=first[0].end + 1, end=first[0].end + 1 + len(second[0].text), number=2)
    lines = (first[0], moved)
    source = replace(source_of(lines), sheets=(Sheet(1, 300, 200), Sheet(2, 300, 200)))
    issue = Issue((Section((Article(Kind.ARTICLE, (block(Role.PARAGRAPH, *lines),)),)),))
    tree = html.document_fromstring(annotated(source, issue))
    assert [svg.get("aria-label") for svg in tree.xpath("//svg")] == ["第1页", "第2页"]
    assert [rect[0] for rect in outlines(tree)] == ["#b1", "#b1"]
    assert [sheet.xpath(".//*[@class='text']/text()") for sheet in tree.xpath("//*[@class='sheet']")] == [
        [lines[0].text],
        [lines[1].text],
    ]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_words_where_no_picture_is() -> None:
    """A sheet without a picture has its lines' words in their places, upright ones too; one with a picture has none."""
    assert TREE.xpath("//svg/text[contains(@class, 'words')]") == []
    tree = html.document_fromstring(annotated(source_of(LINES, None), ISSUE))
    words = tree.xpath("//svg/text[contains(@class, 'words')]")
    assert [word.text for word in words] == [line.text for line in LINES]
    assert (words[0].get("x"), words[0].get("textlength")) == ("40.0", "160.0")
    upright = lines_at((("旧港新灯", Box(40, 20, 64, 180), 0),), upright=True)
    issue = Issue((Section((Article(Kind.ARTICLE, (block(Role.HEADLINE, *upright),)),)),))
    (word,) = html.document_fromstring(annotated(source_of(upright, None), issue)).xpath("//svg/text[@textlength]")
    assert (word.get("class"), word.get("x"), word.get("y"), word.get("textlength")) == (
        "words upright",
        "52.0",
        "20.0",
        "160.0",
    )


@pytest.mark.parametrize(("upright", "wide"), [(False, "22.5rem"), (True, "2.2rem")])
def test_its_width_on_a_small_screen(upright: bool, wide: str) -> None:
    """Most of the text is as high as small print there, ten or a hundred points on this page of 300; an upright page
    is told, as it begins at its right edge."""
    lines = lines_at(PLACES[1:], upright)
    issue = replace(ISSUE, sections=(Section((Article(Kind.ARTICLE, (block(Role.PARAGRAPH, *lines),)),)),))
    (figure,) = html.document_fromstring(annotated(source_of(lines), issue)).xpath("//figure")
    assert (figure.get("class"), figure.get("tabindex")) == ("upright" if upright else None, "0")
    assert figure.find("svg").get("width") == wide


def test_the_widest_picture() -> None:
    """Tiny text, as a broken file may have, makes no picture that nothing can hold."""
    lines = lines_at((("旧港新灯", Box(1, 1, 2, 1.01), 0),))
    issue = replace(ISSUE, sections=(Section((Article(Kind.ARTICLE, (block(Role.HEADLINE, *lines),)),)),))
    source = replace(source_of(lines), sheets=(Sheet(1, 9000, 9000, None),))
    (svg,) = html.document_fromstring(annotated(source, issue)).xpath("//svg")
    assert svg.get("width") == "140.0rem"
