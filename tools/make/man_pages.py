"""Write the man pages of ``banmian`` and its commands into a folder: click-man's pages, and the examples it leaves out.

python -m tools.make.man_pages docs/man
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click_man.core import generate_man_page

from converter import __version__
from converter.cli import main


def sections(epilog: str) -> str:
    """The paragraphs of an epilog, each a section that keeps its lines: ``Examples:`` becomes ``.SH EXAMPLES``."""
    paragraphs = (part.strip("\b\n") for part in epilog.split("\n\n"))
    made = []
    for title, _, body in (part.partition(":\n") for part in paragraphs):
        lines = body.replace("\\", "\\e").replace("-", "\\-").splitlines()
        made.append("\n".join([f".SH {title.upper()}", ".nf", *lines, ".fi"]))
    return "\n".join(made)


def page(context: click.Context) -> str:
    """The man page of one command; it bears no date, so that the same program has the same page."""
    text = generate_man_page(context, version=f"Banmian {__version__}", date=" ")
    return f"{text.rstrip()}\n{sections(context.command.epilog or '')}\n"


def write(folder: Path) -> None:
    """Write every page."""
    folder.mkdir(parents=True, exist_ok=True)
    top = click.Context(main, info_name="banmian")
    contexts = [top, *(click.Context(command, top, name) for name, command in main.commands.items())]
    for context in contexts:
        path = folder / f"{context.command_path.replace(' ', '-')}.1"
        path.write_text(page(context), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
