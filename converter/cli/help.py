"""Help and errors of click in the user's language: all that is written passes one formatter."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from converter.cli.language import ASKED, NAMES, filled, is_english, named, speak, translated
from converter.press.patterns import later

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_ROW = later("( +\\S.*? {2,})(\\S.*)")
_EXTRA = later(r"(.*?)  \[([^\]]*)\]", re.DOTALL)
_VERBATIM = "\b"
_TOKEN = later(r"[!-~]+|\s+|.", re.DOTALL)
_OPENING, _CLOSING = "（“‘「『《〈【", "，。；：、！？）”’」』》〉】…"


class Formatter(click.HelpFormatter):
    """Writes help as click does, in the user's language; Chinese is broken between any two characters."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix if prefix or is_english() else translated("Usage:"))

    def write_heading(self, heading: str) -> None:
        if is_english():
            super().write_heading(heading)
        else:
            self.write(f"{'':>{self.current_indent}}{translated(heading)}：\n")

    def write_text(self, text: str) -> None:
        if not is_english():
            parts = [_paragraph(part, self.width - self.current_indent) for part in text.split("\n\n")]
            text = "\n\n".join(parts)
        super().write_text(text)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        rows = list(rows)
        if not is_english():
            first = min(max(len(name) for name, _ in rows), col_max) + col_spacing
            width = max(self.width - first - 2, 10)
            rows = [(name, _verbatim(wrapped(_explained(said), width))) for name, said in rows]
        super().write_dl(rows, col_max, col_spacing)


class Context(click.Context):
    """A context whose help is in the user's language."""

    formatter_class = Formatter


class Command(click.Command):
    """A command that speaks the user's language, and is told which one by ``--lang``."""

    context_class = Context

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        *own, helps = super().get_params(ctx)
        return [*own, _LANG, helps]

    def get_short_help_str(self, limit: int = 45) -> str:
        return super().get_short_help_str(limit) if is_english() else translated(self.short_help or "")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        items = super().shell_complete(ctx, incomplete)
        for item in items:
            item.help = item.help and translated(_line(item.help))
        return items


def show(error: click.ClickException) -> None:
    """Say what was not understood, as click does, in the user's language."""
    if is_english():
        error.show()
        return
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context:
        hint = translated(f"Try '{context.command_path} --help' for help.")
        click.echo(f"{context.get_usage()}\n{hint}\n", err=True)
    click.echo(filled("Error: {}", translated(_message(error))), err=True)


def told_rows(command: click.Command) -> Iterator[str]:
    """Whatever the help of a command says in words: each is translated by itself."""
    yield from filter(None, (command.short_help,))
    context = Context(command, info_name=command.name)
    for part in (command.help, command.epilog):
        for paragraph in inspect.cleandoc(part or "").split("\n\n"):
            if paragraph.startswith(_VERBATIM):
                yield from (said for _, said in map(_row, paragraph.splitlines()[1:]) if said)
            elif paragraph:
                yield _line(paragraph)
    for option in command.get_params(context):
        if isinstance(option, click.Option) and option.help:
            yield _line(option.help)


def wrapped(text: str, width: int) -> list[str]:
    """The lines of a text in so many columns of a terminal: a break goes anywhere but inside a word, after an opening
    mark or before a closing one.
    """
    from converter.views.terminal import columns

    lines = [""]
    for token in _together(_TOKEN.findall(_line(text))):
        used = sum(map(columns, lines[-1] + token.rstrip()))
        if used > width and lines[-1]:
            lines[-1] = lines[-1].rstrip()
            lines.append(token.lstrip())
        else:
            lines[-1] += token
    return lines


def _together(tokens: list[str]) -> Iterator[str]:
    """The tokens, those that no line's end may part as one."""
    held = ""
    for token in tokens:
        if held and not (token[0] in _CLOSING or held[-1] in _OPENING):
            yield held
            held = ""
        held += token
    yield held


def _paragraph(text: str, width: int) -> str:
    """A paragraph of a help text; one that is set verbatim row by row."""
    if not text.startswith(_VERBATIM):
        return _verbatim(wrapped(translated(_line(text)), width))
    rows = (_row(row) for row in text.splitlines()[1:])
    return _verbatim(f"{head}{translated(said)}" for head, said in rows)


def _row(row: str) -> tuple[str, str]:
    """What in a row of an epilog is typed, and what is said of it; a row that is indented is typed."""
    if found := _ROW.fullmatch(row):
        return found[1], found[2]
    return (row, "") if row.startswith(" ") else ("", row)


def _explained(said: str) -> str:
    """An option's help, and in brackets what click adds of its default."""
    if found := _EXTRA.fullmatch(said):
        extra = "；".join(map(translated, found[2].split("; ")))
        return f"{translated(_line(found[1]))} [{extra}]"
    return translated(_line(said))


def _message(error: click.ClickException) -> str:
    if isinstance(error, click.MissingParameter) and error.param:
        hint = error.param.get_error_hint(error.ctx)
        if isinstance(error.param.type, click.Choice):
            return f"{hint} is missing: say one of {', '.join(error.param.type.choices)}"
        return f"{hint} is missing"
    return error.format_message()


def _line(text: str) -> str:
    return " ".join(text.split())


def _verbatim(lines: Iterable[str]) -> str:
    return "\n".join([_VERBATIM, *lines])


def _speak(context: click.Context, option: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    language = named(value)
    if language is None:
        raise click.BadParameter(f"{value!r} is no language of these messages: say one of {NAMES}")
    speak(language)


_LANG = click.Option(
    [ASKED], metavar="TAG", expose_value=False, is_eager=True, callback=_speak,
    help=f"Language of help and messages, {NAMES}; else that of LANG, e.g. --lang zh-CN.",
)  # fmt: skip
