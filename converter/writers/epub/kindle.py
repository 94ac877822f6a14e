"""What a Kindle wants: no more than Amazon takes, and pictures that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.writers.markup.pictures import Picture

BY_MAIL = 50
"""Megabytes of the largest book that Send to Kindle takes by mail; on its site 200, but many above 50 fail (E999)."""


def refused(book: bytes, pictures: Sequence[Picture]) -> Iterator[str]:
    """Warnings of what Amazon or a Kindle would refuse: a heavy book, and WebP, of which it shows a question mark."""
    if len(book) > BY_MAIL * 1_000_000:
        yield f"the book has {len(book) // 1_000_000} MB, and Send to Kindle takes {BY_MAIL}: make its pictures smaller"
    if names := [picture.source for picture in pictures if picture.media_type == "image/webp"]:
        yield f"a Kindle shows no WebP ({', '.join(names[:3])}{', …' * (len(names) > 3)}): save it as JPEG or PNG"
