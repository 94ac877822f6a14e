"""Every failure is one line and an exit code, and every command has its help."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

import converter
from converter.cli import main
from converter.model import Issue
from converter.options import Look
from tests.cli.command import run


@pytest.mark.parametrize(
    "arguments",
    [
        ["convert"],
        ["convert", "-"],
        ["convert", "page.txt", "-o", "-"],
        ["convert", "page.txt", "--to", "pdf"],
        ["convert", "page.txt", "--date", "yesterday"],
        ["convert", "page.txt", "--date", "2021-02-30"],
        ["convert", "page.txt", "--language", "zh_TW"],
        ["inspect", "page.txt", "--explain", "--format", "json"],
        ["completion", "tcsh"],
        ["nothing"],
    ],
)
def test_usage_errors(arguments: list[str], page: Path) -> None:
    """A command that makes no sense ends with 2 and writes nothing."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert list(page.parent.iterdir()) == [page]


@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (3, ["convert", "missing.txt"]),
        (3, ["convert", "."]),
        (3, ["convert", ""]),
        (3, ["convert", "empty.txt"]),
        (3, ["inspect", "bad.outline"]),
        (4, ["convert", "bytes.txt", "--encoding", "utf-8"]),
        (5, ["convert", "page.txt", "-o", "x.docm"]),
        (6, ["convert", "page.txt", "--script", "s2x"]),
        (7, ["convert", "page.txt", "-o", "no/such/folder/x.html"]),
        (7, ["convert", "page.txt", "-o", "."]),
        (7, ["convert", "page.txt", "-o", ""]),
        (7, ["convert", "page.txt", "-o", "版" * 90 + ".html"]),
    ],
)
def test_bad_input_is_one_line_and_a_code(code: int, arguments: list[str], page: Path) -> None:
    """What goes wrong is one line on stderr, the code of its error, no traceback and no output."""
    Path("empty.txt").write_bytes(b"")
    Path("bytes.txt").write_bytes("桥".encode() + b"\xff\xfe")
    Path("bad.outline").write_text("# banmian outline 1\nheadlime\t桥\n", encoding="utf-8")
    before = set(page.parent.rglob("*"))
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert re.fullmatch(r"banmian: [^\n]+\n", result.stderr)
    assert set(page.parent.rglob("*")) == before


def broken(issue: Issue, look: Look) -> bytes:
    """A writer with a bug."""
    raise ZeroDivisionError("nothing\ndivides")


def test_a_bug_is_called_one(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unexpected exception is one sentence that asks for a report; --debug lets the traceback through."""
    monkeypatch.setattr("converter.writers.writer_of", lambda name: broken)
    result = run("convert", page)
    assert (result.exit_code, result.stdout) == (1, "")
    assert re.fullmatch(
        r"banmian: this is an error in Banmian \(ZeroDivisionError: nothing divides\).*\n", result.stderr
    )
    assert isinstance(run("--debug", "convert", page).exception, ZeroDivisionError)


def test_an_interrupt_leaves_the_old_file(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130 and what was there before is there."""

    def interrupted(issue: Issue, look: Look) -> bytes:
        raise KeyboardInterrupt

    Path("page.html").write_text("old")
    monkeypatch.setattr("converter.writers.writer_of", lambda name: interrupted)
    result = run("convert", page, "-o", "page.html")
    assert (result.exit_code, result.stderr) == (130, "banmian: interrupted\n")
    assert Path("page.html").read_text() == "old"
    assert {path.name for path in page.parent.iterdir()} == {"page.txt", "page.html"}


def commands() -> list[click.Command]:
    """Every command, the group itself too."""
    return [main, *main.commands.values()]


@pytest.mark.parametrize("command", commands(), ids=lambda command: command.name)
def test_help_has_examples(command: click.Command) -> None:
    """Every command's help ends with examples, and every option's names one or is plain."""
    assert "Examples:\n  banmian " in str(command.epilog)
    for option in command.params:
        if isinstance(option, click.Option) and option.name != "version":
            assert "e.g. " in str(option.help), option.name


def test_version() -> None:
    """--version prints the package's, as the program does without the command, and loads nothing for it."""
    said = f"banmian {converter.__version__}\n"
    assert run("--version").stdout == said
    code = "import sys\nfrom converter.__main__ import start\nbefore = set(sys.modules)\nstart()\n"
    code += "print(sorted({*sys.modules} - before))"
    done = subprocess.run([sys.executable, "-c", code, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"{said}[]\n"
    module = [sys.executable, "-m", "converter", "--version"]
    assert subprocess.run(module, capture_output=True, text=True, check=True).stdout == said


def test_circles_of_objects_are_looked_for_seldom() -> None:
    """The command says so to Python before its modules are loaded; the library leaves the program's choice alone."""
    code = "import gc\nimport converter.pipeline\nfrom converter.__main__ import ALLOCATIONS, start\n"
    code += "before = gc.get_threshold()[0]\ntry:\n    start()\nexcept SystemExit:\n"
    code += "    print(before < gc.get_threshold()[0] == ALLOCATIONS)"
    done = subprocess.run(
        [sys.executable, "-c", code, "completion", "bash"], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "True"


def test_no_circles_are_looked_for_at_the_end() -> None:
    """When the program ends, its objects are put where no search for circles goes; that would cost a tenth of a run."""
    code = "import atexit, gc\natexit.register(lambda: print(gc.get_freeze_count() > 10_000))\n"  # called last
    code += "from converter.__main__ import start\nstart()"
    command = [sys.executable, "-c", code, "completion", "bash"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "True"


def test_a_reader_that_goes_away(seeds: list[Path]) -> None:
    """Where the output's reader has gone, the command ends quietly."""
    command = [sys.executable, "-m", "converter", "convert", str(seeds[0]), "-o", "-", "--to", "html"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_ctrl_c_in_a_real_process(tmp_path: Path) -> None:
    """A process interrupted while it reads stdin ends with 130, one line, and no file."""
    command = [sys.executable, "-m", "converter", "convert", "-", "-o", "x.html"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background inherits "ignore"
    ) as process:
        assert process.stdin and process.stderr
        process.stdin.write(b"x" * 1_000_000)  # more than a pipe holds: when it is written, the command is reading
        for _ in range(20):  # Python loses a signal that comes between two reads, so knock again
            try:
                process.wait(0.5)
                break
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGINT)
        assert process.stderr.read() == b"banmian: interrupted\n"
    assert process.returncode == 130
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("said", ["page.txt", "./page", "missing.epub", "two words.txt"])
def test_a_page_in_the_place_of_a_command(said: str, page: Path) -> None:
    """Whoever forgets ``convert`` is told so; a command that is misspelt is another matter."""
    result = run(said)
    quoted = f"'{said}'" if " " in said else said
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Error: {said!r} is no command: did you mean banmian convert {quoted}?\n" in result.stderr
    assert "banmian convert" not in run("converrt").stderr


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (("help",), "banmian --help"),
        (("help", "convert"), "banmian convert --help"),
        (("version",), "banmian --version"),
    ],
)
def test_help_and_version_are_options(said: tuple[str, ...], meant: str) -> None:
    """Where other programs have a command for them, the option is named."""
    result = run(*said)
    assert (result.exit_code, result.stderr.splitlines()[-1]) == (
        2,
        f"Error: {said[0]!r} is no command: did you mean {meant}?",
    )


def test_an_address_in_the_place_of_a_command() -> None:
    """It is told at once that nothing is fetched, and what to do."""
    result = run("https://example.org/a.html")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        "Error: 'https://example.org/a.html' is no command, and nothing is fetched from the network: save the page "
        "in a browser, then banmian convert FILE\n"
    )


def test_an_error_in_an_outline_names_file_and_line(page: Path) -> None:
    """A role that is misspelt is told with its file, its line and the role that is like it."""
    Path("page.outline").write_text("# banmian outline 1\nheadlin\t桥\n", encoding="utf-8")
    expected = "banmian: page.outline: line 2: expected a role, a tab and text, not 'headlin': did you mean headline?\n"
    assert run("convert", "page.outline", "-o", "x.html").stderr == expected
    assert run("convert", page, "page.outline", "-o", "x.html").stderr == expected


STRUCK = """
import sys
from converter.__main__ import start

module, sys.argv = sys.argv[1], ["banmian", *sys.argv[2:]]


class Struck:
    def find_spec(self, name, *where):
        if name == module:
            raise KeyboardInterrupt


sys.meta_path.insert(0, Struck())
start()
"""


@pytest.mark.parametrize(
    "module", ["click", "converter.cli", "click.core", "converter.cli.convert", "converter.writers.web.page"]
)
def test_ctrl_c_while_modules_are_loaded(module: str, page: Path) -> None:
    """An interrupt during any import is one line, 130, and no file."""
    command = [sys.executable, "-c", STRUCK, module, "convert", "page.txt", "-o", "x.html"]
    done = subprocess.run(command, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (130, b"banmian: interrupted\n")
    assert not Path("x.html").exists()


@pytest.mark.parametrize("where", ["converter.cli", "converter.writers.web.page"])
def test_ctrl_c_in_code_that_is_made_of_text(where: str, page: Path) -> None:
    """As dataclasses are: Python would end by the signal, which a program that waits sees as -2."""
    struck = STRUCK.replace("raise KeyboardInterrupt", 'exec("raise KeyboardInterrupt")')
    Path("struck.py").write_text(struck, encoding="utf-8")
    command = [sys.executable, "-m", "struck", where, "convert", "page.txt", "-o", "x.html"]
    done = subprocess.run(command, capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (130, b"banmian: interrupted\n")


def test_an_interrupt_waits_for_threads() -> None:
    """As Python does at its end: a pool of processes puts away in one what they shared."""
    code = (
        "import threading, time; from converter.__main__ import _leave\n"
        "threading.Thread(target=lambda: (time.sleep(0.3), print('put away', flush=True))).start()\n"
        "_leave()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "put away\n", "")
