"""Common words, and the likeliest cut into them, for text in both scripts."""

from __future__ import annotations

from importlib.resources import files

from hypothesis import given
from hypothesis import strategies as st

from converter.press.dictionary import RAREST, best, reached, score, simplified
from converter.press.dictionary import _row as row


def test_words_have_scores() -> None:
    """A common word has a higher score than a rare one, a character alone always one, what is no word none."""
    common, rare = score("发展"), score("渡口")
    assert common is not None and rare is not None and common > rare
    assert (score("渡"), score("口渡"), score("\U00020000")) == (score("渡"), None, RAREST)


def test_every_row_is_found_by_its_first_character() -> None:
    """The list is sorted, and what is in no row finds none: not its head, not what stands between two rows."""
    rows = files("converter.press").joinpath("dictionary.txt").read_text("utf-8").split("\n")[1:]
    assert rows.pop() == "" and rows == sorted(rows)
    assert all(row(each[0]) == each for each in [*rows[:50], *rows[::97], *rows[-50:]])
    assert [row(char) for char in "#\t\n\ud800\U0010ffff"] == [""] * 5


def test_the_likeliest_cut() -> None:
    """Words end where the dictionary says, or where what is favoured says it better."""
    assert best("渡口通车", {})[0] == [2, 4]
    assert best("渡口通车", {1: [(4, 0)]})[0] == [1, 4]


@given(st.text("渡口通车发展着里程 a", max_size=12))
def test_a_search_tells_of_each_beginning_too(text: str) -> None:
    """What is reached at a place is the score of the text before it, so that nobody has to search that again."""
    assert reached(text, {}, 0)[0] == [best(text[:end], {}, 0)[1] for end in range(len(text) + 1)]


@given(st.text())
def test_simplified_text_is_as_long(text: str) -> None:
    """A character for a character, and what is simplified stays."""
    assert len(simplified(text)) == len(text)
    assert simplified("漁民與燈塔") == "渔民与灯塔" == simplified("渔民与灯塔")
