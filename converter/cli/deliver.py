"""``banmian deliver``: books by mail to a Kindle."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from converter.cli.group import SHORT, main
from converter.cli.options import PATH

if TYPE_CHECKING:
    from converter.deliver.send import Server

ADDRESS = re.compile(r"[^\s@<>()\[\]\\,;:\"]+@[^\s@<>()\[\]\\,;:\"]+\.[^\s@<>()\[\]\\,;:\".]+|[^\s@<>]+@localhost")


def address(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """A mail address."""
    if not ADDRESS.fullmatch(value) or not value.isascii():
        raise click.BadParameter(f"{value!r} is no mail address: write it as name@example.org")
    return value


@main.command(
    short_help=SHORT["deliver"],
    epilog="""\b
Examples:
  banmian deliver today.epub --to-kindle me@kindle.com --from me@example.org --smtp smtp.example.org
  banmian deliver papers/latest.epub --to-kindle me@kindle.com --from me@example.org \\
      --smtp smtp.example.org:587 --password-file ~/.config/banmian/password
  keyring set smtp.example.org me@example.org       once: the password, for the first of these
""",
)
@click.argument("books", metavar="BOOK...", nargs=-1, required=True, type=PATH)
@click.option(
    "--to-kindle", "recipient", metavar="ADDRESS", required=True, callback=address,
    help="The Kindle's address (Amazon: Preferences, Personal Document Settings), e.g. --to-kindle me@kindle.com.",
)  # fmt: skip
@click.option(
    "--from", "sender", metavar="ADDRESS", required=True, callback=address,
    help="Your address, which Amazon has to know as approved, e.g. --from me@example.org.",
)  # fmt: skip
@click.option(
    "--smtp", "server", metavar="HOST[:PORT]", required=True,
    help="Your mail server, e.g. --smtp smtp.example.org:587; without a port 465, over TLS.",
)  # fmt: skip
@click.option("--user", metavar="NAME", help="Whom to log in, if it is not your address, e.g. --user me.")
@click.option(
    "--password-file", metavar="FILE", type=PATH,
    help="File with the password, which only you may read, e.g. --password-file ~/.mail; else the keyring has it.",
)  # fmt: skip
@click.option("--no-login", is_flag=True, help="No login, e.g. deliver --no-login for a server on this machine.")
@click.option(
    "--no-tls", is_flag=True,
    help="Everything in the clear, e.g. deliver --no-tls --smtp localhost:25 for a server on this machine.",
)  # fmt: skip
def deliver(
    books: tuple[str, ...],
    recipient: str,
    sender: str,
    server: str,
    user: str | None,
    password_file: str | None,
    no_login: bool,
    no_tls: bool,
) -> None:
    """Send BOOK, and more of them, to a Kindle by mail, through your own mail server.

    Amazon takes 25 files and 50 MB at once; that is checked before anything is sent. The connection is encrypted, or
    nothing is sent. The password is never an argument, which others on the machine could see.
    """
    from converter.deliver.message import message
    from converter.deliver.password import password_in, password_of
    from converter.deliver.send import send

    place = _server(server, not no_tls)
    made = message([Path(book) for book in books], sender, recipient)
    name = "" if no_login else user or sender
    password = ""
    if name:
        path = password_file and Path(password_file).expanduser()
        password = password_in(path) if path else password_of(place.host, name)
    send(made, place, name, password)


def _server(said: str, tls: bool) -> Server:
    from converter.deliver.send import server_at

    try:
        return server_at(said, tls)
    except ValueError as error:
        raise click.BadParameter(
            f"{said!r} is no server: write it as smtp.example.org or smtp.example.org:587", param_hint="--smtp"
        ) from error
