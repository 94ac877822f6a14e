"""What a document says that it is called, and by whom it is, where a person said it: else its program did."""

from __future__ import annotations

import re
from functools import cache

from converter.press.lexicon import any_of, lists


def title_of(said: str) -> str | None:
    """A title; None where it is a program's own word for a document, or the name of a file."""
    return None if not said or _is_program_s(said, "title") else said


def author_of(said: str) -> str | None:
    """An author; None where it is a user of no name."""
    return None if not said or _is_program_s(said, "author") else said


def _is_program_s(said: str, what: str) -> bool:
    """Whether a program wrote it where nobody did; it may have counted its documents: Document1, 未标题-2."""
    bare = "".join(said.split()).lower()
    return bool(_file().fullmatch(bare)) or bare.rstrip("0123456789-_") in lists(__package__, "words")["programs", what]


@cache
def _file() -> re.Pattern[str]:
    """A file's name, which a program that prints sets its own before."""
    suffix = any_of(lists(__package__, "words")["programs", "files"])
    return re.compile(rf"(?:microsoft(?:word|powerpoint|excel)-|wps).*|.*\.(?:{suffix})")
