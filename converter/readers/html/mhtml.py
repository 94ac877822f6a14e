"""A web page saved as one file (MHTML, RFC 2557) → ``Source``: the page in it, with the pictures in it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from converter.errors import ConverterError, UnreadableInput
from converter.left_out import amount, told
from converter.model import Source
from converter.press.patterns import later
from converter.readers.html import tree
from converter.readers.html.page import decoded, read_page
from converter.readers.text import told_of

_PAGES = ("text/html", "application/xhtml+xml")
_WRAPPER = later(b"content-type: multipart", re.IGNORECASE)

MOST = 500
"""Wrappers in a file, where a saved page has one or two: the time for each within another grows with their number."""


def read_mhtml(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of the page in ``data``. Raises ``UndecodableText``; ``UnreadableInput`` where there is none."""
    try:
        if sum(1 for _ in _WRAPPER.finditer(data)) > MOST:
            raise ValueError("made of wrappers")
        message = BytesParser(policy=compat32).parsebytes(data)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except (RecursionError, ValueError) as error:
        raise UnreadableInput("the input is no web page saved as one file: save it again, or as HTML") from error
    page = next(filter(_is_page, parts), None)
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
    return told_of(replace(source, warnings=(*source.warnings, *_left(message, page, found.text))), found)


def _left(message: Message, page: Message, text: str) -> list[str]:
    """A warning for each cause of what the file says beside the page and its ``text``."""
    others = [part for part in message.walk() if part is not page and not part.is_multipart()]
    texts = [_bytes(part).decode("utf-8", "replace") for part in others if part.get_content_type() == "text/plain"]
    return told(
        {
            "other pages in the file": sum(amount(_text_of(part)) for part in others if _is_page(part)),
            "texts beside the page": sum(map(amount, texts)),
            "what the file is called": _amount_called(message, text),
        }
    )


def _is_page(part: Message) -> bool:
    return part.get_content_type() in _PAGES


def _text_of(part: Message) -> str:
    """The text of a page that is not read."""
    try:
        root = tree.parse(decoded(_bytes(part), _charset(part))[0].text)
    except ConverterError:
        return ""
    tree.prune(root)
    return "".join(root.itertext())


def _amount_called(message: Message, page: str) -> int:
    """How many characters the file's subject has, where the page nowhere says it."""
    subject = str(message.get("Subject") or "")
    with suppress(MessageError, LookupError, ValueError):
        subject = str(make_header(decode_header(subject)))
    return 0 if tree.squeezed(subject) in tree.squeezed(page) else amount(subject)


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
