"""EPUB → ``Issue``: a book's own structure is kept, so that it may be written again, in another script or form.

The zip and its XML are read as they are: EbookLib loses text on the way in. ``package`` finds the parts, ``document``
reads a page of the book, ``stories`` puts the pages together as the contents say.
"""

from __future__ import annotations

import re
from dataclasses import replace

from converter.errors import UnreadableInput
from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.press.marks import is_han
from converter.readers.epub.document import Shelf, read_document
from converter.readers.epub.links import link
from converter.readers.epub.package import Book
from converter.readers.epub.sheets import Sheets
from converter.readers.epub.stories import sections_of
from converter.readers.epub.unread import left_around, left_in
from converter.readers.html.counters import told_of_lists
from converter.readers.html.pictures import Pictures


def read_epub(data: bytes, encoding: str | None = None) -> Issue:
    """The ``Issue`` that a book holds, its language empty where the book tells none. ``encoding`` means nothing.

    A chapter of the contents is an article, a part with chapters a section. Styles, fonts and scripts are left out.
    Raises ``UnreadableInput``, also where the book is protected.
    """
    book = Book(data)
    pictures = Pictures(Shelf(book))  # type: ignore[arg-type]
    warnings = [f"the book names {name}, which is not in it: look for a whole copy" for name in book.missing]
    sheets = Sheets(book)
    documents = [read_document(book, path, pictures, sheets, warnings) for path in book.spine]
    if not any(document.pieces for document in documents):
        raise UnreadableInput("the book has no text: choose one that has; a scan has to be read by OCR first")
    link(documents)
    warnings += left_in(documents, pictures)
    warnings += told_of_lists(sum(document.uncounted for document in documents))
    metadata, language = book.metadata()
    sections = sections_of(documents, book.contents(), book.stories())
    own = book.own
    cover = book.cover
    if cover and cover not in pictures.found and not own:
        pictures.found[cover] = book.archive.read(cover)
        picture = Article(Kind.PICTURE, (Block(Role.CAPTION, (Run("封面", image=cover),)),))
        first = sections[0] if sections else Section(())
        sections = (replace(first, articles=(picture, *first.articles)), *sections[1:])
    issue = Issue(sections, metadata, _tag(language, sections), tuple(pictures.found.items()), tuple(warnings))
    if own:
        return _unsaid(issue)
    return replace(issue, cover=cover, warnings=(*warnings, *left_around(book, documents, issue)))


def _unsaid(issue: Issue) -> Issue:
    """Banmian's own book without what its writer has said of it only because a book has to."""
    data = issue.metadata
    if data.paper and len(issue.sections) == 1:
        data = replace(data, page=issue.sections[0].page, page_name=issue.sections[0].name)
    if replace(issue, metadata=replace(data, title=None)).title == data.title:
        data = replace(data, title=None)
    bylines = {_squeezed(block.text) for block in issue.blocks() if block.role is Role.BYLINE}
    if data.author and any(_squeezed(data.author) in byline for byline in bylines | {"佚名"}):
        data = replace(data, author=None)
    return replace(issue, metadata=data)


def _squeezed(text: str) -> str:
    return "".join(text.split())


_TAGS = {
    "zh-cn": "zh-Hans", "zh-sg": "zh-Hans", "zh-tw": "zh-Hant-TW", "zh-hk": "zh-Hant-HK", "zh-mo": "zh-Hant-HK",
    "zh-hans-cn": "zh-Hans", "zh-hant-tw": "zh-Hant-TW", "zh-hant-hk": "zh-Hant-HK",
    **dict.fromkeys(("zh", "zho", "chi", "cmn", "und", "mul"), ""),
}  # fmt: skip
_WELL_FORMED = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)
"""A language tag (BCP 47), roughly; programs write the names of settings (``C``) and of languages too."""


def _tag(language: str | None, sections: tuple[Section, ...]) -> str:
    """The language as Banmian says it; empty where the book says none, just that it is Chinese, or one by mistake."""
    tag = (language or "").strip().partition(".")[0].replace("_", "-")
    if not _WELL_FORMED.fullmatch(tag):
        return ""
    if tag.lower().startswith("en"):  # which is what programs write that were not asked
        text = "".join(block.text for block in Issue(sections).blocks())
        tag = "" if 3 * sum(map(is_han, text)) > len(text) else tag
    return _TAGS.get(tag.lower(), tag)
