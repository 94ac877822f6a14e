"""Pictures that no line names find their captions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from converter.model import Article, Block, Issue, Kind, Role, Run, Section

_WORDS = (Role.CAPTION, Role.CREDIT)


def place_pictures(issue: Issue) -> Issue:
    """The issue with every picture of ``images`` shown that no run shows yet.

    A picture goes above the caption that holds the name of its file, else the first captions get the first pictures;
    what is left over stands at the end.
    """
    shown = {run.image for block in issue.blocks() for run in block.runs}
    loose = [name for name, _ in issue.images if name not in shown]
    if not loose:
        return issue
    claims = _claims(_captions(issue), loose)
    sections = [
        replace(section, articles=tuple(_shown(article, claims) for article in section.articles))
        for section in issue.sections
    ]
    placed = set(claims.values())
    if rest := tuple(_block(name) for name in loose if name not in placed):
        last = sections.pop() if sections else Section(())
        sections.append(replace(last, articles=(*last.articles, Article(Kind.PICTURE, rest))))
    return replace(issue, sections=tuple(sections))


def _claims(captions: Mapping[int, str], names: Sequence[str]) -> dict[int, str]:
    """The picture of each caption: the one that it names, else the next that no caption does. A stem of one character
    is in too many texts to be a name."""
    claims: dict[int, str] = {}
    left = []
    for name in names:
        stem = PurePosixPath(name).stem
        naming = (key for key, text in captions.items() if key not in claims and len(stem) > 1 and stem in text)
        if (key := next(naming, None)) is not None:
            claims[key] = name
        else:
            left.append(name)
    return claims | dict(zip([key for key in captions if key not in claims], left, strict=False))


def _captions(issue: Issue) -> dict[int, str]:
    """The text of each caption that has no picture above it, by the identity of its first block."""
    free: dict[int, str] = {}
    for run in _rows(issue):
        if not any(piece.image for block in run for piece in block.runs):
            free[id(run[0])] = "".join(block.text for block in run)
    return free


def _rows(issue: Issue) -> Iterator[list[Block]]:
    """Each caption with the credit after it."""
    for article in issue.articles():
        row: list[Block] = []
        for block in article.blocks():
            begins = block.role is Role.CAPTION and not (row and row[-1].runs[0].image)
            if row and (begins or block.role not in _WORDS):
                yield row
                row = []
            if block.role in _WORDS:
                row.append(block)
        if row:
            yield row


def _shown(article: Article, claims: dict[int, str]) -> Article:
    parts: list[Block | Article] = []
    for part in article.parts:
        if isinstance(part, Article):
            part = _shown(part, claims)
        elif id(part) in claims:
            parts.append(_block(claims[id(part)]))
        parts.append(part)
    return replace(article, parts=tuple(parts))


def _block(image: str) -> Block:
    return Block(Role.CAPTION, (Run("", image=image),))
