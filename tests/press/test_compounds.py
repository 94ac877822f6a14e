"""A hyphen at a line's end is the word's own, or broke it."""

import pytest

from converter.press.compounds import keeps_its_hyphen, words_of


@pytest.mark.parametrize(
    "word",
    "well-known long-term high-speed user-friendly part-time state-owned Self-made twenty-one so-called non-profit "
    "mother-in-law state-of-the-art three-year-old data-driven follow-up check-in".split(),
)
def test_compounds(word: str) -> None:
    """A common first or last part, tens before ones, a link between hyphens."""
    first, _, last = word.rpartition("-")

    assert keeps_its_hyphen(f"他说{first}-", f"{last}的")


@pytest.mark.parametrize(
    "word",
    "infor-mation gov-ernment high-way high-er part-ner self-ish well-ness un-known under-stand over-looked non-sense "
    "twenty-fold re-lated state-ment web-site".split(),
)
def test_broken_words(word: str) -> None:
    """A first part that is no word, a last one that only ends one."""
    first, _, last = word.rpartition("-")

    assert not keeps_its_hyphen(f"他说{first}-", f"{last}的")


@pytest.mark.parametrize(
    ("words", "expected"),
    [((), False), (("data-base",), True), (("database",), False), (("data", "base"), True), (("data",), False)],
)
def test_the_page_tells(words: tuple[str, ...], expected: bool) -> None:
    """It has the word with its hyphen or without, or both halves as words."""
    assert expected == keeps_its_hyphen("Data-", "base", words)


def test_the_page_has_the_last_word() -> None:
    """A word that stands whole on the page has no hyphen, whatever its parts."""
    assert not keeps_its_hyphen("long-", "term", ("longterm", "long", "term"))


@pytest.mark.parametrize(("above", "below"), [("1-", "mation"), ("well-", "的"), ("", "a"), ("-", "a")])
def test_only_latin_words_have_hyphens(above: str, below: str) -> None:
    """Han characters and digits have none."""
    assert not keeps_its_hyphen(above, below)


def test_words_of_a_page() -> None:
    """Whole words in small letters; the halves of one that a line's end broke are none."""
    lines = ["一个Data-base和well-", "known的base", "in a-b2 X"]

    assert words_of(lines) == {"data-base", "base", "in", "x"}
