"""Whether a word looks like a name, and whether a text is names alone."""

from __future__ import annotations

import pytest

from converter.press.names import is_foreign, is_name, number_of_names, surnames

NAMES = "柏青禾 江帆 于江 陸聞笛 鍾岳 欧阳帆 歐陽一帆 李冠军 文静 罗尔夫·里德曼 羅爾夫‧里德曼 江一帆·陆闻笛".split()
NONE = "江 青禾 柏青禾帆 东方时空 公安部 金融组 海湾日报 范里摄 江海市 江a 江1帆 种植 · 文· ·文 a·b 记者 约翰 ".split(
    " "
)


@pytest.mark.parametrize("word", NAMES)
def test_names(word: str) -> None:
    """A surname with one or two characters, in both scripts; two characters of surname; parts with dots between."""
    assert is_name(word)


@pytest.mark.parametrize("word", NONE)
def test_other_words(word: str) -> None:
    """No surname, too long, a body's last character, a character that is not Han, or a surname that is a common
    word.
    """
    assert not is_name(word)


def test_foreign_names() -> None:
    """Parts written by their sound are one person's, two names with a dot between are not."""
    assert [is_foreign(word) for word in ("罗尔夫·里德曼", "江一帆·陆闻笛", "罗尔夫")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("柏青禾", 1),
        ("柏  禾", 1),
        ("柏青禾 江　帆", 2),
        ("柏青禾、江一帆，于江", 3),
        ("柏青禾 记者", 0),
        ("柏青禾 禾", 0),
        ("", 0),
        ("　", 0),
        ("欧 阳 青 禾", 1),
        ("欧 阳 青 禾　江 帆", 2),
        ("欧阳 青禾", 0),
        ("欧阳", 1),
        ("江 一 帆", 1),
        ("柏 禾 江 帆", 2),
        ("柏 禾 江 帆 于 江", 3),
        ("欧 阳 报 社", 0),
    ],
)
def test_names_alone(text: str, count: int) -> None:
    """Blanks and 、 set names apart, a blank may stand inside one; anything else makes it no list of names."""
    assert count == number_of_names(text)


def test_surnames_in_both_scripts() -> None:
    """The table is in simplified characters, with their traditional forms where they are asked for."""
    assert ({"陆", "陸"} & surnames("surname"), {"陆", "陸"} & surnames("surname", traditional=False)) == (
        {"陆", "陸"},
        {"陆"},
    )


def test_every_kind_of_surname_is_a_list_of_its_own() -> None:
    """A surname is usual or rare, not both; those that are common words are among them."""
    usual, rare, also = (surnames(kind, traditional=False) for kind in ("surname", "rare-surname", "also-a-word"))

    assert (usual & rare, also - usual - rare) == (set(), set())


def test_many_names_are_counted_in_time_linear_in_them() -> None:
    """A line may be as long as a text."""
    assert number_of_names("江 帆 " * 50_000) == 50_000
    assert number_of_names("江帆、" * 50_000) == 50_000
