"""``banmian batch``: an archive in, a book a day out, and how it went."""

from __future__ import annotations

import csv
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from converter.cli.group import EXIT_CODES, PARTLY, SHORT, main
from converter.cli.language import translated
from converter.cli.options import PATH, heard, offering
from converter.cli.success import counted, tell
from converter.options import OPTIONS
from converter.writers import WRITERS

if TYPE_CHECKING:
    from converter.batch.run import Batch, Counts

OF_ONE_BOOK = {"to", "title", "date", "page", "author", "report", "both", "url"}
"""Options that say what one book alone is, or that no batch has."""


def formats(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    """Formats, commas between them."""
    said = tuple(dict.fromkeys(one.strip() for one in value.split(",")))
    if unknown := [one for one in said if one not in WRITERS]:
        raise click.BadParameter(f"{unknown[0]!r} is no format: name some of {', '.join(WRITERS)}, commas between")
    return said


def kinds(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    """Kinds of tables, commas between them."""
    from converter.batch.rows import KINDS

    said = tuple(dict.fromkeys(one.strip() for one in value.split(",") if one.strip()))
    if unknown := [one for one in said if one not in KINDS]:
        raise click.BadParameter(f"{unknown[0]!r} is no kind of table: say jsonl, parquet or both, a comma between")
    return said


def crew(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Who does the work; what is neither of the two words nor has an address's colon is a slip."""
    if value not in ("processes", "inline") and ":" not in value:
        raise click.BadParameter(f"{value!r} is nobody who works: say processes, inline, or a scheduler's address")
    return value


@main.command(
    short_help=SHORT["batch"],
    epilog=f"""\b
Examples:
  banmian batch archive -o books                    a book a day: books/2021-01/2021-01-06.epub
  banmian batch archive -o books --dry-run          which inputs make which book, as a table
  banmian batch archive -o books                    again: only what is new, changed or failed is made
  banmian batch archive -o books --by month --to epub,html --rows parquet --shelf
  banmian batch --manifest plan.csv -o books        the table says which input is of which book
  banmian batch s3://archive/2021 -o s3://books --scheduler tcp://10.0.0.5:8786
  banmian batch -o books --status                   how it stands, also while it runs

{EXIT_CODES}""",
)
@click.argument("sources", metavar="SRC...", nargs=-1, type=PATH)
@click.option(
    "-o", "--output", metavar="DST", required=True,
    help="Folder or address for the books, e.g. -o books or -o s3://books/2021.",
)  # fmt: skip
@click.option(
    "--by", type=click.Choice(["page", "day", "month"]), default="day", show_default=True,
    help="What a book is of, e.g. --by month.",
)  # fmt: skip
@click.option(
    "--to", metavar="FORMAT,…", default="epub", show_default=True, callback=formats,
    help="Formats to make of each book, e.g. --to epub,jsonl.",
)  # fmt: skip
@click.option(
    "--manifest", "table", metavar="FILE", type=PATH,
    help="Table (CSV) that says which input is of which book, instead of SRC, e.g. --manifest plan.csv.",
)  # fmt: skip
@click.option(
    "--rows", metavar="KIND,…", default="", callback=kinds,
    help="Tables of a month, a row a block and a story, in jsonl, parquet or both, e.g. --rows jsonl,parquet.",
)  # fmt: skip
@click.option(
    "--shelf", is_flag=True, help="A calendar, feeds and a search over the books, e.g. batch archive -o books --shelf."
)
@click.option("--dry-run", is_flag=True, help="Print the plan as such a table, e.g. batch archive -o books --dry-run.")
@click.option(
    "--scheduler", metavar="WHERE", default="processes", show_default=True, callback=crew,
    help="Who works: processes, inline (this process), or a Dask scheduler, e.g. --scheduler tcp://10.0.0.5:8786.",
)  # fmt: skip
@click.option(
    "--workers", metavar="N", type=click.IntRange(0), default=0, help="How many processes, one a core else, e.g. "
    "--workers 4.",
)  # fmt: skip
@click.option(
    "--timeout", metavar="SECONDS", type=click.FloatRange(0), default=600, show_default=True,
    help="Seconds that a book may take, 0 for any, e.g. --timeout 60.",
)  # fmt: skip
@click.option(
    "--keep-going", is_flag=True,
    help="Make a book without those of its inputs that cannot be read, and end with exit code 9, "
    "e.g. batch archive -o books --keep-going.",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Make every book anew, e.g. batch archive -o books --force.")
@click.option(
    "--retry-failed", is_flag=True, help="Make only the books that failed, e.g. batch archive -o books --retry-failed."
)
@click.option("--status", is_flag=True, help="Tell how the books stand, e.g. batch -o books --status.")
@click.option(
    "--state", metavar="FILE", type=PATH,
    help="File that keeps how each book went, e.g. --state 2021.sqlite; else it is in DST, or for an address here.",
)  # fmt: skip
@click.option(
    "--json", "as_json", is_flag=True, help="A line of JSON on stdout for each event, e.g. batch archive -o books "
    "--json.",
)  # fmt: skip
@offering(*(name for name in OPTIONS if name not in OF_ONE_BOOK))
@click.option("-q", "--quiet", is_flag=True, help="Say nothing where all went well, e.g. batch archive -o books -q.")
def batch(sources: tuple[str, ...], output: str, dry_run: bool, status: bool, **said: Any) -> None:
    """Make books of all that SRC holds (folders, patterns, zips, addresses): those of a day or a month together, or a
    book a page. Which day an input is of is told by its name and folders, such as 2021-01/06/03.txt, else by its folio
    lines.

    A further run makes what is new, changed or failed. What fails hinders nothing else; it is told in the report, with
    the doubtful pages.
    """
    if bool(sources) == bool(said["table"]) and not status:
        raise click.UsageError("say SRC, or --manifest with a table of the inputs")
    if not output.strip():
        raise click.UsageError("say with -o where the books go, e.g. -o books")
    ours = {name: said.pop(name) for name in ("by", "to", "table", "scheduler", "workers", "timeout", "force")}
    ours |= {
        name: said.pop(name) for name in ("retry_failed", "state", "as_json", "quiet", "keep_going", "rows", "shelf")
    }
    if ours["shelf"] and not {"epub", "kepub", "site"} & {*ours["to"]}:
        raise click.UsageError("a shelf is of books or sites: say --to epub with --shelf")
    if ours["rows"]:  # they are made of the books' own tables
        ours["to"] = tuple(dict.fromkeys((*ours["to"], "jsonl")))
    from converter.batch.run import Batch, refuse_among_inputs
    from converter.batch.storage import Place

    wanted = Batch(
        sources,
        Place(output),
        ours["by"],
        ours["to"],
        heard(**said),
        ours["table"] and Path(ours["table"]),
        ours["state"] and Path(ours["state"]),
        ours["timeout"],
        ours["force"],
        ours["retry_failed"],
        ours["keep_going"],
        ours["rows"],
        ours["shelf"],
    )
    refuse_among_inputs(wanted)
    if status:
        _status(wanted, ours["as_json"])
    elif dry_run:
        _dry_run(wanted, ours["quiet"])
    else:
        _run(wanted, ours)


def _dry_run(wanted: Batch, quiet: bool) -> None:
    """Print the plan; nothing is made, and nothing kept."""
    from converter.batch.run import planned

    with closing(planned(wanted)) as plan:
        rows = csv.writer(sys.stdout, lineterminator="\n")
        rows.writerows(plan.table())
        if not quiet:
            said = [counted(plan.books, "book", "books"), counted(plan.inputs, "input", "inputs"), *_aside(plan)]
            tell(f"the plan has {', '.join(said)}")
        plan.refuse_clashes()


def _aside(told: Any) -> list[str]:
    """How many are known of no day, and how many are left out."""
    undated = told.undated() if callable(told.undated) else told.undated
    found = [f"{undated} undated"] if undated else []
    unread = counted(told.left_out, "input that no reader reads", "inputs that no reader reads")
    return found + [unread] * bool(told.left_out)


def _status(wanted: Batch, as_json: bool) -> None:
    """Tell what the manifest knows."""
    from converter.batch.report import standing
    from converter.batch.run import opened

    with closing(opened(wanted, to_write=False)) as manifest:
        told = standing(manifest)
    if as_json:
        click.echo(json.dumps(told, ensure_ascii=False))
    else:
        click.echo("\n".join(map(translated, _spoken(told))))
    if told["failed"]:
        click.get_current_context().exit(PARTLY)


def _spoken(told: dict[str, Any]) -> list[str]:
    """What is told of a batch, a line each."""
    lines = [f"made: {told['made']}", f"failed: {told['failed']}", f"doubtful blocks: {told['doubtful blocks']}"]
    lines += [f"books whose inputs are gone: {told['gone']}"] * bool(told["gone"])
    lines += [f"  {one['cause']}: {one['books']}" for one in told["failures"]]
    if last := told["run"]:
        how = translated(last["how"] or "at work")
        lines.append(f"last run: {how}, begun {last['began']}")
    return lines


def _run(wanted: Batch, ours: dict[str, Any]) -> None:
    """Make the books, and say how it went."""
    from converter.batch.crew import Crew
    from converter.batch.progress import Lines, Painted
    from converter.batch.report import finish
    from converter.batch.run import opened, run

    watcher = Lines(sys.stdout) if ours["as_json"] else Painted(sys.stderr, ours["quiet"], translated)
    wanted.place.prepare()
    with closing(opened(wanted)) as manifest:
        manifest.lock(wanted.place.folder)
        crew = Crew(ours["scheduler"], ours["workers"])
        try:
            counts = run(wanted, crew, manifest, watcher)
            report = finish(wanted, crew, manifest)
        finally:
            crew.close(at_once=sys.exc_info()[0] is not None)
        watcher.ended(counts)
    if not ours["quiet"] and not ours["as_json"]:
        tell(f"made {_told(counts)}; {report}")
    if counts.failed or counts.partly:
        click.get_current_context().exit(PARTLY)


def _told(counts: Counts) -> str:
    """How it went, in a line."""
    said = [counted(counts.made, "book", "books")]
    said += [f"{counts.unchanged} unchanged"] * bool(counts.unchanged)
    said += [f"{counts.partly} without inputs that cannot be read"] * bool(counts.partly)
    said += [f"{counts.gone} whose inputs are gone"] * bool(counts.gone)
    said += [f"{counts.failed} failed"] * bool(counts.failed)
    return ", ".join([*said, *_aside(counts)])
