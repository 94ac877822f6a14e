"""How much goes into one document of a book, and into one element of it: what has to be cut, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from converter.model import Block, Run

LARGEST = 280 * 1024
"""Bytes of a document's text: readers on small devices fail from 300 KiB on."""

PIECE = LARGEST // 4
"""Bytes of an element that is not cut: several go into a document."""

GROWTH = 64
"""Bytes that a character of mark-up becomes at most: four, and sixteen times as much with all that is done to it."""

NOTE = 150
"""Bytes that each of the two signs around a note's number becomes (``notes.py``)."""

Thing = TypeVar("Thing")


class Room:
    """Weighs mark-up. ``finish`` is what will yet be done to it; without it, as on a web page, nothing is too heavy."""

    def __init__(self, finish: Callable[[str], str] | None = None) -> None:
        self.finish = finish

    def weigh(self, markup: str) -> int:
        """The bytes of ``markup`` when all is done to it."""
        if self.finish is None:
            return 0
        return len(self.finish(markup).encode()) + NOTE * markup.count("\0")

    def holds(self, length: int) -> bool:
        """Whether ``length`` characters of mark-up surely go into one element."""
        return self.finish is None or length * GROWTH <= PIECE

    def lots(
        self, things: Sequence[Thing], markup: Callable[[Thing], str], begins: Callable[[Thing], bool] = lambda _: True
    ) -> Iterator[list[Thing]]:
        """``things`` in lots that go into an element each; one begins with what ``begins``, if that comes in time."""
        lot: list[Thing] = []
        filled = 0
        for thing in things:
            size = self.weigh(markup(thing)) if self.finish else 0
            if lot and filled + size > (PIECE if begins(thing) else 2 * PIECE):
                yield lot
                lot, filled = [], 0
            lot.append(thing)
            filled += size
        if lot:
            yield lot

    def divided(self, block: Block, markup: Callable[[Block], str]) -> Iterator[Block]:
        """``block``, in parts where it is too long for an element."""
        length = length_of(block)
        light = self.holds(length) or (length < PIECE and self.weigh(markup(block)) <= PIECE)
        halves = None if light else _halves(block)
        if not halves:
            yield block
            return
        for half in halves:
            yield from self.divided(half, markup)


BOUNDLESS = Room()


def length_of(block: Block) -> int:
    """About how many characters of mark-up a block becomes."""
    return sum(len(run.text) + len(run.href or "") + 30 for run in block.runs)


def _halves(block: Block) -> tuple[Block, Block] | None:
    """The block cut in two, after a sentence where one ends near the middle; None where it has only one character."""
    middle = len(block.text) // 2
    place = block.text.rfind("。", middle // 2, middle) + 1 or middle
    first: list[Run] = []
    second: list[Run] = []
    left = place  # characters that the first half still takes
    for run in block.runs:
        if run.image or left >= len(run.text) or not left:
            (first if left else second).append(run)
            left = max(left - len(run.text), 0)
            continue
        first.append(replace(run, text=run.text[:left]))
        second.append(replace(run, text=run.text[left:]))
        left = 0
    if not first or not second:
        return None
    return replace(block, runs=tuple(first)), replace(block, runs=tuple(second))
