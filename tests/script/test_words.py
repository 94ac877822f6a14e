"""Phrases that lie across words are no phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter import convert_script
from converter.press.dictionary import RAREST, best, score
from converter.script.words import Phrases, han, phrases, with_more

CASES = [
    # invented sentences around places where OpenCC finds a phrase across words
    ("码头上的电灯是去年被发明的", "s2tw", "碼頭上的電燈是去年被發明的"),
    ("两家工厂集中签约", "s2tw", "兩家工廠集中簽約"),
    ("全市侨联系统", "s2tw", "全市僑聯系統"),
    ("华侨联系祖国", "s2tw", "華僑聯繫祖國"),
    ("粉丝发现资金链断了", "s2tw", "粉絲發現資金鏈斷了"),
    ("展示了如何修桥", "s2tw", "展示了如何修橋"),
    ("部分区市参加", "s2twp", "部分區市參加"),
    ("更加注重质量", "zh-Hant-HK", "更加注重質量"),
    ("一生发生的事", "zh-Hant-TW", "一生發生的事"),
    ("他去理发，头发很干", "zh-Hant-TW", "他去理髮，頭髮很乾"),
    ("王后宫殿", "zh-Hant-TW", "王后宮殿"),
    ("八十里山路，十里面条，前十里面的人", "zh-Hant-TW", "八十里山路，十里麵條，前十裡面的人"),
    ("五斗米，两斗多，十分斗志", "zh-Hant-TW", "五斗米，兩斗多，十分鬥志"),
    ("桥上不准停车，他说不准", "zh-Hant-TW", "橋上不准停車，他說不準"),
    ("码头并成为公园，一只只鸟飞来", "zh-Hant-TW", "碼頭並成為公園，一隻隻鳥飛來"),
    ("银行发卡，马里总统", "zh-Hant-TW", "銀行發卡，馬里總統"),
    ("贸易伙伴，合作伙伴", "zh-Hant-TW", "貿易夥伴，合作夥伴"),
    ("向市长汇报，搜集巨额商铺租金", "zh-Hant-HK", "向市長匯報，搜集巨額商舖租金"),
]


@pytest.mark.parametrize(("text", "target", "expected"), CASES)
def test_words_have_edges(text: str, target: str, expected: str) -> None:
    """A word is read as a word, whatever its neighbours would make together."""
    assert expected == convert_script(text, target)


def test_a_name_across_words_is_none() -> None:
    """A listed name does not cut 由于 in two."""
    assert (
        convert_script("由于洋流很冷，于洋没有下水。", "zh-Hant-TW", names=["于洋"]) == "由於洋流很冷，于洋沒有下水。"
    )


@given(st.text(alphabet="被发明中学生资金链a，\U00020000", max_size=12))
def test_the_best_cut_covers_the_text(text: str) -> None:
    """Words' ends go up to the text's end, and a text of any characters has a cut."""
    ends, _ = best(text, {})
    assert ends == sorted(set(ends))
    assert (ends[-1] if ends else 0) == len(text)


@pytest.mark.parametrize(
    ("text", "favoured", "expected"),
    [
        ("", {}, ([], 0)),
        ("后来", {}, ([2], -12)),
        ("由于洋", {}, ([2, 3], -40)),
        ("由于洋", {1: [(3, -30)]}, ([2, 3], -40)),
        ("由于洋", {1: [(3, -4)]}, ([1, 3], -24)),
        ("\U00020bb7", {}, ([1], RAREST)),
    ],
)
def test_the_likeliest_cut(
    text: str, favoured: dict[int, list[tuple[int, int]]], expected: tuple[list[int], int]
) -> None:
    """Of two cuts the one whose words are commoner together; what is favoured has to be likelier too."""
    assert best(text, favoured) == expected


def test_how_common_a_word_is() -> None:
    """A common word scores higher than a rare one, what the list lacks has no score, a character always has one."""
    assert score("的") > score("码头") > score("于洋") > RAREST == score("\U00020bb7")  # type: ignore[operator]
    assert score("渡口码") is None


@pytest.mark.parametrize(("text", "count"), [("渡口a头", 2), ("a渡口", 0), ("", 0), ("渡口", 2), ("渡，口", 1)])
def test_han_at_the_head(text: str, count: int) -> None:
    """Up to the first character that is none."""
    assert han(text) == count


def test_names_stand_beside_the_phrases_and_change_none() -> None:
    """A document's names are found with the phrases of all documents, of which nothing is made anew."""
    known, before = phrases(), len(phrases())
    more = with_more(known, ["于舟", "江帆"])
    text = "于舟说江帆在理发"
    assert [text[at : at + 2] for at in more.heads(text)] == ["于舟", "江帆", "理发"]
    assert [text[at : at + 2] for at in known.heads(text)] == ["理发"]
    assert len(known) == before
    assert [*with_more(Phrases(), ["于舟"]).heads("𠀀于舟")] == [1]
