"""What is seen of a line: its words, its column, its joint with the line above."""

import pytest

from converter.readers.text import source_of
from converter.structure.cues.lines import observe


def cues_of(page: str, line: str) -> list[str]:
    """The cues of the line of ``page`` that begins with ``line``."""
    lines = source_of(page).lines
    number = next(n for n, each in enumerate(lines) if each.text.startswith(line))
    return observe(lines)[number]


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
    cut = f"青屿湾将持续发力，做大做强新一\n\n代信息技术和新能源产业，渡轮也要换成电动的，一年换四条。\n\n岸上的人都说好。\n\n{HALVES}"
    cue = "breaks off in a word on a page of cut columns"

    assert cue in cues_of(cut, "青屿湾将")
    assert cue not in cues_of(cut, "岸上的人")
    assert cue not in cues_of("\n\n".join([cut, *["岸上的人都说好，船也好，路也好。"] * 90]), "青屿湾将")


def test_a_title_as_wide_as_its_column_ends_without_a_stop() -> None:
    page = COLUMN + "岛上的孩子们从此可以天天\n坐船过湾去上学\n" + "船长站在舷梯边数人，数到\n一百二十就抬起手来。\n"
    cue = "is one of a few full lines that end without a stop"

    assert [cue in cues_of(page, line) for line in ("岛上的孩子", "坐船过湾", "来了就")] == [True, True, False]


def test_a_signed_picture_makes_its_short_story_one_of_a_picture() -> None:
    """A title, up to three lines of text and the photographer's name: picture news, not the end of the story above."""
    page = "渡口搬了家。\n\n小火车邂逅桐子花\n\n近日，沿线的桐子花盛开，小火车穿过花丛，鸣笛喷气，引来许多游人，沿线的七个村子都在站台上摆出了茶摊，一直摆到花期结束。\n\n柳  溪摄\n\n下一题\n\n本报讯 渡口搬家。"
    cue = "is of a short story that ends in a credit"

    assert [cue in cues_of(page, line) for line in ("渡口搬", "小火车", "近日", "柳", "下一题")] == [
        False,
        True,
        True,
        True,
        False,
    ]


ITEMS = "新渡轮开航\n\n本报电 今晨首航。\n\n船长三十米。\n\n老灯塔翻新\n\n本报电 昨日完工。\n\n塔身刷白。"


def test_a_column_s_name_or_note_makes_its_short_stories_items() -> None:
    """Short stories alone are none: any page has some in a row."""
    row, lines = "is one of a row of short items ", ("新渡轮", "本报电", "船长", "老灯塔", "塔身")

    assert not any(cue.startswith(row) for line in lines for cue in cues_of(ITEMS, line))
    assert all(row + "under a slot name" in cues_of("湾区快讯\n\n海州台消息：\n\n" + ITEMS, line) for line in lines)
    assert all(
        row + "above a note on its column" in cues_of(ITEMS + "\n\n（本栏目整理：陆闻笛）\n\n旧船进了馆。", line)
        for line in lines
    )


def test_a_page_s_name_is_no_column_s() -> None:
    cue = "is a slot name above a row of short items"

    assert cue in cues_of("湾区快讯\n\n" + ITEMS, "湾区快讯")
    assert cue not in cues_of("第02版：湾区快讯\n\n" + ITEMS, "第02版")


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


def test_a_long_caption_ends_in_its_credit() -> None:
    text = "从渡口望出去，新渡轮正从两座灯塔中间开过，船尾拖着一道长长的白浪，岸上送行的人还在挥手，孩子们追着船跑到了栈桥的尽头，海鸥跟在船后面。"

    assert "ends as credits do" in cues_of(f"{text}港务处提供", text)
    assert "ends as credits do" not in cues_of(text, text)


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
