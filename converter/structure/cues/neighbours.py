"""The cues of a line that the lines around it give: what stands two lines away, and what its story holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from converter.structure.cues.briefs import brief_cues
from converter.structure.cues.lists import list_cues
from converter.structure.cues.measures import Page, heads, stories
from converter.structure.cues.vocabulary import opens_with_a_place

_SIGNS = {
    "is a name": "a byline",
    "is several names": "a byline",
    "is a name with a note": "a byline",
    "begins with a reporters post": "a byline",
    "begins by saying who wrote it": "a byline",
    "begins as an agency message": "a message",
    "opens with a dateline": "a message",
    "is an agency message in brackets": "a message",
    "is a date": "a message",
    "is a name in brackets": "an end",
    "speaks of its author": "an end",
    "says who made the page": "an end",
    "is a jump to another page": "an end",
    "tells where it comes from": "an end",
}
"""Cues whose line is worth seeing from two lines away, and what they are a sign of."""


def story_cues(page: Page, cues: Sequence[Sequence[str]]) -> Iterator[tuple[int, str]]:
    """Line numbers and what their neighbourhood says of them, given the cues of each line alone."""
    telling = _SIGNS.keys()
    signs = ["" if telling.isdisjoint(line) else next(_SIGNS[cue] for cue in line if cue in telling) for line in cues]
    yield from [(n, f"stands two lines above {sign}") for n, sign in enumerate(signs[2:]) if sign]
    yield from [(n, f"stands two lines below {sign}") for n, sign in enumerate(signs[:-2], 2) if sign]
    pictures = list(_picture_stories(page, cues))
    yield from _each(pictures)
    if not pictures:
        yield from ((n, "is on a page that speaks of no picture") for n in range(len(cues)))
    yield from _titles_signed(page, signs, {number for number, cue in _each(pictures) if cue == _CREDITED})
    yield from _titles_in_series(page)
    yield from _short_last_lines(page)
    if cues and "names a paper and its day or page" in cues[0]:
        yield 0, "names a paper and its day at the page's head"
    yield from _small_last_lines(page)
    yield from _second_lines(page)
    yield from brief_cues(page, cues)
    yield from list_cues(page, cues)
    yield from _organs(page, cues)
    yield from _places(page, signs)
    yield from _messages_below_text(page, cues)


def _titles_signed(page: Page, signs: list[str], credited: set[int]) -> list[tuple[int, str]]:
    """For each title-like line whether its title has a byline or a dateline, on a page where several have.

    Of those of ``credited`` stories nothing is said: a credit is their byline.
    """
    signed = {head for head in page.heads if _is_signed(page, signs, head)}
    if len(signed) < 2:
        return []
    found = []
    head = 0
    for number, title in enumerate(page.titles):
        head = number if number in page.heads else head
        if title and number not in credited:
            cue = "is of a signed title" if head in signed else "is of a title that is not signed as others are"
            found.append((number, cue))
    return found


def _is_signed(page: Page, signs: Sequence[str], head: int) -> bool:
    """Whether a byline or a dateline is among the lines of a title, or right below them."""
    for number in range(head, min(head + 6, len(signs))):
        if signs[number] in ("a byline", "a message"):
            return True
        if not page.titles[number]:
            break
    return False


def _organs(page: Page, cues: Sequence[Sequence[str]]) -> list[tuple[int, str]]:
    """The places and organs that may be a headline's kicker: above a title line, not above a date as one that signs."""
    return [
        (n, "is a place or an organ above a title line")
        for n, line in enumerate(cues[:-1])
        if page.titles[n + 1]
        and page.lengths[n] <= _LONGEST_ORGAN
        and "is a date" not in cues[n + 1]
        and not _ORGANS.isdisjoint(line)
    ]


def _places(page: Page, signs: Sequence[str]) -> list[tuple[int, str]]:
    """The title lines that say where and what above the headline: 江苏海州补短板. Above a byline such a line is one."""
    return [
        (n, "opens with a place above a title line")
        for n in page.heads
        if any(page.titles[n + 1 : n + 2]) and not signs[n + 1] and opens_with_a_place(page.lines[n].text)
    ]


def _messages_below_text(page: Page, cues: Sequence[Sequence[str]]) -> list[tuple[int, str]]:
    """Where a story ends in the place that it was sent from, as another begins: （本报海州3月25日电）."""
    return [
        (n, "is an agency message in brackets below text")
        for n, line in enumerate(cues)
        if n and not page.titles[n - 1] and "is an agency message in brackets" in line
    ]


def _short_last_lines(page: Page) -> list[tuple[int, str]]:
    """The last lines of titles where most titles of the page end in a line far shorter than the one above: bylines."""
    lasts = [n for n in _ends(page) if n not in page.heads]
    short = [n for n in lasts if page.lengths[n] <= 10 and page.lengths[n] * 5 <= page.lengths[n - 1] * 3]
    if len(short) < 3 or len(short) * 3 < len(lasts) * 2:
        return []
    return [(n, "is a short last line of a title as others have one") for n in short]


def _small_last_lines(page: Page) -> list[tuple[int, str]]:
    """Where a title of two lines or more ends in a tiny one above text, as a pen name stands: 夜归人, 一苇."""
    return [
        (n, "is a tiny last line of a title above text")
        for n in _ends(page)
        if n not in page.heads
        and 2 <= page.lengths[n] <= 5
        and page.lengths[n - 1] >= 2 * page.lengths[n]
        and n + 1 < len(page.lines)
    ]


def _second_lines(page: Page) -> list[tuple[int, str]]:
    """The second and last line of the page's first title where it is far the longer: a deck without a dash, most often,
    as a kicker is hardly all that a page begins with.
    """
    first = min(page.heads, default=0)
    here = first + 1
    if first > 2 or not any(page.titles[here : here + 1]) or any(page.titles[here + 1 : here + 2]):
        return []
    long = page.lengths[here] >= 16 and page.lengths[here] * 2 >= page.lengths[first] * 3
    return [(here, "is the long second line of the page's first title")] if long else []


def _titles_in_series(page: Page) -> list[tuple[int, str]]:
    """For each title-like line that stands alone, how long it is against the two such lines around it."""
    alone = [n for n in _ends(page) if n in page.heads]
    found = []
    for above, here, below in zip(alone, alone[1:], alone[2:], strict=False):
        most, least = sorted((page.lengths[above], page.lengths[below]), reverse=True)
        length = page.lengths[here]
        fit = "longer than" if length > most + 2 else "shorter than" if length < least - 2 else "as long as"
        found.append((here, f"is {fit} the lone titles around it"))
    return found


def _ends(page: Page) -> list[int]:
    """The last line of each title."""
    return [n for n, title in enumerate(page.titles) if title and not any(page.titles[n + 1 : n + 2])]


def _picture_stories(page: Page, cues: Sequence[Sequence[str]]) -> Iterator[tuple[range, str]]:
    """The lines of each story in which a line speaks of a picture: its title, its text and the line itself."""
    pictures = bytes(not OF_PICTURES.isdisjoint(line) for line in cues)
    titles = bytes(title and not picture for title, picture in zip(page.titles, pictures, strict=True))
    for first, end in stories(heads(titles), len(cues)):
        if any(pictures[first:end]):
            texts = [page.lengths[n] for n in range(first, end) if not (titles[n] or pictures[n])]
            signed = _is_short(page, texts) and not _CREDITS.isdisjoint(cues[end - 1])
            yield range(first, end), _CREDITED if signed else "is of a story with a picture"


def _each(stories: Iterable[tuple[range, str]]) -> Iterator[tuple[int, str]]:
    """Each line of some stories with what is said of it: a long text has too many lines to list them."""
    return ((number, cue) for lines, cue in stories for number in lines)


def _is_short(page: Page, texts: Sequence[int]) -> bool:
    """Whether lines of these lengths are text enough for a picture and no more: three at most where lines are whole."""
    return 0 < sum(texts) <= _LONGEST_PICTURE_STORY and (page.width > 0 or len(texts) <= 3)


_ORGANS = {"is a place", "ends as an organ's name does"}
_LONGEST_ORGAN = 8  # characters: 国家发展改革委
_LONGEST_PICTURE_STORY = 500  # characters
_CREDITED = "is of a short story that ends in a credit"

_CREDITS = {"is names and a credit", "is short and ends in a credit", "is names and a report"}
OF_PICTURES = {
    "ends as credits do",
    "names a source of pictures",
    "is names and a credit",
    "is names and a report",
    "begins like a caption",
    "speaks of what a picture shows",
    "tells who stands where",
}
"""Cues of a line that speaks of a picture."""
