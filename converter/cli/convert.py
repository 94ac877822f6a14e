"""``banmian convert``: inputs in, one e-book, page or outline out."""

from __future__ import annotations

import sys
from glob import has_magic
from pathlib import Path
from typing import Any

import click

from converter.cli.group import EXIT_CODES, PARTLY, SHORT, main, say, warn
from converter.cli.options import PATH, heard, offering
from converter.cli.progress import progress
from converter.cli.success import made, tell
from converter.errors import ConverterError
from converter.options import OPTIONS
from converter.output import refuse_input
from converter.pipeline import load, write
from converter.writers import WRITERS


@main.command(
    short_help=SHORT["convert"],
    epilog=f"""\b
Examples:
  banmian convert page.txt                          makes page.epub here
  banmian convert page.txt -o page.html
  banmian convert 01.txt 02.txt 03.txt -o issue.epub --paper 汉江晚报 --date 2021-01-05
  banmian convert issue/ -o issue.epub              a folder, a zip or '*.txt': pages in their order, jumps joined
  banmian convert page.txt -o page.epub --script zh-Hant-TW
  banmian convert 0*.txt --to site -o today         a folder: a front page, a page a story
  banmian convert page.txt -o page.outline          correct it by hand, then:
  banmian convert page.outline -o page.epub
  banmian convert issue/ -o issue.json              all that is known, to be read back; issue.jsonl is a table of it
  banmian convert page.txt -o page.bib              its stories as references; .ris and .csl.json too
  pbpaste | banmian convert - -o - --to html > page.html

{EXIT_CODES}""",
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=PATH)
@click.option(
    "-o", "--output", metavar="OUT", type=PATH, help="File or folder to write, - for stdout, e.g. -o page.epub."
)
@offering(*OPTIONS)
@click.option(
    "--keep-going", is_flag=True,
    help="Leave out inputs that cannot be read, list them, and end with exit code 9, "
    "e.g. convert issue/ -o issue.epub --keep-going.",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Say nothing where all went well, e.g. banmian convert -q page.txt.")
def convert(inputs: tuple[str, ...], output: str | None, keep_going: bool, quiet: bool, **said: Any) -> None:
    """Convert INPUT (- for stdin) into an e-book, a web page, a site of web pages, an outline, the structure's JSON
    or a table of its blocks (jsonl).

    Several inputs, a folder, a quoted pattern or a zip become one issue, its pages in their order. Without -o, the
    output is named after the first input and lies in this folder.
    """
    if output is None:
        output = _named_after(inputs[0], said["to"] or ("kepub" if said["device"] == "kobo" else "epub"))
    if output == "-":
        said["to"] = _format_for_stdout(said["to"])
    _check_both(said, output)
    options = heard(**said)
    if output != "-":
        refuse_input(output, inputs)
    unread: list[ConverterError] = []
    with progress(quiet) as bar:
        issue = load(inputs, options, progress=bar, unread=unread if keep_going else None)
    for error in unread:
        say(f"left out {error}")
    if not quiet:
        warn(issue.warnings)
    with progress(quiet) as bar:
        warnings = write(issue, sys.stdout.buffer if output == "-" else output, options, progress=bar)
    if not quiet:
        warn(warnings)
    if not quiet and output != "-":
        tell(made(output, issue, inputs, options))
    if unread:
        click.get_current_context().exit(PARTLY)


def _check_both(said: dict[str, Any], output: str) -> None:
    """Two scripts need a site and another script."""
    if said["both"] and not (said["script"] and "site" in (said["to"], Path(output).suffix[1:])):
        raise click.UsageError("--both goes with --to site and --script")


def _named_after(source: str, to: str) -> str:
    """The name of the output that nobody named: a file's, a folder's, or that of the folder that a pattern looks in."""
    if source == "-":
        raise click.UsageError("stdin has no name to call the output after: say -o")
    path = Path(source)
    path = path if path.exists() or not has_magic(source) else path.parent
    named = path.resolve().name if path.is_dir() and not has_magic(str(path)) else path.stem
    return (named or "issue") + WRITERS[to][1][0]


def _format_for_stdout(to: str | None) -> str:
    """The format for ``-o -``, which has no suffix to tell it."""
    if to is None:
        raise click.UsageError("stdout has no suffix to tell the format: say --to")
    if to == "site":
        raise click.UsageError("a site is a folder, which stdout cannot hold: say -o FOLDER")
    if to in ("epub", "kepub", "azw3") and sys.stdout.isatty():
        raise click.UsageError("an e-book is no text for a terminal: say -o page.epub")
    return to
