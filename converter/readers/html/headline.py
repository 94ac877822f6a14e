"""Where the head of an article is: its headline, what stands above it, between it and the content, and below the content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from lxml.html import HtmlElement

from converter.press.dates import has_date
from converter.press.pages import label, page_in
from converter.readers.html.about import About, parts_of
from converter.readers.html.furniture import is_site_named
from converter.readers.html.tree import HEADINGS, Amounts, ancestors, length, named, squeezed, words

LONGEST_TITLE = 120
LONGEST_INFO = 160
_TELLING = 8
"""Characters of the shortest line that is the headline because the page's title says it among other things."""

_BOXES = 4
"""Elements around the headline, or the content, in which lines of its head are looked for."""

_TITLE = re.compile(
    r"(?<![a-z])(?:(?:article|news|post|entry|main|content|arti|doc|detail|show|xl)[-_]?)?(?:title|headline|biaoti|tit|subject)(?![a-z])"
)
_CRUMBS = re.compile(r"^(?:首页|首頁|当前位置|目前位置|您的位置|您现在|所在位置|位置)|首页\s*[>＞»/-]")
_SITE = re.compile(r"logo|channel|site-?title|brand|navbar|breadcrumb|crumb|header-top|top-?bar")
_NEXT = re.compile(
    r"[\[【]?(?:下一?[页頁]|余下全文|餘下全文|阅读全文|閱讀全文|全文阅读|单页显示|單頁顯示)[\]】>＞»\s]*"
)
_NO_KICKER = re.compile(r"\d{4}|[：:。>＞»|｜]|第.{1,4}[版期]|[记記]者|作者")
KICKER = re.compile(r"yinti|yin-?biaoti|kicker|eyebrow|pre-?title|shoulder|jianti|overline|introtitle")


def headline_of(root: HtmlElement, content: HtmlElement, known: About, amounts: Amounts) -> HtmlElement | None:
    """The element that is the article's headline; None where the page shows none."""
    if (marked := next(root.iter("founder-title"), None)) is not None and amounts.of(marked):
        return marked
    whole = set(map(squeezed, known.titles))
    titles = [squeezed(title) for told in known.titles for title in _begins(told)]
    order = {element: number for number, element in enumerate(root.iter())}
    end = order[content]
    headings = [
        e
        for e in root.iter(*HEADINGS)
        if 0 < amounts.of(e) <= LONGEST_TITLE and not _of_site(e) and not _CRUMBS.search(words(e))
    ]
    for tags in (("h1",), HEADINGS):
        for title in titles:
            same = [e for e in headings if e.tag in tags and _alike(squeezed(words(e)), title, whole)]
            if same:
                return min(same, key=lambda e: (abs(len(title) - len(squeezed(words(e)))), abs(order[e] - end)))
    shown = [
        e
        for e in root.iter()
        if e.tag not in ("html", "head", "title", "meta", "a", "option")
        and order[e] <= end + 40
        and 5 < amounts.of(e) <= LONGEST_TITLE
    ]
    same = [e for e in shown if squeezed(words(e)) in titles and not _of_site(e)]
    if same:
        return max(same, key=lambda e: order[e])
    first = [e for e in headings if e.tag == "h1" and (order[e] < end or content in e.iterancestors())]
    if first:
        return max((e for e in first if order[e] < end), key=lambda e: order[e], default=first[0])
    said = [e for e in shown if amounts.of(e) >= _TELLING and _is_said(squeezed(words(e)), whole)]
    if said:
        return max(said, key=lambda e: (amounts.of(e), order[e]))
    above = [e for e in headings if order[e] < end and _near(e, content)]
    if above:
        return max(above, key=lambda e: order[e])
    called = [
        e
        for e in root.iter("div", "p", "span", "td", "strong", "b", "font")
        if order[e] < end
        and 4 <= amounts.of(e) <= 60
        and _TITLE.search(named(e))
        and _near(e, content)
        and not _of_site(e)
    ]
    if called or not ((page := page_in(known.title)) and page.name):
        return max(called, key=lambda e: order[e], default=None)
    return _first_line(content, amounts)


def _first_line(content: HtmlElement, amounts: Amounts) -> HtmlElement | None:
    """The first line above the content in its boxes that may be a headline, where the page is called after the newspaper's."""
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
    """What may be the headline in a title that names site and section after it: each beginning without the last name."""
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
    *_, whole = takewhile(lambda e: words(e) == title and e.tag != "body", ancestors(headline))
    for above in whole.itersiblings(preceding=True):
        if not length(above):
            continue
        text = words(above)
        fits = above.tag in HEADINGS and above.tag != "h1" and not _CRUMBS.search(text) and not _of_site(above)
        fits = fits or known.kicker and squeezed(text) == squeezed(known.kicker)
        fits = fits or KICKER.search(named(above)) or next(above.iter("founder-introtitle"), None) is not None
        fits = (
            fits
            or 4 <= length(above) <= 40
            and not _NO_KICKER.search(text)
            and next(above.iter("a"), None) is None
            and is_paper(above)
        )
        return above if fits and len(text) <= LONGEST_TITLE else None
    return None


def is_paper(element: HtmlElement) -> bool:
    """Whether the element's page is one of a digital newspaper: it names pages of the paper (第05版：乡村)."""
    return any("版" in text and label(text) for text in element.getroottree().getroot().itertext())


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
            if _NEXT.fullmatch(words(link)) and not (link.get("href") or "#").startswith(("#", "javascript:")):
                return link.get("href") or ""
    return ""


def under(content: HtmlElement, amounts: Amounts) -> Iterator[HtmlElement]:
    """The short things that stand right after the content in the boxes around it."""
    for box in islice(takewhile(lambda e: e.tag not in ("body", "html"), ancestors(content)), 3):
        for element in islice(box.itersiblings(), 4):
            if 0 < amounts.of(element) <= LONGEST_INFO and element.tag != "nav":
                yield element
