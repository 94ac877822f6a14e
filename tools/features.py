"""One document a feature, in every form that Banmian writes: what the checks are run on.

    python tools/features.py FOLDER      makes FOLDER/plain.epub, plain.html, plain.site/, plain.shown.html and so on
"""

from __future__ import annotations

import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import converter
from converter.annotated import annotated
from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.pipeline import detect, read

SEEDS = Path(__file__).parent.parent / "seeds"


def seed(name: str, **said: str) -> Issue:
    """A sample page as an issue."""
    return converter.load([SEEDS / f"{name}.txt"], converter.Options(**said))


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


def png(width: int, height: int) -> bytes:
    """A picture: a sky that grows lighter towards the ground."""
    rows = b"".join(b"\0" + bytes((90 + 100 * y // height, 120 + 80 * y // height, 150)) * width for y in range(height))
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""),
    )  # fmt: skip
    chunks = (struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def pages() -> Issue:
    """An issue of three pages (版), one of them without a folio line."""
    inputs: list[converter.pipeline.Input] = [SEEDS / f"{name}-page.txt" for name in ("mainland", "taiwan", "pdf")]
    return converter.load(inputs, converter.Options(metadata=Metadata(paper="海州日报", date="2024-05-16")))


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


FEATURES: dict[str, Callable[[], Issue]] = {
    "plain": lambda: seed("pdf-page"),
    "briefs": lambda: seed("mainland-page"),
    "images": images,
    "pages": pages,
    "taiwan": lambda: seed("taiwan-page"),
    "zh-Hant-TW": lambda: seed("mainland-page", script="s2tw"),
    "zh-Hant-HK": lambda: seed("mainland-page", script="s2hk"),
    "vertical": lambda: seed("taiwan-page"),
    "document": lambda: seed("essay"),
    "notice": lambda: seed("notice"),
    "articles-300": articles_300,
}
VERTICAL = ("vertical",)
SITES = ("images", "pages")
SHOWN = {"plain": "pdf-page", "briefs": "mainland-page", "taiwan": "taiwan-page"}
"""The features whose text is shown annotated too, and its file."""


def make(folder: Path) -> None:
    """Make every document, in every form."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, feature in FEATURES.items():
        issue = feature()
        forms = ["epub"] + ["html"] * (name != "articles-300") + ["site"] * (name in SITES)
        if name == "pages":
            issue = replace(issue, twin=issue)
        look = converter.Look(vertical=name in VERTICAL)
        for form in forms:
            converter.write(issue, folder / f"{name}.{form}", converter.Options(to=form, look=look))
        if name in SHOWN:
            source = read(SEEDS / f"{SHOWN[name]}.txt")
            (folder / f"{name}.shown.html").write_bytes(annotated(source, detect(source)))


if __name__ == "__main__":
    make(Path(sys.argv[1]))
