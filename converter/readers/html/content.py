"""Which part of a page is its main content, and what inside it is the site's.

The element is found by readability-lxml, and then read from the page's own tree: so what is kept is whole and in order.
A page with hardly a link outside of it is a document, not a site's page, and is content from end to end.
"""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from functools import cache

from lxml import etree
from lxml.html import HtmlElement, tostring

from converter.readers.html.clear import comments_in, has_title
from converter.readers.html.furniture import holds_others, is_site_named
from converter.readers.html.tree import BLOCKS, HEADINGS, Amounts, ancestors, drop, held, length, named, words
from converter.readers.html.words import names, pattern

MOST_ELEMENTS = 60_000
"""Elements of a page that is searched for its main content; a larger one is a document."""

SHARE = 0.9
"""The part of what readability found that the element has to hold."""

LEAST = 0.02
"""The part of a page's text that the main content has at least."""

_KEY = "data-banmian"
_STYLE = re.compile(r' style="[^"]*"')
_FOUND = re.compile(_KEY + r'="(\d+)"')
_SENTENCES = re.compile("[，。！？；]")

_REST = 20
"""Characters of sentences that may stand beside an article's text in what holds it."""

_INSIDE = re.compile("#.")
"""Leads to a place in the page: contents of a document are such links."""


@cache
def _imprint() -> re.Pattern[str]:
    """What stands at the head or the foot of a site's pages."""
    return pattern("imprint", r"(?i:<has>|all rights reserved)", r"[【\[]<button>[】\]]", r"<place>\s*[：:]")


@cache
def _body() -> re.Pattern[str]:
    """What sites call the element that holds an article's text and nothing else."""
    shapes = ("<article>[-_]?<its text>", "<page>[-_]?<its article>", names("text of an article"))
    return pattern("element of a text", rf"(?<![a-z])(?:{'|'.join(shapes)})(?![a-z])")


def body_of(root: HtmlElement) -> HtmlElement:
    """The page's body."""
    body = root.find("body")
    return root if body is None else body


def content_of(root: HtmlElement, is_site: bool, amounts: Amounts) -> HtmlElement | None:
    """The element that holds the main content; None where the page is a document, which is content from end to end."""
    body = body_of(root)
    elements = list(body.iter())
    if len(elements) > MOST_ELEMENTS:
        return None
    comments = comments_in(body, amounts)
    prose = _prose(body, comments)
    found = _readable(body, amounts, prose, comments)
    if not is_site and (found is None or _is_document(body, found)):
        return None
    if found is None:
        return body
    if found is body and (holder := _holding(body, prose)) is not None:
        found = holder
    found = _whole(body, found, prose, amounts)
    called = _called(body, found, held(body, prose), amounts)
    return found if called is None else called


def is_site(root: HtmlElement) -> bool:
    """Whether the page says that it is a site's: to who shares it, or by its many scripts. Asked before pruning."""
    shared = any((meta.get("property") or "").startswith("og:") for meta in root.iter("meta"))
    return shared or sum(1 for _ in root.iter("script")) > 2


def _prose(body: HtmlElement, comments: set[HtmlElement]) -> dict[HtmlElement, int]:
    """The elements with sentences of their own, and the characters of these; those of comments and lists are none."""
    sizes = {}
    walk = etree.iterwalk(body, events=("start",))
    for _, element in walk:
        others = element in comments or holds_others(element) and not has_title(element)
        if element is not body and (element.tag == "a" or others):
            walk.skip_subtree()
        elif _SENTENCES.search(own := _own_text(element)):
            sizes[element] = len("".join(own.split()))
    return sizes


def _readable(
    body: HtmlElement, amounts: Amounts, prose: dict[HtmlElement, int], comments: set[HtmlElement]
) -> HtmlElement | None:
    """The smallest element that holds nearly all that readability finds beside comments, or else all sentences."""
    from readability import Document
    from readability.readability import Unparseable

    elements = list(body.iter())
    for number, element in enumerate(elements):
        element.set(_KEY, str(number))
    try:
        shown = _STYLE.sub(
            "", tostring(_without(body, comments), encoding="unicode")
        )  # what a script shows later is hidden by a style
        summary = Document(shown).summary(html_partial=True)
    except (Unparseable, RecursionError):
        summary = ""
    finally:
        for element in elements:
            del element.attrib[_KEY]
    shares = {elements[int(number)] for number in _FOUND.findall(summary)}
    found = _holding(body, {element: len("".join(_own_text(element).split())) for element in shares})
    is_lost = found is None or amounts.of(found) < LEAST * amounts.of(
        body
    )  # on a page that is far too deep it finds a menu
    return _holding(body, prose, 1.0) if is_lost else found


def _without(body: HtmlElement, comments: set[HtmlElement]) -> HtmlElement:
    """The body, its elements marked by their numbers, without the ``comments``."""
    if not comments:
        return body
    doomed = {element.get(_KEY) for element in comments}
    body = deepcopy(body)
    for element in [element for element in body.iter() if element.get(_KEY) in doomed]:
        drop(element)
    return body


def _holding(body: HtmlElement, sizes: dict[HtmlElement, int], share: float = SHARE) -> HtmlElement | None:
    """The smallest element that holds the ``share`` of the text of some; None where they have none."""
    enough = share * sum(sizes.values())
    return next((element for element, held in held(body, sizes).items() if held >= enough > 0), None)


def _own_text(element: HtmlElement) -> str:
    """The element's own text, not that of what is in it."""
    return "".join([element.text or "", *(child.tail or "" for child in element)])


def _whole(body: HtmlElement, found: HtmlElement, prose: dict[HtmlElement, int], amounts: Amounts) -> HtmlElement:
    """``found``; where it is only one of many paragraphs that are made alike, what holds them all."""
    inside = set(found.iter())
    makes = {element: _make(element) for element in prose}
    own: Counter[object] = Counter()
    for element, size in prose.items():
        own[makes[element]] += size if element in inside else 0
    main, size = max(own.items(), key=lambda item: item[1], default=(None, 0))
    alike = {element: size for element, size in prose.items() if makes[element] == main}
    if not size or 2 * size > sum(alike.values()):
        return found
    whole = _holding(body, alike, 1.0)
    return found if whole is None or amounts.linked(whole) > 0.5 else whole


def _make(element: HtmlElement) -> tuple[tuple[str, str], ...]:
    """How the element and the two around it are called: paragraphs of one article are alike."""
    return tuple((above.tag, above.get("class") or "") for above, _ in zip(ancestors(element), range(3), strict=False))


def _called(body: HtmlElement, found: HtmlElement, held: Counter[HtmlElement], amounts: Amounts) -> HtmlElement | None:
    """The element that the site calls the article's text, where it holds as much of the sentences as it should."""
    called = [element for element in body.iter() if held[element] and _is_body(element)]
    most = max((held[element] for element in called), default=0)
    enough = [element for element in called if held[element] >= most - _REST]
    if not enough:
        return None
    inmost = enough[-1]  # in the order of the page what lies inside comes later
    best = _with_alike(body, inmost, called, held)
    if best in ancestors(found):
        return best if held[found] < 0.95 * held[best] and amounts.linked(best) < 0.3 else None
    return best if held[best] >= 0.5 * held[found] else None


def _with_alike(
    body: HtmlElement, part: HtmlElement, called: list[HtmlElement], held: Counter[HtmlElement]
) -> HtmlElement:
    """``part`` of an article, or where others of its class beside it hold a tenth as much, what holds them all."""
    beside = (e for e in called if part not in ancestors(e) and e not in ancestors(part))
    alike = [element for element in beside if element.get("class") == part.get("class")]
    if sum(held[element] for element in alike) <= 0.1 * held[part]:
        return part
    both = _holding(body, {element: held[element] for element in (*alike, part)}, 1.0)
    return part if both is None else both


def _is_body(element: HtmlElement) -> bool:
    return element.tag == "founder-content" or (
        element.tag in BLOCKS
        and element.tag not in HEADINGS
        and (element.get("itemprop") == "articleBody" or _body().search(named(element)) is not None)
    )


def _is_document(body: HtmlElement, found: HtmlElement) -> bool:
    """Whether the page is no site's: nothing of a site's furniture and hardly a link outside of what was found."""
    outside = length(body) - length(found)
    inside = set(found.iter("a"))
    leaving = (link for link in body.iter("a") if link not in inside and not _INSIDE.match(link.get("href") or ""))
    links = list(map(length, leaving))
    leads_away = (
        any(not _INSIDE.match(link.get("href") or "") for link in part.iter("a")) for part in body.iter("nav", "aside")
    )
    furniture = (
        any(leads_away)
        or _imprint().search(f"{words(body)[:300]} {words(body)[-300:]}")
        or any(is_site_named(element) for element in body.iter("div", "ul", "section"))
    )
    return not furniture and (len(links) < 3 or len(links) < 8 and sum(links) <= 0.2 * outside)
