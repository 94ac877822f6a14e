"""The characters of Chinese print: what a Han character is, and the marks.

The marks are those of GB/T 15834—2011 and of Taiwan's 《重訂標點符號手冊》, and what typists put for them. In a
pattern's set of characters those that have brackets or dashes among them have to be ``escaped``.
"""

from __future__ import annotations

HAN = "々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The Han characters, for a pattern's set: the unified ideographs with all their extensions, those for compatibility,
and 々 and 〇, which stand for one. A pattern with it takes a millisecond to compile: see ``LETTER``."""

LETTER = r"[^\W\d_A-Za-z]"
"""A pattern of one Han character, kana or other letter that is not Latin: for names, which it finds in any script, and
where many such patterns are made, as it compiles twenty times as fast as ``HAN``."""

WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff01-\uffe5\U00020000-\U0003ffff“”‘’…—"
"""What is set as wide as a Han character, for a pattern's set: Han, kana, and the marks of Chinese print."""

STOPS = "。！？!?…"
"""What ends a sentence. A Latin full stop does not: it ends abbreviations and numbers too."""

PAUSES = "，、；：,;:"
"""What stands inside a sentence."""

DASHES = "—―─–-"

QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", "﹁": "﹂", "﹃": "﹄", "〝": "〞"}
"""Quotation marks, in horizontal and vertical lines, and what closes each."""

STRAIGHT = "\"＂'＇"
"""Quotation marks that open and close alike; ``press/quotes.py`` tells which does what."""

TITLES = {"《": "》", "〈": "〉"}
"""The marks of a title (书名号), and what closes each."""

BRACKETS = {"（": "）", "(": ")", "【": "】", "〔": "〕", "〖": "〗", "［": "］", "[": "]", "｛": "｝", "{": "}"}

PARTNERS = QUOTES | TITLES | BRACKETS
"""What closes each mark that opens."""

OPENING_QUOTES, CLOSING_QUOTES = "".join(QUOTES), "".join(QUOTES.values()) + "〟"
"""〟 closes 〝 too, at the foot of the line."""

OPENING, CLOSING = "".join(PARTNERS), "".join(PARTNERS.values()) + "〟"

SENTENCE_ENDS = f"{STOPS}{CLOSING_QUOTES}{STRAIGHT}"
"""What a sentence ends with, one that is quoted too."""

TEXT_ENDS = f"{SENTENCE_ENDS}）)"
"""What a whole text ends with: a sentence, or something in brackets."""

CLINGING = f"{CLOSING}，。、；：！？…—·%"
"""What no line begins with, as none ends with what opens (clreq, 3.1.3)."""

PRINTED = f"，。、；：？！…—·{''.join(open_ + close for open_, close in PARTNERS.items() if not open_.isascii())}"
"""The marks that Chinese text alone has."""


def escaped(marks: str) -> str:
    """The marks as they may stand in a pattern's set of characters."""
    return "".join(f"\\{mark}" if mark in "[]\\^-" else mark for mark in marks)


SENTENCE_END = f"[{STOPS}]+[{escaped(CLOSING)}]*"
"""A pattern of a sentence's end, with the quotes and brackets that are closed there."""


def is_han(char: str) -> bool:
    """Whether ``char`` is one Han character, as ``HAN`` has it."""
    return "\u4e00" <= char <= "\u9fff" or char in ("〇", "々") or any(low <= char <= high for low, high in _MORE)


def is_extension(char: str) -> bool:
    """Whether ``char`` is of Unicode's extensions of the Han characters, which many fonts lack."""
    return "\u3400" <= char <= "\u4dbf" or "\U00020000" <= char <= "\U0003ffff"


_MORE = (("\u3400", "\u4dbf"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
