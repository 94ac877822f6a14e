"""Parts of an article on several pages."""

from __future__ import annotations

from converter.layout import Story
from converter.layout.surface import Placed
from converter.model import Opens
from converter.readers.leaves import Leaf
from converter.readers.recognised.continued import whole
from tests.layout.made import strip


def leaf(number: int, article: str, text: str, says: str | None = None, edges: str = "") -> Leaf:
    """A part of a page with one line, which is cut at its end, or goes on with a cut one."""
    story = Story([Placed(strip(text, 0, 0))], begins=edges != "goes on", ends=edges != "cut")
    return Leaf(number, 100, [story], says, article=article, opens={id(story.lines[0].strip): Opens.ARTICLE})


def told(leaves: list[Leaf]) -> list[tuple[str, str | None, str]]:
    """Text, number and what is opened of each."""
    lines = [(one, one.stories[0].lines[0].strip) for one in whole(leaves)]
    return [(line.text, one.says, one.opens[id(line)].value) for one, line in lines]


def test_parts_follow_one_another() -> None:
    """Across other articles and pages; a page's number goes with its first part that stays, a cut line goes on."""
    pages = [
        leaf(1, "", "报头", "1"),
        leaf(1, "a", "渡口的船今天", edges="cut"),
        leaf(1, "b", "盐田收成好。"),
        leaf(2, "a", "清晨开了。", "2", edges="goes on"),
        leaf(2, "c", "书店开张。"),
        leaf(3, "a", "明天照开。", "3"),
    ]
    assert told(pages) == [
        ("报头", "1", "article"),
        ("渡口的船今天", None, "article"),
        ("清晨开了。", None, "line"),
        ("明天照开。", None, "block"),
        ("盐田收成好。", None, "article"),
        ("书店开张。", "2", "article"),
    ]


def test_pages_without_articles_come_at_once() -> None:
    """They are not held."""
    seen: list[int] = []

    def pages():  # type: ignore[no-untyped-def]
        for number in (1, 2):
            seen.append(number)
            yield leaf(number, "", "四月的风。")

    assert next(whole(pages())).number == 1 and seen == [1]
