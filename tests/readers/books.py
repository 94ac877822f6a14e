"""EPUBs for the tests, as other programs write them."""

import io
import zipfile

from converter.readers.epub import read_epub
from converter.writers.outline import write_outline

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PAGE = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
    'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{}</body></html>'
)
TYPES = {"xhtml": "application/xhtml+xml", "png": "image/png", "ncx": "application/x-dtbncx+xml", "css": "text/css",
         "svg": "image/svg+xml"}  # fmt: skip


def book(
    pages: dict[str, str],
    nav: str = "",
    ncx: str = "",
    data: str = "<dc:title>雨</dc:title><dc:language>zh-TW</dc:language>",
    files: dict[str, bytes] | None = None,
    spine: list[str] | None = None,
    cover: str = "",
    fallback: str = "",
) -> bytes:
    """A book of ``pages`` (bodies by file name); ``nav`` lists its contents, ``ncx`` has the points of an EPUB 2's.

    Files of other kinds have the ``fallback``.
    """
    files = files or {}
    inside = {name: PAGE.format(body) for name, body in pages.items()}
    if nav:
        inside["nav.xhtml"] = PAGE.format(f'<nav epub:type="toc"><ol>{nav}</ol></nav>')
    if ncx:
        inside["toc.ncx"] = (
            f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap>{ncx}</navMap></ncx>'
        )
    items = ""
    for number, name in enumerate([*inside, *files]):
        marks = {"nav.xhtml": "nav", cover: "cover-image"}.get(name, "")
        href = name.replace(" ", "%20")
        kind = TYPES.get(name.rpartition(".")[2], "text/plain")
        instead = f'fallback="{fallback}"' if kind == "text/plain" and fallback else ""
        items += f'<item id="i{number}" href="{href}" media-type="{kind}" properties="{marks}" {instead}/>'
    ids = {name: f"i{number}" for number, name in enumerate(inside)}
    order = "".join(f'<itemref idref="{ids.get(name, name)}"/>' for name in spine or pages)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:isbn:1</dc:identifier>{data}'
        f'</metadata><manifest>{items}</manifest><spine toc="{ids.get("toc.ncx", "")}">{order}</spine></package>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        made.writestr("META-INF/container.xml", CONTAINER)
        made.writestr("OEBPS/book.opf", package)
        for name, text in {**inside, **files}.items():
            made.writestr(name if name.startswith("META-INF") else f"OEBPS/{name}", text)
    return file.getvalue()


def chapters(count: int) -> bytes:
    """A traditional novel of so many chapters."""
    pages = {
        f"c{n:03}.xhtml": f"<h1>第{n}章　髮廊的後門</h1>"
        + f"<p>她說：「頭髮乾了，<em>發現</em>後面的鐘還在走。」這是第{n}章。</p><p>裏面只有一張檯，兩隻錶。</p>" * 9
        for n in range(1, count + 1)
    }
    nav = "".join(f'<li><a href="c{n:03}.xhtml">第{n}章　髮廊的後門</a></li>' for n in range(1, count + 1))
    return book(
        pages, nav, data="<dc:title>髮廊</dc:title><dc:creator>葉懷川</dc:creator><dc:language>zh-TW</dc:language>"
    )


def told(data: bytes) -> list[str]:
    """The tree as an outline has it, from the first section on."""
    text = write_outline(read_epub(data)).decode()
    return [line for line in text[text.index("section") :].splitlines() if line]
