"""Tables of words: both scripts are read, and the traditional half is what the tool makes of the other."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from converter.press.lexicon import any_of, lists


def test_both_scripts_are_in_a_list() -> None:
    """A list has its hand-written words first, and their traditional forms."""
    places = lists("converter.structure.cues", "vocabulary")["is a slot name", "is"]

    assert places.index("图片报道") < places.index("圖片報道")


def test_no_word_stands_twice() -> None:
    """A list says each word once."""
    twice = {
        key: words
        for key, words in lists("converter.structure.cues", "vocabulary").items()
        if len(set(words)) != len(words)
    }

    assert twice == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("责任编辑：", "责任编辑"), ("编辑：", "编辑"), ("(记者)", "(记者)"), ("作者", None)],
)
def test_any_of(text: str, expected: str | None) -> None:
    """Of two words that fit the longer one is meant, and brackets are brackets."""
    found = re.match(any_of(("编辑", "责任编辑", "(记者)")), text)

    assert (found and found[0]) == expected


def test_traditional_halves_are_up_to_date(root: Path) -> None:
    """What ``tools/make/hant.py`` would write is what is there."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.make.hant", "--check"], cwd=root, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")
