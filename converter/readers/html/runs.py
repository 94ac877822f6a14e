"""Pieces of text from a page, brought to what a browser would show of their blanks."""

from __future__ import annotations

import re
from dataclasses import replace

from converter.model import Run
from converter.press.marks import WIDE
from converter.readers.lines import joined

_FOLDED = re.compile(f"(?<=[{WIDE}])[ \t\r\f]*\n[ \t\r\n\f]*(?=[{WIDE}])")
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
        if text or run.image or run.name:
            found.append(replace(run, text=text))
            blank = text[-1:].isspace() if text else blank
    while found and not (found[-1].image or found[-1].name or found[-1].text.strip()):
        found.pop()
    if found:
        last = found[-1]
        found[-1] = replace(last, text=last.text.rstrip())
    return found
