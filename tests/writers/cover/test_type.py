"""Lines of type in a font that is there."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from converter.writers.cover.raster import system_face
from converter.writers.cover.shapes import Words
from converter.writers.cover.type import Setter, Unset


@pytest.fixture
def face() -> tuple[str, list[str]]:
    """A family of the system, and its files."""
    family, files = system_face("zh")
    if not files:
        pytest.skip("no font with Chinese is installed")
    return family, files


def words(text: str, weight: int = 700) -> Words:
    """A line of type."""
    return Words(text, 0, 0, 0, "#000000", weight)


def test_a_line_is_as_wide_as_its_characters(face: tuple[str, list[str]]) -> None:
    """Each Chinese character takes its size; marks of half the ink take as much room; Latin is narrower."""
    with closing(Setter(*face)) as setter:
        _, above, width, rows = setter.set(words("潮汐"), 40)
        assert (70 <= width <= 80, 25 <= above <= 40, 30 <= len(rows) <= 45) == (True, True, True)
        assert {len(row) for row in rows} == {width}
        assert setter.set(words("ab"), 40)[2] < width
        assert setter.set(words(" "), 40) == (0, 0, 0, [])


@pytest.mark.parametrize("text", ["عيد", "ก็", "e\u0301", "潮\U0001f30a", "\U000f0000"])
def test_what_is_shaped_or_lacks_a_glyph_is_left_to_others(face: tuple[str, list[str]], text: str) -> None:
    """Characters that stand as their neighbours ask, or that the font has not."""
    with closing(Setter(*face)) as setter, pytest.raises(Unset):
        setter.set(words(text), 40)


def test_a_file_without_the_family(face: tuple[str, list[str]], tmp_path: Path) -> None:
    """Another family's file, and what is no font."""
    broken = tmp_path / "a.ttc"
    broken.write_bytes(b"none")
    for family, files in (("None Such", face[1]), (face[0], [str(broken)])):
        with pytest.raises(Unset):
            Setter(family, files)
