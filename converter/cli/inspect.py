"""``banmian inspect``: what was understood of a text."""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path
from typing import Any

import click

from converter.cli.group import SHORT, main, warn
from converter.cli.language import translated
from converter.cli.options import PATH, heard, offering
from converter.output import put, refuse_input
from converter.pipeline import detect, read, read_to_show, write


@main.command(
    short_help=SHORT["inspect"],
    epilog="""\b
Examples:
  banmian inspect page.txt                          a table in the terminal
  banmian inspect page.txt --explain                why each line was read so
  banmian inspect page.txt --to html -o page.html   the text with its roles, joins and doubts, for a browser
  banmian inspect page.pdf --to html -o page.html   beside each page, with its blocks outlined and numbered
  banmian inspect page.txt --to outline > page.outline
  banmian inspect page.txt --to json
  banmian inspect page.txt --to jsonl               a row a block, for a table
  banmian inspect page.txt --color always | less -R
  banmian inspect page.txt --check                  exit code 13: three blocks are doubtful
""",
)
@click.argument("input", metavar="INPUT", type=PATH)
@click.option(
    "--to", "--format", "form", type=click.Choice(["table", "html", "outline", "json", "jsonl"]), default="table",
    show_default=True, help="What to show, e.g. --to html.",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="OUT", type=PATH, default="-", help="File to write instead of stdout, e.g. -o page.html."
)
@click.option(
    "--explain", is_flag=True, help="The cues that decided, doubtful lines first, e.g. inspect a.txt --explain."
)
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Colours, e.g. --color never; auto is a terminal's, and heeds NO_COLOR.",
)  # fmt: skip
@click.option(
    "--check", is_flag=True,
    help="End with exit code 10 + the number of doubtful blocks, 99 at most; 0 where none is, "
    "e.g. inspect a.txt --check.",
)  # fmt: skip
@offering("reader", "encoding", "strict", "language")
def inspect(input: str, form: str, output: str, explain: bool, color: str, check: bool, **read_as: Any) -> None:
    """Show the structure that is found in INPUT (- for stdin), in the terminal, the doubtful blocks first, or for a
    browser or a program.
    """
    if form == "table" and output != "-":
        raise click.UsageError("the table is for the terminal: say --to html, outline, json or jsonl with -o")
    if explain and form != "table":
        raise click.UsageError("--explain goes with --to table")
    options = heard(to=form, **read_as)
    if output != "-":
        refuse_input(output, input)
    document = (read_to_show if form == "html" else read)(input, options)
    issue = detect(document, options)
    warn(issue.warnings)
    if form == "html":
        from converter.views.browser import annotated

        page = annotated(document, issue)
        sys.stdout.buffer.write(page) if output == "-" else put(Path(output), page)
    elif form != "table":
        write(issue, sys.stdout.buffer if output == "-" else output, options)
    else:
        from converter.views import terminal

        look = terminal.look_of(sys.stdout, color, translated)
        if explain:
            lines = terminal.explained(document, look)
        else:
            lines = chain(terminal.doubts(document, issue, look), terminal.rows(document, issue, look))
        click.echo("\n".join(lines), color=look.color)
    doubtful = sum(block.doubtful for block in issue.blocks())
    if check and doubtful:
        click.get_current_context().exit(min(10 + doubtful, 99))
