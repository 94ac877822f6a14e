"""What a page says of itself where nobody reads it: meta elements, JSON-LD, and the site's name in its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from converter.readers.html.tree import words

DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*(?:[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?!\d)|年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{4,6})?")

_TITLES = ("og:title", "twitter:title", "articletitle", "dc.title", "headline")
_DATES = (
    "article:published_time datepublished publishdate pubdate publish_date publishtime publish_time publication_date "
    "og:release_date og:pubdate og:time weibo: article:create_at apub:time dc.date dc.date.issued firstcreatetime "
    "createdate parsely-pub-date sailthru.date date"
).replace("weibo: article:create_at", "article:create_at").split()
_SOURCES = ("contentsource", "source", "mediaid", "article:source", "dc.source", "og:article:source", "origin", "copyfrom")
_SITES = ("og:site_name", "sitename", "application-name", "twitter:site")
_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "og:article:author")
_STORIES = re.compile("Article|BlogPosting|Report|WebPage|NewsMediaOrganization", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*[_|｜—]+\s*|\s+[-–—·•]+\s+|--+|\s*[-–](?=[^-–]*(?:网|網|报|報|社|台|在线|日报|新闻|新聞|News|官网)[^-–]*$)")
_SAVED = re.compile(r"(?:saved from url=\(\d+\)|^\s*)(https?://\S+)")


@dataclass(slots=True)
class About:
    """What was found; every value may be empty. ``date`` is ISO 8601, ``address`` where the page was on the network."""

    title: str = ""
    date: str = ""
    source: str = ""
    site: str = ""
    author: str = ""
    address: str = ""
    paper: str = ""
    page: str = ""
    page_name: str = ""


def about(root: HtmlElement, comments: str = "") -> About:
    """What the head of the page says. Has to be asked before scripts are taken out; ``comments`` are the page's first."""
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        content = " ".join((element.get("content") or "").split())
        key = key.removeprefix("weibo:").strip()
        if key and content:
            meta.setdefault(key, content)
    linked = next(_linked(root), {})
    title = words(root.find(".//head/title")) if root.find(".//head/title") is not None else ""
    base = root.find(".//head/base")
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    saved = _SAVED.search(comments)
    address = meta.get("og:url") or canonical or (saved[1] if saved else "") or (base.get("href") if base is not None else "")
    site = _first(meta, _SITES) or _name(linked.get("publisher"))
    source = _first(meta, _SOURCES)
    return About(
        title=_text(linked.get("headline")) or _first(meta, _TITLES) or without_site(title, site),
        date=iso(_text(linked.get("datePublished"))) or next(filter(None, (iso(meta.get(k, "")) for k in _DATES)), ""),
        source="" if "://" in source else source,
        site=site.lstrip("@") or site_of(title),
        author=_people(linked.get("author")) or _person(_first(meta, _AUTHORS), f"{title} {site} {source}"),
        address=address or "",
    )


def iso(text: str) -> str:
    """The first date in ``text`` as ISO 8601, or nothing."""
    found = DATE.search(text) or _COMPACT.fullmatch(text.strip())
    return _calendar(*(int(part) for part in found.groups() if part)) if found else ""


def _calendar(year: int, month: int, day: int) -> str:
    from datetime import date

    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def without_site(title: str, site: str = "") -> str:
    """A page's title without the names of site and section that follow it (or, rarely, go before it)."""
    parts = [part for part in _SEPARATORS.split(title) if part and part.strip()]
    if not parts:
        return title.strip()
    if len(parts) > 1 and site and parts[0].strip() == site:
        parts = parts[1:]
    first = parts[0].strip()
    return first if len(first) >= 4 or len(parts) == 1 else max(parts, key=len).strip()


def site_of(title: str) -> str:
    """The site's name at the end of a page's title, or nothing."""
    parts = [part.strip() for part in _SEPARATORS.split(title) if part and part.strip()]
    return parts[-1] if len(parts) > 1 and len(parts[-1]) <= 12 else ""


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
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
    yield from sorted(found, key=lambda story: not story.get("datePublished"))


def _stories(value: Any) -> Iterator[dict[str, Any]]:
    """The articles in a value of JSON-LD: itself, in its list or in its graph."""
    if isinstance(value, list):
        for one in value:
            yield from _stories(one)
    elif isinstance(value, dict):
        if _STORIES.search(str(value.get("@type"))) and (value.get("headline") or value.get("datePublished")):
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
    people = [_name(one) for one in values if not (isinstance(one, dict) and one.get("@type") == "Organization")]
    return "、".join(name for name in people if name and "://" not in name)


def _person(name: str, site: str) -> str:
    """A name that is not the site's own."""
    is_site = not name or name in site or "://" in name or re.search("网|網|新闻|新聞|编辑|編輯|admin|日报|日報", name)
    return "" if is_site else name
