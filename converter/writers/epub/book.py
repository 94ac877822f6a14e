"""``Issue`` → EPUB 3.3, with an NCX for older readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from converter.model import Issue
from converter.options import Look
from converter.writers import Made
from converter.writers.cover.jacket import Jacket, jacket_of, without_cover
from converter.writers.cover.miniature import Box
from converter.writers.epub.kindle import refused
from converter.writers.epub.metadata import describe, identifier_of, modified
from converter.writers.epub.navigation import COVER, NAVIGATION, TOC, Ncx, bounded, navigation, shallow
from converter.writers.epub.package import Package
from converter.writers.epub.volume import Document, Volume, bind
from converter.writers.markup.blocks import Markup, escape, plain
from converter.writers.markup.contents import Entry
from converter.writers.markup.labels import labels_for
from converter.writers.markup.phrases import LONG
from converter.writers.markup.pictures import left_out, pictures_of, sizes_of
from converter.writers.markup.room import LARGEST, Room
from converter.writers.markup.story import said
from converter.writers.markup.styles import dressed

DOCUMENT = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{0}" xml:lang="{0}">
<head>
<title>{1}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
{2}</body>
</html>
"""
KOBO_RULES = ".koboSpan { -webkit-text-combine: inherit; }\n"
"""Without it, what is upright in a vertical line lies again inside Kobo's spans."""

DEPTHS = {"kindle": 2, "kobo": 3}
"""Levels of contents that a device shows (Kindle Publishing Guidelines; Kobo's EPUB specification)."""

PAPER_DEPTH = 3
"""Levels of contents that an issue has: its pages (版), their stories, and a story's subheads."""

XHTML = "application/xhtml+xml"


def write_epub(issue: Issue, look: Look = Look()) -> Made[bytes]:
    """The issue as a book: a document for each story, contents, cover, metadata.

    The same issue and look give the same bytes. The time of change is ``SOURCE_DATE_EPOCH``, else the issue's date,
    else 1980. Raises ``UnwritableOutput`` where ``SOURCE_DATE_EPOCH`` is no number.
    """
    language = plain(issue.language) or "zh"
    title = said(issue.title)[:LONG]
    labels = labels_for(language)
    jacket = jacket_of(issue, labels, language, look)
    warnings = [*left_out(issue), *jacket.warnings]
    issue = without_cover(issue)
    pictures = pictures_of(issue)
    in_line, finish = _finishing(look)
    addresses = {picture.source: picture.name for picture in pictures}
    markup = Markup(True, addresses, labels, Room(finish), sizes=sizes_of(pictures))
    volume = bind(issue, labels, markup)
    depth = DEPTHS.get(look.device or "", PAPER_DEPTH if volume.front else 0)
    entries = shallow(volume.entries, depth) if depth else volume.entries
    entries = bounded(entries, LARGEST)
    documents = [document._replace(body=finish(document.body)) for document in volume.documents]
    if jacket.has_page:
        entries = (Entry(labels["cover"], COVER), *entries)
        documents.insert(0, Document(COVER, title, cover_page(title, jacket, _leads(issue, volume))))
    contents = in_line(navigation(entries, volume.pages, labels, volume.front or TOC))
    documents.insert(int(jacket.has_page), Document(NAVIGATION, labels["contents"], contents))

    identifier = identifier_of(issue, look.vertical)
    package = Package(identifier, title, language, look.vertical)
    describe(package, issue, labels, volume, bool(pictures), look)
    for document in documents:
        is_nav = document.name == NAVIGATION
        whole = partial(_whole, document, language)
        package.add(document.name, XHTML, whole, ["nav"] * is_nav, reads=not (is_nav and volume.front))
    ncx = Ncx(volume.pages).write(entries, title, identifier, language)
    package.add("toc.ncx", "application/x-dtbncx+xml", ncx.encode())
    warnings += _dress(package, look, language, [document.body for document in documents])
    package.add(jacket.name, jacket.media_type, jacket.data, ["cover-image"])
    for picture in pictures:
        package.add(picture.name, picture.media_type, picture.data)
    book = package.write(modified(issue))
    warnings += refused(book, pictures) if look.device == "kindle" else ()
    return Made(book, tuple(warnings))


def _whole(document: Document, language: str) -> bytes:
    """A document as a file."""
    return DOCUMENT.format(escape(language), escape(document.title), document.body).encode()


def _finishing(look: Look) -> tuple[Callable[[str], str], Callable[[str], str]]:
    """What is done last to the body of the contents, and to that of a document."""
    in_line: Callable[[str], str] = str
    if look.vertical:
        from converter.writers.markup.upright import upright as in_line
    if look.device != "kobo":
        return in_line, in_line
    from converter.writers.epub.kobo import spanned

    return in_line, lambda body: in_line(spanned(body))


def _dress(package: Package, look: Look, language: str, documents: Sequence[str]) -> tuple[str, ...]:
    """Give the book its style sheet, and its font where it brings one; what is to be said of that."""
    style = dressed(look, documents) + (KOBO_RULES if look.device == "kobo" else "")
    warnings: tuple[str, ...] = ()
    if look.embed_font:
        from converter.writers.markup.fonts import embedded

        font = embedded(look.embed_font, language, "".join(documents))
        style, warnings = font.dress(style, font.name), font.warnings
        package.add(font.name, font.media_type, font.data)
        package.accompany("font-licence.txt", font.licence.encode())
        if look.device == "apple":
            package.show_own_fonts()
    package.add("style.css", "text/css", style.encode())
    return warnings


def _leads(issue: Issue, volume: Volume) -> dict[int, Entry]:
    """Where the stories begin, by their places among the issue's articles."""
    begins = {id(article): entry for article, entry in volume.stories}
    return {place: begins[id(one)] for place, one in enumerate(issue.articles()) if id(one) in begins}


def cover_page(title: str, jacket: Jacket, leads: Mapping[int, Entry]) -> str:
    """The body of the page that shows the cover, which is its heading: the book's title for those who do not see it.

    Over each story on it lies a link to that; where a reading system places nothing, the links take no room.
    """
    links = "".join(_link(leads[place], box) for place, box in jacket.blocks if place in leads)
    shown = f'<h1><img src="{jacket.name}" alt="{escape(title)}"/></h1>'
    return f'<div class="cover"><div class="jacket">{shown}{links}</div></div>\n'


def _link(entry: Entry, box: Box) -> str:
    """A link without text over a part of a picture."""
    left, top, right, bottom = (100 * side for side in box)
    place = f"left: {left:.2f}%; top: {top:.2f}%; width: {right - left:.2f}%; height: {bottom - top:.2f}%"
    return f'<a href="{entry.target}" aria-label="{escape(entry.label)}" style="{place}"></a>'


def write_kepub(issue: Issue, look: Look = Look()) -> Made[bytes]:
    """The book for Kobo's own reader (``.kepub.epub``)."""
    return write_epub(issue, replace(look, device="kobo"))
