"""Plain text → ``Source``: lines with their gaps, indents and pages, without what no reader should see."""

from __future__ import annotations

import re
from dataclasses import replace

from converter.errors import UnreadableInput
from converter.model import Line, Source
from converter.readers.encoding import Decoded, decode

LARGEST = 1 << 26
"""Bytes of a text: 64 MiB are a hundred novels; its tree takes thirty times that in memory."""

SURE = 0.9  # below this confidence the user is told which encoding was guessed

# Code points that are left out of a line; the spans still hold them, so that offsets stay true.
# U+200D (joiner) and variation selectors choose glyphs, private use may be a font's own character: those are kept.
INVISIBLE = "\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
NONCHARACTERS = "".join(map(chr, (code | low for code in range(0x1FFFE, 0x110000, 0x10000) for low in (0, 1))))
FORBIDDEN = (
    "\\x00-\\x08\\x0e-\\x1f\\x7f\x81\x8d\x8f\x90\x9d\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffe\\uffff" + NONCHARACTERS
)
# C1 controls do not occur in text: where they do, a Windows-1252 byte was taken for Latin-1. U+0085 is a line end.
MENDED = {chr(byte): bytes((byte,)).decode("cp1252", "ignore") for byte in range(0x80, 0xA0)}
MISREAD = "".join(char for char, mended in MENDED.items() if mended and char != "\x85")

ODD = f"[{INVISIBLE}{FORBIDDEN}{MISREAD}]"

# One range beyond the BMP makes the table of this class quick; it only says that a closer look is due.
_PERHAPS_ODD = re.compile(f"[{INVISIBLE}{FORBIDDEN.removesuffix(NONCHARACTERS)}{MISREAD}\U00010000-\U0010ffff]")


def read_text(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a plain text file, in ``encoding`` where it is given, else in the one that is found.

    Raises ``UndecodableText``, and ``UnreadableInput`` where the input is empty, too large, or no text.
    """
    refuse_large(data)
    decoded = decode(data, encoding)
    source = replace(source_of(decoded.text), encoding=decoded.encoding)
    if encoding or decoded.confidence >= SURE:
        return source
    return replace(source, warnings=(doubt_of(decoded), *source.warnings))


def refuse_large(data: bytes) -> None:
    """Raise ``UnreadableInput`` where a text is larger than ``LARGEST``."""
    if len(data) > LARGEST:
        raise UnreadableInput(f"the text has {len(data) >> 20} MB, more than {LARGEST >> 20}: split it")


def source_of(text: str) -> Source:
    """The ``Source`` of a text. Its newlines become ``\\n``, else the text stays; lines leave out what is not seen.

    Raises ``UnreadableInput`` where nothing is left to read.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    odd = _PERHAPS_ODD.search(text) is not None
    lines = _lines(text, odd)
    if not lines:
        raise UnreadableInput("the input is empty: choose a file that has text in it")
    return Source(text, lines, warnings=warnings_of(text))


def _lines(text: str, odd: bool) -> tuple[Line, ...]:
    """The lines that are not blank; ``odd`` says that some characters may have to be left out or mended.

    A line of nothing but such characters adds its span to the next line, or to the last one.
    """
    flat = text.replace("\v", "\n").replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    paged = "\f" in text
    lines: list[Line] = []
    offset, number, gap, unseen, last = 0, 1, 0, -1, 0
    for page, sheet in enumerate(flat.split("\f"), 1):
        for raw in sheet.split("\n"):
            seen = clean(raw) if odd else raw
            shown = seen.strip()
            if shown:
                start = unseen if unseen >= 0 else offset + len(raw) - len(raw.lstrip())
                end = offset + len(raw.rstrip())
                indent = _columns(seen[: len(seen) - len(seen.lstrip())])
                shown = shown.replace("\t", " ")
                lines.append(Line(shown, start, end, number, gap, indent, page if paged else None))
                gap, unseen = 0, -1
            else:
                gap += 1
                if odd and raw.strip():
                    last = offset + len(raw.rstrip())
                    unseen = unseen if unseen >= 0 else offset + len(raw) - len(raw.lstrip())
            offset += len(raw) + 1
            number += 1
        # A form feed ends a page, not a line: what follows it has the same number, and no blank line lies between.
        number -= 1
        gap = max(gap - 1, 0)
    if lines and unseen >= 0:
        lines[-1] = replace(lines[-1], end=last)
    return tuple(lines)


def _columns(blanks: str) -> int:
    """The width of white space, in columns."""
    return len(blanks) + blanks.count("\u3000") + 7 * blanks.count("\t") if blanks else 0


def clean(text: str) -> str:
    """``text`` without the characters that no reader should see, and with misread Windows-1252 put right."""
    return re.sub(ODD, lambda odd: MENDED.get(odd[0], ""), text) if _PERHAPS_ODD.search(text) else text


def warnings_of(text: str) -> tuple[str, ...]:
    """A sentence for each kind of character that was left out or mended, or that tells of an older loss."""
    odd = _PERHAPS_ODD.search(text) is not None
    counts = {
        "left out {} invisible character(s), such as zero-width spaces": INVISIBLE,
        "left out {} control or other character(s) that no text may hold": FORBIDDEN,
        "mended {} character(s) of Windows-1252, such as quotes, that stood as control characters": MISREAD,
    }
    found = [says.format(n) for says, chars in counts.items() if odd and (n := len(re.findall(f"[{chars}]", text)))]
    if lost := text.count("\ufffd"):
        found.append(
            f"the text has {lost} replacement character(s) U+FFFD, lost when it was made: look for a better copy"
        )
    return tuple(found)


def doubt_of(decoded: Decoded) -> str:
    """The sentence that tells which encoding was guessed."""
    others = ", ".join(name for name, score in decoded.candidates if name != decoded.encoding and score > 0.01)
    also = f" (it may be {others})" if others else ""
    return f"the encoding was guessed as {decoded.encoding}{also}: if the text is wrong, name it with --encoding"
