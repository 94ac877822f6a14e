"""Short numbers and letters that stand upright in a vertical line (縱中橫, clreq 3.2.5)."""

from __future__ import annotations

import re

TAG = re.compile("(<[^>]*>)")
LATIN = "!-~\u00a1-\u024f"
SHORT = re.compile(f"(?<![{LATIN}])(?<![{LATIN}] )([0-9A-Za-z]{{1,2}}|[!?]{{2}})(?! ?[{LATIN}])")
"""One or two letters or digits among Chinese characters; what belongs to a longer word, number or sentence lies."""

BLANK_BEFORE = re.compile(f"\\s+(?=[0-9A-Za-z!?]{{1,2}}(?![{LATIN}]))")


def upright(markup: str) -> str:
    """``markup`` with its short numbers and words set across the line; longer ones lie on their side."""
    pieces = TAG.split(markup)
    for place in range(2, len(pieces), 2):
        blank = BLANK_BEFORE.match(pieces[place]) if pieces[place - 1].startswith("</") else None
        if blank:  # it goes into the element before: alone between two elements it would look like formatting
            pieces[place] = pieces[place][blank.end() :]
            pieces[place - 2] += blank[0]
    pieces[::2] = [SHORT.sub(r'<span class="upright">\1</span>', text) for text in pieces[::2]]
    return "".join(pieces)
