"""Pages for the tests of training: invented, labelled line by line."""

from __future__ import annotations

import numpy as np

from converter.model import Line
from tools.train.pages import INDEX, STATES, Page

TEXT = "清晨五点，第一班渡船离岸，船上坐着去对岸赶集的人，篮子里是刚摘的豆角和南瓜，船老大把缆绳一收，船便轻轻离开了。"
STORY = (
    ("渡口新开一条船", "headline", "article"),
    *((f"{TEXT}这是第{number}段。", "paragraph", "block") for number in range(6)),
)


def labelled(*lines: tuple[str, str, str], id: str = "ferry", source: str = "ferry") -> Page:
    """A page of such lines: text, role, opening."""
    allowed = np.zeros((len(lines), len(STATES)))
    for number, (_, role, opening) in enumerate(lines):
        allowed[number, INDEX[role, opening]] = 1
    made = tuple(Line(text, 0, 0, number, int(number > 0)) for number, (text, _, _) in enumerate(lines, 1))
    return Page(id, source, made, allowed, {})


def told(page: Page) -> list[tuple[str, str, str]]:
    """The lines of a page as ``labelled`` takes them."""
    rows = zip(page.lines, page.allowed, strict=True)
    return [(line.text, *STATES[int(row.argmax())]) for line, row in rows]
