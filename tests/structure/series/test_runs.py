"""Series that rise, and the role that is likeliest for all their members together."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.series.runs import Run, is_title, likeliest, runs_of


def places(text: str) -> list[tuple[int, ...]]:
    """The places of each series."""
    lines = source_of(text).lines
    return [run.places for run in runs_of(lines, range(len(lines)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、船\n二、路\n三、灯\n", [(0, 1, 2)]),
        ("一、船\n1.旧船\n2.新船\n二、路\n1.石路\n2.土路\n", [(0, 3), (1, 2), (4, 5)]),
        ("一、船\n五、路\n", []),
        ("一、船\n四、路\n", [(0, 1)]),
        ("一、船\n2、路\n三、灯\n", [(0, 1, 2)]),
        ("一、船要新。\n二、路要平。\n三、灯\n四、桥\n", [(0, 1), (2, 3)]),
        ("解读1\n为什么分三级？\n解读2\n多人怎么办？\n", [(0, 2), (1, 3)]),
        ("1958年\n通车。\n光绪九年（1883年）\n大水。\n", [(0, 2)]),
        ("□修桥的人\n■守闸的人\n□江　帆\n", [(0, 1)]),
        ("【想一想】\n【练一练】\n", [(0, 1)]),
        ("2014.09—2018.06　海州师院\n2021.04至今　书社\n", [(0, 1)]),
        ("- 船\n- 路要平。\n渡口\n- 灯\n• 桥\n", [(0, 1)]),
        ("渡口\n船\n", []),
        ("周刊\n\n程序\n序乐\n\n家事\n船修好了。\n\n金句\n去吧。\n", [(1, 3, 5)]),
        ("周刊\n\n程序\n序乐\n\n家事\n船修好\n\n金句\n去吧。\n", []),
        ("周刊\n\n家事\n\n船修好了。\n\n金句\n去吧。\n\n代禱\n記念他。\n", []),
        ("周刊\n\n1936年旧事\n船修了。\n\n金句\n去吧。\n\n代禱\n記念他。\n", []),
    ],
)
def test_runs(text: str, expected: list[tuple[int, ...]]) -> None:
    """Small gaps and one odd style are forgiven, a lower number begins anew, titles and sentences are apart.

    Short lines between blank lines and texts are alike too.
    """
    assert places(text) == expected


def reading(role: Role, sure: float, second: Role | None = None, opening: str = "block") -> Reading:
    """A line read as one role, the next-best another."""
    return Reading(STATES.index((role, opening)), sure, second and STATES.index((second, "block")))


ANY = (Role.SUBHEAD, Role.PARAGRAPH)
SUB, TEXT = reading(Role.SUBHEAD, 0.9, Role.PARAGRAPH), reading(Role.PARAGRAPH, 0.6, Role.SUBHEAD)
CAPTION, FOLIO = reading(Role.CAPTION, 0.9), reading(Role.FOLIO, 0.9)


@pytest.mark.parametrize(
    ("readings", "sure", "expected"),
    [
        ((SUB, TEXT), False, Role.SUBHEAD),
        ((SUB, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT), False, Role.PARAGRAPH),
        ((SUB, SUB), False, None),
        ((SUB, CAPTION), False, Role.SUBHEAD),
        ((FOLIO, FOLIO), False, None),
        ((FOLIO, FOLIO), True, Role.SUBHEAD),
        ((CAPTION, FOLIO), False, Role.SUBHEAD),
        ((SUB, reading(Role.PARAGRAPH, 0.9, None, "line")), False, None),
    ],
    ids=["surer", "many", "alike", "one-is-none", "alike-otherwise", "sure", "none-is", "goes-on"],
)
def test_the_likeliest_role(readings: tuple[Reading, ...], sure: bool, expected: Role | None) -> None:
    """Where members disagree, by their probabilities; where they agree there is nothing to tell."""
    assert likeliest(Run(tuple(range(len(readings))), ANY, sure), readings) is expected


@pytest.mark.parametrize(
    ("text", "title"),
    [("谁在敲门？", True), ("船要新。", False), ("甲" * 40, True), ("甲" * 41, False)],
)
def test_a_title(text: str, title: bool) -> None:
    assert is_title(text) is title


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("停了。\n谜团一：他去了哪里\n有人见过他。\n谜团二：谁开的门\n门是开着的。\n", True),
        ("停了\n谜团一：他去了哪里\n有人见过他\n谜团二：谁开的门\n门是开着的。\n", False),
        ("停了。\n谜团一：他去了哪里\n谜团二：谁开的门\n门是开着的。\n", False),
    ],
    ids=["above-texts", "no-text-above", "a-list"],
)
def test_titles_that_a_word_numbers(text: str, sure: bool) -> None:
    """Each below a whole text and above another line: they are titles, whatever they were read as."""
    lines = source_of(text).lines
    assert [run.sure for run in runs_of(lines, range(len(lines)))] == [sure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("特等奖\n渡口队\n一等奖（2个）\n石桥队\n优秀组织奖\n镇文化站\n", [(0, 2), (0, 2, 4)]),
        ("詩歌組\n首獎\n《燈》\n評審獎\n《渡》\n\n小說組\n首獎\n《鹽》\n", [(1, 3, 6)]),
        ("\n詩歌組\n首獎\n《燈》\n\n散文組\n首獎\n《渡》\n\n小說組\n首獎\n《鹽》\n", [(0, 3, 6), (1, 4, 7)]),
        ("最佳新人奖\n最佳男配角奖\n最佳女配角奖\n", []),
        ("他得了奖。\n一等奖\n渡口队\n", []),
        ("最佳新人奖\n江帆\n优秀组织奖\n文化站\n", []),
    ],
    ids=["by-number-and-name", "by-name", "groups", "a-list-of-prizes", "one-prize", "two-prizes"],
)
def test_prizes(text: str, expected: list[tuple[int, ...]]) -> None:
    """Prizes are titles alike, by number or by name, where each is above who won it; so are the groups above them."""
    assert places(text) == expected
