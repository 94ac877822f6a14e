"""A paper's name and its day are of the page's head, and a folio line that tells nothing of either is a title's."""

import pytest

from converter.model import Role
from converter.pipeline import detect
from converter.readers.text import read_text, source_of
from converter.structure.mastheads import mastheads
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（上接第一版）路修通以后，核桃坐上了火车。\n灯修好了。\n", {0: "paragraph"}),
        ("（上接第一版）\n灯修好了。\n", {}),
    ],
)
def test_a_sentence_that_goes_on_from_another_page(text: str, expected: dict[int, str]) -> None:
    """It is text, whatever page it names."""
    readings = [Reading(STATES.index((role, "block")), 0.9, None) for role in ("folio", "paragraph")]
    readings[1] = readings[1]._replace(state=STATES.index((Role.HEADLINE, "article")))
    assert {told.place: told.role.value for told in mastheads(source_of(text).lines, readings)} == expected


@pytest.mark.parametrize(
    ("text", "sure", "expected"),
    [
        ("渡口銀號\n昨日開會\n", 0.5, {0: "kicker", 1: "headline"}),
        ("渡口银号\n昨日开会\n", 0.9, {}),
        ("5月7日\n昨日开会\n", 0.5, {}),
        ("第3版\n昨日开会\n", 0.5, {}),
        ("渡口银号昨日开会。\n昨日开会\n", 0.5, {0: "paragraph"}),
    ],
    ids=["an-organ", "sure", "a-day", "a-page", "a-sentence"],
)
def test_a_first_line_of_a_title(text: str, sure: float, expected: dict[int, str]) -> None:
    """The line above a title that was taken for a folio."""
    readings = [Reading(STATES.index((role, "block")), sure, None) for role in (Role.FOLIO, Role.HEADLINE)]
    assert {told.place: told.role.value for told in mastheads(source_of(text).lines, readings)} == expected


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
    assert [told.place for told in mastheads(source_of(text).lines, readings) if told.role is Role.FOLIO] == expected


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
    told = {each.place: each.role.value for each in mastheads(source_of(text).lines, readings)}
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
    assert {each.place: each.role.value for each in mastheads(source_of(text).lines, readings)} == expected
