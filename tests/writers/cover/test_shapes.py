"""What a cover is made of."""

from __future__ import annotations

from converter.writers.cover.shapes import Bar, Words, svg_of, without_words

LINE = Words("潮&汐", 96, 360, 100, "#1c1917", 900)


def test_a_bar_is_as_long_as_its_line() -> None:
    """A line of type and the bar for it begin at the same place and reach as far."""
    assert without_words([LINE]) == [Bar(96, 280, 260, 80, "#1c1917")]


def test_svg_of_a_line() -> None:
    """Marks of XML are escaped."""
    told = '<text x="96" y="360.0" font-size="100.0" font-weight="900" fill="#1c1917">潮&amp;汐</text>\n'
    assert svg_of([LINE]) == told
