"""Lines of verse are set a line each; prose, lists and names that look like it are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import UnreadableInput
from converter.model import Form
from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.structure.shapes.verse import with_verse

PROSE = "窑头村的人烧了一辈子碗，老了就坐在窑口晒太阳，谁来问路都要先问一句是不是来买碗的，不是也给指。"
STANZAS = (
    ("新泥三尺白，", "窑火五更红。", "碗底无名姓，", "千家饭里同。"),
    ("问郎何日返，", "霜落雁飞时。", "此碗留君坐，", "凉茶莫说迟。"),
)


def verse(text: str) -> list[tuple[int, str]]:
    """The number of the stanza and the text of each line of verse."""
    return [(line.depth, line.text) for line in with_verse(source_of(text).lines) if line.form is Form.VERSE]


def told(*stanzas: tuple[str, ...]) -> list[tuple[int, str]]:
    return [(number, line) for number, stanza in enumerate(stanzas, 1) for line in stanza]


@pytest.mark.parametrize("indent", ["", "　　　　", "        ", "\t"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_stanzas_in_prose(indent: str, gap: str) -> None:
    """Stanzas of one metre are known set in or not, with blank lines around them or not."""
    songs = ["\n".join(indent + line for line in stanza) for stanza in STANZAS]
    assert verse(gap.join((PROSE, songs[0], PROSE, songs[1], PROSE))) == told(*STANZAS)


def test_verse_with_a_blank_line_after_every_line() -> None:
    """Where a blank line stands between all lines, stanzas are told by their metre, and a second one ends one."""
    text = PROSE + "\n\n" + "\n\n\n".join("\n\n".join(stanza) for stanza in STANZAS) + "\n\n" + PROSE
    assert verse(text) == told(*STANZAS)


@pytest.mark.parametrize("mark", ["，", "、", "  ", "　"])
def test_two_halves_of_a_line(mark: str) -> None:
    """A couplet on one line is two clauses of one length; two such lines are enough."""
    lines = (f"新泥三尺白{mark}窯火五更紅。", f"碗底無名姓{mark}千家飯裡同。")
    assert verse(f"{PROSE}\n{lines[0]}\n{lines[1]}\n{PROSE}") == told(lines)


@pytest.mark.parametrize("count", [5, 7])
def test_old_forms_without_marks(count: int) -> None:
    """Four lines of five or seven characters need no mark."""
    lines = tuple("新泥三尺白如雪"[:count][-shift:] + "新泥三尺白如雪"[:count][:-shift] for shift in (1, 2, 3, 4))
    assert verse("\n".join((PROSE, *lines, PROSE))) == told(lines)


def test_a_pair_of_lines_on_a_door() -> None:
    """Two lines are a couplet where blank lines set them apart, the first ends in a comma and the second in a stop."""
    pair = ("窑前古木千年绿，", "碗底清泉万户甜。")
    assert verse(f"{PROSE}\n\n{pair[0]}\n{pair[1]}\n\n{PROSE}") == told(pair)
    assert verse(f"{PROSE}\n{pair[0]}\n{pair[1]}\n{PROSE}") == []


def test_stanzas_of_uneven_lines_that_are_set_in() -> None:
    """Further in than the prose, lines need no metre; they all end a clause, or none of them does."""
    marked, bare = ("月出东山，", "照我碗中酒一杯，", "不照归人。"), ("碗破在门口", "补碗的人没有来", "雪下了三天")
    for lines in (marked, bare):
        stanza = "\n".join(f"　　{line}" for line in lines)
        assert verse(f"{PROSE}\n{stanza}\n{PROSE}") == told(lines)


def test_a_song() -> None:
    """Stanzas of short lines are a song; its title and makers stand above it, and a part's name is of it."""
    text = "碗歌\n作词：冯青禾\n\n新泥白\n窑火红了半边天\n\n（副歌）\n来吃一碗饭吧\n走远路的人\n碗底有月亮\n"
    assert [(block.role, block.text) for block in detect_structure(source_of(text)).blocks()][:2] == [
        ("headline", "碗歌"),
        ("byline", "作词：冯青禾"),
    ]
    assert verse(text) == told(("新泥白", "窑火红了半边天"), ("（副歌）", "来吃一碗饭吧", "走远路的人", "碗底有月亮"))


NO_VERSE = {
    "prose that was cut": "\n".join(PROSE[at : at + 12] for at in range(0, 48, 12)),
    "cut to seven": "\n".join(PROSE[at : at + 7] for at in range(0, 42, 7)),
    "names": "欧阳小竹\n上官青禾\n司马长风\n诸葛小舟",
    "names in two columns": "冯青禾　柏小舟\n岑小竹　江一帆\n邱晓晨　陆闻笛",
    "an address": "海州市窑头村\n碗厂街三十号\n邮政所收\n联系人冯青禾",
    "a signature": "\n　　　　　　　　".join((PROSE, "窑头村村民委员会", "碗厂管理委员会", "防火指挥办公室")),
    "annexes": f"{PROSE}\n　　　附件：1.碗价表\n　　　　　　2.窑期表\n　　　　　　3.名单",
    "talk": "“烧好了？”\n“烧好了。”\n“开窑吗？”\n“开窑吧。”\n“等一等。”\n“等什么？”",
    "three lines": "新泥三尺白，\n窑火五更红。\n碗底无名姓，",
    "a list": "一、选土\n二、练泥\n三、拉坯\n四、上釉\n五、入窑\n六、开窑",
    "figures": "碗价3元，\n盏价5元。\n壶价9元，\n缸价8元。",
    "prose under a tune's name": f"卜算子\n{PROSE}",
    "a title and an author": "题目：窑\n" + PROSE,
}


@pytest.mark.parametrize("text", NO_VERSE.values(), ids=NO_VERSE)
def test_what_is_no_verse(text: str) -> None:
    """Prose in narrow columns, names, addresses, signatures, lists, talk and figures are none."""
    lines = source_of(text).lines
    assert with_verse(lines) is lines


def test_prose_after_verse_is_a_block_of_its_own() -> None:
    """Without a blank line between, the last line of verse does not run on into the prose below it."""
    text = "\n".join((PROSE, "新泥三尺白", "窑火五更红", "碗底无名姓", "千家饭里同", PROSE))
    assert [block.text for block in detect_structure(source_of(text)).blocks()] == text.split("\n")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["新泥三尺白，", "窑火五更红。", "", "　　碗破了", PROSE, "卜算子", "作词：冯青禾", "（副歌）"])
    )
)
def test_lines_stay(texts: list[str]) -> None:
    """Whatever is read as verse, the lines are the same ones in the same order."""
    try:
        lines = source_of("\n".join(texts)).lines
    except UnreadableInput:
        return
    assert [(line.text, line.start) for line in with_verse(lines)] == [(line.text, line.start) for line in lines]


def test_short_lines_below_chapters_are_no_song() -> None:
    """A story told in short lines has chapters; a song has parts, in brackets."""
    parts = (
        "上篇　滩\n第一节\n天还没有亮\n滩上已经有人了",
        "第二节\n下午起了风\n灯灭了",
        "下篇　路\n第一节\n路断了\n没有人走了",
    )
    story = "\n\n".join(parts)
    assert verse(story) == []


def test_the_head_of_a_poem_below_another() -> None:
    """A title and a poet between the stanzas of two poems head the second one; a lone name there heads nothing."""
    stanzas = ("霧從河心來\n船從霧裡來\n人從船上來", "河心的石頭\n看過所有的船")
    poems = "\n\n".join(["晨渡\n時小滿", *stanzas, "夜渡\n江一帆", *stanzas])
    told = [(line.text, line.role) for line in with_verse(source_of(poems).lines) if line.role and line.form is None]
    assert told == [("夜渡", "headline"), ("江一帆", "byline")]


@pytest.mark.parametrize(
    ("head", "second", "expected"),
    [
        ("灯塔\n", "盐", {0: "headline", 7: "headline"}),
        ("夜航三首\n白鹿鸣\n灯塔\n", "盐", {2: "subhead", 9: "subhead"}),
        ("灯塔\n白鹿鸣\n", "盐", {8: "headline"}),
        ("灯塔\n◎一尾鱼\n", "鹽", {8: "headline"}),
        ("灯塔的灯又亮了\n", "盐", {}),
        ("灯塔\n", "灯塔", {}),
        ("灯塔\n", "在我的手上", {0: "headline"}),
    ],
    ids=["of-its-own", "of-a-row", "poet", "pen-name", "no-title", "refrain", "speech"],
)
def test_titles_right_above_their_poem(head: str, second: str, expected: dict[int, str]) -> None:
    """The first line of a stanza is a title where it is far shorter than the others, and something above is one too."""
    first = "它不说话\n只把光一圈圈递给黑暗\n\n我们接住\n又还给海\n\n天亮了它才睡去\n谁也没有叫醒它\n"
    page = f"{head}{first}\n{second}\n母亲的手背上\n有一片干掉的海\n"
    lines = with_verse(source_of(page).lines)
    assert {place: line.role for place, line in enumerate(lines) if line.role and not line.form} == expected


def test_poems_below_one_another() -> None:
    """Titles between blank lines head poems of a stanza or more, whose lines speak; what a list has below its titles,
    and what a number parts, is none.
    """
    poem = [
        "秋",
        "风把叶子\n一片一片\n数给河水听",
        "河水没有回答\n它忙着赶路",
        "站台",
        "你走以后\n站台就矮了\n像一枚旧邮票",
    ]
    found = with_verse(source_of("\n\n".join(poem)).lines)
    assert [(line.text, line.role) for line in found if line.form is None] == [("秋", "headline"), ("站台", "headline")]
    assert [line.depth for line in found if line.form] == [1, 1, 1, 2, 2, 3, 3, 3]
    numbered = "\n\n".join(["一", poem[1], "二", poem[4]])
    dishes = "星期一\n\n红烧豆腐和青菜\n番茄鸡蛋汤\n米饭或馒头\n\n星期二\n\n清蒸鲈鱼配土豆\n冬瓜排骨汤\n杂粮饭"
    assert [verse(numbered), verse(dishes)] == [[], []]
