"""``banmian verify``: whether a book holds all of its text."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from converter.cli.group import EXIT_CODES, SHORT, UNLIKE, main, warn
from converter.cli.language import translated
from converter.cli.options import PATH, heard, offering

SHOWN = 5
"""The differences of a kind that are shown."""


@main.command(
    short_help=SHORT["verify"],
    epilog=f"""\b
Examples:
  banmian convert page.txt -o page.epub && banmian verify page.txt page.epub
  banmian verify issue/ issue.epub
  banmian verify page.docx page.html -q && echo whole

{EXIT_CODES}""",
)
@click.argument("input", metavar="INPUT", type=PATH)
@click.argument("output", metavar="OUTPUT", type=PATH)
@offering("reader", "encoding", "language")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing, e.g. banmian verify -q page.txt page.epub.")
def verify(input: str, output: str, quiet: bool, **read_as: Any) -> None:
    """Read INPUT and OUTPUT (EPUB, HTML, outline or structure JSON) anew, and compare their characters, blanks left
    out.

    What is lost, changed or in another order is listed, and the exit code is 10. What is the page's and no story's may
    stand elsewhere, and a writer's labels come in: both are listed, and do not count. OUTPUT has to be in the script
    of INPUT.
    """
    from converter.verify import verify as compare

    found, warnings = compare(input, output, heard(**read_as))
    if not quiet:
        warn(warnings)
        rows = [
            ("lost", found.lost), ("moved", found.moved), ("changed", found.changed),
            ("furniture elsewhere", found.furniture), ("labels added", found.added),
        ]  # fmt: skip
        for what, texts in rows:
            click.echo("".join(_told(what, texts)), nl=False)
        state = "all there, in their order" if found.is_whole else "not as they were"
        click.echo(translated(f"{found.count} characters: {state}"))
    sys.stdout.flush()
    if not found.is_whole:
        click.get_current_context().exit(UNLIKE)


def _told(what: str, texts: Sequence[str]) -> list[str]:
    """How many characters, and the first texts."""
    if not texts:
        return []
    rest = [translated(f"  … and {len(texts) - SHOWN} more\n")] if len(texts) > SHOWN else []
    return [
        translated(f"{what}: {sum(map(len, texts))} characters in {len(texts)} place(s)\n"),
        *(f"  {text[:60]}{'…' if len(text) > 60 else ''}\n" for text in texts[:SHOWN]),
        *rest,
    ]
