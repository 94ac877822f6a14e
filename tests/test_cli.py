"""The command, from what a user types to what the shell sees."""

import errno
import json
import os
import re
import signal
import subprocess
import sys
import warnings
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import converter
from converter import errors
from converter.cli import EXIT_CODES, main
from converter.model import Issue
from converter.options import Look
from converter.writers import WRITERS

PAGE = """第05版 要闻

跨江大桥昨日正式通车

本报记者 林晓

    两岸的居民昨天走上大桥，老人和孩子走在最前面，大家都说这一天等了很久。

    大桥全长两千米，是两岸之间的第一座桥，往后过江只要五分钟。
"""


def run(*arguments: str | Path, stdin: bytes | None = None) -> Result:
    """What ``banmian`` with these arguments does."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], prog_name="banmian", input=stdin)


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page of text, in the current folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", set(WRITERS) - {"kepub", "azw3"})
def test_the_suffix_tells_the_format(name: str, page: Path) -> None:
    """-o with a format's suffix writes what the library writes, and prints nothing."""
    suffix = WRITERS[name][1][0]
    result = run("convert", page, "-o", f"out{suffix}")
    assert (result.exit_code, result.output) == (0, "")
    converter.convert(page, f"library{suffix}")
    assert written(Path(f"out{suffix}")) == written(Path(f"library{suffix}"))


def written(path: Path) -> dict[str, bytes]:
    """A file's bytes, or those of every file in a folder."""
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return {file.name if file != path else "": file.read_bytes() for file in files if file.is_file()}


def test_a_book_for_kobo_has_its_suffix(page: Path) -> None:
    """--for kobo, --to kepub and the suffix itself are three ways to the same book; the other options are the
    library's.
    """
    for said in (["--for", "kobo"], ["--to", "kepub"], ["-o", "page.kepub.epub"]):
        assert run("convert", "-q", page, "--vertical", "--style", "book", *said).exit_code == 0
        book = Path("page.kepub.epub").read_bytes()
        Path("page.kepub.epub").unlink()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            converter.convert(page, "library.epub", vertical=True, style="book", device="kobo")
        assert Path("library.epub").read_bytes() == book


def test_a_missing_font_is_a_warning(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a writer could not do is a line on stderr, which --quiet silences, and the book is there."""
    pytest.importorskip("resvg_py")
    monkeypatch.setattr("converter.writers.cover.raster.FOLDERS", ())
    result = run("convert", page, "--for", "kindle")
    assert (result.exit_code, result.stdout) == (0, "")
    assert re.fullmatch("banmian: warning: the cover stays a drawing.*no font with Chinese.*--font\n", result.stderr)
    assert run("convert", page, "--for", "kindle", "-q").stderr == ""


@pytest.mark.parametrize(
    ("said", "code", "message"),
    [
        (["--style", "none.css"], 3, "no style sheet at none.css"),
        (["--cover", "none.png"], 3, "no cover at none.png"),
        (["--font", "none.otf"], 3, "no font at none.otf"),
        (["--embed-font", "page.txt"], 3, "page.txt is no font"),
        (["--for", "papyrus"], 2, "'papyrus' is not one of"),
    ],
)
def test_looks_that_cannot_be_had(said: list[str], code: int, message: str, page: Path) -> None:
    """Each is one clear line and an exit code, and no book is left behind."""
    pytest.importorskip("resvg_py")
    result = run("convert", page, *said)
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr
    assert [path.name for path in page.parent.iterdir()] == ["page.txt"]


@pytest.mark.parametrize(("to", "name"), [(None, "page.epub"), ("html", "page.html"), ("outline", "page.outline")])
def test_the_output_is_named_after_the_input(to: str | None, name: str, page: Path) -> None:
    """Without -o the output has the input's name and its format's suffix, and lies in the current folder."""
    (page.parent / "sub").mkdir()
    page.rename(page.parent / "sub" / "page.txt")
    assert run("convert", "sub/page.txt", *(["--to", to] if to else [])).exit_code == 0
    assert {path.name for path in page.parent.iterdir()} == {"sub", name}


def test_stdin_and_stdout(page: Path) -> None:
    """``convert - -o - --to outline`` is a filter, and gives what a file gives but the file's name."""
    result = run("convert", "-", "-o", "-", "--to", "outline", stdin=PAGE.encode("gb18030"))
    assert result.exit_code == 0
    assert "headline\t跨江大桥昨日正式通车\n" in result.stdout


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


def test_several_inputs_are_one_issue(page: Path) -> None:
    """Inputs become the sections of one issue in their order."""
    Path("b.txt").write_text(PAGE.replace("大桥", "公路").replace("05", "06"), encoding="utf-8")
    outline = run("convert", page, "b.txt", "-o", "-", "--to", "outline").stdout
    assert outline.index("跨江大桥昨日") < outline.index("跨江公路昨日")


def test_an_input_is_never_overwritten(page: Path) -> None:
    """-o that names an input, by whatever path, is refused and the input stays."""
    for name in ("page.txt", "./page.txt", str(page)):
        result = run("convert", "page.txt", "-o", name, "--to", "html")
        assert (result.exit_code, result.stdout) == (7, "")
        assert result.stderr.startswith("banmian: ") and "is an input" in result.stderr
    assert page.read_text("utf-8") == PAGE


def test_a_link_to_an_input_is_never_overwritten(page: Path) -> None:
    """-o that names an input through a link is refused too."""
    Path("link.html").symlink_to(page)
    assert run("convert", "page.txt", "-o", "link.html").exit_code == 7


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


def test_a_file_that_may_not_be_read(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without the permission to read it is bad input, not a wrong command."""

    def refuse(path: Path, mode: str) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    page.chmod(0)
    monkeypatch.setattr(Path, "open", refuse)  # root may read everything
    assert run("convert", page).exit_code == 3


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


def test_warnings_go_to_stderr(page: Path) -> None:
    """What reading changed is told, a line each, unless --quiet; the output is the same."""
    page.write_text(PAGE.replace("老人", "老\x00人"), encoding="utf-8")
    told = run("convert", page, "-o", "told.html")
    assert told.exit_code == 0
    assert re.fullmatch(r"(banmian: warning: [^\n]+\n)+", told.stderr)
    quiet = run("convert", page, "-o", "quiet.html", "--quiet")
    assert (quiet.exit_code, quiet.output) == (0, "")
    assert Path("told.html").read_bytes() == Path("quiet.html").read_bytes()


def test_a_site_is_a_folder(page: Path) -> None:
    """It is named after the input where nobody names it; a stream cannot hold it; ``--both`` needs a script and a
    site.
    """
    assert run("convert", page, "--to", "site").exit_code == 0
    assert {path.name for path in Path("page.site").iterdir()} >= {"index.html", "page01-story02.html"}
    Path("page.site", "mine.txt").write_text("mine")
    refused = run("convert", page, "--to", "site")
    assert refused.exit_code == 7 and "mine.txt" in refused.stderr
    for said in (
        ["--to", "site", "-o", "-"],
        ["--to", "site", "--both"],
        ["-o", "x.html", "--script", "s2t", "--both"],
    ):
        assert run("convert", page, *said).exit_code == 2
    assert run("convert", page, "-o", "both.site", "--script", "s2tw", "--both").exit_code == 0
    assert Path("both.site", "zh-Hans", "index.html").exists()


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


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    """A completion script calls banmian back."""
    result = run("completion", shell)
    assert result.exit_code == 0
    assert f"_BANMIAN_COMPLETE={shell}_complete" in result.stdout


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


def test_exit_codes_are_told_alike(root: Path) -> None:
    """The errors, the help and the page on exit codes know the same codes."""
    known = [
        value for value in vars(errors).values() if isinstance(value, type) and value.__module__ == errors.__name__
    ]
    children = {value for value in known if issubclass(value, errors.ConverterError)}
    codes = {child.exit_code for child in children} | {0, 2, 130, 141}
    assert {int(code) for code in re.findall(r"^  (\d+) ", EXIT_CODES, re.MULTILINE)} == codes
    page = (root / "docs" / "exit-codes.md").read_text("utf-8")
    assert {int(code) for code in re.findall(r"^\| (\d+) ", page, re.MULTILINE)} == codes
    for child in children:
        assert re.search(rf"^\| {child.exit_code} \|.*`{child.__name__}`", page, re.MULTILINE)


def test_version() -> None:
    """--version prints the package's."""
    assert run("--version").stdout == f"banmian {converter.__version__}\n"


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


def test_the_name_of_a_book_of_many(page: Path) -> None:
    """Without -o, a book is called after the folder, whichever way that was named; no run reads what another has
    made.
    """
    folder = Path("issue")
    folder.mkdir()
    page.rename(folder / "page.txt")
    for named in ("issue", "issue/", "issue/*.txt", "./issue/../issue"):
        assert run("convert", named).exit_code == 0
        Path("issue.epub").unlink()
    assert run("convert", folder, "-o", folder / "book.txt", "--to", "html").exit_code == 0
    refused = run("convert", folder, "-o", folder / "book.txt", "--to", "html")
    assert (refused.exit_code, "is an input" in refused.stderr) == (7, True)
