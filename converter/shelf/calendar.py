"""The web pages of a shelf: a front page with the latest issues, and a calendar of each month with their covers."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from converter.shelf.atom import ATOM, NAVIGATION
from converter.shelf.folder import span_of
from converter.shelf.opds import OPDS
from converter.shelf.plan import (
    CATALOGUE,
    CATALOGUE_2,
    FEED,
    INDEX,
    INSIDE,
    LATEST,
    Shelf,
    cover_name,
    month_page,
    near,
)
from converter.shelf.publication import EPUB, HTML, Publication
from converter.writers.markup.blocks import escape
from converter.writers.markup.labels import WEEKDAYS, spoken_date
from converter.writers.markup.styles import sheet
from converter.writers.web.policy import BESIDE, guarded
from converter.writers.web.shell import titled

_TIED = re.compile(r"(?<!\S)(?:\S{1,6}|[!-~]{7,12})(?!\S)")
"""The pieces of a title that fit into a line of any column, so that none is cut: a paper, a date, a page (版)."""

NEW = 12
"""How many publications stand on the front page after the latest."""

SEARCH = f"{INSIDE}/search.html"
"""The page that finds titles."""

FEEDS = ((FEED, ATOM), (CATALOGUE, NAVIGATION), (CATALOGUE_2, OPDS))


def pages(shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    """Every page by its name."""
    yield INDEX, _page(shelf, INDEX, shelf.title, _front(shelf))
    around = [None, *filter(None, shelf.months), *[None] * 2]
    for month, newer, older in zip(shelf.months, around, around[2:], strict=False):
        newer = newer if month else None  # what has no date comes before and after nothing
        name, title = month_page(month), shelf.named(month)
        yield name, _page(shelf, name, f"{title} · {shelf.title}", _month(shelf, month, older, newer))


def _page(shelf: Shelf, name: str, title: str, body: str) -> bytes:
    """A page whole, with its style in it and a policy that allows no more than pictures beside it."""
    alternates = "".join(
        f'<link rel="alternate" type="{kind}" title="{escape(shelf.title)}" href="{escape(shelf.link(feed, name))}">\n'
        for feed, kind in FEEDS
    )
    canonical = f'<link rel="canonical" href="{escape(shelf.url + name)}">\n' if shelf.url else ""
    style = guarded(sheet("shelf.css"), pictures=BESIDE if "<img" in body else "")
    skip = ("main", shelf.labels["skip"])
    return titled(escape(shelf.language), escape(title), alternates + canonical + style, skip, body)


def _front(shelf: Shelf) -> str:
    """The front page: the latest, those before it, and the months."""
    labels = shelf.labels
    new = "".join(f"<li>\n{_issue(shelf, one, INDEX, 3)}</li>\n" for one in shelf.publications[1 : NEW + 1])
    latest = f"<h2>{labels['latest']}</h2>\n{_issue(shelf, shelf.latest, INDEX, 3, True)}"
    others = f'<section>\n<h2>{labels["new"]}</h2>\n<ul class="issues">\n{new}</ul>\n</section>\n' if new else ""
    main = f'<section class="latest">\n{latest}</section>\n{others}{_months(shelf)}'
    return f'{_masthead(shelf)}<main id="main">\n{main}</main>\n'


def _masthead(shelf: Shelf) -> str:
    """The shelf's name, how much it holds from when to when, and what programs can have of it."""
    labels = shelf.labels
    span = dict.fromkeys(spoken_date(day).partition(" ")[0] for day in span_of(shelf.publications) if day)
    said = "，".join(filter(None, (labels["count"].format(len(shelf.publications)), "—".join(span))))
    links = f'<a href="{LATEST}">{labels["latest book"]}</a>\n' if shelf.newest_book else ""
    links += f'<a href="{SEARCH}">{labels["search"]}</a>\n'
    links += f'<a href="{FEED}">{labels["feed"]} Atom</a>\n<a href="{CATALOGUE}">{labels["catalogue"]} OPDS</a>\n'
    head = f'<h1>{escape(shelf.title)}</h1>\n<p>{said}</p>\n<p class="links">\n{links}</p>\n'
    return f'<header class="front">\n{head}</header>\n'


def _months(shelf: Shelf) -> str:
    """The years, with their months and how much each holds."""
    years: defaultdict[str, list[str]] = defaultdict(list)
    for month in shelf.months:
        years[month[:4]].append(month)
    rows = ""
    for year, months in years.items():
        links = ""
        for month in sorted(months):
            name = f"{int(month[5:])}月" if len(month) > 4 else shelf.named(month)
            links += f'<li><a href="{month_page(month)}">{name} <span>{len(shelf.months[month])}</span></a></li>\n'
        head = f"<h3>{shelf.named(year)}</h3>\n" if year and months != [year] else ""
        rows += f"{head}<ul>\n{links}</ul>\n"
    title = shelf.labels["calendar"]
    return f'<nav class="months" aria-label="{title}">\n<h2>{title}</h2>\n{rows}</nav>\n'


def _month(shelf: Shelf, month: str, older: str | None, newer: str | None) -> str:
    """A month's page: its days in weeks, each with its issues; above them those of which no day is known."""
    some, name, labels = shelf.months[month], month_page(month), shelf.labels
    days: defaultdict[str, list[Publication]] = defaultdict(list)
    for one in reversed(some):
        days[one.date if len(one.date) > len("2024-05") else ""].append(one)
    loose = "".join(f"<li>\n{_issue(shelf, one, name, 2)}</li>\n" for one in days.pop("", ()))
    inside = f'<ul class="issues">\n{loose}</ul>\n' if loose else ""
    inside += _days(shelf, month, days) if days else ""
    steps = ""
    for relation, other in (("prev", older), ("next", newer)):
        if other is not None:
            href = month_page(other).rpartition("/")[2]
            steps += (
                f'<li><a href="{href}" rel="{relation}"><span>{labels[relation]}</span> {shelf.named(other)}</a></li>\n'
            )
    turn = f'<nav class="turn" aria-label="{labels["steps"]}">\n<ul>\n{steps}</ul>\n</nav>\n' if steps else ""
    up = f'<p><a href="{near(INDEX, name)}">{escape(shelf.title)}</a></p>\n'
    head = f'<header class="running">\n{up}<h1>{shelf.named(month)}</h1>\n</header>\n'
    return f'{head}<main id="main">\n{inside}</main>\n{turn}'


def _days(shelf: Shelf, month: str, days: dict[str, list[Publication]]) -> str:
    """The days of a month; those without an issue are there on wide screens alone, to fill the weeks."""
    first, count = monthrange(int(month[:4]), int(month[5:]))
    weekdays = "".join(f"<li>{day}</li>" for day in WEEKDAYS)
    cells = ""
    for number in range(1, count + 1):
        day = f"{month}-{number:02}"
        start = f" from{first + 1}" if number == 1 else ""
        if day not in days:
            cells += f'<li class="none{start}" aria-hidden="true"><span class="day">{number}</span></li>\n'
            continue
        weekday = WEEKDAYS[date.fromisoformat(day).weekday()]
        name = f'<h2 class="day"><time datetime="{day}">{number}<span>日 星期{weekday}</span></time></h2>\n'
        issues = "".join(_issue(shelf, one, month_page(month), 3) for one in days[day])
        cells += f'<li class="some{start}">\n{name}{issues}</li>\n'
    return f'<ol class="weekdays" aria-hidden="true">{weekdays}</ol>\n<ol class="days">\n{cells}</ol>\n'


def _issue(shelf: Shelf, one: Publication, source: str, level: int, whole: bool = False) -> str:
    """A publication: its cover, its title, and the ways to its copies; ``whole`` adds what is in it."""
    first = escape(near((one.copy_of(HTML) or one.copies[0]).address, source))
    title = _TIED.sub(r'<span class="tied">\g<0></span>', escape(one.title))
    told = f"<p>{escape(one.description)}</p>\n" if whole and one.description else ""
    if whole and one.leads:
        told += "<ul>\n" + "".join(f"<li>{escape(lead)}</li>\n" for lead in one.leads) + "</ul>\n"
    anchor = f' id="{one.key}"' if source != INDEX else ""
    tag = f' lang="{escape(one.language)}"' if one.language and one.language != shelf.language else ""
    return (
        f'<article class="issue"{anchor}{tag}>\n<a class="cover" href="{first}" tabindex="-1" aria-hidden="true">'
        f'{_cover(one, source, whole)}</a>\n<div>\n<h{level} class="title"><a href="{first}">{title}</a></h{level}>\n'
        f'{told}<p class="ways">{_ways(shelf, one, source)}</p>\n</div>\n</article>\n'
    )


def _cover(one: Publication, source: str, at_once: bool) -> str:
    """The cover's picture; what has none that can be shown gets its words."""
    if one.cover:
        return f'<img src="{near(cover_name(one), source)}" alt="" loading="{"eager" if at_once else "lazy"}">'
    day = spoken_date(one.date).partition(" ")[0]
    return f'<span class="words"><b>{escape(one.paper or one.title)}</b> {day}</span>'


def _ways(shelf: Shelf, one: Publication, source: str) -> str:
    """A link to each copy."""
    ways = []
    for copy in sorted(one.copies, key=lambda copy: copy.media_type != HTML):
        name = "KEPUB" if copy.name.lower().endswith(".kepub.epub") else "EPUB"
        name = name if copy.media_type == EPUB else shelf.labels["read"]
        address, kind = escape(near(copy.address, source)), copy.media_type
        ways.append(f'<a href="{address}" type="{kind}" aria-label="{name}：{escape(one.title)}">{name}</a>')
    return " ".join(ways)
