"""What a web page says of itself to programs: description, Open Graph, and schema.org's data."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from converter.model import Article, Issue, Kind, Role, Section
from converter.press.dates import first_day
from converter.press.facts import authors_of
from converter.press.named import signed_by
from converter.press.people import EDITOR, PHOTOGRAPHER, TRANSLATOR, people_in
from converter.writers.markup.blocks import escape, plain
from converter.writers.markup.excerpts import excerpt
from converter.writers.markup.labels import spoken_date

LOCALES = {
    "zh-hans": "zh_CN",
    "zh-hant": "zh_TW",
    "zh-hant-tw": "zh_TW",
    "zh-hant-hk": "zh_HK",
    "zh-tw": "zh_TW",
    "zh-hk": "zh_HK",
}
"""Open Graph's names of languages, which are a language and a territory."""

TITLE_LENGTH, DESCRIPTION_LENGTH = 70, 120
"""Characters: about what search engines and chats show."""


class Teller:
    """Says what an issue and its stories are. ``base`` comes before the addresses of its pages; empty where unknown."""

    def __init__(self, issue: Issue, base: str = "") -> None:
        self.issue, self.base = issue, base
        self.kind = "NewsArticle" if is_news(issue) else "Article"
        self.paper, self.date = plain(issue.metadata.paper or ""), iso(issue.metadata.date)

    def head(
        self,
        title: str,
        description: str,
        article: Article | None = None,
        name: str = "",
        address: str = "",
        image: str = "",
    ) -> str:
        """The title, description, Open Graph and, where it is known, the address that counts.

        ``article`` is the one story of the page, ``name`` what it is part of, ``address`` the page's after the base,
        ``image`` the whole address of the picture that stands for it elsewhere.
        """
        site = self.paper or plain(self.issue.metadata.title or "")
        where = self.base + address if self.base else _address(article)
        properties = [
            ("og:title", title),
            ("og:type", "article" if article else "website"),
            ("og:url", where),
            ("og:description", description),
            ("og:image", image),
            ("og:site_name", site if site != title else ""),
            ("og:locale", LOCALES.get(self.issue.language.lower(), "")),
            ("article:published_time", self._date(article) if article else ""),
            *(("article:author", name) for name in (_makers(article) if article else ())),
        ]
        described = f'<meta name="description" content="{escape(description)}">\n' if description else ""
        graph = "".join(f'<meta property="{name}" content="{escape(value)}">\n' for name, value in properties if value)
        canonical = f'<link rel="canonical" href="{escape(where)}">\n' if where else ""
        return f"<title>{escape(_titled(title, name))}</title>\n{described}{canonical}{graph}"

    def story(self, article: Article, section: Section, address: str) -> dict[str, Any]:
        """A story as schema.org's NewsArticle; as an Article where nothing says that it is news."""
        issue = self.issue
        data = {
            "@type": self.kind,
            "url": self.base + address if self.base else _address(article) or address,
            "sameAs": _address(article) if self.base else "",
            "headline": plain(article.title or "") or excerpt(article, 30),
            "alternativeHeadline": _texts(article, Role.KICKER, Role.DECK),
            "author": [*map(_who, _makers(article))],
            "translator": [*map(_who, signed_by(article.blocks(), TRANSLATOR))],
            "editor": [*map(_who, signed_by(article.blocks(), EDITOR))],
            "dateline": "".join(_texts(article, Role.DATELINE)[:1]),
            "datePublished": self._date(article),
            "inLanguage": plain(issue.language),
            "articleSection": plain(section.name or ""),
            "printPage": plain(article.page or section.page or issue.metadata.page or ""),
            "abstract": excerpt(article, DESCRIPTION_LENGTH),
            "wordCount": sum(map(len, _texts(article, Role.PARAGRAPH, Role.LEAD))),
            "publisher": self._paper("NewsMediaOrganization"),
        }
        return {name: _lone(value) for name, value in data.items() if value}

    def _date(self, article: Article) -> str:
        """The day of the story, else that of the issue."""
        return iso(article.date) or self.date

    def _paper(self, kind: str) -> dict[str, str] | None:
        """The paper as one of schema.org's kinds, where it is known."""
        return {"@type": kind, "name": self.paper} if self.paper else None

    def whole(self, stories: Iterable[dict[str, Any]]) -> dict[str, Any]:
        """The issue of a newspaper with its stories; a collection of them where no paper is known."""
        data = {
            "@type": "PublicationIssue" if self.paper else "Collection",
            "url": self.base,
            "name": plain(self.issue.title),
            "datePublished": self.date,
            "inLanguage": plain(self.issue.language),
            "isPartOf": self._paper("Newspaper"),
            "hasPart": list(stories),
        }
        return {name: value for name, value in data.items() if value}


def _titled(title: str, name: str) -> str:
    """The page's title with what it is part of, or as much of that as is shown."""
    whole = f"{title} · {name}" if name else title
    fitting = (text for text in (whole, title) if len(text) <= TITLE_LENGTH)
    return next(fitting, f"{title[: TITLE_LENGTH - 2]}……")


def _texts(article: Article, *roles: Role) -> list[str]:
    """The texts of the story's blocks of some roles."""
    return [text for block in article.blocks() if block.role in roles and (text := plain(block.text))]


def _lone(value: Any) -> Any:
    """The one thing of a list of one; what else it is as it is."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def is_news(issue: Issue) -> bool:
    """Whether the document is a newspaper's: it names a paper or a day, has several stories, or one with a dateline."""
    stories = (article for article in issue.articles() if article.kind in (Kind.ARTICLE, Kind.BRIEFS))
    if issue.metadata.paper or issue.metadata.date or next(islice(stories, 1, None), None):
        return True
    return any(block.role in (Role.DATELINE, Role.FOLIO, Role.SOURCE_NOTE) for block in issue.blocks())


def _makers(article: Article) -> list[str]:
    """Who is a story's author to schema.org: who wrote it, and whoever its bylines say wrote of it or took pictures."""
    authors = article.authors or authors_of(article)
    items = [part for part in article.parts if isinstance(part, Article)]
    found = [*authors, *signed_by(article.blocks(), PHOTOGRAPHER), *(name for item in items for name in _makers(item))]
    return list(dict.fromkeys(filter(None, map(plain, found))))


def _address(article: Article | None) -> str:
    """Where the story stands on the network; empty where that is not known."""
    url = plain(article.url or "") if article else ""
    return url if url.startswith(("http://", "https://")) else ""


def _who(name: str) -> dict[str, str]:
    """A person as schema.org's Person; a house that signs (本报评论员) as an Organization."""
    return {"@type": "Person" if people_in(name) else "Organization", "name": name}


def summary(issue: Issue) -> str:
    """A line on an issue: its day, and as many of its headlines as fit."""
    titles = (plain(article.title) for article in issue.articles() if article.title)
    text = plain(spoken_date(issue.metadata.date))
    for title in titles:
        if title and len(text) + len(title) < DESCRIPTION_LENGTH:
            text += f"；{title}" if text else title
    return text


def iso(date: str | None) -> str:
    """The date where it is one of ISO 8601: a day, or a month or a year alone."""
    said = plain(date or "")
    return said if first_day(said) else ""
