"""What a batch came to, for people and for programs: figures, doubtful pages first, what failed and why."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from heapq import nsmallest
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from converter import __version__
from converter.batch.addresses import named
from converter.batch.crew import Crew, Died, Spread
from converter.batch.days import join_days
from converter.batch.manifest import MANIFEST, Manifest
from converter.batch.plan import Part
from converter.batch.rows import FOLDER, NO_DATE, merge
from converter.batch.run import Batch
from converter.batch.storage import HOME, Place
from converter.batch.work import annotate
from converter.errors import UnwritableOutput
from converter.readers.entry import readable
from converter.writers.markup.blocks import escape, plain
from converter.writers.markup.labels import spoken_date
from converter.writers.markup.styles import sheet
from converter.writers.web.policy import guarded
from converter.writers.web.shell import titled

PAGE, DATA, VIEWS = "report.html", "report.json", "annotated"

SHOWN = 200
"""The most doubtful pages that are listed, each with its annotated view."""

LONGEST_NAME = 200
"""Bytes of a view's name: file systems have 255 for all of it."""

TOLD = f"{HOME}/told.json"
"""The file that says of which run the report tells."""

NAMED = 50
"""Failures of one cause that the page names; the JSON names all."""

_FIGURES = (
    # figure, its name, the part of the page that tells more of it
    ("made", "本书 books", "months"),
    ("failed", "未成 failed", "failures"),
    ("documents", "页 pages", ""),
    ("articles", "稿件 stories", ""),
    ("characters", "字 characters", ""),
    ("doubtful blocks", "存疑 doubtful blocks", "doubtful"),
)
_MONTHS = """
SELECT coalesce(paper, '') AS paper, coalesce(substr(date, 1, 7), '') AS month, count(*) AS books,
    sum(documents) AS documents, sum(articles) AS articles, sum(blocks) AS blocks, sum(characters) AS characters,
    sum(doubts) AS doubts
FROM book WHERE state = 'made' GROUP BY 1, 2 ORDER BY 1, 2
"""
_NEWS = """
SELECT min(began) AS began FROM run WHERE number > ? AND (made IS NULL OR made > 0 OR failed > 0 OR gone > 0)
"""
_CHANGED = """
SELECT coalesce(substr(date, 1, 7), '') AS month, max(ended) >= ? AS changed
FROM book WHERE outputs LIKE '%.jsonl"%' GROUP BY 1 ORDER BY 1
"""
_OF_MONTH = """
SELECT name FROM book
WHERE coalesce(substr(date, 1, 7), '') = ? AND state != 'gone' AND outputs LIKE '%.jsonl"%' ORDER BY name
"""
_CAUSES = "SELECT cause, count(*) AS books FROM book WHERE state = 'failed' GROUP BY cause ORDER BY 2 DESC, 1"
_FAILED = "SELECT name, message FROM book WHERE state = 'failed' AND cause = ? ORDER BY name"
_GONE = "SELECT name FROM book WHERE state = 'gone' ORDER BY name"
_DOUBTFUL = """
SELECT name, title, date, doubtful, ended FROM book WHERE doubts > 0 AND state = 'made'
ORDER BY doubts DESC, name LIMIT ?
"""


def standing(manifest: Manifest) -> dict[str, Any]:
    """How the books stand: how many are made and failed, why, how many blocks are doubtful, and the last run."""
    totals = next(
        manifest.rows(
            "SELECT count(*) FILTER (WHERE state = 'made') AS made, count(*) FILTER (WHERE state = 'failed') AS failed,"
            " count(*) FILTER (WHERE state = 'gone') AS gone,"
            " coalesce(sum(documents) FILTER (WHERE state != 'gone'), 0) AS documents,"
            " coalesce(sum(articles) FILTER (WHERE state = 'made'), 0) AS articles,"
            " coalesce(sum(characters) FILTER (WHERE state = 'made'), 0) AS characters,"
            " coalesce(sum(doubts) FILTER (WHERE state = 'made'), 0) AS 'doubtful blocks' FROM book"
        )
    )
    last = next(manifest.rows("SELECT * FROM run ORDER BY number DESC LIMIT 1"), None)
    return {"version": __version__, **totals, "failures": list(manifest.rows(_CAUSES)), "run": last}


def finish(batch: Batch, crew: Crew, manifest: Manifest) -> str:
    """Put the tables, the report with the annotated views that it leads to, and the shelf into their place, and join
    the sites of days that follow one another; gives where the report is.

    Where nothing was made and nothing failed since the last one, that stays. Of which run it tells is put last: what a
    run leaves undone that ends before then, the next one does.
    """
    place = batch.place
    since = _untold(place, manifest)
    _make_rows(batch, crew, manifest, since)
    wanted = {PAGE, DATA} | ({"index.html"} if batch.shelf else set())
    if since is None and wanted <= place.sizes("").keys():
        return place.path_of(PAGE)
    if since is not None and "site" in batch.formats:
        join_days(place, manifest, since)
    pages = list(_with_views(batch, crew, manifest, since))
    told = standing(manifest) | {"months": list(manifest.rows(_MONTHS)), "doubtful": pages}
    place.put(PAGE, _page(told, manifest))
    if batch.shelf:
        _make_shelf(place)
    if not place.folder:
        place.put_pieces(MANIFEST, manifest.saved())
    place.put_pieces(DATA, _data(told, manifest))
    place.put(TOLD, json.dumps({name: told["run"][name] for name in ("number", "began")}).encode())
    return place.path_of(PAGE)


def _untold(place: Place, manifest: Manifest) -> str | None:
    """When the first run began that made anything, or was killed, and of which no report tells; None if there is none.

    It is before all time where the last report is gone, or of another manifest.
    """
    try:
        told = json.loads(place.take(TOLD) or b"")
        known = manifest.rows("SELECT number FROM run WHERE number = ? AND began = ?", told["number"], told["began"])
        number = next(known)["number"]
    except (ValueError, LookupError, TypeError, StopIteration):
        return ""
    began: str | None = next(manifest.rows(_NEWS, number))["began"]
    return began


def _make_shelf(place: Place) -> None:
    """Make a shelf over the books; for an address of copies of them here, as it tells what is in them."""
    from converter.shelf.build import make_shelf

    if place.folder:
        make_shelf(place.folder)
        return
    with TemporaryDirectory() as folder:
        here = Place(folder)
        here.prepare()
        for name in place.names(".epub"):
            here.put(name, place.read(name))
        books = set(here.names(".epub"))
        make_shelf(Path(folder), title=PurePosixPath(place.where.rstrip("/")).name)
        for name in here.names(""):
            if name not in books:
                place.put(name, here.read(name))


def _make_rows(batch: Batch, crew: Crew, manifest: Manifest, since: str | None) -> None:
    """Make the tables of the months in which anything was made since then, and of those that have none yet."""
    if not batch.rows:
        return
    there = batch.place.sizes(FOLDER)
    months = (
        (named, [row["name"] for row in manifest.rows(_OF_MONTH, month["month"])])
        for month in list(manifest.rows(_CHANGED, since))
        if (named := month["month"] or NO_DATE)
        and (month["changed"] or any(f"articles-{named}.{kind}" not in there for kind in batch.rows))
    )
    chunks = ([month] for month in months)
    spread: Spread[tuple[str, list[str]], str] = Spread(crew, merge, chunks, batch.rows, batch.place)
    for results in spread:
        if any(isinstance(one, Died) for one in results):
            raise UnwritableOutput("the tables of a month were not made, as their process ended: it needs more memory")


def _with_views(batch: Batch, crew: Crew, manifest: Manifest, since: str | None) -> Iterator[dict[str, Any]]:
    """The most doubtful pages with their annotated views; made are those that are not there, and of later books."""
    pages = doubtful_pages(manifest)
    there = batch.place.sizes(VIEWS)
    wanted = [
        (Part(one["input"], one["date"] or "", one["date"]), one["view"])
        for one in pages
        if (since is not None and one["ended"] >= since) or PurePosixPath(one["view"]).name not in there
    ]
    made = {PurePosixPath(name).name for name in there}
    spread: Spread[tuple[Part, str], tuple[str, str]] = Spread(
        crew, annotate, _some(wanted, 12), batch.options, batch.place
    )
    for results in spread:
        made |= {PurePosixPath(one[1]).name for one in results if not isinstance(one, Died)}
    for one in pages:
        if PurePosixPath(one["view"]).name not in made:
            one["view"] = None
        del one["ended"]
        yield one


def doubtful_pages(manifest: Manifest) -> list[dict[str, Any]]:
    """The inputs with the most doubtful blocks, and the names of their views."""
    pages = (
        {"book": book["name"], "input": path, "doubts": doubts, "title": book["title"], "date": book["date"]}
        | {"view": _view_of(book["name"], path), "ended": book["ended"]}
        for book in manifest.rows(_DOUBTFUL, 5 * SHOWN)
        for path, doubts in json.loads(book["doubtful"]).items()
    )
    return nsmallest(SHOWN, pages, key=lambda one: (-one["doubts"], one["book"], one["input"]))


def _view_of(book: str, path: str) -> str:
    """The file of a page's annotated view."""
    stem = readable(PurePosixPath(named(path).partition("::")[0]).stem)
    key = sha256(path.encode()).hexdigest()[:8]
    name = plain(f"{book}-{stem}".replace("/", "-")).encode()[:LONGEST_NAME].decode(errors="ignore")
    return f"{VIEWS}/{name}-{key}.html"


def _some(values: list[Any], count: int) -> Iterator[list[Any]]:
    left = iter(values)
    return iter(lambda: list(islice(left, count)), [])


def _data(told: dict[str, Any], manifest: Manifest) -> Iterator[bytes]:
    """The report for programs, a piece after another: what the page tells, every failure by its cause, every book whose
    inputs are gone."""
    known = {name: value for name, value in told.items() if name != "failures"}
    pieces = chain(
        [json.dumps(known, ensure_ascii=False, indent=1)[: -len("\n}")], ',\n "failures": ['],
        *(_failures_of(one, number, manifest) for number, one in enumerate(told["failures"])),
        ["\n ],\n ", json.dumps("named gone"), ": "],
        _listed(row["name"] for row in manifest.rows(_GONE)),
        ["\n}\n"],
    )
    return (piece.encode(errors="backslashreplace") for piece in pieces)


def _failures_of(cause: dict[str, Any], number: int, manifest: Manifest) -> Iterator[str]:
    """The failures of a cause as JSON."""
    yield f'{"," * (number > 0)}\n  {json.dumps(cause, ensure_ascii=False)[: -len("}")]}, "named": '
    yield from _listed(manifest.rows(_FAILED, cause["cause"]))
    yield "}"


def _listed(items: Iterable[Any]) -> Iterator[str]:
    """A list as JSON, an item a line."""
    yield "["
    for number, item in enumerate(items):
        yield f"{',' * (number > 0)}\n   {json.dumps(item, ensure_ascii=False)}"
    yield "]"


def _page(told: dict[str, Any], manifest: Manifest) -> bytes:
    """The report for people, in one page that needs no other file but the views that it leads to."""
    main = _doubtful(told["doubtful"]) + _failures(told["failures"], manifest) + _gone(told["gone"], manifest)
    main += _months(told["months"])
    head = "".join(_figure(told[key], name, part if f'id="{part}"' in main else "") for key, name, part in _FIGURES)
    run = told["run"]
    when = f"<p>{_moment(run['began'])} · Banmian {escape(run['version'])}</p>\n" if run else ""
    body = (
        f'<header>\n<h1>批量报告 Batch report</h1>\n{when}<ul class="figures">\n{head}</ul>\n</header>\n'
        f'<main id="main">\n{main}</main>\n'
    )
    return titled(
        "zh-Hans", "批量报告 Batch report", guarded(sheet("report.css")), ("main", "跳到正文 skip to the report"), body
    )


def _figure(value: int, name: str, part: str) -> str:
    """A figure of the head; it leads to the part of the page that tells more of it."""
    figure = f"<b>{value:,}</b> {name}"
    return f'<li><a href="#{part}">{figure}</a></li>\n' if part else f"<li>{figure}</li>\n"


def _moment(began: str) -> str:
    """When a run began (ISO 8601, UTC), as people read it."""
    day, _, clock = began.partition("T")
    return f'<time datetime="{escape(began)}">{spoken_date(day)} {escape(clock[:5])} UTC</time>'


def _doubtful(pages: Iterable[dict[str, Any]]) -> str:
    """The most doubtful pages, each with its view."""
    rows = ""
    for one in pages:
        name = escape(plain(readable(PurePosixPath(named(one["input"]).partition("::")[0]).name)))
        link = f'<a href="{escape(_href(one["view"]))}">{name}</a>' if one["view"] else name
        title = escape(plain(one["title"] or ""))
        rows += (
            f"<tr><td>{one['doubts']}</td><td>{link}</td><td>{title}</td><td>{escape(plain(one['book']))}</td></tr>\n"
        )
    heads = ("存疑 doubts", "页 page", "题 title", "书 book")
    return _table("存疑最多的页 The most doubtful pages", heads, rows, "doubtful")


def _failures(causes: Iterable[dict[str, Any]], manifest: Manifest) -> str:
    """What failed, by cause."""
    said = ""
    for one in causes:
        named = list(islice(manifest.rows(_FAILED, one["cause"]), NAMED))
        items = "".join(
            f"<li><b>{escape(plain(book['name']))}</b> {escape(plain(book['message']))}</li>\n" for book in named
        )
        more = f"<li>… {one['books'] - len(named)} more in {DATA}</li>\n" if one["books"] > len(named) else ""
        said += f"<h3>{escape(one['cause'])} <b>{one['books']:,}</b></h3>\n<ul>\n{items}{more}</ul>\n"
    return f'<section id="failures">\n<h2>未成的书 Failures</h2>\n{said}</section>\n' if said else ""


def _gone(books: int, manifest: Manifest) -> str:
    """The books that are there, and of which there are no inputs any more."""
    if not books:
        return ""
    items = "".join(f"<li><b>{escape(plain(row['name']))}</b></li>\n" for row in islice(manifest.rows(_GONE), NAMED))
    more = f"<li>… {books - NAMED} more in {DATA}</li>\n" if books > NAMED else ""
    return f"<section>\n<h2>来源已不在的书 Books whose inputs are gone</h2>\n<ul>\n{items}{more}</ul>\n</section>\n"


def _months(months: Iterable[dict[str, Any]]) -> str:
    """The figures by paper and month."""
    keys = ("books", "documents", "articles", "characters", "doubts")
    rows = ""
    for one in months:
        month = spoken_date(one["month"]) if one["month"] else "—"
        numbers = "".join(f"<td>{one[key]:,}</td>" for key in keys)
        rows += f"<tr><td>{escape(plain(one['paper']) or '—')}</td><td>{month}</td>{numbers}</tr>\n"
    heads = ("报纸 paper", "月 month", "书 books", "页 pages", "稿件 stories", "字 characters", "存疑 doubts")
    return _table("各报各月 By paper and month", heads, rows, "months")


def _table(title: str, heads: Iterable[str], rows: str, key: str) -> str:
    """A part of the page that is a table; nothing where it has no rows."""
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        f'<section id="{key}">\n<h2>{title}</h2>\n<div class="wide" tabindex="0" role="region" aria-label="{title}">\n'
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n</section>\n"
    )


def _href(name: str) -> str:
    from urllib.parse import quote

    return quote(name)
