"""The page of a site that finds words in the issue without a server, in either script.

Without scripts it is the list of all stories. With them it holds every story's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.model import Article
from converter.writers.markup.blocks import escape, plain
from converter.writers.markup.minutes import minutes_of
from converter.writers.markup.phrases import WIDE
from converter.writers.web.finder import finder
from converter.writers.web.front import Leaf, Sheet

ADDRESS = "search.html"


def listing(sheets: Sequence[Sheet], labels: dict[str, str]) -> str:
    """The page's main element: the stories of each page (版) by name."""
    lists = "".join(_stories(page, labels) for page in sheets if page.leaves)
    start = f'<h1>{labels["listing"]}</h1>\n<div class="finder"></div>\n'
    return f'<main id="main" class="listing">\n{start}{lists}</main>\n'


def _stories(page: Sheet, labels: dict[str, str]) -> str:
    heading = f"<h2>{escape(page.label)}</h2>\n" if page.label else ""
    items = "".join(
        f'<li><a href="{leaf.address}">{escape(leaf.story.label)}</a> '
        f'<span class="minutes">{labels["minutes"].format(minutes_of(leaf.article))}</span></li>\n'
        for leaf in page.leaves
    )
    return f'<div class="group">\n{heading}<ol>\n{items}</ol>\n</div>\n'


def script(leaves: Sequence[Leaf], labels: dict[str, str]) -> str:
    """The script of the page, with the texts of the stories in the order of its list."""
    texts = [" ".join(_lines(leaf.article)) for leaf in leaves]
    return finder("search.js", texts, texts=texts, labels=[labels["search"], labels["found"]])


def _lines(article: Article) -> Iterator[str]:
    """The text of every block; a name that is set wide (柳　溪) is found as it is asked for."""
    return filter(None, (WIDE.sub(r"\1\2", plain(block.text)) for block in article.blocks()))
