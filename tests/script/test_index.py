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


def people_of(text: str, role: Role = Role.PARAGRAPH) -> tuple[str, ...]:
    """Who goes into the index of that text."""
    return with_people(issue_of((role, text))).people


def test_names_are_whole() -> None:
    """A foreign name goes on to its own letters, a double surname to all of the given name; neither's half is one."""
    assert people_of("研究所所长莫里·威廉特(Mori Willit)说，堤要修。") == ("莫里·威廉特",)
    assert people_of("馆长林方知秋说，灯亮了。林方知秋表示，水退了。局长林方说，好。馆长林方回答。") == ("林方知秋",)
    assert people_of("局长王方知说，灯亮了。局长王方知表示，水退了。") == ("王方知",)


def test_words_are_no_names_where_nobody_is_called_so() -> None:
    """A word after a post is a name only if many are called so; a country, a family, an office, a village never."""
    assert people_of("向老师敬礼，祝福老师。") == ()
    assert people_of("他会见德国总理柏林说，乌克兰表示欢迎。") == ()
    assert people_of("教授方知秋说，灯亮了。教授李氏称，水退了。") == ("方知秋",)
    assert people_of("第一书记石桌村介绍，灯亮了。") == ()
    assert people_of("主任高超表示，堤要修。") == ("高超",)


def test_common_words_that_end_a_line_of_names_are_none() -> None:
    """A line that is taken for one that names people has other words too."""
    assert people_of("签署国务院令 公布", Role.COLUMN_NOTE) == ()
    assert people_of("整理：高峰 方知秋", Role.COLUMN_NOTE) == ("高峰", "方知秋")
