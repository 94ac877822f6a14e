"""``Issue`` → one HTML page that needs no other file and asks nothing of the network."""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Iterator, Sequence
from typing import Any

from converter.model import Article, Issue, Kind, Section
from converter.options import Look
from converter.press.facts import title_page
from converter.writers import Made
from converter.writers.markup.blocks import Markup, escape, plain
from converter.writers.markup.contents import Entry, contents, nested
from converter.writers.markup.excerpts import excerpt
from converter.writers.markup.labels import labels_for, masthead, section_label, spoken_date
from converter.writers.markup.notes import link_notes
from converter.writers.markup.phrases import TAG
from converter.writers.markup.pictures import Picture, left_out, pictures_of, sizes_of
from converter.writers.markup.story import Piece, depth_of, is_story, margin, tell
from converter.writers.markup.styles import dressed, sheet
from converter.writers.web.head import DESCRIPTION_LENGTH, Teller, iso, summary
from converter.writers.web.policy import HELD, guarded
from converter.writers.web.shell import PAGE

LONGEST_COLUMNS = {False: 3600, True: 1800}
"""Characters between two headings that can stand in columns: with more a reader has to scroll back.

By whether lines are vertical, where a screen is no higher than two columns.
"""


def write_html(issue: Issue, look: Look = Look()) -> Made[Iterator[bytes]]:
    """The issue as a page: masthead, contents, then a section for each page (版) and an article for each story.

    It is given in pieces: a book is in memory once.
    """
    language = plain(issue.language) or "zh"
    labels = labels_for(language)
    pictures = pictures_of(issue)
    addresses = {picture.source: _inlined(picture) for picture in pictures}
    markup = Markup(False, addresses, labels, sizes=sizes_of(pictures))
    page = _Page(markup, labels, look.vertical)
    (body,) = link_notes([("", page.body(issue))], epub=False)
    if look.vertical:
        from converter.writers.markup.upright import upright

        body = upright(body)
    said, data = _said(issue, page.stories, look.url or "")
    code = sheet("vertical.js") if look.vertical else ""
    style, warnings = dressed(look, [body], "page"), left_out(issue)
    if look.embed_font:
        from converter.writers.markup.fonts import embedded

        font = embedded(look.embed_font, language, body)
        style, warnings = font.dress(style, font.held), (*warnings, *font.warnings)
    top = said + guarded(style, data, HELD if pictures else "", code)
    above, _, below = PAGE.partition("{body}")
    return Made(_encoded(above.format(language=escape(language), head=top), body, below), warnings)


def _encoded(*texts: str) -> Iterator[bytes]:
    return (text[at : at + _PIECE].encode() for text in texts for at in range(0, len(text), _PIECE))


_PIECE = 1 << 16
"""Characters of a page that are UTF-8 at a time."""


def _said(issue: Issue, stories: Sequence[tuple[Article, Section, str]], url: str) -> tuple[str, dict[str, Any]]:
    """What the page says of itself, and its data: a lone story's, or the issue's with those of its stories."""
    teller, title = Teller(issue, url), plain(issue.title)
    data = [teller.story(article, section, f"#{key}") for article, section, key in stories]
    if len(stories) == 1:
        article = stories[0][0]
        return teller.head(title, excerpt(article, DESCRIPTION_LENGTH), article), data[0]
    return teller.head(title, summary(issue)), teller.whole(data)


def _inlined(picture: Picture) -> str:
    """The picture as an address that holds it."""
    return f"data:{picture.media_type};base64,{b2a_base64(picture.data, newline=False).decode()}"


def headline_alone(issue: Issue) -> bool:
    """Whether the issue is one story whose headline says all that a masthead would."""
    name = plain(issue.metadata.paper or issue.metadata.title or "")
    stories = [article for article in issue.articles() if is_story(article)]
    divided = sum(bool(section.page or section.name) for section in issue.sections) > 1
    return not divided and len(stories) == 1 and name in ("", plain(stories[0].title or ""))


def nameplate(issue: Issue, labels: dict[str, str]) -> str:
    """What stands above the issue: the paper's name or the title, else its day and page, else its first headline.

    A file's name is none: it is rarely meant to be read (``seed.txt``).
    """
    for name in (_called(issue), masthead(issue, labels)[1]):
        if said := plain(name or ""):
            return said
    stories = [article for article in issue.articles() if is_story(article)]
    first = next(filter(None, (plain(story.title or "") for story in stories)), labels["untitled"])
    return labels["and_others"].format(first, len(stories)) if len(stories) > 1 else first


def _called(issue: Issue) -> str | None:
    """The name that an issue has: its paper's, its title, or what its title page says."""
    page = title_page(issue)
    return issue.metadata.paper or issue.metadata.title or (page.title if page else None)


def banner(issue: Issue, name: str, markup: Markup) -> str:
    """The masthead: ``name`` large, and the issue's day and page below it where they are not its name."""
    line = plain(masthead(issue, markup.labels)[1])
    below = f"<p>{dated(line, issue)}</p>\n" if line and line != name else ""
    unnamed = "" if _called(issue) else " unnamed"
    return f'<header class="masthead{unnamed}">\n<h1>{markup.title(dated(name, issue))}</h1>\n{below}</header>\n'


def dated(line: str, issue: Issue) -> str:
    """A line of the masthead as mark-up: the issue's day in it is a ``time`` that programs can read."""
    date, shown = iso(issue.metadata.date), escape(plain(spoken_date(issue.metadata.date)))
    text = escape(line)
    return text.replace(shown, f'<time datetime="{date}">{shown}</time>', 1) if date else text


class _Page:
    """Writes the sections, and gathers the lines of the contents and the stories with their ids.

    ``level`` is the highest below the masthead; ``divided`` says whether pages (版) get headings, ``columns`` whether
    stories may stand in columns, and how long what stands in them may be.
    """

    def __init__(self, markup: Markup, labels: dict[str, str], vertical: bool) -> None:
        self.markup, self.labels, self.longest = markup, labels, LONGEST_COLUMNS[vertical]
        self.level, self.divided, self.columns = 1, False, False
        self.entries: list[Entry] = []
        self.stories: list[tuple[Article, Section, str]] = []

    def body(self, issue: Issue) -> str:
        """What the body element holds. The page's first heading is the masthead, or a lone story's own headline."""
        labels = self.labels
        stories = [article for article in issue.articles() if is_story(article)]
        self.divided = sum(bool(section_label(section, labels)) for section in issue.sections) > 1
        self.columns = len(stories) > 1
        name = None if headline_alone(issue) else nameplate(issue, labels)
        self.level = 2 if name else 1
        main = "".join(self.section(section, f"page{number:02}") for number, section in enumerate(issue.sections, 1))
        top = f'<a class="skip" href="#main">{labels["skip"]}</a>\n'
        if name:
            top += banner(issue, name, self.markup)
        if self.columns:
            top += f'<nav class="contents" aria-label="{labels["contents"]}">{contents(nested(self.entries))}</nav>\n'
        return f'{top}<main id="main">\n{main}</main>\n'

    def section(self, section: Section, key: str) -> str:
        """A page (版): a section element with its name where there are several, else just its stories."""
        entries: list[Entry] = []
        label = plain(section_label(section, self.labels)) if self.divided else ""
        inside = "".join(self.articles(section, key, entries, self.level + bool(label)))
        if not (label and inside):
            self.entries += entries
            return inside
        self.entries.append(Entry(label, f"#{key}", nested(entries)))
        heading = f'<h{self.level} class="page-name" id="{key}-name">{escape(label)}</h{self.level}>\n'
        return f'<section class="page" id="{key}" aria-labelledby="{key}-name">\n{heading}{inside}</section>\n'

    def articles(self, section: Section, key: str, entries: list[Entry], level: int) -> Iterator[str]:
        """The section's stories with headings of ``level``, and what stands between them."""
        for count, article in enumerate(section.articles, 1):
            if not is_story(article):
                yield from margin(article, self.markup)
                continue
            name = f"{key}-story{count:02}"
            story = tell(article, self.markup, name, level, always_headed=level == 1)
            entries.append(Entry(story.label, f"#{name}", depth=depth_of(article)))
            self.stories.append((article, section, name))
            inside = "".join(piece.markup for piece in story.pieces)
            single = not self.columns or _longest_stretch(story.pieces) > self.longest
            classes = "story" + " briefs" * (article.kind is Kind.BRIEFS) + " single" * single
            named = f' aria-labelledby="{story.heading}"'
            opened, closed = (f"article{named}", "article") if story.heading else ("div", "div")
            yield f'<{opened} class="{classes}" id="{name}">\n{inside}</{closed}>\n'


def _longest_stretch(pieces: Sequence[Piece]) -> int:
    """Characters of the longest text between two headings; mark-up, such as a picture that the page holds, is none."""
    longest = stretch = 0
    for piece in pieces:
        stretch = len(TAG.sub("", piece.markup)) + (0 if piece.entries else stretch)
        longest = max(longest, stretch)
    return longest
