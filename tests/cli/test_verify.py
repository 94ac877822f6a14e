"""``banmian verify``, from what a user types to what he is told."""

from __future__ import annotations

from pathlib import Path

from tests.cli.command import PAGE, run


def test_a_whole_book_and_one_that_lost_something(page: Path) -> None:
    """0 and a line; 10 and what is lost; with -q the code alone; what cannot be read has its own code."""
    run("convert", page, "-o", "page.outline")
    result = run("verify", page, "page.outline")
    count = len("".join(PAGE.split()))
    assert (result.exit_code, result.output) == (0, f"{count} characters: all there, in their order\n")
    outline = Path("page.outline")
    outline.write_text(outline.read_text("utf-8").replace("大家都说这一天等了很久。", ""), "utf-8")
    result = run("verify", page, outline)
    assert result.exit_code == 10
    assert result.stdout.startswith("lost: 12 characters in 1 place(s)\n  大家都说这一天等了很久。\n")
    assert run("verify", "-q", page, outline).output == ""
    assert run("verify", page, "none.epub").exit_code == 3
