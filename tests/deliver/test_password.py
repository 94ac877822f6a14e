"""A password comes from a file that nobody else can read, or from the keyring."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from converter.deliver.password import password_in, password_of
from converter.errors import MissingExtra, RefusedLogin, UnreadableInput

keyring = pytest.importorskip("keyring", reason="keyring is not installed: pip install '.[test]'")
backend = pytest.importorskip("keyring.backend")


class Ring(backend.KeyringBackend):  # type: ignore[misc]
    """A keyring that knows one password."""

    priority = 1
    locked = False

    def get_password(self, service: str, username: str) -> str | None:
        """It."""
        if self.locked:
            raise keyring.errors.KeyringLocked("locked")
        return "secret" if (service, username) == ("smtp.example.org", "me") else None

    def set_password(self, service: str, username: str, password: str) -> None:
        """Nothing is put into it."""


@pytest.fixture
def ring() -> Iterator[Ring]:
    """The keyring of this test."""
    made, usual = Ring(), keyring.get_keyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(usual)


@pytest.mark.parametrize("text", ["secret\n", "secret", "secret\r\nmore", "\ufeffsecret\n"])
def test_a_file_s_first_line_is_the_password(text: str, tmp_path: Path) -> None:
    """Whatever editor wrote it."""
    path = tmp_path / "password"
    path.write_bytes(text.encode())
    path.chmod(0o600)
    assert password_in(path) == "secret"


def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    """As ssh refuses such keys."""
    path = tmp_path / "password"
    path.write_text("secret")
    for mode in (0o640, 0o604):
        path.chmod(mode)
        with pytest.raises(UnreadableInput, match=f"others can read .*`chmod 600 {path}"):
            password_in(path)


def test_a_file_without_a_password_is_told(tmp_path: Path) -> None:
    """One that is not there, an empty one, one that is no text."""
    path = tmp_path / "password"
    with pytest.raises(UnreadableInput, match="No such file"):
        password_in(path)
    for data, why in ((b"\nsecret", "is empty"), (b"\xff", "it is no UTF-8")):
        path.write_bytes(data)
        path.chmod(0o600)
        with pytest.raises(UnreadableInput, match=why):
            password_in(path)


def test_the_keyring_has_it(ring: Ring) -> None:
    """Under the server's name and the user's; what it does not have is told with the command that puts it there."""
    assert password_of("smtp.example.org", "me") == "secret"
    with pytest.raises(RefusedLogin, match="has no password .* `keyring set smtp.example.org you`"):
        password_of("smtp.example.org", "you")
    ring.locked = True
    with pytest.raises(RefusedLogin, match="does not open"):
        password_of("smtp.example.org", "me")


def test_a_keyring_that_is_not_installed_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says how to get it, and how to do without."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(MissingExtra, match=r"pip install keyring, or say --password-file"):
        password_of("smtp.example.org", "me")
