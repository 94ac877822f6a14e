"""Books → a mail message, if Send to Kindle takes them: of what kind, how many and how large they may be."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from pathlib import Path

from converter.errors import TooMuch, UnreadableInput
from converter.writers.epub.kindle import BY_MAIL

MOST = 25
"""Files that Send to Kindle takes in a message."""

KINDS = {
    ".bmp": "image/bmp",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".gif": "image/gif",
    ".htm": "text/html",
    ".html": "text/html",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".rtf": "application/rtf",
    ".txt": "text/plain",
}
"""The suffixes of what it takes (Amazon, *Learn How to Use Your Send to Kindle Email Address*), with media types."""

OTHER_READERS = (".kepub.epub",)
"""Suffixes of books made for other readers."""


def message(books: Sequence[Path], sender: str, recipient: str) -> EmailMessage:
    """The message that holds the books. Raises ``UnreadableInput`` and ``TooMuch``, before more than sizes are read."""
    check(books)
    made = EmailMessage()
    made["From"], made["To"] = sender, recipient
    made["Subject"] = ", ".join(book.stem for book in books[:3]) + ", …" * (len(books) > 3)
    made["Date"] = formatdate()
    made["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2])
    made.set_content("")
    for book in books:
        kind, _, form = KINDS[book.suffix.lower()].partition("/")
        try:
            data = book.read_bytes()
        except OSError as error:
            raise UnreadableInput(f"{book} cannot be read ({error.strerror}): check its permissions") from error
        made.add_attachment(data, maintype=kind, subtype=form, filename=book.name)
    return made


def check(books: Sequence[Path]) -> None:
    """Raise ``UnreadableInput`` where a book is missing, empty or of another kind, ``TooMuch`` above the limits."""
    for book in books:
        if not book.is_file():
            raise UnreadableInput(f"there is no book {book}: make it with `banmian convert`, or name another file")
        if book.suffix.lower() not in KINDS or book.name.lower().endswith(OTHER_READERS):
            taken = ", ".join(sorted(KINDS))
            raise UnreadableInput(
                f"Send to Kindle does not take {book.name} (it takes {taken}): make an .epub with --for kindle"
            )
    sizes = [book.stat().st_size for book in books]
    if 0 in sizes:
        raise UnreadableInput(f"{books[sizes.index(0)]} is empty: make it anew with `banmian convert`")
    if len(books) > MOST:
        raise TooMuch(f"{len(books)} files are more than the {MOST} that Send to Kindle takes at once: send fewer")
    if (total := sum(sizes)) > BY_MAIL * 1_000_000:
        raise TooMuch(
            f"{total / 1_000_000:.1f} MB are more than the {BY_MAIL} MB that Send to Kindle takes by mail: "
            "send fewer books at once, or make their pictures smaller"
        )
