"""Lines that are one series have one role and one depth, whatever stands around each."""

from __future__ import annotations

import pytest
from opencc import OpenCC

from converter.readers.text import source_of
from converter.structure import detect_structure
from tests.structure.series.documents import KINDS, LAYOUTS, mixed, text_of

Read = tuple[str, str, int]


def read(text: str) -> list[Read]:
    """Role, text and depth of each block."""
    return [(block.role.value, block.text, block.depth) for block in detect_structure(source_of(text)).blocks()]


def roles(text: str, *begin: str) -> list[str]:
    """The roles of the blocks that begin so, in reading order."""
    return [role for role, words, _ in read(text) if words.startswith(begin)]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("script", ["simplified", "traditional"])
def test_titles_of_one_tier_are_alike(kind: str, script: str) -> None:
    """Novels, books in volumes, histories in three tiers and laws, in twenty layouts: no tier is mixed in any."""
    changed = OpenCC("s2t").convert if script == "traditional" else str
    found = {}
    for name, layout in LAYOUTS.items():
        made = KINDS[kind](layout)
        tiers = {unit: list(map(changed, titles)) for unit, titles in made.tiers.items()}
        if faults := mixed(read(changed(text_of(made))), tiers):
            found[name] = faults
    assert found == {}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_law_is_text(layout: str) -> None:
    """No article of a law is anything but text, though it speaks of pictures, adverts and downloads."""
    found = read(text_of(KINDS["law"](LAYOUTS[layout])))
    assert {role for role, text, _ in found if text.startswith("第") and "条" in text[:5]} == {"paragraph"}
    assert {role for role, *_ in found} <= {"headline", "dateline", "column_note", "subhead", "paragraph"}


def test_tiers_stand_under_one_another() -> None:
    """编 above 章 as stories of their own, 节 in the chapter; the line above them all is the whole's title."""
    text = text_of(KINDS["history"](LAYOUTS["blank-lines"]))
    titles = [(role, words[:3], depth) for role, words, depth in read(text) if role in ("headline", "subhead")]
    assert titles[:5] == [
        ("headline", "沿海市", 0),
        ("headline", "第一编", 1),
        ("headline", "第一章", 2),
        ("subhead", "第一节", 0),
        ("subhead", "第二节", 0),
    ]


MEMBERS = {
    "prizes": (
        "石桥渡作文比赛获奖名单\n\n一等奖（2名）\n柏青禾　渡口班\n江　帆　柳湾班\n\n二等奖（3名）\n罗敬之　陶一鸣\n\n"
        "三等奖（2名）\n王一舟　李二朗\n",
        ("一等奖", "二等奖", "三等奖"),
    ),
    "a-career": (
        "个人简历\n\n姓名：柏青禾\n电话：000-0000\n\n教育背景\n2014.09—2018.06　海州师院　本科\n\n工作经历\n"
        "2018.07—2021.03　海湾书社　编辑\n编过十一种书。\n\n自我评价\n细心，耐心。\n",
        ("教育", "工作", "自我"),
    ),
    "a-bench": (
        "海州县人民法院\n\n民事判决书\n\n驳回原告柏青禾的其他诉讼请求。\n\n审　判　长　　陶一鸣\n\n"
        "二〇二三年三月二十一日\n\n书　记　员　　江　帆\n",
        ("审", "书"),
    ),
    "an-interview": (
        "盐路上的人\n\n本报记者　江　帆\n\n晚报：为什么是半斤盐？\n\n小竹：一斤太多，一两太少。\n\n晚报：您都去过？\n\n"
        "小竹：看过二十二座，其余的已经没有了。\n\n您会写续集吗？\n\n不会。账已经还清了。\n",
        ("晚报：", "小竹：", "您会"),
    ),
    "a-transcript": (
        "临水读书会文字稿\n\n00:00:03 主持人\n大家好，欢迎来到读书会。\n\n00:00:15 小竹\n大家好。\n\n00:00:18 主持人\n"
        "为什么是半斤盐？\n\n00:01:02 听众\n那个人到底有没有死？\n",
        ("00:",),
    ),
    "speakers-alone": (
        "图书馆里的对谈\n\n柏青禾（编辑）：\n\n您第一次走进图书馆是什么时候？\n\n何远（馆员）：\n\n七岁。那时候楼下卖船票。\n\n"
        "柏青禾（编辑）：\n\n现在呢？\n\n何远（馆员）：\n\n现在书还在。\n",
        ("柏青禾（", "何远（"),
    ),
    "choices": (
        "第3课 盐路\n2．“不欠”的意思是（　　）\nA．不欠账\nB．不够\nC．不多\nD．不行\n",
        ("A．", "B．", "C．", "D．"),
    ),
    "an-odd-numeral": (
        "渡口的三件事\n\n一、船要新\n\n去年换了三条船，今年还要换两条，都是平底的。\n\n2、路要平\n\n"
        "从渡口到集市的路铺了石板。\n\n三、灯要亮\n\n桥头添了十二盏灯，夜里也看得清了。\n",
        ("一、", "2、", "三、"),
    ),
}


@pytest.mark.parametrize(("text", "begin"), MEMBERS.values(), ids=MEMBERS)
def test_members_are_alike(text: str, begin: tuple[str, ...]) -> None:
    """Prizes, the heads of a career, who signs, who speaks, what may be chosen: each series has one role."""
    found = roles(text, *begin)
    assert len(found) >= len(begin)
    assert len(set(found)) == 1


def test_a_list_of_contents_names_no_story() -> None:
    """Titles that come again below are a note of the column, the titles below are headlines; with a name or without."""
    body = "".join(
        f"{name}\n\n{who}\n\n{name}的事要从很多年以前说起，那时候渡口还没有桥，只有一条船。\n\n"
        for name, who in STORIES
    )
    listed = "".join(f"{name}……{page}\n" for page, (name, _) in enumerate(STORIES, 3))
    for top in ("本期目录\n\n", ""):
        found = read(f"{top}{listed}\n{body}")
        assert [role for role, text, _ in found if "……" in text] == ["column_note"] * len(STORIES)
        assert [text for role, text, _ in found if role == "headline"] == [name for name, _ in STORIES]


STORIES = (("修船的人", "柏青禾"), ("一碗鱼面", "闻人竹"), ("北坡的雪", "罗敬之"), ("灯塔来信", "石小田"))


def test_a_refrain_is_no_list_of_contents() -> None:
    """Lines that come again right below one another are a song's."""
    refrain = "灯在船头\n人在岸上\n雨下一夜\n水涨三寸\n"
    assert "column_note" not in {role for role, *_ in read(f"渡口的歌\n\n{refrain}\n{refrain}")}


def test_who_speaks_does_not_repeat_a_label() -> None:
    """One label that comes again among others is nobody who speaks."""
    text = "相关新闻：渡口新桥通车\n图片：渡口新桥\n相关新闻：旧桥拆了一半\n相关新闻：新桥昨日收费\n"
    from converter.structure.series.speakers import speakers_of

    lines = source_of(text).lines
    assert speakers_of(lines, range(len(lines))) == ([], [])
