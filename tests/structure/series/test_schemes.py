"""What a line is numbered as."""

import pytest

from converter.structure.series.schemes import Division, Item, article_of_law, division, item


@pytest.mark.parametrize(
    ("text", "tier", "number"),
    [
        ("第一编 早期的市镇", 0, 1),
        ("第二卷 水上", 1, 2),
        ("卷三　交通志", 1, 3),
        ("上篇", 1, 1),
        ("第三部分　方法", 1, 3),
        ("第 十 二 章　　初 雪", 2, 12),
        ("第２章补　　渡口", 2, 2),
        ("第叁章 开春", 2, 3),
        ("第廿一回　柏先生夜访石桥渡", 2, 21),
        ("003章 夜", 2, 3),
        ("第三章 上路（第二更，求收藏）", 2, 3),
        ("第四章谁在敲门？", 2, 4),
        ("第五講：鹽路", 2, 5),
        ("第二场", 3, 2),
        ("第十節　渡口", 3, 10),
        ("尾声", 2, None),
        ("番外 邮差", 2, None),
        ("後記", 2, None),
    ],
)
def test_a_division(text: str, tier: int, number: int | None) -> None:
    """Tier and number of a title, in both scripts and every style of numbers."""
    found = division(text)
    assert found is not None
    assert (found.tier, found.number) == (tier, number)


@pytest.mark.parametrize(
    "text",
    [
        "第二章第一节规定的划定顺序，适用于转让后的摊位。",
        "第三章治水，因为所有的当事人都还活着",
        "第三章里说的渡口",
        "第一次见面",
        "第二天一早，她又去了码头。",
        "写到第九章，他病了一场。",
        "尾声是他写的",
        "",
    ],
)
def test_a_sentence_is_none(text: str) -> None:
    """What goes on in a sentence behind the number is no title."""
    assert not text or division(text) is None


def test_what_stands_before_the_number() -> None:
    """A book's title or 番外 may, and of two numbers the lower tier's is meant."""
    assert division("雾城来客！ 第二章 旅馆") == Division(2, 2, "雾城来客！", True)
    assert division("第一卷 山中 第二章 断崖") == Division(2, 2, "第一卷 山中", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第八条　本公约自公布之日起施行。", Item("条", 8, "本公约自公布之日起施行。")),
        ("第三條之一　夜市另行劃定。", Item("条", 3, "夜市另行劃定。")),
        ("第十二条", Item("条", 12, "")),
        ("第八条规定的摊位", None),
    ],
)
def test_an_article_of_a_law(text: str, expected: Item | None) -> None:
    """It is told by the blank behind the number, and may have no text."""
    assert article_of_law(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一、渡口", Item("han", 1, "渡口")),
        ("（二）船", Item("bracketed", 2, "船")),
        ("3．船", Item("figure", 3, "船")),
        ("03", Item("figure", 3, "")),
        ("(4)船", Item("figures", 4, "船")),
        ("⑤船", Item("circled", 5, "船")),
        ("B．八只", Item("letter", 2, "八只")),
        ("第一，船要新。", Item("ordinal", 1, "船要新。")),
        ("2.3 样本与方法", Item("2.", 3, "样本与方法")),
        ("二等奖（5名）", Item("一等奖", 2, "（5名）")),
        ("特等獎", Item("一等獎", 0, "")),
        ("解读1", Item("解读", 1, "")),
        ("步骤三：加水", Item("步骤", 3, "加水")),
        ("2024年6月1日", None),
        ("3.5公里的路", None),
        ("三桶水", None),
        ("5月　通车", None),
    ],
)
def test_an_item(text: str, expected: Item | None) -> None:
    """Number and scheme of what is counted otherwise; dates and amounts are not."""
    assert item(text) == expected
