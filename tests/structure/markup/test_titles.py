"""Mastheads, headlines, kickers and decks by their type, on both sides of every threshold."""

from dataclasses import replace
from typing import Any

import pytest

from converter.model import Box, Line, Opens, Role
from converter.structure import pins_of
from converter.structure.markup import settle
from tests.structure.markup.setting import OTHER, TEXT, line, source

FOLIO, KICKER, HEADLINE, DECK = Role.FOLIO, Role.KICKER, Role.HEADLINE, Role.DECK
SUBHEAD, PARAGRAPH, BYLINE = Role.SUBHEAD, Role.PARAGRAPH, Role.BYLINE
NOTHING: dict[str, Any] = {}
CENTRED: dict[str, Any] = {"centred": True}
BOTH: dict[str, Any] = {"bold": True, "centred": True}


def roles(*lines: Line) -> list[Role | None]:
    """What type tells of the lines."""
    return [each.role for each in settle(source(*lines)).lines]


@pytest.mark.parametrize(
    ("size", "look", "role"),
    [
        (18, NOTHING, HEADLINE), (17.9, NOTHING, None), (15.6, CENTRED, HEADLINE), (15.5, CENTRED, None),
        (15.6, {"bold": True}, HEADLINE), (13.2, BOTH, HEADLINE), (13.1, BOTH, None), (None, BOTH, None),
    ],
)  # fmt: skip
def test_a_headline_is_larger_than_the_text(size: float | None, look: dict[str, Any], role: Role | None) -> None:
    """1.5 times the text's size, 1.3 times where it is bold or centred, 1.1 times where it is both."""
    assert [role, PARAGRAPH, PARAGRAPH] == roles(line("临江新桥昨日通车", size, **look), line(TEXT), line(OTHER))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("新桥昨日通车" * 10, HEADLINE), ("新桥昨日通车" * 10 + "了", None), ("谁来修桥？", HEADLINE),
        ("桥修好了。", None), ("2024年5月", FOLIO),
    ],
)  # fmt: skip
def test_a_headline_has_at_most_60_characters_and_is_no_sentence(text: str, role: Role | None) -> None:
    """It may ask; a month alone is a masthead's."""
    assert [role, PARAGRAPH, PARAGRAPH] == roles(line(text, 24), line(TEXT), line(OTHER))


def test_only_the_largest_lines_are_headlines() -> None:
    """Each opens a story; what is smaller heads a part of one."""
    found = settle(
        source(line("新桥通车", 24), line(TEXT), line("灯", 18), line(OTHER), line("新船靠岸", 24), line(TEXT))
    )
    expected = [(HEADLINE, Opens.ARTICLE, 0), (PARAGRAPH, Opens.BLOCK, 0), (SUBHEAD, Opens.BLOCK, 1)]
    expected += [(PARAGRAPH, Opens.BLOCK, 0), (HEADLINE, Opens.ARTICLE, 0), (PARAGRAPH, Opens.BLOCK, 0)]
    assert expected == [(each.role, each.opens, each.depth) for each in found.lines]


def test_a_smaller_line_that_begins_a_story_is_a_headline() -> None:
    """With a byline or a message below it, between stories, also under a kicker of its own; else it heads a part."""
    title, byline, text = line("新桥通车", 24), line("本报记者 江帆"), line(TEXT)
    second, kicker = line("新船靠岸", 18), line("渔港", 14)
    message = line("本报讯 昨晚七点，老街的夜市开张，两百个摊位摆到了江边，炸鱼的香味飘过了桥。")
    for below in (byline, message):
        assert roles(title, text, second, below, text)[:3] == [HEADLINE, PARAGRAPH, HEADLINE]
        assert roles(title, text, kicker, second, below, text)[:4] == [HEADLINE, PARAGRAPH, KICKER, HEADLINE]
    assert roles(title, text, second, line(OTHER), text)[:3] == [HEADLINE, PARAGRAPH, SUBHEAD]
    assert roles(title, second, byline, text)[:3] == [HEADLINE, DECK, None]


def test_of_two_lines_of_a_size_the_bold_one_is_the_headline() -> None:
    """A kicker or a deck may be as large, but not bold."""
    title = line("新桥通车", 24, bold=True)
    assert roles(line("两岸相连", 24), title, line("首日七百人过江", 24), line(TEXT)) == [
        KICKER,
        HEADLINE,
        DECK,
        PARAGRAPH,
    ]


def test_a_headline_over_several_lines_is_one() -> None:
    """Lines that are set alike go on; one after a gap, one that is set otherwise, and one after a stop do not."""
    lines = settle(
        source(line("新桥昨日通车，", 24), line("七百人走过江面", 24), line(TEXT), line("新船", 24, gap_before=1))
    ).lines
    assert [(each.role, each.opens) for each in lines] == [
        (HEADLINE, Opens.ARTICLE),
        (HEADLINE, Opens.LINE),
        (PARAGRAPH, Opens.BLOCK),
        (HEADLINE, Opens.ARTICLE),
    ]
    apart = settle(source(line("新桥通车", 24), line("新船靠岸", 24, gap_before=1), line(TEXT))).lines
    assert [each.opens for each in apart] == [Opens.ARTICLE, Opens.ARTICLE, Opens.BLOCK]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([1, 2, 3], [HEADLINE, SUBHEAD, SUBHEAD]), ([1, 1, 2], [HEADLINE, HEADLINE, SUBHEAD]),
        ([2, 3, 3], [HEADLINE, SUBHEAD, SUBHEAD]), ([2, 2, 3], [SUBHEAD, SUBHEAD, SUBHEAD]),
    ],
)  # fmt: skip
def test_the_highest_headings_are_headlines(levels: list[int], expected: list[Role]) -> None:
    """Of the first level all, of another only a lone one: several head parts of one story."""
    lines = [each for level in levels for each in (line("港区", None, level=level), line(TEXT, None))]
    assert expected == roles(*lines)[::2]


def test_a_large_line_above_all_headings_is_the_headline() -> None:
    """The headings are subheads then, whatever their level; one that stands below a heading is a subhead itself."""
    heading = line("进港", None, level=1)
    assert roles(line("港口手册", 24), heading, line(TEXT)) == [HEADLINE, SUBHEAD, PARAGRAPH]
    assert roles(heading, line(TEXT), line("港口手册", 24), line(OTHER)) == [HEADLINE, PARAGRAPH, SUBHEAD, PARAGRAPH]


def test_what_the_format_calls_a_headline_is_the_only_one() -> None:
    """Larger lines are subheads under it."""
    told = line("港口手册", 14, role=HEADLINE, opens=None)
    assert roles(told, line(TEXT), line("灯", 24), line(OTHER)) == [HEADLINE, PARAGRAPH, SUBHEAD, PARAGRAPH]


@pytest.mark.parametrize(
    ("above", "size", "look", "role"),
    [
        ("历时三年 两岸相连", 14, CENTRED, KICKER), ("歷時三年，兩岸相連", 18, BOTH, KICKER),
        ("历时三年 两岸相连", 12, CENTRED, KICKER),
        ("历时三年 两岸相连", 11, CENTRED, None), ("历时三年 两岸相连", 14, NOTHING, None),
        ("历时三年 两岸相连", 22, CENTRED, KICKER),
        ("历时三年两岸相连" * 4, 14, CENTRED, None), ("历时三年。", 14, CENTRED, None),
        ("临港政办〔2024〕12号", 14, CENTRED, None),
        ("本报记者 柏青禾", 14, CENTRED, None), ("临江县渡口管理局", 14, CENTRED, None),
        ("（讲话稿）", 14, CENTRED, None),
        ("临江日报", 14, CENTRED, None),
    ],
)  # fmt: skip
def test_the_kicker_stands_above_a_headline(above: str, size: float, look: dict[str, Any], role: Role | None) -> None:
    """A short line in type between the text's and the headline's, set as the headline is, that says nothing else."""
    lines = settle(source(line(above, size, **look), line("海湾新桥昨日通车", 22, **BOTH), line(TEXT))).lines
    assert [role, HEADLINE] == [each.role for each in lines[:2]]
    assert (role is KICKER) == ([each.opens for each in lines[:2]] == [Opens.ARTICLE, Opens.BLOCK])


def test_a_kicker_has_at_most_two_lines() -> None:
    """They go together; three are something else."""
    over = [line("历时三年", 14, **CENTRED), line("两岸相连", 14, **CENTRED), line("渡口停摆", 14, **CENTRED)]
    title = line("海湾新桥昨日通车", 22, **BOTH)
    lines = settle(source(*over[:2], title, line(TEXT))).lines
    assert [(each.role, each.opens) for each in lines[:3]] == [
        (KICKER, Opens.ARTICLE),
        (KICKER, Opens.LINE),
        (HEADLINE, Opens.BLOCK),
    ]
    assert roles(*over, title, line(TEXT)) == [None, None, None, HEADLINE, PARAGRAPH]


def test_a_plain_headline_has_a_plain_kicker() -> None:
    """Where the headline is not centred its kicker need not be; then only its size tells."""
    title = line("海湾新桥昨日通车", 22)
    assert roles(line("历时三年，两岸相连", 14), title, line(TEXT)) == [KICKER, HEADLINE, PARAGRAPH]
    assert roles(line("历时三年，两岸相连", 12), title, line(TEXT)) == [None, HEADLINE, PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "size", "role"),
    [
        ("首日七百人走过江面", 14, DECK), ("首日七百人走过江面", 13.1, None), ("本报记者 柏青禾", 14, None),
        ("首日七百人走过江面。", 14, None),
        ("首日七百人走过江面" * 7, 14, None),
    ],
)  # fmt: skip
def test_the_deck_stands_below_a_headline(text: str, size: float, role: Role | None) -> None:
    """A line in type between the text's and the headline's that says nothing else."""
    assert [HEADLINE, role, PARAGRAPH] == roles(line("海湾新桥昨日通车", 22), line(text, size), line(TEXT))


def test_headings_beside_a_headline() -> None:
    """A lower heading above the headline is its kicker; one below it that has a byline for its part is its deck."""
    over, title, under = (
        line(text, None, level=level) for text, level in (("两岸相连", 3), ("新桥通车", 1), ("七百人过江", 2))
    )
    byline, text = line("本报记者 柏青禾", None), line(TEXT, None)
    assert roles(over, title, under, byline, text) == [KICKER, HEADLINE, DECK, None, PARAGRAPH]
    assert roles(over, title, under, text) == [KICKER, HEADLINE, SUBHEAD, PARAGRAPH]
    assert roles(line("两岸相连", None, level=1), title, text) == [HEADLINE, HEADLINE, PARAGRAPH]


def test_mastheads_head_no_story() -> None:
    """A paper's name above everything, and an office's above the number of its notice."""
    title = line("关于渡口安全的通知", 22, centred=True)
    assert roles(line("临江日报", 36, **BOTH), title, line(TEXT)) == [FOLIO, HEADLINE, PARAGRAPH]
    number = line("临交发〔2024〕18号", 16, centred=True)
    letterhead = line("临江县交通运输局文件", 36, **BOTH)
    assert roles(letterhead, number, title, line(TEXT)) == [FOLIO, FOLIO, HEADLINE, PARAGRAPH]
    assert roles(letterhead, line(TEXT)) == [HEADLINE, PARAGRAPH]


def test_a_line_that_may_be_a_kicker_is_left_to_the_search() -> None:
    """Above a headline it may open the story, though the format begins a paragraph there; text does not."""
    title = line("新桥通车", None, level=1)
    lines = settle(source(line("历时三年，两岸相连", None), title, line(TEXT, None))).lines
    assert [(each.role, each.opens) for each in lines[:2]] == [(None, None), (HEADLINE, None)]
    lines = settle(source(line(TEXT, None), title, line(TEXT, None))).lines
    assert [each.opens for each in lines[:2]] == [Opens.BLOCK, Opens.ARTICLE]


BOX = Box(0, 0, 9, 9)


def column(name: str, box: Box | None) -> list[Line]:
    """A column of news in brief below its name: two titles that are set alike, each above a text."""
    titles = [line(text, 13.5, bold=True, box=box) for text in ("桥头的灯", "渡口的船")]
    return [line(name, 24, level=1, box=box), titles[0], line(TEXT, box=box), titles[1], line(OTHER, box=box)]


@pytest.mark.parametrize(
    ("name", "box", "expected"),
    [
        ("简讯速览", BOX, [Role.COLUMN_TITLE, HEADLINE, PARAGRAPH, HEADLINE, PARAGRAPH]),
        ("临江新桥昨日通车", BOX, [HEADLINE, DECK, PARAGRAPH, SUBHEAD, PARAGRAPH]),
        ("简讯速览", None, [HEADLINE, DECK, PARAGRAPH, SUBHEAD, PARAGRAPH]),
    ],
    ids=["a-column", "a-story", "no-page"],
)
def test_a_column_of_news_in_brief(name: str, box: Box | None, expected: list[Role]) -> None:
    """On a printed page a headline that is a column's name has the titles of its items below it."""
    assert roles(*column(name, box)) == expected


def test_the_items_of_a_column() -> None:
    """They are told to be of it, up to a headline that has a level; the next story is not."""
    lines = settle(
        source(*column("简讯速览", BOX), line("临江新桥昨日通车", 24, level=1, box=BOX), line(TEXT, box=BOX))
    ).lines
    assert [pin.brief for pin in pins_of(lines)] == [None, True, None, True, None, None, None]


def test_items_that_the_page_shows_leave_the_headlines_to_be_told() -> None:
    """Headlines of items by their place on the page are not all that the page has: what has a level is one too."""
    told = column("渡口的一周", BOX)
    told = [replace(told[0], role=Role.COLUMN_TITLE), *(replace(e, role=HEADLINE) if e.bold else e for e in told[1:])]
    lines = [*told, line("临江新桥昨日通车", 24, level=1, box=BOX), line(TEXT, box=BOX)]
    expected = [Role.COLUMN_TITLE, HEADLINE, PARAGRAPH, HEADLINE, PARAGRAPH, HEADLINE, PARAGRAPH]
    assert roles(*lines) == expected


def printed(*sizes_and_texts: tuple[float, str], level: int = 1) -> list[Role | None]:
    """What type tells of large lines, each above a text, in a document with three headlines in 28 points."""
    headlines = [line(text, 28, level=1, box=BOX) for text in ("临江新桥通车", "渡口今晨开船", "山城灯会开幕")]
    lines = [each for title in headlines for each in (title, line(TEXT, box=BOX))]
    subhead = [line("桥头的灯", 14, level=3, box=BOX), line(OTHER, box=BOX)]
    large = [each for size, text in sizes_and_texts for each in (line(text, size, level=level, box=BOX), line(TEXT))]
    return [roles(*lines, *subhead, *large)[number] for number in range(8, 8 + len(large), 2)]


@pytest.mark.parametrize(
    ("size", "text", "role"),
    [
        (14, "渡口的船", None),  # set as the subhead is
        (16, "渡口的船", HEADLINE),
        (16, "本报记者 柏青禾", None),
        (16, "（柏青禾参与采写）", None),
        (28, "本报记者 柏青禾", HEADLINE),
        (28, "本版责编：柏青禾 江晚", None),
        (20, "渡口的船", HEADLINE),
    ],
)
def test_what_is_far_smaller_than_the_headlines(size: float, text: str, role: Role | None) -> None:
    """It stands alone on a page that a text goes on on: by its words, or others like it, it is no headline."""
    assert printed((size, text)) == [role]


def test_names_under_a_headline_are_no_subhead() -> None:
    """Whatever their type."""
    assert printed((14, "渡口的船"), (14, "本报记者 柏青禾"), level=3) == [SUBHEAD, None]


def test_a_format_s_own_headings_stay() -> None:
    """Where no place on a page tells them."""
    told = [line("临江新桥通车", 28, level=1), line(TEXT), line("渡口今晨开船", 28, level=1), line(TEXT)]
    assert roles(*told, line("本版责编：柏青禾", 14, level=1), line(TEXT))[4] is HEADLINE


@pytest.mark.parametrize(
    ("text", "role"),
    [("本報記者　周　舟　江小禾　北港採訪", BYLINE), ("圖：新橋通車。（本報記者　周舟攝）", None), ("渡口新景", None)],
)
def test_who_wrote_a_story_on_a_printed_page(text: str, role: Role | None) -> None:
    """Words that say so right below a title are a byline; a caption and other words are left to what stands around."""
    box = Box(0, 0, 90, 10)
    lines = [line("臨江新橋昨日通車", 20, level=1, box=box), line(text, box=box), line(TEXT, box=box)]
    assert roles(*lines) == [HEADLINE, role, PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "gap", "role"), [("海港日報", 1, FOLIO), ("海港日報", 0, HEADLINE), ("海港新橋", 1, HEADLINE)]
)
def test_a_masthead_that_heads_no_text_of_a_printed_page(text: str, gap: int, role: Role) -> None:
    """However large it is set, and wherever on the page; what has text below it in its story is a headline."""
    box = Box(0, 0, 90, 10)
    lines = [line("A1", box=box), line(text, 46, level=1, box=box, gap_before=1), line(TEXT, box=box, gap_before=gap)]
    assert roles(*lines)[1] is role
