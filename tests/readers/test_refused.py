"""What no reader reads is named, with what would help."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import converter
from converter.errors import UnreadableInput
from converter.readers.kinds import kind_of
from converter.readers.refused import is_package, refuse_binary, refuse_xml


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"RIFF\0\0\0\0WEBP", "WebP picture.*PNG or JPEG"),
        (b"{\\rtf1", "RTF document.*save it as .docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office document from before 2007.*save it as .docx"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted.*password"),
        (b"\x1f\x8b\x08", "gzip.*unpack"),
        (b"\0" * 60 + b"BOOKMOBI", "Kindle book.*EPUB"),
        (b"\x7fELF", "program"),
        (b"ITSF\x03", "CHM.*unpack"),
        (b"AT&TFORM", "DjVu.*OCR"),
        (b"CAJ\0", "CAJ document.*CAJViewer"),
        (b"RIFF\0\0\0\0WAVE", "sound"),
        (b"RIFF\0\0\0\0AVI ", "a film,"),
        (b"\0\0\0\x18ftypheic", "HEIC picture.*PNG or JPEG"),
        (b"\0\0\0\x18ftypavif", "AVIF picture.*PNG or JPEG"),
        (b"\0\0\0\x18ftypisom", "film or a sound"),
        (b"\0" * 60 + b"TEXtREAd", "Palm book.*EPUB"),
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
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"II*\0", "a TIFF picture"),
        (b"MM\0*", "a TIFF picture"),
        (b"BM\x46\0\0\0\0\0\0\0", "a BMP picture"),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".html", ""])
def test_pictures_that_are_read(data: bytes, what: str, suffix: str) -> None:
    """A picture is a scan, whatever its file is called; as a text it is refused with what to say instead."""
    assert kind_of(data, suffix) == "scan"
    with pytest.raises(UnreadableInput, match=f"{what}, not text: leave out --from, or say --from scan"):
        refuse_binary(data)


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


@pytest.mark.parametrize("data", ["渔港".encode(), b"BM and more words", b"%PDF in the text", b"a ftyp b", b""])
def test_text_is_not_refused(data: bytes) -> None:
    """Signs count at their own place alone, and all of them together."""
    refuse_binary(data)


@pytest.mark.parametrize("head", ["<html>", "<?xml version='1.0'?><html>", "<?xml version='1.0'?> 渔港", "渔港"])
def test_a_page_is_not_refused(head: str) -> None:
    """XHTML is a page, and what only begins as XML does is text."""
    refuse_xml(head)


def test_an_unknown_kind_of_xml_has_a_short_name() -> None:
    """However long its root element is called."""
    with pytest.raises(UnreadableInput, match=rf"XML \(<{'a' * 30}>\)"):
        refuse_xml(f"<?xml version='1.0'?><{'a' * 40}>")


def test_files_of_a_package() -> None:
    """A zip is a document by one file that its kind has, not by what its own files are called."""
    assert [is_package(names) for names in (["xl/workbook.xml"], ["excel/a.txt", "ppt.txt"], [])] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("head", "what"),
    [
        ("<?xml version='1.0'?><TEI xmlns='http://www.tei-c.org/ns/1.0'>", "a TEI document"),
        ('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>', "a TEI document"),
        ("<?xml version='1.0'?>\n<!DOCTYPE TEI.2>\n<TEI.2>", "a TEI document"),
        ('<rss version="2.0"><channel>', "a feed of news"),
        ('<!-- feed --><feed xmlns="http://www.w3.org/2005/Atom">', "a feed of news"),
        ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">', "a feed or a catalogue"),
        ('<opml version="2.0">', "a list of feeds"),
        ("<TEI.2><text>", "a TEI document"),
        ("<opml><body>", "a list of feeds"),
        ('<book version="5.0" xmlns="http://docbook.org/ns/docbook">', r"XML \(<book>\)"),
        ("<nitf><head/>", r"XML \(<nitf>\)"),
    ],
)
def test_xml_without_a_declaration(head: str, what: str) -> None:
    """A root element that is known is told for what it is, where it names its space or version."""
    with pytest.raises(UnreadableInput, match=f"looks like {what}"):
        refuse_xml(head)


@pytest.mark.parametrize(
    "head",
    [
        "<feed>渔港</feed>",
        '<div xmlns="http://www.w3.org/1999/xhtml">',
        "<text xmlns='x'>渔港",
        "<document> 的写法见 version 一节",
    ],
)
def test_text_that_begins_with_a_tag_is_none(head: str) -> None:
    """One that says nothing of its space, and one that is not known."""
    refuse_xml(head)
