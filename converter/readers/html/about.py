"""What a page says of itself where nobody reads it: meta elements, JSON-LD, scripts, the site's name in its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lxml.html import HtmlElement

from converter.model import Metadata
from converter.press.folio import read_folio
from converter.press.pages import label
from converter.readers.html.authors import author_called
from converter.readers.html.dates import iso, of_clock
from converter.readers.html.tree import words
from converter.readers.html.words import pattern

_TITLES = ("og:title", "twitter:title", "articletitle", "dc.title", "headline")
_DATES = (
    "article:published_time datepublished publishdate pubdate publish_date publishtime publish_time publication_date "
    "firstpublishedtime og:release_date og:pubdate og:time article:create_at apub:time dc.date dc.date.issued "
    "firstcreatetime createdate date.created date.available parsely-pub-date sailthru.date date dateupdate"
).split()
_SOURCES = "contentsource source mediaid article:source dc.source og:article:source origin copyfrom".split()
_SITES = ("og:site_name", "sitename", "application-name", "twitter:site")
_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "og:article:author")
_STORIES = re.compile("Article|BlogPosting|Report|WebPage", re.IGNORECASE)
_PUBLISHED = ("datePublished", "pubDate", "uploadDate", "dateCreated")
_OF_DATA = ("url", "mainEntityOfPage", "@id")
_WHOLE = re.compile(r"https?://[^/\s]+/+(?!index\.\w+$)[^#\s]", re.IGNORECASE)
_DASHES = re.compile(r"\s*[-–—]+\s*")
_SAVED = re.compile(r"(?:saved from url=\(\d+\)|^\s*)(https?://\S+)")
_CLOCK = re.compile(
    r"""\b(?:publish(?:ed)?_?(?:time|date|at)|pub_?(?:time|date)|ptime|orig?_?create_?time|create_?time|first_?publish\w*|ct)["']?"""
    r"""\s*[:=]\s*["']?((?P<clock>1\d{9})(?:\d{3})?(?!\d)|[^"'\n]{8,24})""",
    re.IGNORECASE,
)


@dataclass(slots=True)
class About:
    """What was found; every value may be empty. ``date`` is ISO 8601, ``address`` where the page was on the network.

    ``titles`` are those that the page gives itself, likeliest first; ``kicker`` and ``deck`` the headline's companions;
    ``paper``, ``page`` and ``page_name`` are of a digital newspaper; ``scripted`` is a date that only a script knows.
    ``is_news`` says that the page calls itself news, ``is_own`` that our own writer made it; ``next_page`` is where the
    article goes on; ``url`` the page's own address, where it says one for sure.
    """

    titles: list[str] = field(default_factory=list)
    title: str = ""
    date: str = ""
    source: str = ""
    site: str = ""
    author: str = ""
    address: str = ""
    url: str = ""
    kicker: str = ""
    deck: str = ""
    paper: str = ""
    page: str = ""
    page_name: str = ""
    scripted: str = ""
    next_page: str = ""
    is_news: bool = False
    is_own: bool = False


def about(root: HtmlElement, comments: str = "") -> About:
    """What the head of the page says. Has to be asked before scripts go; ``comments`` are the page's first."""
    meta = _meta(root)
    linked = next(_linked(root), {})
    head = root.find(".//head/title")
    title = words(head) if head is not None else ""
    site = _name(linked.get("publisher")) or _first(meta, _SITES)
    edition, bare = _edition_first(title)
    name = site_name(site.lstrip("@") or edition or site_of(title))
    source = _label().sub("", _first(meta, _SOURCES))
    shown = [*(_text(linked.get(key)) for key in ("headline", "title")), *(meta.get(key, "") for key in _TITLES)]
    titles = [*filter(None, (_edition_first(one)[1] for one in shown)), bare]
    paper, page, page_name = next(filter(any, map(_folio, (title, meta.get("description", "")))), ("", "", ""))
    return About(
        titles=titles,
        title=without_site(titles[0], site),
        date=_date(meta, linked),
        source="" if "://" in source else source,
        site=name,
        author=_people(linked.get("author")) or _author(_first(meta, _AUTHORS), f"{title} {site} {source}"),
        address=_address(root, meta, comments),
        url=_url(root, meta, linked, comments),
        paper=paper or site_name(edition),
        page=page,
        page_name=page_name,
        scripted=_scripted_date(root),
        is_news="News" in str(linked.get("@type")) or _press().search(name) is not None,
    )


def _address(root: HtmlElement, meta: dict[str, str], comments: str) -> str:
    """Where the page was on the network, as it says itself or as the browser that saved it does."""
    base = root.find(".//head/base")
    based = base.get("href") if base is not None else None
    return next(filter(None, (*_addresses(root, meta, comments), based)), "")


def _addresses(root: HtmlElement, meta: dict[str, str], comments: str) -> tuple[str, str, str]:
    """What the page calls its own address, and what the browser that saved it did; each may be empty."""
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    saved = _SAVED.search(comments)
    return meta.get("og:url", ""), canonical or "", saved[1] if saved else ""


def _url(root: HtmlElement, meta: dict[str, str], linked: dict[str, Any], comments: str) -> str:
    """The whole address of the page; a site's own (``https://example.org/``) is none of a story."""
    of_data = [value.get("@id") if isinstance(value, dict) else value for value in map(linked.get, _OF_DATA)]
    graph, canonical, saved = _addresses(root, meta, comments)
    return next(filter(is_page, (canonical, graph, *map(_text, of_data), saved)), "")


def is_page(address: str) -> bool:
    """Whether this is the whole address of a page on the network."""
    return _WHOLE.match(address) is not None


def _date(meta: dict[str, str], linked: dict[str, Any]) -> str:
    """The first date that the page calls one of publication."""
    said = [_text(linked.get(key)) for key in _PUBLISHED] + [meta.get(key, "") for key in _DATES]
    return next(filter(None, map(iso, said)), "")


def _folio(title: str) -> tuple[str, str, str]:
    """The paper, and the number and the name of its page, where the title is or holds a folio line."""
    parts = filter(None, _separators().split(title))
    page = next((found for part in parts if (found := label(part, "title"))), None)
    folio = read_folio(title)
    if not (folio.paper and folio.date and folio.page):
        folio = Metadata()
    number, name = (page.number, page.name) if page else (folio.page, folio.page_name)
    return folio.paper or "", number or "", name or ""


def _meta(root: HtmlElement) -> dict[str, str]:
    """The values of meta elements by their names in lower case."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = " ".join((element.get("content") or "").split())
        key = key.removeprefix("weibo:").strip()
        if key and content:
            meta.setdefault(key, content)
    return meta


def _scripted_date(root: HtmlElement) -> str:
    """The first date in the scripts of a page that is called a date of publication (``createTime = '2024-05-16'``)."""
    for script in root.iter("script"):
        for found in _CLOCK.finditer(script.text or ""):
            if day := of_clock(found["clock"]) if found["clock"] else iso(found[1]):
                return day
    return ""


def without_site(title: str, site: str = "") -> str:
    """A page's title without the names of site and section that follow it (or, rarely, go before it)."""
    parts = parts_of(title)
    if not parts:
        return title.strip()
    if len(parts) > 1 and site and parts[0] == site:
        parts = parts[1:]
    return parts[0] if len(parts[0]) >= 4 or len(parts) == 1 else max(parts, key=len)


def parts_of(title: str) -> list[str]:
    """What the signs that sites put between a title and their names keep apart, without a paper's page (A08：城事)."""
    parts = [part.strip() for part in _separators().split(title) if part and part.strip()]
    return [part for part in parts if not label(part, "title") and not part.startswith("Powered by")] or parts


def _edition_first(title: str) -> tuple[str, str]:
    """The name of a newspaper, or of its digital edition, that the title begins with, and what stands behind it."""
    parts = _DASHES.split(title.strip(), maxsplit=1)
    own = site_name(parts[0])
    if not own or read_folio(own).paper != own:
        return "", title
    return parts[0], "".join(parts[1:])


def site_of(title: str) -> str:
    """The site's name at the end of a page's title, or nothing."""
    parts = parts_of(title)
    return parts[-1] if len(parts) > 1 and len(parts[-1]) <= 16 else ""


def site_name(name: str) -> str:
    """The site's own name, without what it says of itself after it; a newspaper's without its digital edition."""
    own = re.split(r"\s+[-–—|｜]\s+", name)[0].strip()
    paper = _digital().fullmatch(own)
    return next(filter(None, paper.groups())) if paper else own


@cache
def _digital() -> re.Pattern[str]:
    """The digital edition of a newspaper: 海湾日报数字报, 《海湾日报》电子版."""
    return pattern("site's name", r"(\w{1,12}<paper>)\s*[-·]?\s*<digital>", r"《([^》]{2,16})》\s*[-·]?\s*<digital>")


@cache
def _separators() -> re.Pattern[str]:
    """What stands between a title and the names after it; a hyphen does before the name of a site alone."""
    return pattern("site's name", r"\s*[_|｜]+\s*", r"\s+[-–—·•]+\s+", r"--+", r"\s*[-–—](?=[^-–—]*<has>[^-–—]*$)")


@cache
def _press() -> re.Pattern[str]:
    """The name of a paper, an agency or a station."""
    return pattern("press", r"(?i:<has>)", r"<ends>$")


@cache
def _label() -> re.Pattern[str]:
    return pattern("source", r"^<label>[：:]")


def _first(meta: dict[str, str], names: Iterable[str]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _linked(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD that tell of an article, those that know when it was published first."""
    found = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                found += list(_stories(json.loads(script.text or "null", strict=False)))
            except (ValueError, RecursionError):
                continue
    yield from sorted(found, key=lambda story: not any(map(story.get, _PUBLISHED)))


def _stories(value: Any) -> Iterator[dict[str, Any]]:
    """The articles in a value of JSON-LD: itself, in its list or in its graph."""
    if isinstance(value, list):
        for one in value:
            yield from _stories(one)
    elif isinstance(value, dict):
        is_story = _STORIES.search(str(value.get("@type"))) or value.get("pubDate") and value.get("title")
        if is_story and (value.get("headline") or any(map(value.get, _PUBLISHED))):
            yield value
        yield from _stories(value.get("@graph"))


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _name(value: Any) -> str:
    """The name of a person or organization, said as text or as an object."""
    if isinstance(value, list):
        value = value[0] if value else None
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _people(value: Any) -> str:
    """The names of the people among the authors."""
    values = value if isinstance(value, list) else [value]
    people = [_name(one) for one in values if not (isinstance(one, dict) and "Organization" in str(one.get("@type")))]
    return "、".join(filter(None, map(author_called, people)))


def _author(name: str, site: str) -> str:
    """An author who is not called as the site is."""
    return author_called(name) if name not in site else ""
