"""Whether hostile and huge documents stay within bounds of time and memory: ``hostile.py [NAME …]``.

Each is made in one process, and loaded in another, as a file; those with pictures are made a book of too. Time is the
processor's, which other work changes little; memory is the process's peak above what an empty document takes. ``text``
is the document unpacked. A document that is refused says why. What is above its bounds is marked, and the exit code is
1. docs/limits.md has the figures.
"""

from __future__ import annotations

import base64
import io
import json
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import NamedTuple

MEGABYTE = 1_000_000

MEMORY = 12
"""Times the text that reading and detecting may hold, above ``SPARE``."""

SPARE = 60 * MEGABYTE
"""Bytes that any document may take: libraries and their tables."""

SECONDS = 5.0
"""Of the processor, that any document may take, and for each megabyte of its text ``PACE`` more."""

PACE = 3.0

PIECE, PIECE_SECONDS = 1200, 0.0003
"""Bytes, and seconds of the processor, for each line of a text, each line and cell of a page, however short it is."""

TEXT = "两岸居民昨日在桥头等候通车，志愿者为旅客指路，秩序井然，大家都说这座桥很方便。"
SITE = '<meta property="og:title" content="桥"><nav><a href="/">首页</a></nav>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHOWN = '<a:blip r:embed="pic"/>'
ROW = b"BT /F 10 Tf 40 200 Td (The ferries come in one after another.) Tj ET "
HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
LOCK = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"00" * 32, b"00" * 32)
SUFFIXES = {"text": ".txt", "markdown": ".md"}
"""Where it is not the format's name."""

ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = {"word/document.xml": f'<!DOCTYPE a [<!ENTITY a0 "ha">{ENTITIES}]><a>&a11;</a>'}


def inline(data: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(data).decode()}"


def page(body: str) -> bytes:
    return f"<html><body>{body}</body></html>".encode()


def zipped(files: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name, text)
    return file.getvalue()


def word(body: str, **files: bytes) -> bytes:
    """A document of Word's; ``files`` are its pictures."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    links = "".join(f'<Relationship Id="{name}" Type="{kind}/image" Target="{name}.png"/>' for name in files)
    main = f'<w:document xmlns:w="{WORD}" xmlns:r="{kind}" xmlns:a="{DRAWN}"><w:body>{body}</w:body></w:document>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<R><Relationship Id="r" Type="{kind}/officeDocument" Target="word/document.xml"/></R>',
        "word/_rels/document.xml.rels": f"<R>{links}</R>",
        "word/document.xml": main,
    }
    return zipped(parts | {f"word/{name}.png": data for name, data in files.items()})


def paragraph(inside: str = f"<w:t>{TEXT}</w:t>") -> str:
    return f"<w:p><w:r>{inside}</w:r></w:p>"


def table(inside: str = paragraph()) -> str:
    return f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"


def book(body: str, **files: bytes) -> bytes:
    """An EPUB of one page; ``files`` are its pictures."""
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
    items = "".join(f'<item id="{name}" href="{name}.png" media-type="image/png"/>' for name in files)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest><item id="a" href="a.xhtml" '
        f'media-type="application/xhtml+xml"/>{items}</manifest><spine><itemref idref="a"/></spine></package>'
    )
    text = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{body}</body></html>'
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": f'{container}full-path="b.opf"/></rootfiles></container>',
        "b.opf": package,
        "a.xhtml": text,
    }
    return zipped(parts | {f"{name}.png": data for name, data in files.items()})


def png(side: int, rows: int = 20_000) -> bytes:
    """A picture that claims so many pixels a side, and holds so many rows of them, black."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    head = side.to_bytes(4, "big") * 2 + bytes([1, 0, 0, 0, 0])
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(side // 8 + 1)) for _ in range(rows)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def claims(data: bytes) -> bytes:
    """A zip whose only file says that it unpacks to fewer bytes than it does."""
    size = len(zipfile.ZipFile(io.BytesIO(data)).read("a.txt"))
    return data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


def shown(kind: str, picture: bytes) -> bytes:
    """A document of a kind that shows a picture."""
    if kind == "docx":
        return word(paragraph() + paragraph(f"<w:drawing>{SHOWN}</w:drawing>"), pic=picture)
    if kind == "epub":
        return book(f'<p>{TEXT}</p><p><img src="pic.png"/></p>', pic=picture)
    return page(f'<p>{TEXT}</p><p><img src="{inline(picture)}"></p>')


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R" + trailer + b">>\n"


def stream(content: bytes, about: bytes = b"") -> bytes:
    """An object of a PDF that holds something, packed."""
    packed = zlib.compress(content, 9)
    return b"<</Filter/FlateDecode/Length %d%s>>stream\n%s\nendstream" % (len(packed), about, packed)


def sheet(content: bytes, *more: bytes, box: bytes = b"0 0 400 300", named: bytes = b"", trailer: bytes = b"") -> bytes:
    """A PDF of a page that draws a line of text and ``content``; ``more`` are its objects from 6 on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<<%s>>>>>>"
    tree = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf(*tree, page % (box, named), stream(ROW + content), HELVETICA, *more, trailer=trailer)


def sheets(count: int) -> bytes:
    """A PDF of so many pages, the same text on each."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"
    kids = b" ".join(b"%d 0 R" % number for number in range(5, count + 5))
    tree = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return pdf(*tree, stream(ROW), HELVETICA, *[page] * count)


def deep(count: int) -> bytes:
    """A PDF of a page below so many trees of pages."""
    page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 400 300]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>"
    trees = [b"<</Type/Pages/Kids[%d 0 R]/Count 1/Parent %d 0 R>>" % (n + 1, n - 1) for n in range(5, count + 4)]
    last = b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent %d 0 R>>" % (count + 3)
    return pdf(b"<</Type/Catalog/Pages 5 0 R>>", page % (count + 4), stream(ROW), HELVETICA, *trees, last)


def forms(count: int, times: int) -> bytes:
    """A PDF of so many forms, each of which draws the next one so many times."""
    about = b"/Type/XObject/Subtype/Form/BBox[0 0 400 300]/Resources<</XObject<</X %d 0 R>>>>"
    some = [stream(b"/X Do " * times, about % number) for number in range(7, 6 + count)]
    return sheet(b"/X Do", *some, stream(b"0 0 5 5 re f", about % 5), named=b"/X 6 0 R")


def scattered(count: int) -> bytes:
    """Characters at random places of a page, as far as they are random."""
    places = ((number * 7919 % 400, number * 104729 % 300, 97 + number % 26) for number in range(count))
    return b"BT /F 10 Tf " + b"".join(b"1 0 0 1 %d %d Tm (%c)Tj " % place for place in places) + b"ET"


def overlaid(count: int) -> bytes:
    """A PDF of so many pictures over each other, each as large as most of the page."""
    image = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    drawn = b"".join(b"q 300 0 0 200 %d 20 cm /I Do Q " % (number % 90) for number in range(count))
    return sheet(drawn, image + b"stream\n0\nendstream", named=b"/I 6 0 R")


def files_of(data: bytes) -> list[bytes]:
    """The files of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        return [held.read(name) for name in held.namelist()]


DOCUMENTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "7,500,000 characters": ("html", lambda: page(f"<p>{TEXT * 5}</p>" * (7_500_000 // 5 // len(TEXT)))),
    "190,000 lines": ("html", lambda: page(f"<p>{f'{TEXT}<br>' * 190_000}</p>")),
    "30,000 attributes": ("html", lambda: page(f"<p {' '.join(f'a{n}=1' for n in range(30_000))}>{TEXT}</p>")),
    "20,000 rows over 999": (
        "html",
        lambda: page(f"<table>{'<tr><th rowspan=999>头</th><td>乙</td></tr>' * 20_000}</table>"),
    ),
    "200,000 cells": ("html", lambda: page(f"<table>{('<tr>' + '<td>x</td>' * 50 + '</tr>') * 4_000}</table>")),
    "1,500 deep": ("html", lambda: page("<div>" * 1_500 + f"<p>{TEXT}</p>" * 10_000)),
    "1,500 deep, a site's": ("html", lambda: page(SITE + "<div>" * 1_500 + f"<h2>桥</h2><p>{TEXT}</p>" * 5_000)),
    "20,000 footnotes": (
        "html",
        lambda: page(
            "".join(f'<p><a href="#n{n}">{n % 999}</a></p><p id="n{n}">{n % 999} 注</p>' for n in range(20_000))
        ),
    ),
    "20,000 links inside": (
        "html",
        lambda: page("".join(f'<p><a href="#p{n}">{TEXT}</a><a id="p{n + 1}"></a></p>' for n in range(20_000))),
    ),
    "1,500 deep contents": (
        "html",
        lambda: page(
            "<div>" * 1_500 + "".join(f'<a href="#p{n}">桥{n}</a>' for n in range(20_000)) + "<h2>桥7</h2><h2>桥8</h2>"
        ),
    ),
    "20,000 pictures": ("html", lambda: page(f'<p><img src="a.png"></p><p>{TEXT}</p>' * 20_000)),
    "3,000,000 quotation marks": ("html", lambda: page("“" * 3_000_000)),
    "20,000 paragraphs": ("docx", lambda: word(paragraph() * 20_000)),
    "20,000 stars": ("markdown", lambda: ("**" * 20_000 + "a").encode()),
    "1,000 lists in lists": ("markdown", lambda: "".join(f"{'  ' * n}- 项\n" for n in range(1_000)).encode()),
    "20,000,000 newlines": ("text", lambda: b"\n" * 20_000_000 + "字".encode()),
    "20,000,000 in a line": ("text", lambda: ("字" * 20_000_000).encode()),
    "20 MB of lines": ("text", lambda: f"{TEXT}\n".encode() * (20_000_000 // 3 // len(TEXT))),
    "1,000,000 lines of one": ("text", lambda: "字\n".encode() * 1_000_000),
    "60 MB of lines": ("text", lambda: f"{TEXT}\n".encode() * (60_000_000 // 3 // len(TEXT))),
    "60 MB of paragraphs": ("html", lambda: page(f"<p>{TEXT * 5}</p>" * (60_000_000 // 15 // len(TEXT)))),
    "100,000 attributes": ("html", lambda: page(f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>{TEXT}</p>")),
    "100,000 deep": ("html", lambda: page("<div>" * 100_000 + TEXT)),
    "100,000 tables": ("docx", lambda: word(table() * 100_000)),
    "100,000 tables in tables": ("docx", lambda: word("<w:tbl><w:tr><w:tc>" * 100_000)),
    "80 tables in tables": ("docx", lambda: word(reduce(lambda inside, _: table(inside), range(80), paragraph()))),
    "100,000 brackets": ("json", lambda: b'{"schema": 1, "source": ' + b"[" * 100_000),
    "100,000 quotes in quotes": ("markdown", lambda: f"{'>' * 100_000}{TEXT}".encode()),
    "a picture of 100,000²": ("html", lambda: shown("html", png(100_000))),
    "a picture of 100,000², Word's": ("docx", lambda: shown("docx", png(100_000))),
    "a picture of 100,000², a book's": ("epub", lambda: shown("epub", png(100_000))),
    "zeros, 1,000 to 1": ("zip", lambda: zipped({"a.txt": bytes(100_000_000)})),
    "zeros that say they are few": ("zip", lambda: claims(zipped({"a.txt": bytes(100_000_000)}))),
    "5 files of 120 MB": ("zip", lambda: zipped({f"{n}.txt": "水" * 40_000_000 for n in range(5)})),
    "25,000 files": ("zip", lambda: zipped({f"{n}.txt": TEXT for n in range(25_000)})),
    "zips in zips": ("zip", lambda: reduce(lambda inside, _: zipped({"a.zip": inside}), range(100), b"")),
    "forms in forms, 30 deep": ("pdf", lambda: forms(30, 1)),
    "forms in forms, 30 deep, each twice": ("pdf", lambda: forms(30, 2)),
    "10,000,000 rectangles": ("pdf", lambda: sheet(b"0 0 5 5 re f " * 10_000_000)),
    "250,000 rectangles": ("pdf", lambda: sheet(b"0 0 5 5 re f " * 250_000)),
    "1,000,000 characters in rows": (
        "pdf",
        lambda: sheet(
            b"BT /F 2 Tf 2 TL 20 2300 Td " + b"(%s) ' " % (b"ferry boat " * 91) * 1_000 + b"ET", box=b"0 0 1200 2400"
        ),
    ),
    "200,000 characters on one place": (
        "pdf",
        lambda: sheet(b"BT /F 10 Tf " + b"1 0 0 1 9 9 Tm (a)Tj " * 200_000 + b"ET"),
    ),
    "200,000 characters in a heap": ("pdf", lambda: sheet(scattered(200_000))),
    "10,000 pages": ("pdf", lambda: sheets(10_000)),
    "a tree of pages, 100,000 deep": ("pdf", lambda: deep(100_000)),
    "a tree of pages that goes round": ("pdf", lambda: pdf(b"<</Pages 2 0 R>>", b"<</Kids[2 0 R 2 0 R]/Count 9>>")),
    "1,000 pictures over each other": ("pdf", lambda: overlaid(1_000)),
    "a page of 5,000 km": ("pdf", lambda: sheet(b"", box=b"0 0 14400000 14400000")),
    "a page without size": ("pdf", lambda: sheet(b"", box=b"0 0 .001 .001")),
    "no text": ("pdf", lambda: sheets(2).replace(stream(ROW), stream(b""))),
    "no pages": ("pdf", lambda: sheets(0)),
    "cut short": ("pdf", lambda: sheets(9)[:300]),
    "locked by a password": ("pdf", lambda: sheet(b"", trailer=LOCK)),
    "entities in entities": ("docx", lambda: zipped({"[Content_Types].xml": "<Types/>", **LAUGHS})),
}


PIECES = {
    "190,000 lines": 190_000,
    "1,000,000 lines of one": 1_000_000,
    "20,000 footnotes": 40_000,
    "200,000 cells": 200_000,
    "1,500 deep, a site's": 10_000,
    "100,000 tables": 100_000,
    "250,000 rectangles": 250_000 // 5,
    "1,000,000 characters in rows": 1_000_000 // 5,
    "200,000 characters in a heap": 200_000,
    "200,000 characters on one place": 200_000 // 5,
    "10,000 pages": 10_000 * 10,
}
"""How many lines and cells those have that have little text in each. On a PDF's page five characters and five
things that are drawn count as one, in a heap each character, between which pdfium adds breaks; a page counts as ten.
"""


class Told(NamedTuple):
    """What loading a document came to: seconds of the processor, bytes of memory at most, and what it said."""

    seconds: float
    peak: int
    said: str


def load(path: str) -> Told:
    """Load a document in this process, and make a book of it where it holds pictures."""
    import converter

    began = time.process_time()
    try:
        issue = converter.load(path)
        said = f"{sum(1 for _ in issue.blocks())} blocks"
        if issue.images:
            converter.write(issue, f"{path}.made.epub", converter.Options(to="epub"))
            said += f", a book of {Path(f'{path}.made.epub').stat().st_size} bytes"
    except converter.ConverterError as error:
        said = f"{error.exit_code}: {str(error).replace(path, 'FILE')}"
    spent = time.process_time() - began
    return Told(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10, said)


def apart(path: Path) -> Told:
    """Load a document in a process of its own, which Linux lets begin with the peak of the one that starts it."""
    done = subprocess.run([sys.executable, __file__, "--load", str(path)], stdout=subprocess.PIPE, check=False)
    if done.returncode:
        return Told(0.0, 0, f"FAILED with {done.returncode}")
    return Told(*json.loads(done.stdout))


def text_of(data: bytes) -> int:
    """Bytes of the document when it is unpacked."""
    if not data.startswith(b"PK"):
        return len(data)
    return sum(file.file_size for file in zipfile.ZipFile(io.BytesIO(data)).infolist())


def is_over(told: Told, text: int, pieces: int) -> bool:
    """Whether a document took more than it may."""
    slow = told.seconds > SECONDS + PACE * text / MEGABYTE + PIECE_SECONDS * pieces
    return slow or told.peak > SPARE + MEMORY * text + PIECE * pieces or told.said.startswith(("FAILED", "1:"))


def main() -> None:
    if sys.argv[1:2] == ["--load"]:
        print(json.dumps(load(sys.argv[2])))
        return
    if sys.argv[1:2] == ["--make"]:
        data = DOCUMENTS[sys.argv[2]][1]()
        Path(sys.argv[3]).write_bytes(data)
        print(text_of(data))
        return
    over = 0
    print(f"{'document':40}{'file, kB':>10}{'text, MB':>10}{'s':>8}{'MB':>7}{'times':>7}  and what came of it")
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder, "empty.txt")
        empty.write_text(TEXT, "utf-8")
        base = apart(empty).peak
        for name in sys.argv[1:] or DOCUMENTS:
            kind = DOCUMENTS[name][0]
            path = Path(folder, f"page{SUFFIXES.get(kind, f'.{kind}')}")
            made = subprocess.run(
                [sys.executable, __file__, "--make", name, str(path)], stdout=subprocess.PIPE, check=True
            )
            told = apart(path)
            told = told._replace(peak=max(told.peak - base, 0))
            text, size = int(made.stdout), path.stat().st_size
            mark = " OVER" if is_over(told, text, PIECES.get(name, 0)) else ""
            over += bool(mark)
            figures = f"{size / 1000:10.0f}{text / MEGABYTE:10.1f}{told.seconds:8.1f}{told.peak / MEGABYTE:7.0f}"
            times = f"{told.peak / text:7.1f}" if text > 10 * MEGABYTE else f"{'-':>7}"
            print(f"{f'{kind}: {name}':40}{figures}{times}  {told.said}{mark}", flush=True)
    sys.exit(over > 0)


if __name__ == "__main__":
    main()
