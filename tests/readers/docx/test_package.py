"""A document's parts are found by their relationships."""

from __future__ import annotations

import io
import zipfile

import pytest

from converter.errors import UnreadableInput
from converter.readers.docx.package import Package
from tests.readers.documents import R, W, p, packed


def with_file(data: bytes, name: str, text: str) -> bytes:
    """The package with another file in the place of one."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as made:
        for other in old.namelist():
            made.writestr(other, text if other == name else old.read(other))
        if name not in old.namelist():
            made.writestr(name, text)
    return file.getvalue()


def test_parts() -> None:
    """A part by its kind, the web by its address; what is not there is nothing."""
    document = Package(packed(p("桥"), styles="")).document
    styles = document.related("styles")
    assert (document.name, styles and styles.name) == ("word/document.xml", "word/styles.xml")
    assert document.related("numbering") is None
    assert [document.target(key) for key in ("rlink", "rstyles", "gone", None)] == [
        "https://port.example/a",
        "word/styles.xml",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("target", "found"),
    [("media/a.png", "word/media/a.png"), ("/word/media/a.png", "word/media/a.png"), ("b.png", None)],
)
def test_pictures(target: str, found: str | None) -> None:
    """A target is seen from its part, or from the root; one that is not in the package is none."""
    relations = f'<R><Relationship Id="r1" Type="{R}/image" Target="{target}"/></R>'
    data = with_file(packed(p("桥")), "word/_rels/document.xml.rels", relations)
    assert Package(with_file(data, "word/media/a.png", "x")).document.image("r1") == found


def test_the_strict_form_means_the_same() -> None:
    """Its namespaces are the usual ones'."""
    strict = f'<w:document xmlns:w="{W}"><w:body>{p("桥")}</w:body></w:document>'.replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    root = Package(with_file(packed(""), "word/document.xml", strict)).document.root
    assert root.tag == f"{{{W}}}document"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Word before 2007"),
        (with_file(packed(""), "word/document.xml", "<a/>"), "though it is packed as one"),
        (packed("").replace(b"word/document.xml", b"word/document.xmx"), "though it is a zip"),
        (packed("")[:40], "damaged"),
    ],
    ids="encrypted old no-body no-document cut".split(),
)
def test_what_is_no_document(data: bytes, says: str) -> None:
    """One sentence for each way to be none."""
    with pytest.raises(UnreadableInput, match=says):
        Package(data)
