"""What a Kindle wants: no more than Amazon takes, pictures that it shows; AZW3, made by calibre where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from converter.errors import ConverterWarning, MissingExtra, UnwritableOutput
from converter.model import Issue
from converter.writers.look import Look
from converter.writers.markup.pictures import Picture

BY_MAIL = 50
"""Megabytes of the largest book that Send to Kindle takes by mail; on its site 200, but many above 50 fail (E999)."""


def warn_of_limits(book: bytes, pictures: Sequence[Picture]) -> None:
    """Warn of what Amazon or a Kindle would refuse: a heavy book, and WebP, of which a Kindle shows a question mark."""
    if len(book) > BY_MAIL * 1_000_000:
        warnings.warn(
            f"the book has {len(book) // 1_000_000} MB, and Send to Kindle takes {BY_MAIL}: make its pictures smaller",
            ConverterWarning,
            stacklevel=3,
        )
    if names := [picture.source for picture in pictures if picture.media_type == "image/webp"]:
        warnings.warn(
            f"a Kindle shows no WebP ({', '.join(names[:3])}{', …' * (len(names) > 3)}): save it as JPEG or PNG",
            ConverterWarning,
            stacklevel=3,
        )


def write_azw3(issue: Issue, look: Look = Look()) -> bytes:
    """The book for Kindle, through calibre. Raises ``MissingExtra`` without calibre, ``UnwritableOutput``."""
    calibre = shutil.which("ebook-convert")
    if not calibre:
        raise MissingExtra(
            "AZW3 is made by calibre's ebook-convert, which is not installed: install calibre, "
            "or write an .epub with --for kindle, which Send to Kindle takes"
        )
    from converter.writers.epub.book import write_epub

    book = write_epub(issue, replace(look, device="kindle"))
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "book.epub"), Path(folder, "book.azw3")
        source.write_bytes(book)
        command = [calibre, str(source), str(target), "--no-inline-toc"]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        if done.returncode or not target.is_file():
            said = (done.stderr.strip() or done.stdout.strip() or "nothing").splitlines()[-1]
            raise UnwritableOutput(
                f"ebook-convert made no AZW3 and said {said!r}: write an .epub and look at it in calibre"
            )
        return target.read_bytes()
