"""Labelled pages: where they are found, and the states that their lines may have.

Two forms are read from a folder: ``*.jsonl`` with ``{"id", "source", "text", "blocks", "lines"}`` a line (what
``converter.gold_row`` gives; without ``lines`` the text is read as plain text), and ``*.case``, a page and its outline
side by side.
``NAME.outline`` beside or below the text ``seeds/NAME.txt`` labels that page.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from converter.exchange.gold import lines_of
from converter.model import Article, Block, Issue, Kind, Line, Role
from converter.readers.outline import read_outline
from converter.readers.text import source_of
from converter.structure.search.grammar import BRIEF, OPENERS, STATES
from tools import SEEDS

INDEX = {state: number for number, state in enumerate(STATES)}
OURS = "ours"
"""The source of the project's own pages."""


@dataclass(frozen=True)
class Page:
    """A labelled page. ``allowed`` is lines × states: 1 where the label allows the state. ``gold`` is its JSON form."""

    id: str
    source: str
    lines: tuple[Line, ...]
    allowed: NDArray[np.float64]
    gold: dict[str, Any]


def load(folders: list[Path]) -> list[Page]:
    """Every labelled page under the folders, in the order of their paths."""
    pages: list[Page] = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix == ".jsonl":
                pages += (_of_gold(json.loads(row)) for row in path.read_text(encoding="utf-8").splitlines())
            elif path.suffix == ".case":
                _, page, outline = re.split(r"^=== (?:page|outline)\n", path.read_text(encoding="utf-8"), flags=re.M)
                pages.append(_of_outline(path.stem, page, f"# banmian outline 1\n{outline}"))
            elif path.suffix == ".outline" and (text := SEEDS / f"{path.stem}.txt").exists():
                pages.append(_of_outline(path.stem, text.read_text(encoding="utf-8"), path.read_text(encoding="utf-8")))
    return pages


def _of_gold(row: dict) -> Page:  # type: ignore[type-arg]
    lines = lines_of(row) if "lines" in row else source_of(row["text"]).lines
    owner = sorted((start, number) for number, block in enumerate(row["blocks"]) for start, _ in block["spans"])
    marks, articles, seen = [], set(), set()
    for line in lines:
        block = owner[bisect_right(owner, (line.start, len(owner))) - 1][1]
        told = row["blocks"][block]
        opening = "line" if block in seen else "block"
        if told.get("article") is not None and told["article"] not in articles:
            articles.add(told["article"])
            opening = "article"
        seen.add(block)
        role = BRIEF + told["role"] if told.get("brief") and told["role"] in ("headline", "paragraph") else told["role"]
        marks.append((role, opening))
    return Page(row["id"], row["source"], lines, _allowed(marks), row)


def _of_outline(name: str, text: str, outline: str) -> Page:
    """A page of the project's own: its lines are found in the outline's blocks by their text."""
    source = source_of(text)
    issue = read_outline(outline.encode(), None)
    assert isinstance(issue, Issue)
    blocks = list(_labelled(issue))
    owners = _owners(name, source.lines, [re.sub(r"\s", "", block.text) for block, _, _ in blocks])
    marks, spans = [], [list[list[int]]() for _ in blocks]
    for line, at in zip(source.lines, owners, strict=True):
        _, label, opening = blocks[at]
        marks.append((label, "line" if spans[at] else opening))
        spans[at].append([line.start, line.end])
    told = issue.to_dict()["blocks"]
    gold = [dict(block, spans=spans[n]) for n, block in enumerate(told)]
    return Page(name, OURS, source.lines, _allowed(marks), {"id": name, "text": source.text, "blocks": gold})


def _owners(name: str, lines: Iterable[Line], left: list[str]) -> list[int]:
    """The number of the block of each line; ``left`` is the blocks' text without white space.

    A line goes on with a block that has begun where it can, else it begins the next that it can.
    """
    left, begun = left.copy(), [False] * len(left)
    owners = []
    for line in lines:
        solid = re.sub(r"\s", "", line.text)
        going_on = (n for n, rest in enumerate(left) if rest and begun[n] and _begins(rest, solid))
        beginning = (n for n, rest in enumerate(left) if not begun[n] and rest.startswith(solid.rstrip("-")))
        at = next(chain(going_on, beginning), None)
        if at is None:
            raise ValueError(f"{name}: line {line.number} is not in the outline where it should be: {line.text}")
        begun[at] = True
        left[at] = left[at].removeprefix(solid if left[at].startswith(solid) else solid.rstrip("-"))
        owners.append(at)
    return owners


def _begins(rest: str, solid: str) -> bool:
    """Whether ``rest`` begins with a line's text, whose hyphen may have gone where it was joined with the next."""
    return rest.startswith(solid) or (solid.endswith("-") and rest.startswith(solid[:-1]))


def _labelled(issue: Issue) -> Iterator[tuple[Block, str, str]]:
    """Every block with its label and how it opens."""

    def walk(article: Article, titled: bool = False) -> Iterator[tuple[Block, str, str]]:
        has_title = article.kind == Kind.BRIEFS and article.first(Role.COLUMN_TITLE) is not None
        fresh = article.kind == Kind.ARTICLE or has_title or (article.kind == Kind.ITEM and not titled)
        for part in article.parts:
            if isinstance(part, Article):
                yield from walk(part, has_title)
                continue
            brief = article.kind == Kind.ITEM and part.role in ("headline", "paragraph")
            label = BRIEF + part.role if brief else str(part.role)
            yield part, label, "article" if fresh and label in OPENERS else "block"
            fresh = False

    for article in issue.articles():
        yield from walk(article)


def _allowed(marks: list[tuple[str, str]]) -> NDArray[np.float64]:
    allowed = np.zeros((len(marks), len(STATES)))
    for number, (role, opening) in enumerate(marks):
        if role == "unknown":
            allowed[number, [i for (_, o), i in INDEX.items() if (o == "line") == (opening == "line")]] = 1
        else:
            allowed[number, INDEX.get((role, opening), INDEX[role, "block"])] = 1
    return allowed
