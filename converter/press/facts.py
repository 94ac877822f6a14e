"""What a story's own lines, its page and its document tell of it: who wrote it, when, where and at what address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Section
from converter.press.lexicon import lists
from converter.records import NamedTuple

_NOTHING = Metadata()
_TITLE_PAGE = {Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE, Role.SIGNATURE}
_DATED = (Role.SOURCE_NOTE, Role.DATELINE, Role.BYLINE)


@cache
def _wired() -> tuple[str, ...]:
    """How a line ends that says when a text was sent, not when it was printed (新华社北京2024年3月24日电)."""
    return lists(__package__, "words")["story", "sent"]


def stories(issue: Issue) -> Iterator[tuple[Section, Article]]:
    """Each story that has text with the page on which it stands; the items of a column are stories, the column none."""
    for section in issue.sections:
        for article in section.articles:
            items = [part for part in article.parts if isinstance(part, Article)]
            for story in items or ([article] if article.kind is Kind.ARTICLE else []):
                if any(block.text.strip() for block in story.blocks()):
                    yield section, story


def title_page(issue: Issue) -> Article | None:
    """The first of several stories where it is nothing but the title of the whole, and who wrote that."""
    articles = [*islice(issue.articles(), 2)]
    if len(articles) < 2 or not articles[0].title or articles[0].title != issue.title:
        return None
    return articles[0] if all(block.role in _TITLE_PAGE for block in articles[0].blocks()) else None


def has_house(paper: str) -> bool:
    """Whether a house (报社) makes the paper, as one does what is printed; a site or an agency is its own."""
    return paper.endswith(lists(__package__, "words")["paper", "with a house"])


def authors_of(article: Article) -> tuple[str, ...]:
    """The authors whom the story's own bylines name, its items' left out."""
    return _signing(_bylines(article.parts))


def with_parts(article: Article, parts: tuple[Block | Article, ...]) -> Article:
    """The article with other parts. Authors whom its bylines named give way to those whom the new ones name; those that
    something else told stay, and so does all else.
    """
    was, now = _bylines(article.parts), _bylines(parts)
    if [block.text for block in was] == [block.text for block in now] or article.authors != _signing(was):
        return replace(article, parts=parts)
    return replace(article, parts=parts, authors=_signing(now))


def with_facts(issue: Issue, said: Metadata = Metadata()) -> Issue:
    """The issue with what a user ``said`` over its metadata, and each story with what is known of it.

    What a story knows already stays; then its own lines count (bylines, a source note, a line with its day), then its
    page (版), then its document. Day and page it has from the issue else, and follows what the user says of that, where
    not several documents brought several days along; author and address only where it is the only story.
    """
    known = _Known.of(issue, said)
    return replace(_each(issue, known.told), metadata=known.now)


def untold(issue: Issue) -> Issue:
    """The issue without what ``with_facts`` would find of its stories again, for a form that is read and mended by
    people. Of dates there are all or none, as each tells of the others that they are not the issue's.
    """
    bare = _each(issue, lambda article, _: _with(article, (), None, None, None))
    found = list(_every(with_facts(bare)))
    days = any(article.date not in (None, other.date) for article, other in zip(_every(issue), found, strict=True))
    again = iter(found)

    def left(article: Article, _: Section) -> Article:
        other = next(again)
        return _with(
            article,
            () if article.authors == other.authors else article.authors,
            article.date if days else None,
            None if article.url == other.url else article.url,
            None if article.page == other.page else article.page,
        )

    return _each(issue, left)


def _each(issue: Issue, change: Callable[[Article, Section], Article]) -> Issue:
    """The issue with every article changed, and after it each of its items."""

    def changed(article: Article, section: Section) -> Article:
        new = change(article, section)
        if not any(isinstance(part, Article) for part in new.parts):
            return new
        parts = (changed(part, section) if isinstance(part, Article) else part for part in new.parts)
        return replace(new, parts=tuple(parts))

    sections = (
        replace(section, articles=tuple(changed(article, section) for article in section.articles))
        for section in issue.sections
    )
    return replace(issue, sections=tuple(sections))


def _with(article: Article, authors: tuple[str, ...], date: str | None, url: str | None, page: str | None) -> Article:
    """The article with these facts of it; itself where it has them."""
    if (article.authors, article.date, article.url, article.page) == (authors, date, url, page):
        return article
    return Article(article.kind, article.parts, authors, date, url, page)


def _every(issue: Issue) -> Iterator[Article]:
    """Every article, and after it each of its items."""
    for article in issue.articles():
        yield article
        yield from (part for part in article.parts if isinstance(part, Article))


class _Known(NamedTuple):
    """What is known of an issue: its metadata as they ``was``, as a user ``said`` and as they are ``now``; whether its
    story is ``alone``, on the one page that there is, and whether its date is that of its stories.
    """

    was: Metadata
    said: Metadata
    now: Metadata
    alone: bool
    one_page: bool
    of_one_day: bool

    @classmethod
    def of(cls, issue: Issue, said: Metadata) -> _Known:
        """What is known of ``issue``."""
        found = [story for _, story in stories(issue)]
        was = issue.metadata
        alike = all(story.date in (None, was.date) or story.date == _printed(story)[0] for story in found)
        return cls(was, said, said.over(was), len(found) == 1, len(issue.sections) == 1, alike)

    def told(self, article: Article, section: Section) -> Article:
        """The article with what is known of it, where it is a story."""
        if article.kind in (Kind.MARGIN, Kind.PICTURE):
            return article
        alone = self.alone and article.kind is not Kind.BRIEFS
        said, now = (self.said, self.now) if alone else (_NOTHING, _NOTHING)
        date, page = _printed(article)
        return _with(
            article,
            _names(said.author) or article.authors or authors_of(article) or _names(now.author),
            said.date or self._own_date(article) or date or self.now.date,
            said.url or article.url or now.url,
            said.page or self._own_page(article, section) or page or self._shared_page(section),
        )

    def _own_date(self, article: Article) -> str | None:
        return None if self.of_one_day and article.date == self.was.date else article.date

    def _own_page(self, article: Article, section: Section) -> str | None:
        return None if article.page in (section.page, self.was.page) else article.page

    def _shared_page(self, section: Section) -> str | None:
        return (self.said.page if self.one_page else None) or section.page or self.now.page


def _bylines(parts: tuple[Block | Article, ...]) -> list[Block]:
    return [part for part in parts if isinstance(part, Block) and part.role is Role.BYLINE]


def _signing(bylines: list[Block]) -> tuple[str, ...]:
    """The authors whom those bylines name, each once."""
    if not bylines:
        return ()
    from converter.press.named import signed_by
    from converter.press.people import AUTHOR

    return signed_by(bylines, AUTHOR)


def _printed(article: Article) -> tuple[str | None, str | None]:
    """The day and the page on which the article's own lines say that it was printed; a note on its source first."""
    lines = [part for part in article.parts if isinstance(part, Block) and part.role in _DATED]
    if not lines:
        return None, None
    from converter.press.dates import first_date
    from converter.press.pages import page_in

    lines.sort(key=lambda block: block.role is not Role.SOURCE_NOTE)
    days = (first_date(block.text) for block in lines if not block.text.rstrip("）)】] ").endswith(_wired()))
    pages = (page_in(block.text) for block in lines if block.role is Role.SOURCE_NOTE)
    day = next((day.iso for day in days if day and day.is_whole), None)
    return day, next((page.number for page in pages if page), None)


def _names(said: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (said or "").split("、")))
