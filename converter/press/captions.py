"""Which line under a picture says what the picture shows."""

from __future__ import annotations

from functools import cache

from converter.press.lexicon import lists

_SET_APART, _LINE, _SENTENCE = 120, 40, 20
"""Characters of the longest caption: one that is set apart from text, another line, one that is a sentence."""


def is_caption(text: str, apart: bool, bold: bool) -> bool:
    """Whether ``text``, which stands right under a picture, is its caption.

    ``apart`` says that it is set otherwise than text is: in the middle, in smaller type, in the picture's own element;
    ``bold`` that all of it is. A line that says whose the picture or the article is, is none.
    """
    if text.startswith(_others()):
        return False
    if apart:
        return len(text) <= _SET_APART
    longest = _SENTENCE if text.endswith("。") else _LINE
    return not bold and len(text) <= longest and text[-1] not in "！？：；…”」"


@cache
def _others() -> tuple[str, ...]:
    return tuple(word for words in lists(__package__, "captions").values() for word in words)
