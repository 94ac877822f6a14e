"""A file is read as what it is, whatever its name says; what cannot be read is told with what would help."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import converter
from converter.errors import UnreadableInput
from converter.pipeline import Options
from converter.readers.kinds import kind_of

PAGE = "<!DOCTYPE html><html><body><h1>渔港</h1><p>船队今早出海。</p></body></html>"
SAVED = "From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=b\r\n\r\n"


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


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\n", "PNG picture.*OCR"),
        (b"RIFF\0\0\0\0WEBP", "WebP picture.*OCR"),
        (b"{\\rtf1", "RTF document.*save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office document from before 2007.*save it as .docx"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted.*password"),
        (b"\x1f\x8b\x08", "gzip.*unpack"),
        (b"\0" * 60 + b"BOOKMOBI", "Kindle book.*EPUB"),
        (b"\x7fELF", "program"),
        (b"ITSF\x03", "CHM.*unpack"),
        (b"AT&TFORM", "DjVu.*OCR"),
        (b"BM\x46\0\0\0\0\0\0\0", "BMP picture.*OCR"),
        (b"CAJ\0", "CAJ document.*CAJViewer"),
        (b"RIFF\0\0\0\0WAVE", "sound"),
        (b"a.txt" + bytes(252) + b"ustar", "tar archive.*unpack"),
        (b"<?xml version='1.0'?><!-- x --><FictionBook>", "FictionBook.*calibre.*--from text"),
        (b'<?xml version="1.0"?><?mso?>\n<w:wordDocument>', "Word document as XML.*save it as .docx"),
        (b"<?xml version='1.0'?><report/>", "XML \\(<report>\\).*--from text"),
        (
            b"PK\x03\x04" + b"\0" * 22 + b"\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.text",
            "OpenDocument.*save it as .docx",
        ),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".html", ""])
def test_what_no_reader_reads(data: bytes, message: str, suffix: str) -> None:
    """A known kind of file that is no text is named, with what to do."""
    with pytest.raises(UnreadableInput, match=message):
        kind_of(data, suffix)


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["[Content_Types].xml", "xl/workbook.xml"], "Excel workbook.*sheets"),
        (["[Content_Types].xml", "ppt/slides/slide1.xml"], "PowerPoint presentation.*outline"),
        (["OFD.xml", "Doc_0/Document.xml"], "OFD document.*OFD reader"),
        (["Index/Document.iwa"], "iWork document.*export"),
        (["mimetype", "content.xml"], "OpenDocument.*save it as .docx"),
    ],
)
def test_packed_documents(names: list[str], message: str, tmp_path: Path) -> None:
    """A document that is a zip inside is no zip of documents, and is named."""
    path = tmp_path / "page.zip"
    with zipfile.ZipFile(path, "w") as made:
        for name in names:
            made.writestr(name, "x")
    with pytest.raises(UnreadableInput, match=message):
        converter.load([path])


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
