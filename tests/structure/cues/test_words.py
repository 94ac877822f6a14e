"""What the words of a short line say: each threshold just below it and just at it."""

import pytest

from converter.structure.cues.words import is_page_foot, short_line_cues
from tests.structure.made import cues_of, of_length


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("航运公会主席 陆闻笛", "ends in names after a post"),
        ("海州湾 陆闻笛", "ends in names after a word"),
        ("邮 箱：hz@example.org", "says who made the page"),
        ("谢谢大家！", "addresses the reader"),
        ("唐纳德·史密斯", "is a name"),
        ("陆闻笛・方既明", "is a name"),
        ("——青屿镇渔市村村民肖望舒", "is a dash, a post and a name"),
        ("江苏海州", "is a place"),
        ("台中 嘉義 綜合報導", "is names and a report"),
        ("陸聞笛／高雄報導", "is names and a report"),
        ("公安部：", "ends as an organ's name does"),
        ("新桥下的渡口（记者手记）", "ends in a bracketed tag"),
        ("■记者手记", "is the title of a box"),
        ("讀者服務專線：(06)000-1234", "gives a telephone number"),
        ("●作者陸聞笛，海東大學教授。本文為投稿，不代表本報立場。", "begins as a note on the writer"),
        ("渡口的早晨", "names nobody"),
        ("视觉中国", "is a source of pictures"),
        ("（本栏目整理：陆闻笛）", "speaks of its column"),
    ],
)
def test_words_of_a_short_line(line: str, cue: str) -> None:
    """Words count by their place; spaces that only set them wide do not hide them."""
    assert cue in cues_of(f"新桥通车\n\n{line}\n\n桥长三里，今晨开通。", line)


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("公安部", "is a name"),
        ("美丽中国·绿水青山", "is a name"),
        ("在渡口论坛上的演讲（2031年3月25日，海州）", "ends in a bracketed tag"),
        ("陆闻笛", "names nobody"),
        ("中心渔市 综合报道", "names nobody"),
    ],
)
def test_words_that_mislead(line: str, cue: str) -> None:
    """公 and 美 are surnames, and a date in brackets is no column tag."""
    assert cue not in cues_of(f"新桥通车\n\n{line}\n\n桥长三里，今晨开通。", line)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (foot, True)
            for foot in ("第 143 页", "第3頁共12頁", "共 12 页 第 3 页", "— 7 —", "--7--", "－ 7 －", "·7·", "~7~")
        ),
        *((foot, True) for foot in ("Page 3", "page 3 of 12", "3/12", "第3页，共12页", "－７－")),
        *((text, False) for text in ("7", "第3版", "第三页", "页", "— —", "Page", "第3页渡口", "3.12")),
        ("第 1 页 / 共 2 3 4 页", False),
        ("第" + "1" * 16 + "页", True),
        ("第" + "1" * 17 + "页", False),
    ],
)
def test_page_feet(text: str, expected: bool) -> None:
    """A page's number and what stands around it at a page's foot, up to eighteen characters."""
    assert expected == is_page_foot(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((f"{left}渡口{right}", "brackets") for left, right in ("（）", "()", "【】", "〔〕", "[]")),
        *((f"{left}渡口{right}", "title marks") for left, right in ("《》", "〈〉")),
        *((f"{left}渡口{right}", "quotes") for left, right in ("“”", "「」")),
        ("（渡口）（早晨）", None),
        ("（渡口", None),
        ("渡口）", None),
        ("（渡口】", None),
        ("（渡口）。", None),
    ],
)
def test_wholly_in_marks(text: str, expected: str | None) -> None:
    """One pair of marks around the whole line."""
    found = [cue for cue in short_line_cues(text) if cue.startswith("is wholly in")]

    assert found == ([f"is wholly in {expected}"] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (of_length(20), True),
        (of_length(21), False),
        (f"（{of_length(20)}）", True),
        (f"■{of_length(20)}", True),
        ("陆闻笛", False),
        ("本报记者渡口", False),
        ("渡口本报记者", False),
        ("渡口记者早晨", False),
        ("撰文渡口", False),
    ],
)
def test_names_nobody(text: str, expected: bool) -> None:
    """Said of lines no longer than a byline, without a name and without a post."""
    assert expected == ("names nobody" in short_line_cues(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((f"a{mark}b", "is code or an address") for mark in "{};<>@/="),
        ("a.b", "is ascii only"),
        ("a@渡口", None),
    ],
)
def test_ascii(text: str, expected: str | None) -> None:
    found = [cue for cue in short_line_cues(text) if "ascii" in cue or "code" in cue]

    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("春来早（一线见闻）", True),
        ("春来早(一线见闻)", True),
        ("来早（一线见闻）", False),
        ("春来早（见闻）", True),
        ("春来早（见）", False),
        (f"春来早（{of_length(16)}）", True),
        (f"春来早（{of_length(17)}）", False),
        ("春来早（记者手记）", True),
        ("春来早（記者調查）", True),
        ("春来早（记者在场）", False),
        ("春来早（记者江城）", False),
        ("春来早（见闻、手记）", False),
        ("春来早（一线见闻）。", False),
        ("（一线见闻）", False),
        ("陆闻笛（一线见闻）", False),
    ],
)
def test_tags(text: str, expected: bool) -> None:
    """Two to sixteen characters in brackets behind three others, no person's."""
    assert expected == ("ends in a bracketed tag" in short_line_cues(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口：早晨", ["has a colon inside"]),
        ("渡口:早晨", ["has a colon inside"]),
        ("：渡口早晨", ["has a colon inside"]),
        ("渡口早：晨", ["has a colon inside"]),
        ("渡口早晨：", []),
        ("渡口早晨", []),
        ("渡口“早晨”甲", ["has a quotation inside"]),
        ("渡口「早晨」甲", ["has a quotation inside"]),
        ("“渡口早晨”", []),
        ("“渡口：早晨”", ["has a colon inside"]),
    ],
)
def test_marks_inside(text: str, expected: list[str]) -> None:
    """A quotation that is the whole line is none inside it."""
    inside = ("has a colon inside", "has a quotation inside")

    assert [cue for cue in short_line_cues(text) if cue in inside] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((f"（本报海州{end}）", True) for end in "电電讯訊"),
        ("本报海州电", False),
        ("（本报海州）", False),
    ],
)
def test_an_agency_message_in_brackets(text: str, expected: bool) -> None:
    assert expected == ("is an agency message in brackets" in short_line_cues(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", ["is a number alone"]),
        ("１２", ["is a number alone"]),
        ("2031年3月25日", ["is a date"]),
        ("二〇三一年三月廿五日", ["is a date"]),
        ("2031年3月25日 星期二", ["is a date"]),
        ("民國一百二十年三月廿五日", ["is a date"]),
        ("2031.3.25", ["is a date"]),
        ("2031-3-25 12:30", ["is a date"]),
        ("2031/3/25 12:30:00 pm", ["is a date"]),
        ("渡口3月25日", ["has a number in it"]),
        ("渡口2031年3月25日", ["has a number in it", "has a date in it"]),
        ("渡口第3版", ["has a number in it", "has a page number in it"]),
        ("渡口 版3", ["has a number in it"]),
        ("渡口头版", ["has a page number in it"]),
        ("渡口A叠03版", ["has a number in it", "has a page number in it"]),
        ("渡口3.0版", ["has a number in it"]),
        ("渡口第三版", ["has a page number in it"]),
        ("渡口三版", []),
        ("渡口三月五日", []),
        ("渡口三年", []),
        (
            "渡口2031年3月25日第3版",
            ["has a number in it", "has a date and a page number in it", "has a date in it", "has a page number in it"],
        ),
        ("《渡口晨报》2031年3月25日", ["names a paper and its day or page"]),
        ("《渡口晨报》第3版", ["names a paper and its day or page"]),
        ("《渡口晨报》3", ["has a number in it"]),
        ("电话 0000-1234567", ["has a number in it", "gives a telephone number"]),
        ("电话 000-1234567", ["has a number in it", "gives a telephone number"]),
        ("电话 00-1234567", ["has a number in it"]),
        ("电话 1234-5678", ["has a number in it", "gives a telephone number"]),
        ("电话 123 4567", ["has a number in it", "gives a telephone number"]),
        ("电话 12-3456", ["has a number in it"]),
        ("电话 1234-56789", ["has a number in it"]),
        ("渡口", []),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    """Dates in digits of either kind, pages, telephones; else that there is a number."""
    told = ("number", "date", "day")

    assert [cue for cue in short_line_cues(text) if any(word in cue for word in told)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (of_length(11) + "摄", True),
        (of_length(12) + "摄", False),
        (of_length(11) + "图", True),
        ("渡口的早晨", False),
    ],
)
def test_a_short_line_that_ends_in_a_credit(text: str, expected: bool) -> None:
    """Up to twelve characters, of which none is a name."""
    assert expected == ("is short and ends in a credit" in short_line_cues(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("陆闻笛", "is a name"),
        ("陆闻笛 方既明", "is several names"),
        ("（陆闻笛）", "is a name in brackets"),
        ("（陆闻笛 方既明）", "is a name in brackets"),
        ("——渡口村民陆笛", "is a dash, a post and a name"),
        ("——渡口村民陆闻笛", "is a dash, a post and a name"),
        ("——渡口村民欧阳闻笛", "is a dash, a post and a name"),
        ("渡口村民陆闻笛", None),
        ("——渡口早晨陆闻笛", None),
        ("——渡口村民早晨", None),
        ("陆闻笛（海州）", "is a name with a note"),
        ("陆闻笛(海州)", "is a name with a note"),
        ("渡口（海州）", None),
        ("陆闻笛报道", "is names and a report"),
        ("记者陆闻笛報導", "is names and a report"),
        ("台中綜合報導", "is names and a report"),
        ("陆闻笛／台中報導", "is names and a report"),
        ("陆闻笛／渡口報導", "is short and ends in a credit"),
        ("渡口／台中報導", "is short and ends in a credit"),
        ("陆闻笛 摄", "is names and a credit"),
        ("记者陆闻笛摄", "is names and a credit"),
        ("渡口早晨摄", "is short and ends in a credit"),
        ("村民 陆闻笛", "ends in names after a post"),
        ("渡口 村民 陆闻笛 方既明", "ends in names after a post"),
        ("渡口 陆闻笛", "ends in names after a word"),
        ("（村民 陆闻笛）", "ends in names in brackets"),
        ("（渡口 陆闻笛）", "ends in names in brackets"),
        *((f"渡口{mark}陆闻笛", "ends in names after a mark") for mark in "：／/╱|"),
        *((f"渡口{mark}早晨", None) for mark in "：／/╱|"),
        ("渡口的早晨", None),
    ],
)
def test_names(text: str, expected: str | None) -> None:
    """What of a line is people's names, and what stands around them."""
    cues = (
        *("is a name", "is several names", "is a name in brackets", "is a dash, a post and a name"),
        *("is a name with a note", "is names and a report", "is names and a credit", "is short and ends in a credit"),
        *("ends in names after a post", "ends in names after a word"),
        *("ends in names in brackets", "ends in names after a mark"),
    )

    assert [cue for cue in short_line_cues(text) if cue in cues] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("柏青禾/文 江一帆/图", True),
        ("文／柏青禾  圖／江一帆", True),
        ("柏青禾/文", True),
        ("柏青禾/文 岸上的人", False),
        ("新桥/图", False),
        ("文丨江一帆 编辑丨柏青禾", True),
        ("作者 | 江一帆　编辑 | 柏青禾", True),
        ("江一帆 口述 柏青禾 整理", True),
        ("江一帆 柏青禾 著", True),
        ("江一帆 著，柏青禾 绘", True),
        ("江一帆/口述 柏青禾/整理", True),
        ("责编/柏青禾 版式/江一帆", False),
        ("柏青禾 整理", False),
        ("渔港 码头 整理", False),
        ("文/图", False),
        ("圖／文", False),
        ("（攝／圖）", False),
    ],
)
def test_names_and_their_works(line: str, expected: bool) -> None:
    """Each name with what that person did, before or behind it; editors and designers alone made the page."""
    assert expected == ("is names and their works" in short_line_cues(line))
