"""Which Chinese a text is written in."""

import pytest

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.script.language import LEAST, LONG, SHARE, is_plain, language_in, language_of, other_language, signs

CASES = {
    "": "zh-Hans",
    "No Chinese at all.": "zh-Hans",
    "山水人心": "zh-Hans",
    "这座县城的图书馆开门了。": "zh-Hans",
    "這座縣城的圖書館開門了。": "zh-Hant",
    "記者在台北捷運車廂裡訪問乘客，新北居民說通勤時間縮短了。": "zh-Hant-TW",
    "特首在立法會說，港鐵票價問題會再檢討，街坊話唔使急。": "zh-Hant-HK",
    "香港同台北两地的圖書館今年會交換館藏目錄，讀者說很期待。": "zh-Hant",
    "这篇文章谈繁体的「圖」字和「書」字，说它们从何而来，为何变成今天的样子。": "zh-Hans",
}


@pytest.mark.parametrize(("text", "language"), CASES.items())
def test_language(text: str, language: str) -> None:
    """A text's own characters tell its script, and plain evidence its place."""
    assert language_of(text) == language


@pytest.mark.parametrize(("text", "language"), CASES.items())
def test_a_long_text_is_told_as_a_short_one(text: str, language: str) -> None:
    """However its signs are looked for."""
    assert language_of(text + "，" * LONG) == language


def test_one_name_quoted_often_does_not_decide() -> None:
    """Different characters are counted: a shop's sign in traditional ones leaves a simplified text simplified."""
    text = "这家店开了三十年，门口的招牌写着" + "「龍鳳樓」" * 50 + "，老板说从没换过。"
    assert language_of(text) == "zh-Hans"


def test_pairs_are_what_opencc_says() -> None:
    """Every simplified character of the data changes to a traditional one of the data, and back."""
    from converter.script import convert_script as convert_text

    assert {convert_text(character, "t2s") for character in signs("traditional")} == signs("simplified")
    assert not {
        character for character in signs("simplified") if convert_text(character, "s2t") not in signs("traditional")
    }
    assert not signs("simplified") & signs("traditional")


def test_labelled_pages(labelled_pages: list[dict[str, str]]) -> None:
    """Every labelled page's script is told rightly."""
    wrong = [page["id"] for page in labelled_pages if not language_of(page["text"]).startswith(page["language"])]
    assert wrong == []


SIMPLIFIED, TRADITIONAL = "这座县城的图书馆开门了。", "議員說計劃對環境有影響。"


@pytest.mark.parametrize(
    ("said", "stories", "language"),
    [
        ("", (SIMPLIFIED,), "zh-Hans"),
        ("zh-Hant-HK", (TRADITIONAL,), "zh-Hant-HK"),
        ("zh-Hans", (SIMPLIFIED, TRADITIONAL, TRADITIONAL), "zh-Hans"),
        ("zh-Hans", (SIMPLIFIED, TRADITIONAL, TRADITIONAL, TRADITIONAL), "zh-Hant"),
        ("ja", (TRADITIONAL,), "ja"),
        ("zh", (TRADITIONAL,), "zh-Hant"),
    ],
)
def test_language_of_a_tree(said: str, stories: tuple[str, ...], language: str) -> None:
    """What a book says counts where a third of its text is in that script, and where it is no Chinese at all."""
    told = (Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, (Run(text),)),)) for text in stories)
    assert language_in(Issue((Section(tuple(told)),), language=said)) == language


PLACES = [
    # two signs of a place tell it, and more than twice as many as of the other
    ("計程車說", "zh-Hant"),
    ("計程車和網路說", "zh-Hant-TW"),
    ("計程車、網路、香港說", "zh-Hant"),
    ("計程車、網路、北市、香港說", "zh-Hant-TW"),
    ("港鐵說", "zh-Hant"),
    ("港鐵、特首說", "zh-Hant-HK"),
    ("港鐵、特首、台北說", "zh-Hant"),
    ("港鐵、特首、嘅、台北說", "zh-Hant-HK"),
    # as many characters of one script as of the other
    ("國會发时", "zh-Hans"),
    ("國會发", "zh-Hant"),
]


@pytest.mark.parametrize(("text", "language"), PLACES)
def test_plain_evidence(text: str, language: str) -> None:
    """One word is none; two are some, unless the other place has half as many."""
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "plain"), [("国会", True), ("國會", True), ("国會", True), ("皇后", False), ("山水", False), ("", False)]
)
def test_plain_characters(text: str, plain: bool) -> None:
    """Characters of either script that the other lacks; those that both have, or that are rare, tell nothing."""
    assert is_plain(text) is plain


OTHER_TEXTS = {
    "新しい橋は昨日開通し、住民は朝から列を作った。": "ja",
    "図書館のご案内": "ja",
    "새 다리가 어제 개통되어 주민들이 아침부터 줄을 섰다.": "ko",
    "漢字로 쓴 大學新聞의 記事": "ko",
    "这家名叫优の良品的小店昨天开门，门口写着ラーメン三个字。": "",
    "他们用한글写了两个字，又用汉字写了一遍，给孩子们看。": "",
    "の": "",
    "圖書館開門": "",
}


@pytest.mark.parametrize(("text", "expected"), OTHER_TEXTS.items())
def test_japanese_and_korean(text: str, expected: str) -> None:
    """Told by the share of kana and hangul, so that a Chinese text that quotes a word of theirs is Chinese."""
    assert other_language(text) == expected
    assert language_of(text)[:2] == (expected or "zh")


def test_where_another_language_begins() -> None:
    """One in five letters, and two of them."""
    assert other_language("の" * LEAST + "字" * LEAST * (SHARE - 1)) == "ja"
    assert other_language("の" * LEAST + "字" * (LEAST * (SHARE - 1) + 1)) == ""
    assert other_language("の" * (LEAST - 1)) == ""
