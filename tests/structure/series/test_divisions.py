"""Which titles are divisions of a document, and what they are in it."""

from converter.model import Opens, Role
from converter.readers.text import source_of
from converter.structure.series.divisions import Divisions, articles_of, divisions_of, titles_of
from converter.structure.series.telling import Told

TEXT = "渡口的钟敲了六下，雾还没有散。"


def found(*texts: str) -> Divisions:
    """The divisions of these lines."""
    lines = source_of("\n".join(texts)).lines
    return divisions_of(lines, range(len(lines)))


def test_titles_that_rise() -> None:
    """Gaps are forgiven, and numbers begin anew; named ones count beside them."""
    assert found("楔子", TEXT, "第一章 雨", TEXT, "第四章 灯", TEXT, "第一章 船", TEXT, "尾声", TEXT).tiers == {
        2: (0, 2, 4, 6, 8)
    }


def test_one_title_is_no_series() -> None:
    """But the text is known to be in chapters; a named part alone is nothing."""
    assert found("第七章 门房", TEXT) == Divisions({}, True)
    assert found("尾声", TEXT) == Divisions({}, False)
    assert found("第三章 雨", TEXT, "第二章 灯", TEXT).tiers == {}


def test_a_volume_alone_above_its_first_chapter() -> None:
    assert found("卷二 南行", "第七章 石埠", TEXT, "第八章 账房", TEXT).tiers == {1: (0,), 2: (1, 3)}
    assert found("卷二 南行", TEXT, "第七章 石埠", TEXT, "第八章 账房", TEXT).tiers == {2: (2, 4)}


def test_a_list_of_titles_is_none() -> None:
    """Half of the titles have to have something below."""
    assert found("第一场 海州", "第二场 临水", "第三场 青石", TEXT).tiers == {}
    assert found("第一场 海州", TEXT, "第二场 临水", "第三场 青石", TEXT).tiers == {3: (0, 2, 3)}


def test_a_number_that_is_not_set_apart_has_to_go_on() -> None:
    assert found("第一章 雨", TEXT, "第九章写得最好", TEXT, "第二章 灯", TEXT).tiers == {2: (0, 4)}
    assert found("第一章 雨", TEXT, "第三章写得最好", TEXT, "第四章 灯", TEXT).tiers == {2: (0, 2, 4)}


def test_what_stands_before_the_number_has_to_come_again() -> None:
    assert found("雾城 第一章 站", TEXT, "雾城 第二章 桥", TEXT).tiers == {2: (0, 2)}
    assert found("雾城 第一章 站", TEXT, "钟楼 第二章 桥", TEXT).tiers == {}
    assert found("番外 第一章 站", TEXT, "第二章 桥", TEXT).tiers == {2: (0, 2)}


def test_articles_of_a_law() -> None:
    """Those with text behind the number, where most have and the numbers rise."""
    lines = source_of("第一条　甲。\n第二条　乙。\n第三条\n").lines
    assert articles_of(lines, range(3)) == [0, 1]
    assert articles_of(lines, range(1)) == []
    assert articles_of(source_of("第一条\n第二条\n第三条　丙。\n").lines, range(3)) == []


def test_what_they_are() -> None:
    """Chapters and what holds them are stories; sections, and all divisions of a law, subheads; sections alone wait."""
    tiers = Divisions({0: (0,), 2: (1,), 3: (2,)}, True)
    assert list(titles_of(tiers, law=False)) == [
        Told(0, Role.HEADLINE, Opens.ARTICLE, 1),
        Told(1, Role.HEADLINE, Opens.ARTICLE, 2),
        Told(2, Role.SUBHEAD, Opens.BLOCK, 0),
    ]
    assert [told.role for told in titles_of(tiers, law=True)] == [Role.SUBHEAD] * 3
    assert list(titles_of(Divisions({3: (2, 4)}, False), law=False)) == []


def test_named_divisions_stand_beside_volumes_where_there_are_no_chapters() -> None:
    """Sections are within them: 楔子 and 尾声 are beside the volumes."""
    text = found(
        "楔子", TEXT, "上篇 滩", "第一节", TEXT, "第二节", TEXT, "下篇 路", "第一节", TEXT, "第二节", TEXT, "尾声", TEXT
    )
    assert text.tiers == {1: (0, 2, 7, 12), 3: (3, 5, 8, 10)}
