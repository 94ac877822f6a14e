"""What MuPDF makes of a book is held against the book's documents."""

import shutil
import zipfile
from pathlib import Path

import pytest

import converter
from tools.check.readers import mupdf

pytestmark = pytest.mark.skipif(
    not shutil.which("mutool"), reason="MuPDF is not installed: apt-get install mupdf-tools"
)

TEXT = "潮水的刻度\n\n潮水退到3.2米，岸边露出一排旧木桩。\n\n木桩上刻着年份，最早的是1931年。\n"


def test_findings(tmp_path: Path) -> None:
    """A paragraph that MuPDF does not draw is found, and of nothing else anything is said that was not said before."""
    page = tmp_path / "page.txt"
    page.write_text(TEXT, "utf-8")
    book = converter.convert(page, tmp_path / "sound.epub").path
    faulty = tmp_path / "faulty.epub"
    with zipfile.ZipFile(book) as whole, zipfile.ZipFile(faulty, "w") as copy:
        for entry in whole.infolist():
            added = b"p { display: none }" if entry.filename.endswith(".css") else b""
            copy.writestr(entry, whole.read(entry) + added)
    lost = {line for line in mupdf.findings(faulty) if "is lost, or not whole" in line}
    assert lost == set(mupdf.findings(faulty)) - set(mupdf.findings(book))
    assert len(lost) == 2


def test_a_file_that_is_no_book_does_not_open(tmp_path: Path) -> None:
    """Of what MuPDF cannot open that is said, and nothing else."""
    broken = tmp_path / "broken.epub"
    broken.write_bytes(b"PK")
    assert mupdf.findings(broken) == ["MuPDF: does not open"]


def test_squeezed() -> None:
    """White space and what is not drawn are left out, of both texts alike."""
    assert mupdf.squeezed(" 潮\u200b水\u3000的\u00ad刻\n度 ") == "潮水的刻度"
