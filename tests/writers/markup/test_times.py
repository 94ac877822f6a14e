"""Lines that say of which day a text is say it to programs too."""

from __future__ import annotations

import pytest

from converter.model import Block, Issue, Metadata, Role, Run, Section
from converter.writers.markup.blocks import Markup
from converter.writers.markup.labels import HANS
from converter.writers.markup.times import timed
from converter.writers.markup.upright import upright
from tests.writers.reading import Page


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2024年5月16日　星期四", '<time datetime="2024-05-16">2024年5月16日</time>　星期四'),
        (
            "《海州日报》（2025年10月20日 第11版）",
            '《海州日报》（<time datetime="2025-10-20">2025年10月20日</time> 第11版）',
        ),
        ("中華民國一百一十三年五月十六日", '<time datetime="2024-05-16">中華民國一百一十三年五月十六日</time>'),
        (
            "2024-05-16至2024-05-18",
            '<time datetime="2024-05-16">2024-05-16</time>至<time datetime="2024-05-18">2024-05-18</time>',
        ),
        ("2024年5月", "2024年5月"),
        ("5月16日电", "5月16日电"),
        ("2024年13月40日", "2024年13月40日"),
        ('<a href="2024-05-16.html">2024年</a>5月16日', '<a href="2024-05-16.html">2024年</a>5月16日'),
        ("A&amp;B 2024-05-16", 'A&amp;B <time datetime="2024-05-16">2024-05-16</time>'),
    ],
)
def test_days_of_a_line(line: str, expected: str) -> None:
    """Each whole day is a ``time``, in whatever form it is said; what a tag cuts or no calendar has is left."""
    assert timed(line) == expected


@pytest.mark.parametrize(
    ("role", "times"),
    [(Role.FOLIO, 1), (Role.DATELINE, 1), (Role.SOURCE_NOTE, 1), (Role.PARAGRAPH, 0), (Role.CAPTION, 0)],
)
def test_lines_that_tell_the_day(role: Role, times: int) -> None:
    """Folio lines, datelines and notes on a source tell when a text was printed; a date in other text is a word."""
    shown = Markup(True, {}, HANS).block(Block(role, (Run("海州日报 2024年5月16日"),)))
    assert shown.count('<time datetime="2024-05-16">') == times


def test_short_numbers_of_a_day_stand_upright() -> None:
    """In a vertical line a day is set as without the element."""
    day = '2024年<span class="upright">5</span>月<span class="upright">16</span>日'
    assert (
        upright(timed("第8版2024年5月16日"))
        == f'第<span class="upright">8</span>版<time datetime="2024-05-16">{day}</time>'
    )


def test_a_day_that_is_the_name_of_an_issue(letter: Issue) -> None:
    """The masthead of an issue without a name is its day, which programs can read."""
    page = Page(Issue((Section(letter.sections[0].articles * 2),), Metadata(date="2024-05-16")))
    assert page.tree.xpath("//header/h1/time/@datetime") == ["2024-05-16"]
