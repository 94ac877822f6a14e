"""What is usual on a page: each measure just below its threshold and just at it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from converter.model import Box
from converter.structure.cues.measures import Page, balance, heads, stories
from tests.structure.made import lines, of_length, page

STOPPED = of_length(40, "。")  # a whole paragraph
HALF = of_length(40)  # long text that breaks off
WORD = ("甲甲甲一", "代甲。")  # a word that a column cut: 一|代


def column(lengths: Sequence[int], stopped: int = 0) -> Page:
    """A page of lines of these lengths, the first ``stopped`` of them ending a sentence."""
    return page(*(of_length(length, "。" if n < stopped else "") for n, length in enumerate(lengths)))


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [
        ([], (0, False)),
        ([3], (0, False)),
        ([0, 2], (2, True)),
        ([0, 1, 1, 2], (1, True)),
        ([0, 2, 2, 1], (2, True)),
        ([9, 1, 1, 0, 0, 0, 0, 0, 0, 0], (0, False)),
        ([9, 1, 1, 1, 0, 0, 0, 0, 0, 0], (0, True)),
        ([0, 1, 1, 0, 0, 0, 0, 0, 0], (0, True)),
    ],
    ids=["no line", "one", "two", "most one", "most two", "two of ten", "three of ten", "two of nine"],
)
def test_gaps(gaps: list[int], expected: tuple[int, bool]) -> None:
    """The commonest gap is the usual one; gaps are common where more than a fifth of the lines have one above."""
    found = Page([replace(line, gap_before=gap) for line, gap in zip(lines(*"甲" * len(gaps)), gaps, strict=True)])

    assert expected == (found.gap, found.gapped)


@pytest.mark.parametrize(
    ("length", "indents", "expected"),
    [
        (31, [2] + [0] * 9, (False, False)),
        (31, [2] + [0] * 8, (True, False)),
        (31, [1] * 10, (False, False)),
        (31, [2] * 7 + [0] * 3, (True, False)),
        (31, [2] * 8 + [0] * 2, (True, True)),
        (31, [3] * 10, (True, True)),
    ],
)
def test_indents(length: int, indents: list[int], expected: tuple[bool, bool]) -> None:
    """Often is more than one line in ten, mostly more than seven; one column of white space is no indent."""
    texts = lines(*[of_length(length)] * len(indents))
    found = Page([replace(line, indent=indent) for line, indent in zip(texts, indents, strict=True)])

    assert expected == (found.indented, found.all_indented)


@pytest.mark.parametrize(("length", "expected"), [(30, True), (31, False)])
def test_short_lines_have_no_say_in_indents(length: int, expected: bool) -> None:
    """Titles are indented in many ways: where there is a line longer than thirty characters, such lines tell."""
    found = Page([*lines(*[of_length(20)] * 3, indent=2), *lines(of_length(length))])

    assert expected == found.indented


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((of_length(29),) * 2, {of_length(29)}),
        ((of_length(30),) * 2, set()),
        (("渡口", "渡轮", "渡口", "渡口"), {"渡口"}),
        (("渡口", "渡轮"), set()),
    ],
)
def test_repeated_lines(texts: tuple[str, ...], expected: set[str]) -> None:
    """A line under thirty characters that occurs twice."""
    assert expected == page(*texts).repeated


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("甲甲一", "代甲"), [False, False]),
        (("甲甲甲一", "代甲"), [False, True]),
        (("甲甲甲一", "乙甲"), [False, False]),
        (("甲代", "甲甲甲一", "代甲"), [False, False, True]),
    ],
)
def test_words_that_are_cut(texts: tuple[str, ...], expected: list[bool]) -> None:
    """The first half has four characters at least: a lone 一 is a number."""
    assert expected == list(page(*texts).joined)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲", 0),
        ("（甲）", 0),
        ("“「『（(《甲", 6),
        ("甲”」』）)》", -6),
        ("甲）“甲”", -1),
        ("1)甲", 0),
        ("12）甲", 0),
        ("三)甲", 0),
        ("A)甲", 0),
        ("123)甲", -1),
        ("甲1)乙", -1),
    ],
)
def test_balance(text: str, expected: int) -> None:
    """Each mark that opens is one more, each that closes one less; the bracket of a number at the head is neither."""
    assert expected == balance(text)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("他说“甲", "乙”丙"), [False, True]),
        (("他说“甲", "乙丙"), [False, False]),
        (("他说甲", "乙”」丙"), [False, False]),
        (("”甲", "他说“"), [False, False]),
        (("他说“甲", "（乙）"), [False, False]),
        (("他说“甲", "乙丙", "丁”"), [False, False, False]),
    ],
)
def test_inside_marks(texts: tuple[str, ...], expected: list[bool]) -> None:
    """Where no column is set the next line closes what a cut left open, or nothing is open."""
    assert expected == list(page(*texts).inside)


FULL = [of_length(12)] * 8


@pytest.mark.parametrize(
    ("texts", "gap", "expected"),
    [
        ((of_length(11) + "“", of_length(12), of_length(11) + "”", of_length(12)), 0, [False, True, True, False]),
        ((of_length(11) + "“", of_length(12), of_length(12)), 1, [False, False, False]),
        ((of_length(8) + "“甲。", of_length(12)), 0, [False, True]),
        ((of_length(6) + "“甲。", of_length(12)), 0, [False, False]),
        ((of_length(6) + "“甲乙", of_length(12)), 0, [False, True]),
        ((of_length(11) + "”", of_length(11) + "“", of_length(12)), 0, [False, False, True]),
    ],
    ids=["two", "gap", "full", "paragraph's end", "short", "closed"],
)
def test_inside_marks_of_a_column(texts: tuple[str, ...], gap: int, expected: list[bool]) -> None:
    """In a set column marks stay open, up to a paragraph's end or a gap."""
    found = Page([*lines(*FULL), *lines(texts[0]), *lines(*texts[1:], gap_before=gap)])

    assert (12, expected) == (found.width, list(found.inside[8:]))


def test_the_first_line_of_a_column_may_open_marks() -> None:
    """Nothing is owed from before; nor after a paragraph's end."""
    opening = of_length(11) + "“"
    found = page(opening, *FULL, "甲”。", opening, *FULL)

    assert list(found.inside) == [False, *[True] * 9, False, *[True] * 8]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((of_length(32), "渡口。", "渡口。"), True),
        ((of_length(33), "渡口。", "渡口。"), False),
        *(((f"渡口的早晨{end}",), False) for end in "。！…”」，、；"),
        *(((f"渡口的早晨{end}",), True) for end in "？：》）"),
        (("陆闻笛摄",), False),
        (("渡口（早晨", of_length(32, "）。"), "渡口。"), True),
        (("渡口（早晨", of_length(33, "）。"), "渡口。"), False),
        (("渡口（早晨", of_length(33, "。"), "渡口。"), True),
    ],
)
def test_titles(texts: tuple[str, ...], expected: bool) -> None:
    """A title has 32 characters at most, ends as no sentence and no credit does, and no long line closes its marks."""
    assert expected == page(*texts).titles[0]


@pytest.mark.parametrize(("length", "expected"), [(10, True), (11, False), (12, False)])
def test_a_title_of_a_column_is_short_of_it(length: int, expected: bool) -> None:
    """By two characters at least: a line that is as wide as its column is text."""
    found = page(*FULL, of_length(length))

    assert (12, expected) == (found.width, found.titles[-1])


def test_a_title_of_a_column_may_open_what_the_next_line_closes() -> None:
    """Titles of a set column run over several lines."""
    assert page(*[of_length(40)] * 9, "渡口（早", of_length(40, "）")).titles[-2]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([HALF, STOPPED] * 2 + [STOPPED] * 75, (True, False)),
        ([HALF, STOPPED] * 2 + [STOPPED] * 76, (False, False)),
        ([HALF, STOPPED] + [STOPPED] * 20, (False, True)),
        ([HALF, "渡口"] * 2 + [STOPPED] * 20, (False, True)),
        ([of_length(40, "陆闻笛摄"), STOPPED] * 2 + [STOPPED] * 20, (False, True)),
        ([of_length(40, "照片"), STOPPED, STOPPED] * 2 + [STOPPED] * 20, (False, True)),
        ([STOPPED] * 20 + [HALF, STOPPED] * 2, (True, False)),
        ([*WORD, *WORD] + [STOPPED] * 75, (True, False)),
        ([*WORD, *WORD] + [STOPPED] * 76, (False, True)),
        ([HALF[:-1] + "一", "代" + STOPPED] + [STOPPED] * 200, (False, False)),
        ([of_length(33), STOPPED] * 2 + [STOPPED] * 20, (True, False)),
        ([of_length(32), STOPPED] * 2 + [STOPPED] * 20, (False, True)),
        ([STOPPED] * 20 + [HALF], (False, True)),
        ([STOPPED] * 15, (False, True)),
        ([STOPPED] * 14, (False, False)),
        *(([of_length(40, end), STOPPED] * 2 + [STOPPED] * 20, (False, True)) for end in "。：；;.、》—”"),
        ([of_length(40, "，"), STOPPED] * 2 + [STOPPED] * 20, (True, False)),
    ],
)
def test_cuts(texts: list[str], expected: tuple[bool, bool]) -> None:
    """Two long lines that break off, or two words that are cut, are signs, more than one on forty lines; a page of
    fifteen lines without any is one without cuts."""
    found = page(*texts)

    assert (0, *expected) == (found.width, found.cut, found.uncut)


def test_a_set_column_cuts_every_line() -> None:
    """So that its breaks say nothing of columns' ends."""
    found = page(*[of_length(40)] * 20)

    assert (found.width, found.cut, found.uncut) == (40, False, False)


SHORTER = [2, 2, 5, 5, 8, 8, 2, 5]


@pytest.mark.parametrize(
    ("lengths", "stopped", "expected"),
    [
        ([8] * 9, 0, 8),
        ([7] * 9, 0, 0),
        ([20] * 3 + SHORTER[:7], 0, 20),
        ([20] * 3 + SHORTER, 0, 0),
        ([12] * 9 + [16], 0, 12),
        ([12] * 8 + [16], 0, 0),
        ([12] * 8 + [15], 0, 12),
        ([12] * 6, 3, 12),
        ([12] * 6, 4, 0),
        ([11, 13, 11, 13, 12, 12], 4, 0),
        ([11, 13, 10, 12, 12, 12], 3, 12),
        ([12] * 5 + [13] * 3, 0, 12),
        ([12] * 3 + [13] * 3, 0, 13),
        ([12] * 3 + [11] * 5, 0, 11),
        ([12] * 6 + [14] * 2, 0, 14),
        ([12] * 7 + [14] * 2, 0, 12),
        ([12] * 9 + [20] + SHORTER, 0, 12),
        ([12] * 5 + [13] * 3 + [16], 0, 12),
        ([12] * 2 + [13] + SHORTER[:7], 0, 12),
        ([10] * 3 + [11] + [12] * 5 + [13] * 4, 8, 12),
        ([], 0, 0),
    ],
)
def test_width(lengths: list[int], stopped: int, expected: int) -> None:
    """A column has eight characters or more; three lines in ten are as wide, give or take one, one in ten is longer by
    more than three; and half of the wide ones end no sentence. A third as many, wider by an indent's two, are full."""
    assert expected == column(lengths, stopped).width


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("甲甲甲12", "甲甲甲甲"), [4, 4]),
        (("甲甲甲123", "甲甲甲乙丙"), [5, 5]),
        (("甲甲甲12", "甲甲甲甲甲"), [5, 5]),
        (("abc 甲", "甲甲丙"), [3, 3]),
        ((of_length(58) + "12", of_length(59)), [59, 59]),
        ((of_length(59) + "12", of_length(60)), [61, 60]),
    ],
)
def test_lengths(texts: tuple[str, ...], expected: list[int]) -> None:
    """Two digits or Latin letters are as wide as one Han character where more lines are alike so; not on a page of
    whole paragraphs, of which one has more than sixty characters."""
    assert expected == list(page(*texts).lengths)


ENDS = [of_length(12)] * 30


def opening(*lengths: int) -> list[str]:
    """A column of twelve characters, and in it paragraphs whose first lines have these lengths."""
    return [*ENDS, *[text for length in lengths for text in (of_length(5, "。"), of_length(length))]]


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([11, 10, 11], True),
        ([11, 10], False),
        ([11, 11, 9], False),
        ([11, 11, 12], False),
        ([11] * 7 + [12] * 3, True),
        ([11] * 7 + [14] * 3, True),
        ([11] * 7 + [14] * 4, False),
        ([11] * 7 + [15] * 4, True),
        ([11] * 6 + [12] * 3, False),
        ([11] * 9 + [12] * 4, False),
        ([11] * 9 + [12] * 3, True),
    ],
)
def test_set_in(lengths: list[int], expected: bool) -> None:
    """Three first lines of paragraphs at least, seven in ten of them without an indent's room."""
    found = page(*opening(*lengths))

    assert (12, expected) == (found.width, found.set_in)


def test_the_first_line_opens_no_paragraph_below_another() -> None:
    """The second may; and where no column is set nothing is set in it."""
    second = page(of_length(5, "。"), of_length(11), *opening(11, 11)).set_in
    first = page(of_length(11), *opening(11, 11), of_length(5, "。")).set_in

    assert [second, first, page(STOPPED).set_in] == [True, False, False]


def test_first_lines_follow_the_last_lines_of_paragraphs() -> None:
    """A last line is short of its column by more than two, and ends a sentence."""
    ends = (of_length(9, "。"), of_length(10, "。"), of_length(9))
    found = [page(*ENDS, *[of_length(11), of_length(12), end] * 4, of_length(11)).set_in for end in ends]

    assert found == [True, False, False]


@pytest.mark.parametrize(
    ("inset", "length", "expected"),
    [(False, 10, False), (False, 11, True), (False, 14, True), (False, 15, False), (True, 10, True), (True, 9, False)],
)
def test_full_lines(inset: bool, length: int, expected: bool) -> None:
    """A full line lacks one character of its column at most, or an indent's two, and has two more at most."""
    found = page(*(opening(11, 10, 11) if inset else ENDS), of_length(length))

    assert (12, inset, expected) == (found.width, found.set_in, found.is_full(len(found.lines) - 1))


def test_no_line_is_full_where_no_column_is_set() -> None:
    assert not page("甲。").is_full(0)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([(None, 9)], 0),
        ([(10.5, 30), (24, 9)], 10.5),
        ([(10.5, 9), (24, 9)], 24),
        ([(10.5, 9), (24, 10)], 24),
        ([(10.5, 9), (24, 5), (10.5, 2), (24, 5)], 10.5),
    ],
)
def test_size(sizes: list[tuple[float | None, int]], expected: float) -> None:
    """The size of most characters, of two as many the larger."""
    found = Page([line for size, length in sizes for line in lines(of_length(length), size=size, bold=True)])

    assert found.sizes and set(found.sizes) == {expected}


@pytest.mark.parametrize(
    ("told", "expected"), [({}, None), ({"size": 9.0}, 9), ({"bold": True}, 0), ({"centred": True}, 0)]
)
def test_type_that_is_not_known(told: dict[str, float | bool], expected: float | None) -> None:
    """Where no line says anything of its type there is no size."""
    assert (None if expected is None else [expected]) == Page(lines("渡口", **told)).sizes


@pytest.mark.parametrize(("length", "expected"), [(120, 8), (90, 9)])
def test_a_side_bar_has_a_size_of_its_own(length: int, expected: float) -> None:
    """Where it stands on a page under a headline, and has a paragraph of text."""
    box = Box(0, 0, 9, 9)
    rows = [(9, 0, 300), (14, 1, 9), (8, 0, length)]
    found = Page(
        [each for size, level, long in rows for each in lines(of_length(long), size=size, level=level, box=box)]
    )

    assert [9, expected, expected] == found.sizes


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([3, 20, 5, 9, 1, 7], [6] * 6),
        ([3, 21, 5, 9, 1, 7], [0] * 6),
        ([3, 20, 5, 9, 1], [0] * 5),
        ([30, 3, 20, 5, 9, 1, 7, 8, 30, 4], [0] + [7] * 7 + [0] * 2),
        ([30, 35, 40, 45, 50, 55], [0] * 6),
    ],
)
def test_verse(lengths: list[int], expected: list[int]) -> None:
    """Six lines of up to twenty characters, and how many they are."""
    assert expected == list(column(lengths).verse)


def test_a_set_column_is_no_verse() -> None:
    assert list(column([12] * 9).verse) == [0] * 9


WIDE = [of_length(12)] * 9 + ["甲甲。"]  # a column of twelve, and a paragraph's end


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([of_length(12), of_length(6)], [True, True]),
        ([of_length(6)], [False]),
        ([of_length(12)] * 3 + [of_length(6)], [True] * 4),
        ([of_length(12)] * 4 + [of_length(6)], [False] * 5),
        ([of_length(12), of_length(6, "。")], [False, False]),
        ([of_length(12), of_length(6, "，")], [False, False]),
        ([of_length(12), of_length(6, "—")], [False, False]),
        (["甲。" + of_length(10), of_length(6)], [False, False]),
        ([of_length(12, "。"), of_length(12), of_length(6)], [False, True, True]),
        ([of_length(6), of_length(12), of_length(6)], [False, True, True]),
        ([of_length(12), of_length(12)], [False, False]),
    ],
)
def test_unstopped(texts: list[str], expected: list[bool]) -> None:
    """Two to four lines, all but the last full, without a stop."""
    found = page(*texts, *WIDE, *texts, *WIDE)
    own, below = len(texts), len(texts) + len(WIDE)

    assert (12, expected, expected) == (
        found.width,
        list(found.unstopped[:own]),
        list(found.unstopped[below : below + own]),
    )


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["渡口"], ["no text"]),
        (["渡口", "。"], ["little text"] * 2),
        (["渡口", of_length(100, "。"), of_length(149, "。")], ["little text"] * 3),
        (["渡口", of_length(100, "。"), of_length(150, "。")], ["some text"] * 3),
        (["渡口", of_length(899, "。")], ["some text"] * 2),
        (["渡口", of_length(900, "。")], ["much text"] * 2),
        ([STOPPED, "渡口", "渡轮", of_length(900, "。"), "渡口"], ["little text", *["much text"] * 3, "no text"]),
    ],
)
def test_stories(texts: list[str], expected: list[str]) -> None:
    """Text is some from 250 characters on, much from 900; titles are none."""
    assert [f"is of a story with {amount}" for amount in expected] == page(*texts).stories


def test_heads_begin_stories() -> None:
    """A run of titles has one head; what stands above the first head is a story too."""
    titles = [False, True, True, False, True]

    assert (heads(titles), list(stories(heads(titles), 5))) == ([1, 4], [(0, 1), (1, 4), (4, 5)])
    assert heads([True, False, True]) == [0, 2]


def prose(length: int, end: str = "") -> str:
    """A text of this length with a pause inside."""
    return f"甲，{of_length(length - 2, end)}"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([prose(30)] * 4, 30),
        ([prose(30)] * 3, 0),
        ([prose(30)] * 4 + [prose(25)], 30),
        ([prose(30)] * 4 + [prose(25), prose(20)], 0),
        ([prose(30)] * 6 + [prose(25), prose(20)], 30),
        ([prose(12)] * 4, 12),
        ([prose(11)] * 4, 0),
        ([of_length(30)] * 4, 0),
        ([prose(30)] * 3 + [prose(32)] * 3, 32),
        ([prose(30)] * 4 + [of_length(34, "。")], 30),
        ([prose(30)] * 4 + [of_length(34, "。")] * 2, 0),
    ],
)
def test_the_width_of_a_column_with_much_speech(texts: list[str], expected: int) -> None:
    """Where few lines are full, four that break off at one length show it, of all that do three in four; a line with no
    pause in it may be a title, and one in twenty may be longer."""
    assert expected == page(*texts, *["甲。"] * (24 - len(texts) + 4)).width


@pytest.mark.parametrize("end", "，；、。")
def test_lines_that_end_in_marks_are_verse(end: str) -> None:
    """A column's lines end in a mark by chance alone."""
    assert (page(*[of_length(12, end)] * 9).width, page(*[of_length(12)] * 9).width) == (0, 12)


def test_figures_are_half_as_wide() -> None:
    """A line that is longer for its figures and brackets is as wide as the others."""
    column = [of_length(20), of_length(20), "甲" * 12 + "(2,539)=1.27, p", of_length(20), "甲" * 15 + " R 4.3 甲"]
    found = page(*column, "甲乙。")

    assert (found.width, list(found.lengths)) == (20, [20, 20, 20, 20, 20, 3])


def test_the_usual_gap_of_a_column() -> None:
    """It is that between the lines of a paragraph, however many paragraphs have one line; a page that sets no column
    has that of most lines."""
    column, speech = [of_length(30), of_length(30), of_length(9, "。")], lines(*["甲。"] * 9, gap_before=1)
    paragraphs = [*lines(column[0], gap_before=1), *lines(*column)] * 3

    assert (Page([*paragraphs, *speech]).gap, Page([*lines("甲。"), *speech]).gap) == (0, 1)


LONG = of_length(40, "。")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((LONG, "渡口的早晨", LONG), 0),
        ((LONG, "渡口的早晨", "新渡轮", "渡口", LONG), 0),
        ((LONG, "渡口的早晨", "新渡轮", "渡口", "渡口", LONG), 4),
        ((LONG, "图为渡口的早晨，岸上的人都来看，连最不爱出门的老人也到码头上来了。", LONG), 0),
        ((LONG, of_length(40, "。陆闻笛摄"), LONG), 0),
        ((LONG, "甲乙。", LONG), 1),
        (("渡口的早晨", LONG), 0),
        ((LONG, "渡口的早晨", "渡口"), 1),
        ((HALF, "甲乙做大做强新一", "代" + LONG), 1),
    ],
    ids=["title", "three", "four", "caption", "credit", "sentence", "first", "title below", "word"],
)
def test_the_line_that_text_goes_on_from(texts: tuple[str, ...], expected: int) -> None:
    """It is the text above up to three titles, captions or credits; a title goes on from the line above, as does what
    begins with the rest of its word."""
    assert expected == page(*texts).above[-1]


def test_columns_that_cut_leave_short_halves() -> None:
    """Where columns cut a short line with a pause in it is a half; elsewhere it may lie between."""
    cut, whole = [HALF, LONG] * 2, [LONG] * 4

    assert [page(*texts, "渡口，早晨", LONG).above[-1] for texts in (cut, whole)] == [4, 3]


def test_rows_of_a_list_are_no_narrow_column() -> None:
    """Short lines of one length that all have a blank and no pause are no text that was cut."""
    names = ["青屿中学 火炬接力队", "石桥中学 竹筏拔河队", "东滩小学 夜间跳绳队", "渔业公司 海上划船队"]
    prose = ["青屿的中学很小，队员", "不多，石桥的人常来帮", "忙，东滩的孩子们也来", "看，渔业公司出船接人"]
    assert page(*names).width == 0
    assert page(*prose).width == 10


@pytest.mark.parametrize(("size", "width"), [(13, 0), (14, 14)])
def test_rows_of_a_list_are_narrow(size: int, width: int) -> None:
    """As wide as columns are whose text has pauses, lines with a blank are text without any."""
    rows = [f"{char * 6} {char * (size - 7)}" for char in "甲乙丙丁"]
    assert page(*rows).width == width


@pytest.mark.parametrize(("blank", "width"), [(2, 10), (3, 0)])
def test_most_rows_of_a_list_have_a_blank(blank: int, width: int) -> None:
    rows = [f"{char * 5} {char * 4}" if n < blank else char * 10 for n, char in enumerate("甲乙丙丁")]
    assert page(*rows).width == width
