"""The words that stand beside names."""

from __future__ import annotations

from collections import Counter

import pytest

from converter.press.lexicon import lists
from converter.press.posts import NO_WORD, Word, after_posts, is_house, known_words, longest_word, without, words_of


def test_words_of_a_kind() -> None:
    """The words of the kinds that are named, in both scripts or in one."""
    assert words_of("camera") == ("摄", "摄影", "攝", "攝影")
    assert words_of("camera", traditional=False) == ("摄", "摄影")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者", Word("reporter", "before", ("aut",))),
        ("攝影", Word("camera", "either", ("pht",))),
        ("编译", Word("compiler", "either", ("aut", "trl"))),
        ("美编", Word("designer", "either", ())),
        ("台北", Word("place", "is", ())),
        ("渡口", NO_WORD),
    ],
)
def test_known_words(text: str, expected: Word) -> None:
    """What a word is, in both scripts, and what it makes of whom it names."""
    assert expected == known_words().get(text, NO_WORD)


def test_a_word_is_of_one_kind() -> None:
    """No word stands in two lists: it would be what the last of them says."""
    tables = (lists("converter.press", name).items() for name in ("posts", "houses", "places"))
    counts = Counter(
        word for table in tables for key, words in table if key[1] not in ("ends", "has") for word in words
    )

    assert {word: count for word, count in counts.items() if count > 1} == {}


def test_the_longest_word_is_found() -> None:
    """As many characters as are tried at a place are enough for every word."""
    assert longest_word() == max(len(word) for word in known_words())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海湾日报", True),
        ("海灣晚報", True),
        ("综合报道组", True),
        ("编辑部", True),
        ("新闻中心", True),
        ("海湾大学", True),
        ("网络", True),
        ("柏青禾", False),
        ("记者", False),
        ("渡口", False),
    ],
)
def test_houses(text: str, expected: bool) -> None:
    """Papers, departments and other bodies, by their names or how these end."""
    assert expected == is_house(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("柏青禾 摄", "柏青禾"), ("柏青禾摄影报道 ", "柏青禾"), ("柏青禾", "柏青禾"), ("摄影", ""), ("", "")],
)
def test_without_words_at_the_end(text: str, expected: str) -> None:
    """The words of some kinds go from the end, the longest first, with the blanks before them."""
    assert expected == without(text, "camera", "report", "camera-report")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("本报记者柏青禾", "柏青禾"), ("作者、记者 江帆", " 江帆"), ("柏青禾", "柏青禾"), ("记者", "")],
)
def test_what_stands_after_posts(text: str, expected: str) -> None:
    """What follows the last of them; all where there is none."""
    assert expected == after_posts(text, "reporter", "author")
