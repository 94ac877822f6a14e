"""Which way a text goes to which language."""

import pytest

from converter import UnknownScript, convert_script
from converter.script.target import TARGETS, way

WAYS = [
    # text, target, OpenCC's steps, the language found
    ("这座县城的图书馆开门了。", "zh-Hant-TW", ("s2tw",), "zh-Hans"),
    ("这座县城的图书馆开门了。", "zh-Hant-HK", ("s2hk",), "zh-Hans"),
    ("这座县城的图书馆开门了。", "zh-Hans", (), "zh-Hans"),
    ("這座縣城的圖書館開門了。", "zh-Hant-TW", ("t2tw",), "zh-Hant"),
    ("這座縣城的圖書館開門了。", "zh-Hans", ("tw2s",), "zh-Hant"),
    ("記者在台北捷運車廂裡訪問乘客。", "zh-Hant-HK", ("tw2t", "t2hk"), "zh-Hant-TW"),
    ("特首在立法會說，港鐵票價會再檢討。", "zh-Hant-TW", ("hk2t", "t2tw"), "zh-Hant-HK"),
    ("特首在立法會說，港鐵票價會再檢討。", "zh-Hant-HK", (), "zh-Hant-HK"),
    ("鐘錶", "zh-Hant-TW", ("t2tw",), "zh-Hant"),  # no common character tells
    ("皇后", "zh-Hant-TW", ("s2tw",), "zh-Hans"),
    ("這", "s2twp", ("s2twp",), "zh-Hans"),  # a configuration is taken at its word
]


@pytest.mark.parametrize(("text", "target", "steps", "was"), WAYS)
def test_way(text: str, target: str, steps: tuple[str, ...], was: str) -> None:
    """The text's own script is found first, and a traditional text never goes through s2t."""
    found = way(target, text)
    assert (found.steps, found.was) == (steps, was)


def test_what_the_user_says_of_the_language_counts() -> None:
    """A language that is known is not looked for."""
    assert way("zh-Hans", "山", "zh-Hant-HK").steps == ("hk2s",)


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_is_a_tag_in_any_case(target: str) -> None:
    """BCP 47 tags have no case."""
    assert way(target.lower(), "图").language == target


def test_unknown_target() -> None:
    """A target that is neither lists both kinds."""
    with pytest.raises(UnknownScript, match="zh-TW.*zh-Hant-TW.*s2twp"):
        convert_script("字", "zh-TW")


FORMS = [
    ("群众在台湾的户口说明里发布，香港回归", "zh-Hant-TW", "群眾在台灣的戶口說明裡發布，香港回歸"),
    ("群众在台湾的户口说明里发布，香港回归", "zh-Hant-HK", "群眾在台灣的戶口說明裏發布，香港回歸"),
    ("群众在台湾的户口说明里发布，香港回归", "zh-Hant", "群眾在臺灣的戶口說明裏發布，香港回歸"),
    ("群众在台湾的户口说明里发布，香港回归", "s2hk", "羣眾在台灣的户口説明裏發佈，香港迴歸"),
    ("回归分析", "zh-Hant-TW", "迴歸分析"),
    ("岩石、游击、了解、扎实", "zh-Hant-TW", "岩石、游擊、了解、扎實"),
]


@pytest.mark.parametrize(("text", "target", "expected"), FORMS)
def test_forms_are_those_of_the_press(text: str, target: str, expected: str) -> None:
    """A language's forms are its press's, a configuration's are OpenCC's."""
    assert expected == convert_script(text, target)


def test_forms_that_the_mainland_lacks() -> None:
    """Characters that only Taiwan's and Hong Kong's press have become the mainland's."""
    assert convert_script("妳看牠們，企畫和規畫祇有這些，神祇", "zh-Hans") == "你看它们，企划和规划只有这些，神祇"
