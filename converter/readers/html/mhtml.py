"""A web page saved as one file (MHTML, RFC 2557) → ``Source``: the page in it, with the pictures in it."""

from __future__ import annotations

from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from converter.errors import UnreadableInput
from converter.model import Source
from converter.readers.html.page import decoded, read_page
from converter.readers.text import told_of

MOST = 500
"""Wrappers in a file, where a saved page has one or two: the time for each within another grows with their number."""


def read_mhtml(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of the page in ``data``. Raises ``UndecodableText``; ``UnreadableInput`` where there is none."""
    try:
        if data.lower().count(b"content-type: multipart") > MOST:
            raise ValueError("made of wrappers")
        message = BytesParser(policy=compat32).parsebytes(data)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except (RecursionError, ValueError) as error:
        raise UnreadableInput("the input is no web page saved as one file: save it again, or as HTML") from error
    page = next((part for part in parts if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if page is None:
        raise UnreadableInput("there is no HTML page in the file: save the page again, or as HTML")
    files: dict[str, bytes] = {}
    for part in parts:
        if part.get_content_maintype() == "image":
            for address in _addresses(part):
                files[address] = _bytes(part)
    found, warnings = decoded(_bytes(page), encoding or _charset(page))
    address = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    source = read_page(found.text, files, str(address).strip(), warnings, broken=len(found.broken))
    return told_of(source, found)


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _addresses(part: Message) -> list[str]:
    """What the page may call a part."""
    location, key = part.get("Content-Location"), part.get("Content-ID")
    return [str(location).strip()] * bool(location) + [f"cid:{str(key).strip().strip('<>')}"] * bool(key)


def _charset(part: Message) -> str | None:
    """The encoding that the part's header names: who saved the page wrote it so, and only UTF-8 is sure."""
    return "utf-8" if (part.get_content_charset() or "").lower() in ("utf-8", "utf8") else None
