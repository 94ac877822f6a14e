"""What Kobo's own reader wants: every sentence in a span with an id, so that it knows how far a reader has come."""

from __future__ import annotations

import re
from itertools import count

from converter.press.marks import SENTENCE_END
from converter.press.patterns import later

TAG = later("(<(?!wbr)[^>]*>)")
"""What ends a span; a place where a headline's line may be broken does not."""
BLOCK = later("<(?:p|h[1-6]|li|dt|dd|td|th|figcaption|blockquote|pre)[ >]")
SENTENCE = later(rf".*?(?:{SENTENCE_END}|\.(?=\s))\s*|.+", re.DOTALL)
"""A sentence with the marks that close it and what is quoted in it."""


def spanned(markup: str) -> str:
    """The body of a document with its sentences and pictures in Kobo's spans, and in Kobo's two divisions.

    Ids are ``kobo.PARAGRAPH.SENTENCE``, both from 1.
    """
    pieces = []
    paragraph, sentences = 0, count(1)
    for piece in TAG.split(markup):
        if BLOCK.match(piece) or piece.startswith("<img ") and not paragraph:
            paragraph, sentences = paragraph + 1, count(1)
        if piece.startswith("<img "):
            pieces.append(_span(paragraph, next(sentences), piece))
        elif piece.startswith("<") or not piece.strip():
            pieces.append(piece)
        else:
            paragraph = paragraph or 1
            pieces += [_span(paragraph, next(sentences), sentence) for sentence in SENTENCE.findall(piece)]
    return f'<div id="book-columns">\n<div id="book-inner">\n{"".join(pieces)}</div>\n</div>\n'


def _span(paragraph: int, sentence: int, inside: str) -> str:
    return f'<span class="koboSpan" id="kobo.{paragraph}.{sentence}">{inside}</span>'
