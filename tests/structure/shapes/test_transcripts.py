"""Times that lead through a text tell turns and entries; other times tell nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.structure.shapes.transcripts import with_turns

TURNS = """窑厂口述史 第三次访谈

00:00:05 主持人
窑是哪一年停火的？

00:00:09 冯师傅
那年秋天。火停了以后，
我在窑口坐了一夜。

00:01:30 主持人
坐了一夜
"""


def read(text: str) -> list[tuple[str, str]]:
    """Role and text of each block."""
    return [(block.role, block.text) for block in detect_structure(source_of(text)).blocks()]


def pinned(text: str) -> list[str]:
    """The lines whose role is told."""
    return [line.text for line in with_turns(source_of(text).lines) if line.role]


@pytest.mark.parametrize("bare", [False, True])
def test_turns(bare: bool) -> None:
    """Time and speaker have a block, what is said has another, joined over its lines; the line above is the title."""
    assert read(TURNS.replace("\n\n", "\n") if bare else TURNS) == [
        ("headline", "窑厂口述史 第三次访谈"),
        ("paragraph", "00:00:05 主持人"),
        ("paragraph", "窑是哪一年停火的？"),
        ("paragraph", "00:00:09 冯师傅"),
        ("paragraph", "那年秋天。火停了以后，我在窑口坐了一夜。"),
        ("paragraph", "00:01:30 主持人"),
        ("paragraph", "坐了一夜"),
    ]


@pytest.mark.parametrize(
    "stamp",
    ["{}", "[{}] 馮師傅", "馮師傅 {}", "馮師傅（窯工）　{}", "馮師傅({}):", "{}-23:59", "【{}】馮師傅：", "00:{},500"],
)
def test_how_times_are_written(stamp: str) -> None:
    """Before the speaker or behind, in brackets, as a range, with fractions of a second."""
    text = "\n".join(f"{stamp.format(time)}\n火停了" for time in ("10:05", "10:20", "11:59"))
    assert len(pinned(text)) == 6


def test_a_live_blog() -> None:
    """An entry on the line of its time is a paragraph of its own; the newest may come first."""
    entries = ["14:20 窑门打开，烟散了。", "14:05 师傅们到齐", "13:50 天气晴"]
    assert pinned("开窑直播\n\n" + "\n".join(entries)) == ["开窑直播", *entries]


@pytest.mark.parametrize(
    "times",
    [("10:05", "10:20"), ("10:05", "09:20", "10:40"), ("3:2", "4:1", "5:0"), ("10:05", "10:20", "2024")],
)
def test_times_that_tell_nothing(times: tuple[str, ...]) -> None:
    """Two times, times that rise and fall, and results of matches are no transcript."""
    assert pinned("\n".join(f"{time} 乙队\n说得好" for time in times)) == []


def test_a_role_that_is_told_stays() -> None:
    """A line whose format told its role is no turn."""
    lines = [replace(line, role=Role.CAPTION) for line in source_of(TURNS).lines]
    assert with_turns(lines) is lines
