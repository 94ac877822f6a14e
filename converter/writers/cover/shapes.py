"""What a drawn cover is made of, in the drawing's units, and how SVG writes it."""

from __future__ import annotations

from collections.abc import Iterable

from converter.press.patterns import later
from converter.records import NamedTuple
from converter.writers.markup.blocks import escape

TEXT = later("<text[^>]*>([^<]*)")
"""A line of type in SVG."""


class Bar(NamedTuple):
    """A filled rectangle."""

    left: float
    top: float
    width: float
    height: float
    colour: str


class Words(NamedTuple):
    """A line of type that starts at ``left`` on the line ``base``; its weight is CSS's."""

    text: str
    left: float
    base: float
    size: float
    colour: str
    weight: int


def svg_of(shapes: Iterable[Bar | Words]) -> str:
    """The elements of SVG."""
    return "".join(map(_element, shapes))


def without_words(shapes: Iterable[Bar | Words]) -> list[Bar]:
    """The shapes, a bar for each line of type that is as long and as high as its characters."""
    return [shape if isinstance(shape, Bar) else _bar(shape) for shape in shapes]


def _bar(words: Words) -> Bar:
    high = 0.8 * words.size
    return Bar(words.left, words.base - high, width_of(words.text) * words.size, high, words.colour)


def _element(shape: Bar | Words) -> str:
    if isinstance(shape, Bar):
        left, top, width, height, colour = shape
        return f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>\n'
    style = f'font-size="{shape.size:.1f}" font-weight="{shape.weight}" fill="{shape.colour}"'
    return f'<text x="{shape.left:g}" y="{shape.base:.1f}" {style}>{escape(shape.text)}</text>\n'


def width_of(text: str) -> float:
    """About how wide ``text`` is set, in ems: a full-width character one, Latin capitals 0.7, others 0.6."""
    return sum(1.0 if char >= "\u2e80" or char in "—…“”‘’" else 0.7 if char.isupper() else 0.6 for char in text)
