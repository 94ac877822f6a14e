"""A zip is opened with care."""

import io
import stat
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from converter import load
from converter.errors import UnreadableInput
from converter.readers import archive
from converter.readers.archive import Archive, climbs, kind_of_zip

Zip = zipfile.ZipFile


def packed(fill: Callable[[Zip], object]) -> bytes:
    """The bytes of a zip that ``fill`` has filled."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        fill(made)
    return file.getvalue()


def link(made: Zip) -> None:
    """A symbolic link."""
    entry = zipfile.ZipInfo("a.txt")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    made.writestr(entry, "/etc/passwd")


def locked(data: bytes) -> bytes:
    """The zip with the bit set that says that a file is encrypted."""
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.index(signature) + at
        data = data[:place] + bytes([data[place] | 1]) + data[place + 1 :]
    return data


SOUND = packed(lambda made: made.writestr("a.txt", "桥" * 100))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 no zip", "damaged or cut short"),
        (SOUND[:-30], "damaged or cut short"),
        (locked(SOUND), "is encrypted"),
        (packed(lambda made: made.writestr("../a.txt", "桥")), "leads out of it"),
        (packed(lambda made: made.writestr("b/../../a.txt", "桥")), "leads out of it"),
        (packed(lambda made: made.writestr("/etc/a.txt", "桥")), "leads out of it"),
        (packed(lambda made: made.writestr("C:\\a.txt", "桥")), "leads out of it"),
        (packed(lambda made: made.writestr("..\\a.txt", "桥")), "leads out of it"),
        (packed(link), "a link and no file"),
        (packed(lambda made: made.writestr("a.txt", bytes(archive.SMALL + 1))), "would unpack to 16 MB"),
    ],
    ids=["none", "cut", "locked", "climbs", "climbs-later", "absolute", "drive", "backslash", "link", "bomb"],
)
def test_what_is_no_sound_zip_is_refused(data: bytes, says: str) -> None:
    """Each trap is told from the others, before anything is unpacked."""
    with pytest.raises(UnreadableInput, match=says):
        Archive(data)


def test_more_than_a_document_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole is bounded in bytes and in files."""
    data = packed(lambda made: [made.writestr(f"{n}.txt", "桥" * 10) for n in range(3)])
    monkeypatch.setattr(archive, "LARGEST", 89)
    with pytest.raises(UnreadableInput, match="would unpack"):
        Archive(data)
    monkeypatch.setattr(archive, "MOST_FILES", 2)
    with pytest.raises(UnreadableInput, match="holds 3 files"):
        Archive(data)


def test_what_says_that_it_is_small_is_not_unpacked() -> None:
    """Of twenty megabytes that are declared as a thousand bytes no more than some thousands are ever held."""
    size = 20_000_000
    data = packed(lambda made: made.writestr("a.txt", bytes(size)))
    lying = Archive(data.replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableInput, match="a.txt in the zip is damaged"):
            lying.read("a.txt")
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_a_damaged_file_in_a_sound_zip() -> None:
    """What does not unpack is named."""
    data = bytearray(SOUND)
    data[data.index(b"a.txt") + 6] ^= 0xFF
    with pytest.raises(UnreadableInput, match=r"a\.txt in the zip is damaged"):
        Archive(bytes(data)).read("a.txt")


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_in_the_packers_encoding(encoding: str) -> None:
    """Names that are not marked as UTF-8 are read in the encoding that they are in."""
    name = "汉江晚报要闻版面.txt"
    raw = name.encode(encoding)
    mark = bytes(len(raw))  # a name of the same length, put right in the bytes
    data = packed(lambda made: made.writestr("x" * len(mark), "桥")).replace(b"x" * len(mark), raw)
    assert Archive(data).names == (name,)


def test_kinds() -> None:
    """A zip's format is told by what must be in it."""
    assert kind_of_zip(("mimetype", "META-INF/container.xml")) == "epub"
    assert kind_of_zip(("[Content_Types].xml", "word/document.xml")) == "docx"
    assert kind_of_zip(("word/a.txt",)) == "zip"


def test_climbs() -> None:
    """A path that stays inside may have dots in it."""
    assert [climbs(path) for path in ("a/../b", "..a/b", "a/..", "./a")] == [False, False, False, False]


def test_a_name_that_stands_twice(tmp_path: Path) -> None:
    """The last file of a name is read, and that is said."""
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for text in ("船队今早出海。", "船队今晚回港。"):
            made.writestr("a.txt", text)
    issue = load([path])
    assert issue.warnings == (f"{path} holds a.txt twice: only the last one is read",)
    assert [block.text for block in issue.blocks()] == ["船队今晚回港。"]
