"""Whole sentences are text: speech is no title, and where there is no picture a paragraph is no caption."""

import pytest

from converter.model import Opens, Role
from converter.structure.prose.sentences import is_speech, is_whole_speech, whole_sentences
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from tests.structure.made import lines


def read(*told: tuple[str, Role], chaptered: bool = False, pictures: bool = False) -> list[Role | None]:
    """What is told of lines that were read in these roles."""
    readings = [Reading(STATES.index((role, "block")), 0.5, None) for _, role in told]
    return [line.role for line in whole_sentences(lines(*(text for text, _ in told)), readings, chaptered, pictures)]


TEXT = ("渡口的钟敲了六下，雾还没有散。", Role.PARAGRAPH)


def test_speech_in_chapters_is_no_title() -> None:
    assert read(TEXT, ("“嗯”", Role.SUBHEAD), ("“谁？”", Role.HEADLINE), chaptered=True) == [
        None,
        Role.PARAGRAPH,
        Role.PARAGRAPH,
    ]


def test_elsewhere_people_have_to_talk() -> None:
    """Speech that follows speech shows that; a quoted title without a stop stays one."""
    talk = (("“找谁？”", Role.PARAGRAPH), ("“找罗先生。”", Role.SUBHEAD), ("“哪个罗先生？”", Role.SUBHEAD))
    assert read(TEXT, *talk) == [None, None, Role.PARAGRAPH, Role.PARAGRAPH]
    assert read(TEXT, *talk, ("“信誉是自己做的”", Role.SUBHEAD))[-1] is None
    assert read(TEXT, ("“找谁？”", Role.SUBHEAD), TEXT) == [None, None, None]


@pytest.mark.parametrize(
    ("above", "below", "pictures", "told"),
    [
        (TEXT, TEXT, False, Role.PARAGRAPH),
        (TEXT, TEXT, True, None),
        (("渡口", Role.HEADLINE), TEXT, False, None),
        (TEXT, ("柳湾渡口。江 帆摄", Role.CAPTION), False, None),
    ],
    ids=["amid-text", "with-pictures", "below-a-title", "a-line-speaks-of-one"],
)
def test_a_sentence_is_no_caption(
    above: tuple[str, Role], below: tuple[str, Role], pictures: bool, told: Role | None
) -> None:
    found = read(above, ("渡船由镇里核准。", Role.CAPTION), below, pictures=pictures)
    assert found[1] is told


def test_sentences_amid_text_are_no_furniture() -> None:
    """A row of them between paragraphs is text; at the foot of a page it may be an advert."""
    advert = ("广告发布者应当登记。", Role.FURNITURE)
    assert read(TEXT, advert, advert, TEXT) == [None, Role.PARAGRAPH, Role.PARAGRAPH, None]
    assert read(TEXT, advert) == [None, None]
    assert read(TEXT, ("登录 收藏", Role.FURNITURE), TEXT) == [None, None, None]


def test_a_sentence_is_no_more_of_a_title() -> None:
    """Below a title that is known, what ends as a sentence does not go on with it."""
    first, second = lines("第四回　守钟人", "话说“谁知道呢。”")
    readings = [Reading(STATES.index((Role.HEADLINE, opening)), 0.5, None) for opening in ("article", "line")]
    from dataclasses import replace

    known = replace(first, role=Role.HEADLINE, opens=Opens.ARTICLE)
    found = whole_sentences([known, second], readings, True, False)
    assert [line.role for line in found] == [Role.HEADLINE, Role.PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "speech", "whole"),
    [
        ("“谁？”", True, True),
        ('"谁？"', True, True),
        ("“嗯”", True, False),
        ("“谁？”他问。", True, False),
        ("谁？", False, False),
    ],
)
def test_speech(text: str, speech: bool, whole: bool) -> None:
    assert (is_speech(text), is_whole_speech(text)) == (speech, whole)


@pytest.mark.parametrize(
    ("role", "sure", "opening", "told"),
    [
        (Role.FOLIO, 0.5, "line", Role.PARAGRAPH),
        (Role.CAPTION, 0.5, "line", Role.PARAGRAPH),
        (Role.FOLIO, 0.9, "line", None),
        (Role.FOLIO, 0.5, "block", None),
        (Role.HEADLINE, 0.5, "line", None),
    ],
    ids=["a-folio", "a-caption", "a-sure-folio", "text-that-begins", "a-title"],
)
def test_the_first_text_goes_on_from_the_line_above(role: Role, sure: float, opening: str, told: Role | None) -> None:
    """Where the first line that is read as text goes on with something, that is the doubtful line above it."""
    readings = [
        Reading(STATES.index((role, "block")), sure, None),
        Reading(STATES.index((Role.PARAGRAPH, opening)), 0.5, None),
    ]
    for text, expected in (
        ("盐场的人腌鱼不用秤，抓一把是一把，咸淡全", told),
        ("盐场的人腌鱼不用秤，抓一把是一把，咸淡", None),
    ):
        found = whole_sentences(lines(text, "在手上。"), readings, False, False)
        assert [line.role for line in found] == [expected, None]
