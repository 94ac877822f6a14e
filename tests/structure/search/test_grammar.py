"""The grammar of a page: which role may come after which, and what it costs where it may not."""

import pytest

from converter.model import Role
from converter.structure.search.grammar import (
    FOLLOWERS,
    INTERRUPTERS,
    LABELS,
    MISSING_EDGE,
    NO_EDGE,
    OPENERS,
    ROLES,
    START,
    STATES,
    edge,
)


def test_the_states() -> None:
    """A role opens a block or goes on; some open an article; items of brief columns have roles of their own."""
    assert set(LABELS) == {*Role, "brief_headline", "brief_paragraph"}
    assert len(STATES) == len(set(STATES)) == 2 * len(LABELS) + len(OPENERS)
    assert {label for label, opening in STATES if opening == "article"} == set(OPENERS)
    assert ROLES[STATES.index(("brief_headline", "line"))] is Role.HEADLINE


def test_the_grammar_knows_every_role_and_no_other() -> None:
    """A misspelt role would cost every page that has it."""
    known = {START, *LABELS}

    assert set(FOLLOWERS) == known
    assert set().union(*FOLLOWERS.values()) <= known
    assert {*OPENERS, *INTERRUPTERS} <= known


@pytest.mark.parametrize(
    ("above", "here", "expected"),
    [
        ("headline:block", "headline:line", 0),
        ("paragraph:line", "paragraph:line", 0),
        ("folio:block", "folio:line", MISSING_EDGE),
        ("furniture:block", "furniture:line", MISSING_EDGE),
        ("column_title:block", "column_title:line", MISSING_EDGE),
        ("dateline:block", "dateline:line", MISSING_EDGE),
        ("caption:block", "paragraph:line", 1),
        ("furniture:block", "brief_paragraph:line", 1),
        ("byline:block", "paragraph:line", NO_EDGE),
        ("caption:block", "headline:line", NO_EDGE),
        ("paragraph:block", "brief_paragraph:line", NO_EDGE),
        ("paragraph:block", "headline:article", 0),
        ("paragraph:block", "kicker:article", 0),
        ("paragraph:block", "column_title:article", 0),
        ("paragraph:block", "brief_headline:article", 0),
        ("paragraph:block", "paragraph:article", MISSING_EDGE),
        ("kicker:article", "headline:article", MISSING_EDGE),
        ("column_title:article", "headline:article", MISSING_EDGE),
        ("kicker:article", "headline:block", 0),
        ("headline:article", "deck:block", 0),
        ("headline:article", "kicker:block", MISSING_EDGE),
        ("start:block", "headline:block", NO_EDGE),
        ("start:block", "brief_headline:block", NO_EDGE),
        ("start:block", "paragraph:block", 0),
        ("start:block", "folio:block", 0),
        ("start:block", "signature:block", MISSING_EDGE),
        ("start:block", "paragraph:line", NO_EDGE),
        ("start:block", "headline:article", 0),
    ],
)
def test_what_a_step_costs(above: str, here: str, expected: float) -> None:
    """What is not foreseen costs three nats, what cannot be twelve; text goes on below a caption for one."""
    role, _, opening = above.partition(":")

    assert edge((role, opening), tuple(here.split(":"))) == expected  # type: ignore[arg-type]


def test_what_the_costs_are() -> None:
    """In nats; the weights are trained to them."""
    assert (MISSING_EDGE, NO_EDGE) == (3, 12)
