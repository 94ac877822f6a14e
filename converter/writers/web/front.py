"""The front page of a site: the stories of each page (版) by their rank in print, as a newspaper's front shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from converter.model import Article, Block, Kind, Role, Section
from converter.press.named import named
from converter.press.people import PHOTOGRAPHER
from converter.records import NamedTuple
from converter.writers.markup.blocks import Markup, escape, plain
from converter.writers.markup.contents import Entry, contents, nested
from converter.writers.markup.excerpts import excerpt
from converter.writers.markup.minutes import minutes_of
from converter.writers.markup.phrases import names_set
from converter.writers.markup.story import Story

EXCERPTS = {"lead": 240, "major": 110, "minor": 60}
"""Characters of its text that a story of each rank shows."""

TIED = 3
"""Characters at an excerpt's end, its last mark one of them, that stand on one line."""

MAJOR = 500
"""Characters of text that make a story a major one; so does a kicker or a deck."""

ITEMS, FEW, ITEM_EXCERPT = 12, 5, 48
"""Items of a brief column that the front page names; with no more than a few, the characters that each shows."""


class Leaf(NamedTuple):
    """A story with a page of its own: its ids begin with ``key``, ``address`` is its file."""

    article: Article
    section: Section
    key: str
    address: str
    story: Story

    @property
    def classes(self) -> str:
        """What its element is, for the style sheet."""
        return "story single" + " briefs" * (self.article.kind is Kind.BRIEFS)


class Sheet(NamedTuple):
    """A page (版) of the paper; ``pictures`` and ``margins`` are the mark-up of what stands beside its stories."""

    key: str
    label: str
    leaves: tuple[Leaf, ...]
    pictures: str
    margins: str


def front(sheets: Sequence[Sheet], markup: Markup, headed: bool = True) -> str:
    """The front page's main element. The pages have headings of their own where two or more have names.

    ``headed`` says whether a masthead stands above; else a lone story's headline is the page's first heading.
    """
    divided = sum(bool(sheet.label) for sheet in sheets) > 1
    level = 2 if headed else 1
    first = next((sheet for sheet in sheets if sheet.leaves), None)
    inside = "".join(_sheet(sheet, markup, level, divided, sheet is not first) for sheet in sheets)
    leaves = [leaf for sheet in sheets for leaf in sheet.leaves]
    if len(leaves) == 1 and leaves[0].article.kind is not Kind.BRIEFS:
        inside += _parts(leaves[0], markup.labels)
    return f'<main id="main">\n{inside}</main>\n'


def _parts(leaf: Leaf, labels: dict[str, str]) -> str:
    """What a lone story's subheads are: a document's front page is its contents."""
    entries = [
        entry._replace(target=f"{leaf.address}#{entry.target}")
        for piece in leaf.story.pieces
        for entry in piece.entries
    ]
    return (
        f'<nav class="contents" aria-label="{labels["contents"]}">{contents(nested(entries))}</nav>\n'
        if entries
        else ""
    )


def _sheet(sheet: Sheet, markup: Markup, level: int, divided: bool, further: bool) -> str:
    """A page (版): its first story large, its first brief column beside that, the others in columns below.

    Of a ``further`` page the others are folded away, which the style sheet undoes where there is room for them.
    """
    named = divided and sheet.label
    level += bool(named)
    column = next((leaf for leaf in sheet.leaves if leaf.article.kind is Kind.BRIEFS), None)
    stories = [leaf for leaf in sheet.leaves if leaf is not column]
    shown = "".join(_teaser(leaf, "lead", level, markup) for leaf in stories[:1])
    if column:
        shown += _column(column, level, markup)
    rest = _rest(sheet, stories[1:], level, markup, further and bool(shown))
    inside = f'<div class="top">\n{shown}</div>\n{rest}' if shown else rest
    classes = "sheet further" if further else "sheet"
    if not named:
        return f'<div class="{classes}" id="{sheet.key}">\n{inside}</div>\n'
    heading = f'<h2 class="page-name" id="{sheet.key}-name">{escape(sheet.label)}</h2>\n'
    start = f'<section class="{classes}" id="{sheet.key}" aria-labelledby="{sheet.key}-name">'
    return f"{start}\n{heading}{inside}</section>\n"


def _rest(sheet: Sheet, stories: Sequence[Leaf], level: int, markup: Markup, folded: bool) -> str:
    """What stands below the top of a page (版): its other stories, pictures and margins."""
    others = "".join(_teaser(leaf, _rank(leaf.article), level, markup) for leaf in stories)
    others += f'<div class="pictures">\n{sheet.pictures}</div>\n' if sheet.pictures else ""
    rest = f'<div class="others">\n{others}</div>\n' if others else ""
    rest += f'<footer class="margins">\n{sheet.margins}</footer>\n' if sheet.margins else ""
    if not (others and folded):
        return rest
    count = markup.labels["rest"].format(len(stories)) if stories else markup.labels["picture"]
    return f'<details class="rest">\n<summary>{count}</summary>\n{rest}</details>\n'


def _rank(article: Article) -> str:
    """What a story that is not the first of its page was to its editors."""
    length = sum(len(block.text) for block in article.blocks())
    return "major" if article.first(Role.KICKER, Role.DECK) or length > MAJOR else "minor"


def _teaser(leaf: Leaf, rank: str, level: int, markup: Markup) -> str:
    """A story's head and first sentences; its headline leads to it."""
    lines = "".join(
        _line(leaf, role, markup) for role in (Role.DECK, Role.BYLINE) if rank == "lead" or role is Role.DECK
    )
    text = excerpt(leaf.article, EXCERPTS[rank])
    shown = _excerpt(text) if text != leaf.story.label else ""
    time = f'<p class="minutes">{markup.labels["minutes"].format(minutes_of(leaf.article))}</p>\n'
    return (
        f'<article class="teaser {rank}">\n{_line(leaf, Role.KICKER, markup)}'
        f"{_heading(leaf, level, markup)}{lines}"
        f"{_picture(leaf.article, markup)}{shown}{time if rank == 'lead' else ''}</article>\n"
    )


def _excerpt(text: str) -> str:
    """A story's first words. Its last ones are tied: a browser that counts lines leaves one alone on the last."""
    if not text:
        return ""
    return f'<p class="excerpt">{escape(text[:-TIED])}<span class="tied">{escape(text[-TIED:])}</span></p>\n'


def _heading(leaf: Leaf, level: int, markup: Markup) -> str:
    return f'<h{level}><a href="{leaf.address}">{markup.title(escape(leaf.story.label))}</a></h{level}>\n'


def _line(leaf: Leaf, role: Role, markup: Markup) -> str:
    """The story's first block of that role, where it is not its headline already."""
    block = leaf.article.first(role)
    text = plain(block.text) if block else ""
    text = names_set(text, apart=True) if role is Role.BYLINE else text
    return f'<p class="{role}">{markup.title(escape(text))}</p>\n' if text and text != leaf.story.label else ""


def _picture(article: Article, markup: Markup) -> str:
    """The story's first picture, with who took it."""
    for block, after in pairwise((*article.blocks(), None)):
        shown = next((run for run in block.runs if run.image in markup.pictures), None) if block else None
        if shown is None or block is None:
            continue
        image = markup.inline([replace(shown, text=shown.text or plain(block.text))])
        credit = credit_of(block, after, markup.labels)
        said = f'<figcaption><p class="credit">{escape(credit)}</p></figcaption>' if credit else ""
        return f"<figure>{image}{said}</figure>\n"
    return ""


def credit_of(picture: Block, after: Block | None, labels: dict[str, str]) -> str:
    """Who took a picture: the credit below it, or the photographers whom its caption names; empty where none is."""
    line = next((block for block in (picture, after) if block and block.role is Role.CREDIT), None)
    if line:
        return plain(line.text)
    names = [name for name, did in named(Role.CAPTION, picture.text) if did == PHOTOGRAPHER]
    return labels["taken"].format("、".join(names)) if names else ""


def _column(leaf: Leaf, level: int, markup: Markup) -> str:
    """A brief column with its items' headlines, each leading to its item; with their first words where they are few."""
    entries = [entry for piece in leaf.story.pieces for entry in piece.entries][:ITEMS]
    length = ITEM_EXCERPT if len(entries) <= FEW else 0
    items = "".join(f"<li>{_item(leaf, entry, length)}</li>\n" for entry in entries)
    text = excerpt(leaf.article, EXCERPTS["lead"])
    listed = f"<ul>\n{items}</ul>\n" if items else _excerpt(text)
    return f'<article class="teaser briefs">\n{_heading(leaf, level, markup)}{listed}</article>\n'


def _item(leaf: Leaf, entry: Entry, length: int) -> str:
    """An item's headline; the number in its id is its place in the column."""
    link = f'<a href="{leaf.address}#{entry.target}">{escape(entry.label)}</a>'
    part = leaf.article.parts[int(entry.target.rpartition("-")[2]) - 1]
    text = excerpt(part, length) if length and isinstance(part, Article) else ""
    return f"{link}<p>{escape(text)}</p>" if text and text != entry.label else link
