"""What the detector holds of each line, beside the line itself."""

import gc
import tracemalloc
from collections.abc import Callable
from dataclasses import replace

import pytest

from converter.model import Box, Line, Opens, Source
from converter.readers.text import read_text
from converter.structure import detect_structure

MOST, MOST_PLACED = 500, 300
"""Bytes of a line, at the peak: its cues, its readings and its block among them; and of one whose place tells what it
opens, so that nothing else is told of it."""


@pytest.mark.parametrize("text", ["渡船靠了岸，潮水退去，镇上的人", "船靠岸，鎮上的人都來了。"])
def test_of_a_line_little_is_held(text: str) -> None:
    """The peak grows by no more than that with each line of a set page, whatever the page's measures take."""
    few, many = (_peak(text, count) for count in (2000, 6000))
    assert many - few < MOST * 4000


def test_of_a_placed_line_less_is_held() -> None:
    """So of the lines of a PDF, a page of which has hundreds: measures and pieces are held in few bytes each."""
    few, many = (_peak("船靠岸，鎮上的人都來了。", count, _placed) for count in (2000, 4000))
    assert many - few < MOST_PLACED * 2000


def _peak(text: str, count: int, put: Callable[[Line], Line] | None = None) -> int:
    """Bytes that detection takes at its peak above its input; numbers make the lines different."""
    lines = read_text("".join(f"{number:06}{text}\n" for number in range(count)).encode()).lines
    source = Source("\n".join(line.text for line in lines), tuple(map(put or _set, lines)))
    detect_structure(replace(source, lines=source.lines[:300]))
    gc.collect()  # the memory of small things that went may be used again without being counted
    tracemalloc.start()
    detect_structure(source)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def _set(line: Line) -> Line:
    """The line as a page of 100 lines has it."""
    return replace(line, page=1 + line.number // 100, size=9.5, box=Box(40, line.number % 100, 160, 9.5))


def _placed(line: Line) -> Line:
    """The line as a page has it whose layout tells where blocks begin."""
    return replace(_set(line), opens=Opens.LINE if line.number % 10 else Opens.BLOCK)
