"""What pages repeat at their edges, and jumps set apart from their paragraphs, on both sides of each threshold."""

from dataclasses import replace
from typing import Any

import pytest

from converter.model import Line, Opens, Role, Run, Source
from converter.readers.text import source_of
from converter.structure.issue.margins import pin_margins, set_jumps_apart

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
    [
        ("第03版：要闻", Role.FOLIO),
        ("第03版：海湾民生新闻", Role.FOLIO),
        ("第03版：海湾民生新闻页", None),
        ("第03版：Haven", None),
    ],
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今天老渡口开了 第03版", Role.FOLIO),  # twelve characters
        ("今天的老渡口开了 第03版", None),
        ("星期二的渡口", None),
    ],
)
def test_what_is_no_page_line(text: str, expected: Role | None) -> None:
    """A page's number in a line of up to twelve characters is one; a weekday is no day."""
    assert roles([page(text), page(text)], text) == [expected, expected]


def cut(*texts: str) -> list[tuple[str, Role | None, int]]:
    """The lines of a page after its jumps are set apart: their text, role and gap; their spans hold their text."""
    source = source_of("\n\n".join(["渡口", *texts]) + "\n")
    found = pin_margins([source])[0].lines

    assert [source.text[line.start : line.end] for line in found] == [line.text for line in found]
    return [(line.text, line.role, line.gap_before) for line in found[1:]]


LONG = "船到岸的时候，天已经亮了，两岸的人都来看那条新船。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}（下转第二版）", [(LONG, Role.PARAGRAPH, 1), ("（下转第二版）", Role.JUMP, 0)]),
        (f"{LONG} 下转02版", [(LONG, Role.PARAGRAPH, 1), ("下转02版", Role.JUMP, 0)]),
        ("（上接第一版）亮了。", [("（上接第一版）", Role.JUMP, 1), ("亮了。", Role.PARAGRAPH, 0)]),
        ("（上接第一版） 亮了。", [("（上接第一版）", Role.JUMP, 1), ("亮了。", Role.PARAGRAPH, 0)]),
        (
            f"（上接第一版）{LONG}（下转第三版）",
            [("（上接第一版）", Role.JUMP, 1), (LONG, Role.PARAGRAPH, 0), ("（下转第三版）", Role.JUMP, 0)],
        ),
        ("（下转第二版）", [("（下转第二版）", Role.JUMP, 1)]),
        ("（上接第一版）", [("（上接第一版）", Role.JUMP, 1)]),
        ("（上接第一版）（下转第三版）", [("（上接第一版）（下转第三版）", Role.JUMP, 1)]),
        (LONG, [(LONG, None, 1)]),
    ],
)
def test_jumps_are_lines_of_their_own(text: str, expected: list[tuple[str, Role | None, int]]) -> None:
    """At the head and at the end of a paragraph; the gap above stays above the first of the pieces."""
    assert cut(text) == expected


@pytest.mark.parametrize("told", [{"role": Role.PARAGRAPH}, {"runs": (Run(f"{LONG}（下转第二版）"),)}, {"end": 99}])
def test_a_line_that_cannot_be_cut(told: dict[str, Any]) -> None:
    """One whose role is known, one with marks, and one that lacks characters of the text that it stands for."""
    text = f"{LONG}（下转第二版）"
    line = replace(Line(text, 0, len(text), 1), **told)

    assert pin_margins([Source("", (line,))])[0].lines == (line,)


def test_what_is_known_below_a_jump_stays() -> None:
    """A folio line or a heading below it is no text that goes on."""
    jump, title = Line("（上接第一版）", 0, 7, 1), Line("桥，通了。", 8, 13, 2, role=Role.HEADLINE)
    folio = "海湾晚报，2031年3月25日"
    pages = [source_of("\n".join(["（上接第一版）", folio, *BODY, *BODY, *BODY])) for _ in range(2)]

    assert [line.role for line in pin_margins([Source("", (jump, title))])[0].lines] == [Role.JUMP, Role.HEADLINE]
    assert roles(pages, folio) == [Role.FOLIO, Role.FOLIO]


def test_the_pages_of_one_source_are_told_apart() -> None:
    """A line is at the edge of each page that the source tells, and a heading there keeps its role."""
    line, texts = "海湾晚报　2031年3月25日", ["渡口的灯"] * 8
    lines = [Line(text, 0, len(text), 1, page=number) for number in (1, 2) for text in (line, *texts)]
    lines = [replace(each, start=n * 40, end=n * 40 + len(each.text)) for n, each in enumerate(lines)]
    told = [replace(each, role=Role.HEADLINE) if each.text == line else each for each in lines]

    assert roles([Source("", tuple(lines))], line) == [Role.FOLIO, Role.FOLIO]
    assert roles([Source("", tuple(told))], line) == [Role.HEADLINE, Role.HEADLINE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "桨声停下来，雾就近了，船到岸（下转\n第三版）",
            ["桨声停下来，雾就近了，船到岸|paragraph", "（下转|jump", "第三版）|jump"],
        ),
        ("他说。（下轉A0\n3）", ["他说。|paragraph", "（下轉A0|jump", "3）|jump"]),
        (
            "（上接第\n一版）桨声停下来，雾就近了。",
            ["（上接第|jump", "一版）|jump", "桨声停下来，雾就近了。|paragraph"],
        ),
        ("（下转第\n三版的人比往年要多得多）", ["（下转第|", "三版的人比往年要多得多）|"]),
        ("船到岸（下转\n\n第三版）", ["船到岸（下转|", "第三版）|"]),
        ("（转4版）", ["（转4版）|jump"]),
        ("（续第一版）雾近了。", ["（续第一版）|jump", "雾近了。|paragraph"]),
        ("续第一版的话题", ["续第一版的话题|"]),
    ],
)
def test_jumps_broken_over_two_lines(text: str, expected: list[str]) -> None:
    """As in a narrow column; not over a blank line, and not what reads like a jump and goes on."""
    (source,) = pin_margins([source_of(f"渡口的灯亮了\n\n{text}\n")])
    seen = [f"{line.text}|{line.role or ''}" for line in source.lines[1:]]
    assert seen == expected


def test_a_document_keeps_what_its_pages_repeat() -> None:
    """Of one document the jumps alone are set apart: the sources of a collection's stories look like folio lines."""
    note = "《海湾晚报》（2031年3月25日 第03版）"
    lines = source_of("\n".join([*BODY, note, *BODY, "他说（下转第三版）", note])).lines
    paged = [replace(line, page=1 + (place > len(BODY))) for place, line in enumerate(lines)]
    found = set_jumps_apart(Source("", tuple(paged)))
    told = [(line.text, line.role) for line in found.lines if line.role]
    assert told == [("（下转第三版）", Role.JUMP)]


@pytest.mark.parametrize(
    ("opens", "expected"), [(Opens.LINE, Opens.BLOCK), (Opens.ARTICLE, Opens.ARTICLE), (None, None)]
)
def test_a_jump_goes_on_with_nothing(opens: Opens | None, expected: Opens | None) -> None:
    """What a reader says of a line by its place, that it goes on with the one above, is not so of a jump."""
    source = source_of("渡口的船今天清晨开了\n（上接第一版）\n两岸的人都来看热闹。")
    source = replace(source, lines=tuple(replace(line, opens=opens) for line in source.lines))
    assert set_jumps_apart(source).lines[1].opens is expected
