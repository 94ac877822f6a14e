"""Notes below a plain text are linked with their numbers in it, where these surely belong together."""

from __future__ import annotations

from pathlib import Path

import pytest

import converter
from converter.model import Form, Issue, Mark
from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.structure.shapes.notes import with_notes

TWO = """第一章 窑

窑在村北[1]，火三天不灭[2]。

注释：
[1] 村名窑头。
[2] 一说五天，
见旧志。

第二章 碗

碗底有字[1]，没有人认得。

[1] 字已不清。
"""


def issue_of(text: str) -> Issue:
    return detect_structure(source_of(text))


def notes(text: str) -> list[str]:
    """The notes, each with its number first."""
    return [block.text for block in issue_of(text).blocks() if block.form is Form.NOTE]


def numbers(text: str) -> list[str]:
    """The numbers that lead to notes, outside of them."""
    blocks = [block for block in issue_of(text).blocks() if block.form is not Form.NOTE]
    return [run.text for block in blocks for run in block.runs if run.mark is Mark.NOTE]


@pytest.mark.parametrize(("left", "right"), ["[]", "［］", "〔〕", "【】"])
def test_notes_at_the_end_of_chapters(left: str, right: str) -> None:
    """Each chapter keeps its notes, whose numbers begin anew; one over two lines is one, and no character goes."""
    text = TWO.replace("[", left).replace("]", right)
    assert notes(text) == [
        f"{left}1{right} 村名窑头。",
        f"{left}2{right} 一说五天，见旧志。",
        f"{left}1{right} 字已不清。",
    ]
    assert numbers(text) == [f"{left}{number}{right}" for number in "121"]
    assert "".join("".join(block.text for block in issue_of(text).blocks()).split()) == "".join(text.split())


@pytest.mark.parametrize("heading", ["【註釋】", "注：", "參考文獻", "附注"])
def test_circled_numbers_under_a_heading(heading: str) -> None:
    """Circled numbers are notes where a heading says so; the heading is text, and stands above them."""
    text = f"窯在村北①，火三天不滅②。\n\n{heading}\n①村名窯頭。\n②一說五天。\n"
    assert (notes(text), numbers(text)) == (["①村名窯頭。", "②一說五天。"], ["①", "②"])
    assert issue_of(text).articles().__next__().blocks().__next__().text.startswith("窯在村北①")


@pytest.mark.parametrize(
    "text",
    [
        "做法：\n①选土；②练泥。\n①选土要细。\n②练泥要匀。\n",  # circled items without a heading
        "窑在村北[1]。\n\n[1] 村名窑头。\n[2] 一说五天。\n",  # one note has no number above
        "窑在村北[2]，火不灭[1]。\n\n注释：\n[1] 村名。\n[2] 五天。\n",  # numbers that fall
        "[1] 村名窑头。\n\n窑在村北[1]。\n",  # a note before its number
        "窑在村北。\n\n[1] 村名窑头。\n[2] 一说五天。\n",  # a list
        "窑在村北[1]，火[2]不灭。\n\n[1] 村名。\n[3] 五天。\n[2] 三天。\n",  # a row that does not rise
    ],
)
def test_what_is_not_sure_stays_text(text: str) -> None:
    """Where number and note may not belong together, both are plain text; a row is taken as far as it is sure."""
    assert notes(text) in ([], ["[1] 村名。"])


def test_many_rows_that_are_no_notes_take_linear_time() -> None:
    """The text above is looked through once, not for each row anew."""
    lines = source_of("①选土②练泥③拉坯\n" * 20_000).lines
    assert with_notes(lines) == list(lines)


def test_notes_are_linked_in_the_book(tmp_path: Path) -> None:
    """The web page leads from a number to its note and back, and the contents have no note."""
    path, out = tmp_path / "窑.txt", tmp_path / "窑.html"
    path.write_text(TWO, "utf-8")
    converter.convert(path, out)
    page = out.read_text("utf-8")
    assert (
        page.count('role="doc-noteref"') == page.count('role="doc-backlink"') == page.count('role="doc-footnote"') == 3
    )
