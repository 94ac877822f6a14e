"""Which mark a piece of ink is, by its shape and by where it lies between two characters of an upright line.

What is known of it are weights that ``tools/make/marks.py`` makes from marks that are drawn and worn.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from converter.records import NamedTuple

MARKS = "，。、；：！？「」『』（）《》〈〉【】—…·"
"""The marks that are told apart; after them comes what is none: a stroke of a character, or dust."""

SIDES = 12, 16
"""Points of a side of the squares that the ink is looked at in: of an em, and of half an em."""

HIDDEN = 48

SHAPE = sum(side * side for side in SIDES) + 9


class Piece(NamedTuple):
    """Ink between two characters of an upright line."""

    squares: tuple[Any, Any]
    """Of each pixel how dark it is, from 0 to 1: an em around the middle of the line, half an em around its own."""
    middle: float
    """Where it is on the line, in pixels."""
    above: float
    below: float
    """How far it is from the cells of both characters, in ems."""
    high: float
    left: float
    right: float
    """How high it is, and how far its edges are right of the line's middle, in ems."""
    goes_on: tuple[bool, bool]
    ends: tuple[bool, bool]
    """Whether ink goes on above and below it; whether nothing but it begins the line, or ends it."""

    def measured(self) -> Any:
        """The numbers that the weights are for."""
        points = [
            _shrunk(_shrunk(square, side).T, side).T.ravel() for square, side in zip(self.squares, SIDES, strict=True)
        ]
        apart = np.clip([self.above, self.below, self.high, self.left, self.right], -1.5, 2.5)
        return np.concatenate([*points, apart, np.array([*self.goes_on, *self.ends], float)])


def _shrunk(rows: Any, count: int) -> Any:
    """So many rows of any number of them, each the mean of what it covers."""
    edges = np.linspace(0, len(rows), count + 1)
    at = np.arange(len(rows))
    covers = np.clip(np.minimum(edges[1:, None], at + 1) - np.maximum(edges[:-1, None], at), 0, None)
    return covers @ rows * (count / len(rows))


def judged(pieces: Sequence[Piece]) -> Any:
    """How likely each piece is which of ``MARKS``, or none: rows that add up to 1."""
    measured = np.array([piece.measured() for piece in pieces]).reshape(len(pieces), SHAPE)
    return likely(measured, *weights())


def likely(measured: Any, first: Any, second: Any) -> Any:
    """A layer of ``HIDDEN`` numbers that are cut at 0, and one of what is likely."""
    hidden = np.maximum(_with_one(measured) @ first, 0)
    told = _with_one(hidden) @ second
    told = np.exp(told - told.max(axis=1, keepdims=True))
    return told / told.sum(axis=1, keepdims=True)


def _with_one(rows: Any) -> Any:
    return np.concatenate([rows, np.ones((len(rows), 1))], axis=1)


@cache
def weights() -> tuple[Any, Any]:
    """The weights of both layers, from bytes: of each its step, a float of four bytes, and how many steps each is."""
    data = (files("converter.readers.scan") / "shapes.bin").read_bytes()
    found, at = [], 0
    for shape in ((SHAPE + 1, HIDDEN), (HIDDEN + 1, len(MARKS) + 1)):
        step = np.frombuffer(data, "<f4", 1, at)[0]
        found.append(np.frombuffer(data, "i1", shape[0] * shape[1], at + 4).reshape(shape) * step)
        at += 4 + shape[0] * shape[1]
    return found[0], found[1]
