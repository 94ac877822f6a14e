"""What a title has in common with the text above it."""

from itertools import pairwise

import pytest

from converter.readers.text import source_of
from converter.structure.cues.lines import observe
from converter.structure.cues.measures import Page
from converter.structure.cues.topics import _pairs, topic_cues
from tests.structure.made import page

HARBOUR = (
    "青屿湾的渡轮码头今春搬到了湾口，渡轮一天跑二十四班，岛上的人进城看病、买菜、上学都靠渡轮。"
    "码头上新盖了候船棚，雨天不再淋人。"
)
SAME = (
    "渡轮公司说，码头还要再添一条渡轮，候船棚也要接长。岛上的人盼着渡轮夜里也开，看病、上学就更近了。"
    "渡轮一响，码头上的人就站起来。"
)
OTHER = (
    "北坡果园里的苹果花开得正盛，果农请来十箱蜜蜂授粉。合作社算过账，蜜蜂授粉比人工点花省下一半工钱，"
    "坐果率还高出两成，品相也更齐整。"
)


def page_of(title: str, below: str) -> Page:
    return Page(source_of(f"{HARBOUR}\n\n{title}\n\n{below}").lines)


@pytest.mark.parametrize(
    ("title", "below", "expected"),
    [
        (
            "渡轮码头还要再接长",
            SAME,
            ["shares most characters with the text above", "stands between texts that share most words"],
        ),
        (
            "蜜蜂飞进苹果园",
            OTHER,
            ["shares hardly any characters with the text above", "stands between texts that share hardly any words"],
        ),
        ("蜜蜂飞进苹果园", "花开了。", ["shares hardly any characters with the text above"]),
    ],
)
def test_what_a_title_shares(title: str, below: str, expected: list[str]) -> None:
    """A subhead goes on with what was spoken of, a headline leaves it; too little text says nothing."""
    assert [(1, cue) for cue in expected] == list(topic_cues(page_of(title, below)))


def test_every_line_of_a_title_is_told() -> None:
    cues = observe(source_of(f"{HARBOUR}\n\n北坡果园\n\n蜜蜂进了山\n\n{OTHER}").lines)

    assert [cue for cue in cues[1] if "share" in cue] == [cue for cue in cues[2] if "share" in cue] != []


@pytest.mark.parametrize("text", ["渡", "渡轮", "渡轮码", "渡轮码头", "渡𠮷头", "渡轮码头岸"])
def test_pairs_are_every_two_characters_in_a_row(text: str) -> None:
    expected = {above + below for above, below in pairwise(text)}

    found = _pairs(text)

    assert {pair.to_bytes(8, "little").decode("utf-32-le") for pair in found} == expected


def text_of(first: int, count: int) -> str:
    """``count`` characters, all of them different, from the ``first`` of a row of Han."""
    return "".join(chr(0x4E00 + number) for number in range(first, first + count))


def shares(above: str, title: str, below: str = "甲。") -> list[str]:
    """What the title has in common with the text above it, and the text below."""
    return [cue for _, cue in topic_cues(page(above, title, below))]


@pytest.mark.parametrize(
    ("common", "count", "expected"),
    [
        (0, 10, "hardly any"),
        (3, 16, "hardly any"),
        (2, 10, "few"),
        (2, 7, "few"),
        (3, 10, "some"),
        (3, 8, "some"),
        (4, 10, "many"),
        (6, 13, "many"),
        (5, 10, "most"),
        (10, 10, "most"),
    ],
)
def test_how_many_characters_of_a_title_are_shared(common: int, count: int, expected: str) -> None:
    """Two in ten are few, three some, four many, five most."""
    title = text_of(0, common) + text_of(1000, count - common)

    assert shares(text_of(0, 80), title) == [f"shares {expected} characters with the text above"]


@pytest.mark.parametrize(
    ("common", "count", "expected"),
    [
        (0, 100, "hardly any"),
        (2, 105, "hardly any"),
        (2, 100, "few"),
        (3, 103, "few"),
        (3, 100, "some"),
        (7, 129, "some"),
        (6, 100, "many"),
        (9, 107, "many"),
        (9, 100, "most"),
    ],
)
def test_how_many_words_two_texts_share(common: int, count: int, expected: str) -> None:
    """Two pairs of characters in a hundred are few, three some, 5.5 many, 8.5 most."""
    below = text_of(0, common + 1) + text_of(1000, count - common)

    assert shares(text_of(0, 130), "渡口", below)[1:] == [f"stands between texts that share {expected} words"]


def test_the_fewer_pairs_are_the_measure() -> None:
    """A text that says all in few words shares most of them."""
    assert shares(text_of(0, 130), "渡口", text_of(0, 2) * 40)[1:] == ["stands between texts that share most words"]


@pytest.mark.parametrize(
    ("above", "below", "expected"),
    [(59, 130, 0), (60, 59, 1), (60, 60, 2), (130, 130, 2)],
)
def test_too_little_text(above: int, below: int, expected: int) -> None:
    """Sixty characters on a side are enough to say something."""
    assert len(shares(text_of(0, above), "渡口", text_of(1000, below))) == expected


@pytest.mark.parametrize(("reach", "expected"), [(129, "most"), (130, "hardly any")])
def test_how_far_a_title_sees(reach: int, expected: str) -> None:
    """The last 130 characters above it, titles left out, and the first 130 below."""
    char, words = text_of(500, 1), text_of(500, 2)
    above = shares(char + text_of(0, reach), char)
    below = shares(words * 40, "渡口", text_of(1000, reach - 1) + words)

    assert above == [f"shares {expected} characters with the text above"]
    assert below[1:] == [f"stands between texts that share {expected} words"]
