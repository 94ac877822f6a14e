"""Captions, sentences, and what headings leave to be text."""

from dataclasses import replace
from typing import Any

import pytest

from converter.model import Box, Line, Opens, Role, Run
from converter.structure.markup import settle
from tests.structure.markup.setting import OTHER, TEXT, line, source

HEADLINE, SUBHEAD, PARAGRAPH, CAPTION = Role.HEADLINE, Role.SUBHEAD, Role.PARAGRAPH, Role.CAPTION
PICTURE = line("图片", role=CAPTION, runs=(Run("图片", image="bridge.jpg"),))
LONG = "历时三年的新桥昨日通车两岸居民走上桥头一早就在等候看船过江的人群排到了码头边上一直到夜里"


def roles(*lines: Line) -> list[Role | None]:
    """What mark-up tells of the lines."""
    return [each.role for each in settle(source(*lines)).lines]


@pytest.mark.parametrize(
    ("text", "look", "role"),
    [
        ("桥头的灯", {}, CAPTION), ("桥头的灯", {"bold": True}, None), ("桥头的灯", {"opens": None}, None),
        (LONG, {}, None),
        (LONG, {"centred": True}, CAPTION), (LONG, {"size": 11}, CAPTION), (LONG, {"size": 11.3}, None),
    ],
)  # fmt: skip
def test_a_line_under_a_picture(text: str, look: dict[str, Any], role: Role | None) -> None:
    """A short line, or one that is centred or in smaller type, is the caption; one of a longer paragraph is not."""
    assert [CAPTION, role, PARAGRAPH, PARAGRAPH] == roles(PICTURE, line(text, **look), line(TEXT), line(OTHER))


def test_a_caption_stands_right_under_its_picture() -> None:
    """The next line is left to the search, and so is one under a caption without a picture."""
    assert roles(PICTURE, line("桥头的灯"), line("孩子们")) == [CAPTION, CAPTION, None]
    assert roles(line("桥头的灯", role=CAPTION), line("孩子们")) == [CAPTION, None]


@pytest.mark.parametrize(
    ("text", "look", "role"),
    [
        ("桥上的灯一盏一盏亮起来，江面很亮。", {}, None), ("桥上的灯一盏一盏亮起来，江面很亮了。", {}, PARAGRAPH),
        (TEXT.rstrip("。"), {}, None),
        (TEXT, {"opens": None}, None), (f"（{TEXT}）", {}, None), (f"编者按：{TEXT}", {}, None),
        (f"图为{TEXT}", {}, None),
        ("现就有关事项通知如下：", {}, PARAGRAPH), ("本报记者：", {}, None), (TEXT, {"size": 24}, None),
        (f"▲{TEXT}", {}, None),
    ],
)  # fmt: skip
def test_a_whole_sentence_is_text(text: str, look: dict[str, Any], role: Role | None) -> None:
    """Of 18 characters or more, in a paragraph of its own; what announces a list too, but no note and no caption."""
    assert role is roles(line(OTHER * 3), line(text, **look))[1]


def test_a_sentence_under_a_picture_may_be_its_words() -> None:
    """There it has 30 characters or more."""
    short, long = (
        "看，" + "桥上的灯一盏一盏亮起来，江面很亮了，孩子们。",
        "看，" + "桥上的灯一盏一盏亮起来，江面很亮了，孩子们数着灯走回家去。",
    )
    assert roles(PICTURE, line(short)) == [CAPTION, None]
    assert roles(PICTURE, line(long)) == [CAPTION, PARAGRAPH]


def test_text_under_headings() -> None:
    """Where headings stand under a headline other lines are text, but at its edges those that say what they are."""
    title, part = line("港口", None, level=1), line("进港", None, level=2)
    lines = [line(text, None) for text in ("先减速", "本报记者 柏青禾", "再靠岸", "看灯", "听令", "系缆", "（于越）")]
    assert [HEADLINE, SUBHEAD, *[PARAGRAPH] * 6, None] == roles(
        title, part, line("先减速", None), line("看灯", None), *lines[2:]
    )
    assert roles(title, lines[1], part, lines[1], lines[0]) == [HEADLINE, None, SUBHEAD, None, PARAGRAPH]
    assert PARAGRAPH is roles(title, part, *lines[2:6], lines[1], *lines[2:6])[6]
    lines[0] = line("先减速", None, opens=Opens.LINE)
    assert roles(title, part, line(TEXT, None), lines[0]) == [HEADLINE, SUBHEAD, PARAGRAPH, None]


def test_the_edges_of_a_story() -> None:
    """Three lines under its headline and three at its end; between them a name is text too."""
    title, part = line("港口", None, level=1), line("进港", None, level=2)
    plain, name = line("先减速。", None), line("江帆", None)
    for place, role in ((3, None), (4, PARAGRAPH), (6, PARAGRAPH), (7, None)):
        lines = [title, part, *[plain] * 8]
        lines[place] = name
        assert role is roles(*lines)[place], place


def test_text_under_a_headline_alone() -> None:
    """There a short line may be a subhead; a long one, a formula and code are text once some has begun."""
    title = line("港口", None, level=1)
    lines = [line(text, None) for text in ("先减速", "桥上的灯。", "先减速", "S = vt + s0", LONG)]
    assert roles(title, *lines) == [HEADLINE, None, PARAGRAPH, None, PARAGRAPH, PARAGRAPH]
    told = line("港口", None, role=HEADLINE, opens=Opens.ARTICLE)
    assert [HEADLINE, *[None] * 5] == roles(told, *lines)


def test_the_head_of_a_document_with_headings() -> None:
    """What is set apart between its title and its text says when and by whom; elsewhere that is the search's to say."""
    title, part = line("港口手册", 24, centred=True), line("进港", None, level=1)
    day, author, plain = line("2024年5月16日", centred=True), line("江帆", centred=True), line("第二版")
    head = [Role.DATELINE, Role.BYLINE, None]
    assert [HEADLINE, *head, SUBHEAD, PARAGRAPH] == roles(title, day, author, plain, part, line(TEXT))
    assert roles(title, day, author, plain, line(TEXT)) == [HEADLINE, None, None, None, PARAGRAPH]


@pytest.mark.parametrize(
    ("box", "expected"), [(Box(0, 0, 9, 9), None), (None, PARAGRAPH)], ids=["a-page", "a-document"]
)
def test_a_short_line_of_a_printed_page(box: Box | None, expected: Role | None) -> None:
    """In a document with headings it is text; a page's subheads may be set as its text is, so that it stays open."""
    lines = [
        line("通车", 24, level=1),
        line("一、桥", 18, level=2),
        line(TEXT),
        line("桥头的灯"),
        line(TEXT),
        line(OTHER),
    ]
    lines += [line(OTHER)] * 4
    assert roles(*(replace(each, box=box) for each in lines))[3] is expected


def test_an_editors_note_stays_open() -> None:
    """Below a heading too it may be a lead."""
    lines = [line("通车", 24, level=1), line(TEXT), *[line(OTHER)] * 4, line(f"编者按：{TEXT}"), *[line(OTHER)] * 4]
    assert roles(*lines)[6] is None


def test_lines_of_a_printed_page_that_end_a_sentence_together() -> None:
    """They are text, be they ever so narrow; not in other type, without a stop, or where words say what they are."""

    def told(*texts: str, **seen: Any) -> Role | None:
        box = Box(0, 0, 90, 10)
        head = line("临江新桥昨日通车", 20, level=1, box=box)
        first, *others = texts
        lines = [line(first, box=box, **seen), *(line(text, box=box, opens=Opens.LINE, **seen) for text in others)]
        return settle(source(head, *lines, line(TEXT, box=box))).lines[1].role

    narrow = "渡口的老人把船系好", "说今天的水比昨天高", "了半尺，要多等一会", "儿才能过江去看新桥。"
    assert told(*narrow) is Role.PARAGRAPH
    assert told(*narrow, bold=True) is not Role.PARAGRAPH
    assert told(*narrow[:3]) is not Role.PARAGRAPH
    assert told("编者按：渡口的老人", *narrow) is not Role.PARAGRAPH
