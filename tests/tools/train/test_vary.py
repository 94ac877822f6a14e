"""Variants of a page: other customs and layouts, the same text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tests.tools.train.pages_of_ours import STORY, TEXT, labelled, told
from tools.train.customs import Pool
from tools.train.pages import OURS, STATES
from tools.train.vary import variants

BRIEFS = labelled(
    *(
        line
        for number in range(6)
        for line in (
            (f"渡口见闻之{number}", "brief_headline", "article"),
            (f"{TEXT}这是第{number}条。", "brief_paragraph", "block"),
        )
    )
)
"""A page that is not recast, as it is a brief column: its variants have its own text alone."""


def solid(texts: list[str]) -> str:
    """Texts joined, without blanks."""
    return re.sub(r"\s", "", "".join(texts))


@given(st.integers(0, 300))
def test_no_character_is_lost(draw: int) -> None:
    """However columns and lines are cut, the text is the page's."""
    whole = solid([line.text for line in BRIEFS.lines])
    found = list(variants(BRIEFS, Pool([]), draw))
    assert found
    assert {solid([line.text for line in variant.lines]) for variant in found} == {whole}


@given(st.integers(0, 300))
def test_a_cut_line_goes_on(draw: int) -> None:
    """The pieces of a line have its role; all but the first go on with the block, and stand under it without a gap."""
    for variant in variants(BRIEFS, Pool([]), draw):
        roles = [role for _, role, opening in told(variant) if opening != "line"]
        assert roles == ["brief_headline", "brief_paragraph"] * 6
        above = ""
        for _, role, opening in told(variant):
            assert opening != "line" or role == above
            above = role


def test_the_same_draw_gives_the_same_variants() -> None:
    """Variants are drawn from the page's id and the number of the draw, and another draw gives others."""
    pool = Pool([labelled(("江上见闻", "kicker", "article"), ("陆闻笛", "byline", "block"))])
    page = labelled(*STORY)

    def drawn(number: int) -> list[list[object]]:
        return [[variant.lines, variant.allowed.tolist()] for variant in variants(page, pool, number)]

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_a_whole_page_of_ours_loses_its_folio_alone() -> None:
    """An invented page that is no case of one phenomenon has one variant: as somebody copies it."""
    lines = [("海州日报", "folio", "block"), *STORY, *STORY, *STORY, ("广告", "furniture", "block")]
    (variant,) = variants(labelled(*lines, source=OURS), Pool([]), 0)
    assert told(variant) == lines[1:-1]


def test_a_page_with_cut_lines_is_laid_out_anew_only() -> None:
    """Where the page's own lines are cut already, its variants change gaps and indents, not the cuts."""
    page = labelled(("灯塔换了新灯", "brief_headline", "article"), ("甲", "brief_paragraph", "block"))
    lines = [*told(page), ("乙", "brief_paragraph", "line")]
    assert [told(variant) for variant in variants(labelled(*lines), Pool([]), 0)] == [lines] * 2
    assert all(row.sum() == 1 for variant in variants(BRIEFS, Pool([]), 0) for row in variant.allowed)
    assert len(STATES) == BRIEFS.allowed.shape[1]
