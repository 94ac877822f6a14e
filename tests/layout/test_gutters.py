"""Narrow gutters between columns, and wide joints that are none."""

from converter.layout.lines import strips_of
from converter.layout.surface import Glyph
from converter.model import Box
from tests.layout.made import glyphs

LEFT = ["晨雾散尽，渡船", "码头上的人都回", "灯塔还亮着，他", "一个人走回城里，", "夜里没有船出去"]
RIGHT = ["海风吹过旧城墙", "老树下有人下棋", "孩子们放学回家", "炊烟升起来的时", "候天就要黑下来"]


def texts(some: list[Glyph]) -> list[str]:
    """The lines as they are found, sorted."""
    return sorted(strip.text for strip in strips_of(some))


def rows(some: list[str], left: float, top: float = 10) -> list[Glyph]:
    """Lines below each other; one that begins with a full-width space is indented."""
    return [g for n, row in enumerate(some) for g in glyphs(row.replace("　", " "), left, top + 15 * n)]


def test_columns_of_two_stories_may_not_share_their_rows() -> None:
    """The lines of the one stand half-way between those of the other; marks hang into the gutter."""
    assert sorted(LEFT + RIGHT) == texts(rows(LEFT, 10) + rows(RIGHT, 88, 14))


def test_an_indented_line_begins_behind_the_gutter() -> None:
    """Its column begins before it, where those of the rows around do."""
    right = ["　　海风吹过旧", "　　老树下有人", "孩子们放学回家", "　　炊烟升起来", "候天就要黑下来"]
    left = ["晨雾散尽。", *LEFT[1:]]
    found = texts(rows(left, 10) + rows(right, 88))
    assert sorted(left + [row.strip("　") for row in right]) == found


def test_a_quote_set_half_as_wide_begins_a_column() -> None:
    """Its em box stands out of the column by half."""
    right = [*RIGHT[:2], "“孩子们放学回家", *RIGHT[3:]]
    some = rows(RIGHT[:2], 88) + rows(right[2:3], 83, 40) + rows(RIGHT[3:], 88, 55)
    assert sorted(LEFT + right) == texts(rows(LEFT, 10) + some)


def test_a_mark_near_a_line_s_beginning_hangs_into_no_gutter() -> None:
    """Though below it paragraphs begin where it ends."""
    left = ["转，离不开许多看", *(["　　晨雾散尽渡船"] * 4)]
    assert sorted(row.strip("　") for row in left) == texts(rows(left, 10))


def test_headlines_beside_each_other_stand_over_white() -> None:
    """Between upright lines of two stories it is wider than an em; lines of one story are nearer."""
    one = [g for n in range(5) for g in glyphs("潮水退了以后滩上", 80 - 15 * n, 45, upright=True)]
    other = [g for n in range(5) for g in glyphs("夜里下了一场小雨", 175 - 15 * n, 45, upright=True)]
    across = glyphs("旧港新灯", 15, 10, 16) + glyphs("夜市开张", 110, 10, 16)
    assert [text for text in texts(one + other + across) if len(text) < 8] == ["夜市开张", "旧港新灯"]
    whole = [g for n in range(11) for g in glyphs("潮水退了以后滩上", 175 - 15 * n, 45, upright=True)]
    found = [text for text in texts(whole + across) if "港" in text]
    assert found == ["旧港新灯　夜市开张"]


def test_a_mark_hangs_over_a_rule() -> None:
    """The rule between two columns lies under it, and parts them none the less."""
    left, right = ["晨雾散尽，渡船上", "码头上的人都回家，"], ["海风吹过旧城墙", "老树下有人下棋"]
    some = rows(left, 10) + rows(right, 106)
    found = sorted(strip.text for strip in strips_of(some, [Box(96, 0, 96.5, 60)]))
    assert sorted(left + right) == found


def test_small_headlines_beside_each_other_stand_over_a_gutter() -> None:
    """Of a size that is little above the text's: what tells is the white between the texts below."""
    heads = glyphs("渡船停航", 10, 10, 12) + glyphs("新桥通车", 68, 10, 12)
    rows = ("晨雾散尽渡船", "码头上的人都")
    beside = [g for n, row in enumerate(rows) for x in (0, 58) for g in glyphs(row[:5], 10 + x, 30 + 15 * n)]
    assert sorted(strip.text for strip in strips_of([*heads, *beside]) if strip.size == 12) == ["新桥通车", "渡船停航"]
    under = [g for n, row in enumerate(rows) for g in glyphs(row + row[:5], 10, 30 + 15 * n)]
    assert [strip.text for strip in strips_of([*heads, *under]) if strip.size == 12] == ["渡船停航\u3000新桥通车"]


def test_headlines_over_texts_whose_rows_stand_at_other_heights() -> None:
    """The white between the texts tells, as far down as nothing is set across it."""
    heads = glyphs("渡船停航", 10, 10, 16) + glyphs("新桥通车", 86, 12, 16)
    left = [g for n in range(3) for g in glyphs("晨雾散尽渡船", 10, 34 + 15 * n)]
    right = [g for n in range(3) for g in glyphs("海风吹过旧城", 86, 41 + 15 * n)]
    wide = glyphs("码头上的人都回来灯塔还", 20, 90)
    found = texts([*heads, *left, *right, *wide])
    assert [text for text in found if "桥" in text or "停航" in text] == ["新桥通车", "渡船停航"]


def test_a_column_may_begin_beside_nothing() -> None:
    """The last line of a column that stands under a picture, beside one that has text all the way."""
    right = RIGHT[:4]
    some = rows(["晨雾散尽以后", "码头上的人都"], 20, 55) + rows(right, 88)
    assert sorted(["晨雾散尽以后", "码头上的人都", *right]) == texts(some)


def test_a_full_width_space_in_a_headline_is_no_gutter() -> None:
    """Though that of the columns below lies under it; white of another width parts two headlines."""
    left = [g for n in range(3) for g in glyphs("晨雾散尽渡船", 10, 34 + 15 * n)]
    right = [g for n in range(3) for g in glyphs("海风吹过旧城", 90, 34 + 15 * n)]
    for begin, expected in ((90, ["渡船停航\u3000新桥通车"]), (94, ["新桥通车", "渡船停航"])):
        heads = glyphs("渡船停航", 10, 10, 16) + glyphs("新桥通车", begin, 10, 16)
        assert [text for text in texts([*heads, *left, *right]) if "桥" in text or "停航" in text] == expected


def test_a_name_set_wide_over_a_gutter_is_one_line() -> None:
    """Its parts are a few characters each, and the first begins where no column does."""
    columns = rows(RIGHT[:4], 10) + rows(RIGHT[:4], 100)
    assert "柳\u3000溪" in texts([*glyphs("柳", 80, -5), *glyphs("溪", 100, -5), *columns])


def test_two_marks_hang_at_a_lines_end() -> None:
    """The line beside begins a paragraph with a quotation mark: the column's edge lies below the second mark."""
    left = ["晨雾散尽渡船上一", "码头的人都说“好”，", "灯塔还亮着一整夜", "海风吹过旧城墙头"]
    right = ["人走回城里的路上", "没有灯也不用灯。", "老树下有人在下棋", "一直下到天黑了吗"]
    some = rows(left, 10) + rows([right[0]], 97) + rows(right[2:], 97, 40)
    assert left[1] in texts([*some, *glyphs("“没有灯”他说", 112, 25)])


def test_marks_below_each_other_are_no_gutter() -> None:
    """Though five lines in a row have one at the same place; text goes through it above and below them."""
    marked = [
        "码头上，的人都回来了",
        "灯亮着，海风吹过旧城",
        "树下人，在下棋一直到",
        "天黑了，孩子们都回家",
        "夜里了，路上没有车马",
    ]
    some = ["晨雾散尽渡船上一个人", *marked, "没有灯也没有一个人在"]
    assert texts(rows(some, 10)) == sorted(some)


def test_columns_that_begin_where_others_do_on_the_page() -> None:
    """Two rows are enough at the top of a page, though the next ones are set across both."""
    left, right = ["晨雾散尽，渡船上", "码头上的人都回家，"], ["海风吹过旧城墙", "老树下有人下棋"]
    across = ["人走回城里的路上没有灯也没有人在那里等"]
    short = rows(left, 10, 10) + rows(right, 98, 10) + rows(across * 2, 10, 40)
    grid = rows(["候天就要黑下来了"] * 8, 10, 140) + rows(["炊烟升起来的时"] * 8, 98, 140)
    assert {*left, *right} <= {*texts([*short, *grid])}
    assert left[1] not in texts(short)
