"""The group of commands: every failure is one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, MutableMapping
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from converter import __version__
from converter.cli.help import Command, show
from converter.cli.language import asked, filled, of_user, speak, translated
from converter.cli.streams import ReaderGone, forget
from converter.errors import INTERRUPTED, ConverterError
from converter.installed import all_installed

PARTLY, UNLIKE = 9, 10
_ASKED = ("help", "version")
"""What other programs have a command for."""

EXIT_CODES = """\b
Exit codes:
  0    done
  1    an error in Banmian itself
  2    the command was not understood
  3    the input is missing, empty or not what its format says
  4    no encoding fits the input's bytes
  5    no reader or writer has that format
  6    OpenCC has no configuration of that name
  7    the output could not be written
  8    a package of an optional extra is missing
  9    convert --keep-going, batch: made, but without what could not be read
  10   verify: characters are lost, changed or in another order
  11+  inspect --check: 10 + the number of doubtful blocks, 99 at most
  100  deliver: the server refused the message
  101  deliver: the server cannot be reached
  102  deliver: the server offers no TLS, or none that can be trusted
  103  deliver: the login was refused, or no password is known
  104  deliver: an address was refused
  105  deliver: too many files, or too large
  110  batch: the cluster's scheduler cannot be reached, or was lost
  130  interrupted
  141  the reader of the output went away
"""


SHORT = {
    "batch": "Make the books of an archive, a day each, on every core or a cluster.",
    "completion": "Print a shell's completion script.",
    "convert": "Make an e-book, a web page or an outline of a text.",
    "deliver": "Send books to a Kindle by mail.",
    "inspect": "Show the structure that is found in a text.",
    "shelf": "Make a calendar, a feed and catalogues of a folder of books.",
    "verify": "Prove that an output holds every character of its input.",
}
"""The commands, and what the list of them says of each: none is loaded for it."""


class Commands(MutableMapping[str, click.Command]):
    """The commands by their names; the file of one is loaded when it is asked for, and puts it in here."""

    def __init__(self) -> None:
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded and name in SHORT:
            import_module(f"converter.cli.{name}")
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(SHORT)

    def __len__(self) -> int:
        return len(SHORT)


class Banmian(Command, click.Group):
    """The group of commands; what a command raises becomes one line on stderr and an exit code."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; where a page or an address stands in its place, what was likely meant is told."""
        name = args[0]
        if "://" in name:
            raise click.UsageError(
                f"{name!r} is no command, and nothing is fetched from the network: save the page in a browser, "
                "then banmian convert FILE",
                ctx,
            )
        if name not in self.commands and (os.path.exists(name) or Path(name).suffix or "/" in name):
            import shlex

            raise click.UsageError(f"{name!r} is no command: did you mean banmian convert {shlex.quote(name)}?", ctx)
        if name in _ASKED:
            meant = " ".join(("banmian", *args[1:2], f"--{name}"))
            raise click.UsageError(f"{name!r} is no command: did you mean {meant}?", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, translated(said)) for name, said in SHORT.items()])

    def main(self, *arguments: Any, standalone_mode: bool = True, **said: Any) -> Any:
        """Run a command; where it stands alone, whatever ends it, its help on a full disk too, is an exit code."""
        given = arguments[0] if arguments else said.get("args")
        speak(asked(sys.argv[1:] if given is None else given) or of_user(os.environ))
        run = partial(super().main, *arguments, standalone_mode=False, **said)
        return sys.exit(_code_of(run)) if standalone_mode else run()

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with all_installed():
                super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, ConverterError):
            raise
        except KeyboardInterrupt:  # click would end the line first
            say("interrupted")
            ctx.exit(INTERRUPTED)
        except Exception as error:
            if ctx.params["debug"]:
                raise
            say(
                f"this is an error in Banmian ({type(error).__name__}: {error}); please report it with the input "
                "and with what `banmian --debug …` says for the same command"
            )
            ctx.exit(1)


def _code_of(run: Callable[[], Any]) -> int:
    """The exit code of a command that stands alone; what went wrong is told."""
    try:
        code = run()
        sys.stdout.flush()
    except click.ClickException as error:
        show(error)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        say("interrupted")
        return INTERRUPTED
    except ConverterError as error:
        try:
            sys.stdout.flush()
        except ConverterError:
            forget()
        if not isinstance(error, ReaderGone):
            say(str(error))
        return error.exit_code
    return code if isinstance(code, int) else 0


def say(message: str) -> None:
    """One line on stderr in the user's language, whatever the message holds."""
    _write(translated(" ".join(message.split())))


def warn(warnings: tuple[str, ...]) -> None:
    """Each warning a line on stderr."""
    for warning in warnings:
        _write(filled("warning: {}", translated(" ".join(warning.split()))))


def _write(message: str) -> None:
    click.echo(f"banmian: {message}".encode(errors="backslashreplace"), err=True)


@click.group(
    cls=Banmian,
    commands=Commands(),
    short_help="make e-books of the text of Chinese newspaper pages",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=f"""\b
Examples:
  banmian convert page.txt -o page.epub
  banmian inspect page.txt --explain
  banmian completion bash > ~/.local/share/bash-completion/completions/banmian

{EXIT_CODES}""",
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error, e.g. banmian --debug convert page.txt.")
def main(debug: bool) -> None:
    """Turn the text of a Chinese newspaper page, or any Chinese document, into a well-set e-book."""
