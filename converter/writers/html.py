"""``Issue`` → one HTML page that needs no other file and asks nothing of the network."""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.model import Article, Issue, Kind, Section
from converter.writers.labels import labels_for, masthead, section_label
from converter.writers.look import Look
from converter.writers.markup import Markup, escape, plain
from converter.writers.navigation import contents
from converter.writers.notes import link_notes
from converter.writers.pictures import Picture, pictures_of
from converter.writers.sheet import dressed, sheet
from converter.writers.story import Entry, Piece, margin, opening, stands_alone, tell

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
{body}</body>
</html>
"""


LONGEST_COLUMNS = 3600
"""Characters between two headings that can stand in columns: with more a reader has to scroll back up."""


def write_html(issue: Issue, look: Look = Look()) -> bytes:
    """The issue as a page: masthead, contents, then a section for each page (版) and an article for each story."""
    language = plain(issue.language) or "zh"
    labels = labels_for(language)
    pictures = pictures_of(issue)
    markup = Markup(False, {picture.source: _inlined(picture) for picture in pictures}, labels["picture"])
    (body,) = link_notes([("", _body(issue, labels, markup))], epub=False)
    style = dressed(replace(look, vertical=False), body) + sheet("page.css")
    page = PAGE.format(language=escape(language), title=escape(plain(issue.title)), style=style, body=body)
    return page.encode()


def _inlined(picture: Picture) -> str:
    """The picture as an address that holds it."""
    return f"data:{picture.media_type};base64,{b2a_base64(picture.data, newline=False).decode()}"


def _body(issue: Issue, labels: dict[str, str], markup: Markup) -> str:
    """What the body element holds. The page's first heading is the masthead, or a lone story's own headline."""
    stories = [article for article in issue.articles() if _is_story(article)]
    divided = sum(bool(section_label(section, labels)) for section in issue.sections) > 1
    name = _name(issue, stories, labels, divided)
    page = _Page(markup, labels, 2 if name else 1, divided, len(stories) > 1)
    main = "".join(page.section(section, f"page{number:02}") for number, section in enumerate(issue.sections, 1))
    head = f'<a class="skip" href="#main">{labels["skip"]}</a>\n'
    if name:
        line = plain(masthead(issue, labels)[1])
        below = f"<p>{escape(line)}</p>\n" if line and line != name else ""
        given = issue.metadata.paper or issue.metadata.title
        head += f'<header class="masthead{"" if given else " unnamed"}">\n<h1>{escape(name)}</h1>\n{below}</header>\n'
    if len(stories) > 1:
        head += f'<nav class="contents" aria-label="{labels["contents"]}">{contents(page.entries)}</nav>\n'
    return f'{head}<main id="main">\n{main}</main>\n'


def _name(issue: Issue, stories: Sequence[Article], labels: dict[str, str], divided: bool) -> str | None:
    """The masthead's name; None where one story's headline says it all."""
    data = issue.metadata
    name = plain(data.paper or data.title or "")
    if not divided and len(stories) == 1 and name in ("", plain(stories[0].title or "")):
        return None
    return name or plain(masthead(issue, labels)[1]) or plain(data.source or "") or labels["untitled"]


def _is_story(article: Article) -> bool:
    """Whether the article gets an element and a line of the contents of its own."""
    return stands_alone(article) and bool(opening(article))


class _Page:
    """Writes the sections, and gathers the lines of the contents.

    ``level`` is the highest below the masthead; ``divided`` says whether pages (版) get headings, ``columns`` whether
    stories may stand in columns.
    """

    def __init__(self, markup: Markup, labels: dict[str, str], level: int, divided: bool, columns: bool) -> None:
        self.markup, self.labels, self.level, self.divided, self.columns = markup, labels, level, divided, columns
        self.entries: list[Entry] = []

    def section(self, section: Section, key: str) -> str:
        """A page (版): a section element with its name where there are several, else just its stories."""
        entries: list[Entry] = []
        label = plain(section_label(section, self.labels)) if self.divided else ""
        inside = "".join(self.articles(section, key, entries, self.level + bool(label)))
        if not (label and inside):
            self.entries += entries
            return inside
        self.entries.append(Entry(label, f"#{key}", tuple(entries)))
        heading = f'<h{self.level} class="page-name" id="{key}-name">{escape(label)}</h{self.level}>\n'
        return f'<section class="page" id="{key}" aria-labelledby="{key}-name">\n{heading}{inside}</section>\n'

    def articles(self, section: Section, key: str, entries: list[Entry], level: int) -> Iterator[str]:
        """The section's stories with headings of ``level``, and what stands between them."""
        for count, article in enumerate(section.articles, 1):
            if not _is_story(article):
                yield margin(article, self.markup)
                continue
            name = f"{key}-story{count:02}"
            story = tell(article, self.markup, name, level, always_headed=level == 1)
            entries.append(Entry(story.label, f"#{name}"))
            inside = "".join(piece.markup for piece in story.pieces)
            single = not self.columns or _longest_stretch(story.pieces) > LONGEST_COLUMNS
            classes = "story" + " briefs" * (article.kind is Kind.BRIEFS) + " single" * single
            named = f' aria-labelledby="{story.heading}"'
            opened, closed = (f"article{named}", "article") if story.heading else ("div", "div")
            yield f'<{opened} class="{classes}" id="{name}">\n{inside}</{closed}>\n'


def _longest_stretch(pieces: Sequence[Piece]) -> int:
    """Characters of the longest text between two headings, mark-up included."""
    longest = stretch = 0
    for piece in pieces:
        stretch = len(piece.markup) + (0 if piece.entries else stretch)
        longest = max(longest, stretch)
    return longest
