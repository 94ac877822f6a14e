"""``banmian inspect``: what was understood of a text."""

from __future__ import annotations

import sys
from itertools import chain
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
  banmian inspect page.txt --check                  exit code 13: three blocks are doubtful
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
@click.option(
    "--check", is_flag=True,
    help="End with exit code 10 + the number of doubtful blocks, 99 at most; 0 where none is, e.g. inspect a.txt --check.",
)  # fmt: skip
@reading
def inspect(input: str, form: str, explain: bool, color: str, check: bool, **read_as: Any) -> None:
    """Show the structure that is found in INPUT (- for stdin), the doubtful blocks first."""
    if explain and form != "table":
        raise click.UsageError("--explain goes with --format table")
    options = Options(to=form, **read_as)
    document = read(input, options)
    issue = detect(document, options)
    if form != "table":
        write(issue, sys.stdout.buffer, options)
    else:
        from converter import table

        look = table.look_of(sys.stdout, color)
        if explain:
            lines = table.explained(document, look)
        else:
            lines = chain(table.doubts(document, issue, look), table.rows(document, issue, look))
        click.echo("\n".join(lines), color=look.color)
    doubtful = sum(block.doubtful for block in issue.blocks())
    if check and doubtful:
        click.get_current_context().exit(min(10 + doubtful, 99))
