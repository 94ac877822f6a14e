"""``banmian shelf``: its options, its messages, its exit codes."""

from pathlib import Path

import pytest

from tests.cli.command import run
from tests.shelf.made import of_day


def test_a_shelf_is_made_and_told(tmp_path: Path) -> None:
    """In the folder itself; with the name and the address that it is given. What was made is a line on stderr."""
    of_day(tmp_path / "a.epub", "2024-05-16")
    result = run("shelf", tmp_path, "--title", "我的报纸", "--url", "https://example.org/p")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"made {tmp_path / 'index.html'}: open it in a browser\n"
    assert "<title>我的报纸</title>" in (tmp_path / "index.html").read_text("utf-8")
    assert 'href="https://example.org/p/a.epub"' in (tmp_path / "atom.xml").read_text("utf-8")


def test_a_shelf_of_its_own(tmp_path: Path) -> None:
    """-o makes a folder with copies."""
    of_day(tmp_path / "papers" / "a.epub", "2024-05-16")
    assert run("shelf", tmp_path / "papers", "-o", tmp_path / "public").exit_code == 0
    assert (tmp_path / "public" / "a.epub").is_file()
    assert [file.name for file in (tmp_path / "papers").iterdir()] == ["a.epub"]


def test_what_is_left_out_is_a_warning(tmp_path: Path) -> None:
    """A line for each book that cannot be read; -q silences it."""
    of_day(tmp_path / "a.epub", "2024-05-16")
    (tmp_path / "b.epub").write_bytes(b"no zip")
    result = run("shelf", tmp_path)
    assert result.exit_code == 0
    assert result.stderr.startswith("banmian: warning: left out b.epub: the file is damaged")
    assert run("shelf", "-q", tmp_path).output == ""


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (3, ["gone"]),
        (3, ["empty"]),
        (7, ["papers", "--url", "nowhere"]),
        (7, ["papers", "-o", "no/such/place"]),
        (2, []),
    ],
)
def test_what_cannot_be_is_one_line_and_a_code(
    code: int, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nothing is written."""
    monkeypatch.chdir(tmp_path)
    of_day(tmp_path / "papers" / "a.epub", "2024-05-16")
    (tmp_path / "empty").mkdir()
    result = run("shelf", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert code == 2 or result.stderr.count("\n") == 1
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["a.epub"]
