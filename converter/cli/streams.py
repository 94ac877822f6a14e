"""The standard streams as a command finds them: full, closed, or of an encoding that lacks most of a text."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

from converter.errors import ConverterError, UnwritableOutput


class ReaderGone(ConverterError):
    """The reader of standard output went away; there is nothing to say of it."""

    exit_code = 141


class _Output(io.FileIO):
    """Standard output: what cannot be written to it is an error of Banmian's."""

    def write(self, data: object) -> int:
        try:
            return super().write(data)  # type: ignore[arg-type]
        except BrokenPipeError as error:
            raise ReaderGone from error
        except OSError as error:
            raise UnwritableOutput(
                f"cannot write to standard output: {error.strerror}; send it elsewhere, or say -o FILE"
            ) from error


class _Messages(io.FileIO):
    """Standard error: a message that nobody can be told hinders no work."""

    def write(self, data: object) -> int:
        try:
            return super().write(data)  # type: ignore[arg-type]
        except OSError:
            return len(memoryview(data))  # type: ignore[arg-type]


def mend() -> None:
    """Make ``sys.stdout`` and ``sys.stderr`` streams that a command can write to, whatever they are.

    Characters that their encodings lack are written as escapes. Where a stream is closed, its number is taken, so that
    no file which is opened later gets what was meant for it.
    """
    for number, flags in ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        if not _is_open(number):
            os.open(os.devnull, flags)  # the lowest number that is free; reading or writing fails as with a closed one
    sys.stdout = _over(sys.stdout, 1, _Output)
    sys.stderr = _over(sys.stderr, 2, _Messages)


def forget() -> None:
    """Let nothing that is still held for standard output fail once more when Python ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _over(stream: TextIO | None, number: int, kind: type[io.FileIO]) -> io.TextIOWrapper:
    """The stream of that number, its failures told as ``kind`` tells them."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    raw = kind(number, "wb", closefd=False)
    console = raw.isatty()
    if console and os.name == "nt" and isinstance(stream, io.TextIOWrapper):  # Windows' console takes characters
        stream.reconfigure(errors="backslashreplace")
        return stream
    buffer = io.BufferedWriter(raw)
    return io.TextIOWrapper(buffer, encoding, "backslashreplace", line_buffering=console or number == 2)
