"""Elements by their names, and the numbers that they hold."""

from __future__ import annotations

import pytest

from converter.errors import UnreadableInput
from converter.readers.recognised.xml import children, local, number, root_of, within


def test_names_without_their_space() -> None:
    """In any space an element is found by its name; another root is refused."""
    root = root_of(b"<a xmlns='x'><b/><c><b/></c></a>", "A", "the page")
    assert [local(one) for one in children(root)] == ["b", "c"]
    assert [len(list(within(root, "b"))), len(list(children(root, "b")))] == [2, 1]
    with pytest.raises(UnreadableInput, match="the page begins with <a>"):
        root_of(b"<a/>", "b", "the page")


def test_numbers() -> None:
    """What is none, or not finite, is 0."""
    assert [number(text) for text in ("1.5", None, "", "渡", "nan", "1e999")] == [1.5, 0, 0, 0, 0, 0]
