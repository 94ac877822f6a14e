"""A file is read as what it is, whatever its name says; what cannot be read is told with what would help."""

from __future__ import annotations

from pathlib import Path

import pytest

import converter
from converter.pipeline import Options
from converter.readers.kinds import kind_of

PAGE = "<!DOCTYPE html><html><body><h1>渔港</h1><p>船队今早出海。</p></body></html>"
SAVED = (
    "From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/related;\r\n\tboundary=b\r\n\r\n"
)


@pytest.mark.parametrize(
    ("data", "suffix", "expected"),
    [
        ("渔港".encode(), ".txt", "text"),
        ("渔港".encode(), "", "text"),
        ("渔港".encode(), ".xyz", "text"),
        ("渔港".encode(), ".html", "text"),
        ("渔港 <b>迎来</b> 新船".encode(), ".html", "html"),
        ("<编者按>渔港".encode(), ".txt", "text"),
        (b"<p>" + b" " * 9, ".txt", "text"),
        (PAGE.encode(), ".txt", "html"),
        (PAGE.encode(), "", "html"),
        (PAGE.encode(), ".docx", "html"),
        (PAGE.encode(), ".mhtml", "html"),
        (b"\xef\xbb\xbf" + PAGE.encode(), ".txt", "html"),
        (PAGE.encode("utf-16"), ".txt", "html"),
        (PAGE.encode("utf-16-be"), ".txt", "html"),
        (PAGE.encode("gb18030"), ".md", "html"),
        (b"<?xml version='1.0'?>\n<!-- a -->\n <html>", ".txt", "html"),
        (b"<!-- x -->" * 999, ".txt", "text"),
        (SAVED.encode(), ".txt", "mhtml"),
        (SAVED.encode(), ".html", "mhtml"),
        (b"# banmian outline 1\n", ".txt", "outline"),
        ("# 渔港".encode(), ".md", "markdown"),
        ("# 渔港".encode(), ".MARKDOWN", "markdown"),
        ("渔港".encode(), ".docx", "text"),
        (b'{"schema": 2, "source": null, "doubts": 0', ".txt", "json"),
        (b'\xef\xbb\xbf\n{"schema": 1, "source": "a.txt", ', "", "json"),
        ('{"schema": 1, "source": "页.txt", '.encode("utf-16"), ".txt", "json"),
        ('{"港": ["船", 1]}'.encode(), ".txt", "json"),
        ('{"港": 1}\n{"港": 2}\n'.encode(), ".jsonl", "json"),
        (b"[" * 99999, "", "json"),
        ('{"港": 1, '.encode(), ".json", "json"),
        ('{"港": 1, '.encode(), ".txt", "text"),
        ("渔港".encode(), ".json", "text"),
        ("[编者按] 渔港迎来新船。\n[1] 见上。".encode(), ".txt", "text"),
        ('{"港": 1}\n渔港迎来新船。'.encode(), ".txt", "text"),
        ("{{渔港}}".encode("gb18030"), ".md", "markdown"),
        (b"[ \xff\xff\x81", "", "text"),
    ],
)
def test_what_the_bytes_show(data: bytes, suffix: str, expected: str) -> None:
    """The first bytes decide; between texts without a sign of their own, the suffix."""
    assert kind_of(data, suffix) == expected


def test_from_overrules(tmp_path: Path) -> None:
    """A page whose name lies is read as a page, and as its own source where the user says text."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    issue = converter.detect(converter.read(path))
    assert [(block.role, block.text) for block in issue.blocks()] == [
        ("headline", "渔港"),
        ("paragraph", "船队今早出海。"),
    ]
    source = converter.read(path, Options(reader="text"))
    assert isinstance(source, converter.Source) and source.text == PAGE
