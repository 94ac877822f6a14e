"""A correction of one line: the search runs again with it, and what stands around the line follows."""

from dataclasses import replace
from pathlib import Path

import pytest

import converter
from converter.errors import UnfitCorrection
from converter.model import Article, Block, Issue, Kind, Opens, Pin, Role, Source
from converter.readers.text import source_of
from converter.structure import detect_structure

PAGE = """渔港迎来新船

本报讯 船队今早出海，码头上锣鼓喧天。

旧书馆重开

修缮后的书馆今起开放，老读者排起了长队。
"""


def read(source: Source, pins: dict[int, Pin] | None = None) -> dict[int, tuple[str, bool]]:
    """Each line's role, and whether a block begins with it, by the line's number."""
    begins = {line.start: line.number for line in source.lines}
    blocks = list(detect_structure(source, pins).blocks())
    return {begins[span[0]]: (block.role.value, span == block.origin[0]) for block in blocks for span in block.origin}


@pytest.mark.parametrize("disguise", ["——{}", "{}。 柳溪摄"])
def test_neighbours_follow(disguise: str, seeds: list[Path]) -> None:
    """Where a headline is set like another line, its kicker or column title is misread too; one pin mends both."""
    before = after = 0
    for seed in seeds:
        text = seed.read_text("utf-8")
        source = source_of(text)
        right = read(source)
        for line in (line for line in source.lines if right[line.number] == ("headline", True)):
            odd = source_of(text[: line.start] + disguise.format(line.text) + text[line.end :])
            others = right.keys() - {line.number}
            alone, pinned = read(odd), read(odd, {line.number: Pin(Role.HEADLINE)})
            assert pinned[line.number][0] == "headline"
            before += sum(alone[number] != right[number] for number in others)
            after += sum(pinned[number] != right[number] for number in others)
    assert before >= 4
    assert after * 2 <= before


def pinned(pins: dict[int, Pin], text: str = PAGE) -> list[list[tuple[str, str]]]:
    """Kind, role and text of each article's blocks."""
    return [shape(article) for article in detect_structure(source_of(text), pins).articles()]


def shape(article: Article) -> list[tuple[str, str]]:
    """The role and text of an article's blocks, those of items with a sign."""
    found: list[tuple[str, str]] = []
    for part in article.parts:
        if isinstance(part, Block):
            found.append((("· " if article.kind is Kind.ITEM else "") + part.role, part.text[:4]))
        else:
            found += shape(part)
    return found


def test_a_pin_says_role_opening_and_item() -> None:
    """A line opens an article or none, is of an item, or goes on with the block above, as the pin says."""
    first = {1: Pin(Role.HEADLINE, Opens.ARTICLE)}
    top, bottom = (
        [("headline", "渔港迎来"), ("paragraph", "本报讯 ")],
        [("headline", "旧书馆重"), ("paragraph", "修缮后的")],
    )
    assert pinned(first | {5: Pin(Role.HEADLINE, Opens.ARTICLE)}) == [top, bottom]
    assert pinned(first | {5: Pin(Role.SUBHEAD)}) == [[*top, ("subhead", "旧书馆重"), bottom[1]]]
    items = pinned({1: Pin(Role.HEADLINE, brief=True), 5: Pin(Role.HEADLINE, brief=True)})
    assert items == [[(f"· {role}", text) for role, text in top + bottom]]
    told = {1: Pin(Role.HEADLINE), 3: Pin(Role.PARAGRAPH), 5: Pin(Role.PARAGRAPH, Opens.LINE), 7: Pin(opens=Opens.LINE)}
    [story] = detect_structure(source_of(PAGE), told).articles()
    assert [len(block.origin) for block in story.blocks()] == [1, 3]


def test_a_pin_overrules_mark_up_and_page_feet() -> None:
    """What a person says counts more than a heading of the format, and than what a page foot looks like."""
    source = source_of(PAGE)
    marked = replace(source, lines=(*source.lines[:2], replace(source.lines[2], role=Role.FURNITURE), source.lines[3]))
    assert read(marked)[5] == ("furniture", True)
    assert read(marked, {5: Pin(Role.HEADLINE)})[5] == ("headline", True)
    foot = source_of(f"{PAGE}\n第 3 页\n\n修缮后的书馆很亮。\n")
    assert read(foot)[9] == ("furniture", True)
    assert read(foot, {9: Pin(Role.SUBHEAD)})[9] == ("subhead", True)


def test_the_first_of_several_lines_of_one_number_is_meant() -> None:
    """A form feed ends a page and no line: the number is that of both halves, the pin that of the first."""
    source = source_of("渔港\f船队今早出海。\n")
    [first, second] = detect_structure(source, {1: Pin(Role.CAPTION)}).blocks()
    assert (first.role, second.role == Role.CAPTION) == (Role.CAPTION, False)


@pytest.mark.parametrize(
    ("pins", "message"),
    [
        ({2: Pin(Role.HEADLINE)}, "there is no line 2 to pin: the text has lines up to 7, blank ones left out"),
        ({1: Pin(Role.FOLIO, Opens.ARTICLE)}, "line 1 cannot be pinned so: a folio opens no article"),
        ({1: Pin(Role.DECK, brief=True)}, "pinned so: a deck is not of a brief item: headline and paragraph are"),
        ({1: Pin(opens=Opens.LINE)}, "line 1 is the first, and goes on with nothing"),
    ],
)  # fmt: skip
def test_what_cannot_be_pinned(pins: dict[int, Pin], message: str) -> None:
    """A line that is not there, and what no line can be, are told in a sentence with what may be said."""
    with pytest.raises(UnfitCorrection, match=message):
        converter.detect(source_of(PAGE), pins=pins)


def test_a_finished_tree_has_no_lines() -> None:
    """An outline's tree is corrected in other ways."""
    with pytest.raises(UnfitCorrection, match="finished tree has no lines to pin"):
        converter.detect(Issue(()), pins={1: Pin(Role.HEADLINE)})
    assert converter.detect(Issue(()), pins={}).sections == ()
