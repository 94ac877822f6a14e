"""Which two Han characters belong together."""

from importlib.resources import files

import pytest

from converter.press.bonds import bound


@pytest.mark.parametrize("pair", "经济 經濟 记者 記者 发展 發展 码头 碼頭 图书 圖書".split())
def test_the_characters_of_a_word_are_bound(pair: str) -> None:
    """In both scripts, and in their own order only."""
    assert bound(*pair)
    assert not bound(*reversed(pair))


@pytest.mark.parametrize("pair", ["的桥", "了船", "桥。", "桥A", "A桥", "𠮷桥"])
def test_others_are_not(pair: str) -> None:
    """Neither words side by side nor what is no Han character."""
    assert not bound(*pair)


def test_every_pair_of_the_list_is_known_once() -> None:
    """A row is a character and all that follow it: none has two rows, none is named twice in one."""
    rows = (files("converter.press") / "bonds.txt").read_text("utf-8").split()
    assert len({row[0] for row in rows}) == len(rows)
    assert all(len(set(row[1:])) == len(row) - 1 for row in rows)
    assert all(bound(row[0], other) for row in rows[:50] for other in row[1:])
