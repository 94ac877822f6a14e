"""Breaks between scenes are kept: the sign in a block of its own, blank lines as a break without text."""

import pytest

from converter.model import Form, Role
from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.structure.prose.breaks import blank_breaks, is_sign

ABOVE = "第九章　等船\n\n　　她在码头上坐了一夜，天亮的时候第一班船靠了岸。\n"
BELOW = "　　三十里外，那个人正在修一只漏水的木桶。\n　　他不知道今天有船。\n"


def blocks(text: str) -> list[tuple[str, bool, str]]:
    """Role, whether it is a break, and the first characters of each block."""
    found = detect_structure(source_of(text)).blocks()
    return [(block.role.value, block.form is Form.BREAK, block.text[:4]) for block in found]


@pytest.mark.parametrize("sign", ["＊＊＊", "* * *", "※", "◇", "——————", "……", "=====", "＊", "~~~~", "§"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_sign_is_a_break(sign: str, gap: str) -> None:
    """It is no title, and no paragraph is joined to it."""
    assert blocks(f"{ABOVE}{gap}{sign}\n{gap}{BELOW}") == [
        ("headline", False, "第九章　"),
        ("paragraph", False, "她在码头"),
        ("paragraph", True, sign[:4]),
        ("paragraph", False, "三十里外"),
        ("paragraph", False, "他不知道"),
    ]


def test_blank_lines_are_a_break() -> None:
    """Three more than is usual are; one is not, nor are those above a title."""
    text = f"{ABOVE}\n\n\n{BELOW}\n\n\n\n第十章　船来\n\n　　船来了，船上没有人。\n"
    assert [(form, words) for _, form, words in blocks(text)] == [
        (False, "第九章　"),
        (False, "她在码头"),
        (True, ""),
        (False, "三十里外"),
        (False, "他不知道"),
        (False, "第十章　"),
        (False, "船来了，"),
    ]
    assert not any(form for _, form, _ in blocks(f"{ABOVE}\n{BELOW}"))


@pytest.mark.parametrize("text", ["嗯", "3", "—3—", "A", "“……”", "一", "•", "-", "！！！"])
def test_no_sign(text: str) -> None:
    """A word, a number, speech, and one bullet or dash are none."""
    assert not is_sign(text)


def test_points_may_go_on_with_a_sentence() -> None:
    """Below a line that ends no sentence they are its end."""
    found = blocks(f"{ABOVE}　　她想了很久，那封信，那盏灯，那条船\n……\n{BELOW}")
    assert [form for _, form, _ in found] == [False] * len(found)


def test_where_many_lines_stand_apart_none_is_a_break() -> None:
    """Where one line in six has a wide gap above, the gap parts something else."""
    pages = "\n\n\n".join(f"第{n}段到这里为止。\n还有一句。\n" for n in "甲乙丙丁戊己")
    assert blank_breaks(source_of(pages).lines) == set()


def test_a_break_holds_its_text() -> None:
    """A sign keeps its place in the source; a break of blank lines has none."""
    found = [block for block in detect_structure(source_of(f"{ABOVE}\n\n\n{BELOW}※\n{BELOW}")).blocks() if block.form]
    assert [(block.role, block.text, len(block.origin)) for block in found] == [
        (Role.PARAGRAPH, "", 0),
        (Role.PARAGRAPH, "※", 1),
    ]
