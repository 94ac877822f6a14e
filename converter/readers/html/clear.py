"""What of a page's main content is the site's own: sharing, comments, lists of other articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from lxml import etree
from lxml.html import HtmlElement

from converter.press.dates import has_date, without_dates
from converter.press.sites import begins_list, is_comments_title, is_control, waits
from converter.readers.html.draft import is_attachment
from converter.readers.html.furniture import holds_others, is_site_named
from converter.readers.html.inside import place_of
from converter.readers.html.tree import BLOCKS, HEADINGS, Amounts, ancestors, drop, held, length, squeezed, words

_LISTS = ("nav", "div", "section", "ul", "ol")
_COUNTED = re.compile(r"^[\d.\s]+")
_LONGEST_BUTTON = 60
_BOXES = 8
"""Elements around a player's button in which its box is looked for."""

_BESIDE = 12
"""Characters that may stand beside the links in a list of other articles."""


def clear(content: HtmlElement, amounts: Amounts) -> None:
    """Take the site's own things out of the main content: sharing, comments, lists of other articles.

    What holds a good part of the text stays, whatever it is called, but for comments.
    """
    whole = amounts.of(content) or 1
    doomed: list[HtmlElement] = []
    comments = comments_in(content, amounts)
    doomed += contents_in(content, amounts)
    doomed += widgets_in(content)
    walk = etree.iterwalk(content, events=("start",))
    for _, element in walk:
        beside = element.tag == "a" or element.tag == "span" and element.getparent().tag in HEADINGS
        if element is content or element.tag not in BLOCKS and not beside:
            continue
        part = amounts.of(element) / whole
        others = element in comments or part <= 0.7 and holds_others(element) and not has_title(element)
        if part <= 0.3 and _is_site_s(element, amounts) or others:
            doomed += [*_titles_of(element), element]
            walk.skip_subtree()
    for element in doomed:
        drop(element)


def widgets_in(content: HtmlElement) -> list[HtmlElement]:
    """The boxes of players and the like in the content: their buttons, titles of lists and links, and no other word."""
    found: dict[HtmlElement, None] = {}
    for element in content.iter():
        texts = (element.text, element.tail if element is not content else None)
        for text, box in zip(texts, (element, element.getparent()), strict=True):
            if text and box is not content and _is_button(text) and box not in found:
                found.update(dict.fromkeys(_boxes_of(box, content)))
    return [box for box in found if box.getparent() not in found]


def _is_button(text: str) -> bool:
    """Whether the text names something that a player does; arrows alone are no sign of one."""
    said = text.strip()
    return len(said) <= _LONGEST_BUTTON and bool(squeezed(said)) and is_control(said)


def _boxes_of(box: HtmlElement, content: HtmlElement) -> Iterator[HtmlElement]:
    """The box and those around it in which nothing else stands, of elements that begin a line."""
    for around in takewhile(lambda above: above is not content, islice(ancestors(box), _BOXES)):
        texts = [text for text in _texts_outside_links(around) if text.strip()]
        if not all(map(_says_nothing, texts)):
            return
        if around.tag in BLOCKS and (len(texts) > 1 or waits(texts[0].strip())):
            yield around


def _says_nothing(text: str) -> bool:
    """Whether a piece of text in a box of a player is one of its buttons or titles."""
    return not squeezed(text) or is_control(text.strip()) or begins_list(text.strip()[:20])


def _texts_outside_links(element: HtmlElement) -> Iterator[str]:
    """The pieces of the element's text that are in no link."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inside in walk:
        if event == "end":
            yield (inside.tail or "") if inside is not element else ""
        elif inside.tag == "a":
            walk.skip_subtree()
        else:
            yield inside.text or ""


def _is_site_s(element: HtmlElement, amounts: Amounts) -> bool:
    if (
        element.tag == "nav"
        or element.tag in ("td", "div", "section", "aside", "p")
        and _is_titled_list(element, amounts)
    ):
        return True
    if element.tag in (*HEADINGS, "p", "td", "tr", "li", "a", "th", "pre"):
        is_short = amounts.linked(element) > 0.5 or not amounts.of(element)
        return element.tag != "pre" and is_site_named(element) and is_short
    if element.get("role") in ("doc-footnote", "doc-endnotes"):
        return False
    if is_site_named(element) and element.tag != "blockquote":
        return True
    if element.tag in ("aside", "footer") and amounts.linked(element) > 0.3:
        return True
    return amounts.linked(element) >= 0.7 and _lists_others(element, amounts) or _lists_dated(element, amounts)


def _is_titled_list(element: HtmlElement, amounts: Amounts) -> bool:
    """Whether the element says at its head that it lists other articles, and is links and dates, or mostly links."""
    share = amounts.linked(element)
    head = next((text.strip() for text in element.itertext() if text.strip()), "") if share > 0.2 else ""
    if not begins_list(head[:20]) or any(map(is_attached, element.iter("a"))):
        return False
    rest = len("".join(without_dates(words(element)).split())) - len(head) - share * amounts.of(element)
    return share > 0.4 and len(list(element.iter("a"))) > 1 or rest < _BESIDE


def _lists_others(element: HtmlElement, amounts: Amounts) -> bool:
    """Whether an element full of links lists other articles: it says so above them, or is nothing else."""
    links = [link for link in element.iter("a") if amounts.of(link)]
    if len(links) < 2 or any(map(is_attached, links)):
        return False
    if next(_titles_of(element), None) is not None:
        return True
    return element.tag in ("ul", "ol", "dl", "div", "section") and len(links) >= 3 and amounts.linked(element) > 0.9


def is_attached(link: HtmlElement) -> bool:
    """Whether the link leads to a file that belongs to the article."""
    return is_attachment(words(link), link.get("href") or "")


def _lists_dated(element: HtmlElement, amounts: Amounts) -> bool:
    """Whether the element is a list of which each item is a link, its date, and a word or two."""
    items = [item for item in element.iterchildren("li") if amounts.of(item)] if element.tag in ("ul", "ol") else []
    linked = [item for item in items if amounts.linked(item) > 0.3 and has_date(words(item)[-40:])]
    rest = (len(without_dates(words(item))) - amounts.linked(item) * amounts.of(item) for item in linked)
    return len(items) > 2 and len(linked) == len(items) and all(size < _BESIDE for size in rest)


def _titles_of(element: HtmlElement) -> Iterator[HtmlElement]:
    """The short line right above the element that says what is listed in it (相关阅读)."""
    above = element.getprevious()
    if above is not None and length(above) < 20 and begins_list(words(above)):
        yield above


def contents_in(body: HtmlElement, amounts: Amounts) -> list[HtmlElement]:
    """The lists that lead to the page's own headings by their words: a book has its own."""
    headings = {squeezed(words(heading)) for heading in body.iter(*HEADINGS)}
    links = [link for link in body.iter("a") if amounts.of(link)]
    told = [link for link in links if place_of(link) and squeezed(_COUNTED.sub("", words(link))) in headings]
    if len(told) < 2:
        return []
    every, inside = held(body, dict.fromkeys(links, 1)), held(body, dict.fromkeys(told, 1))
    found = []
    walk = etree.iterwalk(body, events=("start",))
    for _, element in walk:
        if element.tag in _LISTS and amounts.linked(element) >= 0.6 and 1 < inside[element] > 0.6 * every[element]:
            found.append(element)
            walk.skip_subtree()
    return found


def comments_in(body: HtmlElement, amounts: Amounts) -> set[HtmlElement]:
    """What follows the words 网友评论 and the like in their element, where that is no article."""
    titles = (e for e in body.iter("div", "p", "span", *HEADINGS) if 2 <= amounts.of(e) <= 20)
    found: set[HtmlElement] = set()
    for title in titles:
        if title not in found and is_comments_title(words(title)):
            found |= {title, *(after for after in title.itersiblings() if not has_title(after))}
    nothing_else = sum(map(amounts.of, found)) > 0.9 * amounts.of(body)
    return set() if nothing_else else found


def has_title(element: HtmlElement) -> bool:
    """Whether a headline stands in the element."""
    return next(element.iter("h1"), None) is not None
