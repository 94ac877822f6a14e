"""Which part of a page is its main content, and what inside it is the site's.

The element is found by readability-lxml, and then read from the page's own tree: so what is kept is whole and in order.
A page with hardly a link outside of it is a document, not a site's page, and is content from end to end.
"""

from __future__ import annotations

import logging
import re
from collections import Counter

from lxml import etree
from lxml.html import HtmlElement, tostring

from converter.readers.html.tree import BLOCKS, HEADINGS, Amounts, drop, length, named, words

MOST_ELEMENTS = 60_000
"""Elements of a page that is searched for its main content; a larger one is a document."""

SHARE = 0.9
"""The part of what readability found that the element has to hold."""

LEAST = 0.02
"""The part of a page's text that the main content has at least."""

_KEY = "data-banmian"
_STYLE = re.compile(r' style="[^"]*"')
_FOUND = re.compile(_KEY + r'="(\d+)"')

# Class names and ids of what sites put around and into their articles.
_SITE = re.compile(
    r"(?<![a-z])(?:nav|navbar|menu|breadcrumbs?|crumbs?|sidebar|side-?bar|widget|share|sharing|sharebar|bdshare\w*|social|comments?|"
    r"comment-?list|reply|related|relate|recommend\w*|recommended|read-?more|hot-?(?:news|list|topic)s?|rank(?:ing|list)?|"
    r"ads?|adv|advert\w*|ad-?(?:box|wrap|slot|site|pc)|banner|promo\w*|sponsor\w*|subscribe|newsletter|qr-?code|"
    r"toolbar|tool-?bar|pager?|pagination|page-?(?:link|nav)s?|prev-?next|copyright|tags?|tag-?list|keywords|login|search|"
    r"download-?app|app-?download|guess|like|likes|favou?rite|print|font-?size)(?![a-z])"
)
_SENTENCES = re.compile("[，。！？；]")
_SITE_TITLE = re.compile(
    r"(?:相关|相關|延伸|推荐|推薦|热门|熱門|热点|熱點|精彩|更多|最新|往期|编辑推荐|猜你|猜您|为您|為您|为你|為你|你可能|您可能|其他|其它|本类|本類|同类|同類)"
    r"(?:阅读|閱讀|新闻|新聞|文章|资讯|資訊|推荐|推薦|内容|內容|报道|報導|报导|链接|連結|专题|專題|视频|影音|評論|评论|喜欢|喜歡|也喜欢|也喜歡|感兴趣|感興趣|精选|精選|回顾|回顧|消息|稿件|排行)?"
    r"(?:[：:>]|\s|$)"
)
_ATTACHED = re.compile(r"附件|附表|附錄|附录|原文|全文|\.(?:docx?|pdf|xlsx?|pptx?|zip|rar|ofd|wps)(?:$|[?#])", re.IGNORECASE)


def content_of(root: HtmlElement, is_site: bool, amounts: Amounts) -> HtmlElement:
    """The element that holds the main content: found, or the body where the page is a document."""
    body = root.find("body") if root.find("body") is not None else root
    elements = list(body.iter())
    if len(elements) > MOST_ELEMENTS:
        return body
    found = _readable(body, amounts)
    if found is None or found is body or not is_site and _is_document(body, found):
        return body
    return found


def is_site(root: HtmlElement) -> bool:
    """Whether the page says that it is a site's: to those who share it, or by its many scripts. Asked before pruning."""
    shared = any((meta.get("property") or "").startswith("og:") for meta in root.iter("meta"))
    return shared or sum(1 for _ in root.iter("script")) > 2


def _readable(body: HtmlElement, amounts: Amounts) -> HtmlElement | None:
    """The smallest element that holds nearly all that readability finds, or else all sentences."""
    from readability import Document
    from readability.readability import Unparseable

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    elements = list(body.iter())
    for number, element in enumerate(elements):
        element.set(_KEY, str(number))
    try:
        shown = _STYLE.sub("", tostring(body, encoding="unicode"))  # what a script shows later is hidden by a style
        summary = Document(shown).summary(html_partial=True)
    except (Unparseable, RecursionError):
        summary = ""
    finally:
        for element in elements:
            del element.attrib[_KEY]
    numbers = {int(found) for found in _FOUND.findall(summary)}
    found = _holding(body, {elements[number]: _own_length(elements[number]) for number in numbers})
    is_lost = found is None or amounts.of(found) < LEAST * amounts.of(body)  # on a page that is far too deep it finds a menu
    return _with_sentences(body) if is_lost else found


def _with_sentences(body: HtmlElement) -> HtmlElement | None:
    """The smallest element that holds all sentences; None where there are none."""
    sizes = {e: _own_length(e) for e in body.iter() if e.tag != "a" and _SENTENCES.search(_own_text(e))}
    return _holding(body, sizes, 1.0)


def _holding(body: HtmlElement, sizes: dict[HtmlElement, int], share: float = SHARE) -> HtmlElement | None:
    """The smallest element that holds the ``share`` of the text of some; None where they have none."""
    held = Counter(sizes)
    enough = share * sum(sizes.values())
    for _, element in etree.iterwalk(body, events=("end",)):  # from the inmost outwards
        if held[element] >= enough > 0:
            return element
        if element is not body:
            held[element.getparent()] += held[element]
    return None


def _own_text(element: HtmlElement) -> str:
    """The element's own text, not that of what is in it."""
    return "".join([element.text or "", *(child.tail or "" for child in element)])


def _own_length(element: HtmlElement) -> int:
    return len("".join(_own_text(element).split()))


def _is_document(body: HtmlElement, found: HtmlElement) -> bool:
    """Whether the page is no site's: nothing of a site's furniture and hardly a link outside of what was found."""
    outside = length(body) - length(found)
    inside = set(found.iter("a"))
    links = [length(link) for link in body.iter("a") if link not in inside]
    furniture = next(body.iter("nav", "aside"), None) is not None or any(
        _SITE.search(named(element)) for element in body.iter("div", "ul", "section")
    )
    return not furniture and (len(links) < 3 or sum(links) <= 0.2 * outside)


def clear(content: HtmlElement, amounts: Amounts) -> None:
    """Take the site's own things out of the main content: sharing, comments, lists of other articles.

    What holds a good part of the text stays, whatever it is called.
    """
    most = 0.3 * (amounts.of(content) or 1)
    doomed: list[HtmlElement] = []
    walk = etree.iterwalk(content, events=("start",))
    for _, element in walk:
        if element is not content and (element.tag in BLOCKS or element.tag == "a") and _is_site_s(element, most, amounts):
            doomed += [element] if (title := _title_of(element)) is None else [title, element]
            walk.skip_subtree()
    for element in doomed:
        drop(element)


def _is_site_s(element: HtmlElement, most: float, amounts: Amounts) -> bool:
    size = amounts.of(element)
    if size > most:
        return False
    if element.tag == "nav":
        return True
    if element.tag in (*HEADINGS, "p", "td", "tr", "li", "a", "th", "pre"):
        return bool(element.tag != "pre" and _SITE.search(named(element)) and (amounts.linked(element) > 0.5 or not size))
    if element.get("role") in ("doc-footnote", "doc-endnotes"):
        return False
    if _SITE.search(named(element)) and element.tag != "blockquote":
        return True
    if element.tag in ("aside", "footer") and amounts.linked(element) > 0.3:
        return True
    return amounts.linked(element) >= 0.7 and _lists_others(element, amounts)


def _lists_others(element: HtmlElement, amounts: Amounts) -> bool:
    """Whether an element full of links lists other articles: it says so above them, or is nothing else."""
    links = [link for link in element.iter("a") if amounts.of(link)]
    if len(links) < 2 or any(_ATTACHED.search(words(a) + (a.get("href") or "")) for a in links):
        return False
    if _SITE_TITLE.match(words(element)[:20]) or _title_of(element) is not None:
        return True
    return element.tag in ("ul", "ol", "dl") and len(links) >= 3 and amounts.linked(element) > 0.9


def _title_of(element: HtmlElement) -> HtmlElement | None:
    """The short line right above the element that says what is listed in it (相关阅读)."""
    above = element.getprevious()
    titled = above is not None and length(above) < 20 and _SITE_TITLE.match(words(above))
    return above if titled else None
