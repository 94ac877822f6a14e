"""Places where a conversion differs from plain OpenCC's."""

import sys
from pathlib import Path

import pytest

from tools.check.script_differences import differences, main


def test_every_place_has_its_rule() -> None:
    """A name, words, neighbours, a spelling; the forms of a place's press are no differences."""
    text = "记者余小洲：桥被发明。\n衣服没干，发布里面。\n桥上犯困。"
    assert [(theirs, ours, rule.split(":")[0]) for _, theirs, ours, rule in differences(text, "zh-Hant-TW")] == [
        ("餘", "余", "name"),
        ("髮", "發", "words"),
        ("幹", "乾", "neighbours"),
        ("困", "睏", "spelling"),
    ]


def test_a_change_of_wording_is_told_whole() -> None:
    """Where lengths differ no place can be told."""
    found = list(differences("铁网卡着，丘比特", "s2twp"))
    assert [rule for *_, rule in found] == ["wording"]


def test_a_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Every second place of a file, and the count of all."""
    page = tmp_path / "page.txt"
    page.write_text("桥被发明，衣服没干。", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["differences", str(page), "--every", "2"])
    main()
    rows = capsys.readouterr().out.splitlines()
    assert [row.split("\t")[0] for row in rows] == ["page.txt", "words: 1", "neighbours: 1"]
