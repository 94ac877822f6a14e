"""Pieces of text from a page, brought to what a browser would show of their blanks."""

from __future__ import annotations

import re

from converter.model import Run
from converter.readers.lines import joined

HAN = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uffe5“”‘’…—\U00020000-\U0003ffff"
_FOLDED = re.compile(f"(?<=[{HAN}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{HAN}])")
_BLANKS = re.compile("[ \t\r\n\f\xa0]+")


def indent_of(text: str) -> int:
    """The columns of blanks that the text itself has before it: full-width and no-break spaces."""
    blanks = text[: len(text) - len(text.lstrip())]
    return 2 * blanks.count("\u3000") + blanks.count("\xa0")


def tidy(runs: list[Run]) -> list[Run]:
    """The runs with single blanks between words and none at the ends; equal neighbours are one."""
    found: list[Run] = []
    blank = True
    for run in joined(runs):
        text = _BLANKS.sub(" ", _FOLDED.sub("", run.text))
        text = text.lstrip() if blank else text
        if text or run.image:
            found.append(Run(text, run.mark, run.href, run.image))
            blank = text[-1:].isspace()
    while found and not found[-1].image and not found[-1].text.strip():
        found.pop()
    if found:
        last = found[-1]
        found[-1] = Run(last.text.rstrip(), last.mark, last.href, last.image)
    return found
