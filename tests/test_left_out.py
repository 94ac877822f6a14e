"""What is left out is told in sentences from which the counts are read back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.left_out import counted, together, told

CAUSES = st.dictionaries(st.sampled_from(["comments", "hidden text", "forms (<option>)"]), st.integers(1, 10**9))


@given(CAUSES)
def test_the_counts_are_read_back(counts: dict[str, int]) -> None:
    """Whatever else is said."""
    assert counted([*told(counts), "mended a.xhtml: look at it"]) == counts


def test_no_count_is_no_sentence() -> None:
    """Of nothing nothing is told."""
    assert told({"comments": 0, "hidden text": 2}) == ["left out 2 character(s) of hidden text"]


def test_the_counts_of_several_documents() -> None:
    """Those of a cause are one; every other sentence stands once, in its place."""
    said = [*told({"comments": 3}), "look", *told({"comments": 3, "hidden text": 1}), "look"]
    assert together(said) == (
        "left out 6 character(s) of comments", "look", "left out 1 character(s) of hidden text",
    )  # fmt: skip
