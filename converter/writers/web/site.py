"""``Issue`` → a folder of web pages: a front page, a page a story; it works from a disk as from a server."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from converter.model import Article, Issue, Kind, Section
from converter.options import Look
from converter.records import NamedTuple
from converter.writers import Made
from converter.writers.cover.jacket import jacket_of
from converter.writers.markup.blocks import Markup, escape, plain
from converter.writers.markup.excerpts import excerpt
from converter.writers.markup.labels import is_traditional, labels_for, region_of, section_label
from converter.writers.markup.notes import link_notes
from converter.writers.markup.pictures import left_out, pictures_of, sizes_of
from converter.writers.markup.story import is_story, margin, tell
from converter.writers.markup.styles import dressed, sheet
from converter.writers.web import names, search
from converter.writers.web.days import slot
from converter.writers.web.front import Leaf, Sheet, front
from converter.writers.web.head import DESCRIPTION_LENGTH, LOCALES, Teller, iso, summary
from converter.writers.web.icon import ICON, icon
from converter.writers.web.map import page_map
from converter.writers.web.page import banner, headline_alone, nameplate
from converter.writers.web.policy import BESIDE, guarded
from converter.writers.web.reading import INDEX, bar, places_of, running_head, story_page

if TYPE_CHECKING:
    from converter.writers.markup.fonts import Font

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
{head}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="{icon}" type="image/svg+xml">
{alternates}</head>
<body class="{kind}">
<a class="skip" href="#main">{skip}</a>
<div class="tools" {said}>
{switch}{ways}</div>
{body}</body>
</html>
"""
SAID = ("copied", "copy", "finished", "larger", "listen", "smaller", "stop")
"""The labels that scripts need."""


class _Edition(NamedTuple):
    """The issue in one script: ``folder`` is where its pages are, ``up`` leads from there to what both share."""

    issue: Issue
    folder: str
    up: str


class _Page(NamedTuple):
    """A page before it is whole: its file, its kind for the style sheet, its body, what its head says, its script."""

    name: str
    kind: str
    body: str
    said: str
    data: dict[str, Any] | None = None
    code: str = ""


File = bytes | Callable[[], bytes]
"""A file, or what makes it."""


class _Files(Mapping[str, bytes]):
    """The files of a site by their names. A page is made whole when it is asked for: each holds its style and scripts,
    which of short stories' pages are the most."""

    def __init__(self, files: Mapping[str, File]) -> None:
        self._files = files

    def __getitem__(self, name: str) -> bytes:
        file = self._files[name]
        return file if isinstance(file, bytes) else file()

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def write_site(issue: Issue, look: Look = Look()) -> Made[Mapping[str, bytes]]:
    """The files of the site by their names; with ``issue.twin``, the same in its script in a folder of its own."""
    editions = [_Edition(issue, "", "")]
    warnings = [*left_out(issue)]
    if issue.twin and _tag(issue.twin) == _tag(issue):
        same = f"the text is in {_tag(issue)} already, so the site has it once: say another language with --script"
        warnings.append(same)
    elif issue.twin:
        folder = re.sub("[^A-Za-z0-9-]", "", issue.twin.language) or "twin"
        editions.append(_Edition(issue.twin, f"{folder}/", "../"))
    files: dict[str, File] = {picture.name: picture.data for picture in pictures_of(issue)}
    labels = labels_for(_tag(issue))
    files[ICON] = icon(nameplate(issue, labels))
    cover = jacket_of(issue, labels, _tag(issue), look) if look.url else None
    if cover and cover.media_type.endswith("svg+xml"):
        cover = None  # nobody who shows a page elsewhere draws one
    if cover:
        files[cover.name] = cover.data
    for edition in editions:
        site = _Site(edition, editions, look, cover.name if cover else "")
        files |= {edition.folder + name: data for name, data in site.files()}
        warnings += site.font.warnings if site.font else ()
    return Made(_Files(files), tuple(dict.fromkeys(warnings)))


def _tag(issue: Issue) -> str:
    """The language of an edition."""
    return plain(issue.language) or "zh"


class _Site:
    """The pages of one edition. ``cover`` is the file that stands for a page without a picture elsewhere."""

    def __init__(self, edition: _Edition, editions: Sequence[_Edition], look: Look, cover: str) -> None:
        self.edition, self.editions = edition, editions
        self.look, self.cover = look, cover
        self.base = f"{look.url.rstrip('/')}/" if look.url else ""
        self.issue = edition.issue
        self.teller = Teller(self.issue, self.base and self.base + edition.folder)
        self.labels = labels_for(_tag(self.issue))
        pictures = pictures_of(editions[0].issue)
        self.files_of = {picture.source: picture.name for picture in pictures}
        addresses = {one: edition.up + name for one, name in self.files_of.items()}
        self.markup = Markup(False, addresses, self.labels, lazy=True, sizes=sizes_of(pictures))
        self.sheets = [self._sheet(section, f"page{n:02}") for n, section in enumerate(self.issue.sections, 1)]
        self.leaves = [leaf for page in self.sheets for leaf in page.leaves]
        self.people = names.told(self.issue.people, self.leaves, _tag(self.issue))
        self.said = self._for_scripts()
        self.running, self.places = running_head(self.issue, self.labels), places_of(self.sheets)
        self.data = [self.teller.story(leaf.article, leaf.section, leaf.address) for leaf in self.leaves]
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

    def files(self) -> Iterator[tuple[str, File]]:
        """Every page by its name in the edition's folder, and the font that they share."""
        pages = [self._front(), *map(self._story, range(len(self.leaves))), *self._lists()]
        bodies = link_notes([*((page.name, page.body) for page in pages[1:]), (INDEX, pages[0].body)], epub=False)
        bodies = [bodies[-1], *bodies[:-1]]  # a note's number leads from the front page to the story's, not back
        if self.look.embed_font:
            from converter.writers.markup.fonts import embedded

            self.font = embedded(self.look.embed_font, _tag(self.issue), "".join(bodies))
            yield self.font.name, self.font.data
            yield "font-licence.txt", self.font.licence.encode()
        for page, body in zip(pages, bodies, strict=True):
            yield page.name, partial(self._whole, page._replace(body=body))

    def _front(self) -> _Page:
        """The front page: masthead, the ways to other days, the pages (版), the stories by rank."""
        issue, teller = self.issue, self.teller
        first = self.editions[0].issue.metadata
        headed = not headline_alone(issue)
        top = banner(issue, nameplate(issue, self.labels), self.markup) if headed else ""
        top += slot(iso(issue.metadata.date), plain(first.paper or first.title or ""))
        body = top + bar(self.sheets, self.labels) + page_map(self.sheets, issue.sections, self.labels)
        body += front(self.sheets, self.markup, headed)
        image = self._image(*issue.articles())
        said = teller.head(plain(issue.title), summary(issue), image=image)
        return _Page(INDEX, "front", body, said, teller.whole(self.data))

    def _story(self, number: int) -> _Page:
        """The page of a story."""
        leaf, title = self.leaves[number], plain(self.issue.title)
        article, label = leaf.article, leaf.story.label
        name = title if title != label else ""
        described = excerpt(article, DESCRIPTION_LENGTH)
        said = self.teller.head(label, described, article, name, leaf.address, self._image(article))
        body = story_page(self.running, self.sheets, self.places, number, self.labels)
        return _Page(leaf.address, "reading", body, said, self.data[number], sheet("story.js"))

    def _lists(self) -> Iterator[_Page]:
        """The pages that lead to stories by their words, and by the people whom they name."""
        title = plain(self.issue.title)
        listing = search.listing(self.sheets, self.labels)
        found = [(search.ADDRESS, "search", listing, search.script(self.leaves, self.labels))]
        if self.people:
            found.append((names.ADDRESS, "people", names.index(self.people, self.labels), ""))
        running = bar(self.sheets, self.labels, INDEX)
        for address, label, main, code in found:
            said = self.teller.head(self.labels[label], "", name=title, address=address)
            yield _Page(address, "lists", running + main, said, code=code)

    def _image(self, *articles: Article) -> str:
        """The whole address of the first picture of some articles, else of the cover; empty where it is not known."""
        runs = (run for article in articles for block in article.blocks() for run in block.runs)
        name = next((self.files_of[run.image] for run in runs if run.image in self.files_of), self.cover)
        return self.base + name if self.base and name else ""

    def _whole(self, page: _Page) -> bytes:
        """A page whole: it holds its style and script, so that each page works alone, and its policy can name them."""
        body, code = page.body, sheet("reading.js") + sheet("marks.js") + page.code
        if self.look.vertical:
            from converter.writers.markup.upright import upright

            body, code = upright(body), code + sheet("vertical.js")
        style = dressed(self.look, [body], "page", "site", page.kind)
        style = self.font.dress(style, self.font.name) if self.font else style
        policy = guarded(style, page.data, BESIDE, code, BESIDE if self.font else "")
        whole = PAGE.format(
            language=escape(_tag(self.issue)),
            head=page.said + policy,
            icon=self.edition.up + ICON,
            alternates=self._alternates(page.name),
            body=body,
            kind=page.kind,
            switch=self._switch(page.name),
            ways=self._ways(page.name),
            skip=self.labels["skip"],
            said=self.said,
        )
        return whole.encode()

    def _for_scripts(self) -> str:
        """What scripts need to know, as attributes: words, how many stories there are, which issue this is."""
        first = self.editions[0].issue
        stories = "".join(f"{leaf.address} {len(leaf.article.parts)};" for leaf in self.leaves)
        said = {label: self.labels[label] for label in SAID} | {
            "issue": sha256(f"{plain(first.title)} {stories}".encode()).hexdigest()[:12],
            "stories": str(len(self.leaves)),
            "voice": LOCALES.get(_tag(self.issue).lower(), "zh_CN").replace("_", "-"),
        }
        return " ".join(f'data-{name}="{escape(value)}"' for name, value in said.items())

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

    def _ways(self, name: str) -> str:
        """The ways to what is looked for: the front page, words, people."""
        places = [(INDEX, "home"), (search.ADDRESS, "search")]
        places += [(names.ADDRESS, "people")] if self.people else []
        links = ""
        for address, label in places:
            current = ' aria-current="page"' if address == name else ""
            links += f'<li><a href="{address}"{current}>{self.labels[label]}</a></li>\n'
        return f'<nav class="ways" aria-label="{self.labels["ways"]}">\n<ul>\n{links}</ul>\n</nav>\n'
