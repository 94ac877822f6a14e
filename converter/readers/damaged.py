"""Texts with broken bytes: where they break, and the text with U+FFFD for what is nothing.

In UTF-8 every byte tells whether a character begins with it, and one U+FFFD stands for each longest part of a sequence
that begins well (Unicode 16.0, 3.9), as Python's codecs have it. In GB18030, Big5 and UTF-16 a byte that is lost pairs
every later one wrongly; there the likeliest way to read the bytes around it is looked for.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from math import inf

MARK = "\ufffd"
BROKEN = -20.0
"""Nats for a byte that is nothing: less likely than any character."""

_LONGEST = 1 << 20
"""Bytes of a line in which the lost byte is looked for; in a longer one they are read as they come."""

_SIGN = "\ud800"  # a lone surrogate, which no codec makes of bytes: U+FFFD itself may stand in the text
_HANDLER = "converter.readers.damaged"
_SIZES = {
    # codec: how many bytes a character may have, the likeliest first
    "gb18030": (1, 2, 4),
    "big5hkscs": (1, 2),
    "cp950": (1, 2),
    "utf-16-le": (2, 4),
    "utf-16-be": (2, 4),
}


def _signed(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return _SIGN, error.end


codecs.register_error(_HANDLER, _signed)

Weigh = Callable[[str], float]


def read_damaged(data: bytes, name: str, weigh: Weigh) -> tuple[str, tuple[int, ...]]:
    """``data`` as text of the codec ``name``, without a BOM, and the places of the U+FFFD that stand for broken bytes.

    ``weigh`` gives a character's log probability. Takes time linear in the data.
    """
    text = "".join(_line(line, name, weigh) for line in _lines(data, name)).removeprefix("\ufeff")
    return text.replace(_SIGN, MARK), tuple([place for place, char in enumerate(text) if char == _SIGN])


def _lines(data: bytes, name: str) -> Iterator[bytes]:
    """What is looked at in one piece: a line where a byte can be seen to end one."""
    if name.startswith("utf-16"):
        yield data
    else:
        yield from data.splitlines(keepends=True)


def _line(line: bytes, name: str, weigh: Weigh) -> str:
    """A line, with signs for its broken bytes."""
    text = line.decode(name, _HANDLER)
    if _SIGN not in text or name not in _SIZES or len(line) > _LONGEST:
        return text
    return _likeliest(line, name, weigh)


def _likeliest(line: bytes, name: str, weigh: Weigh) -> str:
    """The likeliest way to read the bytes, each a part of a character or broken; found from the end."""
    best = [0.0] * (len(line) + 1)
    read = [_SIGN] * len(line)
    steps = [1] * len(line)
    for place in range(len(line) - 1, -1, -1):
        best[place] = BROKEN + best[place + 1]
        char, size = _character(line, place, name)
        gain = weigh(char) + best[place + size] if size else -inf
        if gain >= best[place]:
            best[place], read[place], steps[place] = gain, char, size
    place, pieces = 0, []
    while place < len(line):
        pieces.append(read[place])
        place += steps[place]
    return "".join(pieces)


def _character(line: bytes, place: int, name: str) -> tuple[str, int]:
    """The character that begins at a byte, and of how many bytes it is: none where no character begins there."""
    for size in _SIZES[name]:
        piece = line[place : place + size]
        if len(piece) == size:
            try:
                return piece.decode(name), size
            except UnicodeDecodeError:
                continue
    return "", 0
