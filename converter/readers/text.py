"""Plain text → ``Source``: lines with their gaps, indents and pages, without what no reader should see."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from converter.errors import UnreadableInput
from converter.model import Line, Metadata, Source
from converter.press.patterns import later
from converter.readers.encoding import Decoded, decode

LARGEST = 1 << 26
"""Bytes of a text: 64 MiB are a hundred novels; its tree takes thirty times that in memory."""

NAMED = 20
"""Damaged places that are told one by one."""

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
_PERHAPS_ODD = later(f"[{INVISIBLE}{FORBIDDEN.removesuffix(NONCHARACTERS)}{MISREAD}\U00010000-\U0010ffff]")


def read_text(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a plain text file, in ``encoding`` where it is given, else in the one that is found.

    Raises ``UndecodableText``, and ``UnreadableInput`` where the input is empty, too large, or no text.
    """
    refuse_large(data)
    decoded = decode(data, encoding, strict=False)
    source = told_of(_source(decoded), decoded)
    if encoding or decoded.confidence >= SURE:
        return source
    return replace(source, warnings=(doubt_of(decoded), *source.warnings))


def _source(decoded: Decoded) -> Source:
    """The ``Source`` of what was decoded, read as it means where HTML is left in it."""
    text, broken = with_line_feeds(decoded.text), len(decoded.broken)
    if "<" not in text and "&" not in text:
        return source_of(text, broken)
    from converter.readers.leftover import marked, without_leftovers

    text, spans, said = without_leftovers(text)
    source = source_of(text, broken)
    return replace(marked(source, spans), warnings=(*said, *source.warnings))


def with_line_feeds(text: str) -> str:
    """The text with ``\\n`` for every line end of an older system's."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def told_of(source: Source, decoded: Decoded) -> Source:
    """The source with its encoding, and with what is to be said of its broken bytes, if there are any."""
    damage = damage_of(decoded)
    said = (damage,) if damage else ()
    return replace(source, encoding=decoded.encoding, damage=damage, warnings=(*said, *source.warnings))


def refuse_large(data: bytes) -> None:
    """Raise ``UnreadableInput`` where a text is larger than ``LARGEST``."""
    if len(data) > LARGEST:
        raise UnreadableInput(f"the text has {len(data) >> 20} MB, more than {LARGEST >> 20}: split it")


def source_of(text: str, broken: int = 0) -> Source:
    """The ``Source`` of a text. Its newlines become ``\\n``, else the text stays; lines leave out what is not seen.

    So many of its U+FFFD as are ``broken`` stand for broken bytes, which another warning tells of. Raises
    ``UnreadableInput`` where nothing is left to read.
    """
    text = with_line_feeds(text)
    odd = _PERHAPS_ODD.search(text) is not None
    lines = _lines(text, odd)
    if not lines:
        raise UnreadableInput("the input is empty: choose a file that has text in it")
    return Source(text, lines, warnings=warnings_of(text, broken))


def _lines(text: str, odd: bool) -> tuple[Line, ...]:
    """The lines that are not blank; ``odd`` says that some characters may have to be left out or mended.

    A line of nothing but such characters adds its span to the next line, or to the last one.
    """
    flat = text.replace("\v", "\n").replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    paged = "\f" in text
    lines: list[Line] = []
    offset, number, gap, unseen, last = 0, 1, 0, -1, 0
    for page, sheet in enumerate(flat.split("\f"), 1):
        for raw in _split(sheet):
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


def _split(text: str) -> Iterator[str]:
    """The lines one by one: a list of millions of empty ones is larger than their text."""
    begin = 0
    while (end := text.find("\n", begin)) >= 0:
        yield text[begin:end]
        begin = end + 1
    yield text[begin:]


def _columns(blanks: str) -> int:
    """The width of white space, in columns."""
    return len(blanks) + blanks.count("\u3000") + 7 * blanks.count("\t") if blanks else 0


def clean(text: str) -> str:
    """``text`` without the characters that no reader should see, and with misread Windows-1252 put right."""
    return re.sub(ODD, lambda odd: MENDED.get(odd[0], ""), text) if _PERHAPS_ODD.search(text) else text


def facts(**told: str | None) -> Metadata:
    """What a document says of itself, without the characters that no reader should see."""
    return Metadata(**{name: clean(value or "") or None for name, value in told.items()})


def warnings_of(text: str, broken: int = 0) -> tuple[str, ...]:
    """A sentence for each kind of character that was left out or mended, or that tells of an older loss, as U+FFFD do
    but for the ``broken`` ones.
    """
    odd = _PERHAPS_ODD.search(text) is not None
    counts = {
        "left out {} invisible character(s), such as zero-width spaces": INVISIBLE,
        "left out {} control or other character(s) that no text may hold": FORBIDDEN,
        "mended {} character(s) of Windows-1252, such as quotes, that stood as control characters": MISREAD,
    }
    found = [says.format(n) for says, chars in counts.items() if odd and (n := len(re.findall(f"[{chars}]", text)))]
    if (lost := text.count("\ufffd") - broken) > 0:
        found.append(
            f"the text has {lost} replacement character(s) U+FFFD, lost when it was made: look for a better copy"
        )
    return tuple(found)


def damage_of(decoded: Decoded) -> str | None:
    """The sentence that tells where bytes are broken: neighbours are one place. None where none is."""
    if not decoded.broken:
        return None
    ends = [0, *(found.end() for found in re.finditer("\r\n|\r|\n", decoded.text))]
    first = [place for above, place in pairwise((-2, *decoded.broken)) if place > above + 1]
    named = []
    for place in first[:NAMED]:
        line = bisect_right(ends, place)
        named.append(f"line {line} character {place - ends[line - 1] + 1}")
    if len(first) > NAMED:
        named.append(f"and {len(first) - NAMED} more")
    return (
        f"the file is damaged in {len(first)} place(s), whose bytes are no {decoded.encoding} and stand as U+FFFD: "
        f"{', '.join(named)}: look for a better copy"
    )


def doubt_of(decoded: Decoded) -> str:
    """The sentence that tells which encoding was guessed."""
    others = ", ".join(name for name, score in decoded.candidates if name != decoded.encoding and score > 0.01)
    also = f" (it may be {others})" if others else ""
    return f"the encoding was guessed as {decoded.encoding}{also}: if the text is wrong, name it with --encoding"
