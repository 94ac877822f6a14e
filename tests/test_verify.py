"""A book that holds its text is told from one that lost, moved or changed some of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import converter
from converter.verify import Compared, compared, verify

LINES = [
    "江城晚报二〇二四年五月",
    "新桥昨日正式通车",
    "两岸的居民昨天走上大桥，老人和孩子走在",
    "最前面，大家都说这一天等了很久。",
    "本版编辑：江一",
]


@pytest.mark.parametrize("to", ["epub", "html", "outline", "json"])
def test_every_sample_is_whole_in_every_form(to: str, seeds: list[Path], tmp_path: Path) -> None:
    """Nothing is lost, moved or changed, whatever labels the form adds."""
    for seed in seeds:
        out = tmp_path / f"{seed.stem}.{to}"
        converter.convert(seed, out)
        found, _ = verify(seed, out)
        assert (found.is_whole, found.lost, found.moved, found.changed) == (True, [], [], []), (seed.stem, found)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (LINES, {}),
        ([*LINES[:2], LINES[2] + LINES[3], LINES[4]], {}),
        (["目录", "江城晚报", *LINES], {"added": ["目录", "江城晚报"]}),
        ([*LINES[1:], LINES[0]], {"furniture": [LINES[0]]}),
        ([*LINES[:1], *LINES[2:4], LINES[1], LINES[4]], {"moved": [LINES[1]]}),
        ([*LINES[:2], *LINES[3:]], {"lost": [LINES[2]]}),
        ([*LINES[:2], LINES[2].replace("老人", "大人"), *LINES[3:]], {"changed": ["大人"], "lost": ["老人"]}),
        ([*LINES, LINES[3]], {"added": [LINES[3]]}),
        ([LINES[0][:2], LINES[0][2:], *LINES[1:4], LINES[4][:5], LINES[4][5:]], {}),
        ([], {"lost": ["".join(LINES)]}),
    ],
    ids=["same", "joined", "labels", "furniture", "moved", "lost", "changed", "twice", "in short pieces", "nothing"],
)
def test_differences_are_told_by_kind(pieces: list[str], expected: dict[str, list[str]]) -> None:
    """Each with the text that it is of."""
    found = compared(LINES, pieces, [LINES[0]])
    if "changed" in expected:  # what goes on behind a change of less than twelve characters is found again or told
        assert not found.is_whole and found.changed
    else:
        assert found == Compared(sum(map(len, LINES)), **expected)


@given(st.lists(st.text("天地玄黄宇宙洪荒日月", min_size=1, max_size=30), max_size=12), st.data())
def test_a_lost_character_is_never_passed_over(lines: list[str], data: st.DataObject) -> None:
    """The same lines are whole; without one character they are not."""
    assert compared(lines, lines).is_whole
    if lines:
        number = data.draw(st.integers(0, len(lines) - 1))
        fewer = [*lines]
        fewer[number] = fewer[number][1:]
        assert not compared(lines, [line for line in fewer if line]).is_whole
