"""``banmian batch``: its options, its messages, its exit codes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.made import archive, held
from tests.cli.command import run


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Three days of two pages."""
    return archive(tmp_path / "a")


def test_books_and_a_report_are_made(source: Path, tmp_path: Path) -> None:
    """What was made is a line on stderr; a second run says that all is as it was."""
    result = run("batch", source, "-o", tmp_path / "b", "--scheduler", "inline")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"made 3 books; {tmp_path / 'b' / 'report.html'}\n"
    assert list(held(tmp_path / "b", [".epub"])) == [f"2021-01/2021-01-0{day}.epub" for day in (1, 2, 3)]
    again = run("batch", source, "-o", tmp_path / "b", "--scheduler", "inline")
    assert again.stderr == f"made 0 books, 3 unchanged; {tmp_path / 'b' / 'report.html'}\n"


def test_several_formats_by_month(source: Path, tmp_path: Path) -> None:
    """Each of every book."""
    run("batch", source, "-o", tmp_path / "b", "--scheduler", "inline", "--by", "month", "--to", "html, outline")
    made = [name for name in held(tmp_path / "b", [".outline", ".html"]) if not name.startswith("annotated/")]
    assert made == ["2021-01.html", "2021-01.outline", "report.html"]


def test_the_plan_is_shown(source: Path, tmp_path: Path) -> None:
    """As a table on stdout; nothing is made. Given back as --manifest it makes those books."""
    result = run("batch", source, "-o", tmp_path / "b", "--dry-run")
    assert (result.exit_code, result.stderr) == (0, "the plan has 3 books, 6 inputs\n")
    rows = result.stdout.splitlines()
    assert (len(rows), rows[0]) == (7, "book,input,paper,date,page")
    assert not (tmp_path / "b").exists()
    (tmp_path / "plan.csv").write_text(result.stdout.replace("2021-01/2021-01-01", "2021-01/第一天"), "utf-8")
    run("batch", "--manifest", tmp_path / "plan.csv", "-o", tmp_path / "b", "--scheduler", "inline", "--to", "outline")
    assert "2021-01/第一天.outline" in held(tmp_path / "b")


def test_what_fails_is_told_and_is_code_9(source: Path, tmp_path: Path) -> None:
    """Each by its name; --keep-going makes the book without it."""
    (source / "2021-01" / "02" / "01.txt").write_bytes(b"\0\1")
    said = ("batch", source, "-o", tmp_path / "b", "--scheduler", "inline", "--to", "outline")
    result = run(*said)
    assert result.exit_code == 9
    assert result.stderr.startswith("banmian: 2021-01/2021-01-02 was not made: ")
    assert "made 2 books, 1 failed; " in result.stderr
    going = run(*said, "--keep-going")
    assert (going.exit_code, len(held(tmp_path / "b"))) == (9, 3)
    assert "made 3 books, 1 without inputs that cannot be read; " in going.stderr


def test_how_it_stands(source: Path, tmp_path: Path) -> None:
    """For people and for programs; before the first run there is nothing to tell."""
    early = run("batch", "-o", tmp_path / "b", "--status")
    assert (early.exit_code, early.stderr.count("\n")) == (3, 1)
    (source / "2021-01" / "02" / "01.txt").write_bytes(b"\0\1")
    run("batch", source, "-o", tmp_path / "b", "--scheduler", "inline", "--to", "outline")
    result = run("batch", "-o", tmp_path / "b", "--status")
    assert result.exit_code == 9
    lines = result.stdout.splitlines()
    assert (lines[:2], lines[3]) == (["made: 2", "failed: 1"], "  UnreadableInput: 1")
    assert lines[2].startswith("doubtful blocks: ") and lines[4].startswith("last run: done, begun ")
    told = json.loads(run("batch", "-o", tmp_path / "b", "--status", "--json").stdout)
    assert (told["made"], told["failed"]) == (2, 1)


def test_how_it_went_in_chinese(source: Path, tmp_path: Path) -> None:
    """The plan, what fails, what was made, and how it stands afterwards."""
    (source / "2021-01" / "02" / "01.txt").write_bytes(b"\0\1")
    said = ("--lang", "zh-CN", "batch", source, "-o", tmp_path / "b", "--scheduler", "inline", "--to", "outline")
    assert run(*said, "--dry-run").stderr == "计划：3 本书、6 个输入\n"
    failed, made = run(*said).stderr.splitlines()
    assert failed.startswith("banmian: 2021-01/2021-01-02 没有做成：") and "输入像是二进制数据" in failed
    assert made == f"已生成 2 本书、1 本失败；{tmp_path / 'b' / 'report.html'}"
    lines = run("--lang", "zh-CN", "batch", "-o", tmp_path / "b", "--status").stdout.splitlines()
    assert (lines[:2], lines[3]) == (["做成的书：2", "失败的书：1"], "  UnreadableInput: 1")
    assert lines[2].startswith("存疑的块：") and lines[4].startswith("上次运行：完成，开始于 ")


def test_programs_hear_json(source: Path, tmp_path: Path) -> None:
    """A line an event on stdout, and nothing on stderr."""
    result = run("batch", source, "-o", tmp_path / "b", "--scheduler", "inline", "--to", "outline", "--json")
    events = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["event"] for one in events] == ["plan", "book", "book", "book", "end"]
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (2, ["-o", "b"]),
        (2, ["a"]),
        (2, ["a", "-o", "b", "--manifest", "plan.csv"]),
        (2, ["a", "-o", "b", "--to", "pdf"]),
        (2, ["a", "-o", "b", "--to", "html", "--shelf"]),
        (2, ["a", "-o", "b", "--rows", "csv"]),
        (2, ["a", "-o", ""]),
        (3, ["gone", "-o", "b"]),
        (3, ["a", "-o", "b", "--style", "gone.css"]),
        (3, ["--manifest", "gone.csv", "-o", "b"]),
        (7, ["a", "-o", "file"]),
        (7, ["clash", "-o", "b"]),
        (7, ["a", "-o", "a"]),
        (7, ["a/2021-01", "-o", "a"]),
    ],
)
def test_what_cannot_be_is_one_line_and_a_code(
    code: int, arguments: list[str], source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no book is made."""
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("mine", "utf-8")
    Path("clash").mkdir()
    for name in ("x.txt", "x.md"):
        Path("clash", name).write_text("一页\n", "utf-8")
    result = run("batch", *arguments, "--scheduler", "inline")
    assert (result.exit_code, result.stdout) == (code, "")
    assert code == 2 or result.stderr.count("\n") == 1
    assert held(tmp_path, [".epub"]) == {} and Path("file").read_text("utf-8") == "mine"


@pytest.mark.skipif(os.name != "posix", reason="a terminal's Ctrl-C is sent as POSIX has it")
def test_ctrl_c_ends_cleanly(tmp_path: Path) -> None:
    """Code 130 and a line or two, no traceback of any process; what was made is kept, and nothing lies about."""
    source = archive(tmp_path / "a", months=12, days=28, pages=6)  # it cannot end before Ctrl-C
    command = [sys.executable, "-m", "converter", "batch", str(source), "-o", str(tmp_path / "b"), "--json"]
    with subprocess.Popen(
        [*command, "--workers", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a shell's background jobs ignore it
    ) as process:
        assert process.stdout and process.stderr
        for _ in range(10):
            process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, "banmian: interrupted\n")
    assert '{"event": "interrupted"}' in out
    told = json.loads(run("batch", "-o", tmp_path / "b", "--status", "--json").stdout)
    assert told["made"] == len(held(tmp_path / "b", [".epub"])) < 336
    assert told["run"]["how"] == "interrupted"


def test_a_slip_in_who_works_is_told_before_anything(tmp_path: Path) -> None:
    """It is no scheduler that is out of reach."""
    archive(tmp_path / "a")
    result = run("batch", str(tmp_path / "a"), "-o", str(tmp_path / "b"), "--scheduler", "process")
    assert result.exit_code == 2
    assert "say processes, inline, or a scheduler's address" in result.stderr
    assert not (tmp_path / "b").exists()
