"""What a writer holds of a long issue, beside the issue itself."""

import tracemalloc
from pathlib import Path

import pytest

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.options import Options
from converter.pipeline import write

MOST = {"epub": 6, "html": 9, "site": 32}
"""Kilobytes at the peak for each story of a thousand characters: their mark-up once or twice, of no page what it has in
common with others."""


@pytest.mark.parametrize("to", MOST)
def test_of_a_story_little_is_held(to: str, tmp_path: Path) -> None:
    """The peak grows by no more than that with each story, whatever the cover and the contents take."""
    few, many = (_peak(to, count, tmp_path) for count in (100, 300))
    assert many - few < MOST[to] * 1000 * 200


def _peak(to: str, count: int, folder: Path) -> int:
    """Bytes that writing takes at its peak above the issue."""
    issue = Issue((Section(tuple(map(_story, range(count)))),))
    write(Issue((Section((_story(0),)),)), folder / f"warm.{to}", Options(to=to))
    tracemalloc.start()
    write(issue, folder / f"book.{to}", Options(to=to))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def _story(number: int) -> Article:
    """A headline and four paragraphs, other ones in each story."""
    head = Block(Role.HEADLINE, (Run(f"渡船第{number}次靠岸"),))
    text = "".join(chr(0x4E00 + number * 37 % 20000 + place) for place in range(249))
    return Article(Kind.ARTICLE, (head, *(Block(Role.PARAGRAPH, (Run(f"{text}。"),)) for _ in range(4))))
