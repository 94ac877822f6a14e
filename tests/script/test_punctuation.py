"""Makeshift punctuation between Han characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.script.punctuation import edits, punctuate

CASES = [
    ("他说(见下图),然后:好!真的?", "他说（见下图），然后：好！真的？"),
    ("时间:8:30;地点;江边", "时间：8:30；地点；江边"),
    ("价格 3,000 (USD) a, b: c", "价格 3,000 (USD) a, b: c"),
    ("玛丽•居里、让‧雅克、甲・乙", "玛丽·居里、让·雅克、甲·乙"),
    ("他去...了。。。是--的…", "他去……了……是——的……"),
    ("一——二……三", "一——二……三"),
    ("京—沪", "京—沪"),  # a 连接号 is one dash long
    ("v1.0 (beta)", "v1.0 (beta)"),
    ('他说:"好,走吧!"(笑)', '他说："好，走吧！"（笑）'),
    ("见http://a.cn/里?后=1,发,信寄 a@b.cn;电话", "见http://a.cn/里?后=1,发,信寄 a@b.cn；电话"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_punctuate(text: str, expected: str) -> None:
    """Marks between Han characters take their proper form, those of Latin text and numbers stay."""
    assert (expected,) == punctuate((text,))


@given(st.lists(st.text(alphabet="一,(). …—-•a1", max_size=6), min_size=1, max_size=4))
def test_runs_joined_are_the_whole(texts: list[str]) -> None:
    """Runs stay as many, give what the whole gives, and keep every character that is no mark."""
    done = punctuate(tuple(texts))
    assert len(done) == len(texts)
    assert ("".join(done),) == punctuate(("".join(texts),))
    assert [char for char in "".join(done) if char.isalnum()] == [char for char in "".join(texts) if char.isalnum()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("他说,好", "他说，好"),
        ("他说, 好!", "他说， 好！"),
        ("甲.乙", "甲.乙"),
        ("是...", "是……"),
        ("是..", "是.."),
        ("等。。。", "等……"),
        ("甲…乙", "甲……乙"),
        ("甲…………乙", "甲…………乙"),
        ("第3:甲", "第3：甲"),
        ("比分3:5", "比分3:5"),
        ("A,B,甲", "A,B，甲"),
        ("100%,甲", "100%，甲"),
        ("甲(a)乙", "甲（a）乙"),
        ("渡口(a)乙丙", "渡口（a）乙丙"),
        ("甲(a)", "甲(a)"),
        ("(a)甲", "(a)甲"),
        ("(甲)", "（甲）"),
        ("a(甲)b", "a（甲）b"),
        ("甲(乙", "甲(乙"),
        ("甲 (b) 乙", "甲 (b) 乙"),
        ("甲、(b)丙", "甲、（b）丙"),
        ("甲-乙", "甲-乙"),
        ("甲--乙", "甲——乙"),
        ("甲----乙", "甲——乙"),
        ("a--b", "a--b"),
        ("甲•乙", "甲·乙"),
        ("甲•a", "甲•a"),
        ("见a@b.cn,好", "见a@b.cn，好"),
    ],
)
def test_one_mark(text: str, expected: str) -> None:
    """Each kind of mark, with Chinese on both sides, on one, on none."""
    assert (expected,) == punctuate((text,))


def test_a_mark_stays_in_the_run_where_it_begins() -> None:
    """Of dots in two runs the second has none left."""
    assert punctuate(("他去..", ".了", ",", "好")) == ("他去……", "了", "，", "好")


def test_marks_that_are_found_twice_are_changed_once() -> None:
    """A bracket's comma, and what lies in an address, are left to what holds them."""
    assert edits("甲(乙,丙)") == [(1, 2, "（"), (3, 4, "，"), (5, 6, "）")]
    assert edits("见http://a.cn/甲,乙。") == []
