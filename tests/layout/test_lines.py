"""Glyphs become lines, in both directions on one page."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.layout.lines import strips_of
from converter.layout.surface import Glyph
from converter.model import Box
from tests.layout.made import glyphs


def texts(some: list[Glyph]) -> list[str]:
    """The lines, from the top and the left."""
    return [strip.text for strip in sorted(strips_of(some), key=lambda s: (round(s.box.top), s.box.left))]


def test_both_directions_on_one_page() -> None:
    """Lines that run across stand beside lines that run down."""
    across = (
        glyphs("晨雾散尽渡船靠岸", 10, 10) + glyphs("码头上的人都回来", 10, 26) + glyphs("灯塔还亮着呢各位", 10, 42)
    )
    down = glyphs("海風吹過舊城牆邊", 200, 10, upright=True) + glyphs("老樹下有人下棋了", 184, 10, upright=True)
    found = {strip.text: strip.upright for strip in strips_of(across + down)}
    expected = dict.fromkeys(("晨雾散尽渡船靠岸", "码头上的人都回来", "灯塔还亮着呢各位"), False)
    assert expected | {"海風吹過舊城牆邊": True, "老樹下有人下棋了": True} == found


def test_a_gutter_of_less_than_an_em_parts_columns() -> None:
    """Even where a mark hangs into it."""
    left = ["晨雾散尽，渡船", "码头上的人都回", "灯塔还亮着，他", "一个人走回城里，"]
    right = ["海风吹过旧城墙", "老树下有人下棋", "孩子们放学回家", "炊烟升起来的时"]
    some = [g for n, row in enumerate(left) for g in glyphs(row, 10, 10 + 15 * n)]
    some += [g for n, row in enumerate(right) for g in glyphs(row, 88, 10 + 15 * n)]
    assert [text for pair in zip(left, right, strict=True) for text in pair] == texts(some)


def test_a_wide_joint_in_a_line_is_no_gutter() -> None:
    """A blank between names stays in the line, as a full-width space."""
    assert texts(glyphs("记者", 10, 10) + glyphs("周舟", 42, 10)) == ["记者\u3000周舟"]


def spaced(text: str, gap: float, typed: bool, tight: float = 0.0) -> list[Glyph]:
    """A line with so many ems of white at each blank of its text, typed or not, and others between the rest."""
    found, left = [], 10.0
    for char in text:
        if char != " ":
            found += glyphs(char, left, 10)
            left += 10 + 10 * tight
        else:
            left -= 10 * tight
            found += [Glyph(" ", left, 10, left + 10 * gap, 20, 10)] if typed else []
            left += 10 * gap
    return found


@pytest.mark.parametrize(
    ("text", "gap", "typed", "tight", "expected"),
    [
        ("本报记者 江一帆 何小舟", 0.25, True, 0, "本报记者 江一帆 何小舟"),
        ("渡船复航 两岸同庆", 0.5, False, 0, "渡船复航 两岸同庆"),
        ("渡船复航 两岸同庆", 0.4, True, 0.2, "渡船复航 两岸同庆"),
        ("渡船复航 两岸同庆", 0.25, False, 0, "渡船复航两岸同庆"),  # as one that a line's setting pulls apart
        ("渡船复航 两岸同庆", 0.1, True, 0, "渡船复航两岸同庆"),
        ("渡 船 复 航 了", 0.4, True, 0, "渡船复航了"),
        ("渡船 复航 两岸 同庆", 0.3, True, 0.1, "渡船 复航 两岸 同庆"),
        ("渡 船 复航 两 岸 同庆", 0.3, True, 0, "渡船复航两岸同庆"),
        ("他说， 船来了", 0.3, True, 0, "他说，船来了"),
        ("坐 5 路车", 0.3, True, 0, "坐5路车"),
        ("go by boat", 0.3, False, 0, "go by boat"),
    ],
)
def test_a_blank_between_words_of_chinese(text: str, gap: float, typed: bool, tight: float, expected: str) -> None:
    """Names and parts of headlines have one; what is set wide, marks, and letters beside Chinese have none."""
    assert texts(spaced(text, gap, typed, tight)) == [expected]


def test_headlines_beside_each_other_are_two() -> None:
    """The white between them goes on through their rows; one that is set wide has as much between its characters."""
    body = [g for n in range(8) for g in glyphs("潮水退了以后滩上", 300 - 15 * n, 95, upright=True)]
    rows = [glyphs(text, left, 10 + 24 * n, 20) for n, pair in enumerate(("旧港新灯 今夜亮起", "渡船不停 灯塔有人"))
            for text, left in zip(pair.split(), (10, 104), strict=True)]  # fmt: skip
    found = [text for text in texts(body + sum(rows, [])) if len(text) < 8]
    assert found == ["旧港新灯", "今夜亮起", "渡船不停", "灯塔有人"]
    wide = [g for n, text in enumerate(("旧港新灯", "渡船不停")) for g in glyphs(text, 10, 10 + 45 * n, 20, step=1.7)]
    across = [g for n in range(8) for g in glyphs("潮水退了以后滩上", 10, 110 + 15 * n)]
    assert [text.replace("\u3000", "") for text in texts(across + wide)][:2] == ["旧港新灯", "渡船不停"]


def test_a_mark_second_in_its_line_closes_no_gutter() -> None:
    """An upright line that begins 席」， begins a column as others do."""
    upper = ["潮水退了以后滩上留下", "许多贝壳孩子们提着篮", "子来捡“优先席”这几", "字渐渐模糊了谁都可以"]
    lower = ["深火气大老人说船要", "席」，需要的人先坐", "没有人需要时谁都可", "坐名字改了也许眼光"]
    some = [g for rows, top in ((upper, 10), (lower, 121)) for n, row in enumerate(rows)
            for g in glyphs(row, 200 - 15 * n, top, upright=True)]  # fmt: skip
    assert sorted(texts(some)) == sorted(upper + lower)


def test_a_number_stays_in_one_piece() -> None:
    """Where a hyphen, a point or a comma is narrower than the cell that it stands in; a wide gap is a space."""
    for mark, gap, joint in (("-", 2.0, ""), (".", 2.0, ""), ("-", 5.0, " "), ("b", 2.0, " ")):
        some = [Glyph(c, 10 + 5 * n + gap * (n > 4), 10, 15 + 5 * n + gap * (n > 4), 20, 10)
                for n, c in enumerate(f"0000{mark}5550")]  # fmt: skip
        assert texts(some) == [f"0000{mark}{joint}5550"]


def test_digits_in_one_cell_of_an_upright_line() -> None:
    """They are read side by side; the same digits in a line across, and beside an upright one, stand as they did."""
    line = [*glyphs("共有", 50, 10, upright=True), *glyphs("渡船停了", 50, 40, upright=True)]
    digits = [Glyph(text, left, 30, left + 5, 40, 10) for text, left in (("1", 50), ("2", 55))]
    beside = glyphs("码头上的人都回来", 35, 10, upright=True)
    assert texts([*line, *digits, *beside]) == ["码头上的人都回来", "共有12渡船停了"]
    across = [
        *glyphs("共有", 10, 200),
        *(replace(d, left=d.left - 20, right=d.right - 20, top=200, bottom=210) for d in digits),
    ]
    assert texts([*across, *glyphs("渡船停了", 40, 200)]) == ["共有12渡船停了"]


def test_names_set_wide_in_an_upright_line_of_a_page_set_across() -> None:
    """Each character stands alone; what is nearest in its line tells its direction."""
    across = [glyph for row in range(8) for glyph in glyphs("码头上的人都回来了", 100, 10 + 15 * row)]
    byline = [*glyphs("记者", 40, 10, upright=True), *glyphs("周舟江", 40, 40, step=2, upright=True)]
    assert "记者　周　舟　江" in texts([*across, *byline])


def test_narrow_letters_that_are_turned() -> None:
    """Each takes as much of an upright line as it is wide."""
    places = (("i", 40, 42.6), ("t", 42.5, 45.2), ("a", 45.1, 51))
    letters = [Glyph(text, 50, top, 60, bottom, 10) for text, top, bottom in places]
    line = [*glyphs("渡船停了", 50, 0, upright=True), *letters, *glyphs("重新亮", 50, 51, upright=True)]
    assert texts(line) == ["渡船停了ita重新亮"]


def test_latin_words_keep_their_spaces() -> None:
    """A gap between Latin letters is a space, one beside Han is none."""
    some = [Glyph(c, 10 + 5 * n, 10, 15 + 5 * n, 20, 10) for n, c in enumerate("Bay Area") if c != " "]
    assert texts(some + glyphs("渡", 52, 10)) == ["Bay Area渡"]


@given(
    st.lists(
        st.tuples(st.sampled_from("渡口，。“a1"), st.floats(0, 400), st.floats(0, 400), st.floats(2, 40)), max_size=40
    )
)
def test_no_glyph_is_lost(some: list[tuple[str, float, float, float]]) -> None:
    """Wherever glyphs stand, each is in one line."""
    made = [Glyph(char, x, y, x + size, y + size, size) for char, x, y, size in some]
    found = "".join(strip.text for strip in strips_of(made)).replace(" ", "").replace("\u3000", "")
    assert sorted(char for char, *_ in some) == sorted(found)


def test_no_line_goes_on_over_a_frame_s_side() -> None:
    """However near its text is to that beside it; a box around words of a line parts nothing."""
    line = glyphs("晨雾散尽，渡船靠岸灯火", 10, 10)
    assert [strip.text for strip in strips_of(line)] == ["晨雾散尽，渡船靠岸灯火"]
    assert [strip.text for strip in strips_of(line, [], [Box(59, 5, 150, 100)])] == ["晨雾散尽，", "渡船靠岸灯火"]
    assert [strip.text for strip in strips_of(line, [], [Box(59, 8, 90, 22)])] == ["晨雾散尽，渡船靠岸灯火"]
