"""Columns and headlines become stories."""

from converter.layout.blocks import DOUBTFUL
from converter.layout.columns import columns_of
from converter.layout.heads import heads_of, spread
from converter.layout.stories import groups_of
from converter.layout.surface import Strip
from converter.model import Box
from tests.layout.made import column, strip, upright

OPENS = ["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着呢一个"]
GOES = ["人走回城里的路上", "没有灯也没有一个", "人。"]


def grouped(lines: list[Strip], rules: list[Box]) -> list[tuple[str, list[str]]]:
    """For each story its headline, and the first lines of its columns."""
    heads, rest = heads_of(lines, 10, rules)
    spread(heads, lines, rules)
    groups = groups_of(columns_of(rest, rules), heads, rules)
    return sorted(
        (group.head.strips[0].text if group.head else "", sorted(c.strips[0].text for c in group.columns))
        for group in groups
    )


def test_each_headline_takes_the_columns_below_it() -> None:
    """Two stories side by side under a third; a column beside a headline is of the story whose text it joins."""
    top = [
        strip("旧港新灯", 118, 10, 16),
        *column([*OPENS, *OPENS[1:]], 10, 10),
        *column([*GOES[:2], GOES[1]], 110, 40),
    ]
    below = [
        strip("渡船停航", 18, 110, 16),
        *column(OPENS, 10, 135),
        strip("夜市开张", 118, 110, 16),
        *column(OPENS, 110, 135),
    ]
    rules = [Box(10, 100, 190, 100.5)]
    expected = [
        ("夜市开张", ["晨雾散尽渡船"]),
        ("旧港新灯", ["人走回城里的路上", "晨雾散尽渡船"]),
        ("渡船停航", ["晨雾散尽渡船"]),
    ]
    assert expected == grouped(top + below, rules)


def test_a_headline_beside_its_text() -> None:
    """One that stands over no column takes the text beside it that has none."""
    lines = [strip("旧港", 10, 12, 30), strip("新灯", 10, 50, 30), *column(OPENS, 110, 10), *column(GOES, 210, 10)]
    assert grouped(lines, []) == [("旧港", ["人走回城里的路上", "晨雾散尽渡船"])]


def test_a_column_whose_story_is_hardly_decided_says_so() -> None:
    """Where a column ends with a whole sentence that fills its line, nothing but its depth says that the one beside it
    goes on; where a sentence is cut, that is sure.
    """

    def margins(first: list[str]) -> list[bool]:
        columns = columns_of([*column(first, 10, 10), *column([*OPENS[1:], GOES[0]], 110, 10)])
        (group,) = groups_of(columns, [], [])
        return [found.margin < DOUBTFUL for found in sorted(group.columns, key=lambda found: found.start)]

    assert margins([*OPENS[:2], "灯塔还一直亮着。"]) == [False, True]
    assert margins([*OPENS[:2], "灯塔还一直亮着吗"]) == [False, False]


def test_a_line_over_a_rule_heads_no_column() -> None:
    """The line at a page's head may be larger than the text; text that stands under it has its headline beside."""
    lines = [
        strip("滨江日报第八版", 10, 10, 11.5),
        *column(OPENS, 10, 35),
        strip("旧港新灯", 118, 40, 16),
        *column([GOES[0], *GOES[:2]], 110, 65),
    ]
    expected = [("旧港新灯", ["人走回城里的路上", "晨雾散尽渡船"]), ("滨江日报第八版", [])]
    assert expected == grouped(lines, [Box(10, 26, 190, 26.5)])


def test_a_column_that_stands_lower_is_of_another_story() -> None:
    """Upright columns of two stories beside each other, of which one begins lower, since its headline is higher."""
    rows = ["夜里下了一场小雨早", "晨路面還沒有乾透騎", "車的人都放慢了速度"]

    def band(right: float, top: float, first: str) -> list[Strip]:
        return [strip(text, right - 10 - 15 * n, top, upright=True) for n, text in enumerate([first, *rows])]

    lines = [
        strip("舊橋改建", 140, 10, 16),
        *band(200, 60, "渡口的石階修好以後"),
        *band(200, 160, "老街的茶館又開張了"),
        strip("夜市開張", 70, 10, 16),
        *band(130, 35, "夜市的燈一盞盞亮起"),
        *band(130, 135, "攤位比去年多了兩成"),
    ]
    expected = [
        ("夜市開張", ["夜市的燈一盞盞亮起", "攤位比去年多了兩成"]),
        ("舊橋改建", ["渡口的石階修好以後", "老街的茶館又開張了"]),
    ]
    assert expected == grouped(lines, [])


def test_a_short_headline_stands_over_its_whole_column() -> None:
    """A subhead that begins an upright column beyond the headline's end is not cut off: no other headline is there."""
    rows = ["渡口的石階修好以後", "夜裡下了一場小雨早", "晨路面還沒有乾透騎", "車的人都放慢了速度", "沒有人按喇叭。"]
    title = strip("石階修好", 190, 80, upright=True)
    lines = [strip("舊橋改建", 135, 10, 14), title]
    lines += [strip(row, 175 - 15 * n, 40 + 20 * (n == 0), upright=True) for n, row in enumerate(rows)]
    assert grouped(lines, []) == [("舊橋改建", ["石階修好"])]


WHOLE = ["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着。"]


def test_a_headline_cuts_no_column_below_other_text() -> None:
    """Its end lies amid the columns of a story below its own text, which has a headline of its own."""
    above = upright(["　晨雾散尽渡船", *["码头上的人都回来"] * 11], 290, 30)
    first = upright(["　灯塔还亮着呢", "旧港的人都看见。", "　没有灯也没有", "人走回城里的路上"], 290, 155)
    second = upright(["没有船开出去过了", "桥上的人都挥手。", "　夜里没有船开", "出去。"], 290, 245)
    titles = [strip("旧港新灯夜", 172, 0, 20), strip("渡船停航", 240, 130, 14), strip("夜市开张", 160, 130, 14)]
    other = upright(["　摊位一个挨着", "灯亮了人就来了吧"], 205, 155)
    heads, _ = heads_of(titles, 10)
    columns = columns_of([*above, *first, *second, *other])
    spread(heads, [*titles, *above, *first, *second, *other], [])
    assert len(columns) == sum(len(group.columns) for group in groups_of(columns, heads, []))


def test_a_headline_has_the_text_that_begins_beside_it() -> None:
    """Before a headline further on may take it, whose own text begins in the same row."""
    lines = [
        strip("旧港", 10, 12, 30),
        *column(WHOLE, 110, 12),
        strip("渡船停航", 218, 12, 12),
        *column(["　夜里海风很大", "没有船也没有灯一"], 200, 27),
    ]
    assert grouped(lines, []) == [("旧港", ["晨雾散尽渡船"]), ("渡船停航", ["夜里海风很大"])]


def test_a_headline_below_its_text() -> None:
    """It has the text that ends above it where none stands below, and no rule is between."""
    left, right = column([*OPENS, *OPENS[1:]], 10, 10), column([GOES[0], *GOES], 110, 10)
    title = strip("旧港新灯", 58, 92, 16)
    below = [strip("渡船停航", 58, 125, 16), *column(OPENS, 10, 150), *column(GOES, 110, 150)]
    lines, rule = [*left, *right, title, *below], Box(10, 116, 190, 116.5)
    expected = [("旧港新灯", ["人走回城里的路上", "晨雾散尽渡船"]), ("渡船停航", ["人走回城里的路上", "晨雾散尽渡船"])]
    assert expected == grouped(lines, [rule])
    assert ("", ["人走回城里的路上", "晨雾散尽渡船"]) in grouped(lines, [rule, Box(10, 88, 190, 88.5)])


WHOLE_UPRIGHT = ["渡口的石階修好以後", "夜裡沒有人按喇叭了", "老街也開了。"]
UPRIGHT = ["夜里下了一場小雨早", "晨路面還沒有乾透騎", "車的人都放慢了速度"]


def test_a_short_headline_reaches_along_the_heads_of_upright_lines() -> None:
    """Set across at the left end of its story, it has the columns up to the right, beside another story's text."""
    rows = ["夜市的燈一盞盞亮起", *UPRIGHT]
    other = [strip("舊橋改建", 305, 40, 14, upright=True)]
    other += [strip(text, 290 - 15 * n, 40, upright=True) for n, text in enumerate([*rows[1:], "人按喇叭。"])]
    right = [strip(text, 195 - 15 * n, 40, upright=True) for n, text in enumerate([*rows, "沒有。"])]
    left = [strip("讀者小馮", 120, 90, upright=True)]
    left += [strip(text, 105 - 15 * n, 40, upright=True) for n, text in enumerate(rows)]
    expected = [("夜市", [rows[0], "讀者小馮"]), ("舊橋改建", [rows[1]])]
    assert expected == grouped([strip("夜市", 60, 18, 16), *other, *right, *left], [])


def test_a_headline_has_what_begins_in_line_with_its_text() -> None:
    """However far below it that is, where no text is between: a column at its side begins where those under it do."""
    title = strip("旧港新灯", 150, 10, 20)
    right = upright(["　晨雾散尽渡船停", "码头上的人都回。"], 290, 120)
    under = upright(["　灯塔还亮着呢一", "旧港的人都看见它"], 215, 120)
    lines = [title, *right, *under]
    heads, _ = heads_of([title], 10)
    spread(heads, lines, [])
    groups = groups_of(columns_of(lines[1:]), heads, [])
    assert [len(group.columns) for group in groups if group.head] == [2]


def test_a_headline_reaches_over_no_column_behind_another_story() -> None:
    """The second band of a story below its own headline, beside which a headline higher up stands alone."""
    title = strip("舊橋改建", 190, 10, 14, upright=True)
    own = [strip(text, 170 - 15 * n, 10, upright=True) for n, text in enumerate(WHOLE_UPRIGHT)]
    across = strip("夜市開張", 126, 112, 14)
    first = [strip(text, 170 - 15 * n, 132, upright=True) for n, text in enumerate(UPRIGHT)]
    second = [strip(text, 170 - 15 * n, 238, upright=True) for n, text in enumerate(UPRIGHT)]
    expected = [("夜市開張", [UPRIGHT[0]] * 2), ("舊橋改建", [WHOLE_UPRIGHT[0]])]
    assert expected == grouped([title, *own, across, *first, *second], [])


def test_a_headline_at_the_end_of_its_text() -> None:
    """One that stands to its right, over but the name of who wrote it, which becomes a line of the headline's."""
    named = strip("文／柳溪", 210, 36)
    lines = [*column([*OPENS, *GOES[:2]], 10, 10), *column(GOES, 110, 10), strip("旧港新灯", 210, 12, 20), named]
    heads, rest = heads_of(lines, 10)
    spread(heads, lines, [])
    (group,) = groups_of(columns_of(rest), heads, [])
    assert group.head is not None and [strip.text for strip in group.head.strips] == ["旧港新灯", named.text]
    assert sorted(column.strips[0].text for column in group.columns) == ["人走回城里的路上", "晨雾散尽渡船"]


def test_the_nearest_headline_reaches_over_a_column() -> None:
    """Though another one stands further up, right over it: nothing stands beside the nearer one."""
    lines = [
        strip("旧港新灯", 210, 10, 20),
        strip("文／柳溪", 210, 34),
        strip("渡船停航", 100, 80, 16),
        *column(WHOLE, 10, 100),
        *column(WHOLE, 110, 100),
        *column(["人走回城里的路上", "没有灯。"], 210, 100),
    ]
    found = dict(grouped(lines, []))
    assert found["渡船停航"] == ["人走回城里的路上", "晨雾散尽渡船", "晨雾散尽渡船"]


def test_a_note_far_below_a_text_is_not_of_it() -> None:
    """In another size, however its lines would go on."""
    note = strip("本版责编柳", 10, 140, 8)
    lines = [strip("旧港新灯", 18, 10, 16), *column(OPENS, 10, 35), *column(GOES, 110, 35), note]
    assert ("", ["本版责编柳"]) in grouped(lines, [])


def test_a_rule_parts_a_headline_from_what_stands_below_it() -> None:
    """Where it has text above the rule, or beside it."""
    rule = Box(0, 58, 400, 58.5)
    below = column(["　夜里海风很大", "没有船也没有灯一", "人。"], 110, 70)
    lines = [*column([*OPENS, "人。"], 10, 10), strip("旧港", 110, 12, 20), *below]
    assert dict(grouped(lines, [rule]))["旧港"] == ["晨雾散尽渡船"]
    assert dict(grouped(lines, []))["旧港"] == ["夜里海风很大"]


def test_short_columns_under_a_headline_are_text() -> None:
    """Where the others begin below the headline too: they are no names."""
    columns = [text for left in (10, 110, 210) for text in column(["　夜里海风很大", "没有船也没有灯一"], left, 40)]
    lines = [strip("旧港新灯今", 10, 10, 18), *columns]
    assert grouped(lines, []) == [("旧港新灯今", ["夜里海风很大"] * 3)]
