"""Which quotation marks belong together."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from converter.script.pairs import match
from converter.script.quotes import requote

TEXTS = st.lists(st.text(alphabet="“”‘’「」『』\"'a 1桥，。\n", max_size=12), max_size=4)


@given(TEXTS, st.booleans())
def test_each_mark_is_in_one_pair(paragraphs: list[str], straight: bool) -> None:
    """No mark is taken twice, and an opening one stands before its closing one."""
    pairs = match(paragraphs, straight)
    places = [place for pair in pairs for place in (pair.opening, pair.closing) if place]
    assert len(places) == len(set(places))
    assert all(pair.opening < pair.closing for pair in pairs if pair.opening and pair.closing)


def test_a_quote_over_paragraphs() -> None:
    """It goes on where the next paragraph opens it anew, or closes it before it opens another; else it ends."""
    pairs = match(["“甲", "　“乙", "丙”", "丁‘戊", "己“庚”"])
    assert [(pair.opening, pair.closing, pair.depth, pair.goes_on) for pair in pairs] == [
        ((0, 0), None, 0, True),
        ((1, 1), (2, 1), 0, False),
        ((3, 1), None, 1, False),
        ((4, 1), (4, 3), 0, False),
    ]


def test_straight_marks_without_a_partner_are_not_told() -> None:
    """They neither count as quotes nor lie around others; with the context told, one that is opened anew goes on."""
    assert match(['桥"「路」'], straight=True) == match(["桥　「路」"])
    assert match(['他说："桥。', '"路。"'], straight=True) == [((0, 3), None, 0, True), ((1, 0), (1, 3), 0, False)]


QUOTED = st.recursive(
    st.text(alphabet="桥路水，。a", min_size=1, max_size=4).map(lambda text: f"桥{text}桥"),
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"<{'，'.join(parts)}>路"),
    max_leaves=8,
).filter(lambda text: "<" in text)
"""Text with quotes in quotes; < opens one and > closes it."""


def _written(text: str, pairs: tuple[str, str]) -> str:
    """The quotes of ``text`` by their depth: those of ``pairs`` by turns."""
    depth, out = 0, []
    for char in text:
        depth -= char == ">"
        out.append(pairs[depth % 2]["<>".index(char)] if char in "<>" else char)
        depth += char == "<"
    return "".join(out)


@given(QUOTED, st.booleans())
def test_any_nesting_there_and_back(text: str, over_lines: bool) -> None:
    """Quotes as deep as may be in one line, two deep over several, are written by their depth, and come back."""
    if over_lines and max(accumulate("< >".index(char) * -1 + 1 for char in text if char in "<>")) < 3:
        text = text.replace("，", "\n")
    curly, corner = _written(text, ("“”", "‘’")), _written(text, ("「」", "『』"))
    there = requote(curly.split("\n"), "corner")[0]
    assert there == corner.split("\n")
    assert requote(there, "curly")[0] == curly.split("\n")


@given(QUOTED)
def test_straight_marks_of_a_pair_are_those_they_stand_for(text: str) -> None:
    """What is typed with one straight pair in each line, quoted once, is what curly marks would be."""
    flat = text.replace("<", "").replace(">", "")
    assert requote([f'他说："{flat}"'], "corner")[0] == requote([f"他说：“{flat}”"], "corner")[0]
