"""Large lines and what is set with them."""

from converter.layout.heads import heads_of, spread
from converter.layout.surface import Strip
from converter.model import Box
from tests.layout.made import column, strip, upright

TEXT = ["　晨雾散尽渡船", "码头上的人都回来", "灯塔还亮着呢一个"]


def test_a_kicker_and_a_byline_go_with_their_headline() -> None:
    """A line of text's size that is centred and alone in its row is of the group; text in columns is not."""
    byline = strip("本报记者周舟", 65, 45)
    lines = [strip("旧港新灯今夜重新亮起", 15, 20, 16), byline, *column(TEXT, 10, 66), *column(TEXT, 110, 66)]
    heads, rest = heads_of(lines, 10)
    assert [[s.text for s in head.strips] for head in heads] == [["旧港新灯今夜重新亮起", "本报记者周舟"]]
    assert len(rest) == 6


def test_a_headline_reaches_to_what_stands_beside_it() -> None:
    """To text, to a rule, or half-way to another headline."""
    one, other = strip("旧港新灯", 100, 20, 16), strip("渡船停航", 300, 20, 16)
    lines = [one, other, strip("晨雾散尽渡", 10, 24)]
    heads, _ = heads_of(lines, 10)
    spread(heads, lines, [])
    assert [head.reach for head in sorted(heads, key=lambda h: h.start)] == [(60, 232), (232, 9e9)]
    spread(heads, lines, [Box(250, 10, 250.5, 60)])
    assert [head.reach for head in sorted(heads, key=lambda h: h.start)] == [(60, 250), (250.5, 9e9)]


def test_a_byline_is_taken_where_text_of_another_story_stands_in_its_row() -> None:
    """What is beside it has to be near it; below large type it may stand further down."""
    byline = strip("本报记者周舟", 83, 61)
    lines = [strip("旧港新灯今夜亮", 15, 20, 28), byline, *column(TEXT, 15, 86), *column(TEXT, 115, 86)]
    heads, _ = heads_of([*lines, *column([*TEXT, *TEXT], 240, 20)], 10)
    assert [[s.text for s in head.strips] for head in heads] == [["旧港新灯今夜亮", "本报记者周舟"]]


def test_text_is_not_of_a_headline_below_or_above_it() -> None:
    """A first line that is indented, and the last line of a text, though they stand in the middle of a headline's."""
    first = [strip("晨雾散尽渡船，", 30, 45), strip("码头上的人都回来", 10, 60)]
    heads, rest = heads_of([strip("旧港新灯夜", 10, 20, 16), *first], 10)
    assert ([len(head.strips) for head in heads], rest) == ([1], first)
    short = [first[0], strip("回来了。", 10, 60)]
    assert [len(head.strips) for head in heads_of([strip("旧港新灯夜", 20, 20, 16), *short], 10)[0]] == [1]
    last = column(["　晨雾散尽渡船", "码头上的人都回来"], 10, 10)
    heads, rest = heads_of([*last, strip("旧港新灯夜", 10, 42, 16)], 10)
    assert ([len(head.strips) for head in heads], rest) == ([1], last)


def test_the_first_line_of_a_middle_column_is_no_deck() -> None:
    """However short and centred it is, columns beside it begin in its row, with nothing above them but the headline."""
    first = strip("灯亮了。", 130, 45)
    middle = [first, *column(TEXT[1:], 110, 60)]
    lines = [*column(TEXT, 10, 45), *middle, *column(TEXT, 210, 45)]
    heads, rest = heads_of([strip("旧港新灯", 118, 20, 16), *lines], 10)
    assert ([len(head.strips) for head in heads], first in rest) == ([1], True)


def test_a_rule_parts_large_lines() -> None:
    """A headline below its text, and that of the next story."""
    lines = [strip("旧港新灯", 10, 20, 20), strip("渡船停航", 10, 50, 20)]
    assert [len(heads_of(lines, 10, rules)[0]) for rules in ([], [Box(0, 45, 100, 45.5)])] == [1, 2]


def test_a_line_that_leads_to_a_headline_is_of_it() -> None:
    """Where it says from which page the story comes, at its beginning; not where the text above ends in it."""
    title = strip("旧港新灯今夜亮", 10, 76, 16)
    far, near = strip("上接第一版", 10, 60), strip("上接第一版", 10, 55)
    beside = column(TEXT, 160, 10)
    for line, top, expected in ((far, 0, [2]), (near, 10, [1])):
        heads, rest = heads_of([*column(TEXT, 10, top), line, title, *beside], 10)
        assert ([len(head.strips) for head in heads], line.centred, line in rest) == (expected, False, expected == [1])


def test_a_byline_over_a_middle_column_is_of_the_headline() -> None:
    """Though it is set in as a paragraph's first line is: it stands further above the text than a line does."""
    columns = [*column(TEXT, 10, 66), *column(["晨雾散尽以后船上", *TEXT[1:]], 110, 66), *column(TEXT, 210, 66)]
    title = strip("旧港新灯今夜亮", 94, 20, 16)
    for top, expected in ((45, 2), (51, 1)):
        heads, _ = heads_of([title, strip("记者周舟林晚", 130, top), *columns], 10)
        assert [len(head.strips) for head in heads] == [expected]


def test_a_byline_between_lines_of_a_headline_is_of_it() -> None:
    """A lead in larger type stands below it; what stands beside one of the lines is not."""
    title, lead = strip("旧港新灯今夜亮", 94, 20, 16), strip("编者按夜里还有人没有睡他们是谁", 60, 53, 12)
    byline, beside = strip("记者周舟林晚", 120, 39), strip("渡口", 300, 22)
    heads, rest = heads_of([title, byline, lead, beside], 10)
    assert [[s.text for s in head.strips] for head in heads] == [[title.text, byline.text, lead.text]]
    assert rest == [beside]


def test_a_subhead_at_the_top_of_a_middle_column_is_no_byline() -> None:
    """Columns begin beside it, one of them with a subhead too, which is short and stands far from it."""
    heads_beside = [strip("渡口", 140, 45), strip("灯塔", 240, 45)]
    columns = [text for left in (110, 210) for text in column(TEXT, left, 60)]
    lines = [*column([*TEXT, "人走回城里的路上"], 10, 45), *heads_beside, *columns]
    heads, rest = heads_of([strip("旧港新灯今夜亮", 194, 20, 16), *lines], 10)
    assert ([len(head.strips) for head in heads], len(rest)) == ([1], len(lines))


def test_names_over_several_columns_are_of_the_headline() -> None:
    """At the end of the last one or the beginning of the first; not what fills its column, or ends in a mark."""
    title, columns = strip("旧港新灯今夜亮", 10, 20, 16), [*column(TEXT, 10, 66), *column([*TEXT[1:], "灯。"], 110, 66)]
    for names, left, expected in (
        ("记者周舟", 150, 2), ("记者周舟", 10, 2), ("记者周舟林晚山风", 110, 1), ("记者周舟　林晚山", 110, 2),
        ("人走了。", 150, 1),
    ):  # fmt: skip
        heads, _ = heads_of([title, strip(names, left, 45), *columns], 10)
        assert [len(head.strips) for head in heads] == [expected]


def test_a_deck_that_stands_apart_is_of_its_headline() -> None:
    """It is smaller by a fifth at least, and no rule or other headline lies between them or beside them."""

    def heads(*lines: Strip, rules: tuple[Box, ...] = ()) -> list[list[str]]:
        found, _ = heads_of([*lines, *column(TEXT, 10, 80)], 10, rules)
        return [[strip.text for strip in head.strips] for head in found]

    title, deck = strip("旧港新灯", 10, 0, 20), strip("今夜重新亮起", 10, 48, 14)
    assert heads(title, deck) == [["旧港新灯", "今夜重新亮起"]]
    assert heads(title, strip("今夜重新亮起", 10, 48, 17)) == [["旧港新灯"], ["今夜重新亮起"]]
    assert heads(title, deck, rules=(Box(0, 34, 200, 34.5),)) == [["旧港新灯"], ["今夜重新亮起"]]
    assert heads(title, deck, strip("渡船停航以后", 200, 48, 14)) != [["旧港新灯", "今夜重新亮起"]]


def test_a_byline_at_the_foot_or_head_of_an_upright_headline() -> None:
    """It stands alone beside the headline, far from where the text begins, or alone over several bands, though it ends
    lower than the headline; not below what stands between."""
    text = [
        *upright(["　晨雾散尽渡船停", "码头上的人都回来"], 160, 10),
        *upright(["灯塔还亮着呢一个", "旧港的人都看见它"], 160, 110),
    ]
    at_foot = strip("文／周舟", 180, 150, upright=True)
    at_head = strip("本报记者周舟", 180, 10, upright=True)
    for byline in (at_foot, at_head):
        heads, rest = heads_of([strip("旧港新灯", 200, 60, 20, upright=True), byline, *text], 10)
        assert ([[s.text for s in head.strips] for head in heads], len(rest)) == ([["旧港新灯", byline.text]], 4)
    alone = strip("文／周舟", 180, 100, upright=True)
    heads, rest = heads_of([strip("旧港新灯", 200, 60, 20, upright=True), alone], 10)
    assert ([len(head.strips) for head in heads], rest) == ([2], [])
    between = [strip("没有灯也没有一个", 198, 110, upright=True)]
    heads, rest = heads_of([strip("旧港新灯", 200, 20, 20, upright=True), at_foot, *between, *text], 10)
    assert ([len(head.strips) for head in heads], at_foot in rest) == ([1], True)


def test_a_kicker_at_the_beginning_of_a_headline_in_the_middle() -> None:
    """It shares no stretch with it, but nothing stands beside either; beside text it is another story's."""
    lines = [strip("旧港今夜", 240, 10, 14, upright=True), strip("新灯重新亮起", 200, 90, 30, upright=True)]
    text = upright(["　晨雾散尽渡船停", "码头上的人都回来"], 160, 10)
    assert [len(head.strips) for head in heads_of([*lines, *text], 10)[0]] == [2]
    beside = strip("灯塔还亮着呢", 205, 10, upright=True)
    assert [len(head.strips) for head in heads_of([*lines, *text, beside], 10)[0]] == [1, 1]


def test_a_subhead_at_the_beginning_of_an_upright_band_is_no_byline() -> None:
    """The lines beside it, though indented, begin in its row."""
    head = strip("旧港新灯", 200, 150, 20, upright=True)
    subhead = strip("没有灯", 180, 155, upright=True)
    first = upright(["　晨雾散尽渡船停", "码头上的人都回来"], 180, 10)
    middle = upright(["　灯塔还亮着呢一", "旧港的人都看见它"], 165, 115)
    last = upright(["　人走回城里的路", "没有灯也没有一个"], 180, 220)
    heads, rest = heads_of([head, subhead, *first, *middle, *last], 10)
    assert ([len(some.strips) for some in heads], subhead in rest) == ([1], True)


def test_a_paragraph_in_larger_type_is_text() -> None:
    """Of several lines, the last of which ends a sentence; two lines of a headline are not, whatever they call out."""
    lead = [strip("夜里没有船开出去", 10, 10, 12), strip("灯塔还亮着。", 10, 28, 12)]
    title = [strip("夜里没有船开出去", 10, 10, 12), strip("灯塔还亮着！", 10, 28, 12)]
    text = column(TEXT, 10, 60)
    assert heads_of([*lead, *text], 10) == ([], [*lead, *text])
    assert [len(head.strips) for head in heads_of([*title, *text], 10)[0]] == [2]


def test_a_byline_above_an_indented_line() -> None:
    """How far it is indented is told by where the column begins."""
    text = upright(["　晨雾散尽渡船停了", "码头上的人都回来了呢"], 160, 10)
    byline = strip("文／周舟江", 180, 60, upright=True)
    heads, _ = heads_of([strip("旧港新灯", 200, 20, 20, upright=True), byline, *text], 10)
    assert [len(head.strips) for head in heads] == [2]


def test_a_masthead_is_far_from_the_kicker_beside_it() -> None:
    """Its own size would reach over to it."""
    lines = [strip("海港日报", 250, 10, 46, upright=True), strip("老街翻修五年", 200, 10, 14, upright=True)]
    assert [len(head.strips) for head in heads_of(lines, 10)[0]] == [1, 1]
    assert [len(head.strips) for head in heads_of([strip("海港日报", 224, 10, 46, upright=True), lines[1]], 10)[0]] == [
        2
    ]
