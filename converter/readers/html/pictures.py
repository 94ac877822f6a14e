"""The pictures that a page shows: in the page itself, in the file around it, beside it, or on the network."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote, unquote_to_bytes

from lxml.html import HtmlElement

from converter.model import Run
from converter.readers.html.inside import absolute
from converter.readers.html.looks import width_of
from converter.readers.lines import NAMELESS
from converter.readers.text import clean

LAZY = ("data-src", "data-original", "data-lazy-src", "data-url", "data-actualsrc", "_src", "data-lazyload")
"""Where pages keep the address of a picture that is shown later."""

_DATA = re.compile(r"data:\s*image/([\w.+-]+)[^,]*?(;\s*base64)?\s*,", re.IGNORECASE)
_FILE = re.compile(r"[\w%() .-]*\.(?:jpe?g|png|gif|webp|bmp|svg|avif)", re.IGNORECASE)
_REMOTE = re.compile(r"(?:[a-z][a-z0-9+.-]+:)?//|(?:https?|ftp|blob):", re.IGNORECASE)


class Pictures:
    """Gathers pictures. ``parts`` are those of the file around the page, by their addresses; ``address`` is the page's.

    ``found`` are the bytes of each picture by the name that its run has; ``remote`` the addresses that only the network
    has: runs have them too, so that a caption is known by its picture, and lose them in ``held``. ``unshown`` are
    the words of those that are nowhere. ``speaks`` says that the words of a picture of the network are kept: a site's
    are often of no use.
    """

    def __init__(self, parts: Mapping[str, bytes] | None = None, address: str = "") -> None:
        self.parts = parts or {}
        self.address = address
        self.found: dict[str, bytes] = {}
        self.remote: dict[str, None] = {}
        self.unshown: dict[HtmlElement, str] = {}
        self.speaks = False

    def run(self, image: HtmlElement, href: str | None) -> Run | None:
        """The run that shows ``image``; None where nothing is said of where it is."""
        addresses = [image.get(name) or "" for name in ("src", *LAZY)]
        source, *lazy = [address.strip() for address in addresses]
        later = next(filter(None, lazy), "")
        if later and (source.startswith("data:") or not source):
            source = later
        name = self._name(source)
        words = " ".join((image.get("alt") or image.get("title") or "").split())
        said = NAMELESS if not words or _FILE.fullmatch(words) else words
        if name is None:
            self.unshown[image] = "" if said == NAMELESS else said
            return None
        return Run(said, None, href, name, width=width_of(image))

    def held(self, runs: Iterable[Run]) -> list[Run]:
        """``runs`` without the pictures that only the network has; of a document's own their words stay."""
        kept = [replace(run, image=None) if run.image in self.remote and self.speaks else run for run in runs]
        return [run for run in kept if run.image not in self.remote and (run.text != NAMELESS or run.image)]

    def unsaid(self, runs: Iterable[Run]) -> Iterator[str]:
        """The words of a site's pictures that only the network has, which go with them."""
        lost = () if self.speaks else self.remote
        return (run.text for run in runs if run.image in lost and run.text != NAMELESS)

    def _name(self, source: str) -> str | None:
        """What the picture is called, its bytes gathered where they are at hand."""
        if not source:
            return None
        for address in (source, absolute(self.address, source) if self.address else source):
            if address in self.parts:
                self.found[address] = self.parts[address]
                return address
        if found := _DATA.match(source):
            return self._decoded(found, source[found.end() :])
        if _REMOTE.match(source):
            address = f"https:{source}" if source.startswith("//") else source
            self.remote.setdefault(address)
            return address
        if source.startswith(("data:", "cid:", "about:", "javascript:")):
            return None
        return clean(unquote(source.partition("?")[0].partition("#")[0])) or None

    def _decoded(self, head: re.Match[str], body: str) -> str | None:
        """A picture that its own address holds."""
        try:
            data = b64decode(unquote(body), validate=False) if head[2] else unquote_to_bytes(body)
        except (Error, ValueError):
            return None
        known = next((name for name, held in self.found.items() if held == data), None)
        name = known or f"picture{len(self.found) + 1}.{head[1].partition('+')[0]}"
        self.found[name] = data
        return name
