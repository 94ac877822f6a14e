"""Large type inside a column."""

from converter.layout.blocks import placed
from converter.layout.columns import columns_of
from converter.layout.heads import Head, heads_of, spread
from converter.layout.inserts import settle_inserts, without_borders
from converter.layout.order import in_order
from converter.layout.surface import Strip
from converter.model import Box
from tests.layout.made import column, strip


def settled(lines: list[Strip], *rules: Box) -> tuple[list[str], list[str]]:
    """The first lines of heads and of inserts."""
    heads, rest = heads_of(lines, 10)
    spread(heads, lines, [])
    kept, _, inserts = settle_inserts(heads, columns_of(rest), 10, rules)
    return [head.strips[0].text for head in kept], [head.strips[0].text for head in inserts]


def test_a_text_that_goes_on_below_makes_it_an_insert() -> None:
    """A pull quote interrupts a sentence; a headline stands below a whole paragraph and over the next one."""
    quote = strip("灯就亮了", 18, 70, 16)
    upper = ["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着呢一个"]
    assert settled([*column(upper, 10, 10), quote, *column(["人走回城里的路上", "没有灯。"], 10, 105)]) == (
        [],
        ["灯就亮了"],
    )
    whole = [*upper[:2], "灯塔还亮着。"]
    assert settled([*column(whole, 10, 10), quote, *column(["　老树下有人下", "棋。"], 10, 105)]) == (["灯就亮了"], [])


UPPER = ["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着呢一个"]
QUOTE = strip("灯就亮了", 18, 70, 16)


def test_a_rule_above_it_alone_begins_a_story() -> None:
    """One on either side is the quote's own."""
    above, below = Box(10, 60, 90, 60.5), Box(10, 98, 90, 98.5)
    lines = [*column(UPPER, 10, 10), QUOTE, *column(["人走回城里的路上", "没有灯。"], 10, 105)]
    assert settled(lines, above) == (["灯就亮了"], [])
    assert settled(lines, above, below) == ([], ["灯就亮了"])


def test_a_story_whose_text_begins_beside_its_headline() -> None:
    """Its own first column goes on below the headline, whatever ends above."""
    beside = column(["　夜里海风很大", "没有船也没有灯一", "个人站在码头上看"], -90, 71)
    below = column(["海面过了很久才有", "人走来。"], 10, 105)
    assert settled([*column(UPPER, 10, 10), QUOTE, *beside, *below]) == (["灯就亮了"], [])


def test_a_small_headline_below_a_rule_is_no_subhead() -> None:
    """It is larger than the text by little; without the rule it stands between two paragraphs of a column."""
    lines = [
        *column([*UPPER[:2], "灯塔还亮着。"], 10, 10),
        strip("灯就亮了", 24, 66, 12),
        *column(["　老树下有人下", "棋。"], 10, 84),
    ]
    assert settled(lines) == ([], [])
    assert settled(lines, Box(10, 60, 90, 60.5)) == (["灯就亮了"], [])


def test_a_subhead_that_begins_a_column_is_known_by_others() -> None:
    """One that is set as they are has text above it."""
    known = [*column(["　晨雾散尽渡船", "灯塔还亮着。"], 10, 10), strip("夜市", 35, 42, 12)]
    left = [*known, *column(["　老树下有人下", "棋一直到天黑了。"], 10, 58)]
    for size, expected in ((12, []), (12.8, ["渡口"])):
        begins = [strip("渡口", 135, 10, size), *column(["　夜里没有船开", "出去。"], 110, 26)]
        assert settled([*left, *begins]) == (expected, [])


def test_a_line_that_ends_a_text_is_its_last() -> None:
    """It is larger than the text by little; what has text beside it, or reaches beyond, may be that one's headline."""
    text = column([*UPPER[:2], "灯塔还亮着。"], 10, 10)
    note = strip("（柏青禾）", 24, 66, 12)
    assert settled([*text, note]) == ([], [])
    assert settled([*text, note], Box(10, 60, 90, 60.5)) == (["（柏青禾）"], [])
    assert settled([*text, note, *column(["　老树下有人下", "棋。"], 120, 66)]) == (["（柏青禾）"], [])
    assert settled([*text, strip("渡口的灯今夜又亮起来了", 10, 66, 12)]) == (["渡口的灯今夜又亮起来了"], [])


def test_short_lines_of_a_subhead_fill_no_measure() -> None:
    """Each of them begins a block: the measure is that of the text around them."""
    text = column([*UPPER[:2], "灯塔还亮着。"], 10, 10)
    lines = [
        *text,
        strip("灯亮了", 10, 64, 12),
        strip("柏青禾", 10, 82, 12),
        *column(["　老树下有人下", "棋。"], 10, 104),
    ]
    heads, rest = heads_of(lines, 10)
    spread(heads, lines, [])
    _, columns, _ = settle_inserts(heads, columns_of(rest), 10)
    opens = {line.strip.text: line.opens for line in placed(in_order(columns), None, 10)}
    assert (opens["灯亮了"], opens["柏青禾"]) == (True, True)


def test_large_type_that_ends_a_sentence_is_quoted() -> None:
    """Between two whole paragraphs too, where a headline could stand."""
    whole, below = ["　晨雾散尽渡船", "灯塔还亮着。"], ["　老树下有人下", "棋。"]
    for text, expected in (
        ("灯就亮了。", ([], ["灯就亮了。"])),
        ("“灯亮了。”", ([], ["“灯亮了。”"])),
        ("灯就亮了", (["灯就亮了"], [])),
    ):
        quote = strip(text, 10, 55, 16)
        assert settled([*column(whole, 10, 10), quote, *column(below, 10, 90)]) == expected


def test_a_subhead_at_the_top_of_a_column_under_a_headline() -> None:
    """The text of a column beside it begins in its row; under no headline it is one."""
    text = ["码头上的人都回来", "灯塔还亮着呢一个", "人走回城里的路上"]
    lines = [*column(text, 10, 45), strip("渡口", 135, 44, 12), *column(["　夜里没有船开", "出去。"], 110, 61)]
    assert settled([strip("旧港新灯今夜亮", 40, 0, 20), *lines]) == (["旧港新灯今夜亮"], [])
    assert settled(lines) == (["渡口"], [])


def test_a_subhead_at_a_columns_foot() -> None:
    """Of what stands below it the nearest counts; what stands below that is of another story."""
    upper = [
        *column([*UPPER[:2], *UPPER[:2], "灯塔还亮着。"], 10, 10),
        strip("夜市", 35, 87, 12),
        *column(["　老树下有人"], 10, 103),
    ]
    assert settled([*upper, *column(["码头上的人都回来", "人走回城里的路上"], 10, 140)]) == ([], [])


def test_rules_beside_an_insert_part_no_stories() -> None:
    """Those right above and below it, as long as it is; not those further away, nor those along the lines' ends."""
    head = Head([QUOTE])
    own = [Box(10, 60, 90, 60.5), Box(10, 98, 90, 98.5)]
    others = [Box(10, 160, 90, 160.5), Box(100, 60, 100.5, 98), Box(10, 60, 30, 60.5)]
    assert without_borders([*own, *others], [head]) == others


def test_a_subhead_at_the_head_of_a_column() -> None:
    """It is set as those inside columns are, in line with the beginning of a column that ends a paragraph; where no
    other line is set so, it is a headline."""
    rows = ["　晨雾散尽渡船", "码头上的人都回来", "了。"]
    first, last = column([*rows, *rows, *rows], 10, 10), column(["　老树下有人下", "棋。"], 112, 78)
    inner, outer = strip("灯就亮了", 30, 147, 12), strip("旧港新灯", 132, 10, 12)
    middle, below = column(rows, 112, 28), column(["　天亮之后才走", "的。"], 10, 165)
    assert settled([*first, inner, *below, outer, *middle]) == ([], [])
    assert settled([*first, outer, *middle, *last]) == (["旧港新灯"], [])


def test_a_subhead_at_the_end_of_a_column() -> None:
    """The text that it heads begins the next column; it ends its own."""
    rows = ["　晨雾散尽渡船", "码头上的人都回来", "了。"]
    upper, lower = column(rows, 10, 10), column([*rows, *rows], 10, 78)
    inner, outer = strip("灯就亮了", 30, 60, 12), strip("旧港新灯", 30, 173, 12)
    beside = column(["　天亮之后才走", *["回到旧港的那条路"] * 8, "上。"], 112, 10)
    assert settled([*upper, inner, *lower, outer, *beside]) == ([], [])
    assert settled([*upper, *column(rows, 10, 55), strip("旧港新灯", 30, 110, 12), *beside]) == ([], [])


def test_a_subhead_in_one_band_beside_another() -> None:
    """What ends beside the text above it, far from its own lines, is not above it."""
    rows = ["　晨雾散尽渡船", "码头上的人都回来", "了。"]
    subhead = strip("灯就亮了", 30, 60, 12)
    assert settled([*column(rows, 10, 10), subhead, *column(rows, 10, 78), *column(rows, 112, 10)]) == ([], [])
