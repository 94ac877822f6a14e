"""Readers against their own literals, repeated at two sizes: what takes worse than linear time fails.

A text four times as long may take four times the processor's time where work is linear, sixteen times where it is
quadratic; the line is drawn between. Work too short to be timed passes, and what seems to fail is timed again, so that
a busy machine makes no find.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from tools.fuzz.targets import TARGETS
from tools.fuzz.tokens import MODULES, tokens_of

SIZE = 24_000
"""Characters of the larger text."""

TIMES = 4
WORST = 9.0
"""Times the processor's time for four times the text."""

SHORT = 0.4
"""Seconds of the processor that are not looked into: so long takes a linear reading of the larger text."""

TRIES = 3

Shape = Callable[[str, int], str]

SHAPES: dict[str, Shape] = {
    "in a line": lambda token, size: token * (size // len(token)),
    "in lines": lambda token, size: f"{token}\n" * (size // (len(token) + 1)),
    "in paragraphs": lambda token, size: f"渡口{token}水，\n\n" * (size // (len(token) + 6)),
    "then an end": lambda token, size: token * (size // len(token)) + "。",
}

ALTO = "http://www.loc.gov/standards/alto/ns-v3#"
PAGE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
AT = 'HPOS="9" VPOS="9" WIDTH="800" HEIGHT="31"'

AROUND: dict[str, tuple[str, str]] = {
    # target: what stands before and after the text, so that the reader comes to it
    "html": ("<html><head><title>渡口</title></head><body><h1>渡口</h1><p>", "</p></body></html>"),
    "mhtml": ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n", ""),
    "subtitles": ("WEBVTT\n\n1\n00:01.000 --> 00:02.000\n", "\n"),
    "docx": (
        '== word/document.xml\n<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>",
        "</w:t></w:r></w:p></w:body></w:document>",
    ),
    "outline": ("# banmian outline 1\nparagraph\t", "\n"),
    "json": ('{"schema": 1, "source": null, "blocks": [{"role": "paragraph", "spans": [], "text": "', '"}]}'),
    "alto": (
        f'<alto xmlns="{ALTO}"><Layout><Page><TextBlock><TextLine {AT}><String {AT} CONTENT="',
        '"/></TextLine></TextBlock></Page></Layout></alto>',
    ),
    "page": (
        f'<PcGts xmlns="{PAGE}"><Page imageWidth="900" imageHeight="900"><TextRegion><TextLine>'
        '<Coords points="9,9 800,9 800,40 9,40"/><TextEquiv><Unicode>',
        "</Unicode></TextEquiv></TextLine></TextRegion></Page></PcGts>",
    ),
    "hocr": (
        "<html><body><div class='ocr_page' title='bbox 0 0 900 900'><span class='ocr_line' title='bbox 9 9 800 40'>",
        "</span></div></body></html>",
    ),
    "css": ("p { ", " }"),
    "pipeline": ("\0", ""),
}
"""What has no row stands alone."""

ESCAPED: dict[str, Callable[[str], str]] = {
    "docx": escape,
    "alto": lambda text: escape(text, {'"': "&quot;"}),
    "page": escape,
    "json": lambda text: text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n"),
}
"""What has to be written otherwise to be text of the format."""

PACKED = ("archive", "epub")
"""Targets whose literals are no text of a document: zips by their bytes, and books, whose pages are read as HTML's."""


def cases() -> Iterator[tuple[str, str, str]]:
    """Every target, token and shape."""
    for name in MODULES:
        for token in tokens_of(name) if name not in PACKED else ():
            for shape in SHAPES:
                yield name, token, shape


def document(name: str, token: str, shape: str, size: int) -> bytes:
    """A document of about so many characters that repeats a token."""
    before, after = AROUND.get(name, ("", ""))
    text = SHAPES[shape](token, size)
    text = ESCAPED[name](text) if name in ESCAPED else text
    return f"{before}{text}{after}".encode("utf-8", "surrogatepass")


def spent(work: Callable[[bytes], object], data: bytes) -> float:
    """Seconds of the processor."""
    began = time.process_time()
    work(data)
    return time.process_time() - began


def grows(work: Callable[[bytes], object], made: Callable[[int], bytes]) -> float | None:
    """How many times the time ``TIMES`` the text takes, the least of some tries; None where that is as it should be."""
    least = [0.0, 0.0]
    for attempt in range(TRIES):
        large = spent(work, made(SIZE))
        if large < SHORT:
            return None
        small = spent(work, made(SIZE // TIMES))
        least = [min(small, least[0]), min(large, least[1])] if attempt else [small, large]
        if least[1] < WORST * least[0]:
            return None
    return least[1] / least[0]


def over_time(seconds: float, finds: Path, seed: int | None = None) -> tuple[int, tuple[str, ...]]:
    """Try cases in a random order for so long: how many were tried, and the finds, each written down."""
    ends, tried, found = time.monotonic() + seconds, 0, []
    order = list(cases())
    Random(seed).shuffle(order)
    for name, token, shape in order:
        if time.monotonic() > ends:
            break
        tried += 1
        try:
            times = grows(TARGETS[name], partial(document, name, token, shape))
            why = f"{times:.1f} times the time for {TIMES} times the text" if times else ""
        except Exception as error:
            why = f"{type(error).__name__}: {error}"
        if why:
            data = document(name, token, shape, SIZE)
            stem = f"growth-{name}-{sha256(data).hexdigest()[:8]}"
            (finds / stem).write_bytes(data)
            (finds / f"{stem}.why").write_text(f"{name}: {token!r} {shape}: {why}\n", "utf-8", "surrogateescape")
            found.append(stem)
    return tried, tuple(found)
