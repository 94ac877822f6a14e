"""The marks of Chinese print and what a Han character is."""

import re
import sys

import pytest

from converter.press import marks
from converter.press.marks import HAN, LETTER, PARTNERS, STRAIGHT, WIDE, escaped, is_han


def test_the_class_and_the_function_agree() -> None:
    """``HAN`` in a pattern and ``is_han`` take the same characters of all there are."""
    pattern = re.compile(f"[{HAN}]")
    differing = [chr(code) for code in range(sys.maxunicode + 1) if bool(pattern.match(chr(code))) != is_han(chr(code))]

    assert differing == []


@pytest.mark.parametrize(
    ("chars", "han", "letter", "wide"),
    [
        ("一龥鿿㐀䶿𠀀𰀀豈", True, True, True),
        ("〇々", True, True, True),
        ("ぬヌ", False, True, True),
        ("한", False, True, False),
        ("éЖ", False, True, False),
        ("A7_", False, False, False),
        ("，。“…—（", False, False, True),
        ("䷀", False, False, True),
        ("", False, False, False),
    ],
)
def test_han(chars: str, han: bool, letter: bool, wide: bool) -> None:
    """Han are the ideographs with all their extensions, 〇 and 々; letters are of any script but Latin."""
    for char in chars or [""]:
        assert (
            is_han(char),
            re.fullmatch(LETTER, char) is not None,
            re.fullmatch(f"[{WIDE}]", char) is not None,
        ) == (han, letter, wide)


def test_each_mark_has_one_partner() -> None:
    """No mark both opens and closes, none closes two, and those that do both are apart."""
    opening, closing = list(PARTNERS), list(PARTNERS.values())

    assert len(set(opening + closing)) == 2 * len(PARTNERS)
    assert set(STRAIGHT).isdisjoint(opening + closing)


@pytest.mark.parametrize(
    "name", ["STOPS", "PAUSES", "DASHES", "STRAIGHT", "OPENING", "CLOSING", "TEXT_ENDS", "PRINTED"]
)
def test_marks_stand_in_a_pattern(name: str) -> None:
    """Each string of marks, escaped, is a set of just these characters in a pattern."""
    said = getattr(marks, name)
    pattern = re.compile(f"[{escaped(said)}]")

    assert "".join(char for char in map(chr, range(0x10000)) if pattern.match(char)) == "".join(sorted(set(said)))


@pytest.mark.parametrize("text", ["他来了。", "“他来了。”", "『好。』", "﹁好﹂", "〝好〞", "〝好〟", "（完）", "‘好’"])
def test_ends(text: str) -> None:
    """A sentence, a quotation in every kind of quotes, and a bracket end a whole text."""
    assert text[-1] in marks.TEXT_ENDS


@pytest.mark.parametrize("text", ["他来", "他来，", "他说：", "《书》", "（", "“"])
def test_no_ends(text: str) -> None:
    """A word, a pause, a title's mark and an opening mark do not."""
    assert text[-1] not in marks.TEXT_ENDS
