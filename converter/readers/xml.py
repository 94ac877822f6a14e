"""XML from a file that is not trusted → elements: no entities, no network, no bottomless nesting."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING, Any

from converter.errors import UnreadableInput

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST = 1 << 26
"""Bytes of one document: 64 MiB; its tree takes ten times that in memory."""

MOST_TAGS = 4_000_000

_ENTITIES = "{} declares entities of its own, which are not expanded: save it without them"
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]*);")
_XML = (b"amp", b"lt", b"gt", b"quot", b"apos")


def parse_xhtml(data: bytes, name: str) -> HtmlElement:
    """The root of an XHTML document, its elements called as HTML calls them. Raises what ``parse_xml`` raises."""
    from lxml.html import XHTMLParser, xhtml_to_html

    root: HtmlElement = parse_xml(data, name, XHTMLParser)
    xhtml_to_html(root)
    for element in root.iter("{http://www.w3.org/2000/svg}*"):
        element.tag = str(element.tag).rpartition("}")[2]
    return root


def parse_xml(data: bytes, name: str, parser_class: Any = None) -> Any:
    """The root of the document ``name``, without comments and processing instructions.

    Entities of HTML (``&nbsp;``) are understood. Raises ``UnreadableInput`` where the document is not well formed,
    declares entities of its own (none is ever expanded), is larger than ``LARGEST``, or deeper than 256 elements.
    """
    from lxml import etree

    if len(data) > LARGEST:
        raise UnreadableInput(f"{name} has {len(data) >> 20} MB, more than {LARGEST >> 20}: split the document")
    if (tags := data.count(b"<")) > MOST_TAGS:
        raise UnreadableInput(f"{name} has {tags} tags, more than {MOST_TAGS}: split the document")
    parser = (parser_class or etree.XMLParser)(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(_NAMED.sub(_number, data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise UnreadableInput(f"{name} is nested deeper than any document is: look for a better copy") from error
        if b"<!ENTITY" in data:
            raise UnreadableInput(_ENTITIES.format(name)) from error
        reason = str(error).partition(" (<string>")[0]
        raise NotWellFormed(f"{name} is no well-formed XML ({reason}): look for a better copy") from error
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and declared.entities():
        raise UnreadableInput(_ENTITIES.format(name))
    if (unknown := next(root.iter(etree.Entity), None)) is not None:
        raise NotWellFormed(f"{name} has {unknown.text}, which no standard defines: look for a better copy")
    return root


class NotWellFormed(UnreadableInput):
    """The document breaks the rules of XML; a reader that knows how to mend it may."""


def _number(found: re.Match[bytes]) -> bytes:
    """An entity of HTML as character references; XML's own five stay, and unknown ones do."""
    if found[1] in _XML:
        return found[0]
    chars = html5.get(f"{found[1].decode()};", "")
    return b"".join(b"&#%d;" % ord(char) for char in chars) or found[0]
