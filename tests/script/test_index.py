"""Who goes into an index of names."""

from __future__ import annotations

from dataclasses import replace

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.script import convert_issue
from converter.script.index import with_people


def issue_of(*blocks: tuple[Role, str], language: str = "zh-Hans") -> Issue:
    """An issue of one story."""
    story = Article(Kind.ARTICLE, tuple(Block(role, (Run(text),)) for role, text in blocks))
    return Issue((Section((story,)),), language=language)


NAMED = issue_of(
    (Role.BYLINE, "本报记者  柳  溪"),
    (Role.PARAGRAPH, "馆长方知秋说，约翰·布莱克来过两次。李书记说，这里有啥好看？“都能修好。”方知秋表示。"),
    (Role.CREDIT, "林小满摄"),
)


def test_people_are_named_once_and_in_full() -> None:
    """Whoever signs, took pictures or is quoted; no title, no half of a name, no words that look like one."""
    assert with_people(NAMED).people == ("柳溪", "林小满", "方知秋", "约翰·布莱克")


def test_both_editions_have_their_own_names() -> None:
    """Each as it writes them."""
    there = convert_issue(NAMED, "zh-Hant-TW")
    done = with_people(replace(there, twin=NAMED))
    assert done.people == ("柳溪", "林小滿", "方知秋", "約翰·布萊克")
    assert done.twin and done.twin.people == ("柳溪", "林小满", "方知秋", "约翰·布莱克")


def test_what_lies_across_a_name_is_none() -> None:
    """平总 is found where 习平总 is written as often as the name itself, and then is no name."""
    text = "局长江小平总结说，水位稳定。江小平总会到场。"
    assert with_people(issue_of((Role.BYLINE, "江小平"), (Role.PARAGRAPH, text))).people == ("江小平",)


def test_half_a_title_is_no_given_name() -> None:
    """江总 is none where 总书记 follows each time."""
    text = "江总书记说，堤要修好。江总书记表示，水也要治好。"
    assert with_people(issue_of((Role.PARAGRAPH, text))).people == ()


def test_what_a_clause_says_of_someone_is_no_name() -> None:
    """Adverb and preposition, a verb and its particle, a site; who is called after such a character stays."""
    texts = {
        "研究所所长方知秋，曾在其书中说，堤要修。": ("方知秋",),
        "研究所所长曾在其论文中说，灯亮了。": (),
        "方知秋乐着说，灯亮了。": (),
        "图片来源：方知秋、史海网摄": ("方知秋",),
    }
    assert {text: with_people(issue_of((Role.PARAGRAPH, text))).people for text in texts} == texts
    kept = "馆长方在明说，灯亮了。记者曾知秋表示，灯还亮着。"
    assert with_people(issue_of((Role.PARAGRAPH, kept))).people == ("方在明", "曾知秋")
