"""Pages whose stories were found by their places become lines."""

from collections import Counter
from collections.abc import Iterator
from weakref import WeakSet

from converter.layout import Story
from converter.layout.surface import Placed, Row, Strip
from converter.model import Box, Form, Mark, Opens, Role, Run
from converter.readers.leaves import Leaf, crops_of, images_of, lines_of


def story(*texts: str, top: float = 100, **more: object) -> Story:
    """A story of lines below one another."""
    lines = [
        Placed(Strip(text, Box(50, top + 20 * n, 250, top + 12 + 20 * n), 12.0, sure=0.5))
        for n, text in enumerate(texts)
    ]
    return Story(lines, **more)  # type: ignore[arg-type]


class Held(Strip):
    """A line that can be looked after."""


def test_a_story_that_goes_on_overleaf() -> None:
    """Its second half has no gap above, and both pages' numbers are marks that are counted."""
    left: Counter[str] = Counter()
    first, second = story("潮水退去，船", ends=False), story("靠了岸。", begins=False)
    found = lines_of([Leaf(1, 800, [first], "3"), Leaf(2, 800, [second], "4")], left, True).lines
    assert [(line.text, line.page, line.gap_before, line.sure) for line in found] == [
        ("潮水退去，船", 1, 0, 0.5),
        ("靠了岸。", 2, 0, 0.5),
    ]
    assert [line.runs[0] for line in found] == [Run("", Mark.PAGE, name="3"), Run("", Mark.PAGE, name="4")]
    assert left == {"page number(s), which the list of pages tells": 2}


def test_pages_are_not_kept() -> None:
    """Of the pages before, no more is held than the last one while the next is read: a book has hundreds."""
    held: WeakSet[Held] = WeakSet()
    living: list[int] = []

    def pages() -> Iterator[Leaf]:
        for number in range(1, 6):
            living.append(len(held))
            stories = [Story([Placed(Held(text, Box(50, 100, 250, 112), 12.0))]) for text in "潮水退"]
            held.update(line.strip for one in stories for line in one.lines if isinstance(line.strip, Held))
            yield Leaf(number, 800, stories, None)

    assert (len(lines_of(pages(), Counter(), True).lines), living) == (15, [0, 3, 3, 3, 3])


def test_edges_that_lines_share_are_held_once() -> None:
    """As they are written: a whole number stays one beside a real number of its value."""
    edges = [("40.5", "100.25", "160.5", "109.75"), ("40.5", "112.25", "160.5", "121.75")]
    strips = [Strip(text, Box(*map(float, some)), float("9.5")) for text, some in zip("潮水", edges, strict=True)]
    strips.append(Strip("退", Box(40, 124, 160, 133), 9))
    strips.append(Strip("去", Box(40.0, 124.0, 160.0, 133.0), 9.0))
    lines = lines_of([Leaf(1, 800, [Story(list(map(Placed, strips)))], None)], Counter(), False).lines
    assert [line.box for line in lines] == [strip.box for strip in strips]
    boxes = [line.box for line in lines if line.box]
    assert (boxes[0].left, boxes[0].right) == (40.5, 160.5)
    assert boxes[0].left is boxes[1].left
    assert boxes[0].right is boxes[1].right
    assert lines[0].size is lines[1].size
    assert [type(box.left) for box in boxes] == [float, float, int, float]


def test_what_a_page_says_of_a_line() -> None:
    """A role that the document gives, and rows of a table."""
    place = Box(10, 20, 90, 30)
    told, table = story("第三版 要闻"), story("甲 乙", rows=[Row(["甲", "乙"], place, 0.4)])
    roles = {id(told.lines[0].strip): Role.FOLIO}
    found = lines_of([Leaf(1, 800, [told, table], None, roles=roles)], Counter(), False).lines
    assert [(line.text, line.role, line.form) for line in found] == [
        ("第三版 要闻", Role.FOLIO, None),
        ("甲\t乙", None, Form.ROW),
    ]
    assert (found[1].box, found[1].sure) == (place, 0.4)


def test_items() -> None:
    """The title of several items is a column's, and what heads each one is a headline."""
    items = story("简讯", "渡船停航", "渡船靠了岸。", items=True)
    items.lines[0].level, items.lines[1].item = 1, True
    found = lines_of([Leaf(1, 800, [items], None)], Counter(), False).lines
    assert [line.role for line in found] == [Role.COLUMN_TITLE, Role.HEADLINE, None]


def test_what_a_page_says_that_a_line_opens() -> None:
    """It counts, whatever its place tells."""
    told = story("潮水退去。", "船靠了岸。")
    told.lines[1].opens = False
    opens = {id(told.lines[1].strip): Opens.ARTICLE}
    found = lines_of([Leaf(1, 800, [told], None, opens=opens)], Counter(), False).lines
    assert [line.opens for line in found] == [None, Opens.ARTICLE]


def test_pictures_with_captions_come_first() -> None:
    """On their page, which names them, and of all pages: so each caption takes its own."""
    places = [Box(50, top, 150, top + 80) for top in (100, 200, 300)]
    bare, said, last = (
        Story(picture=places[0]),
        story("渡船靠岸。", picture=places[1]),
        story("潮落。", picture=places[2]),
    )
    stories = [[bare, story("潮水退去。"), said], [last]]
    leaves = [
        Leaf(n, 800, some, None, crops_of(n, some, lambda box: b"%d" % box.top)) for n, some in enumerate(stories, 1)
    ]
    assert [(crop.name, crop.data, crop.captioned) for leaf in leaves for crop in leaf.crops] == [
        ("page1-1.png", b"200", True),
        ("page1-2.png", b"100", False),
        ("page2-1.png", b"300", True),
    ]
    assert images_of(crop for leaf in leaves for crop in leaf.crops) == [
        ("page1-1.png", b"200"),
        ("page2-1.png", b"300"),
        ("page1-2.png", b"100"),
    ]
