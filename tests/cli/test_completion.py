"""The shells' scripts."""

import shutil
import subprocess

import pytest
from click.testing import CliRunner

from converter.cli import main
from tests.cli.command import run


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str) -> None:
    """A completion script calls banmian back."""
    result = run("completion", shell)
    assert result.exit_code == 0
    assert f"_BANMIAN_COMPLETE={shell}_complete" in result.stdout


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("banmian ", set(main.commands)),
        ("banmian shelf --", {"--output", "--title", "--url", "--quiet", "--lang", "--help"}),
    ],
)
def test_commands_and_options_are_completed(typed: str, expected: set[str]) -> None:
    """Each command, and a command's own options."""
    words = typed.split(" ")
    env = {"_BANMIAN_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(len(words) - 1)}
    done = CliRunner().invoke(main, prog_name="banmian", env=env)
    assert {line.partition(",")[2] for line in done.output.split()} == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_understands_its_script(shell: str) -> None:
    """The shell itself, where it is installed, finds no fault in the script."""
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    script = run("completion", shell).stdout_bytes
    done = subprocess.run([shell, "-n"], input=script, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
