"""Whatever the standard streams are, a command ends with the code of what it did and one line at most."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import PAGE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a shell of POSIX opens and closes the streams")

FULL = Path("/dev/full")


def shell(line: str, folder: Path, **said: str) -> subprocess.CompletedProcess[bytes]:
    """What a line of the shell does in ``folder``; ``B`` is the command, ``said`` the environment's."""
    (folder / "page.txt").write_text(PAGE, "utf-8")
    line = line.replace("B ", f"{sys.executable} -m converter ", 1)
    return subprocess.run(["sh", "-c", line], cwd=folder, env=os.environ | said, capture_output=True, timeout=120)


@pytest.mark.parametrize(
    "stream", [pytest.param(">/dev/full", marks=pytest.mark.skipif(not FULL.exists(), reason="no /dev/full")), ">&-"]
)
@pytest.mark.parametrize(
    "command",
    [
        "B --help", "B --version", "B convert --help", "B completion bash", "B inspect page.txt",
        "B inspect page.txt --to json", "B inspect page.txt --to html", "B convert page.txt -o - --to html",
    ],
)  # fmt: skip
def test_output_that_takes_nothing_is_an_error(command: str, stream: str, tmp_path: Path) -> None:
    """A full disk or a closed stream is 7 and a sentence."""
    done = shell(f"{command} {stream}", tmp_path)
    assert done.returncode == 7
    assert re.fullmatch(
        rb"banmian: cannot write to standard output: [^\n]+; send it elsewhere, or say -o FILE\n", done.stderr
    )


@pytest.mark.parametrize("streams", ["2>/dev/full", "2>&-", ">&-", "<&-", "<&- >&- 2>&-"])
def test_streams_that_are_not_needed_hinder_nothing(streams: str, tmp_path: Path) -> None:
    """A book is made, and it alone gets its bytes; errors keep their codes."""
    assert shell("B convert page.txt -o page.html", tmp_path).returncode == 0
    whole = (tmp_path / "page.html").read_bytes()
    assert shell(f"B convert page.txt -o again.html {streams}", tmp_path).returncode == 0
    assert (tmp_path / "again.html").read_bytes() == whole
    assert shell(f"B convert none.txt -o no.html {streams}", tmp_path).returncode == 3
    assert shell(f"B convert {streams}", tmp_path).returncode == 2


def test_closed_input_is_told(tmp_path: Path) -> None:
    """It is as an input that is missing, and no file is made."""
    done = shell("B convert - -o page.html <&-", tmp_path)
    assert (done.returncode, done.stderr) == (
        3,
        b"banmian: standard input is closed: name a file, or send a text to it\n",
    )
    assert not (tmp_path / "page.html").exists()
    done = shell("B convert - -o page.html 0>out", tmp_path)
    assert done.returncode == 3 and done.stderr.startswith(b"banmian: cannot read standard input: ")


@pytest.mark.parametrize("command", ["B --help", "B inspect page.txt", "B convert page.txt -o - --to html"])
def test_a_reader_that_went_away(command: str, tmp_path: Path) -> None:
    """The command ends quietly with 141."""
    reading, writing = os.pipe()
    os.close(reading)
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    arguments = [sys.executable, "-m", "converter", *command.split()[1:]]
    done = subprocess.run(arguments, stdout=writing, stderr=subprocess.PIPE, cwd=tmp_path, timeout=120)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("encoding", ["latin-1", "cp936", "cp1252", "big5"])
@pytest.mark.parametrize("command", ["inspect page.txt", "convert --help", "inspect 无.txt"])
def test_terminals_of_other_encodings(command: str, encoding: str, tmp_path: Path) -> None:
    """What a terminal cannot show is written as an escape, and the work is done."""
    done = shell(f"B {command}", tmp_path, PYTHONIOENCODING=encoding)
    assert done.returncode == (3 if "无" in command else 0) and b"Traceback" not in done.stderr
    if encoding == "latin-1" and command == "inspect page.txt":
        assert b"\\u5927\\u6865" in done.stdout


def test_names_that_are_no_utf_8(tmp_path: Path) -> None:
    """A file whose name is in GBK is read and told by its name as a person reads it, in every format."""
    name = os.fsencode(tmp_path) + b"/2021-01-05-\xb0\xe6\xc3\xe6.txt"
    with open(name, "w", encoding="utf-8") as file:
        file.write(PAGE)
    for suffix in ("json", "outline", "html", "epub", "jsonl"):
        done = subprocess.run(
            [sys.executable, "-m", "converter", "convert", "-q", name, "-o", f"x.{suffix}"],
            cwd=tmp_path,
            capture_output=True,
        )
        assert (done.returncode, suffix, done.stderr) == (0, suffix, b"")
    assert "2021-01-05-版面.txt" in (tmp_path / "x.json").read_text("utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "converter", "convert", name, "--to", "site"], cwd=tmp_path, capture_output=True
    )
    assert done.returncode == 0
    done = subprocess.run([sys.executable, "-m", "converter", "inspect", name], cwd=tmp_path, capture_output=True)
    assert done.returncode == 0
