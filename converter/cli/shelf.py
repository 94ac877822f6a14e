"""``banmian shelf``: a folder of books and sites in, a calendar, feeds and catalogues out."""

from __future__ import annotations

from pathlib import Path

import click

from converter.cli.group import SHORT, main, warn
from converter.cli.options import PATH
from converter.cli.success import tell


@main.command(
    short_help=SHORT["shelf"],
    epilog="""\b
Examples:
  banmian shelf papers                              open papers/index.html
  banmian shelf papers --url https://example.org/papers/ --title 我的报纸
  banmian shelf papers -o public                    a folder of its own, with copies of the books
  banmian convert today/ -o papers/2024-05-16.epub && banmian shelf papers
""",
)
@click.argument("folder", metavar="FOLDER", type=PATH)
@click.option(
    "-o", "--output", metavar="OUT", type=PATH,
    help="Folder for the shelf and copies of the books, instead of FOLDER itself, e.g. -o public.",
)  # fmt: skip
@click.option(
    "--title",
    metavar="TEXT",
    default="",
    help="Name of the shelf, e.g. --title 我的报纸; else its paper's or FOLDER's.",
)
@click.option(
    "--url", metavar="URL", default="",
    help="Address that the shelf will have, e.g. --url https://example.org/papers/: feeds then name it.",
)  # fmt: skip
@click.option("-q", "--quiet", is_flag=True, help="Say nothing where all went well, e.g. banmian shelf -q papers.")
def shelf(folder: str, output: str | None, title: str, url: str, quiet: bool) -> None:
    """Make of FOLDER, which holds books (EPUB) and sites, a shelf of static files: a calendar of issues with their
    covers, an Atom feed, catalogues for reading apps (OPDS 1.2 and 2.0), and latest.epub.

    They are put into FOLDER; the books stay as they are. Run it again after each new book.
    """
    from converter.shelf.build import make_shelf

    made = make_shelf(Path(folder), Path(output) if output else None, title, url)
    if not quiet:
        warn(made.warnings)
        tell(f"made {made}: open it in a browser")
