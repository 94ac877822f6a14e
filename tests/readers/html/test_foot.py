"""Who edited an article and whence it is stays at its foot; what the site adds there goes."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement, fragment_fromstring

from converter.model import Form, Role, Run
from converter.readers.html.draft import Draft
from converter.readers.html.foot import foot_lines, is_foot, is_info, set_edges, without_end
from converter.readers.html.lines import Walker
from converter.readers.html.pictures import Pictures

LONG = "船队今早出海，傍晚回港，码头上的灯一直亮到深夜，来接船的人在棚子里坐着喝茶。" * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("责任编辑：江帆", True), ("（責編：江帆、白鷺）", True), ("来源：江南网", True), ("原標題：新橋通車", True),
        ("编辑部设在渡口边上。灯亮到很晚，来往的人都看得见。", False), ("船队出海", False),
    ],
)  # fmt: skip
def test_lines_of_the_foot(text: str, expected: bool) -> None:
    """They begin with a word for it, in both scripts, and are no sentences."""
    assert is_foot(text) is expected


@pytest.mark.parametrize(
    ("text", "dated", "expected"),
    [
        ("来源：江南网", False, True), ("2024-05-16 08:00", True, True), ("2024-05-16 08:00", False, False),
        ("2024年5月16日，新桥通车。", True, False), ("船队出海", True, False),
    ],
)  # fmt: skip
def test_short_blocks(text: str, dated: bool, expected: bool) -> None:
    """A date counts where it is asked for, but not in a sentence."""
    assert is_info(text, dated) is expected


def lines(*texts: str) -> list[Draft]:
    """Lines of text."""
    return [Draft([Run(text)]) for text in texts]


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        ([LONG, "分享到", "收藏"], [LONG]),
        ([LONG, "责任编辑：江帆", "热门活动", "来源：江南网"], [LONG, "责任编辑：江帆", "来源：江南网"]),
        ([LONG, "责任编辑：江帆", LONG], [LONG, "责任编辑：江帆", LONG]),
        ([LONG, "热门活动"], [LONG, "热门活动"]),
    ],
    ids="buttons after-the-editor text-after-the-editor no-editor".split(),
)
def test_the_end_of_the_content(texts: list[str], kept: list[str]) -> None:
    """Buttons go; after the editor's line only lines of its kind stay, unless much follows it."""
    assert [draft.text for draft in without_end(lines(*texts))] == kept


def test_a_note_after_the_editor_stays() -> None:
    """It is the article's, wherever it stands."""
    body = [*lines(LONG, "责任编辑：江帆"), Draft([Run("注一")], form=Form.NOTE)]
    assert without_end(body) == body


def test_edges() -> None:
    """A line that its element calls a lead at the head, lines of the foot at the end; the middle stays as it was."""
    called = fragment_fromstring('<p class="summary">文</p>')
    body = lines("来源：江南网", LONG, LONG, LONG, LONG, "作者：江帆", "来源：江南网")
    body.insert(0, Draft([Run("历时三年的新桥昨日正式通车")], element=called))
    set_edges(body)
    assert [draft.role for draft in body] == [Role.LEAD, None, None, None, None, None, None, Role.SOURCE_NOTE]


def test_lines_below_the_content() -> None:
    """Those of the foot are kept; lists of other articles and links are not."""
    part: HtmlElement = fragment_fromstring(
        '<div><p>责任编辑：江帆</p><p>热门活动</p><p><a href="b">来源：江南网</a></p><p>来源：江南网</p></div>'
    )
    found = foot_lines(Walker(Pictures()), [part])
    assert [(draft.text, draft.role) for draft in found] == [
        ("责任编辑：江帆", Role.SOURCE_NOTE),
        ("来源：江南网", Role.SOURCE_NOTE),
    ]
