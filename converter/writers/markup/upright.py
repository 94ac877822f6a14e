"""Short numbers and letters that stand upright in a vertical line (縱中橫, clreq 3.2.5)."""

from __future__ import annotations

import re

from converter.press.patterns import later

TAG = later("(<[^>]*>)")
LATIN = "!-~\u00a1-\u024f"
SHORT = later(f"(?<![{LATIN}])(?<![{LATIN}] )([0-9A-Za-z]{{1,2}}|[!?]{{2}})(?! ?[{LATIN}])")
"""One or two letters or digits among Chinese characters; what belongs to a longer word, number or sentence lies."""

LATIN_START, LATIN_END = later(f"[{LATIN}]"), later(f"[{LATIN}]$")
INLINE = later("</?(?:a|code|em|s|span|strong|sub|sup|time|u|wbr)(?: [^>]*)?/?>")
"""The tags between which a word may go on."""

BLANK_BEFORE = later(f"\\s+(?=[0-9A-Za-z!?]{{1,2}}(?![{LATIN}]))")


def upright(markup: str) -> str:
    """``markup`` with its short numbers and words set across the line; longer ones lie on their side."""
    pieces = TAG.split(markup)
    for place in range(2, len(pieces), 2):
        blank = BLANK_BEFORE.match(pieces[place]) if pieces[place - 1].startswith("</") else None
        if blank:  # it goes into the element before: alone between two elements it would look like formatting
            pieces[place] = pieces[place][blank.end() :]
            pieces[place - 2] += blank[0]
    for place in range(0, len(pieces), 2):
        pieces[place] = SHORT.sub(lambda found, at=place: _set(found, pieces, at), pieces[place])
    return "".join(pieces)


def _set(found: re.Match[str], pieces: list[str], place: int) -> str:
    """The letters upright, unless their word goes on beyond a tag (—EN<span>D—</span>)."""
    goes_on = (found.start() == 0 and LATIN_END.search(_beside(pieces, place, -2))) or (
        found.end() == len(found.string) and LATIN_START.match(_beside(pieces, place, 2))
    )
    return found[0] if goes_on else f'<span class="upright">{found[1]}</span>'


def _beside(pieces: list[str], place: int, step: int) -> str:
    """The text of the same line beside the one at ``place``, without what is set upright in it already."""
    tags, at = "", place
    while 0 <= at + step < len(pieces):
        tags = pieces[at + step // 2]
        at += step
        if not INLINE.fullmatch(tags):
            return ""
        if pieces[at]:
            return TAG.sub("", pieces[at])
    return ""
