"""What a pattern is said to need is in every text that it finds something in, so that no text is told nothing by it."""

import re
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.press import sites
from converter.press.lexicon import lists
from converter.structure import around, credited, unfit
from converter.structure.cues import vocabulary
from converter.structure.prose import stamps
from converter.structure.series import schemes
from converter.structure.shapes import poems

PATTERNS = {
    "title of a list": sites._list_title(),
    "title of comments": sites._comments_title(),
    "claim of a site": sites._claim(),
    "line of a site": sites._line(),
    "stamp": stamps._stamp(),
    "named division": schemes._names(),
    "counted item": schemes._counted(),
    "trail": around._TRAIL,
    "source of a picture": credited._SOURCE,
    "picture and its source": credited._PICTURED,
    "note of an earlier printing": unfit._NOTED,
    "tune": poems._tune(),
    "field of a poem": poems._named(),
}
PACKAGES = ("converter.press", "converter.structure.series", "converter.structure.shapes", "converter.structure.tree")
WORDS = sorted({word for name in PACKAGES for words in lists(name, "words").values() for word in words})
MARKS = "：:（）()【】[]《》<>＞»|/·•□■◆▲ 　。，、1二三2024特一0版A©Ⓒⓒ"
SIGNED = ["copyright", "CopyrIght", "COPYRİGHT ", "copyrıght", "Notice: The content above"]
PIECES = [*WORDS, *MARKS, *SIGNED, "渡口", "江一帆", "10:20"]
LINES = [
    line
    for seed in files("converter.seeds").iterdir()
    if seed.name.endswith(".txt")
    for line in seed.read_text("utf-8-sig").split("\n")
    if line
]


def finds_only_with_its_words(name: str, text: str) -> bool:
    pattern = PATTERNS[name]
    found = re.compile(pattern.pattern, pattern.flags & ~re.UNICODE).search(text)
    return found is None or any(word in text for word in pattern._needs())  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", PATTERNS)
def test_in_the_lines_of_pages_and_in_the_words_alone(name: str) -> None:
    assert all(finds_only_with_its_words(name, text) for text in [*LINES, *WORDS, *PIECES])


@settings(max_examples=200)
@given(st.sampled_from(sorted(PATTERNS)), st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
def test_in_any_row_of_words_and_marks(name: str, text: str) -> None:
    assert finds_only_with_its_words(name, text)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join))
def test_what_is_asked_before_a_credits_pattern(text: str) -> None:
    """A line's last character and its marks are asked first; they rule out no line that the pattern finds."""
    found = vocabulary._CREDIT.search(text, max(0, len(text) - 48)) is not None
    assert not found or text[-1] in "。，”" or vocabulary.ends_as_a_credit(text)
