"""What the book is called: its rules in one place, for a document that tells no title outright.

A title stands above the first of a series of chapters; a chapter's title is not the book's. Without a series it is the
first headline, unless that is none: what asks the reader to do something, a number, a day, an office's letterhead
(GB/T 9704-2012, 7.2.4). Then a notice is called after what it gives notice of, and any document after its file, where
the file has a name. Title marks 《》 around the whole go.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile

from converter.model import Block, Issue, Role
from converter.press.dates import without_dates
from converter.press.lexicon import any_of, lists
from converter.press.marks import HAN
from converter.press.numbers import HAN_NUMBER
from converter.press.pages import page_in_name
from converter.press.patterns import later
from converter.structure.shapes.notices import LETTERHEAD, number_pattern, title_over_lines

LONGEST = 60
"""Characters of a title; what is longer is text."""

_HEAD = 12
"""Blocks at the head of a document among which its title is looked for."""

_COUNT = f"第[ \u3000]*[0-9０-９{HAN_NUMBER}两]{{1,7}}[ \u3000]*"
_AFTER = r"(?=$|[ \u3000：:、.．·]|[（(《“「])"
_MARKED = later("[《〈『「](?P<inside>[^《》〈〉『』「」]+)[》〉』」]")
_BRACKETED = later(r"[（(【\[〔][^（(【\[〔]*[）)】\]〕]")
_CLOCK = later(r"[0-9]{1,2}[:：][0-9]{2}")
_WORD = later(f"[{HAN}]|[A-Za-z]{{3}}")
_ROLES = (Role.HEADLINE, Role.COLUMN_TITLE, Role.KICKER, Role.DECK, Role.SUBHEAD)
_SHORT = (*_ROLES, Role.FOLIO, Role.BYLINE, Role.LEAD, Role.CAPTION, Role.PARAGRAPH, Role.FURNITURE)


def with_title(issue: Issue) -> Issue:
    """The issue with the title that it has, where its metadata tell neither one nor a paper."""
    data = issue.metadata
    if data.title or data.paper:
        return issue
    first = next((article.title for article in issue.articles() if article.title), None)
    found = title_of(list(issue.blocks()), first, data.source)
    return issue if found in (None, first) else replace(issue, metadata=replace(data, title=found))


def title_of(blocks: Sequence[Block], headline: str | None, source: str | None = None) -> str | None:
    """What a document of these blocks is called, whose first story has that ``headline`` and whose file the name
    ``source``; None where nothing tells.
    """
    titles = [block.text for block in blocks if block.role in _ROLES]
    named = name_of_file(source or "")
    found = _shared(titles) or _of_series(blocks, named)
    return found or _of_one(blocks, titles, headline or next(iter(titles), None), named)


def _of_series(blocks: Sequence[Block], named: str | None) -> str | None:
    """What a series of chapters is called: what stands above the first; else after the file, else that chapter."""
    chapters = [block for block in blocks if len(block.text) <= LONGEST and _chapter().match(block.text)]
    if not _is_series(chapters):
        return None
    above = takewhile(lambda block: block is not chapters[0], blocks[:_HEAD])
    best = next(_good(block.text for block in above if block.role in _SHORT), None) or named
    return best or (unmarked(chapters[0].text) if _says_something(chapters[0].text) else None)


def _of_one(blocks: Sequence[Block], titles: Sequence[str], headline: str | None, named: str | None) -> str | None:
    """What a document without a series is called: after its headline, if that is one; else a notice, the file, what
    stands below.
    """
    notice = _of_notice(blocks[:_HEAD])
    if headline and _is_good(headline):
        return notice if notice and headline in notice else unmarked(headline)
    if headline and _chapter().match(headline) and _says_something(headline):
        return named or unmarked(headline)
    folio = [block.text for block in blocks[:1] if block.role is Role.FOLIO]
    return notice or named or next(_good([*folio, *titles]), headline)


def unmarked(title: str) -> str:
    """A title without the title marks around the whole of it."""
    found = _MARKED.fullmatch(title.strip())
    return found["inside"].strip() if found and title.strip()[0] in "《〈" else title.strip()


def name_of_file(name: str) -> str | None:
    """The title that a file's name is; None where it is a number, a date or what any file may be called."""
    stem = re.sub(r"\.[A-Za-z]{1,5}$", "", name).strip()
    if found := re.search("《([^《》]+)》", stem):
        return found[1].strip()
    rest = re.sub(rf"{_BRACKETED.pattern}|(?:作者[：:]?|[ _-]by[ _-]).*$", "", stem, flags=re.IGNORECASE)
    rest = re.sub(rf"(?:[ _-]*{_words('is of all the text')})+$", "", rest, flags=re.IGNORECASE).strip(" _-—·.　")
    plain = without_dates(rest)
    if page_in_name(plain) or len(re.findall(f"[{HAN}]", plain)) < 2 or _chapter().match(rest) or not _is_good(rest):
        return None
    return rest


def _is_series(chapters: Sequence[Block]) -> bool:
    """Whether two lines or more are of a series of chapters, not the numbered heads of one story."""
    return len(chapters) > 1 and any(not re.match(f"[{HAN_NUMBER}]+[、.．]", block.text) for block in chapters)


def _shared(titles: Sequence[str]) -> str | None:
    """The title that stands before the numbers of several chapters (雾城 第一章…)."""
    found = [match["title"] for match in map(_after_title().match, titles) if match]
    return unmarked(found[0]) if len(found) > 1 and set(found) == {found[0]} and _is_good(found[0]) else None


def _good(texts: Iterable[str]) -> Iterator[str]:
    """Those of the lines that may be the title of a book, without their title marks."""
    return (unmarked(text) for text in texts if _is_good(text) and not _chapter().match(text))


def _is_good(text: str) -> bool:
    """Whether a line may be the title of a book."""
    text = unmarked(text)
    if len(text) > LONGEST or text[-1:] in tuple("。；;，,、：:") or not _says_something(text):
        return False
    if _chapter().match(text) or _BRACKETED.fullmatch(text) or _CLOCK.search(text) or number_pattern().fullmatch(text):
        return False
    if LETTERHEAD.fullmatch(text) and "的" not in text:
        return False
    return not (_no_title().fullmatch(text) or _asks().search(text) or _says().match(text))


def _says_something(text: str) -> bool:
    """Whether anything but numbers and a day is in a line."""
    rest = without_dates(text)
    return len(_WORD.findall(_chapter().sub("", rest, count=1))) > 0 and _is_word(rest)


def _is_word(text: str) -> bool:
    return any(char.isalpha() and char not in HAN_NUMBER for char in text)


def _of_notice(blocks: Sequence[Block]) -> str | None:
    """What a notice is called: the line that ends in what kind it is, with the line above where it goes over two."""
    texts = [block.text if len(block.text) <= LONGEST and block.role in _SHORT else "" for block in blocks]
    return next((found for above, text in pairwise(["", *texts]) if (found := title_over_lines(above, text))), None)


def _words(name: str, of: str = "title") -> str:
    return any_of(lists(__package__, "titles")[of, name])


@cache
def _chapter() -> re.Pattern[str]:
    """How the title of a chapter begins, or of another part of a series."""
    unit, part, alone, rank = (_words(name, "chapter") for name in ("unit", "part", "alone", "rank"))
    return later(
        rf"{_COUNT}{unit}(?!全){_AFTER}|[卷篇][{HAN_NUMBER}]{{1,3}}{_AFTER}|(?:{part}|{alone}){_AFTER}"
        rf"|[特{HAN_NUMBER}]{rank}|[{HAN_NUMBER}]{{1,3}}[、.．]|[0-9０-９]{{1,3}}(?=$|[、.． \u3000])"
        r"|(?:chapter|part|book)[ .]*[0-9ivxl]+\b",
        re.IGNORECASE,
    )


@cache
def _after_title() -> re.Pattern[str]:
    """A book's title before the number of a chapter."""
    return later(rf"(?P<title>[^第]{{2,20}}?)[ \u3000！!？?：:—-]*{_COUNT}{_words('unit', 'chapter')}{_AFTER}")


@cache
def _no_title() -> re.Pattern[str]:
    return later(rf"[【\[]?{_words('none is')}[】\]]?[0-9_ -]*", re.IGNORECASE)


@cache
def _asks() -> re.Pattern[str]:
    return later(_words("asks the reader"))


@cache
def _says() -> re.Pattern[str]:
    return later(rf"{_words('says who or what')}[ \u3000]*[：:|｜/／]|{_words('begins a report')}[ \u3000]")
