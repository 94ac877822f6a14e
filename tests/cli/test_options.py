"""What a user says in flags is what the library hears."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import run


def test_flags_are_metadata(page: Path) -> None:
    """What a user says of the issue is in it; a date is written as ISO 8601 does."""
    said = {"--title": "桥", "--paper": "汉江晚报", "--date": "20210105", "--page": "07", "--author": "编辑部"}
    arguments = [word for pair in said.items() for word in pair]
    outline = run("convert", page, "-o", "-", "--to", "outline", *arguments).stdout
    for line in ("title\t桥", "paper\t汉江晚报", "date\t2021-01-05", "page\t07", "author\t编辑部"):
        assert line in outline.splitlines()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("2021-01-05", "2021-01-05"),
        ("20210105", "2021-01-05"),
        ("1908", "1908"),
        ("民國三十七年五月十六日", "1948-05-16"),
    ],
)
def test_forms_of_a_date(said: str, expected: str, page: Path) -> None:
    """A date may be said in any form that is read in a text, or as a year alone."""
    assert f"date\t{expected}\n" in run("convert", page, "-o", "-", "--to", "outline", "--date", said).stdout


def test_script_and_language(page: Path) -> None:
    """--script changes text and language; --language says what the text was read as."""
    assert "language\tzh-Hant-TW" in run("convert", page, "-o", "-", "--to", "outline", "--script", "s2tw").stdout
    assert (
        "language\tzh-Hant-HK" in run("convert", page, "-o", "-", "--to", "outline", "--language", "zh-Hant-HK").stdout
    )


def test_script_is_completed() -> None:
    """The shell is told OpenCC's configurations that begin as typed."""
    env = {
        **os.environ,
        "_BANMIAN_COMPLETE": "bash_complete",
        "COMP_WORDS": "banmian convert --script s2tw",
        "COMP_CWORD": "3",
    }
    done = subprocess.run(
        [sys.executable, "-m", "converter"], env=env, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["plain,s2tw", "plain,s2twp"]
