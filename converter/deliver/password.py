"""The password of a mail account: from a file that only its owner can read, or from the system's keyring."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from converter.errors import MissingExtra, RefusedLogin, UnreadableInput
from converter.installed import to_install


def password_in(path: Path) -> str:
    """The first line of a file. Raises ``UnreadableInput`` where others can read it, too, or it holds none."""
    try:
        mode, text = path.stat().st_mode, path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is no UTF-8"
        raise UnreadableInput(f"the password file {path} cannot be read ({why}): check its path") from error
    if os.name == "posix" and stat.S_ISREG(mode) and mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise UnreadableInput(f"others can read the password file {path}: say `chmod 600 {path}`")
    if not (password := text.partition("\n")[0].rstrip("\r")):
        raise UnreadableInput(f"the password file {path} is empty: put the password on its first line")
    return password


def password_of(server: str, user: str) -> str:
    """The password that the keyring has for a ``user`` of a ``server``. Raises ``MissingExtra``, ``RefusedLogin``."""
    advice = f"say `keyring set {server} {user}` once, or --password-file FILE"
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError as error:
        raise MissingExtra(
            f"a password from the keyring needs the package keyring: {to_install('keyring')}, "
            "or say --password-file FILE"
        ) from error
    try:
        password = keyring.get_password(server, user)
    except KeyringError as error:
        raise RefusedLogin(f"the keyring does not open ({error}): {advice}") from error
    if password is None:
        raise RefusedLogin(f"the keyring has no password for {user} at {server}: {advice}")
    return password
