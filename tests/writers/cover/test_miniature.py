"""The printed page in miniature: bars that stand where the stories' lines would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.writers.cover.miniature import COLUMNS, PHOTO, TEXT, TITLE, miniature
from converter.writers.cover.shapes import Bar, svg_of

BOX = (0.0, 0.0, 1000.0, 600.0)


def issue(*blocks: tuple[Role, int]) -> Issue:
    """An issue of one story: roles, and how many characters of each."""
    return Issue((Section((Article(Kind.ARTICLE, tuple(Block(role, (Run("潮" * n),)) for role, n in blocks)),)),))


def bars(made: Issue, box: tuple[float, float, float, float] = BOX) -> list[Bar]:
    """What the miniature holds."""
    shapes = etree.fromstring(f"<svg>{svg_of(miniature(made, box))}</svg>")
    keys = ("x", "y", "width", "height")
    return [Bar(*(float(shape.get(key)) for key in keys), shape.get("fill")) for shape in shapes]


def test_bars_follow_the_stories(paper: Issue) -> None:
    """More text gives more bars: the miniature is drawn from the issue."""
    story = paper.sections[0].articles[1]
    counts = [len(bars(Issue((Section((story,) * n),)))) for n in (3, 9)]
    assert counts[0] < counts[1]


def test_a_block_is_set_by_its_role() -> None:
    """A headline is one thick bar, a picture a large one over its caption's, a subhead dark, text line by line."""
    made = bars(issue((Role.HEADLINE, 12), (Role.PARAGRAPH, 240), (Role.SUBHEAD, 5), (Role.CAPTION, 9)))
    colours = [bar.colour for bar in made]
    assert (colours[0], colours[-3], colours[-2], colours[-1]) == (TITLE, TITLE, PHOTO, TEXT)
    assert set(colours[1:-3]) == {TEXT}
    headline, line, subhead, photo, caption = made[0], made[1], *made[-3:]
    assert headline.height > subhead.height > line.height
    assert photo.height > 5 * line.height
    assert photo.left == caption.left and photo.top + photo.height < caption.top


def test_the_last_line_of_a_paragraph_is_as_long_as_its_text() -> None:
    """Full lines go over the whole column, the last one as far as there are characters."""
    made = bars(issue(*[(Role.PARAGRAPH, 100)] * 8))
    full = max(bar.width for bar in made)
    assert {bar.width for bar in made[:-1]} > {full}
    assert 0 < made[-1].width <= full


def test_type_is_as_small_as_the_text_is_long() -> None:
    """Little text gets large type, so that the columns look full; more of it small type and more lines."""
    few, many = bars(issue((Role.PARAGRAPH, 600))), bars(issue((Role.PARAGRAPH, 6000)))
    assert few[0].height > many[0].height
    assert len(few) < len(many)


def test_a_note_is_no_page() -> None:
    """Text that fills no fifth of the columns even in the largest type is not drawn."""
    assert bars(issue((Role.PARAGRAPH, 30))) == []
    assert bars(issue((Role.PARAGRAPH, 300))) != []


def test_nothing_to_draw() -> None:
    """An issue without text gives no bars."""
    assert miniature(Issue(()), BOX) == []


@pytest.mark.parametrize("length", [900, 90_000])
def test_columns_are_filled_from_the_left(length: int) -> None:
    """Bars stand in the columns one after the other, from the top down; what does not go in is cut at the end."""
    made = bars(issue((Role.PARAGRAPH, length)))
    assert [(bar.left, bar.top) for bar in made] == sorted((bar.left, bar.top) for bar in made)
    assert len({bar.left for bar in made}) == COLUMNS


@given(st.lists(st.tuples(st.sampled_from(Role), st.integers(0, 400)), max_size=12))
def test_any_issue_stays_in_its_box(blocks: list[tuple[Role, int]]) -> None:
    """Whatever the roles and lengths, no bar leaves the box and none lies over another."""
    box = (100.0, 200.0, 1100.0, 900.0)
    made = bars(issue(*blocks), box)
    for bar in made:
        assert box[0] <= bar.left and bar.left + bar.width <= box[2] + 0.1
        assert box[1] <= bar.top and bar.top + bar.height <= box[3] + 0.1
    for one, other in zip(made, made[1:], strict=False):
        assert one.left != other.left or one.top + one.height <= other.top + 0.1
