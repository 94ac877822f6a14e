"""Books and sites made for the tests of shelves."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.options import Look
from converter.output import put
from converter.shelf.plan import Shelf
from converter.shelf.publication import EPUB, Copy, Publication
from converter.writers.web.site import write_site
from tests.strategies import PIXEL

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">{identifier}</dc:identifier>
<dc:title>{title}</dc:title><dc:language>zh-Hans</dc:language>{more}</metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="one" href="one.xhtml" media-type="application/xhtml+xml"/>
<item id="cover" href="{cover}" media-type="image/png" properties="cover-image"/></manifest>
<spine><itemref idref="one"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc"><ol>{items}</ol></nav></body></html>"""


def book(
    path: Path,
    title: str = "临江晚报",
    identifier: str = "urn:uuid:1",
    more: str = "",
    nav: str = "",
    cover: bytes | None = PIXEL,
) -> Path:
    """A small EPUB; ``more`` is of its metadata, ``nav`` the items of its contents."""
    path.parent.mkdir(parents=True, exist_ok=True)
    files = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": CONTAINER.encode(),
        "book.opf": PACKAGE.format(identifier=identifier, title=title, more=more, cover="cover.png").encode(),
        "nav.xhtml": NAV.format(items=nav or '<li><a href="one.xhtml">桥通了</a></li>').encode(),
        "one.xhtml": b'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>1</p></body></html>',
    }
    if cover is not None:
        files["cover.png"] = cover
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def of_day(path: Path, day: str, paper: str = "临江晚报", **more: str) -> Path:
    """A book of a paper's day."""
    said = f"<dc:date>{day}</dc:date><dc:type>newspaper</dc:type>"
    said += f'<meta property="belongs-to-collection">{paper}</meta>'
    return book(path, f"{paper} {day}", f"urn:uuid:{paper}-{day}".replace(paper, paper.encode().hex()), said, **more)


def site(folder: Path, day: str = "2024-05-16", paper: str = "临江晚报") -> Path:
    """A site as Banmian writes it."""
    story = Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run("桥通了"),)), Block(Role.PARAGRAPH, (Run("人们过桥。"),))))
    issue = Issue((Section((story,)),), metadata=Metadata(paper=paper, date=day), language="zh-Hans")
    folder.parent.mkdir(parents=True, exist_ok=True)
    put(folder, write_site(issue, Look()).content)
    return folder


def publication(day: str, number: int = 0, paper: str = "临江晚报", **more: object) -> Publication:
    """A publication that is in no folder."""
    said = {
        "title": f"{paper} {day}",
        "copies": (Copy(f"{day} {number}.epub", EPUB),),
        "modified": datetime(2024, 5, 16, tzinfo=UTC),
        "leads": ("桥通了",),
        "language": "zh-Hans",
    }
    return Publication(f"urn:x-day:{day}:{number}", paper=paper, date=day, **said | more)  # type: ignore[arg-type]


def shelf_of(*publications: Publication, url: str = "") -> Shelf:
    """A shelf of these, in their order."""
    return Shelf("临江书架", sorted(publications, key=lambda one: one.order, reverse=True), url)
