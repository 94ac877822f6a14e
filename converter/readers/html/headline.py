"""Where the head of an article is: its headline, what stands above it, between it and the content, and below that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice, takewhile

from lxml.html import HtmlElement

from converter.press.dates import has_date
from converter.press.folio import read_folio
from converter.press.pages import Page, label, page_in
from converter.readers.html import wording
from converter.readers.html.about import About, parts_of
from converter.readers.html.furniture import is_site_named
from converter.readers.html.tree import HEADINGS, Amounts, ancestors, length, named, squeezed, words
from converter.readers.html.words import pattern

LONGEST_TITLE = 120
LONGEST_INFO = 160
LONGEST_NAME = 16
"""Characters of a page's number with its name."""

_TELLING = 8
"""Characters of the shortest line that is the headline because the page's title says it among other things."""

_BOXES = 4
"""Elements around the headline, or the content, in which lines of its head are looked for."""

_HEAD = 40
"""Elements of the content in which its headline may be."""

_TITLE = re.compile(
    r"(?<![a-z])(?:(?:article|news|post|entry|main|content|arti|doc|detail|show|xl)[-_]?)?"
    r"(?:title|headline|biaoti|zhuti|zhengti|tit|subject)(?![a-z])|(?<![\w-])zt(?![\w-])"
)
_SITE = re.compile(r"logo|channel|site-?title|brand|navbar|breadcrumb|crumb|header-top|top-?bar")
_NO_KICKER = pattern("kicker", r"\d{4}", "[：:。>＞»|｜]", "第.{1,4}[版期]", "<no>")
KICKER = re.compile(
    r"yinti|yin-?biaoti|kicker|eyebrow|pre-?title|shoulder|jianti|overline|introtitle|(?<![\w-])yt(?![\w-])"
)
_TITLE_TAGS = ("div", "p", "span", "td", "strong", "b", "font")
_NO_TITLES = ("html", "head", "title", "meta", "a", "option")


class _Page:
    """A page in which the headline is looked for: its elements in order, and where the content begins (``end``)."""

    def __init__(self, root: HtmlElement, content: HtmlElement, known: About, amounts: Amounts) -> None:
        self.root, self.content, self.known, self.amounts = root, content, known, amounts
        self.whole = set(map(squeezed, known.titles))
        self.titles = [squeezed(title) for told in known.titles for title in _begins(told)]
        self.order = {element: number for number, element in enumerate(root.iter())}
        self.end = self.order[content]

    @cached_property
    def headings(self) -> list[HtmlElement]:
        """The headings that may be the headline."""
        short = (e for e in self.root.iter(*HEADINGS) if 0 < self.amounts.of(e) <= LONGEST_TITLE)
        return [e for e in short if not _of_site(e) and not wording.crumbs().search(words(e))]

    @cached_property
    def shown(self) -> list[HtmlElement]:
        """The short elements down to the content's head, of whatever kind."""
        near = (e for e in self.root.iter() if e.tag not in _NO_TITLES and self.order[e] <= self.end + _HEAD)
        return [e for e in near if 1 < self.amounts.of(e) <= LONGEST_TITLE]

    def is_above(self, element: HtmlElement) -> bool:
        """Whether the element begins before the content."""
        return self.order[element] < self.end

    def last(self, elements: Iterable[HtmlElement]) -> HtmlElement | None:
        """The last of the elements in the order of the page."""
        return max(elements, key=self.order.__getitem__, default=None)


def headline_of(root: HtmlElement, content: HtmlElement, known: About, amounts: Amounts) -> HtmlElement | None:
    """The element that is the article's headline, as the first of ``_WAYS`` finds it; None if the page shows none."""
    page = _Page(root, content, known, amounts)
    return next((found for way in _WAYS if (found := way(page)) is not None), None)


def _marked(page: _Page) -> HtmlElement | None:
    """What Founder's system marks as one."""
    marked = next(page.root.iter("founder-title"), None)
    return marked if marked is not None and page.amounts.of(marked) else None


def _heading_as_titled(page: _Page) -> HtmlElement | None:
    """The heading that says a title of the page, an ``<h1>`` first: the one most like it, nearest to the content."""

    def distance(heading: HtmlElement) -> tuple[int, int]:
        return abs(len(title) - len(squeezed(words(heading)))), abs(page.order[heading] - page.end)

    for tags in (("h1",), HEADINGS):
        for title in page.titles:
            same = [e for e in page.headings if e.tag in tags and _alike(squeezed(words(e)), title, page.whole)]
            if same:
                return min(same, key=distance)
    return None


def _shown_as_titled(page: _Page) -> HtmlElement | None:
    """What says exactly a title of the page, of whatever kind."""
    return page.last(e for e in page.shown if squeezed(words(e)) in page.titles and not _of_site(e))


def _first_heading(page: _Page) -> HtmlElement | None:
    """The last ``<h1>`` above the content, or the first around it."""
    around = set(page.content.iterancestors())
    first = [e for e in page.headings if e.tag == "h1" and (page.is_above(e) or e in around)]
    above = page.last(filter(page.is_above, first))
    return above if above is not None or not first else first[0]


def _said_in_title(page: _Page) -> HtmlElement | None:
    """The longest line that a title says among other things."""
    said = (e for e in page.shown if page.amounts.of(e) >= _TELLING and _is_said(squeezed(words(e)), page.whole))
    return max(said, key=lambda e: (page.amounts.of(e), page.order[e]), default=None)


def _heading_near(page: _Page) -> HtmlElement | None:
    """The last heading above the content and near to it."""
    return page.last(e for e in page.headings if page.is_above(e) and _near(e, page.content))


def _called_title(page: _Page) -> HtmlElement | None:
    """What is called a title near to the content."""
    above = filter(page.is_above, page.root.iter(*_TITLE_TAGS))
    short = (e for e in above if 4 <= page.amounts.of(e) <= 60 and _TITLE.search(named(e)))
    return page.last(e for e in short if _near(e, page.content) and not _of_site(e))


def _called_title_inside(page: _Page) -> HtmlElement | None:
    """On a newspaper's page, what is called a title at the head of the content, not a kicker or a deck."""
    inside = (e for e in islice(page.content.iter(), _HEAD) if e.tag in _TITLE_TAGS and _TITLE.search(named(e)))
    short = (e for e in inside if 2 <= page.amounts.of(e) <= 60 and not KICKER.search(named(e)))
    return next((e for e in short if is_paper(e)), None)


def _line_of_newspaper(page: _Page) -> HtmlElement | None:
    """The first line above the content, where the page is called after the newspaper's."""
    paged = page_in(page.known.title)
    return _first_line(page.content, page.amounts) if paged and paged.name else None


_WAYS = (
    _marked,
    _heading_as_titled,
    _shown_as_titled,
    _first_heading,
    _said_in_title,
    _heading_near,
    _called_title,
    _called_title_inside,
    _line_of_newspaper,
)
"""The ways in which a page shows its headline, surest first."""


def _first_line(content: HtmlElement, amounts: Amounts) -> HtmlElement | None:
    """The first line above the content in its boxes that may be a headline."""
    inside = set(content.iterancestors())
    for box in islice(content.iterancestors(), _BOXES):
        for element in takewhile(lambda e: e is not content, box.iter("td", "p", "div", "span", content.tag)):
            fits = element not in inside and 4 <= amounts.of(element) <= 60 and not amounts.linked(element)
            if fits and not has_date(words(element)) and not _NO_KICKER.search(words(element)):
                return element
    return None


def _is_said(text: str, titles: set[str]) -> bool:
    """Whether a title says the text among other things."""
    return any(text in title and text != title for title in titles)


def _begins(title: str) -> Iterator[str]:
    """What may be the headline in a title that names site and section after it: each beginning, the last name gone."""
    parts = parts_of(title)
    for count in range(1, max(len(parts), 2)):
        yield "".join(parts[:count])


def _alike(text: str, title: str, whole: set[str]) -> bool:
    """Whether a heading's text is a title, or one is cut off from the other; all squeezed."""
    shorter, longer = sorted((text, title), key=len)
    return text in whole or len(shorter) >= 4 and shorter in longer and len(shorter) >= 0.5 * len(longer)


def _of_site(element: HtmlElement) -> bool:
    return any(
        _SITE.search(named(e)) or e.tag == "nav" for e in takewhile(lambda e: e.tag != "body", ancestors(element))
    )


def _near(element: HtmlElement, content: HtmlElement) -> bool:
    """Whether the element and the content lie in one box at most four levels up."""
    boxes = [above for above in islice(content.iterancestors(), _BOXES) if above.tag not in ("body", "html")]
    return any(above in boxes for above in element.iterancestors())


def kicker_of(headline: HtmlElement, known: About) -> HtmlElement | None:
    """The heading or the line right above the headline that leads to it."""
    title = words(headline)
    whole = [*takewhile(lambda e: words(e) == title and e.tag != "body", ancestors(headline))]
    if not whole:
        return None  # the page's body is all headline
    above = next(filter(length, whole[-1].itersiblings(preceding=True)), None)
    if above is None or len(words(above)) > LONGEST_TITLE:
        return None
    return above if any(leads(above, known) for leads in _LEADS) else None


def _is_heading_above(above: HtmlElement, _known: About) -> bool:
    return above.tag in HEADINGS[1:] and not wording.crumbs().search(words(above)) and not _of_site(above)


def _is_told_kicker(above: HtmlElement, known: About) -> bool:
    return bool(known.kicker) and squeezed(words(above)) == squeezed(known.kicker)


def _is_called_kicker(above: HtmlElement, _known: About) -> bool:
    return KICKER.search(named(above)) is not None or next(above.iter("founder-introtitle"), None) is not None


def _is_line_of_newspaper(above: HtmlElement, _known: About) -> bool:
    plain = 4 <= length(above) <= 40 and not _NO_KICKER.search(words(above)) and next(above.iter("a"), None) is None
    return plain and is_paper(above)


_LEADS = (_is_heading_above, _is_told_kicker, _is_called_kicker, _is_line_of_newspaper)
"""What the element above a headline may be that leads to it."""


def is_paper(element: HtmlElement) -> bool:
    """Whether the element's page is one of a digital newspaper: it names pages of the paper (第05版：乡村)."""
    texts = (text for text in element.getroottree().getroot().itertext() if "版" in text)
    return any(named_page(text) or _is_folio(text) for text in texts)


def _is_folio(text: str) -> bool:
    """Whether a piece of text tells paper, day and page."""
    if len(text.strip()) > LONGEST_INFO:
        return False
    folio = read_folio(text)
    return bool(folio.paper and folio.date and folio.page)


def named_page(text: str) -> Page | None:
    """The page of the paper that a piece of text is with its name, and no more: 第05版：乡村, 05版 乡村."""
    return label(text) or (label(text, "contents") if len(text.strip()) <= LONGEST_NAME else None)


def above(headline: HtmlElement, amounts: Amounts) -> Iterator[HtmlElement]:
    """The short things that stand before the headline in the boxes around it, the nearest first."""
    for box in islice(takewhile(lambda e: e.tag not in ("body", "html"), ancestors(headline)), _BOXES):
        for element in islice(box.itersiblings(preceding=True), 8):
            if 0 < amounts.of(element) <= LONGEST_INFO and not _of_site(element) and not is_site_named(element):
                yield element


def between(headline: HtmlElement, content: HtmlElement) -> Iterator[HtmlElement]:
    """What stands after the headline and before the content, each thing whole, in order."""
    path = list(ancestors(content))
    below = headline
    while below is not None and below not in path:
        parent = below.getparent()
        stop = next((e for e in path if e.getparent() is parent), None)
        for sibling in below.itersiblings():
            if sibling is stop:
                break
            yield sibling
        if stop is not None:
            for step in reversed(path[: path.index(stop)]):
                yield from reversed(list(step.itersiblings(preceding=True)))
            return
        below = parent


def next_page(content: HtmlElement) -> str:
    """Where the article goes on, if a link in the content or right around it says so (下一页); else nothing."""
    for box in islice(takewhile(lambda e: e.tag not in ("body", "html"), ancestors(content)), 2):
        for link in box.iter("a"):
            if wording.next_page().fullmatch(words(link)) and not (link.get("href") or "#").startswith(
                ("#", "javascript:")
            ):
                return link.get("href") or ""
    return ""


def under(content: HtmlElement, amounts: Amounts) -> Iterator[HtmlElement]:
    """The short things that stand right after the content in the boxes around it."""
    for box in islice(takewhile(lambda e: e.tag not in ("body", "html"), ancestors(content)), 3):
        for element in islice(box.itersiblings(), 4):
            if 0 < amounts.of(element) <= LONGEST_INFO and element.tag != "nav":
                yield element
