"""What a user may say of a document's looks; a writer heeds what its form can show."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from converter.errors import UnknownFormat, UnwritableOutput

STYLES = ("newspaper", "book")
"""The styles that a user may name; any other style is a file of his own."""

DEVICES = ("kindle", "kobo", "apple")
"""The reading systems that want something of their own."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is to look and for whom it is made; every value has a default that suits any reader.

    ``style`` is one of ``STYLES``, or a CSS file whose rules come after those of the first. ``vertical`` sets the lines
    from top to bottom and from right to left. ``cover`` is the file of a picture that takes the place of the drawn cover;
    ``font`` a font file, to draw the cover's pixels with. ``embed_font`` is a font file of which the book gets the glyphs
    that it needs. ``device`` is one of ``DEVICES``. ``certified_by`` names who has evaluated the book's accessibility and
    vouches for it. ``url`` is the address that a page, or the folder of a site, will have on the web.
    """

    style: str | os.PathLike[str] = "newspaper"
    vertical: bool = False
    cover: str | os.PathLike[str] | None = None
    font: str | os.PathLike[str] | None = None
    embed_font: str | os.PathLike[str] | None = None
    device: str | None = None
    certified_by: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        """Raises ``UnknownFormat`` for a device that nothing is known of, ``UnwritableOutput`` for a url that is none."""
        if self.device not in (None, *DEVICES):
            raise UnknownFormat(
                f"nothing is known of {self.device!r}: make the book for {', '.join(DEVICES)}, or for all"
            )
        if self.url and not re.fullmatch(r"https?://[^\s/?#<>\"]+(/[^\s?#<>\"]*)?", self.url):
            raise UnwritableOutput(f"{self.url!r} is no address of a page: write it as https://example.org/today/")
