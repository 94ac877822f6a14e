"""What pages repeat at their edges, and jumps set apart from their paragraphs, on both sides of each threshold."""

import pytest

from converter.model import Opens, Role, Source
from converter.readers.text import source_of
from converter.structure.issue.margins import pin_margins

BODY = ["渡口的灯昨夜亮了，两岸的人都来看。", "桨声停下来，雾就近了。", "船到岸的时候，天已经亮了。"]


def page(*head: str, foot: str = "") -> Source:
    """A page of short lines: its head, a body that is longer than two edges, its foot."""
    return source_of("\n".join([*head, *BODY, *BODY, *BODY, *[foot] * bool(foot)]) + "\n")


def roles(sources: list[Source], text: str) -> list[Role | None]:
    """The role that each line of that text has on the pages, in their order."""
    return [line.role for source in pin_margins(sources) for line in source.lines if line.text == text]


@pytest.mark.parametrize(
    ("having", "pages", "expected"),
    [(3, 6, Role.FURNITURE), (3, 7, None), (2, 4, None), (4, 8, Role.FURNITURE), (4, 9, None)],
)
def test_a_contact_counts_where_half_of_all_pages_have_it(having: int, pages: int, expected: Role | None) -> None:
    """Three pages at least, and half of all."""
    line = "读者热线：0000-5550123"
    sources = [page("渡口的灯亮了", foot=line if number < having else "") for number in range(pages)]

    assert roles(sources, line) == [expected] * having


@pytest.mark.parametrize(("having", "pages", "expected"), [(3, 6, Role.FOLIO), (3, 7, None), (2, 2, None)])
def test_a_paper_alone_counts_where_half_of_all_pages_have_it(having: int, pages: int, expected: Role | None) -> None:
    """A paper's name may stand in a story; beside a day it needs no more than a second page."""
    sources = [page(*["海湾晚报"] * (number < having)) for number in range(pages)]

    assert roles(sources, "海湾晚报") == [expected] * having


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海湾晚报　2031年3月25日", Role.FOLIO),
        ("2031年3月25日　星期二", Role.FOLIO),
        ("2031年3月25日", None),  # the day of a story
        ("海湾要闻 第03版 渡口", Role.FOLIO),
        ("海湾的消息也在今天的第03版上", None),  # 13 characters and more are no page's name
        ("本报记者 江帆 第03版", None),
        ("渡口的灯亮了", None),
        ("海湾晚报　2031年3月25日出版。", None),
    ],
)
def test_what_two_pages_repeat(text: str, expected: Role | None) -> None:
    """A paper with its day, a day with its weekday, a page's number in a short line; no byline and no sentence."""
    assert roles([page(text), page(text)], text) == [expected, expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("第03版：要闻", Role.FOLIO), ("第03版：海湾民生新闻", Role.FOLIO), ("第03版：海湾民生新闻页", None)],
)
def test_a_page_names_itself(text: str, expected: Role | None) -> None:
    """A page's label stands on one page alone; its name has six characters at most."""
    assert roles([page(text), page("渡口的灯亮了")], text) == [expected]


@pytest.mark.parametrize(("place", "expected"), [(2, Role.FOLIO), (3, None)])
def test_the_edge_of_a_page(place: int, expected: Role | None) -> None:
    """The first three lines of a page are its edge, the fourth is not."""
    line = "海湾晚报　2031年3月25日"
    sources = [page(*["渡口的灯亮了", "桨声", "雾", "岸"][:place], line) for _ in range(2)]

    assert roles(sources, line) == [expected, expected]


@pytest.mark.parametrize(("blanks", "expected"), [(21, Role.FOLIO), (22, None)])
def test_the_longest_line_at_an_edge(blanks: int, expected: Role | None) -> None:
    """A folio line has 40 characters at most."""
    line = f"海湾晚报{'　' * blanks}2031年03月25日 星期二"
    assert len(line) == 19 + blanks

    assert roles([page(line), page(line)], line) == [expected, expected]


@pytest.mark.parametrize(
    ("length", "role"),
    [(20, None), (21, Role.PARAGRAPH)],
)
def test_what_stands_before_a_jump(length: int, role: Role | None) -> None:
    """A jump at a line's end is a line; what is before it is a paragraph where it is longer than 20 characters."""
    text = "灯" * length
    line = next(iter(pin_margins([source_of(f"{text}（下转第二版）\n")])[0].lines))

    assert (line.text, line.role) == (text, role)


def test_a_jump_at_the_head() -> None:
    """What goes on after a jump is another text than the one above it."""
    lines = pin_margins([source_of("渡口的灯\n（上接第一版）\n亮了，两岸的人都来看。\n")])[0].lines

    assert [(line.text, line.role, line.opens) for line in lines] == [
        ("渡口的灯", None, None),
        ("（上接第一版）", Role.JUMP, None),
        ("亮了，两岸的人都来看。", Role.PARAGRAPH, Opens.BLOCK),
    ]


@pytest.mark.parametrize(
    ("jump", "below", "expected"),
    [
        ("（上接第一版）", "亮了，两岸的人都来看。", Role.PARAGRAPH),
        ("（上接第一版）", "渡口的灯", None),  # the headline that the continuation repeats
        ("（下转第二版）", "雾散了，天亮了。", None),
        ("渡口的灯", "雾散了，天亮了。", None),
    ],
)
def test_what_stands_below_a_jump(jump: str, below: str, expected: Role | None) -> None:
    """Only a sentence that goes on from another page is known to be text."""
    lines = pin_margins([source_of(f"{jump}\n{below}\n")])[0].lines

    assert (lines[-1].text, lines[-1].role) == (below, expected)
