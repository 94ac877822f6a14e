"""The first words of a story, for a list that leads to it."""

from __future__ import annotations

from converter.model import Article, Mark, Role
from converter.press.marks import BRACKETS, DASHES, OPENING, PAUSES, SENTENCE_END, TITLES, escaped
from converter.press.patterns import later
from converter.writers.markup.blocks import plain

SENTENCE = later(SENTENCE_END)
_BRACKETS = BRACKETS | TITLES
OPENED = later(
    f"(?<=.)[{escaped(''.join(_BRACKETS))}][^{escaped(''.join((*_BRACKETS, *_BRACKETS.values())))}]{{0,15}}$"
)
"""A bracket that is not closed: an excerpt ends before it."""

UNSAID = (Mark.DATELINE, Mark.NOTE)
"""What an excerpt leaves out: datelines are the same above every story, and the numbers of notes lead nowhere there."""


def excerpt(article: Article, length: int) -> str:
    """The story's first text, up to ``length`` characters, cut after a sentence where one ends in the latter half.

    A picture's is what is said of it.
    """
    text = ""
    for role in (Role.PARAGRAPH, Role.LEAD, Role.CAPTION, *Role):
        for block in article.blocks():
            if block.role is role and len(text) <= length:
                text += plain("".join(run.text for run in block.runs if run.mark not in UNSAID))
        if text:
            break
    if len(text) <= length:
        return text
    ends = [found.end() for found in SENTENCE.finditer(text, length // 2, length)]
    return text[: ends[-1]] if ends else OPENED.sub("", text[: length - 1]).rstrip(f"{PAUSES}{DASHES}{OPENING} ") + "……"
