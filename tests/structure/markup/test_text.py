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


def test_a_line_below_a_caption_says_whose_the_picture_is() -> None:
    """Where it begins a block; none that goes on does, nor a long one."""
    caption = line("桥头的灯", role=CAPTION)
    for text, look, role in (
        ("柳　溪摄", {}, Role.CREDIT), ("柳　溪摄", {"opens": Opens.LINE}, CAPTION), ("桥下的人", {}, CAPTION),
        (f"{LONG}　柳　溪摄", {}, CAPTION),
    ):  # fmt: skip
        assert [CAPTION, role] == roles(caption, line(text, role=CAPTION, **look))


def test_the_editors_word_between_a_headline_and_its_text_is_a_lead() -> None:
    """Below its byline too; not amid the text, and a label alone is none."""
    head, note = line("新桥通车", 24, role=HEADLINE), f"编者按：{TEXT}"
    assert roles(head, line("本报记者　柳　溪"), line(note), line(OTHER))[2] is Role.LEAD
    assert roles(head, line(OTHER), line(note), line(OTHER))[2] is not Role.LEAD
    assert roles(head, line("编者按："), line(OTHER))[1] is not Role.LEAD


BOX = Box(0, 0, 90, 12)


@pytest.mark.parametrize(
    ("text", "look", "role"),
    [
        ("渡口镇养护站", {}, Role.SIGNATURE), ("渡口镇　余老伯", {}, Role.SIGNATURE),
        ("（作者为渡口小学教师）", {}, Role.SIGNATURE),
        ("2024年9月8日", {}, Role.DATELINE), ("（撰文：柳溪）", {}, Role.SIGNATURE),
        ("（下转第四版）", {}, None), ("（此件公开发布）", {}, None), ("（本栏目整理：柳　溪）", {}, None),
        ("渡口镇养护站", {"indent": 4}, None), ("渡口镇养护站", {"box": None}, None),
        ("渡口镇养护站", {"centred": True}, None),
    ],
)  # fmt: skip
def test_what_is_set_to_the_right_below_a_text_signs_it(text: str, look: dict[str, Any], role: Role | None) -> None:
    """On a page, down to the story's end, unless its words say what else it is."""
    signed = line(text, **{"indent": 6, "box": BOX, **look})
    title, told = line("新桥通车", 24, role=HEADLINE, box=BOX), line(TEXT, box=BOX)
    assert roles(title, told, signed)[2] is role
    assert roles(title, told, signed, line(OTHER, box=BOX))[2] is not Role.SIGNATURE


@pytest.mark.parametrize(
    ("note", "role"),
    [
        ("（作者为渡口大学教授）", Role.SIGNATURE),
        ("（作者單位：渡口大學）", Role.SIGNATURE),
        ("（柏青禾参与采写）", Role.SIGNATURE),
        ("（摘编自《渡口日报》）", Role.SOURCE_NOTE),
        ("（本报渡口10月19日电）", Role.SOURCE_NOTE),
        ("（他后来再没有回来过。）", None),
        ("作者为渡口大学教授，笑了", None),
    ],
)
def test_notes_in_brackets_below_a_text(note: str, role: Role | None) -> None:
    """Indented as a paragraph is, they say who wrote the text or where it comes from; amid the text they may not."""
    text = [line(TEXT, indent=4, box=BOX), line(OTHER, indent=4, box=BOX)]
    last = settle(source(line("临江新桥通车", 24, level=1, box=BOX), *text, line(note, indent=4, box=BOX))).lines[3]
    amid = settle(source(line("临江新桥通车", 24, level=1, box=BOX), line(note, indent=4, box=BOX), *text)).lines[1]
    assert (last.role if last.role is not Role.PARAGRAPH else None, amid.role in (None, Role.PARAGRAPH)) == (role, True)


def test_names_between_a_headline_and_its_text_on_a_page_are_a_byline() -> None:
    """However long their line is for its column; not below the text, nor in a format without places."""
    names, title = line("本报记者　柳　溪　林晚山", box=BOX), line("新桥通车", 24, role=HEADLINE, box=BOX)
    assert roles(title, names, line(TEXT, box=BOX))[1] is Role.BYLINE
    assert roles(title, replace(names, box=None), line(TEXT, box=BOX))[1] is not Role.BYLINE
    assert roles(title, line(TEXT, box=BOX), names, line(OTHER, box=BOX))[2] is not Role.BYLINE


def test_a_message_is_text_however_short_its_first_line() -> None:
    """The lines of its block tell, where they stand on a page."""
    title, day = line("新桥通车", 24, level=1, box=BOX), line("本报海州5月15日电", box=BOX)
    on = line("（记者柳溪）渡口的老人把船系好，说今天的水比昨天高了半尺。", box=BOX, opens=Opens.LINE)
    assert roles(title, day, on, line(TEXT, box=BOX))[1] is PARAGRAPH
    assert roles(title, day, line(TEXT, box=BOX))[1] is not PARAGRAPH


def test_a_signature_of_two_lines_and_one_that_names() -> None:
    """An indent like a paragraph's is enough where the second line is set to the right, or somebody is named."""
    title, told = line("新桥通车", 24, role=HEADLINE, box=BOX), line(TEXT, box=BOX)
    first, on = line("渡口镇公路养护站", indent=4, box=BOX), line("二队", indent=12, box=BOX, opens=Opens.LINE)
    assert roles(title, told, first, on)[2] is Role.SIGNATURE
    assert roles(title, told, first)[2] is not Role.SIGNATURE
    assert roles(title, told, line("渡口镇　余老伯", indent=4, box=BOX))[2] is Role.SIGNATURE


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
    assert told(*narrow[:3]) is not Role.PARAGRAPH
    assert told("编者按：渡口的老人", *narrow) is not Role.PARAGRAPH
