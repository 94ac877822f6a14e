"""Series of names, and what stands among speeches."""

import pytest

from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.structure.series.named import among_speech, named


def told(text: str) -> dict[int, str]:
    """The roles that are told, by place."""
    return {each.place: each.role.value for each in named(source_of(text).lines)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "个人简历\n电话：000\n教育背景\n海州师院。\n【工作經歷】\n海湾书社。\n",
            {0: "headline", 1: "paragraph", 2: "subhead", 4: "subhead"},
        ),
        (
            "简历\n教育背景\n2014.09—2018.06　海州师院\n主修课程：目录学\n"
            "工作经历\n2018.07—2021.03　书社　校对\n校对丛书。\n写稿。\n",
            {0: "headline", 1: "subhead", 2: "paragraph", 3: "paragraph", 4: "subhead", 5: "paragraph", 6: "paragraph"},
        ),
        ("渡口\n教育背景\n海州师院。\n", {}),
        ("审　判　长　　陶一鸣\n書　記　員　　江　帆\n", {0: "signature", 1: "signature"}),
        ("审判员陶一鸣\n", {}),
        ("博物馆开馆了！（热烈掌声）\n谢谢！(笑聲)\n开馆了！（上午）\n", {0: "paragraph", 1: "paragraph"}),
        ("剧终\n（全书完）\n", {0: "paragraph"}),
        ("（燈滅，幕落）\n水已落幕（图）\n", {0: "paragraph"}),
    ],
    ids=["a-career", "spans-of-time", "one-head", "a-bench", "one-judge", "an-audience", "an-end", "a-curtain"],
)
def test_names(text: str, expected: dict[int, str]) -> None:
    """A series has two members or more; what an audience does stands in the last brackets of a line."""
    assert told(text) == expected


def test_among_speech() -> None:
    """A question that begins a line is somebody's, and what is done stands in brackets; a question's rest is none."""
    lines = source_of("〔幕启〕\n小满：来了？\n为什么\n还没有来？\n您还写吗？\n写过。\n您写什么？\n（起身）\n").lines
    assert [each.place for each in among_speech(lines, 1, 6)] == [0, 4, 6]
    assert [each.place for each in among_speech(lines, 1, 8)] == [0, 4, 6, 7]


def test_the_head_of_a_play() -> None:
    """When, where and among whom it is set is text, and the line above its title; so are its end and what is done."""
    play = (
        "渡口（独幕剧）\n\n时间　初秋\n人物　掌柜——五十岁\n　　　小满——他的外孙女\n\n〔幕启。〕\n小满　来了没有？\n"
        "掌柜　没有。\n小满　真的？\n掌柜　（停手）真的。\n——幕落\n"
    )
    assert [(str(block.role), block.text) for block in detect_structure(source_of(play)).blocks()] == [
        ("headline", "渡口（独幕剧）"),
        *(("paragraph", text.strip("　")) for text in play.split("\n")[2:] if text),
    ]


def test_what_a_play_is() -> None:
    """In brackets below the title of a play that nothing sets stands what it is."""
    play = "末班船\n（廣播短劇）\n船夫\n到岸了。\n客人\n再搖一圈。\n船夫\n天黑了。\n客人\n我付錢。\n"
    roles = [str(block.role) for block in detect_structure(source_of(play)).blocks()]
    assert roles == ["headline", "deck", *["paragraph"] * 8]


@pytest.mark.parametrize("name", ["人物", "時代"])
def test_a_column_above_an_interview(name: str) -> None:
    """Nobody of a play is named behind it or below: it is the column's name."""
    page = f"{name}\n守燈人的三十年\n記者：夜裡冷嗎？\n石守：冷。\n記者：想家嗎？\n石守：燈下就是家。\n"
    blocks = list(detect_structure(source_of(page)).blocks())
    assert [str(block.role) for block in blocks[1:]] == ["headline", *["paragraph"] * 4]
    assert blocks[0].role not in ("paragraph", "headline")


def test_eras() -> None:
    """The eras of a chronicle are its heads; one alone is a word."""
    assert told("清\n光绪三年　大旱。\n民國\n二十六年　設渡。\n") == {0: "subhead", 2: "subhead"}
    assert told("清\n光绪三年　大旱。\n") == {}
