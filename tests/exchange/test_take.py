"""What the structure JSON says is taken back whole, and nothing of it on trust."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import UnreadableInput
from converter.model import DEEPEST, Issue
from tests.exchange.test_put import ISSUE
from tests.strategies import whole_issues

ALWAYS: dict[str, Any] = {"schema": 2, "blocks": [], "metadata": {}}
LINE: dict[str, Any] = {"start": 0, "end": 1, "number": 1}
BLOCK: dict[str, Any] = {"role": "paragraph", "text": "雨"}


@settings(max_examples=30)
@given(whole_issues())
def test_what_is_given_is_taken_back(issue: Issue) -> None:
    """The issue made again is the same, with its documents, lines, pictures and twin."""
    assert Issue.from_dict(issue.to_dict()) == issue


def test_little_is_enough() -> None:
    """Most keys may be missing: they are for readers of the JSON, or say that nothing is known."""
    told = {"sections": [{"articles": [{"kind": "article", "parts": [0]}]}], "blocks": [BLOCK]}
    issue = Issue.from_dict(ALWAYS | told)
    assert [(block.role, block.text, block.confidence) for block in issue.blocks()] == [("paragraph", "雨", 1.0)]
    assert Issue.from_dict(ALWAYS | {"of a newer program": 1}) == Issue((), language="")


def with_block(**said: Any) -> dict[str, Any]:
    """A document of one block that says this."""
    tree = {"sections": [{"articles": [{"kind": "article", "parts": [0]}]}]}
    return ALWAYS | tree | {"blocks": [BLOCK | said]}


def with_articles(*articles: Any) -> dict[str, Any]:
    """A document of two blocks in these articles."""
    return ALWAYS | {"sections": [{"articles": list(articles)}], "blocks": [BLOCK, BLOCK]}


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "the whole is no object"),
        ({}, "the whole: schema is not a whole number from 0"),
        (ALWAYS | {"schema": 3}, "schema 3 is not known, only 1 and 2 are: it is of a newer Banmian"),
        (ALWAYS | {"metadata": None}, "metadata is no object"),
        (ALWAYS | {"metadata": {"paper": 5}}, "metadata: paper is not a text"),
        (ALWAYS | {"warnings": [1]}, "the whole: warnings is not a list of texts"),
        (ALWAYS | {"cover": "a.png"}, "cover is not the name of one of the images"),
        (ALWAYS | {"images": [{"name": "a.png", "data": "?"}]}, "image 0 is not a name and data in base64"),
        (ALWAYS | {"documents": [{"start": -1}]}, "document 0: start is not a whole number from 0"),
        (ALWAYS | {"documents": [{"sheets": [{}]}]}, "document 0, sheet 0 has no width or height"),
        (ALWAYS | {"documents": [{"lines": [LINE | {"box": [1]}]}]}, "document 0, line 0: box is not left"),
        (ALWAYS | {"twin": 4}, "the whole is no object"),
        (ALWAYS | {"blocks": 4}, "blocks is not a list"),
        (ALWAYS | {"blocks": [4]}, "block 0 is no object"),
        (ALWAYS | {"blocks": [BLOCK]}, "block 0 stands in no article"),
        (with_block(role="headlin"), "block 0: role is not one of folio, .*furniture"),
        (with_block(text=None), "block 0 has no role or no text"),
        (with_block(spans=[[3, 2]]), r"block 0: spans is not a list of pairs \[start, end\]"),
        (with_block(spans=[[0, 1 << 60]]), "block 0: spans is not"),
        (with_block(confidence=2), "block 0: confidence is not from 0 to 1"),
        (with_block(confidence=True), "block 0: confidence is not a number"),
        (with_block(depth="1"), "block 0: depth is not a whole number"),
        (with_block(runs=[{"text": "晴"}]), "block 0: its runs do not give its text"),
        (with_block(runs=[{}]), "block 0, run 0 has no text"),
        (with_block(runs=[{"text": "雨", "mark": "bold"}]), "block 0, run 0: mark is not one of dateline"),
        (with_articles({"kind": "article", "parts": [0, 0]}), "section 0, article 0, part 1 is not the number"),
        (with_articles({"kind": "item", "parts": [0]}), "an item stands in briefs"),
        (with_articles({"kind": "article", "parts": [{"kind": "item"}]}), "article 0, part 0 is not the number"),
        (with_articles({"kind": "briefs", "parts": [{"kind": "article"}]}), "part 0: kind is not that of an item"),
    ],
)  # fmt: skip
def test_what_is_not_as_it_should_be(data: Any, message: str) -> None:
    """The place is told, and what was expected there."""
    with pytest.raises(UnreadableInput, match=message):
        Issue.from_dict(data)


def test_a_depth_has_a_bound() -> None:
    """A depth without measure, by which a writer would indent, is taken for the deepest."""
    assert [block.depth for block in Issue.from_dict(with_block(depth=1 << 50)).blocks()] == [DEEPEST]


ODD = st.sampled_from(
    [None, True, -1, 1 << 70, 1.5, float("inf"), "", "雨", [], [[]], {}, {"kind": "item", "parts": [0]}]
)


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every list or object inside a value, with each of its keys."""
    found: list[tuple[Any, Any]] = []
    keys = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        found += [(value, key), *places(value[key])]
    return found


@settings(max_examples=400)
@given(st.data())
def test_whatever_is_said_in_any_place(data: st.DataObject) -> None:
    """A value of any kind in any place gives an issue or an error on purpose; what is left out too."""
    told = copy.deepcopy(ISSUE.to_dict())
    for _ in range(data.draw(st.integers(1, 3))):
        found = places(told)
        holder, key = found[data.draw(st.integers(0, len(found) - 1))]
        holder[key] = copy.deepcopy(data.draw(ODD))
    try:
        issue = Issue.from_dict(told)
    except UnreadableInput:
        return
    assert Issue.from_dict(issue.to_dict()) == issue
