"""What of a page's main content is the site's own: sharing, comments, lists of other articles."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from converter.readers.html.draft import ATTACHED
from converter.readers.html.furniture import COMMENTS_TITLE, LIST_TITLE, holds_others, is_site_named
from converter.readers.html.tree import BLOCKS, HEADINGS, Amounts, drop, length, words


def clear(content: HtmlElement, amounts: Amounts) -> None:
    """Take the site's own things out of the main content: sharing, comments, lists of other articles.

    What holds a good part of the text stays, whatever it is called, but for comments.
    """
    whole = amounts.of(content) or 1
    doomed: list[HtmlElement] = []
    comments = comments_in(content, amounts)
    walk = etree.iterwalk(content, events=("start",))
    for _, element in walk:
        if element is content or element.tag not in BLOCKS and element.tag != "a":
            continue
        part = amounts.of(element) / whole
        others = element in comments or part <= 0.7 and holds_others(element) and not has_title(element)
        if part <= 0.3 and _is_site_s(element, amounts) or others:
            doomed += [*_titles_of(element), element]
            walk.skip_subtree()
    for element in doomed:
        drop(element)


def _is_site_s(element: HtmlElement, amounts: Amounts) -> bool:
    if element.tag == "nav":
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
    return amounts.linked(element) >= 0.7 and _lists_others(element, amounts)


def _lists_others(element: HtmlElement, amounts: Amounts) -> bool:
    """Whether an element full of links lists other articles: it says so above them, or is nothing else."""
    links = [link for link in element.iter("a") if amounts.of(link)]
    if len(links) < 2 or any(ATTACHED.search(words(a) + (a.get("href") or "")) for a in links):
        return False
    if LIST_TITLE.match(words(element)[:20]) or next(_titles_of(element), None) is not None:
        return True
    return element.tag in ("ul", "ol", "dl") and len(links) >= 3 and amounts.linked(element) > 0.9


def _titles_of(element: HtmlElement) -> Iterator[HtmlElement]:
    """The short line right above the element that says what is listed in it (相关阅读)."""
    above = element.getprevious()
    if above is not None and length(above) < 20 and LIST_TITLE.match(words(above)):
        yield above


def comments_in(body: HtmlElement, amounts: Amounts) -> set[HtmlElement]:
    """What follows the words 网友评论 and the like in their element, where that is no article."""
    titles = (e for e in body.iter("div", "p", "span", *HEADINGS) if 2 <= amounts.of(e) <= 20)
    found = [title for title in titles if COMMENTS_TITLE.fullmatch(words(title))]
    return {*found, *(after for title in found for after in title.itersiblings() if not has_title(after))}


def has_title(element: HtmlElement) -> bool:
    """Whether a headline stands in the element."""
    return next(element.iter("h1"), None) is not None
