"""``banmian deliver``: its options, its messages, its exit codes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from converter.cli.deliver import deliver
from tests.cli.command import run
from tests.deliver.conftest import PASSWORD, USER, Post, authority, post_office  # noqa: F401

Start = Callable[..., tuple[Post, int]]
ADDRESSES = ("--to-kindle", "me@kindle.com", "--from", "me@example.org")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a book and the password."""
    monkeypatch.chdir(tmp_path)
    Path("a.epub").write_bytes(b"a book")
    Path("password").write_text(PASSWORD)
    Path("password").chmod(0o600)
    return tmp_path


def test_a_book_is_sent_in_silence(here: Path, post_office: Start) -> None:  # noqa: F811
    """With the password of the file; the server has the book."""
    post, port = post_office()
    said = ("--smtp", f"localhost:{port}", "--user", USER, "--password-file", "password")
    result = run("deliver", "a.epub", *ADDRESSES, *said)
    assert (result.exit_code, result.output) == (0, "")
    assert len(post.got) == 1


def test_without_tls_and_login(here: Path, post_office: Start) -> None:  # noqa: F811
    """Where both are said."""
    post, port = post_office("none", login=False)
    assert run("deliver", "a.epub", *ADDRESSES, "--smtp", f"localhost:{port}", "--no-tls", "--no-login").exit_code == 0
    assert len(post.got) == 1


@pytest.mark.parametrize(
    ("code", "security", "answers", "said"),
    [
        (100, "starttls", {"DATA": "554 no"}, []),
        (101, None, {}, ["--smtp", "localhost:1"]),
        (102, "none", {}, []),
        (103, "starttls", {}, ["--user", "another"]),
        (104, "starttls", {"RCPT": "550 no such user"}, []),
        (105, "starttls", {"MAIL": "552 too large"}, []),
        (3, "starttls", {}, ["--password-file", "gone"]),
        (3, "starttls", {}, ["gone.epub"]),
        (2, "starttls", {}, ["--to-kindle", "nobody"]),
        (2, "starttls", {}, ["--from", "桥@example.org"]),
        (2, "starttls", {}, ["--smtp", "host:port"]),
    ],
)
def test_each_failure_has_its_code(
    code: int,
    security: str | None,
    answers: dict[str, str],
    said: list[str],
    here: Path,
    post_office: Start,  # noqa: F811
) -> None:
    """One line, and no password in it."""
    port = post_office(security, answers=answers)[1] if security else 1
    usual = ["--smtp", f"localhost:{port}", "--user", USER, "--password-file", "password"]
    result = run("deliver", "a.epub", *ADDRESSES, *usual, *said)
    assert (result.exit_code, result.stdout) == (code, "")
    assert code == 2 or re.fullmatch(r"banmian: [^\n]+\n", result.stderr)
    assert PASSWORD not in result.output


def test_no_password_can_be_an_argument() -> None:
    """Others on the machine see arguments."""
    assert [option.name for option in deliver.params if "password" in str(option.name)] == ["password_file"]
