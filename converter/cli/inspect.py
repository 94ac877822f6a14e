"""``banmian inspect``: what was understood of a text."""

from __future__ import annotations

import sys
from typing import Any

import click

from converter.cli.group import main
from converter.cli.options import PATH, reading
from converter.pipeline import Options, detect, read, write


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
@click.option(
    "--explain", is_flag=True, help="The cues that decided, doubtful lines first, e.g. inspect a.txt --explain."
)
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Colours, e.g. --color never; auto is a terminal's, and heeds NO_COLOR.",
)  # fmt: skip
@reading
def inspect(input: str, form: str, explain: bool, color: str, **read_as: Any) -> None:
    """Show the structure that is found in INPUT (- for stdin)."""
    if explain and form != "table":
        raise click.UsageError("--explain goes with --format table")
    options = Options(to=form, **read_as)
    document = read(input, options)
    if form != "table":
        write(detect(document, options), sys.stdout.buffer, options)
        return
    from converter import table

    look = table.look_of(sys.stdout, color)
    lines = table.explained(document, look) if explain else table.rows(document, detect(document, options), look)
    click.echo("\n".join(lines), color=look.color)
