"""Who speaks is known by coming again among others."""

import pytest

from converter.readers.text import source_of
from converter.structure.series.speakers import speakers_of


def speakers(text: str) -> tuple[list[int], list[int]]:
    """The places of those who speak, and of what they say below."""
    lines = source_of(text).lines
    return speakers_of(lines, range(len(lines)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小满：来了没有？\n掌柜：没有。\n（静。）\n小满：真的？\n掌柜：真的。\n", ([0, 1, 3, 4], [])),
        ("小满：来了？\n掌柜：没有。\n小满：真的？\n掌柜：真的。\n众人：好！\n", ([0, 1, 2, 3, 4], [])),
        (
            "何远（馆员）：\n七岁。\n小禾：\n后来呢？\n何远（馆员）：\n书在。\n小禾：\n好。\n",
            ([0, 2, 4, 6], [1, 3, 5, 7]),
        ),
        ("00:00:03 主持人\n大家好。\n00:01:02 听众\n他到底有没有死？\n", ([0, 2], [1, 3])),
        ("主持人 00:03\n大家好。\n听众 01:02\n有没有死？\n", ([0, 2], [1, 3])),
        ("小满：来了？\n掌柜：没有。\n小满：真的？\n船家：真的。\n", ([], [])),
        ("相关新闻：新桥通车\n图片：新桥\n相关新闻：旧桥拆了\n图片：旧桥\n", ([0, 2], [])),
        ("责编：江帆\n校对：岑舟\n责编：江帆\n校对：岑舟\n", ([], [])),
        ("渡口的钟敲了六下。\n", ([], [])),
        (
            "船夫\n到岸了。\n客人\n（不动）再摇一圈。\n（灯暗）\n船夫\n天黑了。\n客人\n我付钱。\n",
            ([0, 2, 5, 7], [1, 3, 6, 8]),
        ),
        ("18:30 新闻\n19:00 老灯\n20:00 夜谈\n渡口台\n", ([], [])),
        ("早班\n六点开船。\n晚班\n九点停船。\n早班\n加开一班。\n", ([], [])),
        ("船夫\n到岸了\n客人\n再摇一圈\n船夫\n天黑了\n客人\n我付钱\n", ([], [])),
    ],
    ids=[
        "a-play",
        "once",
        "alone",
        "times",
        "times-behind",
        "one-comes-again",
        "labels",
        "who-made-it",
        "text",
        "bare",
        "what-is-on",
        "few-bare",
        "no-sentences",
    ],
)
def test_speakers(text: str, expected: tuple[list[int], list[int]]) -> None:
    assert speakers(text) == expected


def test_a_reporter_speaks_who_ends_a_sentence() -> None:
    """A post before names is a byline's; before questions that come again it is a speaker's."""
    talk = "记者：几点上船？\n船工：六点。\n记者：几点回来？\n船工：看天。\n"
    named = "记者：江帆\n船工：六点。\n记者：柏青禾\n船工：看天。\n"
    assert speakers(talk) == ([0, 1, 2, 3], [])
    assert speakers(named) == ([1, 3], [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小满　来了没有？\n掌柜　（不抬头）没有。\n小满　真的？\n掌柜　真的。\n", [0, 1, 2, 3]),
        ("时间　初秋\n人物　小满　掌柜\n小满　来了没有？\n掌柜　没有。\n小满　真的？\n掌柜　真的。\n", [2, 3, 4, 5]),
        ("小说　渡口\n诗歌　燈\n小说　盐\n诗歌　风\n", []),
        ("小满　来了没有？\n掌柜　没有。\n小满　真的？\n", []),
    ],
    ids=["a-play", "its-head", "a-list", "one-speaks-once"],
)
def test_speakers_set_apart_by_a_blank(text: str, expected: list[int]) -> None:
    """A play may set them so; lists have such lines too, and end no sentence."""
    assert speakers(text) == (expected, [])
