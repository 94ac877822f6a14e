"""Subtitles: what is said is text, and numbers and times stand apart from it."""

from __future__ import annotations

from pathlib import Path

import pytest

import converter
from converter.model import Mark, Opens, Role, Run
from converter.readers.kinds import kind_of
from converter.readers.subtitles import read_subtitles

SRT = """1
00:00:01,000 --> 00:00:03,500
窑上的早晨

2
00:00:04,000 --> 00:00:07,000
火很旺，
没有人说话

3
00:00:08,000 --> 00:00:09,000
- 开窑吗？
－ 开。
1958
"""
VTT = """WEBVTT 窑

NOTE 校对：
无

first
00:01.000 --> 00:03.500 align:start
<v 师傅>開窯嗎？</v>

01:00:04.000 --> 01:00:07.000
<c.yellow>火<i>很</i>旺</c>
"""


def told(text: str) -> list[tuple[str, Role | None, bool]]:
    """Each line with its role, and whether it goes on with the one above."""
    source = read_subtitles(text.encode())
    return [(line.text, line.role, line.opens is Opens.LINE) for line in source.lines]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_subrip(end: str) -> None:
    """A thing said is one paragraph over its lines; a dash begins another's; a figure that is said is no number."""
    aside, text = Role.FURNITURE, Role.PARAGRAPH
    assert told(SRT.replace("\n", end)) == [
        ("1", aside, False),
        ("00:00:01,000 --> 00:00:03,500", aside, False),
        ("窑上的早晨", text, False),
        ("2", aside, False),
        ("00:00:04,000 --> 00:00:07,000", aside, False),
        ("火很旺，", text, False),
        ("没有人说话", text, True),
        ("3", aside, False),
        ("00:00:08,000 --> 00:00:09,000", aside, False),
        ("- 开窑吗？", text, False),
        ("－ 开。", text, False),
        ("1958", text, True),
    ]


def test_subtitles_without_blank_lines() -> None:
    """Where nothing stands between two of them, the number above the time ends what is said."""
    lines = told(SRT.replace("\n\n", "\n"))
    assert [text for text, role, _ in lines if role is Role.FURNITURE] == [
        text for text, role, _ in told(SRT) if role is Role.FURNITURE
    ]


def test_webvtt() -> None:
    """The head, notes and names of cues stand apart; a voice is a speaker before what is said, and marks stay."""
    source = read_subtitles(VTT.encode())
    assert [(line.text, line.role is Role.PARAGRAPH) for line in source.lines] == [
        ("WEBVTT 窑", False),
        ("NOTE 校对：", False),
        ("无", False),
        ("first", False),
        ("00:01.000 --> 00:03.500 align:start", False),
        ("师傅：開窯嗎？", True),
        ("01:00:04.000 --> 01:00:07.000", False),
        ("火很旺", True),
    ]
    assert source.lines[-1].runs == (Run("火"), Run("很", Mark.EMPHASIS), Run("旺"))
    assert source.warnings == (
        "left out 3 setting(s) of how subtitles are shown",
        "read 2 HTML tag(s) and 0 character reference(s) as what they mean: they had been left in the text",
    )


@pytest.mark.parametrize(("text", "suffix"), [(SRT, ".txt"), (VTT, ".txt"), ("\ufeff" + SRT, ""), ("话", ".srt")])
def test_how_subtitles_are_told(text: str, suffix: str) -> None:
    """By their first lines, whatever the file is called, or by the file's name."""
    assert kind_of(text.encode(), suffix) == "subtitles"


@pytest.mark.parametrize("text", ["1\n00:00:01 起床\n", "WEBVTTX\n", "00:00:01,000 是几点"])
def test_what_are_no_subtitles(text: str) -> None:
    """A number and a time alone make none."""
    assert kind_of(text.encode(), ".txt") == "text"


def test_a_book_of_subtitles(tmp_path: Path) -> None:
    """In the tree every character is kept, and what is said is its paragraphs."""
    path = tmp_path / "窑.srt"
    path.write_text(SRT, "utf-8")
    issue = converter.load(path)
    paragraphs = [block.text for block in issue.blocks() if block.role is Role.PARAGRAPH]
    assert paragraphs == ["窑上的早晨", "火很旺，没有人说话", "- 开窑吗？", "－ 开。1958"]
    assert "".join("".join(block.text for block in issue.blocks()).split()) == "".join(SRT.split())
