"""What a line is by what stands around it, where its own look says otherwise."""

import pytest

from converter.readers.text import source_of
from converter.structure.between import between
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading


def told(text: str, states: str) -> list[tuple[int, str, str]]:
    """What is told of the lines of a text whose states are given: ``role`` opens a block, ``role+`` goes on."""
    readings = [
        Reading(STATES.index((state.rstrip("+"), "line" if state[-1] == "+" else "block")), 0.5, None)
        for state in states.split()
    ]
    found = between(source_of(text).lines, readings)
    return [(place, str(role), str(opens or "")) for place, role, opens, _ in found]


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("渡轮复航。\n旧桥今晚换链\n本报讯　旧桥今晚换链。\n", "subhead", [(1, "headline", "")]),
        ("渡轮复航。\n書鋪下月搬家\n雲台社訊：書鋪下月搬到城東。\n", "caption", [(1, "headline", "")]),
        ("渡轮复航。\n要闻速递\n本报讯　旧桥今晚换链。\n", "column_title", []),
        ("渡轮复航。\n旧桥今晚换链\n旧桥今晚换链。\n", "subhead", []),
        ("渡轮与\n旧桥今晚换链\n本报讯　旧桥今晚换链。\n", "subhead", []),
    ],
    ids=["a-subhead", "a-caption", "a-column", "no-dateline", "amid-a-title"],
)
def test_alone_above_a_dateline(text: str, role: str, expected: list[tuple[int, str, str]]) -> None:
    """Between a whole text and a dateline a headline stands, and nothing else."""
    assert told(text, f"paragraph {role} paragraph") == expected


@pytest.mark.parametrize(
    ("line", "role", "expected"),
    [
        ("本报海州3月24日电", "deck", [(1, "paragraph", "block"), (2, "paragraph", "line")]),
        ("（本报海州3月24日电）", "paragraph", [(1, "source_note", "block")]),
        ("本报海州3月24日电", "dateline", []),
        ("海州三月廿四", "deck", []),
        ("【海州晚報記者柳溪報導】", "deck", []),
    ],
    ids=["text", "a-source", "known", "no-dateline", "other-brackets"],
)
def test_a_dateline_alone_on_its_line(line: str, role: str, expected: list[tuple[int, str, str]]) -> None:
    """Text goes on from it; in brackets below a text it says where that comes from."""
    text = f"渡轮复航。\n{line}\n（记者柳溪）旧桥今晚换链。\n"
    assert told(text, f"paragraph {role} paragraph") == expected


PICTURED = "渡轮复航。\n灯塔开放\n北港灯塔周末起接待游人。\n{more}柳溪摄\n"


@pytest.mark.parametrize(
    ("text", "states", "expected"),
    [
        (PICTURED.format(more=""), "paragraph subhead paragraph credit", [(1, "headline"), (2, "caption")]),
        (
            PICTURED.format(more="图为登塔的\n人。\n"),
            "paragraph headline paragraph paragraph paragraph+ credit",
            [(1, "headline"), (2, "caption"), (3, "caption"), (4, "caption")],
        ),
        (PICTURED.replace("柳溪摄", "图：柳溪").format(more=""), "paragraph subhead paragraph credit", []),
        (PICTURED.format(more="甲。\n乙。\n"), "paragraph subhead paragraph paragraph paragraph credit", []),
        (PICTURED.format(more=""), "paragraph paragraph paragraph credit", []),
    ],
    ids=["one-text", "two-texts", "a-label", "three-texts", "no-title"],
)
def test_a_story_of_a_picture(text: str, states: str, expected: list[tuple[int, str]]) -> None:
    """A title, a text or two, and who took the picture."""
    assert [(place, role) for place, role, _ in told(text, states)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市长在渡口调研时强调\n把渡口还给市民\n", ["kicker", "headline"]),
        ("市府會議指出\n渡口要還給市民\n", ["kicker", "headline"]),
        ("把渡口还给市民\n市长在渡口调研\n", []),
    ],
)
def test_a_kicker_that_says(text: str, expected: list[str]) -> None:
    """What was said is the headline."""
    assert [role for _, role, _ in told(text, "headline deck")] == expected


FOREIGN = (
    "她写道：\nI am grateful to all of t\nhose who have signed thi\ns petition, in particula\nrly those from here.\n"
    "她走了。\n"
)


def test_foreign_speech_in_broken_lines() -> None:
    """Three lines and more of one width are one paragraph."""
    states = "paragraph caption headline furniture caption paragraph"
    assert told(FOREIGN, states) == [
        (1, "paragraph", "block"),
        (2, "paragraph", "line"),
        (3, "paragraph", "line"),
        (4, "paragraph", "line"),
    ]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (FOREIGN, "paragraph paragraph paragraph+ paragraph+ paragraph+ paragraph"),
        (FOREIGN.replace("I am grateful to all of t", "I am"), "paragraph caption headline caption caption paragraph"),
        ("CHINA DAILY\nHARBOUR NEWS\nSUNDAY TIMES\n渡口\n", "folio headline deck headline"),
    ],
    ids=["read-so", "of-two-widths", "no-text-above"],
)
def test_other_foreign_lines(text: str, states: str) -> None:
    assert told(text, states) == []


UNTITLED = (
    "修表四十年，钟还准吗？\n渡口的钟楼建成那年，修表人刚满十八岁，他跟着师傅爬上去上油。\n后来师傅走了。\n他还在。\n"
)


@pytest.mark.parametrize(
    ("text", "states", "expected"),
    [
        (UNTITLED, "paragraph paragraph paragraph paragraph", [(0, "headline", "article")]),
        (UNTITLED, "subhead paragraph paragraph paragraph", [(0, "headline", "article")]),
        (UNTITLED, "column_title paragraph paragraph paragraph", []),
        (UNTITLED.replace("吗？", "吗。"), "paragraph paragraph paragraph paragraph", []),
        (UNTITLED, "paragraph paragraph subhead paragraph", []),
        (UNTITLED, "paragraph paragraph+ paragraph paragraph", []),
        ("修表人？\n他。\n", "paragraph paragraph", []),
    ],
    ids=["a-question", "mistaken", "a-column", "a-sentence", "other-titles", "text-goes-on", "short"],
)
def test_a_text_without_a_title(text: str, states: str, expected: list[tuple[int, str, str]]) -> None:
    """Its first line is one, if it may be."""
    assert told(text, states) == expected


@pytest.mark.parametrize(
    ("text", "states", "expected"),
    [
        ("灯修好了。\n渡口街坊　启\n\n征文比赛\n写一写街坊。\n", "paragraph signature paragraph paragraph", [2]),
        ("燈修好了。\n渡口\n五月六日\n\n徵文\n寫街坊。\n", "paragraph signature dateline subhead paragraph", [3]),
        ("灯修好了。\n渡口街坊　启\n征文比赛\n写一写街坊。\n", "paragraph signature paragraph paragraph", []),
        ("灯修好了。\n渡口街坊　启\n征文比赛\n写一写街坊。\n", "paragraph signature subhead paragraph", [2]),
        ("灯修好了。\n\n渡口街坊　启\n征文比赛\n写一写街坊。\n", "paragraph signature subhead paragraph", []),
        ("灯修好了。\n渡口街坊　启\n\n（此件公开）\n写一写街坊。\n", "paragraph signature paragraph paragraph", []),
        ("灯修好了。\n——编者\n\n征文比赛\n写一写街坊。\n", "paragraph signature subhead paragraph", []),
        ("灯修好了。\n灯又坏了。\n\n征文比赛\n写一写街坊。\n", "paragraph paragraph paragraph paragraph", []),
    ],
    ids=[
        "signature",
        "signature-and-day",
        "no-blank-line",
        "subhead-on-a-solid-page",
        "subhead",
        "in-brackets",
        "editors",
        "no-signature",
    ],
)
def test_below_who_signed(text: str, states: str, expected: list[int]) -> None:
    """What is short and stands apart below a signature begins a story."""
    assert [place for place, role, _ in told(text, states) if role == "headline"] == expected


@pytest.mark.parametrize(
    ("text", "states", "expected"),
    [
        ("膝盖响\n问：要紧吗？\n答：不要紧。\n腿抽筋\n问：怎么办？\n答：热敷。\n", "headline subhead", [3]),
        ("離職\n問：何時發薪？\n答：當天。\n加班\n問：怎麼算？\n答：加倍。\n", "headline subhead", [3]),
        ("船工\n问：几点上船？\n答：六点。\n问：几点回来？\n答：看天。\n", "headline paragraph", []),
        ("船工\n他笑了。\n答：是。\n上船\n问：几点？\n答：六点。\n", "headline subhead", []),
    ],
    ids=["readers", "readers-traditional", "an-interview", "one-question"],
)
def test_questions_of_readers(text: str, states: str, expected: list[int]) -> None:
    """Each title above one question is a headline where the first is."""
    first, other = states.split()
    found = told(text, " ".join([first, "paragraph", "paragraph", other, *["paragraph"] * (text.count("\n") - 4)]))
    assert [place for place, role, _ in found if role == "headline"] == expected


def test_text_that_goes_on_from_a_title_below_who_signed() -> None:
    """A short line below a signature from which far longer text was taken to go on is the next story's headline."""
    text = "灯修好了。\n柏青禾\n谢谢那位船工\n上周我把拐杖忘在船上，船工专程送回码头，谢谢他。\n"
    found = told(text, "paragraph signature paragraph paragraph+")
    assert found == [(2, "headline", "article"), (3, "paragraph", "block")]
