"""Which format a file is in, by its first bytes: a suffix may lie, or be lacking."""

from __future__ import annotations

import codecs
import re

from converter.errors import UndecodableText, UnreadableInput
from converter.press.patterns import later
from converter.readers import READERS, format_of
from converter.readers.archive import OLD_OFFICE, Archive, kind_of_zip
from converter.readers.refused import is_scan, refuse_binary, refuse_package, refuse_xml, root_of

HEAD = 4096
"""Bytes that are looked at."""

BY_BYTES = ("docx", "epub", "mhtml", "json", "scan", "alto", "page", "hocr", "mets")
"""The formats that their first bytes always tell: a suffix alone makes no file one of them."""

HTML = later(r"(?:\s|<\?[^>]*>|<!--(?s:.*?)-->)*+<(?:!doctype\s+html|html|head|body|title|meta)\b", re.IGNORECASE)
_TAG = later(r"<(?:[a-z][a-z0-9]*|/[a-z][a-z0-9]*|!--|!doctype)\b[^<>]*>", re.IGNORECASE)
_MHTML = later(
    r"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/(?:related|alternative|mixed)", re.IGNORECASE
)
_HOCR = later(r"<[a-z][^<>]*\bclass\s*=\s*[\"'](?:[^\"'<>]*\s)?ocr_page\b", re.IGNORECASE)
SUBTITLES = later(r"\s*(?:WEBVTT(?:[ \t][^\n]*)?\r?\n|[0-9]{1,6}[ \t]*\r?\n[0-9:]{4,9}[,.][0-9]{1,3} *-->)", re.ASCII)
_OUTLINE = "# banmian outline"


def kind_of(data: bytes, suffix: str = "") -> str:
    """The name of the reader for ``data`` of a file with that ``suffix``.

    What the bytes show counts; between formats that are plain text the suffix decides. Raises ``UnreadableInput`` for
    what no reader takes, with what would help.
    """
    told = format_of(suffix)
    if found := _packed(data):
        return found
    refuse_binary(data)
    head = _text_of(data[:HEAD])
    if head.lstrip().startswith(("{", "[")) and (told == "json" or _is_json(head, data)):
        return "json"
    if SUBTITLES.match(head):
        return "subtitles"
    if head.startswith(_OUTLINE):
        return "outline"
    if _MHTML.match(head):
        return "mhtml"
    if found := _recognised(head, data):
        return found
    if HTML.match(head):
        return "html"
    refuse_xml(head)
    if told == "html":
        return "html" if _TAG.search(_text_of(data[: 16 * HEAD])) else "text"
    return "text" if told in BY_BYTES else told


def recognised(head: bytes) -> str | None:
    """The reader of recognised text for XML that begins so, None where it is no such text."""
    return _recognised(_text_of(head), b"")


def _recognised(head: str, data: bytes) -> str | None:
    """The reader of recognised text: ALTO, PAGE XML, METS are known by their root, hOCR by the class of its pages."""
    root = root_of(head)
    name = root.name if root else ""
    if name == "html" or HTML.match(head):
        return "hocr" if _HOCR.search(_text_of(data[: 16 * HEAD])) else None
    return {"alto": "alto", "pcgts": "page", "mets": "mets"}.get(name)


def _is_json(head: str, data: bytes) -> bool:
    """Whether a text that begins with a bracket is JSON; one that cannot be decoded is for its reader to tell."""
    from converter.readers.encoding import decode_own
    from converter.readers.structure_json import begins_as_ours, is_json

    try:
        return begins_as_ours(head) or is_json(decode_own(data))
    except UndecodableText:
        return False


def _packed(data: bytes) -> str | None:
    """The reader of a PDF, a picture, or a file that is a zip archive inside; None where the house has none for it."""
    if data.startswith(OLD_OFFICE) and any(
        name.encode("utf-16-le") in data for name in ("EncryptedPackage", "WordDocument")
    ):
        return "docx"  # whose reader says what is to be done with it
    if b"%PDF-" in data[:1024]:
        name = "pdf"
    elif is_scan(data):
        name = "scan"
    elif data.startswith(b"PK\x03\x04"):
        name = _archive(data)
    else:
        return None
    return name if name in READERS else None


def _archive(data: bytes) -> str:
    """What a zip archive holds: an e-book, a Word document, or files."""
    try:
        names = Archive(data).names
    except UnreadableInput:
        if data[30:38] == b"mimetype" and b"application/epub+zip" not in data[38:80]:
            refuse_binary(data)  # cut short, but known by its first bytes
        raise
    kind = kind_of_zip(names)
    if kind == "package":
        refuse_package(names)
    return kind


def _text_of(head: bytes) -> str:
    """The head of a file as text, whatever its encoding: what is looked for is ASCII."""
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if head.startswith(mark):
            return head[2:].decode(name, "ignore")
    if head[1:8:2].count(0) == 4:
        return head.decode("utf-16-le", "ignore")
    if head[0:8:2].count(0) == 4:
        return head.decode("utf-16-be", "ignore")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
