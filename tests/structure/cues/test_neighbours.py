"""What lines further away say of a line: each threshold just below it and just at it."""

import pytest

from tests.structure.made import cues, cues_of, of_length, where


def test_an_organ_above_a_title_is_told_from_one_that_signs() -> None:
    """A kicker stands above a title, the organ at a notice's end above the date."""
    cue = "is a place or an organ above a title line"

    assert cue in cues_of("渡口搬了家。\n\n交通局\n\n渡轮夜里也开\n\n本报讯 昨日起开夜班。", "交通局")
    assert cue not in cues_of("特此通知。\n\n海州市交通局\n\n2031年3月25日", "海州市")


def test_short_last_lines_are_told_where_most_titles_have_one() -> None:
    """Bylines of any form: a pen name under each title of the page."""
    stories = "\n\n".join(
        f"{title}\n\n{name}\n\n渡口在{at}里外，天亮开船，天黑收船，一年四季都是如此。"
        for title, name, at in (
            ("老渡口的新船与旧人", "岛上闲人", "三"),
            ("一条路为什么修了十年", "望海", "五"),
            ("看不见的潮水也有声音", "半亩田", "七"),
        )
    )
    cue = "is a short last line of a title as others have one"

    assert [cue in cues_of(stories, line) for line in ("岛上闲人", "望海", "半亩田", "老渡口")] == [
        True,
        True,
        True,
        False,
    ]
    assert cue not in cues_of("老渡口的新船与旧人\n\n岛上闲人\n\n渡口在三里外。", "岛上闲人")


def test_a_signed_picture_makes_its_short_story_one_of_a_picture() -> None:
    """A title, up to three lines of text and the photographer's name: picture news, not the end of the story above."""
    text = (
        "近日，沿线的桐子花盛开，小火车穿过花丛，引来许多游人，沿线的七个村子都在站台上摆出了茶摊，一直摆到花期结束。"
    )
    page = f"渡口搬了家。\n\n小火车邂逅桐子花\n\n{text}\n\n柳  溪摄\n\n下一题\n\n本报讯 渡口搬家。"
    cue = "is of a short story that ends in a credit"

    assert [cue in cues_of(page, line) for line in ("渡口搬", "小火车", "近日", "柳", "下一题")] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_an_agency_in_brackets_is_seen_against_the_text() -> None:
    """Below a title it opens a message, below text it tells where the story was sent from."""
    cue, message = "is an agency message in brackets below text", "（本报海州3月25日电）"

    assert cue in cues_of(f"新桥通车\n\n桥长三里，今晨开通。\n\n{message}", message)
    assert cue not in cues_of(f"新桥通车\n\n{message}\n\n桥长三里，今晨开通。", message)


def test_a_page_without_a_word_of_pictures_is_told() -> None:
    """Captions that are plain sentences stand on pages where some line names a photographer or a picture."""
    page, cue = "新桥通车\n\n桥长三里，今晨开通。\n\n岸上的人都来看。", "is on a page that speaks of no picture"

    assert cue in cues_of(page, "岸上")
    assert cue not in cues_of(page + "\n\n陆闻笛摄", "岸上")


def test_a_place_opens_a_kicker_above_another_title_line() -> None:
    """江苏海州补短板 stands above the headline; above a byline it is the headline."""
    cue, line, text = (
        "opens with a place above a title line",
        "江苏海州渔市补短板",
        "渡口在三里外，天亮开船，天黑收船，一年四季都是如此。",
    )

    assert cue in cues_of(f"{line}\n\n小码头带来大生意\n\n{text}", line)
    assert cue not in cues_of(f"{line}\n\n陆闻笛\n\n{text}", line)
    assert cue not in cues_of(f"{line}\n\n{text}", line)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("陆闻笛", "a byline"),
        ("陆闻笛 柳溪", "a byline"),
        ("陆闻笛（海州）", "a byline"),
        ("本报记者：甲", "a byline"),
        ("撰文：甲", "a byline"),
        ("本报讯：甲", "a message"),
        ("海州3月24日电 甲", "a message"),
        ("（本报海州电）", "a message"),
        ("2031年3月25日", "a message"),
        ("（陆闻笛）", "an end"),
        ("作者系甲", "an end"),
        ("本版责编", "an end"),
        ("下转第二版", "an end"),
        ("来源：甲", "an end"),
        ("渡口", None),
    ],
)
def test_signs_are_seen_from_two_lines_away(text: str, sign: str | None) -> None:
    """From no more and no less; bylines, messages and ends of stories are."""
    found = cues("渡。", "渡。", "渡。", text, "渡。", "渡。", "渡。")
    seen = [[cue for cue in line if cue.startswith("stands two lines")] for line in found]
    above, below = ([f"stands two lines {side} {sign}"] if sign else [] for side in ("above", "below"))

    assert seen == [[], above, [], [], [], below, []]


def test_signs_at_the_edges_of_a_page() -> None:
    """The first line is seen from the third, and the last from the third last."""
    above, below = "stands two lines above a byline", "stands two lines below a byline"

    assert (where(below, "陆闻笛", "渡。", "渡。"), where(above, "渡。", "渡。", "陆闻笛")) == ([2], [0])


SIGNED = ["渡口的早晨", "陆闻笛", "渡轮首航。"]
OF_SIGNED, OF_UNSIGNED = "is of a signed title", "is of a title that is not signed as others are"


@pytest.mark.parametrize(
    ("texts", "signed", "unsigned"),
    [
        ([*SIGNED, "渡口的黄昏", "渡轮首航。"], [], []),
        ([*SIGNED, *SIGNED, "渡口的黄昏", "渡轮首航。"], [0, 1, 3, 4], [6]),
        ([*SIGNED, "渡口的黄昏", "本报讯 渡轮首航。"], [0, 1, 3], []),
        ([*SIGNED, *["渡口的黄昏"] * 5, "陆闻笛", "渡轮首航。"], [0, 1, *range(3, 9)], []),
        ([*SIGNED, *["渡口的黄昏"] * 6, "陆闻笛", "渡轮首航。"], [], []),
        ([*SIGNED, "渡口的黄昏", "渡轮首航。", "陆闻笛", "渡轮首航。"], [0, 1, 5], [3]),
        ([*SIGNED, *SIGNED, "渡口的黄昏", "渡轮首航。", "陆闻笛摄"], [0, 1, 3, 4], []),
        ([*SIGNED, *SIGNED, "渡口的黄昏", "渡轮首航。", "图为渡口。"], [0, 1, 3, 4], [6]),
        ([*SIGNED, "渡口的黄昏", "渡轮首航。", "陆闻笛"], [0, 1, 5], [3]),
        (["渡轮首航。", *SIGNED, *SIGNED], [1, 2, 4, 5], []),
    ],
)
def test_titles_that_are_signed(texts: list[str], signed: list[int], unsigned: list[int]) -> None:
    """Two are, by a line among their first six or right below; the credit at a short story's end is a byline too."""
    assert (where(OF_SIGNED, *texts), where(OF_UNSIGNED, *texts)) == (signed, unsigned)


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [
        ("江苏海州", "渡口的早晨", True),
        ("海州市交通局", "渡口的早晨", True),
        ("海州渔市镇交通局", "渡口的早晨", True),
        ("海州渔市镇老交通局", "渡口的早晨", False),
        ("交通局", "渡轮首航。", False),
        ("交通局", "2031年3月25日", False),
    ],
)
def test_places_and_organs(above: str, below: str, expected: bool) -> None:
    """One of up to eight characters right above a title line that is no date."""
    cue = "is a place or an organ above a title line"

    assert where(cue, "渡口。", above, below, "渡轮。", "渡口。") == ([1] if expected else [])


def test_the_last_line_stands_above_none() -> None:
    cue = "is a place or an organ above a title line"

    assert where(cue, "渡口", "渡口。", "渡轮。", "交通局") == []
    assert where(cue, "渡轮。", "渡口。", "交通局", "渡口") == [2]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["江苏海州补短板", "渡口的早晨"], [1]),
        (["江苏海州补短板", "渡口的早晨", "渡口"], [1]),
        (["渡口的早晨", "江苏海州补短板", "渡口"], []),
        (["江苏海州补短板"], []),
        (["江苏海州补短板", "渡口。", "渡口"], []),
        (["江苏海州补短板", "陆闻笛"], []),
        (["江苏海州甲", "渡口的早晨"], []),
    ],
)
def test_a_place_opens_the_first_title_line(texts: list[str], expected: list[int]) -> None:
    """Above another that is no byline."""
    assert where("opens with a place above a title line", "渡轮。", *texts, "渡口。", "渡轮。") == expected


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([(20, 10)] * 3, 3),
        ([(20, 11)] * 3, 0),
        ([(15, 9)] * 3, 3),
        ([(14, 9)] * 3, 0),
        ([(20, 10)] * 2, 0),
        ([(20, 10)] * 4 + [(12, 9)] * 2, 4),
        ([(20, 10)] * 3 + [(12, 9)] * 2, 0),
    ],
)
def test_short_last_lines(lengths: list[tuple[int, int]], expected: int) -> None:
    """Up to ten characters, three fifths of the line above at most; three titles, and two in three, end so."""
    texts = [text for above, last in lengths for text in (of_length(above), of_length(last), "渡口。", "渡轮。")]

    assert len(where("is a short last line of a title as others have one", *texts)) == expected


def test_a_lone_title_has_no_last_line() -> None:
    """However much longer the text above it is."""
    assert (
        where("is a short last line of a title as others have one", *[of_length(20, "。"), "渡口", "渡轮。"] * 3) == []
    )


@pytest.mark.parametrize(
    ("above", "here", "below", "expected"),
    [
        (6, 12, 10, "as long as"),
        (6, 13, 10, "longer than"),
        (10, 8, 14, "as long as"),
        (10, 7, 14, "shorter than"),
        (10, 16, 14, "as long as"),
        (10, 17, 14, "longer than"),
    ],
)
def test_titles_in_series(above: int, here: int, below: int, expected: str) -> None:
    """Two characters more or less than the lone titles around it are none."""
    page = [
        *[text for length in (above, here, below) for text in (of_length(length), "渡口。")],
        "渡口",
        "渡轮",
        "渡口。",
    ]
    found = cues(*page)
    told = [(n, cue) for n, line in enumerate(found) for cue in line if cue.endswith("lone titles around it")]

    assert told == [(2, f"is {expected} the lone titles around it")]


def test_the_last_line_may_be_a_lone_title() -> None:
    assert where("is as long as the lone titles around it", "渡口。", "渡口", "渡口。", "渡轮", "渡口。", "渡船") == [3]


CREDIT, OF_A_PICTURE = "is of a short story that ends in a credit", "is of a story with a picture"
TEXT = [of_length(98, "。")] * 3


@pytest.mark.parametrize(
    ("texts", "cue"),
    [
        (["渡口", of_length(500, "。"), "陆闻笛摄"], CREDIT),
        (["渡口", of_length(501, "。"), "陆闻笛摄"], OF_A_PICTURE),
        (["渡口", *TEXT, "陆闻笛摄"], CREDIT),
        (["渡口", *TEXT, "甲。", "陆闻笛摄"], OF_A_PICTURE),
        (["渡口", "陆闻笛摄"], OF_A_PICTURE),
        (["渡口", "。", "陆闻笛摄"], CREDIT),
        (["渡口", "甲。", "渡轮供图"], CREDIT),
        (["渡口", "甲。", "柳溪报道"], CREDIT),
        (["渡口", "陆闻笛摄", "甲。"], OF_A_PICTURE),
        (["渡口", "甲。", "图为渡轮。"], OF_A_PICTURE),
        (["渡口", "甲。", "视觉中国"], OF_A_PICTURE),
        (["渡口", of_length(40, "照片")], OF_A_PICTURE),
    ],
)
def test_stories_with_a_picture(texts: list[str], cue: str) -> None:
    """Up to 500 characters of text in three lines at most, and a credit below it, are picture news."""
    page = ["渡轮。", *texts, "渡口", "渡轮。", "渡轮。"]

    assert where(cue, *page) == [*range(1, len(texts) + 1)]
    assert where("is on a page that speaks of no picture", *page) == []


def test_a_set_column_has_many_lines_to_a_text() -> None:
    """There the lines of picture news are not counted."""
    column = [of_length(20)] * 6

    assert where(CREDIT, "渡口", *column, "甲。", "陆闻笛摄") == [*range(9)]


def test_a_page_without_pictures() -> None:
    assert where("is on a page that speaks of no picture", "渡口", "渡轮。", "渡口。") == [0, 1, 2]


def test_agency_messages_in_brackets() -> None:
    """Below text alone; the first line is below none, though the last may be a title."""
    message, cue = "（本报海州电）", "is an agency message in brackets below text"

    assert [where(cue, *page) for page in ([message, "渡口。", message, "渡轮。"], ["渡口。", "渡口", message])] == [
        [2],
        [],
    ]


TEXT = "渡口在三里外，天亮开船，天黑收船，一年四季都是如此，逢集日加开六班。"


@pytest.mark.parametrize(
    ("title", "name", "expected"),
    [
        ("老渡口的新船与旧人们", "望海", True),
        ("老渡口的新船与旧人们", "一点光阴在", True),
        ("老渡口的新船与旧人们", "一点光阴还在", False),
        ("老渡口的新船与旧人们", "海", False),
        ("老渡口", "望海", False),
        ("老渡口", "望", False),
    ],
)
def test_a_tiny_last_line_of_a_title(title: str, name: str, expected: bool) -> None:
    """Two to five characters below a line twice as long, above text: as a pen name stands."""
    cue = "is a tiny last line of a title above text"

    assert expected == (cue in cues_of(f"{title}\n\n{name}\n\n{TEXT}", name))
    assert cue not in cues_of(f"{title}\n\n{name}", name)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (of_length(8), of_length(16), True),
        (of_length(8), of_length(15), False),
        (of_length(12), of_length(18), True),
        (of_length(12), of_length(17), False),
    ],
)
def test_the_long_second_line_of_the_first_title(first: str, second: str, expected: bool) -> None:
    """Sixteen characters or more, half as long again as the line above; a third line or text above rules it out."""
    cue = "is the long second line of the page's first title"

    assert expected == (cue in cues(first, second, TEXT)[1])
    assert cue not in cues(first, second, of_length(16), TEXT)[1]
    assert cue not in cues(TEXT, TEXT, TEXT, first, second, TEXT)[4]


def test_a_paper_and_its_day_at_the_head_of_a_page() -> None:
    """A folio line; below a title the same line tells where the story stood."""
    day, head = "names a paper and its day or page", "names a paper and its day at the page's head"
    paper = "《海州晚间新闻》 (20310325)"

    assert {day, head} <= set(cues_of(f"{paper}\n\n新桥通车\n\n{TEXT}", "《海州"))
    assert {day, head} & set(cues_of(f"新桥通车\n\n{paper}\n\n{TEXT}", "《海州")) == {day}
