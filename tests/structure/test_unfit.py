"""A folio line that tells nothing of an issue is a title's first line, if in doubt; a credit makes a caption."""

import pytest

from converter.model import Role
from converter.pipeline import detect
from converter.readers.text import read_text, source_of
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.unfit import unfit


@pytest.mark.parametrize(
    ("text", "sure", "expected"),
    [
        ("渡口銀號\n昨日開會\n", 0.5, {0: "kicker", 1: "headline"}),
        ("渡口银号\n昨日开会\n", 0.9, {}),
        ("5月7日\n昨日开会\n", 0.5, {}),
        ("第3版\n昨日开会\n", 0.5, {}),
        ("渡口银号昨日开会。\n昨日开会\n", 0.5, {}),
    ],
    ids=["an-organ", "sure", "a-day", "a-page", "a-sentence"],
)
def test_unfit(text: str, sure: float, expected: dict[int, str]) -> None:
    """The line above a title that was taken for a folio."""
    readings = [Reading(STATES.index((role, "block")), sure, None) for role in (Role.FOLIO, Role.HEADLINE)]
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("date", "rest", "expected"),
    [
        ("大正十年三月五日", "渡口的水漲了", ("folio", "1921-03-05")),
        ("民　國　一　一　二　年　五　月　三　日", "渡口的水漲了", ("folio", "2023-05-03")),
        ("乾隆五十八年八月", "渡口的水漲了", ("folio", None)),
        ("渡口四十年", "渡口的水漲了", (None, None)),
        ("2024年6月3日", "渡口的水漲了\n\n船今天沒有開，大家都在等。\n\n2024年6月4日\n\n水退了", (None, None)),
    ],
    ids=["an era", "set apart", "no year to tell", "no date", "a diary"],
)
def test_a_date_above_all(date: str, rest: str, expected: tuple[str | None, str | None]) -> None:
    """Alone above the first title it is the page's own; of several dates each is of what stands below it."""
    issue = detect(read_text(f"{date}\n\n{rest}\n\n船夫把纜繩繫緊，等天亮再走，誰也不說話。\n".encode()))
    first = next(issue.blocks())
    role = first.role.value if first.role is Role.FOLIO else None
    assert (role, issue.metadata.date) == expected


@pytest.mark.parametrize(
    ("text", "below", "expected"),
    [
        ("渡口一处围起的路口。 Photo: Lin Yifan/Haiwan Images\n水管换了。\n", "block", {0: "caption"}),
        ("渡口一處圍起的路口。江帆攝\n水管換了。\n", "block", {0: "caption"}),
        ("渡口的水管由海湾公司提供\n，已经换了。\n", "line", {}),
        ("渡口一处围起的路口。\n水管换了。\n", "block", {}),
    ],
    ids=["an-agency", "traditional", "goes-on", "no-credit"],
)
def test_credited(text: str, below: str, expected: dict[int, str]) -> None:
    """A paragraph of one line that says whose the picture is; one that goes on says something else."""
    readings = [Reading(STATES.index((Role.PARAGRAPH, opens)), 0.9, None) for opens in ("block", below)]
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海湾晚报\n2024年5月6日 星期一 第A01版\n", [0]),
        ("海灣晚報\n2024年5月6日 星期一\n", [0]),
        ("渡口的灯\n2024年5月6日 星期一 第A01版\n", []),
        ("海湾晚报\n第A01版\n", []),
    ],
)
def test_the_name_of_a_paper(text: str, expected: list[int]) -> None:
    """Right above its day it is no headline."""
    readings = [Reading(STATES.index((role, "block")), 0.5, None) for role in ("headline", "folio")]
    assert [told.place for told in unfit(source_of(text).lines, readings) if told.role is Role.FOLIO] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大桥改变了什么\n\n渡口的人说，往后没人坐船了。\n", [1]),
        ("大桥改变了这里许多\n\n渡口的人说，往后没人坐船了。\n", []),
        ("大桥改变了什么\n渡口的人说，往后没人坐船了。\n", []),
    ],
    ids=["short", "long", "no-blank-line"],
)
def test_a_few_characters_go_on_with_nothing(text: str, expected: list[int]) -> None:
    """A line of up to eight, with a blank line below, is a line of its own."""
    readings = [Reading(STATES.index((Role.PARAGRAPH, opens)), 0.9, None) for opens in ("block", "line")]
    assert [told.place for told in unfit(source_of(text).lines, readings)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("△渡口小學明日開學。\n△電力公司分區停電。\n△北街失火。\n", [0, 1, 2]),
        ("△渡口小學的操場。\n△電力公司的大樓。\n開學了。\n", []),
        ("△渡口小學的操場。\n▲電力公司的大樓。\n△北街。\n", []),
    ],
    ids=["three", "two", "mixed"],
)
def test_rows_of_news_in_brief(text: str, expected: list[int]) -> None:
    """Three with one mark are no captions."""
    readings = [Reading(STATES.index((Role.CAPTION, "block")), 0.9, None)] * 3
    assert [told.place for told in unfit(source_of(text).lines, readings)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本報訊　渡口大橋昨日通車。\n", [0]),
        ("【本报讯】渡口大桥昨日通车。\n", [0]),
        ("●渡口大桥昨日通车。\n●渡船今起停航。\n", [0]),
        ("△渡口大橋昨日通車。\n渡船今起停航。\n", []),
        ("本报记者走渡口大桥\n", []),
        ("渡口大桥昨日通车。\n", []),
    ],
)
def test_news_of_one_line(text: str, expected: list[int]) -> None:
    """A dateline at the head of a sentence makes it no title, nor does a bullet that the next line has too."""
    states = [(Role.HEADLINE, "article"), (Role.PARAGRAPH, "block")][: text.count("\n")]
    readings = [Reading(STATES.index(state), 0.5, None) for state in states]
    assert [told.place for told in unfit(source_of(text).lines, readings)] == expected


@pytest.mark.parametrize(
    ("length", "role", "expected"),
    [(100, Role.DECK, []), (101, Role.DECK, [0, 1]), (45, Role.HEADLINE, []), (46, Role.HEADLINE, [0, 1])],
)
def test_longer_than_any_title(length: int, role: Role, expected: list[int]) -> None:
    """A deck of more than 200 characters, a headline of more than 90, is a paragraph."""
    readings = [Reading(STATES.index((role, opens)), 0.9, None) for opens in ("block", "line")]
    found = list(unfit(source_of(f"{'渡' * length}\n{'口' * length}\n").lines, readings))
    assert [(told.place, told.role) for told in found] == [(place, Role.PARAGRAPH) for place in expected]


def test_rows_of_items_behind_dashes() -> None:
    """Three blocks with a dash each are items of a text, and no decks."""
    text = "——十年来架桥二十座；\n——修路八百里，\n通到每个村；\n——渡口全部改建。\n"
    readings = [Reading(STATES.index((Role.DECK, opens)), 0.9, None) for opens in ("block", "block", "line", "block")]
    told = [(each.place, each.role, each.opens) for each in unfit(source_of(text).lines, readings)]
    opens = ["block", "block", "line", "block"]
    assert told == [(place, Role.PARAGRAPH, each) for place, each in enumerate(opens)]


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("图片来源：海州博物馆\n", "subhead", [0]),
        ("（圖源：渡口街坊）\n", "caption", [0]),
        ("图片来源：他说，不知道。\n", "paragraph", []),
        ("图片来源：海州博物馆\n", "credit", []),
    ],
)
def test_a_line_that_names_a_source_of_pictures(text: str, role: str, expected: list[int]) -> None:
    """It is a credit, wherever it stands."""
    readings = [Reading(STATES.index((Role(role), "block")), 0.9, None)]
    assert [told.place for told in unfit(source_of(text).lines, readings) if told.role is Role.CREDIT] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("【卷宗編號：海字12/2020】\n", [0]),
        ("本文曾于《渡口文艺》刊登\n", [0]),
        ("（本文原於海灣網首發）\n", [0]),
        ("【夜讀：渡口的燈】\n", []),
        ("本文的灯\n", []),
    ],
)
def test_notes_that_were_taken_for_titles(text: str, expected: list[int]) -> None:
    """A number in brackets, and where a text was printed before, are no titles."""
    readings = [Reading(STATES.index((Role.KICKER, "block")), 0.9, None)]
    assert [told.place for told in unfit(source_of(text).lines, readings)] == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("1968年，渡口的灯塔。 Photo: Harbour Archive/AFP\n", "paragraph", [0]),
        ("燈塔下的人 Photograph by the harbour office\n", "furniture", [0]),
        ("灯塔守人在值夜。图片来源：海州博物馆\n", "paragraph", [0]),
        ("渡口的灯塔 Photo: 他说。天黑了。\n", "paragraph", []),
        ("渡口的灯塔photo\n", "furniture", []),
    ],
)
def test_lines_that_end_in_whose_picture_it_is(text: str, role: str, expected: list[int]) -> None:
    """They are captions, whatever they were taken for."""
    readings = [Reading(STATES.index((Role(role), "block")), 0.9, None)]
    assert [told.place for told in unfit(source_of(text).lines, readings) if told.role is Role.CAPTION] == expected


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        ("关于停渡的公告\n各乘客：\n今日停渡。\n", "headline caption paragraph", {1: "paragraph"}),
        ("關於停渡的公告\n各乘客：\n今日停渡。\n", "headline deck paragraph", {1: "paragraph"}),
        ("昨日停渡。\n今天：\n照常开船。\n", "paragraph subhead paragraph", {}),
        ("市气象局：\n今日停渡\n有风。\n", "kicker headline paragraph", {}),
    ],
    ids=["caption", "deck", "amid-text", "kicker"],
)
def test_saluting(text: str, roles: str, expected: dict[int, str]) -> None:
    """What stands between a head and its text and ends in a colon says to whom the text is written."""
    readings = [Reading(STATES.index((role, "block")), 0.5, None) for role in roles.split()]
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("渡口的老灯。摄影：江帆\n灯是铁的，夜里会响。\n", {1: "paragraph"}),
        ("渡口的老灯。江帆攝\n燈是鐵的，夜裡會響。\n", {1: "paragraph"}),
        ("渡口的老灯由海湾公司提供\n，夜里会响。\n", {}),
        ("渡口的老灯，\n夜里会响。\n", {}),
        ("渡口的老灯。图／海湾\n档案馆\n", {}),
    ],
    ids=["credited", "traditional", "a-sentence-cut", "no-credit", "no-sentence"],
)
def test_below_a_credit(text: str, expected: dict[int, str]) -> None:
    """A caption that says whose its picture is goes on with no sentence."""
    readings = [Reading(STATES.index((Role.CAPTION, opens)), 0.9, None) for opens in ("block", "line")]
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("渡口今日復航\n【海灣晚報╱記者江一帆╱即時報導】\n船開了。\n", "deck", {1: "byline"}),
        ("渡口今日复航\n［记者江一帆／石桥报道］\n船开了。\n", "subhead", {1: "byline"}),
        ("渡口今日复航\n【记者帮你办】\n船开了。\n", "deck", {}),
        ("渡口今日复航\n【记者节专题报道】\n船开了。\n", "deck", {}),
        ("渡口今日复航\n记者江一帆在石桥报道\n船开了。\n", "deck", {}),
    ],
    ids=["traditional", "simplified", "no-report", "nobody", "no-brackets"],
)
def test_reported(text: str, role: str, expected: dict[int, str]) -> None:
    """Below a title, who reports stands in square brackets."""
    readings = [Reading(STATES.index((name, "block")), 0.5, None) for name in ("headline", role, "paragraph")]
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("老师与学堂的学生合影。", {0: "caption"}),
        ("老師與學堂的學生合照", {0: "caption"}),
        ("他们合影以后就回去了。", {}),
    ],
)
def test_posed(text: str, expected: dict[int, str]) -> None:
    """Three of three short lines on labelled pages that end so are captions."""
    readings = [Reading(STATES.index((Role.PARAGRAPH, "block")), 0.9, None)]
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "confidence", "expected"),
    [
        (
            "赛程预告\n5月12日　海州队—北岭队\n5月15日　江城队—东湾队\n",
            0.5,
            {0: "headline", 1: "paragraph", 2: "paragraph"},
        ),
        ("今晚電視\n19:30　渡口\n20:15　老燈\n", 0.5, {0: "headline", 1: "paragraph", 2: "paragraph"}),
        ("气象\n今日：阵雨　25-30度\n明日：多云　26-32度\n", 0.5, {0: "headline", 1: "paragraph", 2: "paragraph"}),
        ("今晚電視\n19:30　渡口\n20:15　老燈\n", 0.9, {}),
        ("分享到\n19:30　渡口\n返回首页\n", 0.5, {}),
    ],
    ids=["days", "times-traditional", "weather", "sure", "one-line"],
)
def test_scheduled(text: str, confidence: float, expected: dict[int, str]) -> None:
    """Doubtful furniture that says line by line what is on and when is text, below its title."""
    readings = [Reading(STATES.index((Role.FURNITURE, "block")), confidence, None)] * 3
    told = [each for each in unfit(source_of(text).lines, readings) if each.role is not Role.FURNITURE]
    assert {each.place: each.role.value for each in told} == expected


@pytest.mark.parametrize(
    ("text", "below", "expected"),
    [
        ("灯修好了。\n记者：江帆\n来源：海湾网\n", "source_note", {1: "signature"}),
        ("燈修好了。\n文／江帆\n編輯：石守\n", "column_note", {1: "signature"}),
        ("灯修好了。\n记者：江帆\n灯又坏了。\n", "paragraph", {}),
        ("灯修好了。\n记者：你怎么看？\n来源：海湾网\n", "source_note", {}),
        ("灯修好了。\n校对：江帆\n来源：海湾网\n", "source_note", {}),
    ],
    ids=["reporter", "text-traditional", "amid-text", "a-question", "no-author"],
)
def test_who_wrote_it(text: str, below: str, expected: dict[int, str]) -> None:
    """A line beside a note that names the author and says nothing else signs the text."""
    readings = [Reading(STATES.index((role, "block")), 0.9, None) for role in ("paragraph", "paragraph", below)]
    assert {told.place: told.role.value for told in unfit(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        ("第02版：民生\n2024年6月12日\n海湾晚报\n灯修好了\n", "folio dateline headline", {1: "folio", 2: "folio"}),
        ("海灣日報\n二〇二四年六月十二日\nA2版\n燈修好了\n", "headline dateline folio", {0: "folio", 1: "folio"}),
        ("海湾晚报\n2024年6月12日\n江帆\n灯修好了\n", "headline dateline byline", {}),
        ("第02版：民生\n海湾晚报\n灯\n灯修好了\n", "folio headline deck", {}),
    ],
    ids=["below-a-page", "above-a-page", "no-folio", "no-day"],
)
def test_the_head_of_a_page(text: str, roles: str, expected: dict[int, str]) -> None:
    """Days and names of papers at the top, one below another with a folio line among them, are the page's."""
    readings = [Reading(STATES.index((Role(role), "block")), 0.9, None) for role in f"{roles} subhead".split()]
    told = {each.place: each.role.value for each in unfit(source_of(text).lines, readings)}
    assert told == expected


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        ("渡口中学2023学年期末考试\n八年级试题\n选一项。\n", "folio signature paragraph", {0: "headline", 1: "deck"}),
        ("渡口中學2023學年期末考試\n選一項。\n寫一篇。\n", "folio paragraph paragraph", {0: "headline"}),
        ("渡口中学2023学年期末考试\n选题\n选一项。\n", "folio subhead paragraph", {0: "headline"}),
        ("海湾日报 2024年5月6日\n选一项。\n写一篇。\n", "folio paragraph paragraph", {}),
        ("渡口中学期末考试\n选一项。\n燈修好了\n", "folio paragraph headline", {}),
    ],
    ids=["deck", "no-deck", "subhead", "tells-a-day", "headline-below"],
)
def test_a_folio_line_that_is_the_headline(text: str, roles: str, expected: dict[int, str]) -> None:
    """One that tells nothing of a page, above a text in which no headline was found."""
    readings = [Reading(STATES.index((Role(role), "block")), 0.9, None) for role in roles.split()]
    assert {each.place: each.role.value for each in unfit(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("灯修好了。\n（方圆　文　江帆　摄）\n", {1: "signature"}),
        ("燈修好了。\n（方圓　文　江帆　攝）\n", {1: "signature"}),
        ("灯修好了。\n（江帆　摄）\n", {}),
        ("灯修好了。\n方圆　文　江帆　摄\n", {}),
    ],
    ids=["simplified", "traditional", "pictures-alone", "no-brackets"],
)
def test_who_wrote_and_took_the_picture(text: str, expected: dict[int, str]) -> None:
    """A line in brackets that names both signs the text."""
    readings = [Reading(STATES.index((role, "block")), 0.9, None) for role in ("lead", "credit")]
    assert {each.place: each.role.value for each in unfit(source_of(text).lines, readings)} == expected
