"""The container is the same on every machine, whatever EbookLib does."""

from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from ebooklib import epub

from converter.model import Issue
from tests.writers.reading import Book


def test_same_bytes_on_every_machine(paper: Issue, root: Path) -> None:
    """Hash seed, time zone and locale do not show in the book."""
    script = (
        "import sys; from converter.writers.epub import write_epub; from hashlib import sha256;"
        "from tests.writers.conftest import LEADING; from converter.model import *;"
        "print(sha256(write_epub(Issue((Section((LEADING,), '01'),), Metadata(paper='南湾日报')))).hexdigest())"
    )
    digests = set()
    for seed, zone, locale in (("0", "UTC", "C"), ("7", "Asia/Shanghai", "C.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONUTF8": "1"}
        environment.pop("SOURCE_DATE_EPOCH", None)
        command = [sys.executable, "-c", script]
        digests.add(subprocess.run(command, env=environment, cwd=root, check=True, capture_output=True).stdout)
    assert len(digests) == 1


def test_archive_says_nothing_of_its_making(paper: Issue) -> None:
    """The mimetype is first, bare and stored; entries have one time, mode 0644 and portable names."""
    book = Book(paper)
    entries = book.archive.infolist()
    assert book.data[30:58] == b"mimetypeapplication/epub+zip"
    found = {(e.date_time, e.external_attr >> 16, e.create_system) for e in entries}
    assert found == {((1980, 1, 1, 0, 0, 0), 0o100644, 3)}
    assert all(e.filename.isascii() and " " not in e.filename for e in entries)


def test_what_is_overridden_is_still_wrong_in_ebooklib() -> None:
    """EbookLib stamps files with now and mode 0600, and names no language; when it does not, drop our override."""
    plain, output = epub.EpubBook(), BytesIO()
    plain.add_item(epub.EpubItem("ncx", "toc.ncx", "application/x-dtbncx+xml", b"<ncx/>"))
    epub.EpubWriter(output, plain).write()
    with ZipFile(output) as archive:
        entry = archive.getinfo("EPUB/content.opf")
        assert (entry.date_time[0] > 1980, entry.external_attr >> 16 & 0o777) == (True, 0o600)
        package = archive.read("EPUB/content.opf")
    assert b"xml:lang" not in package and b"rendition:" in package
