"""A message holds the books whole, or is not made."""

from email import message_from_bytes
from email.policy import SMTP
from pathlib import Path

import pytest

from converter.deliver.message import KINDS, MOST, check, message
from converter.errors import TooMuch, UnreadableInput


def books(folder: Path, *names: str, size: int = 3) -> list[Path]:
    """Files of these names; they take no place on the disk."""
    made = [folder / name for name in names]
    for path in made:
        with path.open("wb") as file:
            file.truncate(size)
    return made


def test_every_book_is_an_attachment_with_its_name(tmp_path: Path) -> None:
    """Chinese names too, and bytes of any kind; sender, recipient, day and a name of its own are said."""
    first, second = books(tmp_path, "临江晚报 5月16日.epub", "b.PDF")
    first.write_bytes(bytes(range(256)) * 9 + b"\r\n.\r\n")
    made = message([first, second], "me@example.org", "me@kindle.com")
    read = message_from_bytes(made.as_bytes(policy=SMTP), policy=SMTP)
    assert (read["From"], read["To"], read["Subject"]) == ("me@example.org", "me@kindle.com", "临江晚报 5月16日, b")
    assert read["Message-ID"].endswith("@example.org>")
    assert read["Date"].datetime
    attached = [(part.get_filename(), part.get_content_type(), part.get_content()) for part in read.iter_attachments()]
    assert attached == [
        ("临江晚报 5月16日.epub", "application/epub+zip", first.read_bytes()),
        ("b.PDF", "application/pdf", bytes(3)),
    ]


def test_the_limits_are_amazon_s(tmp_path: Path) -> None:
    """25 files and 50 MB are taken, one more is not."""
    many = books(tmp_path, *(f"{number}.epub" for number in range(MOST + 1)))
    check(many[:MOST])
    with pytest.raises(TooMuch, match="26 files are more than the 25"):
        check(many)
    large = books(tmp_path, "a.epub", "b.epub", size=25_000_000)
    check(large)
    (one,) = books(tmp_path, "c.epub", size=1)
    with pytest.raises(TooMuch, match=r"50\.0 MB are more than the 50 MB"):
        check([*large, one])


@pytest.mark.parametrize("name", ["a.azw3", "a.mobi", "a.kepub.epub", "a", "a.outline"])
def test_what_a_kindle_does_not_take_is_refused(name: str, tmp_path: Path) -> None:
    """With what to make instead."""
    with pytest.raises(UnreadableInput, match="does not take .* make an .epub with --for kindle"):
        check(books(tmp_path, name))


def test_a_book_has_to_be_there(tmp_path: Path) -> None:
    """A missing one, a folder and an empty file are told before anything is sent."""
    with pytest.raises(UnreadableInput, match="there is no book"):
        check([tmp_path / "a.epub"])
    with pytest.raises(UnreadableInput, match="there is no book"):
        check([tmp_path])
    with pytest.raises(UnreadableInput, match="is empty"):
        check(books(tmp_path, "a.epub", "b.epub", size=0))


def test_every_kind_has_a_media_type() -> None:
    """A type and a subtype."""
    assert {kind.count("/") for kind in KINDS.values()} == {1}
