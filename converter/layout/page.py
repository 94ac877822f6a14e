"""A page → its stories in order: frames are read alone, each level of them by the same steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from converter.layout.blocks import placed
from converter.layout.captions import captions_of
from converter.layout.columns import DISPLAY, Column, body_size, columns_of
from converter.layout.contents import with_numbers
from converter.layout.heads import Head, heads_of, spread, stretch
from converter.layout.inserts import SUBHEAD, settle_inserts, without_borders
from converter.layout.items import items_of, with_titles
from converter.layout.joints import ASIDE, INDENT, SHORT, indent, lacks
from converter.layout.lines import strips_of
from converter.layout.order import in_order, page_order
from converter.layout.stories import Group, groups_of
from converter.layout.surface import Placed, Row, Story, Strip, Surface, shared
from converter.layout.tables import Table, tables_of
from converter.model import Box, around
from converter.press.marks import SENTENCE_ENDS

MOST_STRIPS, MOST_COLUMNS, MOST_LARGE = 20_000, 1200, 600
"""Lines, columns and large lines of a page at most among which stories are sought: a broadsheet's page has two thousand
lines."""

_HEADLINE = 6
"""Lines of a headline at most, with those above and below it."""

DEEPEST = 12
"""Frames inside each other that are read alone; a page has three at most."""


_BESIDE = 40.0
"""Points from the left edge of an upright story to a picture that it has at most."""

_GROUND = 2
"""Sizes of type of a headline that stands on a ground of its own at most."""


def read(surface: Surface) -> list[Story]:
    """The stories of a page, each a list of lines in the order of reading. Of more lines than a page has they are one,
    row by row."""
    strips = with_numbers(surface.strips or strips_of(surface.glyphs, surface.rules, surface.frames))
    if len(strips) > MOST_STRIPS:
        return [_row_by_row(strips)]
    return _scope(strips, [*dict.fromkeys(surface.pictures)], surface, _frames(surface.frames, strips), DEEPEST)


def _row_by_row(strips: Sequence[Strip]) -> Story:
    """Lines from the top to the bottom, as one story."""
    return Story([Placed(strip) for strip in sorted(strips, key=lambda strip: (round(strip.box.top), strip.box.left))])


def _frames(frames: Sequence[Box], strips: Sequence[Strip]) -> list[Box]:
    """The frames that hold some of the lines and not all, the smallest first, each once. One that holds large lines
    alone, set alike or in two ways, is the ground of a headline, whose text stands outside."""
    found: list[Box] = []
    body = body_size(strips)
    for frame in sorted(frames, key=_area):
        if any(_alike(frame, other) for other in found):
            continue
        inside = [strip for strip in strips if _inside(strip.box, frame)]
        grounds = _is_ground(inside, body) or _holds_a_headline(frame, inside, strips, body) if inside else False
        if 0 < len(inside) < len(strips) and not grounds:
            found.append(frame)
    return found


def _is_ground(inside: Sequence[Strip], body: float) -> bool:
    """Whether all lines in a frame are large, and set alike or in two ways."""
    sizes = [strip.size for strip in inside]
    return min(sizes) >= DISPLAY * body and len(set(map(round, sizes))) <= _GROUND


def _holds_a_headline(frame: Box, inside: Sequence[Strip], strips: Sequence[Strip], body: float) -> bool:
    """Whether a frame holds nothing but a headline, whose text begins right below it and is as wide as it is."""
    large = [strip for strip in inside if strip.size >= DISPLAY * body]
    if len(inside) > _HEADLINE or len(inside) - len(large) > 1 or max(strip.size for strip in inside) < SUBHEAD * body:
        return False
    under = _right_below(frame, strips, body)
    row = [strip for strip in under if strip.before < under[0].before + 0.6 * body]
    if not row or any(strip.size >= DISPLAY * body for strip in row):
        return False
    start, end = stretch(under)
    as_wide = max(abs(start - frame.left), abs(end - frame.right)) < 3 * body
    return as_wide and min(strip.start for strip in row) - start > INDENT * body


def _right_below(frame: Box, strips: Sequence[Strip], body: float) -> list[Strip]:
    """The lines of the first rows below a frame, from the top, if they are near it."""
    near = [strip for strip in strips if 0 <= strip.box.top - frame.bottom < 4 * body and not strip.upright]
    under = [strip for strip in near if shared(strip.start, strip.end, frame.left, frame.right) > 0]
    under.sort(key=lambda strip: strip.before)
    return under if under and under[0].before < frame.bottom + 2.5 * body else []


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _alike(one: Box, other: Box) -> bool:
    return (
        abs(one.left - other.left)
        + abs(one.top - other.top)
        + abs(one.right - other.right)
        + abs(one.bottom - other.bottom)
        < 12
    )


def _inside(box: Box, frame: Box, slack: float = 2.0) -> bool:
    middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    return (
        frame.left - slack <= middle[0] <= frame.right + slack
        and frame.top - slack <= middle[1] <= frame.bottom + slack
        and box.left >= frame.left - 8
        and box.right <= frame.right + 12
    )


def _scope(
    strips: list[Strip], pictures: Sequence[Box], surface: Surface, frames: Sequence[Box], depth: int
) -> list[Story]:
    """The stories of some lines and pictures; what is framed among them is read alone, and comes after what it lies
    in."""
    strips, framed = _taken_out(strips, frames if depth else ())
    held, free = _parted(pictures, [frame for frame, _ in framed])
    outer = _open(strips, free, surface, [frame for frame, _ in framed])
    boxes = [story.box for story in outer]
    for number, (frame, lines) in enumerate(framed, 1):
        inside = [other for other in frames if other is not frame and _inside(other, frame)]
        stories = _scope(lines, held[number - 1], surface, inside, depth - 1)
        for story in stories:
            story.frames = number, *story.frames
        at = max((n + 1 for n, box in enumerate(boxes) if _overlap(box, frame)), default=_after(boxes, frame))
        while at < len(outer) and outer[at].insert:
            at += 1
        outer[at:at] = stories
        boxes[at:at] = [frame] * len(stories)
    return outer


def _parted(pictures: Iterable[Box], frames: Sequence[Box]) -> tuple[list[list[Box]], list[Box]]:
    """The pictures that lie in each of some frames, and those that lie in none."""
    held: list[list[Box]] = [[] for _ in frames]
    free: list[Box] = []
    for picture in pictures:
        next((some for some, frame in zip(held, frames, strict=True) if _encloses(frame, picture)), free).append(
            picture
        )
    return held, free


def _encloses(frame: Box, picture: Box) -> bool:
    """Whether a picture lies in a frame, and the frame not in it."""
    return _inside(picture, frame) and frame.top - 8 <= picture.top and picture.bottom <= frame.bottom + 8


def _taken_out(strips: list[Strip], frames: Sequence[Box]) -> tuple[list[Strip], list[tuple[Box, list[Strip]]]]:
    """The lines that no frame holds, and those of each of the outermost frames."""
    framed: list[tuple[Box, list[Strip]]] = []
    for frame in sorted(frames, key=_area, reverse=True):
        inner = [strip for strip in strips if _inside(strip.box, frame)]
        if 0 < len(inner) < len(strips):
            framed.append((frame, inner))
            taken = {id(strip) for strip in inner}
            strips = [strip for strip in strips if id(strip) not in taken]
    return strips, framed


def _overlap(one: Box, other: Box) -> bool:
    return (
        shared(one.left, one.right, other.left, other.right) > 2
        and shared(one.top, one.bottom, other.top, other.bottom) > 2
    )


def _after(boxes: Sequence[Box], frame: Box) -> int:
    """Where a frame that lies in no story comes: after those that end above it."""
    return max((n + 1 for n, box in enumerate(boxes) if box.bottom <= frame.top + 2), default=len(boxes))


def _open(strips: Sequence[Strip], pictures: Sequence[Box], surface: Surface, framed: Sequence[Box]) -> list[Story]:
    """The stories of lines that no frame holds, pictures and tables after the story that they lie in."""
    tables, strips = tables_of(strips, surface.rules)
    rules = [rule for rule in surface.rules if not any(_inside(rule, table.box) for table in tables)]
    body = body_size(strips)
    captioned, strips = captions_of(strips, pictures, body)
    walls = [*rules, *framed, *(table.box for table in tables), *surface.pictures]
    stories = _texts(strips, rules, walls, body) if strips else []
    put_pictures(stories, captioned)
    for table in tables:
        told = _story_of(table)
        stories.insert(_place(stories, told), told)
    return stories


def _story_of(table: Table) -> Story:
    """A table's lines, and its rows."""
    lines = [Placed(strip, True) for row in table.rows for cell in row for strip in cell]
    return Story(lines, rows=[_row(row) for row in table.rows])


def _row(cells: list[list[Strip]]) -> Row:
    """A row of a table, where its own lines stand."""
    strips = [strip for cell in cells for strip in cell]
    texts = ["".join(strip.text for strip in cell) for cell in cells]
    return Row(texts, around(strip.box for strip in strips), min(strip.sure for strip in strips))


def put_pictures(stories: list[Story], captioned: Iterable[tuple[Box, Sequence[Strip]]]) -> None:
    """Put pictures with their captions into the stories of a page. Those that have the same place there come row by
    row, from the right where most of the text is upright."""
    upright = _is_upright(line.strip for story in stories for line in story.lines)
    rows = sorted(captioned, key=lambda pair: (pair[0].top, -pair[0].left if upright else pair[0].left))
    pictures = [
        Story([Placed(strip, _begins(strip, number, lines)) for number, strip in enumerate(lines)], picture=picture)
        for picture, lines in rows
    ]
    places = [_place_beside(stories, story) if upright else _place(stories, story) for story in pictures]
    for number in sorted(range(len(places)), key=lambda number: (places[number], number), reverse=True):
        stories.insert(places[number], pictures[number])


def _begins(strip: Strip, number: int, lines: Sequence[Strip]) -> bool:
    """Whether a line of a caption begins a block: the first, and one that is set to the right below it."""
    return number == 0 or strip.start > lines[0].start + ASIDE * strip.size


def _is_upright(strips: Iterable[Strip]) -> bool:
    """Whether most of the text runs from top to bottom."""
    return sum(len(strip.text) * (1 if strip.upright else -1) for strip in strips) > 0


def _place(stories: Sequence[Story], story: Story) -> int:
    """Where a picture or a table comes: after the story that it lies in, else after those above it."""
    box = story.box
    boxes = [other.box for other in stories]
    return max((n + 1 for n, other in enumerate(boxes) if _lies_in(box, other)), default=_after(boxes, box))


def _place_beside(stories: Sequence[Story], picture: Story) -> int:
    """Where a picture of an upright page comes that lies in no story: after the one whose text ends right of it."""
    box = picture.box
    right = [
        (other.box.left - box.right, number)
        for number, other in enumerate(stories)
        if abs(other.box.left - box.right) < _BESIDE
        and shared(box.top, box.bottom, other.box.top, other.box.bottom) > 0.5 * (box.bottom - box.top)
    ]
    lies = any(_lies_in(box, other.box) for other in stories)
    return min(right)[1] + 1 if right and not lies else _place(stories, picture)


def _lies_in(picture: Box, story: Box) -> bool:
    """Whether most of a picture lies inside a story."""
    across = shared(picture.left, picture.right, story.left, story.right)
    down = shared(picture.top, picture.bottom, story.top, story.bottom)
    return min(across, down) > 0 and across * down > 0.6 * _area(picture)


def _texts(strips: Sequence[Strip], rules: Sequence[Box], walls: Sequence[Box], body: float) -> list[Story]:
    """The stories of lines that are of no picture. ``walls`` are what a headline does not reach over."""
    if sum(strip.size >= DISPLAY * body for strip in strips) > MOST_LARGE:
        return [_row_by_row(strips)]
    upright = _is_upright(strips)
    heads: list[Head] = []
    columns: list[Column] = []
    for direction in (False, True):
        some = [strip for strip in strips if strip.upright is direction]
        found, rest = heads_of(some, body, rules)
        heads += with_titles(found)
        columns += columns_of(rest, rules)
    if len(columns) + len(heads) > MOST_COLUMNS:
        return [_row_by_row(strips)]
    spread(heads, strips, walls)
    several, heads, columns = items_of(heads, columns, rules)
    heads, columns, inserts = settle_inserts(heads, columns, body, rules)
    groups = groups_of(columns, heads, without_borders(rules, inserts))
    inserts = _without_titles(inserts, groups)
    boxes = [*(group.box for group in groups), *(some.box for some in several)]
    stories = [_story(group, body) for group in groups] + [Story(some.lines(body), items=True) for some in several]
    return _with_inserts([stories[n] for n in page_order(boxes, upright)], inserts, body)


def _with_inserts(stories: list[Story], inserts: Sequence[Head], body: float) -> list[Story]:
    """The stories, each with what is set into its text after it."""
    for head in inserts:
        at = max((n + 1 for n, story in enumerate(stories) if _lies_in(head.box, story.box)), default=len(stories))
        stories.insert(at, Story([replace(line, level=0) for line in placed([], head, body)], insert=True))
    return stories


def _without_titles(inserts: Sequence[Head], groups: Sequence[Group]) -> list[Head]:
    """What is set into texts, but for that in a text without a headline: it is one, with the text's beginning above it
    or beside it."""
    kept = []
    for head in inserts:
        around_it = next((group for group in groups if not group.head and _lies_in(head.box, group.box)), None)
        if around_it:
            around_it.head = head
        else:
            kept.append(head)
    return kept


def _story(group: Group, body: float) -> Story:
    columns = in_order(group.columns)
    return bounded(Story(placed(columns, group.head, body)), columns, bool(group.head))


def bounded(story: Story, columns: Sequence[Column], headed: bool) -> Story:
    """A story, told whether it begins and ends a text by the edges of its columns and by its last character."""
    if columns:
        first, last = columns[0], columns[-1]
        story.begins = headed or indent(first.strips[0], first) > INDENT
        story.ends = lacks(last.strips[-1], last) > SHORT or last.strips[-1].text[-1] in SENTENCE_ENDS
    return story
