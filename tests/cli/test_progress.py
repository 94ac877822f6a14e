"""Long work is shown on a terminal, and nowhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import converter
from converter.cli.progress import progress
from tests.cli.command import PAGE

STEPS = [("read", 1, 2), ("read", 2, 2), ("detected", 1, 2), ("detected", 2, 2), ("written", 2, 2)]


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Two pages."""
    made = [tmp_path / "01.txt", tmp_path / "02.txt"]
    for number, path in enumerate(made, 1):
        path.write_text(PAGE.replace("05", f"0{number}"), encoding="utf-8")
    return made


def test_the_library_tells_each_document(pages: list[Path], tmp_path: Path) -> None:
    """A callback hears what is read, detected and written; it changes nothing of the output."""
    heard: list[tuple[str, int, int]] = []
    converter.convert(pages, tmp_path / "told.html", progress=lambda *said: heard.append(said))
    converter.convert(pages, tmp_path / "untold.html")
    assert heard == STEPS
    assert (tmp_path / "told.html").read_bytes() == (tmp_path / "untold.html").read_bytes()


def on_a_terminal(folder: Path, *arguments: str) -> str:
    """What the command shows on a terminal that is its stderr."""
    pty = pytest.importorskip("pty", reason="terminals are made so on POSIX alone")
    master, terminal = pty.openpty()
    command = [sys.executable, "-m", "converter", "convert", *arguments]
    with subprocess.Popen(command, cwd=folder, stderr=terminal, stdout=subprocess.DEVNULL) as process:
        os.close(terminal)
        shown = b""
        while True:
            try:
                part = os.read(master, 4096)
            except OSError:  # Linux says so where no one writes any more
                break
            if not part:
                break
            shown += part
    os.close(master)
    assert process.returncode == 0
    return shown.decode()


def test_a_terminal_shows_the_steps(pages: list[Path], tmp_path: Path) -> None:
    """Each step has a line with its bar, and what was made follows; a page alone and --quiet have none."""
    shown = on_a_terminal(tmp_path, "01.txt", "02.txt", "-o", "x.html")
    assert [f"{step:8}  [" in shown for step in ("read", "detected", "written")] == [True] * 3
    assert shown.replace("\r\n", "\n").endswith("\nmade x.html: 2 stories\n")
    assert "[" not in on_a_terminal(tmp_path, "01.txt", "-o", "x.html")
    assert on_a_terminal(tmp_path, "01.txt", "02.txt", "-o", "x.html", "--quiet") == ""


def test_no_bar_where_stderr_is_no_terminal() -> None:
    with progress(quiet=False) as bar:
        assert bar is None
