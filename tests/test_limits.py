"""``docs/limits.md`` says the bounds that the readers keep, and hostile documents end as it says."""

from __future__ import annotations

import re
import runpy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import converter
from converter.errors import ConverterError
from converter.layout import page as layout
from converter.readers import archive, beside, markdown, text, xml
from converter.readers.html import content, tree
from converter.readers.pdf import amount, glyphs, shapes
from converter.readers.recognised import regions

BOUNDS = {
    "a text": f"{text.LARGEST >> 20} MB",
    "an HTML page": f"{tree.LARGEST // 1_000_000} MB",
    "elements in one another, HTML": f"{tree.DEEPEST:,}",
    "attributes of an element, HTML": f"{tree.MOST_ATTRIBUTES:,}",
    "elements of a page that is searched for its article": f"{content.MOST_ELEMENTS:,}",
    "lists and quotations in one another, Markdown": str(markdown.DEEPEST),
    "an XML document (DOCX, EPUB)": f"{xml.LARGEST >> 20} MB",
    "tags of an XML document": f"{xml.MOST_TAGS:,}",
    "files of a zip": f"{archive.MOST_FILES:,}",
    "a file of a zip, unpacked": f"{archive.LARGEST_FILE >> 20} MB",
    "a zip, unpacked": f"{archive.LARGEST >> 20} MB",
    "packing of a file above 16 MB": f"{archive.RATIO} to 1",
    "a picture beside a text": f"{beside.LARGEST // 1_000_000} MB",
    "characters of a PDF's page": f"{glyphs.MOST_GLYPHS:,}",
    "things that a PDF's page draws": f"{amount.MOST_DRAWN:,}",
    "pictures of a PDF's page": str(shapes.MOST_PICTURES),
    "lines, columns, large lines of a PDF's or scan's page": ", ".join(
        f"{most:,}" for most in (layout.MOST_STRIPS, layout.MOST_COLUMNS, layout.MOST_LARGE)
    ),
    "pixels of a scan's page": f"{regions.MOST_PIXELS:,}",
}
"""What each row of the first table says."""


@pytest.fixture(scope="module")
def hostile(root: Path) -> dict[str, Any]:
    """What makes the documents that are measured."""
    return runpy.run_path(str(root / "bench" / "hostile.py"))


def test_the_bounds_are_said(root: Path) -> None:
    """The first table is the readers' own constants."""
    page = (root / "docs" / "limits.md").read_text("utf-8")
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|", page.partition("## Measured")[0], re.MULTILINE)
    assert {what: bound for what, bound in rows if what not in ("what", "---")} == BOUNDS


def test_the_documents_are_those_that_are_measured(root: Path, hostile: dict[str, Any]) -> None:
    """Each row of figures is a document of ``bench/hostile.py``, and those without one are listed below the rows."""
    page = (root / "docs" / "limits.md").read_text("utf-8").partition("## Measured")[2]
    told = re.findall(r"^\| (\w+): ([^|]+?) \|", page, re.MULTILINE)
    told += re.findall(r"^- (\w+): (.+)$", page, re.MULTILINE)
    assert sorted(told) == sorted((kind, name) for name, (kind, _) in hostile["DOCUMENTS"].items())


SMALL: dict[str, tuple[str, Callable[[dict[str, Any]], bytes], str]] = {
    # what: the name of the file, what makes it, what is said of it
    "attributes": ("a.html", lambda make: b"<p " + b"a=1 " * 1_100 + b">x", "more than 1000 attributes"),
    "depth of HTML": ("a.html", lambda make: b"<div>" * 2_100 + b"x", "nested more than 2000 deep"),
    "depth of DOCX": ("a.docx", lambda make: make["word"]("<w:tbl><w:tr><w:tc>" * 100), "nested deeper"),
    "depth of JSON": ("a.json", lambda make: b'{"schema": 1, "source": ' + b"[" * 9_999, "brackets too deep"),
    "packing": ("a.zip", lambda make: make["zipped"]({"a.txt": bytes(17_000_000)}), "would unpack to 16 MB"),
    "packing that is lied about": (
        "a.zip",
        lambda make: make["claims"](make["zipped"]({"a.txt": bytes(17_000_000)})),
        "a.txt in the zip is damaged",
    ),
    "files": ("a.zip", lambda make: make["zipped"]({f"{n}.txt": "" for n in range(20_001)}), "20001 files"),
    "entities": ("a.docx", lambda make: make["zipped"]({"[Content_Types].xml": "", **make["LAUGHS"]}), "entities"),
}


@pytest.mark.parametrize("what", SMALL)
def test_what_is_over_a_bound_is_refused(what: str, tmp_path: Path, hostile: dict[str, Any]) -> None:
    """One sentence, of the input's exit code."""
    name, make, said = SMALL[what]
    file = tmp_path / name
    file.write_bytes(make(hostile))
    with pytest.raises(ConverterError, match=said) as refused:
        converter.load(file)
    assert refused.value.exit_code == 3 and "\n" not in str(refused.value)


@pytest.mark.parametrize("kind", ["html", "docx", "epub"])
def test_pictures_are_never_unpacked(kind: str, tmp_path: Path, hostile: dict[str, Any]) -> None:
    """One that claims 100,000 pixels a side and holds none goes into the book as it is."""
    picture = hostile["png"](100_000, 0)
    file = tmp_path / f"a.{kind}"
    file.write_bytes(hostile["shown"](kind, picture))
    issue = converter.load(file)
    assert [picture] == [data for _, data in issue.images]
    converter.write(issue, tmp_path / "a.epub", converter.Options(to="epub"))
    assert picture in hostile["files_of"]((tmp_path / "a.epub").read_bytes())


@pytest.mark.parametrize("sign", ["- ", "> ", "1. "])
def test_lists_deeper_than_the_bound_stay_text(sign: str) -> None:
    """Each item below it keeps its words, in order."""
    lines = [f"{sign * depth if sign == '> ' else '    ' * (depth - 1) + sign}项{depth}" for depth in range(1, 31)]
    found = converter.load("\n".join(lines).encode(), converter.Options(reader="markdown"))
    said = re.findall(r"项\d+", " ".join(block.text for block in found.blocks()))
    assert said == [f"项{depth}" for depth in range(1, 31)]
