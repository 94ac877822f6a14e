"""The container is the same on every machine, whatever EbookLib does."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from converter.model import Issue
from tests.writers.reading import Book

MACHINES = (("0", "UTC", "C"), ("7", "Asia/Shanghai", "C.UTF-8"))
"""Hash seeds, time zones and locales."""


def elsewhere(machine: tuple[str, str, str], folder: Path, *command: object) -> dict[str, str]:
    """What ``command`` makes in ``folder`` on such a machine: hashes by the files' names."""
    seed, zone, locale = machine
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
    environment.pop("SOURCE_DATE_EPOCH", None)
    folder.mkdir()
    subprocess.run([sys.executable, *map(str, command)], env=environment, cwd=folder, check=True, capture_output=True)
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {str(file.relative_to(folder)): sha256(file.read_bytes()).hexdigest() for file in files}


def test_same_bytes_on_every_machine(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash seed, time zone, locale, working folder and clock show in no book, page or site, whatever is in it."""
    monkeypatch.setenv("PYTHONPATH", str(root))
    found = [
        elsewhere(machine, tmp_path / f"书{machine[0]}", "-m", "tools.check.features", "made") for machine in MACHINES
    ]
    assert {"made/vertical.epub", "made/marked-up.html", "made/pages.site/index.html"} < set(found[0])
    assert found[0] == found[1]


def test_same_bytes_of_the_command(seeds: list[Path], tmp_path: Path) -> None:
    """Nor do they show in what the command makes, and nor does the output's name."""
    books = []
    for machine in MACHINES:
        output = f"{machine[0]}.epub"
        made = elsewhere(machine, tmp_path / machine[0], "-m", "converter", "convert", seeds[0], "-o", output)
        books.append(made[output])
    assert books[0] == books[1]


def test_archive_says_nothing_of_its_making(paper: Issue) -> None:
    """The mimetype is first, bare and stored; entries have one time, mode 0644 and portable names."""
    book = Book(paper)
    entries = book.archive.infolist()
    assert book.data[30:58] == b"mimetypeapplication/epub+zip"
    found = {(e.date_time, e.external_attr >> 16, e.create_system) for e in entries}
    assert found == {((1980, 1, 1, 0, 0, 0), 0o100644, 3)}
    assert all(e.filename.isascii() and " " not in e.filename for e in entries)
