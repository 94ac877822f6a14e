"""The page of a site that lists the people whom the issue names (人名索引), with the stories that name them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from converter.writers.markup.blocks import escape, plain
from converter.writers.markup.labels import is_traditional
from converter.writers.web.front import Leaf

ADDRESS = "people.html"


def told(people: Sequence[str], leaves: Sequence[Leaf], language: str) -> list[tuple[str, list[Leaf]]]:
    """The people in the order of their names, each with the stories that name them; who is in none is left out."""
    texts = [("".join("".join(block.text for block in leaf.article.blocks()).split()), leaf) for leaf in leaves]
    found = ((plain(name), [leaf for text, leaf in texts if name in text]) for name in people)
    return sorted((one for one in found if one[1]), key=lambda one: order(one[0], language))


def order(name: str, language: str) -> tuple[bytes, str]:
    """Where a name stands among others, as the character sets of the two scripts have it.

    GB/T 2312 lists its common characters by their sound (pinyin), Big5 by their strokes.
    """
    return name.encode("big5" if is_traditional(language) else "gb18030", "replace"), name


def index(entries: Sequence[tuple[str, list[Leaf]]], labels: dict[str, str]) -> str:
    """The page's main element: a list of names for each surname, with the stories."""
    lists = ""
    for surname, members in groupby(entries, key=lambda entry: entry[0][:1]):
        lists += f"<section>\n<h2>{escape(surname)}</h2>\n<dl>\n{''.join(map(_entry, members))}</dl>\n</section>\n"
    return f'<main id="main" class="people">\n<h1>{labels["people"]}</h1>\n{lists}</main>\n'


def _entry(entry: tuple[str, list[Leaf]]) -> str:
    name, leaves = entry
    links = "".join(f'<dd><a href="{leaf.address}">{escape(leaf.story.label)}</a></dd>\n' for leaf in leaves)
    return f"<dt>{escape(name)}</dt>\n{links}"
