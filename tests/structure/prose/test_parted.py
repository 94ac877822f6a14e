"""Joints that blank lines and indents settle on pages of hard-wrapped lines."""

from converter.model import Opens, Role
from converter.press.marks import TEXT_ENDS
from converter.readers.text import source_of
from converter.structure.prose.parted import parted
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading

_SENTENCE = 16
"""Characters of each first sentence: with lines as long, the second one begins a line, as a paragraph may."""
_TEXTS = (
    "渡口的老钟每天清早一共要敲七下。敲过第三下船就离岸，迟来的人只好坐在石阶上等下一班。",
    "守钟的人姓什么至今没有人记得起。大家叫他钟伯，他也答应，从来不说自己的名字和家乡在哪里。",
    "有一年大水漫过了石阶也漫过了钟。他把钟绳系在自己腰上，照样一天不少，敲足七下才肯回屋睡觉。",
    "后来桥通了渡船也就停开了好两年。钟伯还是天天敲钟，过桥的人都说，听见钟声才知道天已亮了。",
)


def _wrapped(apart: str, indent: str, *texts: str) -> str:
    """The texts, each with an indent, broken into lines; ``apart`` stands between two."""
    width = len(indent) + _SENTENCE
    texts = tuple(f"{indent}{text}" for text in texts)
    return apart.join("\n".join(text[at : at + width] for at in range(0, len(text), width)) for text in texts)


def _paragraphs(page: str) -> list[str]:
    """The page's paragraphs, where the search held what follows a whole sentence for another one."""
    lines = source_of(page).lines
    ends = ["。", *(line.text[-1] for line in lines)]
    openings = [Opens.BLOCK if end in TEXT_ENDS else Opens.LINE for end in ends]
    readings = [Reading(STATES.index((Role.PARAGRAPH, opens)), 0.6, None) for opens in openings[: len(lines)]]
    found = ""
    for line, reading in zip(lines, parted(lines, readings), strict=True):
        found += ("" if STATES[reading.state][1] == Opens.LINE else "\n") + line.text
    return found.split()


def test_what_stands_right_below_a_full_line_goes_on_where_blank_lines_part_paragraphs() -> None:
    assert _paragraphs(_wrapped("\n\n", "", *_TEXTS)) == list(_TEXTS)


def test_what_has_no_indent_goes_on_below_a_full_line_where_paragraphs_have_one() -> None:
    assert _paragraphs(_wrapped("\n", "　　", *_TEXTS)) == list(_TEXTS)


def test_where_some_paragraphs_stand_close_together_a_full_line_may_end_one() -> None:
    close = _wrapped("\n", "", *_TEXTS[:2])
    head, rest = _TEXTS[0][:_SENTENCE], _TEXTS[0][_SENTENCE:]
    assert _paragraphs("\n\n".join([close, *(_wrapped("", "", text) for text in _TEXTS)]))[:2] == [head, rest]


def test_a_numbered_line_begins_anew() -> None:
    """Items stand close together where paragraphs stand apart."""
    items = [f"{number}、{text[:13]}。" for number, text in zip("一二三", _TEXTS, strict=False)]
    page = "\n\n".join([_wrapped("\n\n", "", *_TEXTS), "\n".join(items)])
    assert _paragraphs(page) == [*_TEXTS, *items]


def test_a_remark_in_brackets_behind_a_stop_ends_a_text() -> None:
    """What stands below a blank line goes on with no text that such a remark ends, on any page."""
    lines = source_of("今天，渡口又开船了。（掌声）\n\n第一，感谢船工。\n\n第二，感谢石桥\n\n的修船人。").lines
    readings = [
        Reading(STATES.index((Role.PARAGRAPH, opens)), 0.6, None) for opens in ("block", "line", "block", "line")
    ]
    found = [STATES[reading.state][1] for reading in parted(lines, readings)]
    assert found == ["block", "block", "block", "line"]


def test_what_a_notice_closes_with_goes_on_with_nothing() -> None:
    page = "三、续聘船夫的议案\n特此公告。\n三、續聘船夫的議案\n謹此通告\n他说，四个大字\n特此公告四个字写得很大。\n"
    lines = source_of(page).lines
    readings = [Reading(STATES.index((Role.PARAGRAPH, opens)), 0.6, None) for opens in ("block", "line") * 3]
    opens = [STATES[reading.state][1] for reading in parted(lines, readings)]
    assert opens == ["block", "block", "block", "block", "block", "line"]
