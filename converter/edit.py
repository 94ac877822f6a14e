"""Small changes of a tree: every block or text of it, or one block moved, joined with the next, cut in two.

A block is known by its number in reading order, from 0, as in the structure JSON. Each function gives a new issue, and
none loses a character but the hyphen of a word that is whole again; an article that is left without a part goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, count

from converter.errors import UnfitCorrection
from converter.model import Article, Block, Document, Issue, Run, Span
from converter.press.facts import with_parts
from converter.press.joints import joined

_READ = ("title", "paper", "page_name", "author", "publisher", "description", "translator", "subject", "rights")
"""What of the metadata is text to be read."""


def map_articles(issue: Issue, change: Callable[[Article], Article]) -> Issue:
    """The issue with every article of a section changed; an item is for ``change`` to find in its column."""
    return _sectioned(issue, lambda article: (change(article),))


def map_blocks(issue: Issue, change: Callable[[Block], Block]) -> Issue:
    """The issue with every block changed, in reading order."""
    return _rebuilt(issue, lambda block: (change(block),))


def map_names(issue: Issue, change: Callable[[str], str]) -> Issue:
    """The issue with what is read outside of blocks changed: names of sections, title, paper, authors and so on."""

    def one(text: str | None) -> str | None:
        return change(text) if text else text

    def signed(article: Article) -> Article:
        parts = tuple(signed(part) if isinstance(part, Article) else part for part in article.parts)
        return replace(article, parts=parts, authors=tuple(map(change, article.authors)))

    issue = map_articles(issue, signed)
    sections = tuple(replace(section, name=one(section.name)) for section in issue.sections)
    told = {name: one(getattr(issue.metadata, name)) for name in _READ}
    return replace(issue, sections=sections, metadata=replace(issue.metadata, **told))


def map_text(issue: Issue, change: Callable[[str], str]) -> Issue:
    """The issue with every text that is read changed, a run at a time; addresses and names of pictures stay."""

    def block(old: Block) -> Block:
        return replace(old, runs=tuple(replace(run, text=change(run.text)) for run in old.runs))

    return map_blocks(map_names(issue, change), block)


def move(issue: Issue, numbers: int | range, *, before: int | None = None, after: int | None = None) -> Issue:
    """The issue with a block, or a range of blocks, right ``before`` or right ``after`` another block, in its article.

    Raises ``UnfitCorrection`` where a block is not there, or is to stand beside itself.
    """
    blocks = list(issue.blocks())
    moved = [numbers] if isinstance(numbers, int) else list(numbers)
    if (before is None) == (after is None):
        raise UnfitCorrection("a block moves to one place: say before or after, and the number of a block there")
    place = before if before is not None else after
    assert place is not None
    for number in (*moved, place):
        _check(number, blocks)
    if place in moved:
        raise UnfitCorrection(f"block {place} is moved itself: name one that stays")
    here = [blocks[number] for number in moved]
    there = [*here, blocks[place]] if before is not None else [blocks[place], *here]
    return _with(issue, dict.fromkeys(moved, ()) | {place: there})


def merge(issue: Issue, number: int) -> Issue:
    """The issue with a block and the next one as one, in the place and the role of the first.

    Raises ``UnfitCorrection`` where there is no such block, or none after it.
    """
    blocks = list(issue.blocks())
    _check(number, blocks)
    _check(number + 1, blocks)
    return _with(issue, {number: (merged(blocks[number], blocks[number + 1]),), number + 1: ()})


def merged(above: Block, below: Block) -> Block:
    """The two as one block of the first's role, put side by side as lines are, as sure as the less sure of them."""
    runs: list[Run] = []
    for run in joined((above.runs, below.runs)):
        if runs and run == Run(run.text) and runs[-1] == Run(runs[-1].text):
            run = Run(runs.pop().text + run.text)
        runs.append(run)
    doubt = min(above, below, key=lambda block: block.confidence)
    origin = above.origin + below.origin
    return replace(above, runs=tuple(runs), origin=origin, confidence=doubt.confidence, second=doubt.second)


def split(issue: Issue, number: int, at: int = 0) -> Issue:
    """The issue with a block cut in two before character ``at`` of its text; at 0 its article is cut before the block.

    Blanks at the cut go. Raises ``UnfitCorrection`` where there is no such block, nothing on one side of the cut, or a
    picture under it.
    """
    blocks = list(issue.blocks())
    _check(number, blocks)
    if at == 0:
        return _opened(issue, number)
    block, text = blocks[number], blocks[number].text
    if not 0 < at < len(text) or not text[:at].strip() or not text[at:].strip():
        raise UnfitCorrection(f"block {number} cannot be cut at {at}: its text has {len(text)} characters")
    ends = list(accumulate(len(run.text) for run in block.runs))
    if any(run.image and last - len(run.text) < at < last for run, last in zip(block.runs, ends, strict=True)):
        raise UnfitCorrection(f"block {number} cannot be cut at {at}: a picture stands there")
    end = len(text[:at].rstrip())
    begin = len(text) - len(text[at:].lstrip())
    above, below = _cut_runs(block.runs, end, begin)
    before, after = _cut_origin(issue.documents, block, end)
    halves = (replace(block, runs=above, origin=before), replace(block, runs=below, origin=after))
    return _with(issue, {number: halves})


def _opened(issue: Issue, number: int) -> Issue:
    """The issue with the article of block ``number`` cut before it."""
    ahead = count()

    def cut(article: Article) -> Iterator[Article]:
        parts: list[Block | Article] = []
        for part in article.parts:
            if isinstance(part, Article):
                parts += cut(part)
                continue
            if next(ahead) == number and parts:
                yield with_parts(article, tuple(parts))
                parts = []
            parts.append(part)
        yield with_parts(article, tuple(parts))

    return _sectioned(issue, cut)


def _cut_runs(runs: Sequence[Run], end: int, begin: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs of a text up to character ``end``, and those from ``begin``; a name stays with the head of its run."""
    above: list[Run] = []
    below: list[Run] = []
    first = 0
    for run in runs:
        last = first + len(run.text)
        if first < end:
            above.append(replace(run, text=run.text[: end - first]))
        if first >= end and (last > begin or run.image or run.name):
            below.append(replace(run, text=run.text[max(0, begin - first) :]))
        elif first < end and last > begin:
            below.append(replace(run, text=run.text[begin - first :], name=None))
        first = last
    return tuple(above), tuple(below)


def _cut_origin(documents: Sequence[Document], block: Block, at: int) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of what stands before character ``at`` of the block's text, and of the rest.

    The text is laid beside the source, character by character without blanks. What was left out of it (an invisible
    character, the hyphen of a broken word) stands in the source alone.
    """
    solid = [(place, char) for place, char in _characters(documents, block) if not char.isspace()]
    text = "".join(block.text.split())
    left_out = max(0, len(solid) - len(text))
    seen = 0
    for char in "".join(block.text[:at].split()):
        ahead = [other for _, other in solid[seen : seen + left_out + 1]]
        skipped = ahead.index(char) if char in ahead else 0
        left_out -= skipped
        seen += skipped + 1
    if seen >= len(solid):  # the text has grown since it was read, or has no source
        return block.origin, ()
    (before, _), (after, _) = solid[seen - 1], solid[seen]
    head = [(start, min(end, before + 1)) for start, end in block.origin[: _which(block.origin, before) + 1]]
    tail = [(max(start, after), end) for start, end in block.origin[_which(block.origin, after) :]]
    return tuple(head), tuple(tail)


def _characters(documents: Sequence[Document], block: Block) -> Iterator[tuple[int, str]]:
    """Each place in the block's spans with its character, or U+FFFC where the document's text isn't known."""
    for start, end in block.origin:
        home = next((one for one in reversed(documents) if one.start <= start), Document())
        for place in range(start, end):
            text = (home.text or "")[place - home.start : place - home.start + 1]
            yield place, text or "\ufffc"


def _which(spans: Sequence[Span], place: int) -> int:
    """The number of the span that holds the character at ``place``."""
    return next(number for number, (start, end) in enumerate(spans) if start <= place < end)


def _check(number: int, blocks: Sequence[Block]) -> None:
    if not 0 <= number < len(blocks):
        raise UnfitCorrection(f"there is no block {number}: the issue has {len(blocks)}, counted from 0")


def _with(issue: Issue, changes: Mapping[int, Sequence[Block]]) -> Issue:
    """The issue with other blocks in the place of those that have these numbers."""
    numbers = count()
    return _rebuilt(issue, lambda block: changes.get(next(numbers), (block,)))


def _rebuilt(issue: Issue, change: Callable[[Block], Iterable[Block]]) -> Issue:
    """The issue with what ``change`` gives in the place of each block, asked in reading order."""

    def rebuilt(article: Article) -> Iterator[Article]:
        parts: list[Block | Article] = []
        for part in article.parts:
            parts += rebuilt(part) if isinstance(part, Article) else change(part)
        if parts or not article.parts:
            yield with_parts(article, tuple(parts))

    return _sectioned(issue, rebuilt)


def _sectioned(issue: Issue, change: Callable[[Article], Iterable[Article]]) -> Issue:
    """The issue with what ``change`` gives in the place of each article of a section."""
    sections = tuple(
        replace(section, articles=tuple(new for article in section.articles for new in change(article)))
        for section in issue.sections
    )
    return replace(issue, sections=sections)
