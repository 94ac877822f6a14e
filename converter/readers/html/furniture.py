"""What a site puts around and into its articles, known by its words: elements, titles of lists, lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from lxml.html import HtmlElement

from converter.model import Form
from converter.press.lexicon import any_of, lists
from converter.readers.html.draft import Draft
from converter.readers.html.tree import named
from converter.readers.html.words import names, pattern

_TIME = r"\d{1,2}:\d\d(?::\d\d)?"
_ROLES = ("navigation", "complementary", "search", "banner", "contentinfo")


def is_site_named(element: HtmlElement) -> bool:
    """Whether the element is called something of the site's."""
    called = f"{named(element)} {element.get('aria-labelledby') or ''}"
    return _of_the_site().search(called) is not None or element.tag == "nav" or element.get("role") in _ROLES


def holds_others(element: HtmlElement) -> bool:
    """Whether the element is called something that holds other people's words or other articles, whatever its size."""
    return _of_others().search(named(element)) is not None


def begins_list(text: str) -> bool:
    """Whether ``text`` begins as what stands above a list of other articles does: 相关阅读."""
    return _list_title().match(text) is not None


def is_list_title(text: str) -> bool:
    """Whether ``text`` stands above a list of other articles, and says nothing else."""
    return _list_title().fullmatch(text) is not None


def is_comments_title(text: str) -> bool:
    """Whether ``text`` stands above other people's words, which are the rest of its element: 网友评论（3）."""
    return _comments_title().fullmatch(text) is not None


def is_line(draft: Draft) -> bool:
    """Whether the line is a button, a claim or a label of the site's, or a link to another article that says so."""
    text = draft.text
    if draft.form not in (None, Form.ITEM):
        return False
    return bool(
        _line().fullmatch(text)
        or is_list_title(text.rstrip("▼↓👇— "))
        or waits(text)
        or _claim().fullmatch(text)
        or _paging().fullmatch(text)
        and (draft.is_link or _page_word().search(text))
        or draft.is_link
        and (begins_list(text) or _leads_on().match(text))
    )


def is_control(text: str) -> bool:
    """Whether ``text`` is what a player shows of itself: 播放, 高清, 0:00/3:20."""
    return _control("<waits>", "<says>", _TIME).fullmatch(text) is not None


def waits(text: str) -> bool:
    """Whether ``text`` is what a page shows until a thing is loaded or where it cannot be: 正在加载…"""
    return _control("<waits>").fullmatch(text) is not None


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


@cache
def _list_title() -> re.Pattern[str]:
    return pattern("other articles", r"[【\[▶►▼➤●■◆·—\s]*<begins>(?:<goes on>){0,2}(?:[：:>＞】\]﹕▼↓—]|\s|$)")


@cache
def _comments_title() -> re.Pattern[str]:
    return pattern(
        "comments",
        r"<whose><are><where>?\s*[（(]?\s*\d*\s*[）)]?\s*<unit>?[：:]?(?:\s*<first>)*",
        r"<are>(?:<where>|\s*[（(]\s*\d*\s*[）)]|\s*\d+\s*<unit>?)[：:]?",
        r"\d+\s*<unit>?\s*<are>",
        r"<more>\s*\d*\s*<unit>?<answers>",
        r"[/\s]*<next article>[/\s]*",
    )


@cache
def _control(*words: str) -> re.Pattern[str]:
    """What a player says: one of the ``words``, how much of the time is gone, how fast it plays; arrows."""
    said = rf"(?>(?:{_TIME}\s*/\s*{_TIME}|{'|'.join(words)}|\d(?:\.\d+)?[xX×])[\s.…·。:：|/]*)+"
    return pattern("control", said, "<begins>.{0,40}", r"[<>＜＞‹›«»◀▶◁▷\s]+")


@cache
def _claim() -> re.Pattern[str]:
    """What a site says of its rights, and of what it does not answer for."""
    return pattern(
        "claim",
        r"[*※（(【]*<begins>】?[：:].*<about>.*",
        r"<article><is>.{0,24}<sole>.{0,80}<leave>.*",
        r"[（(【\[]?<without>.{0,8}<leave>.{0,8}<forbidden>.{0,40}",
        r"<site>.{0,30}<held>.{0,60}",
        r".{0,12}<all rights>.{0,40}",
        r"[©Ⓒ].{0,80}",
        r"Notice: The content above.*",
    )


@cache
def _paging() -> re.Pattern[str]:
    """A row of numbers and buttons that lead to an article's other pages."""
    return pattern("paging", r"(?:(?:<buttons>|\d{1,2}|[.…<>＜＞«»\[\]|/]|[第共]\s*\d+\s*<page>)\s*)+")


@cache
def _page_word() -> re.Pattern[str]:
    return pattern("paging", "<buttons>", "<page>")


@cache
def _line() -> re.Pattern[str]:
    """Buttons, labels, and words with so many characters around them as the table says."""
    around = "|".join((*_around("whole line of a site", "."), *_around("whole line without a full stop", "[^。]")))
    shapes = (
        rf"<click>?[“\"「]?(?:{around})",
        r"<click>?<share>(?:<to>.{0,10})?",
        r"<back>.{2,6}<front page>.*",
        r"<more>.{0,30}[>＞»]+",
        r"<read>\s*[\d万萬+ ]+.{0,6}",
        r"<label>\s*[：:﹕].*",
        r"[【\[]?<button>[】\]]?(?:\s*[【\[]?(?:<button>|<size>)[】\]]?)*",
    )
    return pattern("line of a site", rf"(?:{'|'.join(shapes)})[：:]?")


def _around(kind: str, other: str) -> Iterator[str]:
    """The shapes of whole lines of a ``kind``: ``other`` stands for a character before or after the words."""
    for (subject, *room), words in lists(__package__, "words").items():
        if subject == kind:
            before, after = room
            between = any_of(words).replace("…", ".{0,40}")
            yield f"{other}{{0,{before}}}{between}{other}{{0,{after}}}"


@cache
def _leads_on() -> re.Pattern[str]:
    """Begins a line that is a link and nothing else of the article."""
    return pattern("link elsewhere", r"[\W_]*<begins>")
