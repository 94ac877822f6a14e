"""Subtitles (SubRip, WebVTT) → ``Source``: what is said is text, numbers and times stand apart from it.

WebVTT: W3C, https://www.w3.org/TR/webvtt1/; SubRip has no standard, and WebVTT was made of it. Who speaks in a voice
tag (``<v 名字>``) stands before what is said, as in print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from converter.model import Line, Opens, Role, Source
from converter.readers.encoding import decode
from converter.readers.leftover import marked, without_leftovers
from converter.readers.text import SURE, doubt_of, refuse_large, source_of, told_of, with_line_feeds

_TIME = r"(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2}[,.][0-9]{1,3}"
_TIMES = re.compile(rf"{_TIME} *--> *{_TIME}(?: .*)?")
_NUMBER = re.compile("[0-9]{1,6}")
_ASIDE = re.compile("WEBVTT|NOTE|STYLE|REGION")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>\n]+)>")
_SETTING = re.compile(r"</?(?:v|c|lang)(?:\.[^\s<>]*)?(?:[ \t][^<>\n]*)?>|<[0-9:.]+>|\{\\[^{}\n]*\}")
_SPOKEN_BY_ANOTHER = ("-", "－", "–", "—")


def read_subtitles(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of subtitles: each thing said is a paragraph, over as many lines as it has; numbers, times and
    notes are furniture where they stood.

    Raises ``UndecodableText``, and ``UnreadableInput`` where the input is empty, too large, or no text.
    """
    refuse_large(data)
    decoded = decode(data, encoding, strict=False)
    text, settings = _SETTING.subn("", _VOICE.sub(r"\1：", with_line_feeds(decoded.text)))
    text, spans, left = without_leftovers(text)
    source = marked(source_of(text, len(decoded.broken)), spans)
    warnings = [f"left out {settings} setting(s) of how subtitles are shown"] * bool(settings)
    warnings += left
    if not encoding and not decoded.broken and decoded.confidence < SURE:
        warnings.append(doubt_of(decoded))
    lines = tuple(_told(source.lines))
    return told_of(replace(source, lines=lines, warnings=(*warnings, *source.warnings)), decoded)


def _told(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines with what they are: times with the number above them, notes, and what is said."""
    lines = list(lines)
    is_time = [_TIMES.fullmatch(line.text) is not None for line in lines] + [False]
    aside = said = False
    for place, line in enumerate(lines):
        begins = not place or line.gap_before > 0
        aside = _ASIDE.match(line.text) is not None if begins else aside and not is_time[place]
        numbers = is_time[place + 1] and (begins or _NUMBER.fullmatch(line.text) is not None)
        is_said = not (is_time[place] or numbers or aside)
        goes_on = is_said and said and not begins and not line.text.startswith(_SPOKEN_BY_ANOTHER)
        role = Role.PARAGRAPH if is_said else Role.FURNITURE
        yield replace(line, role=role, opens=Opens.LINE if goes_on else Opens.BLOCK)
        said = is_said
