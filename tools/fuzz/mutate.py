"""Changes of a text that keep it one: pieces and lines are repeated, moved, taken out, and tokens are put in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Change = Callable[[Random, str, Sequence[str]], str]

LINES = ("\n", "\n\n", "\r\n", "\r", "\f", "\u2028", "\t", "\u3000\u3000", " ")
TIMES = (2, 3, 10, 100, 1000)


def changed(random: Random, data: bytes, tokens: Sequence[str], most: int) -> bytes:
    """``data`` after one to four changes, at most so many bytes; bytes that are no UTF-8 stay what they are."""
    text = data.decode("utf-8", "surrogateescape")
    for _ in range(random.randint(1, 4)):
        text = random.choice(CHANGES)(random, text, tokens)[:most]
    return text.encode("utf-8", "surrogateescape")[:most]


def _span(random: Random, text: str) -> tuple[int, int]:
    """A short piece of the text most often, a long one sometimes."""
    start = random.randint(0, len(text))
    return start, min(len(text), start + random.choice((1, 2, 5, 20, 100)))


def _put_in(random: Random, text: str, tokens: Sequence[str]) -> str:
    start = random.randint(0, len(text))
    return text[:start] + random.choice(tokens or LINES) + text[start:]


def _put_over(random: Random, text: str, tokens: Sequence[str]) -> str:
    start, end = _span(random, text)
    return text[:start] + random.choice(tokens or LINES) + text[end:]


def _part(random: Random, text: str, tokens: Sequence[str]) -> str:
    start = random.randint(0, len(text))
    return text[:start] + random.choice(LINES) + text[start:]


def _take_out(random: Random, text: str, tokens: Sequence[str]) -> str:
    start, end = _span(random, text)
    return text[:start] + text[end:]


def _repeat(random: Random, text: str, tokens: Sequence[str]) -> str:
    start, end = _span(random, text)
    return text[:end] + text[start:end] * (random.choice(TIMES) - 1) + text[end:]


def _copy(random: Random, text: str, tokens: Sequence[str]) -> str:
    start, end = _span(random, text)
    place = random.randint(0, len(text))
    return text[:place] + text[start:end] + text[place:]


def _swap_lines(random: Random, text: str, tokens: Sequence[str]) -> str:
    lines = text.split("\n")
    first, second = random.randrange(len(lines)), random.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return "\n".join(lines)


def _double_line(random: Random, text: str, tokens: Sequence[str]) -> str:
    lines = text.split("\n")
    line = random.randrange(len(lines))
    lines[random.randrange(len(lines)) : 0] = [lines[line]]
    return "\n".join(lines)


def _character(random: Random, text: str, tokens: Sequence[str]) -> str:
    start, end = _span(random, text)
    char = chr(random.choice((random.randrange(0xD800), random.randrange(0xE000, 0x110000), random.randrange(0x80))))
    return text[:start] + char + text[min(start + 1, end) :]


CHANGES: tuple[Change, ...] = (
    *(_put_in, _put_in, _put_over, _part, _take_out),
    *(_repeat, _copy, _swap_lines, _double_line, _character),
)
