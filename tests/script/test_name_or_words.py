"""Where a name is likelier than the words that its characters would be."""

import re

import pytest

from converter.script.name_or_words import (
    AFTER_POST,
    AMID,
    AT_HEAD,
    LED,
    ON_NAMING_LINE,
    may_be,
    names,
    one_of,
    said_or_titled,
)

SENTENCES = [
    # text, where a name may begin and what it gains there, the names
    ("于洋说，水涨了。", 0, AT_HEAD, ["于洋"]),
    ("欧阳小帆说，水涨了。", 0, AT_HEAD, ["欧阳小帆"]),
    ("种师江说，水涨了。", 0, AT_HEAD, ["种师江"]),
    ("余小洲表示反对。", 0, AT_HEAD, ["余小洲"]),
    ("后来说，水涨了。", 0, AT_HEAD, []),
    ("种粮大户说，水涨了。", 0, AT_HEAD, []),
    ("周游说，水涨了。", 0, AT_HEAD, []),
    ("老师于洋则表示反对。", 2, AFTER_POST, ["于洋"]),
    ("死者于该水域落水。", 2, AFTER_POST, []),
    ("代表于去年离开。", 2, AFTER_POST, []),
    ("展区后表示反对。", 0, AMID, []),
    ("由于洋流很冷。", 1, AMID, []),
    ("据岳小船介绍，", 1, LED, ["岳小船"]),
    ("江小帆", 0, ON_NAMING_LINE, ["江小帆"]),
    ("周游", 0, ON_NAMING_LINE, ["周游"]),
    ("后来", 0, ON_NAMING_LINE, []),
]


@pytest.mark.parametrize(("text", "at", "gain", "expected"), SENTENCES)
def test_names(text: str, at: int, gain: int, expected: list[str]) -> None:
    """A name's place, its surname, its words and what stands after it decide together."""
    assert expected == [text[start:end] for start, end in names(text, {at: gain})]


def test_names_side_by_side() -> None:
    """Several places are looked at together, and words between them stay words."""
    text = "范小河和郁小满说，后来水涨了。"
    gains = {0: AT_HEAD, 4: AFTER_POST, 9: AT_HEAD}
    assert [text[start:end] for start, end in names(text, gains)] == ["范小河", "郁小满"]


MAY_BE = [
    ("于洋", "", True),
    ("种师江", "", True),
    ("万小江", "", True),
    ("余小洲", "", True),
    ("欧阳江", "", True),
    # words, or what begins with one as common
    ("后来", "", False),
    ("周游", "", False),
    ("种粮", "", False),
    ("干部", "", False),
    ("欧阳", "", False),  # a surname and no more
    ("欧阳帆", "", True),
    # parts of numbers
    ("万余人", "", False),
    ("万多江", "", False),
    ("余小洲", "0", False),
    ("余小洲", "两", False),
    # what a sentence goes on with
    ("于该", "", False),
    ("于洋则", "", False),
    ("于洋后", "", False),
    ("江小的", "", False),
    ("江记者", "", False),
]


@pytest.mark.parametrize(("name", "before", "expected"), MAY_BE)
def test_may_be(name: str, before: str, expected: bool) -> None:
    """In running text a name is no common word, no part of a number, and no sentence that goes on."""
    assert may_be(name, before) is expected


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ("说", "说"),
        ("  表示", "  表示"),
        ("等两人说", None),
        ("两人说", "两人说"),
        ("等说", "等说"),
        ("随后说", "随后说"),
        ("在信中说", "在信中说"),
        ("在船上", None),
        ("先生", "先生"),
        ("（左二）", "（左"),
        ("，女，", "，女"),
        ("，女儿", None),
        ("著，", "著"),
        ("著作", None),
        ("走了", None),
    ],
)
def test_what_follows_a_name(after: str, found: str | None) -> None:
    """A title, what people do, where they stand in a picture, their sex, what they wrote."""
    hit = said_or_titled().match(after)
    assert found == (hit and hit.group())


def test_the_longest_word_is_found() -> None:
    """And signs of patterns are only characters."""
    assert re.findall(one_of(("某", "某某", "(甲)")), "某某和(甲)") == ["某某", "(甲)"]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("小帆", ["岳小帆"]),
        ("水口", ["岳水口"]),
        ("随后", []),
        ("码头", []),
        ("的小", []),
        ("小后", []),
        ("小上", []),
    ],
)
def test_amid_other_words(given: str, found: list[str]) -> None:
    """Where nothing shows that a name begins, what may stand between a noun and a verb is none: 渡口岳|码头|说."""
    text = f"渡口岳{given}说，"
    assert [text[start:end] for start, end in names(text, {2: AMID})] == found
