"""The books of the matrix: a page, one with pictures, one set vertically, stories that pictures open, in lines of both
directions, another script, a day's paper, a book.

    python -m tools.check.readers.books FOLDER

makes FOLDER/plain.epub and so on, from the sample pages and from headlines that are invented too
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import cycle, product
from pathlib import Path
from typing import NamedTuple

import converter
from converter.model import Article, Block, Form, Issue, Kind, Mark, Metadata, Role, Run, Section
from converter.options import Look
from converter.structure.tree.pictures import place_pictures
from tools.check.features import png, seed
from tools.check.readers.stories import PAGES, Told

SIZES = ((1200, 800), (800, 1000))
"""Of the pictures: one lies, one stands; both are wider than a phone."""


def pictured(issue: Issue) -> Issue:
    """The issue with pictures above its first captions, as where pictures lie beside a text."""
    images = tuple((f"picture-{number}.png", png(*size)) for number, size in enumerate(SIZES))
    return place_pictures(replace(issue, images=images))


def day() -> Issue:
    """A paper of ten pages: fifty stories, brief columns, pictures in a story and alone."""
    page = seed("mainland-page")
    column = next(article for article in page.articles() if article.kind is Kind.BRIEFS)
    alone = next(article for article in page.articles() if article.kind is Kind.PICTURE)
    caption = Block(Role.CAPTION, (Run("收工的渔民从栈桥上走过，身后是刚刚点亮的灯塔。林小满摄"),))
    bodies = cycle(paragraphs("mainland-page", "pdf-page", "essay"))
    sections = []
    for number, (name, heads) in enumerate(PAGES, 1):
        told = [story(head, bodies, caption if place == number % 3 else None) for place, head in enumerate(heads)]
        told[2:2] = [column] if number % 3 == 2 else []
        told += [alone] if number in (1, 6) else []
        sections.append(Section(tuple(told), f"{number:02}", name))
    issue = Issue(tuple(sections), Metadata(paper="海州日报", date="2024-05-16"))
    return pictured(issue)


def openings() -> Issue:
    """Stories that each a picture opens: below a headline alone and below a full head; lying, square and standing
    pictures; words of a line and of several.
    """
    captions = (
        "新栈桥上的第一班渡船。周砚青摄",
        "收工的渔民从栈桥上走过，身后是刚刚点亮的灯塔；远处的老吊机已经停用多年，留在原地作为码头的标记。林小满摄",
    )
    bodies = cycle(paragraphs("mainland-page"))
    heads = [told for _, page in PAGES[:3] for told in page if bool(told.kicker) == bool(told.deck)]
    stories, images = [], []
    for number, (size, words) in enumerate(product(((1200, 800), (900, 900), (800, 1000), (1600, 700)), captions)):
        images.append((f"opening-{number}.png", png(*size)))
        shown = Block(Role.CAPTION, (Run("", image=images[-1][0]), Run(words)))
        stories.append(story(heads[number % 6]._replace(subheads=()), bodies, shown))
    return Issue((Section(tuple(stories)),), Metadata(paper="海州日报", date="2024-05-16"), images=tuple(images))


def paragraphs(*names: str) -> list[Block]:
    """The paragraphs of sample pages."""
    stories = [article for name in names for article in seed(name).articles() if article.kind is Kind.ARTICLE]
    parts = [part for article in stories for part in article.parts if isinstance(part, Block)]
    return [part for part in parts if part.role is Role.PARAGRAPH]


def story(told: Told, bodies: Iterator[Block], caption: Block | None) -> Article:
    """A story: its head, a picture's caption, two paragraphs, and two below each subhead."""
    head = [(Role.KICKER, told.kicker), (Role.HEADLINE, told.headline), (Role.DECK, told.deck)]
    parts = [Block(role, (Run(text),)) for role, text in (*head, (Role.BYLINE, "本报记者　温以宁")) if text]
    parts += [caption] if caption else []
    parts += [next(bodies), next(bodies)]
    for subhead in told.subheads:
        parts += [Block(Role.SUBHEAD, (Run(subhead),)), next(bodies), next(bodies)]
    return Article(Kind.ARTICLE, tuple(parts))


def ordinary() -> Issue:
    """A book: chapters with sections, a note to a chapter's title, the notes at the end of each."""
    bodies = cycle(paragraphs("essay", "notice"))
    titles = ("引子", "第一章　河边的人", "第二章　账本", "第三章　上游与下游", "第四章　二十三场官司", "尾声")
    chapters = []
    for number, title in enumerate(titles):
        mark = (Run("1", Mark.NOTE),) if number % 2 else ()
        parts = [Block(Role.HEADLINE, (Run(title), *mark)), next(bodies), next(bodies)]
        for subhead in ("水是怎样脏的", "账是怎样算的") * bool(mark):
            parts += [Block(Role.SUBHEAD, (Run(subhead),)), *(next(bodies) for _ in range(4))]
        if mark:
            parts.append(Block(Role.PARAGRAPH, (*mark, Run("本章写于1998年冬，2007年改定。")), form=Form.NOTE))
        chapters.append(Article(Kind.ARTICLE, tuple(parts)))
    return Issue((Section(tuple(chapters)),), Metadata(title="河边账簿", author="叶怀川"))


class Title(NamedTuple):
    """A book of the matrix, and how it is set."""

    issue: Callable[[], Issue]
    look: Look = Look()


BOOKS = {
    "plain": Title(lambda: seed("pdf-page")),
    "pictures": Title(lambda: pictured(seed("mainland-page"))),
    "vertical": Title(lambda: pictured(seed("mainland-page", script="zh-Hant-TW")), Look(vertical=True)),
    "zh-Hant-TW": Title(lambda: pictured(seed("taiwan-page", script="zh-Hant-TW"))),
    "openings": Title(openings),
    "vertical-openings": Title(openings, Look(vertical=True)),
    "issue": Title(day),
    "book": Title(ordinary),
}


def make(folder: Path) -> list[Path]:
    """Make every book."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, title in BOOKS.items():
        made.append(folder / f"{name}.epub")
        converter.write(title.issue(), made[-1], converter.Options(look=title.look))
    return made


if __name__ == "__main__":
    print("\n".join(map(str, make(Path(sys.argv[1])))))
