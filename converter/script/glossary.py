"""What a user says of names and terms, in two files: names to keep, and a glossary of what is written for a term."""

from __future__ import annotations

import os
from pathlib import Path

from converter.errors import UnreadableInput


def read_names(path: str | os.PathLike[str]) -> tuple[str, ...]:
    """The names in a file: one a line, in the script of the text; ``#`` begins a remark. Raises ``UnreadableInput``."""
    return tuple(row for _, row in _lines(path))


def read_glossary(path: str | os.PathLike[str]) -> dict[str, str]:
    """The terms in a file: a line's two columns, with a tab between, are what the text has and what is to be written.

    A term alone on its line stays as it is; ``#`` begins a remark. Raises ``UnreadableInput``.
    """
    found = {}
    for number, row in _lines(path):
        term, *written = (part.strip() for part in row.split("\t"))
        if not term or len(written) > 1 or written == [""]:
            raise UnreadableInput(f"{path}, line {number}: write the term, a tab, and what it becomes; found {row!r}")
        found[term] = written[0] if written else term
    return found


def _lines(path: str | os.PathLike[str]) -> list[tuple[int, str]]:
    """The lines of a UTF-8 file that say something, with their numbers."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableInput(f"cannot read {path}: {error.strerror}; check the path") from error
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path} is no UTF-8 text: save it as UTF-8") from error
    lines = ((number, row.strip()) for number, row in enumerate(text.splitlines(), 1))
    return [(number, row) for number, row in lines if row and row[0] != "#"]
