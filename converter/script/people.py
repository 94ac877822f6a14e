"""Who is named in a document: where a page names people (bylines, credits, notes), and by the words around a name.

A name found once is kept wherever it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from itertools import chain

from converter.model import Issue, Role, Span
from converter.press.dictionary import best, counted
from converter.press.facts import stories
from converter.press.marks import LETTER
from converter.press.patterns import later
from converter.press.people import people_in as named_in
from converter.script.name_or_words import (
    AFTER_POST,
    AMID,
    AT_HEAD,
    BLANK,
    IN_ROW,
    LED,
    ON_NAMING_LINE,
    any_of,
    at_head,
    begin_surnames,
    by_first,
    common_words,
    double_surnames,
    ends_a_list,
    given_names,
    is_word,
    known,
    may_be,
    names,
    said_or_titled,
    sounds,
    surname_of,
    surnames,
    words,
)
from converter.script.words import MARGIN, Phrases, han, with_more

_BLANKS = later("[ \u3000]+")
_NAMING = {Role.BYLINE, Role.CREDIT, Role.SIGNATURE, Role.COLUMN_NOTE, Role.SOURCE_NOTE, Role.DATELINE}
SHOWN = 8
"""A name that nothing but a verb shows is one if that is so in one of so many places at the least."""
_PLACES = {"speaker": AT_HEAD, "signed": AFTER_POST}
"""Patterns after which a name begins, and what it gains there."""
_NEEDED = {"speaker": "：:", "signed": "）)", "taken": "摄", "spaced": " \u3000", "foreign": "·•・‧"}
"""Marks one of which a pattern needs."""


@cache
def _known(kind: str) -> re.Pattern[str]:
    """One of the patterns, compiled when it is first used: a name in them is any that may be one by its length."""
    name = f"{LETTER}{{2,4}}"
    sound = f"[{sounds()}]" if kind == "foreign" else ""
    ends = "[{1}](?<=[{0}].)".format(*map("".join, zip(*_posts(), strict=True))) if kind == "post" else ""
    taken = f"(?P<taken>摄(?:影|(?!{LETTER})))"
    patterns = {
        # 本报记者  江  帆; 董事长于洋; the next of several: 、范伟
        "post": f"{ends}[/／：:|｜]?{BLANK}(?=[{''.join(begin_surnames())}])",
        "next": f"(?:{BLANK}[、，和与及/／]{BLANK}|[ \u3000]+)(?={LETTER})",
        # at a paragraph's head 于洋：; at its end （于洋）; 于洋摄
        "speaker": f"^(?={name}[：:])",
        "signed": f"[（(]{BLANK}(?={name}{BLANK}[)）]$)",
        "taken": "摄(?=$|[)）])",
        "taken by": f"(?:^|(?<=[\\s。！？；，（(]))(?={name}\\Z)",
        "spaced": f"[ \u3000](?<={LETTER}.)[ \u3000]*+(?=({LETTER})(?:(?!{LETTER})|{taken}|{any_of('tail')}))",
        "first half": f"(?<!{LETTER}){LETTER}{{1,2}}\\Z",
        "foreign": f"{sound}(?<!{sound}.){sound}*+(?:[·•・‧]{sound}+)+",
    }
    return later(patterns[kind], re.MULTILINE)


def people_in(issue: Issue, read: Callable[[str], str] = str) -> list[str]:
    """The names that the issue's blocks give, and its authors'; ``read`` gives a text in simplified characters."""
    naming = [block.text for block in issue.blocks() if block.role in _NAMING] + [issue.metadata.author or ""]
    naming += dict.fromkeys("、".join(story.authors) for _, story in stories(issue) if story.authors)
    text = "\n".join(block.text for block in issue.blocks())
    return list(dict.fromkeys(chain(*(people_of(line, read, naming=True) for line in naming), people_of(text, read))))


def people_of(text: str, read: Callable[[str], str] = str, naming: bool = False) -> Iterator[str]:
    """The names that ``text``, a paragraph a line, gives, as it writes them.

    ``naming`` tells that it is one line that names people. Words and titles are known in simplified characters, which
    ``read`` gives, one for one.
    """
    simple = read(text)
    names_there = list(_listed(simple) if naming else people_around(simple))
    if simple == text or len(simple) != len(text):
        yield from names_there
        return
    written = _firsts({*names_there}, simple, text)
    if rest := {*names_there}.difference(written):
        written |= _firsts(rest, _BLANKS.sub("", simple), _BLANKS.sub("", text))
    for name in names_there:
        if name in written and (naming or written[name][0] != "於"):  # a preposition: 于 has its own character there
            yield written[name]


def _firsts(names_there: Collection[str], simple: str, text: str) -> dict[str, str]:
    """What ``text`` has where each of the names stands first in ``simple``, told for all of them at once."""
    found: dict[str, str] = {}
    for start, end in with_more(Phrases(), names_there).places(simple):
        found.setdefault(simple[start:end], text[start:end])
    return found


def _listed(text: str) -> Iterator[str]:
    """The names in a line that names people, where they are likelier than other words; those with blanks last."""
    found = [(text[one.start : one.end], one.name) for one in named_in(text)]
    for _, name in found:
        if 2 <= len(name) <= 4 and names(name, {0: ON_NAMING_LINE}) == [(0, len(name))]:
            yield name
    yield from (written for written, name in found if written != name)


def _spaced(text: str) -> Iterator[tuple[Span, str, bool]]:
    """Where names of two characters stand with blanks between them, the names, and whether they are credits."""
    for hit in _found("spaced", text):
        first = _known("first half").search(text, max(0, hit.start() - 2), hit.start())
        if first and surnames().fullmatch(first.group()):
            yield (first.start(), hit.end(1)), first.group() + hit.group(1), bool(hit["taken"])


def _credited(text: str) -> Iterator[int]:
    """Where names begin that end before 摄."""
    for hit in _found("taken", text):
        if name := _known("taken by").search(text, max(0, hit.start() - 4), hit.start()):
            yield name.start()


def people_around(text: str) -> Iterator[str]:
    """The names in ``text``, a paragraph a line, that what stands around them shows.

    They stand after a post, before a title or a word for speaking, or in brackets at the end.
    """
    places = [(hit.end(), AFTER_POST) for hit in _known("post").finditer(text) if _is_post(text, hit)]
    for start, end in chain(*(_row(text, at, gain) for at, gain in places)):
        yield text[start:end]
    for start, end in chain(*(_row(text, at, gain) for at, gain in _shown(text))):
        if not is_word(text[start:end]):
            yield text[start:end]
    yield from _likely([*_said(text), *_at_heads(text)], text)
    for (start, end), name, is_credit in _spaced(text):
        if is_credit or name[:-1] not in common_words() and may_be(name):
            yield from (text[start:end], name)
    for hit in _found("foreign", text):
        yield from _foreign(text, hit)


def _shown(text: str) -> Iterator[tuple[int, int]]:
    """Where names begin that a mark shows or 摄, and what they gain there."""
    yield from ((hit.end(), gain) for kind, gain in _PLACES.items() for hit in _found(kind, text))
    yield from ((at, ON_NAMING_LINE) for at in _credited(text))


def _found(kind: str, text: str) -> Iterable[re.Match[str]]:
    """Where one of the patterns is found, quickly where a mark that it needs is not in the text."""
    for mark in _NEEDED[kind]:
        if mark in text:
            return _known(kind).finditer(text)
    return ()


def _is_post(text: str, hit: re.Match[str]) -> bool:
    """Whether a post ends with the first character of ``hit``, and no longer one goes on after it (博士|后)."""
    at = hit.end()
    joins = text[at : at + 1] in ("和", "与", "及")  # 老师和范经理
    return not joins and _ends_as_post(text, hit.start() + 1) and not _ends_as_post(text, at + 1)


def _ends_as_post(text: str, end: int) -> bool:
    """Whether a post ends at ``end``."""
    posts = _posts().get(text[max(0, end - 2) : end])
    return posts is not None and text.endswith(posts, 0, end)


@cache
def _posts() -> dict[str, tuple[str, ...]]:
    """The posts by their last two characters; none has fewer."""
    found: dict[str, tuple[str, ...]] = {}
    for post in words("post"):
        found[post[-2:]] = (*found.get(post[-2:], ()), post)
    return found


def _row(text: str, at: int, gain: int) -> Iterator[Span]:
    """The name that begins at ``at``, and those that follow it with 、 or 和 between."""
    while found := names(text, {at: gain}):
        yield from found
        following = _known("next").match(text, found[0][1])
        if not following:
            break
        at = following.end()
        if "、" in following.group() and gain == AFTER_POST and (listed := _next(text, at)):
            yield at, listed
            following = _known("next").match(text, listed)
            if not following:
                break
            at = following.end()


def _next(text: str, at: int) -> int:
    """Where a name of a list after a post ends that may be a word as well (余力), by what comes after it; 0 if none."""
    start = max(0, at - MARGIN)
    for end in (at + 2, at + 3):
        here = (at - start, end - start)
        if ends_a_list().match(text, end) and names(text[start:end], {here[0]: ON_NAMING_LINE}) == [here]:
            return end
    return 0


def _said(text: str) -> Iterator[Span]:
    """The names before a title or a word for speaking, and a surname with its title (于老师)."""
    near: dict[int, int] = {}
    for hit in said_or_titled().finditer(text):
        for at, left in _before(text, {hit.start(), hit.start("verb")} - {-1}):
            if not left and hit.group() in known("title") and _is_entitled(text, at):
                yield at, hit.end()
            if left not in (1, 2) or at in near:
                continue
            if near and at - max(near) > MARGIN:
                yield from _said_near(text, near)
                near = {}
            before = text[at - 1 : at]
            near[at] = AT_HEAD if not han(before) else LED if before in known("leads") else AMID
    if near:
        yield from _said_near(text, near)


def _before(text: str, ends: set[int]) -> Iterator[tuple[int, int]]:
    """Where a surname stands one to four characters before one of the ends, and how many characters are between."""
    begins = begin_surnames()
    for end in sorted(ends):
        before = text[max(0, end - 4) : end]
        if begins.isdisjoint(before):
            continue  # half of them
        for size in range(han(before[::-1]), 0, -1):
            at = end - size
            if text[at] not in begins:
                continue
            surname = surname_of(text[at:end])
            if text[at] == "于" and counted(text[at - 1 : at + 1] or "于") is not None and han(text[at - 1 : at]):
                continue  # 基于福柯所说
            if surname and text[at - 1 : at + 1] not in double_surnames() and not _ends_as_post(text, at + 1):
                yield at, size - surname


def _said_near(text: str, gains: dict[int, int]) -> Iterator[Span]:
    """The names at some of the places, each with those before it in a row: 于洋、余华和范伟表示."""
    for start, end in names(text, gains):
        found = [(start, end)]
        while text[start - 1 : start] in ("、", "和", "与"):
            last = start - 1
            sizes = range(2, 1 + min(4, han(text[max(0, last - 4) : last][::-1])))
            row = sizes and [span for span in names(text, {last - size: IN_ROW for size in sizes}) if span[1] == last]
            if not row:
                break
            found += row
            start = row[0][0]
        yield from reversed(found)


def _likely(spans: Iterable[Span], text: str) -> Iterator[str]:
    """The names that what people do shows, where the whole text bears it out.

    A word of the dictionary is one as long as no title shows the person; what is shown once, and stands in many other
    places where nothing shows it, is none.
    """
    found: dict[str, set[int]] = {}
    for start, end in spans:
        name = text[start:end]
        after = said_or_titled().match(text, end)
        titled = after and not after["verb"] and after.group() in known("title")
        if len(name) == 2 and after and after.start("verb") == end and is_word(text[end - 1 : end + 1]):
            continue  # 曾游说过
        if not is_word(name) or titled and name[0] not in common_words():
            found.setdefault(name, set()).add(start)
    counts = Counter(re.findall(by_first(found), text) if found else ())
    yield from (name for name, places in found.items() if len(places) * SHOWN >= counts[name])


def _at_heads(text: str) -> Iterator[Span]:
    """The full names at a clause's head whose characters make no words, before what a person does: 范小河把船…"""
    for hit in at_head().finditer(text):
        start, end = hit.span(1)
        name, given = text[start:end], text[start + 1 : end]
        if not set(given) <= given_names() or counted(given) is not None or not may_be(name):
            continue
        stop = end + han(text[end : end + MARGIN])
        first, second, *_ = *best(text[start:stop], {})[0], 9
        if first == 1 and second in (2, 3) and counted(name) is None:
            yield start, end


def _is_entitled(text: str, at: int) -> bool:
    """Whether a surname before a title is one by what stands before it: nothing of its clause, or a post."""
    return text[at] not in common_words() and (not han(text[at - 1 : at]) or _ends_as_post(text, at))


def _foreign(text: str, hit: re.Match[str]) -> Iterator[str]:
    """A name with a middle dot (约翰·克里), and its parts; it begins where a word does: 委托|约翰."""
    dot = hit.start() + han(hit.group())
    start = hit.start() - han(text[max(0, hit.start() - MARGIN) : hit.start()][::-1])
    edges = [start, *(start + end for end in best(text[start:dot], {})[0])]
    name = text[next(edge for edge in edges if edge >= hit.start()) : hit.end()]
    yield name
    yield from (part for part in re.split("[·•・‧]", name) if len(part) > 1)
