"""``Issue`` → AZW3 for a Kindle on a cable, made by calibre where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from converter.errors import MissingExtra, UnwritableOutput
from converter.model import Issue
from converter.options import Look
from converter.writers import Made
from converter.writers.epub.book import write_epub
from converter.writers.markup.blocks import plain
from converter.writers.markup.phrases import LONG


def write_azw3(issue: Issue, look: Look = Look()) -> Made[bytes]:
    """The book for Kindle, through calibre. Raises ``MissingExtra`` without calibre, ``UnwritableOutput``."""
    calibre = shutil.which("ebook-convert")
    if not calibre:
        raise MissingExtra(
            "AZW3 is made by calibre's ebook-convert, which is not installed: install calibre, "
            "or write an .epub with --for kindle, which Send to Kindle takes"
        )
    book = write_epub(issue, replace(look, device="kindle"))
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "book.epub"), Path(folder, "book.azw3")
        source.write_bytes(book.content)
        command = [calibre, str(source), str(target), "--no-inline-toc", "--title", _title(issue)]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        if done.returncode or not target.is_file():
            said = (done.stderr.strip() or done.stdout.strip() or "nothing").splitlines()[-1]
            raise UnwritableOutput(
                f"ebook-convert made no AZW3 and said {said!r}: write an .epub and look at it in calibre"
            )
        return Made(target.read_bytes(), book.warnings)


def _title(issue: Issue) -> str:
    """The book's title; paper and day before it where it names no paper, for AZW3 has no place for a series."""
    data, title = issue.metadata, plain(issue.title)[:LONG]
    told = data.paper and plain(data.paper) not in title
    return " ".join((plain(data.paper or ""), plain(data.date or ""), title)).replace("  ", " ") if told else title
