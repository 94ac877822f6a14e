"""What is seen of a line: its form, its place, its column, its joint with the line above."""

from dataclasses import replace

import pytest

from converter.structure.cues.lines import observe
from tests.structure.made import cues, cues_of, lines, of_length, where

# Hard-wrapped at fourteen characters; each paragraph opens with an indent that is cut away.
COLUMN = """新渡轮开进青屿湾，岛上人家不再为赶船发愁了
清晨的青屿码头停着三条新
渡船，岸上的人排成两列等着上
船。
船长站在舷梯边数人，数到
一百二十就抬起手来，后面的人
便退回候船棚里喝茶。
“以前哪有这样的讲究，船
来了就往上挤。”卖鱼的老伯每
天坐头班船去对岸，傍晚再坐末
班船回来。
电站外面的空地改成了停车
场，岛上的人骑车来，把车一锁
就走。
傍晚的末班船比从前晚了两
个小时，戏散了也赶得上。
"""


@pytest.mark.parametrize(
    ("line", "seen", "unseen"),
    [
        ("新渡轮", "is longer than its column and without a stop", "is as wide as its column and without a stop"),
        ("清晨的", "is an indent short of its column and without a stop", "goes on amid full lines"),
        ("渡船，岸上", "comes after a full line that breaks off", "comes after a line that breaks off"),
        (
            "船长站",
            "has an indent's room after a line that ends a sentence",
            "begins at the edge of an indented column",
        ),
        ("一百二十", "goes on amid full lines", "opens with a time"),
        ("一百二十", "begins at the edge of an indented column", "is a number alone"),
        ("来了就", "begins inside open quotes or brackets", "comes after a line that breaks off"),
        ("天坐头班", "goes on amid full lines", "begins inside open quotes or brackets"),
        ("电站外面", "ends in a word", "says who made the page"),
    ],
)
def test_a_line_in_its_column(line: str, seen: str, unseen: str) -> None:
    """What a set column tells: where its lines break, which are longer, which open with an indent."""
    cues = cues_of(COLUMN, line)

    assert (seen in cues, unseen in cues) == (True, False)


def test_an_open_quotation_waits_for_its_close_on_the_next_line() -> None:
    """Where no column is set, a mark that is never closed does not hold the rest of the page."""
    page = (
        "渡口的老人说：“大江来从万山中，山势尽\n\n与江流东。”他望着对岸\n\n“这是没有合上的一句\n\n雨停了。\n\n船来了。"
    )

    assert "begins inside open quotes or brackets" in cues_of(page, "与江流东")
    assert "begins inside open quotes or brackets" not in cues_of(page, "雨停了")


def test_a_number_in_half_a_bracket_closes_nothing() -> None:
    """1) at a line's head is a number."""
    assert "closes what it did not open" not in cues_of("渡船三戒\n\n1)不抢座\n\n2)不占道", "1)")
    assert "closes what it did not open" in cues_of("渡船三戒（试行\n\n一年）今日公布。", "一年")


def test_a_page_without_cut_words_cuts_no_paragraph() -> None:
    """Columns that cut cut through words too: where none is cut, a title line is not the first half of a paragraph."""
    lines = [
        f"第{n}条渡船天亮开船，天黑收船，一年四季都是如此，岛上的人都认得它。" for n in "一二三四五六七八九十甲乙丙丁"
    ]
    page = "\n\n".join([*lines, "渡口的旧事", "老人还记得木船。"])

    assert "comes after a title line on a page without cut words" in cues_of(page, "老人还")
    assert "comes after a title line" in cues_of("渡口的旧事\n\n老人还记得木船。", "老人还")


HALVES = "连最不爱出门的老人也愿意到码头上去看一看船，坐一坐，再同船长说说从前的木船和\n\n摇橹的人。"


def test_long_text_that_breaks_off_tells_of_cut_columns() -> None:
    """One may be a slip, or a picture's caption with its source; where two break off the columns cut."""
    page, cue = "渡口的旧事\n\n从前的船。\n\n", "comes after a line that breaks off on a page of cut columns"

    assert cue not in cues_of(page + HALVES, "摇橹")
    assert cue not in cues_of(page + HALVES.replace("木船和", "美联社") + "\n\n" + HALVES, "摇橹")
    assert cue in cues_of(page + HALVES + "\n\n" + HALVES, "摇橹")


def test_a_line_that_breaks_off_in_a_word_is_told_where_columns_cut() -> None:
    """新一|代: half of a paragraph, not a subhead; on a page without other cuts it is chance."""
    word = "青屿湾将持续发力，做大做强新一\n\n代信息技术和新能源产业，渡轮也要换成电动的，一年换四条。"
    cut = f"{word}\n\n岸上的人都说好。\n\n{HALVES}"
    cue = "breaks off in a word on a page of cut columns"

    assert cue in cues_of(cut, "青屿湾将")
    assert cue not in cues_of(cut, "岸上的人")
    assert where(cue, "渡口。", "渡口", "甲甲甲一", "代甲。", "渡口。", *HALVES.split("\n\n")) == [2]
    assert cue not in cues_of("\n\n".join([cut, *["岸上的人都说好，船也好，路也好。"] * 90]), "青屿湾将")


def test_a_title_as_wide_as_its_column_ends_without_a_stop() -> None:
    page = COLUMN + "岛上的孩子们从此可以天天\n坐船过湾去上学\n" + "船长站在舷梯边数人，数到\n一百二十就抬起手来。\n"
    cue = "is one of a few full lines that end without a stop"

    assert [cue in cues_of(page, line) for line in ("岛上的孩子", "坐船过湾", "来了就")] == [True, True, False]


def seen(text: str) -> list[str]:
    """The cues of a line on a page whose lines are not hard-wrapped."""
    return cues("渡口。", text, "渡口。")[1]


@pytest.mark.parametrize(("length", "expected"), [(60, True), (61, False)])
def test_only_a_short_line_is_looked_at_whole(length: int, expected: bool) -> None:
    """Of one with more than sixty characters the head and the tail are."""
    assert expected == ("has a quotation inside" in seen(of_length(length - 3) + "“甲”"))
    assert expected == ("has a gap inside" in seen(of_length(length - 3) + "　甲甲"))


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ((1, 1), "has 1 character"),
        ((2, 4), "has 2 to 4"),
        ((5, 8), "has 5 to 8"),
        ((9, 12), "has 9 to 12"),
        ((13, 18), "has 13 to 18"),
        ((19, 26), "has 19 to 26"),
        ((27, 38), "has 27 to 38"),
        ((39, 60), "has 39 to 60"),
        ((61, 120), "has 61 to 120"),
        ((121, 200), "has over 120"),
    ],
)
def test_how_many_characters(lengths: tuple[int, int], expected: str) -> None:
    """The least and the most that each cue of length is for."""
    least, most = (
        [cue for cue in seen(of_length(length)) if cue[:7] in ("has 1 c", expected[:7])] for length in lengths
    )

    assert (least, most) == ([expected], [expected])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((f"渡口{end}", "ends a sentence") for end in "。！？!?…"),
        *((f"渡口{end}", "ends in a comma") for end in "，、；,;"),
        *((f"渡口{end}", "ends in a colon") for end in "：:"),
        *((f"渡口{end}", "ends in a dash") for end in "—―─-"),
        *((f"渡口{end}", "ends in a closing bracket") for end in "）)】〕]"),
        *((f"渡口{end}", "ends in a closing title mark") for end in "》〉"),
        *((f"渡口{end}", "ends in a closing quote") for end in "”’」』"),
        *((f"渡口{end}", "ends in an opening mark") for end in "“‘「『（(《〈【〔"),
        *((f"渡口{end}", "ends in a digit") for end in "09０９%％"),
        *((f"渡口。{end}", "ends a sentence") for end in "”’」』）)"),
        ("渡口。”）", "ends a sentence"),
        ("渡口，”", "ends in a closing quote"),
        ("”", "ends in a closing quote"),
        ("渡口。》", "ends in a closing title mark"),
        ("渡口", "ends in a word"),
        ("渡口a", "ends in a word"),
    ],
)
def test_how_a_line_ends(text: str, expected: str) -> None:
    """A stop inside closing quotes or brackets ends the sentence."""
    found = seen(text)

    assert [cue for cue in found if cue.startswith(("ends a ", "ends in a"))] == [expected]
    assert (expected == "ends a sentence") == (
        "is tiny and with a stop" in found or "is short and with a stop" in found
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第三章 渡口", "a chapter"),
        ("第十二回渡口", "a chapter"),
        ("第二部分渡口", "a chapter"),
        ("第三节课", "a chapter"),
        ("卷三 渡口", "a chapter"),
        ("卷三", "a chapter"),
        ("第三部本", None),
        ("卷三渡口", None),
        ("三、渡口", "a han number"),
        ("二十三．渡口", "a han number"),
        ("三渡口", None),
        ("（三）渡口", "a number in brackets"),
        ("(12)渡口", "a number in brackets"),
        ("③渡口", "a number in brackets"),
        ("3.渡口", "a figure"),
        ("12、渡口", "a figure"),
        ("123、渡口", "a digit"),
        ("3.5公里", "a digit"),
        ("渡口：早晨", "a speaker"),
        ("渡口的早晨：甲", "a speaker"),
        ("渡口的早晨好：甲", None),
        ("渡口：", None),
        ("2031年的渡口", "a date"),
        ("3月25日渡口", "a date"),
        ("25日渡口", "a date"),
        ("8点的渡口", "a digit"),
        ("abc渡口", "latin"),
        ("渡口", None),
    ],
)
def test_what_a_line_opens_with(text: str, expected: str | None) -> None:
    """Numbers in every form, a speaker's name of up to five characters, a date; of several the first of these."""
    kinds = ("chapter", "han number", "number in brackets", "figure", "speaker", "date", "digit")
    cues = {f"opens with a {kind}" for kind in kinds} | {"opens with latin"}

    assert cues & set(seen(text)) == ({f"opens with {expected}"} if expected else set())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海州3月24日电 渡轮首航", True),
        ("海州3月24日電（柳溪）渡轮首航", True),
        ("【江海晨报讯】渡轮首航", True),
        ("（海州24日电）渡轮首航", True),
        ("〔柳溪报道〕渡轮首航", True),
        ("海州电", False),
        ("海州发电厂首航", False),
        ("海州，3月24日电 渡轮首航", False),
        (of_length(29) + "讯 渡轮", True),
        (of_length(30) + "讯 渡轮", False),
    ],
)
def test_datelines(text: str, expected: bool) -> None:
    """A message's head has up to thirty characters and no comma; what follows is set off from it."""
    assert expected == ("opens with a dateline" in seen(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口的早晨", "has no comma"),
        ("渡口，早晨", "has a comma"),
        ("渡口；早晨", "has a comma"),
        ("渡口，早晨；甲", "has commas"),
    ],
)
def test_commas(text: str, expected: str) -> None:
    assert [cue for cue in seen(text) if "comma" in cue] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口。早晨", ["has a stop inside"]),
        ("。渡口早", ["has a stop inside"]),
        ("渡口。早", []),
        ("渡口。”", []),
        ("渡口", []),
        ("渡口 早晨", ["has a gap inside"]),
        ("渡口　早晨。", ["has a gap inside"]),
        ("a渡 口b", ["has a gap inside"]),
        ("渡a b口", []),
        ("abc 早晨", []),
        ("渡口 abc", []),
        ("渡口 abc 早晨", []),
        ("abc def", []),
        ("渡。口 早晨", ["has a stop inside"]),
    ],
)
def test_what_is_inside(text: str, expected: list[str]) -> None:
    """A stop with two characters below it or more; else a gap between two characters of which none is Latin."""
    inside = ("has a stop inside", "has a gap inside")

    assert [cue for cue in seen(text) if cue in inside] == expected


@pytest.mark.parametrize(
    ("length", "expected"),
    [(4, "tiny"), (5, "short"), (14, "short"), (15, "middling"), (32, "middling"), (33, "long")],
)
def test_how_long_a_line_is(length: int, expected: str) -> None:
    """Where no width is set."""
    assert f"is {expected} and without a stop" in seen(of_length(length))


WIDE = [of_length(20)] * 20
SET_IN = [*WIDE, *[of_length(9, "。"), of_length(18)] * 3]


@pytest.mark.parametrize(
    ("column", "length", "expected"),
    [
        (WIDE, 4, "tiny"),
        (WIDE, 5, "short in its column"),
        (WIDE, 15, "short in its column"),
        (WIDE, 16, "nearly as wide as its column"),
        (WIDE, 17, "nearly as wide as its column"),
        (WIDE, 18, "an indent short of its column"),
        (WIDE, 19, "as wide as its column"),
        (WIDE, 22, "as wide as its column"),
        (WIDE, 23, "longer than its column"),
        (SET_IN, 17, "nearly as wide as its column"),
        (SET_IN, 18, "an indent short of its column"),
        (SET_IN, 19, "an indent short of its column"),
        (SET_IN, 20, "as wide as its column"),
    ],
)
def test_how_long_a_line_is_in_its_column(column: list[str], length: int, expected: str) -> None:
    """Where paragraphs open with an indent, a line that lacks one character may have one too."""
    assert f"is {expected} and without a stop" in cues(*column, of_length(length))[-1]


@pytest.mark.parametrize(
    ("above", "length", "column", "expected"),
    [
        (of_length(20), 20, WIDE, True),
        (of_length(20), 19, WIDE, True),
        (of_length(20), 18, WIDE, False),
        (of_length(20), 22, WIDE, True),
        (of_length(20), 23, WIDE, False),
        (of_length(18), 20, WIDE, False),
        (of_length(20, "。"), 20, WIDE, False),
        (of_length(20, "）"), 20, WIDE, False),
        (of_length(18), 20, SET_IN, True),
        (of_length(20), 19, SET_IN, False),
    ],
)
def test_amid_full_lines(above: str, length: int, column: list[str], expected: bool) -> None:
    """Below a full line that breaks off a line goes on that fills its column."""
    assert expected == ("goes on amid full lines" in cues(*column, above, of_length(length))[-1])


def test_the_first_line_goes_on_nothing() -> None:
    assert "goes on amid full lines" not in cues(*WIDE)[0]


@pytest.mark.parametrize(
    ("indents", "expected"),
    [
        ([2, 0, 0, 0], ["is indented"]),
        ([1, 2, 0, 0], []),
        ([0, 0, 0, 0], []),
        ([2] + [0] * 9, []),
        ([2, 2, 2, 2], ["is indented"]),
        ([0, 2, 2, 2], ["is not indented"]),
    ],
)
def test_indented_lines(indents: list[int], expected: list[str]) -> None:
    """Where many are; that a line is not indented is told where most are."""
    texts = lines(*[of_length(40, "。")] * len(indents))
    found = observe([replace(line, indent=indent) for line, indent in zip(texts, indents, strict=True)])

    assert [cue for cue in found[0] if "indented" in cue] == expected


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [
        (1.09, []),
        (1.1, ["is set in larger type"]),
        (1.49, ["is set in larger type"]),
        (1.5, ["is set in much larger type"]),
        (1, []),
        (0.94, []),
        (0.93, ["is set in smaller type"]),
        (0, []),
    ],
)
def test_size_of_type(ratio: float, expected: list[str]) -> None:
    """Against the size of most of the text; a line whose size is not known is as others are."""
    text = lines(of_length(80, "。"), size=100.0)
    found = observe([*text, *lines("渡口", size=100.0 * ratio or None)])[1]

    assert [cue for cue in found if "type" in cue] == expected


def test_type_that_most_of_the_text_does_not_tell() -> None:
    """Without a usual size no line is larger than it."""
    found = observe([*lines(of_length(80, "。")), *lines("渡口", size=24.0)])[1]

    assert [cue for cue in found if cue.endswith("type")] == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"size": 9.0}, []),
        ({"size": 10.0}, ["is set otherwise than the line above"]),
        ({"size": 9.0, "bold": True}, ["is set in bold", "is set otherwise than the line above"]),
        ({"size": 9.0, "centred": True}, ["is centred", "is set otherwise than the line above"]),
    ],
)
def test_how_a_line_is_set(told: dict[str, float | bool], expected: list[str]) -> None:
    """Bold, centred, and set otherwise than the line above; the first line is set as itself."""
    found = observe([*lines(of_length(80, "。"), size=9.0), *lines("渡口", **told)])
    otherwise = ("is set in bold", "is centred", "is set otherwise than the line above")

    assert [[cue for cue in line if cue in otherwise] for line in found] == [[], expected]


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ([3], ["apart from other"]),
        ([3, 3], ["first of", "last of"]),
        ([3, 3, 3], ["first of", "amid", "last of"]),
    ],
)
def test_place_among_titles(titles: list[int], expected: list[str]) -> None:
    """Wherever on the page the titles stand."""
    texts, other = [*map(of_length, titles)], ["渡口。"]
    found = [
        cues(*page)[begin:][: len(texts)]
        for page, begin in ((other + texts + other, 1), (other + texts, 1), (texts + other, 0))
    ]

    for page in found:
        places = [cue for line in page for cue in line if cue.endswith(" title lines")]

        assert places == [f"is {place} title lines" for place in expected]


def test_the_first_line_is_below_no_title() -> None:
    """Also where the last line is one."""
    assert "is first of title lines" in cues("渡口", "渡口", "渡口。", "渡轮")[0]


@pytest.mark.parametrize(
    ("above", "here", "expected"),
    [(20, 10, "half"), (20, 11, "nearly"), (10, 20, "twice"), (10, 19, "nearly"), (10, 10, "nearly")],
)
def test_length_against_the_title_above(above: int, here: int, expected: str) -> None:
    found = cues("渡口。", of_length(above), of_length(here), "渡口。", "渡口。")[2]

    assert [cue for cue in found if cue.endswith("title line above")] == [
        f"is {expected} as long as the title line above"
    ]


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ([0, 0], "is on a page without blank lines"),
        ([0, 1, 0, 0, 0, 0], "follows a rare blank line"),
        ([0, 1, 1, 1], "follows the usual gap"),
        ([0, 2, 1, 1], "follows a wider gap"),
        ([0, 0, 1, 1], "follows a narrower gap"),
    ],
)
def test_gaps(gaps: list[int], expected: str) -> None:
    """Against the usual gap where blank lines are common; the first line follows none."""
    texts = lines(*["渡口。"] * len(gaps))
    found = observe([replace(line, gap_before=gap) for line, gap in zip(texts, gaps, strict=True)])
    told = ("follows", "is on a page without blank", "is the first")

    assert [[cue for cue in line if cue.startswith(told)] for line in found[:2]] == [["is the first line"], [expected]]


def test_repeated_last_and_first_lines() -> None:
    texts = ("渡口。", "渡轮。", "渡口。")

    assert [where(cue, *texts) for cue in ("is repeated on the page", "is the last line", "is the first line")] == [
        [0, 2],
        [2],
        [0],
    ]


def test_verse_is_told_of_each_line() -> None:
    cue = "is one of many short lines in a row"

    assert (where(cue, *["渡口。"] * 6), where(cue, *["渡口。"] * 5)) == ([0, 1, 2, 3, 4, 5], [])


@pytest.mark.parametrize(
    ("above", "here", "expected"),
    [
        ("用open", "source软件", ["goes on in latin or digits"]),
        ("长12", "34米", ["goes on in latin or digits"]),
        ("长12", "米", []),
        ("长", "34米", []),
        ("用open-", "source软件", ["begins with the rest of a word"]),
        ("用open-", "Source软件", []),
        ("长12。", "34米", []),
        ("长１", "３", []),
        ("甲甲甲一", "代甲", ["begins with the rest of a word"]),
    ],
)
def test_words_that_go_on(above: str, here: str, expected: list[str]) -> None:
    joints = ("goes on in latin or digits", "begins with the rest of a word")

    assert [cue for cue in cues("渡口。", above, here)[2] if cue in joints] == expected


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        (of_length(20), "comes after a full line that breaks off"),
        (of_length(20, "。"), "comes after a full line that ends a sentence"),
        (of_length(18), "comes after a line that breaks off"),
        (of_length(18, "。"), None),
        (of_length(18, "："), None),
    ],
)
def test_how_the_line_above_ends(above: str, expected: str | None) -> None:
    """A line that is not full and ends a sentence, or in a mark that ends a line, says nothing."""
    found = [cue for cue in cues(*WIDE, above, "渡口")[-1] if cue.startswith("comes after a")]

    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("above", "length", "expected"),
    [
        (of_length(9, "。"), 17, []),
        (of_length(9, "。"), 18, ["has an indent's room after a line that ends a sentence"]),
        (of_length(9, "。"), 19, ["has an indent's room after a line that ends a sentence"]),
        (of_length(9), 19, []),
        (of_length(9), 20, ["begins at the edge of an indented column"]),
        (of_length(9), 22, ["begins at the edge of an indented column"]),
        (of_length(9), 23, []),
    ],
)
def test_an_indent_that_is_cut_away(above: str, length: int, expected: list[str]) -> None:
    """A line that lacks one or two characters has room for it, one that lacks none begins at the edge."""
    found = cues(*SET_IN, above, of_length(length))[-1]

    assert [cue for cue in found if cue.startswith(("has an indent", "begins at the edge"))] == expected


def test_a_column_without_indents_tells_of_none() -> None:
    assert not any("edge" in cue or "indent's" in cue for cue in cues(*WIDE, of_length(9, "。"), of_length(19))[-1])


def test_a_title_line_in_a_set_column_is_no_first_half() -> None:
    """Only where lines are whole may a title line be the half of a paragraph."""
    cue = "comes after a title line"

    assert (where(cue, "渡口。", "渡口", "渡口。", "渡口。"), where(cue, *WIDE, "渡口", "渡口")) == ([2], [])


def test_no_break_spaces_are_spaces() -> None:
    assert "says who made the page" in seen("邮\xa0箱：hz@example.org")


def test_a_caption_speaks_of_its_picture() -> None:
    """Anywhere in a line as long as a caption may be: what a picture shows, who stands where; in both scripts."""
    shown, stands = "speaks of what a picture shows", "tells who stands where"
    village = "桐湾村通了钢梯，村民下山的路缩短了一半，赶集的日子也多了。"

    assert shown in cues_of(f"{village}图为村民下山。", "桐湾")
    assert shown in cues_of("圖中黃色是編者所加。", "圖中")
    assert stands in cues_of("船長陸闻笛（左二）與渡工（右）在新船上。", "船長")
    assert stands in cues_of(f"前排左起：江一帆、柏青禾。{village}", "前排")
    assert shown not in cues_of(f"{village * 7}图为村民下山。", "桐湾")


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("岸上的人都来看。", ["comes past a line between, after text that is whole"]),
        (
            "岸上的人都来看，连最不爱出门的老人也来",
            ["comes past a line between, after text that breaks off", "comes after a line that breaks off"],
        ),
    ],
)
def test_text_goes_on_from_text(above: str, expected: list[str]) -> None:
    """Past a line that lies between it is the text above that is whole or breaks off."""
    found = cues(f"{of_length(30)}{above}", "渡口的早晨", of_length(40, "。"))[-1]

    assert [cue for cue in found if cue.startswith(("comes past", "comes after a line"))] == expected


def test_a_word_is_cut_past_a_line_between() -> None:
    """新一|代 with a title between them; nothing is cut where the title's last character would fit by chance."""
    cue = "begins with the rest of a word"
    half, rest = f"{of_length(38)}新一", f"代{of_length(40, '。')}"

    assert where(cue, half, "渡口的早晨", rest) == [2]
    assert where(cue, of_length(40, "。"), "陆闻笛一摄", rest) == []


def test_a_latin_word_is_cut_at_its_hyphen() -> None:
    """infor-|mation: the rest of a word, and its first half no title."""
    found = cues("他说的是infor-", "mation")

    assert ("begins with the rest of a word" in found[1], "is first of title lines" in found[0]) == (True, False)


VERSE = ["早起三更挑卤水", "夜来星月伴归船"] * 3


@pytest.mark.parametrize(("end", "expected"), [("；", []), ("，", []), ("的", [1])])
def test_a_pause_ends_a_line_of_verse(end: str, expected: list[int]) -> None:
    """Among many short lines nothing breaks off there; in prose it does."""
    cue = "comes after a line that breaks off"
    prose = "早起三更挑卤水，夜来星月伴归船，岸上的人都来看；"

    assert where(cue, f"早起三更挑卤{end}", f"{VERSE[1]}。", *[f"{line}。" for line in VERSE]) == expected
    assert where(cue, prose, prose + prose) == [1]


@pytest.mark.parametrize(
    ("text", "expected"), [("他说：“等一等——”", True), ("“等一等……”", True), ("“等一等”", False), ("等一等——", False)]
)
def test_speech_may_break_off(text: str, expected: bool) -> None:
    """A dash inside quotes ends a sentence, as a stop does; one that stands alone does not."""
    assert expected == ("ends a sentence" in cues(text)[0])


@pytest.mark.parametrize("marks", ["「」", '""', "＂＂", "〝〞", "„“"])
def test_cues_are_the_same_for_all_quotes(marks: str) -> None:
    """Whatever a page is typed with."""
    speech = ["“谁？”", "“是我，”那头说，“你把东西藏", "哪儿了？”", "电话挂了。"]
    typed = [text.translate(str.maketrans("“”", marks)) for text in speech]

    assert cues(*typed) == cues(*speech)


def test_a_line_set_to_the_right() -> None:
    """Six full-width spaces or more, as a signature at a notice's end; an indent of two is a paragraph's."""
    cue = "is set far to the right"
    page = "通知\n\n　　渡口明日停航，恢复的时间另行通知，请往来的乘客改走新桥，特此通知，敬请谅解。\n\n{}渡口航运社"

    assert cue in cues_of(page.format("　" * 6), "渡口航")
    assert cue not in cues_of(page.format("　" * 5), "渡口航")


def test_a_credit_breaks_nothing_off() -> None:
    """What ends in whose the picture is goes on in no line below, whatever characters meet there."""
    caption, text = "渡口路上，工人在雨中抢修管道。摄：江一帆/海湾社", "海湾新区的水管改造自去年动工以来三次推迟完工。"
    found = cues_of(f"新桥通车\n\n{caption}\n\n{text}", "海湾新区")

    assert not {"comes after a line that breaks off", "begins with the rest of a word"} & set(found)
