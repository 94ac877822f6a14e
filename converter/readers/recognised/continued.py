"""Articles that a document says go on on another of its pages: their parts one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from converter.model import Opens
from converter.readers.leaves import Leaf


def whole(leaves: Iterable[Leaf]) -> Iterator[Leaf]:
    """Leaves in the order of reading: each part of an article comes after that on the page before. Pages that come
    before the first one of which articles are told are given as they come."""
    kept: list[list[Leaf]] = []
    begun: dict[str, list[Leaf]] = {}
    says: str | None = None  # the number of a page whose first part went elsewhere
    for leaf in leaves:
        if before := begun.get(leaf.article):
            says, leaf.says = leaf.says or says, None
            _go_on(before[-1], leaf)
            before.append(leaf)
            continue
        leaf.says, says = leaf.says or says, None
        if not kept and not leaf.article:
            yield leaf
            continue
        kept.append([leaf])
        if leaf.article:
            begun[leaf.article] = kept[-1]
    yield from chain.from_iterable(kept)


def _go_on(before: Leaf, leaf: Leaf) -> None:
    """Let the first line of a part begin no article, and a paragraph alone where the part before ends one."""
    above = next((story for story in reversed(before.stories) if story.lines and not story.picture), None)
    first = next((story for story in leaf.stories if story.lines and not story.picture), None)
    if first:
        line = first.lines[0]
        cut = above is not None and not above.ends and not first.begins and not line.level
        leaf.opens[id(line.strip)] = Opens.LINE if cut else Opens.BLOCK
