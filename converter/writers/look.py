"""What a user may say of a document's looks; a writer heeds what its form can show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is to look and for whom it is made; every value has a default that suits any reader.

    ``certified_by`` names who has evaluated the book's accessibility and vouches for it.
    """

    certified_by: str | None = None
