"""What a site puts around and into its articles, known by its words: elements, titles of lists, lines."""

from __future__ import annotations

import re
from functools import cache

from lxml.html import HtmlElement

from converter.model import Form
from converter.press.sites import is_list_title, is_paging, is_site_line, leads_elsewhere, waits
from converter.readers.html.draft import Draft
from converter.readers.html.tree import named
from converter.readers.html.words import names

_ROLES = ("navigation", "complementary", "search", "banner", "contentinfo")


def is_site_named(element: HtmlElement) -> bool:
    """Whether the element is called something of the site's."""
    called = f"{named(element)} {element.get('aria-labelledby') or ''}"
    return _of_the_site().search(called) is not None or element.tag == "nav" or element.get("role") in _ROLES


def holds_others(element: HtmlElement) -> bool:
    """Whether the element is called something that holds other people's words or other articles, whatever its size."""
    return _of_others().search(named(element)) is not None


def is_line(draft: Draft) -> bool:
    """Whether the line is a button, a claim or a label of the site's, or a link to another article that says so."""
    text = draft.text
    if draft.form not in (None, Form.ITEM):
        return False
    return bool(
        is_site_line(text)
        or is_list_title(text.rstrip("▼↓👇— "))
        or waits(text)
        or is_paging(text, draft.is_link)
        or draft.is_link
        and leads_elsewhere(text)
    )


def without_links_at_end(drafts: list[Draft]) -> list[Draft]:
    """The lines without the row of links to other articles at their end, two or more."""
    end = len(drafts)
    while end and drafts[end - 1].is_link and drafts[end - 1].level == 0 and not drafts[end - 1].is_attached:
        end -= 1
    return drafts[:end] if len(drafts) - end > 1 and end else drafts


@cache
def _of_others() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){names('of others')}(?![a-z])")


@cache
def _of_the_site() -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){names('of others', 'of the site')}(?![a-z])")
