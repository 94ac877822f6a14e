"""The words of the table as patterns."""

import re

import pytest

from converter.readers.html.words import names, pattern


def test_a_pattern_has_both_scripts() -> None:
    """In a shape a name in angle brackets stands for the words of it."""
    found = pattern("imprint", "<has>", r"<place>[：:]")
    assert [bool(found.search(text)) for text in ("版权所有", "版權所有", "当前位置：", "當前位置:", "当前位置")] == [
        True, True, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        ("hot-news", True),
        ("hotnews", True),
        ("hot_news", True),
        ("related", True),
        ("relate-box", True),
        ("disqus_thread", True),
        ("hot", False),
        ("correlate", True),
        ("hot news", False),
    ],
)
def test_names_of_elements(called: str, expected: bool) -> None:
    """A hyphen may be an underscore or nothing, and a star is the rest of a word."""
    assert bool(re.search(names("of others"), called)) is expected


def test_a_shape_names_words_that_there_are() -> None:
    """A slip in a name is an error when the pattern is used, not a pattern of the name."""
    with pytest.raises(KeyError):
        pattern("imprint", "<hass>").search("")
