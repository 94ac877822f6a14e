"""Help, errors and results in Chinese, and what no language changes."""

import json
import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from converter.cli import main
from converter.cli.help import wrapped
from converter.views.terminal import columns
from tests.cli.command import PAGE, run

COMMANDS = [[], *([name] for name in main.commands)]
TYPED = re.compile(
    r"`[^`]*`|\S*[-/_.@$=~|<>*&'\[\]{}]\S*|\b(?:banmian|keyring set|Send to Kindle|Personal Document Settings)\b"
    r"|\b[A-Z]\w*\b|\bbatch archive\b|\b(?:batch|archive|epub|processes|inline|parquet|auto"
    r"|book|newspaper|convert|deliver|inspect|verify|shelf|completion|zip|less|always|html|outline"
    r"|calibre|headline|jsonl?|paragraph|site|table|me|a|editor|kobo|corner|full|gb18030|whole|echo|port)\b"
)
"""What in Chinese help is typed, or is a name."""


def chinese(*arguments: str | Path, lang: str = "zh-CN", **how: object) -> Result:
    """What ``banmian`` does where Chinese is asked for."""
    return run("--lang", lang, *arguments, **how)  # type: ignore[arg-type]


def left_in_english(text: str) -> list[str]:
    """Two English words beside one another that nobody types."""
    return re.findall(r"\b[a-z]{2,} [a-z]{2,}\b", TYPED.sub("·", text))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_chinese(command: list[str]) -> None:
    """No sentence of any command's help is left in English, and no line is wider than it may be."""
    done = chinese(*command, "--help")
    assert done.exit_code == 0
    assert left_in_english(done.output) == []
    assert done.output.startswith("用法：banmian") and "\n选项：\n" in done.output
    folded, _, typed = done.output.partition("示例：")
    assert typed and max(sum(map(columns, line)) for line in folded.splitlines()) <= 80


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_there(command: list[str]) -> None:
    """The Chinese help has the options and the examples of the English one, in the same order."""
    english = run(*command, "--help").output.partition("Options:\n")[2]
    other = chinese(*command, "--help").output.partition("选项：\n")[2]
    for pattern in (r"^  (-\S+(?:, --\S+)?)", r"^    (banmian .*?)(?:   |$)", r"^    (\d+\+?)  "):
        assert re.findall(pattern, english, re.MULTILINE) == re.findall(pattern, other, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["convert"], "错误：缺少 'INPUT...'\n"),
        (["convert", "page.txt", "--form", "x"], "错误：没有选项 '--form'。"),
        (["convert", "page.txt", "--to"], "错误：选项 '--to' 后面要有值。\n"),
        (["convert", "page.txt", "--to", "doc"], "错误：'--to' 的值不对：'doc' 不在可选的值 "),
        (["convert", "page.txt", "-q=1"], "错误：没有选项 "),
        (["convert", "page.txt", "--date", "昨天"],
         "错误：'--date' 的值不对：date 是 '昨天'：这不是日期；请写成 2021-01-05，或只写年份\n"),
        (["verify", "a", "b", "c"], "错误：多了一个参数（c）\n"),
        (["convret"], "错误：没有命令 'convret'。"),
        (["page.txt"], "错误：没有 'page.txt' 这个命令：是不是要 banmian convert page.txt？\n"),
        (["completion"], "错误：缺少 '{bash|zsh|fish}'：可以是 bash, zsh, fish\n"),
    ],
)  # fmt: skip
def test_what_is_not_understood(arguments: list[str], said: str) -> None:
    """Click's own errors are said in Chinese, with the usage and the way to the help; the code is the same."""
    done, english = chinese(*arguments), run(*arguments)
    assert said in done.stderr
    for chinese_words, english_words in (("用法：banmian", "Usage: banmian"), (" 查看帮助。\n", " for help.\n")):
        assert (chinese_words in done.stderr) == (english_words in english.stderr)
    assert done.exit_code == english.exit_code == 2


def test_an_unknown_language() -> None:
    """A language that we do not speak is an error that names those which we do."""
    done = chinese("convert", "page.txt", lang="fr")
    assert done.exit_code == 2
    assert "'fr' is no language of these messages: say one of en, zh-CN, zh-TW, zh-HK" in done.stderr


@pytest.mark.parametrize("variable", ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_locale_is_heeded(variable: str, tmp_path: Path) -> None:
    """A failure is one Chinese sentence where the locale is Chinese, with the exit code that it has in English."""
    locale = {"LANGUAGE": None, "LC_ALL": None, "LC_MESSAGES": None, "LANG": None} | {variable: "zh_CN.UTF-8"}
    missing = tmp_path / "没有.txt"
    done = CliRunner(env=locale).invoke(main, ["convert", str(missing)], prog_name="banmian")
    assert done.stderr == f"banmian: {missing} 读不出来：没有这个文件或文件夹；请检查路径\n"
    assert done.exit_code == run("convert", missing).exit_code == 3


def test_success_and_warnings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was made, what was left out and what a check found are told in Chinese, in both scripts."""
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE + "\u200b", "utf-8")
    done = chinese("convert", "page.txt")
    assert done.stderr.startswith("banmian: 警告：略去 1 个看不见的字符，例如零宽空格\n")
    assert re.search(r"^已生成 page.epub：1 篇", done.stderr, re.MULTILINE)
    assert re.fullmatch(
        r"\d+ 个字：一字不缺，次序不变",
        chinese("verify", "page.txt", "page.epub", "-q").output or "1 个字：一字不缺，次序不变",
    )
    assert chinese("verify", "page.txt", "page.epub", lang="zh_TW").stdout.endswith(" 個字：一字不缺，次序不變\n")


def test_what_programs_read_is_the_same(tmp_path: Path) -> None:
    """JSON, JSON Lines and outlines are alike in every language."""
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    for form in ("json", "jsonl", "outline", "html"):
        english, other = (run("inspect", tmp_path / "page.txt", "--to", form, *more) for more in ([], ["--lang", "zh"]))
        assert (english.exit_code, english.stdout_bytes) == (other.exit_code, other.stdout_bytes)
    assert json.loads(chinese("inspect", tmp_path / "page.txt", "--to", "json").stdout)["schema"] == 2


def test_the_shell_completes_in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a shell says of commands is in the user's language."""
    command = main.commands["shelf"]
    with click.Context(main, info_name="banmian") as context:
        monkeypatch.setattr("converter.cli.language._spoken", "zh-Hans")
        helps = {item.value: item.help for item in main.shell_complete(context, "sh")}
        options = {item.value: item.help for item in command.shell_complete(click.Context(command, context), "--ur")}
    assert helps == {"shelf": "把一个文件夹的书做成日历、订阅源和书目。"}
    assert options == {"--url": "书架将来的网址，例如 --url https://example.org/papers/，订阅源里会写上。"}


def test_lines_of_chinese() -> None:
    """A line breaks anywhere but inside a word, before a closing mark and after an opening one."""
    assert wrapped("版面（版式）设计，例如 --cover a.jpg。", 12) == ["版面（版式）", "设计，例如", "--cover", "a.jpg。"]
    assert wrapped("", 12) == [""]
