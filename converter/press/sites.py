"""What a site prints around its articles, known by its words: buttons, labels, claims, titles of lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from converter.press.lexicon import any_of, lists
from converter.press.lexicon import pattern as worded
from converter.press.marks import LETTER

_WAITS = "(?:<thing>)?<waits>(?:<thing>)?"
_TIME = r"\d{1,2}:\d\d(?::\d\d)?"
_WHOLE = {"whole line of a site": ".", "whole line without a full stop": "[^。]"}
"""The kinds of whole lines in ``words.tsv``, and what may stand around their words."""


def begins_list(text: str) -> bool:
    """Whether ``text`` begins as what stands above a list of other articles does: 相关阅读."""
    return _list_title().match(text) is not None


def is_list_title(text: str) -> bool:
    """Whether ``text`` stands above a list of other articles, and says nothing else."""
    return _list_title().fullmatch(text) is not None


def is_comments_title(text: str) -> bool:
    """Whether ``text`` stands above other people's words, which are the rest of its element: 网友评论（3）."""
    return _comments_title().fullmatch(text) is not None


def is_site_line(text: str) -> bool:
    """Whether the whole line is a button, a label, or a claim of a site's: 返回首页, 标签：渡口, 版权声明：…."""
    return (_line().fullmatch(text) or _claim().fullmatch(text)) is not None


def is_paging(text: str, is_link: bool = True) -> bool:
    """Whether ``text`` is numbers and buttons that lead to an article's other pages; without a link it says so."""
    return _paging().fullmatch(text) is not None and (is_link or _page_word().search(text) is not None)


def leads_elsewhere(link: str) -> bool:
    """Whether a line that is a link and nothing else says that it leads to another article."""
    return begins_list(link) or _leads_on().match(link) is not None


def is_control(text: str) -> bool:
    """Whether ``text`` is what a player shows of itself: 播放, 高清, 0:00/3:20."""
    return _control(_WAITS, "<says>", _TIME, r"(?:\d{3,4}[pP]|[248][kK])").fullmatch(text) is not None


def waits(text: str) -> bool:
    """Whether ``text`` is what a page shows until a thing is loaded or where it cannot be: 正在加载…"""
    return _control(_WAITS).fullmatch(text) is not None


def without_way_back(text: str) -> str:
    """``text`` without a button at its end that leads back to the site's first page: 返回海湾网首页."""
    return _back().sub("", text)


def pattern(subject: str, *shapes: str, needs: Iterable[str] = (), or_else: Iterable[str] = ()) -> re.Pattern[str]:
    """A pattern of one of the ``shapes`` with the words of a ``subject`` in them.

    Where it is told what it ``needs``, a word of one of these lists is in each shape, or a word of ``or_else``.
    """
    if not needs:
        return worded(__package__, subject, *shapes)

    @cache
    def words() -> frozenset[str]:
        tables = lists(__package__, "words")
        return frozenset(or_else).union(*(tables[subject, name] for name in needs))

    return worded(__package__, subject, *shapes, needs=words)


@cache
def _list_title() -> re.Pattern[str]:
    shape = r"[【\[▶►▼➤●■◆★☆※▲◎·—\s]*<begins>(?:<goes on>){0,2}(?:[：:>＞】\]﹕▼↓★☆—]|\s|$)"
    return pattern("other articles", shape, needs=("begins",))


@cache
def _comments_title() -> re.Pattern[str]:
    return pattern(
        "comments",
        r"<whose><are><where>?\s*[（(]?\s*\d*\s*[）)]?\s*<unit>?[：:]?(?:\s*<first>)*",
        r"<are>(?:<where>|\s*[（(]\s*\d*\s*[）)]|\s*\d+\s*<unit>?)[：:]?",
        r"\d+\s*<unit>?\s*<are>",
        r"<more>\s*\d*\s*<unit>?<answers>",
        r"[/\s]*<next article>[/\s]*",
        needs=("are", "answers", "next article"),
    )


@cache
def _control(*words: str) -> re.Pattern[str]:
    """What a player says: one of the ``words``, how much of the time is gone, how fast it plays; arrows."""
    said = rf"(?>(?:{_TIME}\s*/\s*{_TIME}|{'|'.join(words)}|\d(?:\.\d+)?[xX×])[\s.…·。，,:：|/]*)+"
    return pattern("control", said, "<begins>.{0,40}", r"[<>＜＞‹›«»◀▶◁▷\s]+")


@cache
def _claim() -> re.Pattern[str]:
    """What a site says of its rights, and of what it does not answer for."""
    return pattern(
        "claim",
        r"[*※（(【]*<begins>】?[：:\s].*<about>.*",
        r"<article><is>.{0,24}<sole>.{0,80}<leave>.*",
        r"[（(【\[]?<without>.{0,8}<leave>.{0,8}<forbidden>.{0,40}",
        r"<site>.{0,30}<held>.{0,60}",
        r".{0,12}<all rights>.{0,40}",
        r"(?i:[©Ⓒ]|copyright\b).{0,80}",
        r".{0,40}如有?<infringing>.{0,20}<removal>.{0,12}",
        r"Notice: The content above.*",
        needs=("begins", "sole", "without", "held", "all rights", "infringing"),
        or_else="©ⒸⓒcCN",
    )


@cache
def _paging() -> re.Pattern[str]:
    """A row of numbers and buttons that lead to an article's other pages, or to what stands beside it in its book."""
    return pattern(
        "paging", r"(?:(?:<buttons>|<places>|\d{1,2}|[.…<>＜＞«»\[\]【】|｜/·←→↑-]|[第共]\s*\d+\s*<page>)\s*)+"
    )


@cache
def _page_word() -> re.Pattern[str]:
    return pattern("paging", "<buttons>", "<page>")


@cache
def _line() -> re.Pattern[str]:
    """Buttons, labels, and words with so many characters around them as the table says."""
    around = "|".join(shape for kind, other in _WHOLE.items() for shape in _around(kind, other))
    shapes = (
        rf"<click>?[“\"「]?(?:{around})",
        r"<click>?<share>(?:<to>.{0,10})?",
        r"<back>.{2,6}<front page>.*",
        r"<more>.{0,30}[>＞»]+",
        r"<read>\s*[\d万萬+ ]+.{0,6}",
        r"<count>\s*\d[\d.]*[万萬]?\+?(?:\s*<count>\s*\d[\d.]*[万萬]?\+?)+",
        r"<label>\s*[：:﹕].*",
        r"(?:[#＃][^\s#＃]{1,20}[#＃]?\s*){2,}",
        r"[【\[]?<button>[】\]]?(?:\s*[【\[]?(?:<button>|<size>)[】\]]?)*",
    )
    return pattern(
        "line of a site",
        rf"(?:{'|'.join(shapes)})[：:]?",
        needs=("share", "front page", "more", "read", "count", "label", "button"),
        or_else={"#", "＃", *(word.partition("…")[0] for kind in _WHOLE for word in _words_of(kind))},
    )


def _words_of(kind: str) -> Iterator[str]:
    """The words of whole lines of a ``kind``, however much may stand around them."""
    return (word for key, words in lists(__package__, "words").items() if key[0] == kind for word in words)


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


@cache
def _back() -> re.Pattern[str]:
    return pattern("line of a site", rf"<back>{LETTER}{{2,6}}(?:<front page>[>＞»\s]*|，查看更多)$")
