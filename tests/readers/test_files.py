"""Files that give their bytes when they are asked, in this process or in another."""

import io
import os
import pickle
import zipfile
from pathlib import Path

import pytest

from converter.errors import UnreadableInput
from converter.readers import files
from converter.readers.archive import Archive
from converter.readers.files import File, Held, InZip, OnDisk, Zip, bounded, is_picture, of_stream, read_bytes


def packed(**held: str) -> bytes:
    """A zip of such files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as writing:
        for name, text in held.items():
            writing.writestr(name, text)
    return made.getvalue()


def kinds(folder: Path) -> list[File]:
    """The same bytes on disk, held, in a zip on disk and in one that came by a stream."""
    data = packed(a="桥")
    (folder / "a").write_text("桥", "utf-8")
    (folder / "a.zip").write_bytes(data)
    on_disk = Zip(str(folder / "a.zip"), opened=Archive(data))
    return [OnDisk(str(folder / "a")), Held("桥".encode()), InZip(on_disk, "a"), InZip(Zip("", data), "a")]


@pytest.mark.parametrize("kind", range(4))
def test_a_file_is_sent_whole_or_as_its_place(tmp_path: Path, kind: int) -> None:
    """What another process gets gives the same bytes; of a file on disk no more than its path is sent."""
    file = kinds(tmp_path)[kind]
    sent = pickle.dumps(file)
    again = pickle.loads(sent)
    assert (again, again.read()) == (file, "桥".encode())
    assert ("桥".encode() in sent) == (kind in (1, 3))


def test_a_zip_that_changes_is_read_anew(tmp_path: Path) -> None:
    """A process that was sent a file of a zip does not remember another zip that lay there."""
    path = tmp_path / "a.zip"
    for time, text in enumerate(("旧", "新")):
        path.write_bytes(packed(a=text))
        os.utime(path, ns=(time, time))
        assert pickle.loads(pickle.dumps(InZip(Zip(str(path)), "a"))).read().decode() == text


def test_what_has_gone_is_told_when_it_is_read(tmp_path: Path) -> None:
    """Getting a file from another process never fails; reading it says what is wrong."""
    file = pickle.loads(pickle.dumps(kinds(tmp_path)[2]))
    (tmp_path / "a.zip").unlink()
    with pytest.raises(UnreadableInput, match=r"cannot read .*a\.zip: No such file or directory; check the path"):
        file.read()
    with pytest.raises(UnreadableInput, match="cannot read .*: embedded null byte; check the path"):
        read_bytes("a\0b")


def test_a_name_that_is_misspelt(tmp_path: Path) -> None:
    """The file beside it with nearly that name is told; one that is called otherwise is not."""
    (tmp_path / "page-03.txt").write_text("x")
    for name in ("pgae-03.txt", "Page_03.TXT"):
        with pytest.raises(UnreadableInput, match=f"; did you mean {tmp_path / 'page-03.txt'}\\?$"):
            read_bytes(str(tmp_path / name))
    for name in ("other.docx", "gone/page-03.txt"):
        with pytest.raises(UnreadableInput, match="; check the path$"):
            read_bytes(str(tmp_path / name))


def test_a_stream_that_is_none() -> None:
    """What reads otherwise than a stream does, or has to be awaited, is told."""

    class Whole:
        def read(self) -> bytes:
            return b"x"

    class Later:
        def read(self, size: int) -> object:
            return object()

    for odd in (Whole(), Later()):
        with pytest.raises(UnreadableInput, match="^cannot read the stream: .*; give what its read\\(\\) gives$"):
            of_stream(odd)  # type: ignore[arg-type]


def test_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream is bounded: what is as large as a document may be is read, one byte more is refused."""
    monkeypatch.setattr(files, "LARGEST", 5)
    assert bounded(io.BytesIO(b"12345"), "a.txt") == b"12345"
    with pytest.raises(UnreadableInput, match=r"a\.txt has more than 0 MB: split it"):
        bounded(io.BytesIO(b"123456"), "a.txt")


def test_pictures_are_known_by_their_suffix() -> None:
    """In any case; a hidden file that is called like a suffix is none."""
    assert [name for name in ("a.JPG", "b/c.webp", ".png", "png", "a.txt") if is_picture(name)] == ["a.JPG", "b/c.webp"]
