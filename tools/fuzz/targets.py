"""What is fuzzed: each target takes any bytes, and fails where Banmian does what it may never do with them.

That is an exception that is none of its own, a character that is lost without a word or doubled, another tree after
writing and reading, a half-written file. How long an input may take, the runner watches.
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from converter.errors import ConverterError
from converter.exchange import from_dict, to_dict
from converter.model import Issue, Source
from converter.options import Look, Options, Script
from converter.pipeline import detect, load, write
from converter.readers import reader_of
from converter.readers.archive import Archive
from converter.readers.kinds import kind_of
from converter.readers.outline import read_outline
from converter.writers.markup.styles import own_sheet
from converter.writers.outline import write_outline
from converter.writers.web.page import write_html
from tools.fuzz.packing import BOOK, WORD, packed

Target = Callable[[bytes], None]


class Broken(AssertionError):
    """A promise that was not kept."""


def solid(text: str) -> Counter[str]:
    """How often each character occurs, white space left out."""
    return Counter("".join(text.split()))


def few(chars: Counter[str]) -> str:
    """Some of the characters, for a message."""
    return repr("".join(chars.elements())[:40])


def read_by(form: str) -> Target:
    """A target of one reader: what it reads keeps its promises, and so does the tree that is found in it."""

    def target(data: bytes) -> None:
        try:
            document = reader_of(form)(data, None)
        except ConverterError:
            return
        if isinstance(document, Source):
            check_source(document)
            if form == "text":
                check_kept(document)
        check_tree(document, detect(document))

    return target


def packed_read_by(form: str, needed: dict[str, bytes]) -> Target:
    """A target whose input is the text of a packed document's files."""
    target = read_by(form)
    return lambda data: target(packed(data, needed))


def check_source(source: Source) -> None:
    """A line's place is in the text, behind that of the line above; its runs are its text."""
    for above, line in pairwise(source.lines):
        if above.end > line.start:
            raise Broken(f"line {line.number} begins at {line.start}, before line {above.number} ends at {above.end}")
    for line in source.lines:
        if not 0 <= line.start <= line.end <= len(source.text):
            raise Broken(f"line {line.number} is at {line.start}-{line.end} of {len(source.text)} characters")
        if line.runs and "".join(run.text for run in line.runs) != line.text:
            raise Broken(f"the runs of line {line.number} are not its text")


def check_kept(source: Source) -> None:
    """What a text has and its lines have not, a warning counts."""
    lost = solid(source.text) - solid("".join(line.text for line in source.lines))
    if lost and not source.warnings:
        raise Broken(f"lost without a word: {few(lost)}")


def check_tree(document: Source | Issue, issue: Issue) -> None:
    """The tree has each character of the lines once, but for hyphens at their ends, and reads as it was written."""
    if isinstance(document, Source):
        lines = solid("".join(line.text for line in document.lines))
        blocks = solid("".join(block.text for block in issue.blocks()))
        if lost := lines - blocks - Counter("-" * lines["-"]):
            raise Broken(f"lost by the detector: {few(lost)}")
        if doubled := blocks - lines:
            raise Broken(f"doubled by the detector: {few(doubled)}")
    check_json(issue)
    check_outline(issue)


def check_json(issue: Issue) -> None:
    """The structure JSON gives back the issue whole."""
    if from_dict(to_dict(issue)) != issue:
        raise Broken("the structure JSON gives back another issue")


def check_outline(issue: Issue) -> None:
    """What is read from an outline is written as that outline."""
    written = write_outline(issue)
    again = write_outline(read_outline(written))
    if written != again:
        differs = next(
            pair for pair in zip(written.splitlines(), again.splitlines(), strict=False) if pair[0] != pair[1]
        )
        raise Broken(f"the outline is another one when it is read and written again: {differs}")


def css(data: bytes) -> None:
    """A user's sheet is refused, or stands whole in its element, as the page's policy says."""
    with folder() as place:
        sheet = place / "own.css"
        sheet.write_bytes(data)
        try:
            own = own_sheet(sheet)
            made = write_html(ONE, Look(style=str(sheet)))
        except ConverterError:
            return
    page = b"".join(made.content).decode()
    text = re.search(r"<style>(.*?)</style[\s/>]", page, re.DOTALL | re.IGNORECASE)
    if not text or own.strip() not in text[1]:
        raise Broken("the sheet does not stand in its element")
    seen = text[1].replace("\r\n", "\n").replace("\r", "\n")  # HTML, 13.2.3.5
    digest = base64.b64encode(hashlib.sha256(seen.encode()).digest())
    if f"sha256-{digest.decode()}" not in page:
        raise Broken("the policy's hash is not the sheet's")


ONE = Issue((), language="zh-Hans")

CHANGES: tuple[tuple[str, Options], ...] = (
    # suffix of the output, options
    ("html", Options()),
    ("epub", Options()),
    ("html", Options(script=Script("zh-Hant-TW", punctuation="full"), look=Look(vertical=True))),
    ("site", Options()),
    ("outline", Options(script=Script("zh-Hans"))),
    ("epub", Options(script=Script("s2hk", quotes="corner"), look=Look(vertical=True, style="book"))),
    ("jsonl", Options()),
    ("kepub.epub", Options()),
)
NAMES = ("page.txt", "1998-05-06 第03版.txt", "page.html", "page.md", "page.srt", "page", "page.outline", "page.json")


def pipeline(data: bytes) -> None:
    """A file goes the whole road, its first byte saying by what name and to what: all is made, or nothing is there."""
    choice = data[0] if data else 0
    suffix, options = CHANGES[choice % len(CHANGES)]
    with folder() as place:
        source, output = place / NAMES[choice // len(CHANGES) % len(NAMES)], place / f"out.{suffix}"
        source.write_bytes(data[1:])
        try:
            issue = load(source, options)
            write(issue, output, options)
        except ConverterError:
            issue = None
        there = sorted(os.listdir(place))
        if there != sorted([source.name] + [output.name] * (issue is not None)):
            raise Broken(f"left in the folder: {there}")
        if issue and suffix in ("html", "site"):
            check_written(issue, output)


def check_written(issue: Issue, output: Path) -> None:
    """The pages hold every character of the issue's blocks.

    libxml2 takes what follows a place to break a line (``wbr``) for its content, and leaves out what lies too deep.
    """
    from lxml.html import document_fromstring

    files = [output] if output.is_file() else sorted(output.rglob("*.html"))
    roots = [document_fromstring(file.read_bytes().decode().replace("<wbr>", "")) for file in files]
    shown = "".join(text for root in roots for element in root.iter() for text in (*texts_of(element),))
    if lost := solid("".join(block.text for block in issue.blocks())) - solid(shown):
        raise Broken(f"lost by the writer: {few(lost)}")


def texts_of(element: object) -> Iterator[str]:
    """What an element holds: text, tail, and words about pictures."""
    yield getattr(element, "text", None) or ""
    yield getattr(element, "tail", None) or ""
    yield from map(str, getattr(element, "attrib", {}).values())


def archive(data: bytes) -> None:
    """A zip is read file by file, told what it is, and its documents are made one issue."""
    try:
        kind_of(data)
        found = Archive(data)
        for name in found.names:
            found.read(name)
    except ConverterError:
        pass
    with folder() as place:
        (place / "issue.zip").write_bytes(data)
        try:
            issue = load(place / "issue.zip")
        except ConverterError:
            return
    check_json(issue)


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder that goes again."""
    with tempfile.TemporaryDirectory(prefix="banmian-fuzz-") as name:
        yield Path(name)


TARGETS: dict[str, Target] = {
    "text": read_by("text"),
    "markdown": read_by("markdown"),
    "html": read_by("html"),
    "mhtml": read_by("mhtml"),
    "subtitles": read_by("subtitles"),
    "docx": packed_read_by("docx", WORD),
    "epub": packed_read_by("epub", BOOK),
    "outline": read_by("outline"),
    "json": read_by("json"),
    "alto": read_by("alto"),
    "page": read_by("page"),
    "hocr": read_by("hocr"),
    "mets": read_by("mets"),
    "css": css,
    "archive": archive,
    "pipeline": pipeline,
}
"""Every reader by its format's name, the sheets of ``--style``, zips, and the whole road."""
