"""The command ``banmian``: click in front of the library, every failure one line and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from converter import __version__, refuse_input
from converter.errors import ConverterError
from converter.model import Metadata
from converter.pipeline import Options, detect, load, read, write
from converter.readers import READERS
from converter.writers import WRITERS

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
  130  interrupted
  141  the reader of the output went away
"""

PATH = click.Path(readable=False)  # whether it can be read is known when it is read


class Banmian(click.Group):
    """The group of commands; what a command raises becomes one line on stderr and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except ConverterError as error:
            _say(str(error))
            ctx.exit(error.exit_code)
        except KeyboardInterrupt:
            _say("interrupted")
            ctx.exit(130)
        except BrokenPipeError:
            # what is still buffered for a reader that went away must not fail once more when Python ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(141)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if ctx.params["debug"]:
                raise
            _say(
                f"this is an error in Banmian ({type(error).__name__}: {error}); please report it with the input "
                "and with what `banmian --debug …` says for the same command"
            )
            ctx.exit(1)


def _say(message: str) -> None:
    """One line on stderr, whatever the message holds."""
    click.echo(f"banmian: {' '.join(message.split())}".encode(errors="backslashreplace"), err=True)


def _complete_script(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """OpenCC's configurations, for the shell; they are listed only when a user presses tab."""
    from converter.script import configurations

    return [name for name in configurations() if name.startswith(incomplete)]


def _iso_date(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """The date as ISO 8601 writes it."""
    from datetime import date

    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date: write it as 2021-01-05") from None


def _language_tag(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A tag that has the form of BCP 47's."""
    import re

    if value and not re.fullmatch("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", value):
        raise click.BadParameter(f"{value!r} is no language tag: write it as zh-Hans or zh-Hant-TW")
    return value


def _reading(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say how an input is read."""
    form = click.option("--from", "reader", type=click.Choice(list(READERS)), help="Format read, e.g. --from outline.")
    encoding = click.option("--encoding", metavar="NAME", help="Encoding of the text, e.g. --encoding gb18030.")
    language = click.option(
        "--language", metavar="TAG", callback=_language_tag, help="Language of the text as read, e.g. --language zh-Hant."
    )
    return form(encoding(language(command)))


@click.group(
    cls=Banmian,
    short_help="make e-books of the text of Chinese newspaper pages",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=f"""\b
Examples:
  banmian convert page.txt -o page.epub
  banmian inspect page.txt --explain
  banmian completion bash > ~/.local/share/bash-completion/completions/banmian

{EXIT_CODES}""",
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error, e.g. banmian --debug convert page.txt.")
def main(debug: bool) -> None:
    """Turn the text of a Chinese newspaper page, or any Chinese document, into a well-set e-book."""


@main.command(
    short_help="Make an e-book, a web page or an outline of a text.",
    epilog=f"""\b
Examples:
  banmian convert page.txt                          makes page.epub here
  banmian convert page.txt -o page.html
  banmian convert 01.txt 02.txt 03.txt -o issue.epub --paper 汉江晚报 --date 2021-01-05
  banmian convert page.txt -o page.epub --script s2tw
  banmian convert page.txt -o page.outline          correct it by hand, then:
  banmian convert page.outline -o page.epub
  pbpaste | banmian convert - -o - --to html > page.html

{EXIT_CODES}""",
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=PATH)
@click.option("-o", "--output", metavar="OUT", type=PATH, help="File to write, - for stdout, e.g. -o page.epub.")
@click.option("--to", type=click.Choice(list(WRITERS)), help="Format written where OUT doesn't tell, e.g. --to html.")
@_reading
@click.option(
    "--script", metavar="CONFIG", shell_complete=_complete_script, help="OpenCC's way of 简⇄繁, e.g. --script s2tw."
)
@click.option("--title", help="Title of the book, e.g. --title 春游.")
@click.option("--paper", help="Name of the paper, e.g. --paper 汉江晚报.")
@click.option("--date", metavar="DATE", callback=_iso_date, help="Day of the issue, e.g. --date 2021-01-05.")
@click.option("--page", help="Number of the page as printed, e.g. --page 05.")
@click.option("--author", help="Author of the whole, e.g. --author 编辑部.")
@click.option("-q", "--quiet", is_flag=True, help="No warnings, e.g. banmian convert -q page.txt.")
def convert(
    inputs: tuple[str, ...], output: str | None, to: str | None, script: str | None, quiet: bool, **said: Any
) -> None:
    """Convert INPUT (- for stdin) into an e-book, a web page, an outline or the structure's JSON.

    Several inputs become one issue. Without -o, the output is named after the first input and lies in this folder.
    """
    output = _named_after(inputs[0], to or "epub") if output is None else output
    if output == "-":
        to = _format_for_stdout(to)
    reading = {name: said.pop(name) for name in ("reader", "encoding", "language")}
    options = Options(to=to, script=script, metadata=Metadata(**said), **reading)
    if output != "-":
        refuse_input(output, inputs)
    issue = load(inputs, options)
    if not quiet:
        _warn(issue.warnings)
    write(issue, sys.stdout.buffer if output == "-" else output, options)


@main.command(
    short_help="Show the structure that is found in a text.",
    epilog="""\b
Examples:
  banmian inspect page.txt                          a table in the terminal
  banmian inspect page.txt --explain                why each line was read so
  banmian inspect page.txt --format outline > page.outline
  banmian inspect page.txt --format json
  banmian inspect page.txt --color always | less -R
""",
)
@click.argument("input", metavar="INPUT", type=PATH)
@click.option(
    "--format", "form", type=click.Choice(["table", "outline", "json"]), default="table", show_default=True,
    help="What to print, e.g. --format json.",
)  # fmt: skip
@click.option("--explain", is_flag=True, help="The cues that decided, doubtful lines first, e.g. inspect a.txt --explain.")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Colours, e.g. --color never; auto is a terminal's, and heeds NO_COLOR.",
)  # fmt: skip
@_reading
def inspect(input: str, form: str, explain: bool, color: str, **reading: Any) -> None:
    """Show the structure that is found in INPUT (- for stdin)."""
    if explain and form != "table":
        raise click.UsageError("--explain goes with --format table")
    options = Options(to=form, **reading)
    document = read(input, options)
    if form != "table":
        write(detect(document, options), sys.stdout.buffer, options)
        return
    from converter import table

    look = table.look_of(sys.stdout, color)
    lines = table.explained(document, look) if explain else table.rows(document, detect(document, options), look)
    click.echo("\n".join(lines), color=look.color)


@main.command(
    short_help="Print a shell's completion script.",
    epilog="""\b
Examples:
  banmian completion bash > ~/.local/share/bash-completion/completions/banmian
  banmian completion zsh > ~/.zfunc/_banmian
  banmian completion fish > ~/.config/fish/completions/banmian.fish
""",
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the script that completes Banmian's commands and options in SHELL."""
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    assert complete is not None  # click has all three
    click.echo(complete(main, {}, "banmian", "_BANMIAN_COMPLETE").source())


def _named_after(source: str, to: str) -> str:
    """The name of the output that nobody named."""
    if source == "-":
        raise click.UsageError("stdin has no name to call the output after: say -o")
    return Path(source).stem + WRITERS[to][1][0]


def _format_for_stdout(to: str | None) -> str:
    """The format for ``-o -``, which has no suffix to tell it."""
    if to is None:
        raise click.UsageError("stdout has no suffix to tell the format: say --to")
    if to == "epub" and sys.stdout.isatty():
        raise click.UsageError("an EPUB is no text for a terminal: say -o page.epub")
    return to


def _warn(warnings: tuple[str, ...]) -> None:
    """Each warning a line on stderr."""
    for warning in warnings:
        _say(f"warning: {warning}")
