"""Runs find their own text again, and addresses are left alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import Mark, Run
from converter.script import convert_issue
from converter.script.passage import Passage, addresses
from converter.script.target import way
from tests.script.made import convert_text, issue_of, texts_of

RUNS = [
    # runs, target, the same runs converted
    (("理", "发"), "zh-Hant-TW", ("理", "髮")),
    (("集", "中签", "约"), "zh-Hant-TW", ("集", "中簽", "約")),
    (("程", "序", "员", "说"), "s2twp", ("程", "式", "設計師", "說")),
    (("老程序", "员"), "s2twp", ("老程式", "設計師")),
    (("部分", "区市"), "s2twp", ("部分", "區市")),
    (("", "打印机", ""), "s2twp", ("", "印表機", "")),
    (("见 https://例.中国/发布?里=后，", "发布"), "zh-Hant-TW", ("見 https://例.中国/发布?里=后，", "發布")),
    (("写信给 fa@xn--fa.com ，", "后来"), "zh-Hant-TW", ("寫信給 fa@xn--fa.com ，", "後來")),
    (("到www.a.cn发", "布，写信到a@后.com发布"), "zh-Hant-TW", ("到www.a.cn發", "布，寫信到a@后.com發布")),
    (("见www.a.cn/后?发=里", "，http://后.公司/里 发"), "s2twp", ("見www.a.cn/后?发=里", "，http://后.公司/里 發")),
    (("見http://後.網絡", "發布"), "t2s", ("见http://後.網絡", "发布")),
    (("見http://後.書店", "發布"), "t2s", ("见http://后.书店", "发布")),
]


@pytest.mark.parametrize(("texts", "target", "expected"), RUNS)
def test_runs(texts: tuple[str, ...], target: str, expected: tuple[str, ...]) -> None:
    """A word is seen whole over its runs, and each run gets its own part of it."""
    assert expected == Passage(way(target, "发")).convert(texts)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="程序员发布会分区软件里\ufdd0a，\x00\ud800", max_size=5), min_size=1, max_size=5))
def test_runs_joined_are_the_whole(texts: list[str]) -> None:
    """However a passage is cut into runs, they give what it gives whole."""
    for target in ("s2twp", "zh-Hant-HK"):
        passage = Passage(way(target, "发"), (("员发", "員"), ("件里", "件裡面")))
        done = passage.convert(tuple(texts))
        assert len(done) == len(texts)
        assert "".join(done) == passage.convert(("".join(texts),))[0]


def test_a_word_across_two_runs_is_seen_whole() -> None:
    """理发 is 理髮 also where a mark begins between its characters; marks and links stay on their runs."""
    runs = (Run("他去理", Mark.STRONG), Run("发了", href="发.html"))
    changed = convert_issue(issue_of(*runs), "s2t")
    assert next(changed.blocks()).runs == (Run("他去理", Mark.STRONG), Run("髮了", href="发.html"))


def test_runs_are_cut_where_a_phrase_changed_its_length() -> None:
    """程序员 becomes two characters longer, and the runs after it still begin with their own text."""
    changed = convert_issue(issue_of(Run("程序员说，"), Run("程序", Mark.STRONG), Run("在这里")), "s2twp")
    assert texts_of(changed) == ["程式設計師說，", "程式", "在這裡"]


def test_a_longer_phrase_across_a_cut_loses_nothing() -> None:
    """A phrase that lies across a cut and changes its length is somewhere in the two runs, once."""
    texts = texts_of(convert_issue(issue_of(Run("老程序"), Run("员说"), Run("好")), "s2twp"))
    assert "".join(texts) == "老程式設計師說好"
    assert texts[2] == "好"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(alphabet="程序员打印机里发干后 a，\ud800", max_size=6), min_size=1, max_size=5))
def test_cutting_loses_nothing(texts: list[str]) -> None:
    """However a block is cut into runs, there are as many runs as before and they give the whole block's conversion."""
    for config in ("s2twp", "t2s"):
        changed = texts_of(convert_issue(issue_of(*map(Run, texts)), config))
        assert len(changed) == len(texts)
        assert ["".join(changed)] == texts_of(convert_issue(issue_of(Run("".join(texts))), config))


def test_half_characters_stay() -> None:
    """A lone surrogate, which OpenCC cannot take, stays where it was and the text around it is converted."""
    assert convert_text("图\ud800书\udfff\udc00馆", "s2t") == "圖\ud800書\udfff\udc00館"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("程", "序员"), ("程", "式設計師")),
        (("打", "印", "机"), ("印", "表", "機")),
        (("好程", "序员好"), ("好程", "式設計師好")),
        (("人工智", "能"), ("人工智", "慧")),
        (("互联", "网好"), ("網際網", "路好")),
        (("数据", "", "库"), ("資料", "", "庫")),
    ],
)
def test_a_cut_inside_a_word(texts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """Where a word changes its length the cut is where its first part alone ends, or its last begins, or in
    proportion.
    """
    assert Passage(way("s2twp", "发")).convert(texts) == expected


def test_what_is_overruled() -> None:
    """Phrases that lie across words, where that changes the text; what stands in an address is no word."""
    passage = Passage(way("zh-Hant-TW", "发"), (("于洋", "于洋"),))

    def overruled(text: str) -> list[tuple[int, str, tuple[str, ...]]]:
        return [(cut.start, cut.phrase, cut.words) for cut in passage.overruled(text)]

    assert overruled("它被发明，由于洋流") == [(1, "被发", ("被", "发明"))]
    assert overruled("见http://a.cn/被发明，它被发明") == [(18, "被发", ("被", "发明"))]
    assert overruled("它在这里") == []
    assert overruled("部分区市") == []  # what the phrase would give is the same


def test_where_names_are_kept() -> None:
    """Everywhere they stand, whatever signs they have in them."""
    passage = Passage(way("zh-Hant-TW", "发"), (("于(洋)", "于(洋)"), ("后里", "后里")))
    assert passage.kept("于(洋)去后里，后里的于洋") == [(0, 4), (5, 7), (8, 10)]
    assert passage.convert(("于(洋)去后里，于（洋）以后",)) == ("于(洋)去后里，於（洋）以後",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("见http://a.cn/后。", [(1, 14)]),
        ("写信到a@后.com。", [(3, 10)]),
        ("后\0里", [(1, 2)]),
        ("后\ud800里", [(1, 2)]),
        ("www.桥", []),
        ("@桥", []),
        ("后里", []),
    ],
)
def test_addresses(text: str, expected: list[tuple[int, int]]) -> None:
    """Where they begin and end; a sign of one alone makes none."""
    assert addresses(text) == expected
