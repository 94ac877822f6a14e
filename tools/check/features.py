"""One document a feature, in every form that Banmian writes: what the checks are run on.

    python -m tools.check.features FOLDER

makes FOLDER/plain.epub, plain.html, plain.site/, plain.shown.html and so on
"""

from __future__ import annotations

import shutil
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import converter
from converter.model import Article, Block, Form, Issue, Kind, Mark, Metadata, Role, Run, Section
from converter.options import Look
from converter.pipeline import detect, read
from converter.readers.inputs import Input
from converter.shelf.build import make_shelf
from converter.views.browser import annotated
from converter.writers.cover.raster import system_face
from tools import SEEDS

MARKED_UP = Path(__file__).with_name("marked-up.outline")


def chinese_font() -> str | None:
    """A font of the system's with Chinese, where it has one."""
    return next(iter(system_face("zh-Hans")[1]), None)


def seed(name: str, **said: Any) -> Issue:
    """A sample page as an issue."""
    return converter.load([SEEDS / f"{name}.txt"], converter.Options.of(**said))


def images() -> Issue:
    """A page whose captions have pictures, a small one and a large one."""
    issue = seed("mainland-page")
    names = iter(("harbour.png", "night.png"))
    drawn = {name: png(640, 400 + 100 * n) for n, name in enumerate(("harbour.png", "night.png"))}
    shown = [article_with(article, names) for article in issue.articles()]
    section = replace(issue.sections[0], articles=tuple(shown))
    return replace(issue, sections=(section,), images=tuple(drawn.items()))


def article_with(article: Article, names: Iterator[str]) -> Article:
    """The article with the next picture above each of its captions, while there are some."""
    parts = list(article.parts)
    for place, part in enumerate(parts):
        if isinstance(part, Block) and part.role is Role.CAPTION and (name := next(names, None)):
            parts[place] = replace(part, runs=(replace(part.runs[0], image=name), *part.runs[1:]))
    return replace(article, parts=tuple(parts))


def linked() -> Issue:
    """A book with links from place to place, notes gathered at its end, and the pages of the printed one."""

    def chapter(title: str, *blocks: tuple[Run, ...], form: Form | None = None) -> Article:
        head = Block(Role.HEADLINE, (Run(title, name=title),))
        return Article(Kind.ARTICLE, (head, *(Block(Role.PARAGRAPH, runs, form=form) for runs in blocks)))

    text = "雨下了一夜，早晨推开窗户，石板路亮得像一面镜子。"
    chapters = (
        chapter(
            "桥",
            (
                Run("", Mark.PAGE, name="1"),
                Run(f"{text}见"),
                Run("灯", href="#lamp"),
                Run("。"),
                Run("1", Mark.NOTE, "#n1"),
            ),
        ),
        chapter(
            "灯",
            (
                Run(text),
                Run("", Mark.PAGE, name="2"),
                Run("桥上的灯", Mark.STRONG, name="lamp"),
                Run("1", Mark.NOTE, "#n2"),
            ),
        ),
        chapter("回", (Run("回到"), Run("第一章", Mark.STRONG, "#桥"), Run("。"))),
        chapter(
            "注",
            (Run("1", Mark.NOTE, name="n1"), Run("桥的注。")),
            (Run("1", Mark.NOTE, name="n2"), Run("灯的注。")),
            form=Form.NOTE,
        ),
    )
    return Issue((Section(chapters),), Metadata(title="雨中"))


def png(width: int, height: int) -> bytes:
    """A picture: a sky that grows lighter towards the ground."""
    rows = b"".join(b"\0" + bytes((90 + 100 * y // height, 120 + 80 * y // height, 150)) * width for y in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def pages(**said: Any) -> Issue:
    """An issue of three pages (版), one of them without a folio line."""
    inputs: list[Input] = [SEEDS / f"{name}-page.txt" for name in ("mainland", "taiwan", "pdf")]
    return converter.load(inputs, converter.Options.of(paper="海州日报", date="2024-05-16", **said))


def articles_300() -> Issue:
    """Fifteen pages of twenty stories."""
    stories = [article for article in seed("mainland-page").articles() if article.kind is Kind.ARTICLE]
    sections = []
    for page in range(1, 16):
        told = []
        for number in range(1, 21):
            title = Block(Role.HEADLINE, (Run(f"海州新事第{page}之{number}"),))
            body = [part for part in stories[number % len(stories)].parts if isinstance(part, Block)]
            body = [part for part in body if part.role in (Role.PARAGRAPH, Role.SUBHEAD)]
            told.append(Article(Kind.ARTICLE, (title, *body)))
        sections.append(Section(tuple(told), f"{page:02}", "要闻"))
    return Issue(tuple(sections), Metadata(paper="海州日报", date="2024-05-16"))


def daily() -> Issue:
    """A day's paper of ten pages of six stories, with what the site's check looks for: 台湾, a dateline, a credit."""
    issue = articles_300()
    sections = [replace(section, articles=section.articles[:6]) for section in issue.sections[:10]]
    told = (
        Block(Role.HEADLINE, (Run("台湾来的船"),)),
        Block(Role.BYLINE, (Run("本报记者 柳溪"),)),
        Block(Role.PARAGRAPH, (Run("本报海州电", Mark.DATELINE), Run(" 一艘旧船昨天靠岸，船上的人都下来看灯。"))),
        Block(Role.CAPTION, (Run("船靠岸了。"),)),
        Block(Role.CREDIT, (Run("周砚青摄"),)),
    )
    first = replace(sections[0], articles=(Article(Kind.ARTICLE, told), *sections[0].articles[1:]))
    return replace(issue, sections=(first, *sections[1:]))


def long() -> Issue:
    """A story without a subhead that needs several files, its notes in the last one."""
    mark = Run("1", Mark.NOTE)
    told = "潮水退下去以后，滩上全是亮晶晶的小坑。" * 40
    first = Block(Role.PARAGRAPH, (Run(told), mark))
    body = [Block(Role.PARAGRAPH, (Run(told),)) for _ in range(250)]
    parts = (
        Block(Role.HEADLINE, (Run("潮间带手记"),)),
        first,
        *body,
        Block(Role.PARAGRAPH, (mark, Run("见附图。")), form=Form.NOTE),
    )
    return Issue(
        (Section((Article(Kind.ARTICLE, parts),), "07", "副刊"),), Metadata(paper="海州日报", date="2024-05-16")
    )


def marked_up() -> Issue:
    """Lists in lists, a table, notes, quotes, verse, code, marks, links and a picture."""
    issue = converter.load([MARKED_UP])
    return replace(issue, images=(("baskets.png", png(480, 320)),))


def both() -> Issue:
    """An issue in two scripts."""
    return pages(script="zh-Hant-TW", both=True)


class Feature(NamedTuple):
    """A document that shows one feature: ``text`` is the sample page of which every character has to be in it."""

    issue: Callable[[], Issue]
    forms: tuple[str, ...] = ("epub", "html")
    look: Look = Look()
    text: str | None = None


VERTICAL = Look(vertical=True)
FEATURES = {
    "plain": Feature(lambda: seed("pdf-page"), ("epub", "shown.html"), text="pdf-page"),
    "briefs": Feature(lambda: seed("mainland-page"), text="mainland-page"),
    "images": Feature(images, ("epub", "html", "site")),
    "pages": Feature(both, ("epub", "html", "site"), Look(url="https://example.org/today/")),
    "taiwan": Feature(lambda: seed("taiwan-page"), ("epub", "shown.html"), text="taiwan-page"),
    "zh-Hant-TW": Feature(lambda: seed("mainland-page", script="zh-Hant-TW"), ("epub",)),
    "zh-Hant-HK": Feature(lambda: seed("mainland-page", script="zh-Hant-HK")),
    "vertical": Feature(lambda: seed("taiwan-page"), ("epub", "html", "site"), VERTICAL, "taiwan-page"),
    "document": Feature(lambda: seed("essay"), text="essay"),
    "notice": Feature(lambda: seed("notice"), ("epub",), text="notice"),
    "book-style": Feature(lambda: seed("mainland-page"), look=Look(style="book"), text="mainland-page"),
    "marked-up": Feature(marked_up),
    "marked-up-vertical": Feature(marked_up, look=VERTICAL),
    "linked": Feature(linked, ("epub", "html", "site")),
    "daily": Feature(daily, ("site",)),
    "long": Feature(long, ("epub",)),
    "articles-300": Feature(articles_300, ("epub",)),
    "kindle": Feature(images, ("epub",), Look(device="kindle")),
    "kobo": Feature(images, ("kepub.epub",), Look(device="kobo")),
    "kobo-vertical": Feature(marked_up, ("kepub.epub",), Look(device="kobo", vertical=True)),
    "apple": Feature(images, ("epub",), Look(device="apple", embed_font=chinese_font(), certified_by="海州校对室")),
}


def make_one(path: Path) -> None:
    """Make the document that ``path`` names: its feature, a full stop, its form."""
    name, _, form = path.name.partition(".")
    feature = FEATURES[name]
    if form == "shown.html":
        source = read(SEEDS / f"{feature.text}.txt")
        path.write_bytes(annotated(source, detect(source)))
    else:
        converter.write(feature.issue(), path, converter.Options(look=feature.look))


def make(folder: Path) -> None:
    """Make every document, in every form."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, feature in FEATURES.items():
        for form in feature.forms:
            make_one(folder / f"{name}.{form}")
    shelf = folder / "shelf.site"  # of books with a day, one without, and one whose paper is in the other script
    shelf.mkdir()
    for name in ("briefs", "taiwan", "document", "images"):
        shutil.copy(folder / f"{name}.epub", shelf)
    make_shelf(shelf)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
