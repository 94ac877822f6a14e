"""``banmian inspect``, from what a user types to what the shell sees."""

import json
import re
from pathlib import Path

from tests.cli.command import run


def test_inspect_prints_what_convert_writes(page: Path) -> None:
    """``inspect --format outline``, ``json`` and ``jsonl`` print what ``convert`` writes in these formats."""
    for form in ("outline", "json", "jsonl"):
        assert run("convert", page, "-o", f"page.{form}").exit_code == 0
        assert run("inspect", page, "--format", form).stdout_bytes == Path(f"page.{form}").read_bytes()


def test_inspect_writes_a_page_for_a_browser(page: Path) -> None:
    """``--to html`` shows the text with its roles, on stdout or in a file that is whole or untouched."""
    printed = run("inspect", page, "--to", "html")
    assert printed.exit_code == 0 and printed.stdout.startswith("<!DOCTYPE html>")
    assert run("inspect", page, "--to", "html", "-o", "shown.html").output == ""
    assert Path("shown.html").read_bytes() == printed.stdout_bytes
    refused = run("inspect", page, "--to", "html", "-o", page)
    assert (refused.exit_code, refused.stdout) == (7, "")
    assert run("inspect", page, "-o", "table.txt").exit_code == 2


def test_inspect_shows_a_table(page: Path) -> None:
    """The table has a row a block, and no colour in a pipe."""
    result = run("inspect", page)
    assert result.exit_code == 0
    assert re.search(r"^ +3 . +headline +主题 .*跨江大桥昨日正式通车$", result.stdout, re.MULTILINE)
    assert "\x1b" not in result.stdout
    assert "\x1b[" in run("inspect", page, "--color", "always").stdout


def test_inspect_explains(page: Path) -> None:
    """--explain gives every line its role and the cues that decided."""
    result = run("inspect", page, "--explain")
    assert result.exit_code == 0
    assert re.search(r"^\d+ of 5 lines are doubtful", result.stdout)
    assert re.search(
        r"^ +3  headline 主题, opens an? \w+, .*跨江大桥昨日正式通车\n +[+-][\d.]+  \w.*$", result.stdout, re.MULTILINE
    )


def test_inspect_counts_doubts(page: Path) -> None:
    """--check ends with 10 and the number of doubtful blocks, or with 0; without it the command has succeeded."""
    Path("sure.outline").write_text("# banmian outline 1\narticle\nheadline\t大桥通车\n", encoding="utf-8")
    Path("doubtful.txt").write_text("渡口\n\n他说了一句话\n\n江边的人\n\n早晨。\n", encoding="utf-8")
    doubts = json.loads(run("inspect", "doubtful.txt", "--format", "json").stdout)["doubts"]

    assert doubts > 0
    assert run("inspect", "sure.outline", "--check").exit_code == 0
    assert run("inspect", "doubtful.txt").exit_code == 0
    assert run("inspect", "doubtful.txt", "--check").exit_code == 10 + doubts
    assert run("inspect", "doubtful.txt", "--check").stdout.startswith(f"{doubts} of 4 blocks are doubtful")
