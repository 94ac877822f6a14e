"""What is known and not read: how such files begin, what they are, and what would help."""

from __future__ import annotations

import re
from collections.abc import Collection

from converter.errors import UnreadableInput
from converter.press.patterns import later
from converter.records import NamedTuple

_OCR = "recognize its text (OCR) first"
_SCAN = "leave out --from, or say --from scan"
_PICTURE = "save it as a PNG or JPEG picture first"
_DOCX = "save it as .docx in Word or LibreOffice first"
_UNPACK = "unpack it first"
_CALIBRE = "make an EPUB of it with calibre first"
_CHOOSE = "choose a document"
_TEI = "make an EPUB or a page of it with the stylesheets of TEI first"
_CAJ = "save its text as a .txt file in CAJViewer first"
_OFFICE = "an Office document from before 2007"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_BINARY = (
    # what it is, what would help, and what stands where in its first bytes
    ("a PNG picture", _SCAN, (b"\x89PNG\r\n", 0)),
    ("a JPEG picture", _SCAN, (b"\xff\xd8\xff", 0)),
    ("a TIFF picture", _SCAN, (b"II*\0", 0)),
    ("a TIFF picture", _SCAN, (b"MM\0*", 0)),
    ("a BMP picture", _SCAN, (b"BM", 0), (bytes(4), 6)),
    ("a GIF picture", _PICTURE, (b"GIF8", 0)),
    ("a WebP picture", _PICTURE, (b"WEBP", 8)),
    ("an HEIC picture", _PICTURE, (b"ftypheic", 4)),
    ("an AVIF picture", _PICTURE, (b"ftypavif", 4)),
    ("a Photoshop picture", _PICTURE, (b"8BPS", 0)),
    ("a DjVu document", _OCR, (b"AT&TFORM", 0)),
    ("a PDF document", "leave out --from, or say --from pdf", (b"%PDF-", 0)),
    ("an OpenDocument text", _DOCX, (b"mimetypeapplication/vnd.oasis.opendocument.text", 30)),
    (
        "a ZIP archive (as .docx, .epub and .odt are)",
        "unpack it, or save its text as a .txt file first",
        (b"PK\x03\x04", 0),
    ),
    (_OFFICE, _DOCX, (b"\xd0\xcf\x11\xe0", 0)),
    ("an RTF document", _DOCX, (b"{\\rtf", 0)),
    ("a Kindle book", _CALIBRE, (b"BOOKMOBI", 60)),
    ("a Palm book", _CALIBRE, (b"TEXtREAd", 60)),
    ("a book of Microsoft Reader", _CALIBRE, (b"ITOLITLS", 0)),
    ("a CAJ document", _CAJ, (b"CAJ\0", 0)),
    ("a CAJ document", _CAJ, (b"HN\xc8", 0)),
    ("a CAJ document", _CAJ, (b"KDH ", 0)),
    ("a CEB document", "save its text as a .txt file in Apabi Reader first", (b"Founder CEB", 0)),
    ("a CHM help file", "unpack its HTML pages first", (b"ITSF", 0)),
    ("a gzip archive", _UNPACK, (b"\x1f\x8b", 0)),
    ("a 7-Zip archive", _UNPACK, (b"7z\xbc\xaf", 0)),
    ("a RAR archive", _UNPACK, (b"Rar!", 0)),
    ("a bzip2 archive", _UNPACK, (b"BZh", 0)),
    ("an xz archive", _UNPACK, (b"\xfd7zXZ", 0)),
    ("a Zstandard archive", _UNPACK, (b"\x28\xb5\x2f\xfd", 0)),
    ("a tar archive", _UNPACK, (b"ustar", 257)),
    ("a program", _CHOOSE, (b"\x7fELF", 0)),
    ("a program", _CHOOSE, (b"MZ\x90\0", 0)),
    ("a database", "export its text first", (b"SQLite format 3", 0)),
    ("a font", _CHOOSE, (b"wOFF", 0)),
    ("a font", _CHOOSE, (b"wOF2", 0)),
    ("a font", _CHOOSE, (b"OTTO", 0)),
    ("a sound", _CHOOSE, (b"ID3", 0)),
    ("a sound", _CHOOSE, (b"OggS", 0)),
    ("a sound", _CHOOSE, (b"fLaC", 0)),
    ("a sound", _CHOOSE, (b"RIFF", 0), (b"WAVE", 8)),
    ("a film or a sound", _CHOOSE, (b"ftyp", 4)),
    ("a film or a sound", _CHOOSE, (b"\x1aE\xdf\xa3", 0)),
    ("a film", _CHOOSE, (b"RIFF", 0), (b"AVI ", 8)),
)
_PACKED = (
    # a name that a zip of its kind holds, or how one begins; what it is, and what would help
    ("xl/", "an Excel workbook", "save its sheets as text, or put them into a Word document"),
    ("ppt/", "a PowerPoint presentation", "save its outline as .docx or its text as a .txt file first"),
    ("OFD.xml", "an OFD document", "save its text as a .txt file in an OFD reader first"),
    ("Index/", "an iWork document", "export it as Word or EPUB first"),
    ("META-INF/MANIFEST.MF", "a program", _CHOOSE),
    ("AndroidManifest.xml", "a program", _CHOOSE),
    ("mimetype", "an OpenDocument file", _DOCX),
    ("[Content_Types].xml", "an Office document that is no text", "save it as .docx, or its text as a .txt file first"),
)
_XML = {
    # the root element of an XML document in lower case, without its prefix
    "fictionbook": ("a FictionBook", _CALIBRE),
    "document": ("an OpenDocument text in one file", _DOCX),
    "document-content": ("a part of an OpenDocument text", _DOCX),
    "worddocument": ("a Word document as XML", _DOCX),
    "package": ("a package in XML", "name the .docx or .epub that it is of"),
    "container": ("a part of an EPUB", "name the .epub, or its XHTML files"),
    "ncx": ("a part of an EPUB", "name the .epub, or its XHTML files"),
    "svg": ("an SVG picture", "save its text as a .txt file first"),
    "rss": ("a feed of news", "save the pages that it leads to"),
    "feed": ("a feed of news", "save the pages that it leads to"),
    "rdf": ("a feed or a catalogue (RDF)", "save the pages that it leads to"),
    "opml": ("a list of feeds", "save the pages that they lead to"),
    "urlset": ("a map of a site", "save the pages that it leads to"),
    "sitemapindex": ("a map of a site", "save the pages that it leads to"),
    "tei": ("a TEI document", _TEI),
    "tei.2": ("a TEI document", _TEI),
    "teicorpus": ("TEI documents in one file", _TEI),
    "dtbook": ("a DAISY book", _CALIBRE),
    "mods": ("a catalogue entry", _CHOOSE),
}
_BEFORE = r"(?:\s|<\?[^>]*>|<!--(?s:.*?)-->|<!DOCTYPE[^>\[]*>)*+"
_ROOT = later(rf"(?i)\s*(<\?xml\b[^>]*\?>)?{_BEFORE}<(?:[\w.-]+:)?([\w.-]+)(?:\s+[\w:.-]+\s*=\s*[\"']|\s*/?>)")

_SPACE = later(r"[^<>]{0,1000}?\sxmlns\s*=\s*[\"']((?:https?://|urn:)[^\"'<>]*)")
_XHTML = "http://www.w3.org/1999/xhtml"
_ALONE = ("tei.2", "teicorpus", "teicorpus.2", "fictionbook", "opml", "nitf", "newsml", "urlset")
"""Root elements that are called as no element of a page is, and no word between angle brackets."""


def is_scan(data: bytes) -> bool:
    """Whether ``data`` is a picture that the reader of scans opens."""
    return any(advice == _SCAN and _shows(data, signs) for _, advice, *signs in _BINARY)


def _shows(data: bytes, signs: list[tuple[bytes, int]]) -> bool:
    return all(data.startswith(sign, place) for sign, place in signs)


def refuse_binary(data: bytes) -> None:
    """Raise ``UnreadableInput`` where ``data`` is of a known kind that is no text, with what would help."""
    for what, advice, *signs in _BINARY:
        if _shows(data, signs):
            if what == _OFFICE and _ENCRYPTED in data:
                what, advice = "an encrypted Office document", "open it with its password and save it without one"
            raise UnreadableInput(f"the input looks like {what}, not text: {advice}")


def is_package(names: Collection[str]) -> bool:
    """Whether a zip that holds files of these ``names`` is a document of its own, not a zip of documents."""
    return _package(names) is not None


def refuse_package(names: Collection[str]) -> None:
    """Raise ``UnreadableInput`` where a zip of these ``names`` is a document that no reader reads."""
    if found := _package(names):
        raise UnreadableInput(f"the input looks like {found[0]}, not text: {found[1]}")


class Root(NamedTuple):
    """The root element of an XML document: its name as it is written, without its prefix; whether XML is declared, and
    whether the element says that all in it are of one space that is no page's.
    """

    written: str
    declared: bool
    spaced: bool

    @property
    def name(self) -> str:
        """The name in lower case."""
        return self.written.lower()


def root_of(head: str) -> Root | None:
    """The root element of a file that begins with ``head``."""
    found = _ROOT.match(head)
    if found is None:
        return None
    space = _SPACE.match(head, found.start(2))
    return Root(found[2], bool(found[1]), bool(space and space[1] != _XHTML))


def refuse_xml(head: str) -> None:
    """Raise ``UnreadableInput`` where a file that begins with ``head`` is XML and no page.

    One without a declaration is known by a root element that names its space, or is known here and names its version,
    or is called as nothing else is.
    """
    root = root_of(head)
    if root is None or root.name == "html":
        return
    is_known = root.name in _XML and re.search(r"\b(?:xmlns[\w:.-]*|version)\s*=", head) is not None
    if root.declared or root.spaced or is_known or root.name in _ALONE:
        what, advice = _XML.get(root.name, (f"XML (<{root.written[:30]}>)", "save its text as a .txt file first"))
        raise UnreadableInput(
            f"the input looks like {what}, not text: {advice}, or say --from text to read it as it stands"
        )


def _package(names: Collection[str]) -> tuple[str, str] | None:
    kinds = ((what, advice) for begin, what, advice in _PACKED if any(name.startswith(begin) for name in names))
    return next(kinds, None)
