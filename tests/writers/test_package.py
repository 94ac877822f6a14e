"""The container is the same on every machine, whatever EbookLib does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from converter.model import Issue
from tests.writers.reading import Book


def test_same_bytes_on_every_machine(seeds: list[Path], tmp_path: Path) -> None:
    """Hash seed, time zone, locale, working folder, clock and the output's name do not show in the book."""
    books = []
    for seed, zone, locale in (("0", "UTC", "C"), ("7", "Asia/Shanghai", "C.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        environment.pop("SOURCE_DATE_EPOCH", None)
        folder = tmp_path / f"书{seed}"
        folder.mkdir()
        shutil.copy(seeds[0], folder / "page.txt")
        command = [sys.executable, "-m", "converter", "convert", "page.txt", "-o", f"{seed}.epub"]
        subprocess.run(command, env=environment, cwd=folder, check=True, capture_output=True)
        books.append((folder / f"{seed}.epub").read_bytes())
    assert books[0] == books[1]


def test_archive_says_nothing_of_its_making(paper: Issue) -> None:
    """The mimetype is first, bare and stored; entries have one time, mode 0644 and portable names."""
    book = Book(paper)
    entries = book.archive.infolist()
    assert book.data[30:58] == b"mimetypeapplication/epub+zip"
    found = {(e.date_time, e.external_attr >> 16, e.create_system) for e in entries}
    assert found == {((1980, 1, 1, 0, 0, 0), 0o100644, 3)}
    assert all(e.filename.isascii() and " " not in e.filename for e in entries)
