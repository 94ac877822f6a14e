"""DOCX (ECMA-376, Office Open XML) → ``Source``.

The parts are read with lxml alone: what a document's text needs (numbers before paragraphs, notes, text boxes, tracked
changes, inherited sizes) no library for DOCX gives. ``package`` finds the parts, ``body`` walks through the document,
``inline`` through a paragraph, ``roles`` says what is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.model import Form, Metadata, Opens, Role, Run, Source
from converter.readers.docx.body import Body, Para
from converter.readers.docx.inline import Piece
from converter.readers.docx.package import DC, Package
from converter.readers.docx.roles import cut_by_hand, settle
from converter.readers.lines import Lines

# What programs write there when nobody does.
_NOBODY = re.compile(
    "python-docx|admin(istrator)?|user|用户|windows ?用户|微软用户|office ?user|microsoft( office user)?|libreoffice|wps.*|unknown|.*\\.docx?",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"(word document|无标题|未命名|untitled|document\d*|文档\d*|microsoft word - .*|.*\.(docx?|wps))", re.IGNORECASE
)
_LATIN = re.compile(r"[A-Za-z0-9,.;:!?]$")


def read_docx(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a Word document: a line for each paragraph and each row of a table. ``encoding`` means nothing.

    Tracked insertions are text, deletions are not. Raises ``UnreadableInput``.
    """
    package = Package(data)
    body = Body(package)
    paragraphs = settle(_titled(body.read()))
    lines = Lines()
    images: dict[str, bytes] = {}
    paged, whole = any(para.page > 1 for para in paragraphs), not cut_by_hand(paragraphs)
    for para in (*body.margins("header"), *_with_notes(paragraphs, body), *body.margins("footer")):
        for image in (piece.image for piece in para.pieces):
            if image and image not in images:
                images[image] = package.archive.read(image)
        _add(lines, para, paged, whole)
    left_out = tuple(f"left out {count} {what}" for what, count in body.found.left_out.items())
    return lines.source(_metadata(package), tuple(images.items()), left_out)


def _with_notes(paragraphs: Sequence[Para], body: Body) -> Iterator[Para]:
    """The paragraphs, the notes of each story at its end."""
    notes = iter(body.found.notes)
    waiting: list[Para] = []
    for para in paragraphs:
        if para.role is Role.HEADLINE:
            yield from waiting
            waiting = []
        yield para
        for _, (kind, key, label) in zip((piece for piece in para.pieces if piece.note), notes, strict=False):
            waiting += [note] if (note := body.note(kind, key, label)) else []
    yield from waiting


def _titled(paragraphs: Sequence[Para]) -> list[Para]:
    """The paragraphs; a line break in a big or centred line does not end it, elsewhere each line is one."""
    made: list[Para] = []
    for para in paragraphs:
        if "\n" not in para.text or para.form:
            made.append(para)
            continue
        heading = para.look.level is not None or para.look.align == "center" or para.style in ("title", "标题")
        if heading:
            made.append(replace(para, pieces=_unbroken(para.pieces)))
            continue
        line: list[Piece] = []
        label = para.label
        for piece in para.pieces:
            first, *more = piece.text.split("\n") if piece.image is None else [piece.text]
            line.append(replace(piece, text=first))
            for text in more:
                made.append(replace(para, pieces=line, label=label))
                line, label = [replace(piece, text=text)], None
        made.append(replace(para, pieces=line, label=label))
    return made


def _unbroken(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of a title that goes over several lines: a space where Latin words meet, else nothing."""
    made: list[Piece] = []
    above = ""
    for piece in pieces:
        text = ""
        for place, part in enumerate(piece.text.split("\n")):
            latin = place and _LATIN.search(above + text) and part[:1].isascii()
            text += (" " if latin else "") + part
        above += text
        made.append(replace(piece, text=text))
    return made


def _add(lines: Lines, para: Para, paged: bool, whole: bool) -> None:
    heading = para.role in (Role.HEADLINE, Role.SUBHEAD, Role.DECK)
    runs: list[Run] = [piece.run(replace(para.look, bold=para.bold or heading)) for piece in para.pieces]
    lead = len(para.text) - len(para.text.lstrip())
    lines.add(
        runs,
        indent=(para.look.indent or 0) + 2 * para.text[:lead].count("\u3000") + para.text[:lead].count(" "),
        page=para.page if paged else None,
        size=para.size,
        bold=para.bold,
        centred=para.look.align == "center",
        role=para.role,
        form=para.form,
        depth=lead if para.form is Form.CODE else para.depth,
        opens=_opens(lines, para, whole),
    )


def _opens(lines: Lines, para: Para, whole: bool) -> Opens | None:
    """What the paragraph begins: a headline right after text, an article; others, unless lines were cut, a block."""
    above = lines.lines[-1].role if lines.lines else Role.PARAGRAPH
    if para.role is Role.KICKER or para.role is Role.HEADLINE and above in (Role.PARAGRAPH, Role.FOLIO, Role.FURNITURE):
        return Opens.ARTICLE
    return Opens.BLOCK if whole and not para.role else None


def _metadata(package: Package) -> Metadata:
    """Title, author and description, where a person wrote them."""
    core = package.core
    said = {name: "" if core is None else (core.findtext(f"{DC}{name}") or "").strip() for name in _SAID}
    return Metadata(
        title=None if _NO_TITLE.fullmatch(said["title"]) else said["title"] or None,
        author=None if _NOBODY.fullmatch(said["creator"]) else said["creator"] or None,
        description=None if said["description"].startswith("generated by") else said["description"] or None,
    )


_SAID = ("title", "creator", "description")
