"""A packed document (Word's, an EPUB) as one text that can be changed: ``== NAME`` stands above each file."""

from __future__ import annotations

import io
import zipfile

HEAD = b"== "

WORD = {
    "[Content_Types].xml": b"<Types/>",
    "_rels/.rels": b'<R><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'officeDocument" Target="word/document.xml"/></R>',
    "word/document.xml": b"",
}
"""What a Word document needs beside what a text says."""

BOOK = {
    "mimetype": b"application/epub+zip",
    "META-INF/container.xml": b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">'
    b'<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
}
"""What an EPUB does."""


def packed(text: bytes, needed: dict[str, bytes]) -> bytes:
    """The zip of the files in ``text``, and of those ``needed`` that it does not have."""
    files = {**needed, **parts(text)}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return file.getvalue()


def parts(text: bytes) -> dict[str, bytes]:
    """The files by their names; a text without any is the empty name's."""
    found: dict[str, bytes] = {}
    name = ""
    for line in text.splitlines(keepends=True):
        if line.startswith(HEAD):
            name = line[len(HEAD) :].strip().decode("utf-8", "replace").replace("\0", "")[:200]
            found[name] = b""
        elif name:
            found[name] += line
    return {name: content for name, content in found.items() if name}
