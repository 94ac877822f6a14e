"""What a user may say of a document's looks; a writer heeds what its form can show."""

from __future__ import annotations

import os
from dataclasses import dataclass

STYLES = ("newspaper", "book")
"""The styles that a user may name; any other style is a file of his own."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is to look and for whom it is made; every value has a default that suits any reader.

    ``style`` is one of ``STYLES``, or a CSS file whose rules come after those of the first. ``vertical`` sets the lines
    from top to bottom and from right to left. ``certified_by`` names who has evaluated the book's accessibility and
    vouches for it.
    """

    style: str | os.PathLike[str] = "newspaper"
    vertical: bool = False
    certified_by: str | None = None
