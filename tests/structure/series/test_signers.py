"""People below titles, and senders that are set to the right, are read as others of the page are."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.series.signers import below_titles, set_to_the_right


def readings(roles: str) -> list[Reading]:
    """A sure reading of each role, by its name."""
    return [Reading(STATES.index((Role(role), "block")), 0.9, None) for role in roles.split()]


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        (
            "修渡口\n何远代表\n渡口旧了。\n种树\n陆闻笛委员\n树少了。\n",
            "headline byline paragraph subhead subhead paragraph",
            {4: "byline", 3: "headline"},
        ),
        (
            "修渡口\n何遠代表\n渡口舊了。\n種樹\n陸聞笛醫生\n樹少了。\n",
            "headline byline paragraph headline paragraph paragraph",
            {4: "byline"},
        ),
        (
            "修渡口\n何远代表\n渡口旧了。\n种树\n两件事\n树少了。\n",
            "headline byline paragraph subhead subhead paragraph",
            {},
        ),
        ("修渡口\n何远代表\n渡口旧了。\n", "headline subhead paragraph", {}),
        (  # here people are titles
            "修渡口\n何远代表\n旧了。\n种树\n陆闻笛委员\n少了。\n江帆校长\n多了。\n",
            "headline byline paragraph subhead subhead paragraph subhead paragraph",
            {},
        ),
    ],
    ids=["a-subhead", "traditional", "no-person", "nobody-signed", "interviews"],
)
def test_below_titles(text: str, roles: str, expected: dict[int, str]) -> None:
    """A person below a title is its byline where another one is; the title is then a story's."""
    lines = source_of(text).lines
    assert {told.place: told.role.value for told in below_titles(lines, readings(roles))} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("欣闻开馆。\n              书店全体同贺\n又及。\n              航运社\n", [(1, 3)]),
        ("欣闻开馆。\n              航运社\n              五月七日\n", []),
        ("祝贺\n              航运社\n又及。\n              书店\n", []),
        ("欣闻开馆。\n  航运社\n又及。\n  书店\n", []),
    ],
    ids=["two", "one-and-a-day", "not-below-text", "not-far"],
)
def test_set_to_the_right(text: str, expected: list[tuple[int, ...]]) -> None:
    """Senders stand far to the right below text; a day does not sign."""
    lines = source_of(text).lines
    assert [run.places for run in set_to_the_right(lines, range(len(lines)))] == expected


def test_senders_are_alike() -> None:
    """Two congratulations are signed alike, though one sender's name says that all join in."""
    text = (
        "祝贺渡口小学百年校庆\n\n欣逢贵校百年，谨致祝贺。愿弦歌不辍，桃李满城，孩子们年年有新书可读。\n\n"
        "                              石桥书局同人敬贺\n\n"
        "贵校百年之日，适逢渡口重修，谨以校门旧影一幅相赠。\n\n                              渡口航运社\n"
    )
    signed = [block.role for block in detect_structure(source_of(text)).blocks() if len(block.text) < 9]
    assert len(set(signed)) == 1
