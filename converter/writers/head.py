"""What a web page says of itself to programs: description, Open Graph, and schema.org's data."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date as calendar
from itertools import islice
from typing import Any

from converter.model import Article, Issue, Kind, Role, Section
from converter.writers.labels import spoken_date
from converter.writers.markup import escape, plain

LOCALES = {
    "zh-hans": "zh_CN",
    "zh-hant": "zh_TW",
    "zh-hant-tw": "zh_TW",
    "zh-hant-hk": "zh_HK",
    "zh-tw": "zh_TW",
    "zh-hk": "zh_HK",
}
"""Open Graph's names of languages, which are a language and a territory."""

SENTENCE = re.compile("[。！？][”」』）]*")
DESCRIPTION_LENGTH = 120
"""Characters: about what search engines and chats show."""


def head(title: str, issue: Issue, description: str, article: Article | None = None, name: str = "") -> str:
    """The title, description and Open Graph; ``article`` is the one story that the page holds, ``name`` what it is part of."""
    site = plain(issue.metadata.paper or issue.metadata.title or "")
    full = f"{title} · {name}" if name else title
    date = iso(issue.metadata.date)
    properties = [
        ("og:title", title),
        ("og:type", "article" if article else "website"),
        ("og:description", description),
        ("og:site_name", site if site != title else ""),
        ("og:locale", LOCALES.get(issue.language.lower(), "")),
        ("article:published_time", date if article else ""),
        *(("article:author", name) for name in (authors(article) if article else ())),
    ]
    described = f'<meta name="description" content="{escape(description)}">\n' if description else ""
    graph = "".join(f'<meta property="{name}" content="{escape(value)}">\n' for name, value in properties if value)
    return f"<title>{escape(full)}</title>\n{described}{graph}"


def story_data(article: Article, section: Section, issue: Issue, url: str = "") -> dict[str, Any]:
    """A story as schema.org's NewsArticle; as an Article where nothing says that it is news."""
    blocks = list(article.blocks())
    also = [text for block in blocks if block.role in (Role.KICKER, Role.DECK) and (text := plain(block.text))]
    line = next((block for block in blocks if block.role is Role.DATELINE), None)
    names = authors(article)
    text = "".join(plain(block.text) for block in blocks if block.role in (Role.PARAGRAPH, Role.LEAD))
    paper, date = plain(issue.metadata.paper or ""), iso(issue.metadata.date)
    data = {
        "@type": "NewsArticle" if is_news(issue) else "Article",
        "url": url,
        "headline": plain(article.title or "") or excerpt(article, 30),
        "alternativeHeadline": also,
        "author": [{"@type": "Person", "name": name} for name in names],
        "dateline": plain(line.text) if line else "",
        "datePublished": date,
        "inLanguage": plain(issue.language),
        "articleSection": plain(section.name or ""),
        "printPage": plain(section.page or issue.metadata.page or ""),
        "abstract": excerpt(article, DESCRIPTION_LENGTH),
        "wordCount": len(text),
        "publisher": {"@type": "NewsMediaOrganization", "name": paper} if paper else None,
    }
    return {
        name: value[0] if isinstance(value, list) and len(value) == 1 else value
        for name, value in data.items()
        if value
    }


def issue_data(issue: Issue, stories: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The issue of a newspaper with its stories; a collection of them where no paper is known."""
    paper = plain(issue.metadata.paper or "")
    data = {
        "@type": "PublicationIssue" if paper else "Collection",
        "name": plain(issue.title),
        "datePublished": iso(issue.metadata.date),
        "inLanguage": plain(issue.language),
        "isPartOf": {"@type": "Newspaper", "name": paper} if paper else None,
        "hasPart": list(stories),
    }
    return {name: value for name, value in data.items() if value}


def is_news(issue: Issue) -> bool:
    """Whether the document is a newspaper's: it names a paper or a day, holds several stories, or one with a dateline."""
    stories = (article for article in issue.articles() if article.kind in (Kind.ARTICLE, Kind.BRIEFS))
    if issue.metadata.paper or issue.metadata.date or next(islice(stories, 1, None), None):
        return True
    return any(block.role in (Role.DATELINE, Role.FOLIO, Role.SOURCE_NOTE) for block in issue.blocks())


def authors(article: Article) -> list[str]:
    """The bylines of a story, each once."""
    names = (plain(block.text) for block in article.blocks() if block.role is Role.BYLINE)
    return [name for name in dict.fromkeys(names) if name]


def excerpt(article: Article, length: int) -> str:
    """The story's first text, up to ``length`` characters, cut after a sentence where one ends in the latter half."""
    text = ""
    for role in (Role.PARAGRAPH, *Role):
        for block in article.blocks():
            if block.role is role and len(text) <= length:
                text += plain(block.text)
        if text:
            break
    if len(text) <= length:
        return text
    ends = [found.end() for found in SENTENCE.finditer(text, length // 2, length)]
    return text[: ends[-1]] if ends else text[: length - 1].rstrip("，、；：—“「（《 ") + "……"


def summary(issue: Issue) -> str:
    """A line on an issue: its day, and as many of its headlines as fit."""
    titles = (plain(article.title) for article in issue.articles() if article.title)
    text = plain(spoken_date(issue.metadata.date))
    for title in titles:
        if title and len(text) + len(title) < DESCRIPTION_LENGTH:
            text += f"；{title}" if text else title
    return text


def iso(date: str | None) -> str:
    """The date where it is a whole one of ISO 8601."""
    try:
        return calendar.fromisoformat(plain(date or "")).isoformat()
    except ValueError:
        return ""
