"""``Issue`` → EPUB 3.3, with an NCX for older readers."""

from __future__ import annotations

from converter.model import Issue
from converter.writers.cover import cover_svg
from converter.writers.labels import labels_for
from converter.writers.look import Look
from converter.writers.markup import Markup, escape, plain
from converter.writers.metadata import describe, identifier_of, modified
from converter.writers.navigation import Ncx, navigation
from converter.writers.package import Package
from converter.writers.pictures import pictures_of
from converter.writers.sheet import dressed
from converter.writers.story import Entry
from converter.writers.upright import upright
from converter.writers.volume import Document, bind

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
XHTML = "application/xhtml+xml"


def write_epub(issue: Issue, look: Look = Look()) -> bytes:
    """The issue as a book: a document for each story, contents, cover, metadata.

    The same issue and look give the same bytes. The time of change is ``SOURCE_DATE_EPOCH``, else the issue's date, else 1980.
    Raises ``UnwritableOutput`` where ``SOURCE_DATE_EPOCH`` is no number.
    """
    language = plain(issue.language) or "zh"
    title = plain(issue.title)
    labels = labels_for(language)
    pictures = pictures_of(issue)
    markup = Markup(True, {picture.source: picture.name for picture in pictures}, labels["picture"])
    volume = bind(issue, labels, markup)
    entries = (Entry(labels["cover"], "cover.xhtml"), *volume.entries)
    cover = cover_svg(issue, labels, language)

    contents = navigation(entries, volume.pages, labels)
    documents = (
        Document("cover.xhtml", title, cover_page(title, labels["cover"])),
        Document("nav.xhtml", labels["contents"], contents),
        *volume.documents,
    )
    if look.vertical:
        documents = tuple(document._replace(body=upright(document.body)) for document in documents)

    identifier = identifier_of(issue, look.vertical)
    package = Package(identifier, title, language, look.vertical)
    describe(package, issue, labels, volume, bool(pictures), look)
    for name, heading, body in documents:
        text = DOCUMENT.format(escape(language), escape(heading), body)
        package.add(name, XHTML, text.encode(), ["nav"] if name == "nav.xhtml" else [], reads=True)
    ncx = Ncx(volume.pages).write(entries, title, identifier, language)
    package.add("toc.ncx", "application/x-dtbncx+xml", ncx.encode())
    style = dressed(look, "".join(document.body for document in documents))
    package.add("style.css", "text/css", style.encode())
    package.add("cover.svg", "image/svg+xml", cover.encode(), ["cover-image"])
    for picture in pictures:
        package.add(picture.name, picture.media_type, picture.data)
    return package.write(modified(issue))


def cover_page(title: str, label: str) -> str:
    """The body of the page that shows the cover; its heading is for those who do not see it."""
    return (
        f'<h1 class="quiet">{escape(title)}</h1>\n'
        f'<div class="cover"><img src="cover.svg" alt="{label}"/></div>\n'
    )
