"""``Issue`` → a folder of web pages: a front page, a page a story; it works from a disk as from a server."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from converter.model import Issue, Kind, Section
from converter.options import Look
from converter.writers import Made
from converter.writers.markup.blocks import Markup, escape, plain
from converter.writers.markup.labels import is_traditional, labels_for, masthead, region_of, section_label
from converter.writers.markup.notes import link_notes
from converter.writers.markup.pictures import left_out, pictures_of
from converter.writers.markup.story import is_story, margin, tell
from converter.writers.markup.styles import dressed, sheet
from converter.writers.web.front import Leaf, Sheet, front
from converter.writers.web.head import DESCRIPTION_LENGTH, Teller, excerpt, summary
from converter.writers.web.page import banner, nameplate
from converter.writers.web.policy import BESIDE, guarded

if TYPE_CHECKING:
    from converter.writers.markup.fonts import Font

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
{head}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
{alternates}</head>
<body class="{kind}">
<a class="skip" href="#main">{skip}</a>
<div class="tools" data-smaller="{smaller}" data-larger="{larger}">
{switch}</div>
{body}</body>
</html>
"""
INDEX = "index.html"


class _Edition(NamedTuple):
    """The issue in one script: ``folder`` is where its pages are, ``up`` leads from there to what both share."""

    issue: Issue
    folder: str
    up: str


def write_site(issue: Issue, look: Look = Look()) -> Made[dict[str, bytes]]:
    """The files of the site by their names; with ``issue.twin``, the same in its script in a folder of its own."""
    editions = [_Edition(issue, "", "")]
    warnings = [*left_out(issue)]
    if issue.twin and _tag(issue.twin) == _tag(issue):
        same = f"the text is in {_tag(issue)} already, so the site has it once: say another language with --script"
        warnings.append(same)
    elif issue.twin:
        folder = re.sub("[^A-Za-z0-9-]", "", issue.twin.language) or "twin"
        editions.append(_Edition(issue.twin, f"{folder}/", "../"))
    files = {picture.name: picture.data for picture in pictures_of(issue)}
    for edition in editions:
        site = _Site(edition, editions, look)
        files |= {edition.folder + name: data for name, data in site.files()}
        warnings += site.font.warnings if site.font else ()
    return Made(files, tuple(dict.fromkeys(warnings)))


def _tag(issue: Issue) -> str:
    """The language of an edition."""
    return plain(issue.language) or "zh"


class _Site:
    """The pages of one edition."""

    def __init__(self, edition: _Edition, editions: Sequence[_Edition], look: Look) -> None:
        self.edition, self.editions = edition, editions
        self.look = look
        self.base = f"{look.url.rstrip('/')}/" if look.url else ""
        self.issue = edition.issue
        self.teller = Teller(self.issue, self.base and self.base + edition.folder)
        self.labels = labels_for(_tag(self.issue))
        pictures = {picture.source: edition.up + picture.name for picture in pictures_of(editions[0].issue)}
        self.markup = Markup(False, pictures, self.labels)
        self.sheets = [self._sheet(section, f"page{n:02}") for n, section in enumerate(self.issue.sections, 1)]
        self.leaves = [leaf for page in self.sheets for leaf in page.leaves]
        self.regions = len({is_traditional(_tag(one.issue)) for one in editions}) == 1
        self.font: Font | None = None

    def _sheet(self, section: Section, key: str) -> Sheet:
        """A page (版) of the paper: its stories, and what stands between them."""
        leaves = []
        pictures = margins = ""
        for count, article in enumerate(section.articles, 1):
            if is_story(article):
                name = f"{key}-story{count:02}"
                story = tell(article, self.markup, name, 1, always_headed=True)
                leaves.append(Leaf(article, section, name, f"{name}.html", story))
            elif article.kind is Kind.PICTURE:
                pictures += "".join(margin(article, self.markup))
            else:
                margins += "".join(margin(article, self.markup))
        return Sheet(key, plain(section_label(section, self.labels)), tuple(leaves), pictures, margins)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every page by its name in the edition's folder, and the font that they share."""
        issue, teller = self.issue, self.teller
        title = plain(issue.title)
        data = {leaf.address: teller.story(leaf.article, leaf.section, leaf.address) for leaf in self.leaves}
        body = self._masthead() + self._bar("") + front(self.sheets, self.markup)
        bodies = [(leaf.address, self._story(number, leaf)) for number, leaf in enumerate(self.leaves)]
        *told, body = link_notes([*bodies, (INDEX, body)], epub=False)
        if self.look.embed_font:
            from converter.writers.markup.fonts import embedded

            self.font = embedded(self.look.embed_font, _tag(issue), "".join((body, *told)))
            yield self.font.name, self.font.data
            yield "font-licence.txt", self.font.licence.encode()
        yield self._page(INDEX, "front", teller.head(title, summary(issue)), teller.whole(data.values()), body)
        for leaf, text in zip(self.leaves, told, strict=True):
            name = title if title != leaf.story.label else ""
            description = excerpt(leaf.article, DESCRIPTION_LENGTH)
            said = teller.head(leaf.story.label, description, leaf.article, name, leaf.address)
            yield self._page(leaf.address, "reading", said, data[leaf.address], text)

    def _page(self, name: str, kind: str, said: str, data: dict[str, Any], body: str) -> tuple[str, bytes]:
        """A page whole: it holds its style and script, so that each page works alone, and its policy can name them."""
        code = sheet("reading.js")
        if self.look.vertical:
            from converter.writers.markup.upright import upright

            body, code = upright(body), code + sheet("vertical.js")
        style = dressed(self.look, body, "page", "site", kind)
        style = self.font.dress(style, self.font.name) if self.font else style
        policy = guarded(style, data, BESIDE if "<img" in body else "", code, BESIDE if self.font else "")
        page = PAGE.format(
            language=escape(_tag(self.issue)),
            head=said + policy,
            alternates=self._alternates(name),
            body=body,
            kind=kind,
            switch=self._switch(name),
            **{label: self.labels[label] for label in ("skip", "smaller", "larger")},
        )
        return name, page.encode()

    def _alternates(self, name: str) -> str:
        """Where the page is in each script, for programs: on the web, or seen from here."""
        if len(self.editions) == 1:
            return ""
        start, file = (self.base, "" if name == INDEX else name) if self.base else (self.edition.up, name)
        places = [(escape(_tag(other.issue)), escape(start + other.folder + file)) for other in self.editions]
        return "".join(f'<link rel="alternate" hreflang="{tag}" href="{place}">\n' for tag, place in places)

    def _switch(self, name: str) -> str:
        """Where it is, for people."""
        links = ""
        for other in self.editions if len(self.editions) > 1 else ():
            tag = escape(_tag(other.issue))
            label = labels_for(tag)["script"] + self.regions * f" {region_of(tag).replace('TC', 'TW')}"
            if other is self.edition:
                links += f'<li><span aria-current="true">{label}</span></li>\n'
            else:
                href = f"{self.edition.up}{other.folder}{name}"
                links += f'<li><a href="{href}" rel="alternate" hreflang="{tag}" lang="{tag}">{label}</a></li>\n'
        return (
            f'<nav class="scripts" aria-label="{self.labels["scripts"]}">\n<ul>\n{links}</ul>\n</nav>\n'
            if links
            else ""
        )

    def _masthead(self) -> str:
        """The paper's name above the front page, and its day."""
        return banner(self.issue, nameplate(self.issue, self.labels), self.markup)

    def _bar(self, index: str, here: str = "") -> str:
        """The pages (版) as a row of links; nothing where there is one."""
        named = [page for page in self.sheets if page.label]
        if len(named) < 2:
            return ""
        links = ""
        for page in named:
            current = ' aria-current="true"' if page.key == here else ""
            links += f'<li><a href="{index}#{page.key}"{current}>{escape(page.label)}</a></li>\n'
        return f'<nav class="sections" aria-label="{self.labels["sections"]}">\n<ul>\n{links}</ul>\n</nav>\n'

    def _story(self, number: int, leaf: Leaf) -> str:
        """A story's page: the way back, the story, the stories before and after it."""
        name, line = nameplate(self.issue, self.labels), plain(masthead(self.issue, self.labels)[1])
        above = f'<a href="{INDEX}">{escape(name)}</a>'
        day = f" <span>{escape(line)}</span>" if line and line != name else ""
        inside = "".join(piece.markup for piece in leaf.story.pieces)
        steps = ""
        for rel, place in (("prev", number - 1), ("next", number + 1)):
            if 0 <= place < len(self.leaves):
                other = self.leaves[place]
                title = escape(other.story.label)
                steps += f'<li><a href="{other.address}" rel="{rel}"><span>{self.labels[rel]}</span> {title}</a></li>\n'
        turn = f'<nav class="turn" aria-label="{self.labels["turn"]}">\n<ul>\n{steps}</ul>\n</nav>\n' if steps else ""
        top = f"<p>{above}{day}</p>\n{self._bar(INDEX, leaf.key.partition('-')[0])}"
        start = f'<article class="{leaf.classes}" id="{leaf.key}" aria-labelledby="{leaf.story.heading}">'
        main = f'<main id="main">\n{start}\n{inside}</article>\n</main>\n'
        return f'<header class="running">\n{top}</header>\n{main}{turn}'
