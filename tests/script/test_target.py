"""Which way a text goes to which language."""

import pytest

from converter import UnknownScript, convert_script
from converter.script.target import TARGETS, source_of, way

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


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ("zh-TW", "zh-Hant-TW"), ("zh_TW", "zh-Hant-TW"), ("tw", "zh-Hant-TW"), ("TW", "zh-Hant-TW"),
        ("zh-HK", "zh-Hant-HK"), ("hk", "zh-Hant-HK"), ("zh_hant_hk", "zh-Hant-HK"),
        ("zh-CN", "zh-Hans"), ("zh_CN", "zh-Hans"), ("cn", "zh-Hans"), ("simplified", "zh-Hans"),
        ("traditional", "zh-Hant"), ("Hant", "zh-Hant"), ("zh-CHT", "zh-Hant"), ("正體", "zh-Hant"),
        ("zh-CHS", "zh-Hans"), ("大陆", "zh-Hans"), ("Mainland", "zh-Hans"), ("S2TWP", "zh-Hant-TW"),
    ],
)  # fmt: skip
def test_a_target_may_be_called_as_people_call_it(said: str, target: str) -> None:
    """Locales, countries and plain words name the languages."""
    assert way(said, "图").language == target


def test_unknown_target() -> None:
    """A target that is neither lists both kinds."""
    with pytest.raises(UnknownScript, match="zh-XX.*zh-Hant-TW.*s2twp"):
        convert_script("字", "zh-XX")


@pytest.mark.parametrize(
    ("said", "near"),
    [("traditonal", "zh-Hant"), ("zh-hnt", "zh-Hant"), ("simplifed", "zh-Hans"), ("s2twpp", "s2twp"),
     ("tawian", "zh-Hant-TW")],
)  # fmt: skip
def test_a_target_that_is_misspelt(said: str, near: str) -> None:
    """What was likely meant comes first, then all that there are."""
    with pytest.raises(UnknownScript) as error:
        convert_script("字", said)
    assert str(error.value).startswith(f"unknown script {said!r}: did you mean {near}? use one of zh-Hans, zh-Hant, ")


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


def test_words_that_the_mainland_writes_otherwise() -> None:
    """沈 sinks and is a surname, reign names keep 乾, 夥 is many, and 著 is told with its neighbours."""
    text = "沈先生說船沈了，消沈，乾統年間的乾柴，收穫甚夥，夥計看著名著"
    assert convert_script(text, "zh-Hans") == "沈先生说船沉了，消沉，乾统年间的干柴，收获甚夥，伙计看着名著"


def test_a_surname_keeps_its_form() -> None:
    """Who is called 乾 stays so, and a cup that is drunk up is not somebody's."""
    assert convert_script("老闆姓乾，百姓乾杯", "zh-Hans") == "老板姓乾，百姓干杯"


def test_names_of_reigns_stand_before_a_year() -> None:
    """乾和三年 is a reign's; what is dry may stand before 和, 明 or 定 anywhere."""
    text = "乾和三年，乾統元年，乾陵；餅乾和三個、餅乾和年糕、晾乾明天再收、烘乾定型"
    assert convert_script(text, "zh-Hans") == "乾和三年，乾统元年，乾陵；饼干和三个、饼干和年糕、晾干明天再收、烘干定型"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("看著名著", "zh-Hant"),
        ("著名的原著", "zh-Hans"),
        ("皇后", "zh-Hans"),
        ("乾隆", "zh-Hans"),  # OpenCC's phrase has it in both
        ("乾柴", "zh-Hant"),
        ("慰藉\ud800、藉口", "zh-Hant"),
        ("石沈大海", "zh-Hant"),
        ("沈家的人", "zh-Hans"),
        ("瞭如指掌", "zh-Hant"),
        ("幾案", "zh-Hant"),
        ("茶几", "zh-Hans"),
        ("鐘后", "zh-Hant"),
        ("", "zh-Hans"),
        ("Banmian", "zh-Hans"),
        ("国", "zh-Hans"),
        ("國", "zh-Hant"),
    ],
)
def test_source_of(text: str, language: str) -> None:
    """Where no common character tells, those that OpenCC would change do; more of the one script than of the other."""
    assert source_of(text) == language


@pytest.mark.parametrize(
    ("text", "steps"),
    [("她著書，他看著，坐著", ("hk2t", "tw2s")), ("她著書，他看着", ("hk2s",)), ("坐着看着寫名著", ("hk2s",))],
)
def test_a_press_that_writes_one_character_for_both(text: str, steps: tuple[str, ...]) -> None:
    """Where 著 stands more often than 着 it may be either."""
    assert way("zh-Hans", text, "zh-Hant-HK").steps == steps


@pytest.mark.parametrize(
    ("target", "language", "house"),
    [
        ("zh-Hans", "zh-Hant", "zh-Hans"),
        ("zh-Hant-TW", "zh-Hans", "zh-Hant-TW"),
        ("zh-Hant-TW", "zh-Hant", None),
        ("zh-Hant-TW", "zh-Hant-HK", "zh-Hant-TW"),
        ("zh-Hant", "zh-Hant", None),
        ("s2tw", "zh-Hans", None),
        ("zh-Hans", "zh-Hans", None),  # it is there already
    ],
)
def test_whose_forms_are_written(target: str, language: str, house: str | None) -> None:
    """The press's of the place; none of a traditional text of no known place, nor by a configuration."""
    assert way(target, "圖图", language).house == house


@pytest.mark.parametrize(
    ("target", "rewords", "simplified"),
    [("s2twp", True, True), ("s2tw", False, True), ("tw2sp", True, False), ("t2s", False, False)],
)
def test_what_a_way_does(target: str, rewords: bool, simplified: bool) -> None:
    """A configuration whose name ends in p changes words; one that begins with s2 reads simplified text."""
    found = way(target, "图")
    assert (found.rewords, found.from_simplified) == (rewords, simplified)
    nothing = way("zh-Hans", "图")
    assert (nothing.rewords, nothing.from_simplified) == (False, False)
