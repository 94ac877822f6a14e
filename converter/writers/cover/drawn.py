"""A book's cover, drawn from the issue itself: masthead, headlines, and the page's own columns in miniature; of what is
no paper and has an author, title and author.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from converter.model import Issue, Kind
from converter.press.facts import authors_of, title_page
from converter.press.marks import CLINGING, OPENING
from converter.writers.cover.miniature import Box, blocks_of, miniature
from converter.writers.cover.shapes import Bar, Words, svg_of, width_of
from converter.writers.markup.blocks import escape, plain
from converter.writers.markup.labels import masthead
from converter.writers.markup.phrases import LONG, phrases

WIDTH, HEIGHT, MARGIN = 1200, 1600, 96
MEASURE = WIDTH - 2 * MARGIN
INK, PAPER, RED, GREY = "#1c1917", "#faf6ec", "#a61b1b", "#57534e"
SONG = {"Hans": "'Noto Serif CJK SC','Source Han Serif SC','Songti SC',STSong,SimSun,serif"}
SONG["Hant"] = "'Noto Serif CJK TC','Source Han Serif TC','Songti TC',PMingLiU,serif"
HEADLINE_SIZES = (68, 48, 48)
"""Type sizes of the headlines on the cover, in the drawing's units."""
FOOT = 320
"""How high the ground is that an author's name stands on."""


def cover_shapes(issue: Issue, labels: dict[str, str]) -> list[Bar | Words]:
    """The cover, of 3:4. Long names are set smaller, on up to three lines."""
    head, bottom = _head(issue, labels, _name(issue, labels))
    writer = _writer(issue, labels)
    return head + (_signed(writer) if writer else miniature(issue, _page(bottom)))


def cover_svg(issue: Issue, labels: dict[str, str], language: str) -> str:
    """The cover as an SVG drawing.

    Its rules and bars have sharp edges, which are smaller and sooner packed as pixels.
    """
    script = "Hant" if labels["contents"] == "目錄" else "Hans"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        f' xml:lang="{escape(language)}" font-family="{SONG[script]}" shape-rendering="crispEdges">\n'
        f"<title>{escape(plain(issue.title) or _name(issue, labels))}</title>\n"
        f"{svg_of(cover_shapes(issue, labels))}</svg>\n"
    )


def cover_blocks(issue: Issue, labels: dict[str, str]) -> list[tuple[int, Box]]:
    """Where the issue's articles stand on the cover, by their places: a box in the drawing's units for each column."""
    if _writer(issue, labels):
        return []
    return blocks_of(issue, _page(_head(issue, labels, _name(issue, labels))[1]))


def _name(issue: Issue, labels: dict[str, str]) -> str:
    """What the cover calls the issue."""
    return plain(masthead(issue, labels)[0]) or labels["untitled"]


def _page(top: float) -> Box:
    """Where the miniature stands, below what is above ``top``."""
    return MARGIN, top + 24, WIDTH - MARGIN, HEIGHT - MARGIN


def _writer(issue: Issue, labels: dict[str, str]) -> str:
    """Who wrote the whole of what is no issue of a paper, as one line: its author, or whom its title page names, or the
    one story that it is.
    """
    if issue.metadata.paper or masthead(issue, labels)[1]:
        return ""
    articles = [*islice(issue.articles(), 2)]
    own = articles[0] if len(articles) == 1 else title_page(issue)
    named = own.authors or authors_of(own) if own else ()
    return plain(issue.metadata.author or "、".join(named))


def _signed(writer: str) -> list[Bar | Words]:
    """The name of a book's author, on a ground of its own at the foot."""
    (shown, *_), size = fitted(writer, MEASURE, 72, 44, 1)
    ground = Bar(0, HEIGHT - FOOT, WIDTH, FOOT, RED)
    return [ground, Words(shown, MARGIN, HEIGHT - FOOT / 2 + size / 3, size, PAPER, 700)]


def _headlines(issue: Issue, name: str) -> Iterator[str]:
    """The headlines for a cover that has a ``name``: stories' first, which say more than those of columns."""
    for kinds in ((Kind.ARTICLE,), tuple(set(Kind) - {Kind.ARTICLE})):
        titles = (plain(article.title or "") for article in issue.articles() if article.kind in kinds)
        yield from (title for title in titles if title not in ("", name))


def _head(issue: Issue, labels: dict[str, str], name: str) -> tuple[list[Bar | Words], float]:
    """The ground, the masthead and the headlines, and where they end."""
    line = masthead(issue, labels)[1]
    headlines = islice(() if _writer(issue, labels) else _headlines(issue, name), len(HEADLINE_SIZES))
    shapes: list[Bar | Words] = [Bar(0, 0, WIDTH, HEIGHT, PAPER)]
    lines, size = fitted(name, MEASURE, 250, 96, 3)
    bottom = 110.0
    for text in lines:
        shapes.append(Words(text, MARGIN, bottom + size, size, INK, 900))
        bottom += size * 1.18
    bottom += 44
    shapes += [Bar(MARGIN, bottom, MEASURE, 12, RED), Bar(MARGIN, bottom + 16, MEASURE, 3, RED)]
    bottom += 24
    if line := plain(line):
        shown, size = fitted(line, MEASURE, 40, 30, 1)
        shapes.append(Words(shown[0], MARGIN, bottom + 58, size, GREY, 400))
        bottom += 70
    bottom += 40
    for headline, largest in zip(headlines, HEADLINE_SIZES, strict=False):
        lines, size = fitted(headline, MEASURE, largest, largest * 0.8, 2)
        for text in lines:
            shapes.append(Words(text, MARGIN, bottom + size, size, INK, 700))
            bottom += size * 1.3
        bottom += 26
    return shapes, bottom


def fitted(text: str, measure: float, largest: float, smallest: float, most: int) -> tuple[list[str], float]:
    """``text`` broken into at most ``most`` lines of ``measure``, and the size that it needs.

    A size between ``largest`` and ``smallest`` in which it fits on the fewest lines, which are about as long as each
    other; else what fits, and an ellipsis.
    """
    text = text[:LONG]
    wide = width_of(text)
    for count in range(1, most + 1):
        ems = max(wide / count, 1.0)
        while ems * smallest <= measure:
            if len(lines := broken(text, ems)) <= count:
                return lines, min(largest, measure / ems)
            ems += 0.5
    lines = broken(text, measure / smallest)
    if len(lines) > most:
        last = broken(lines[most - 1], measure / smallest - 1.2)[0] + "…"
        return [*lines[: most - 1], last], smallest
    return lines, smallest


@lru_cache(8)  # a name is broken for one size after the other
def _phrases(text: str) -> tuple[str, ...]:
    return tuple(phrases(text))


def broken(text: str, ems: float) -> list[str]:
    """``text`` in lines of at most ``ems``, between words.

    A longer word is cut, but marks stay with their text (clreq 3.1.3).
    """
    lines = [""]
    filled = 0.0
    for phrase in _phrases(text):
        for piece in (phrase,) if width_of(phrase.rstrip()) <= ems else phrase:
            wide = width_of(piece.rstrip())
            if filled + wide > ems + 0.01 and lines[-1]:
                bound = piece in CLINGING or lines[-1][-1] in OPENING
                carried = lines[-1][-1] if bound and len(lines[-1]) > 1 else ""
                lines[-1] = lines[-1].removesuffix(carried).rstrip()
                lines.append(carried)
                filled = width_of(carried)
            if lines[-1] or not piece.isspace():
                lines[-1] += piece
                filled += width_of(piece)
    return [*lines[:-1], lines[-1].rstrip()]
