"""The options that several commands share, and how their values are checked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from converter import arguments
from converter.cli.language import translated
from converter.errors import UnfitArgument
from converter.options import FILE, OPTIONS, Options, day
from converter.readers import READERS
from converter.writers import WRITERS

PATH = click.Path(readable=False)  # whether it can be read is known when it is read


def complete_script(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """The languages and OpenCC's configurations, for the shell; they are listed only when a user presses tab."""
    from converter.script import TARGETS, configurations

    return [name for name in (*TARGETS, *configurations()) if name.startswith(incomplete)]


def checked(check: Callable[[str, Any], Any]) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """What has click say of a value what the library's ``check`` of it says."""

    def called_back(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
        try:
            return value and (check(param.name or "", value) or value)
        except UnfitArgument as error:
            raise click.BadParameter(str(error)) from error

    return called_back


def offering(*names: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """What gives a command those options of ``OPTIONS``, each under its name, in this order."""

    def offer(command: Callable[..., Any]) -> Callable[..., Any]:
        for name in reversed(names):
            command = _offered(name)(command)
        return command

    return offer


def _offered(name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    row = OPTIONS[name].row
    flag = row.flag or f"--{name.replace('_', '-')}"
    if row.switch:
        return click.option(flag, name, is_flag=True, help=row.help)
    choices = _FORMATS.get(name) or row.choices
    kind = click.Choice(choices) if choices else PATH if row.value == FILE else None
    default = OPTIONS[name].default or None
    how: dict[str, Any] = {"callback": _CHECKS.get(name), "shell_complete": _COMPLETIONS.get(name)}
    return click.option(flag, name, type=kind, metavar=row.value, default=default, help=row.help, **how)


_FORMATS = {"to": list(WRITERS), "reader": list(READERS)}
_CHECKS = {"date": checked(day), "language": checked(arguments.language)}
_COMPLETIONS = {"script": complete_script}


def heard(**said: Any) -> Options:
    """The options as the command was given them: files of names and terms are read, a report goes to stderr.

    Raises ``UnreadableInput``.
    """
    if said.get("names") or said.get("glossary"):
        from converter.script.glossary import read_glossary, read_names

        said["names"] = read_names(said["names"]) if said["names"] else ()
        said["glossary"] = read_glossary(said["glossary"]) if said["glossary"] else {}
    if said.pop("report", False):
        said["report"] = lambda found: click.echo("\n".join(map(translated, found.lines())), err=True)
    return Options.of(**said)
