"""What only several pages together show: the line that stands at the edge of each of them is no part of a story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.model import Line, Opens, Role, Source
from converter.press.dates import WEEKDAY
from converter.press.folio import read_folio
from converter.press.lexicon import any_of, pattern
from converter.press.marks import HAN, is_han
from converter.press.numbers import DIGIT, HAN_NUMBER
from converter.press.pages import PLACE, label
from converter.press.patterns import later
from converter.press.posts import words_of

_EDGE = 3  # lines at either end of a page
_SHORT = 20  # characters that a line before a jump has at most that may be no paragraph
_SENTENCE = later("[，。；！？]")
_LONGEST = 40  # characters of a folio line or page foot
_COUNTED = later(f"[{DIGIT}{HAN_NUMBER}]+")
_SPACES = later(r"\s+")
_WHO = any_of(words_of("reporter", "author", "editor"))
_OF_A_STORY = pattern(__package__, "line of a story", _WHO, "<has>", "<ends>$")
_LONGEST_NAME = 6  # characters of a page's name
_DAY = pattern(__package__, "folio", WEEKDAY, "<has>")
_CONTACT = pattern(__package__, "contact", "<has>")
_NAMED = rf"(?:\s*[·•：:、]?\s*[{HAN}]{{1,6}})?"  # the page's name after its number
_JUMP_AT_END = pattern(
    __package__,
    "jump",
    rf"\s*[（(【\[〔]?\s*(?:[↓▼→➡▶]\s*)?(?:本文)?(?:<onward>|<to>(?=第)){PLACE}{_NAMED}\s*[）)】\]〕]?\s*[↓▼→➡▶]?$",
)
_JUMP_AT_START = pattern(
    __package__,
    "jump",
    r"[（(【\[〔]\s*(?:本文)?(?:<back>|文?接|<from>)[^。！？，）)\]]{1,12}<page>[^。，）)\]]{0,12}[）)】\]〕]\s*",
    rf"[◀◁←⬅]?\s*[（(【]?(?:本文)?<back>{PLACE}(?:[·•：:][{HAN}]{{1,4}}(?=[\s“「《）)】]|$))?[）)】]?\s*[◀◁←⬅]?\s*",
)


def pin_margins(sources: Sequence[Source]) -> list[Source]:
    """The pages of one issue with the lines pinned that are repeated at their edges, as folio lines or as furniture.

    A line counts as repeated when another page has it at its edge, numbers aside. Jumps at the ends of paragraphs
    (``……他说。（下转第二版）``) become lines of their own.
    """
    pages = [page for source in sources for page in _pages(source.lines)]
    edges = [{_form(line.text): line.text for line in _edges(page)} for page in pages]
    samples = {form: text for page in edges for form, text in page.items()}
    counts = Counter(form for page in edges for form in page)
    pinned = {
        form: role for form, count in counts.items() if (role := _margin(samples[form], count, count * 2 >= len(pages)))
    }
    return [
        replace(source, lines=tuple(line for page in _pages(source.lines) for line in _pinned(page, pinned)))
        for source in sources
    ]


def _pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each page that the source tells apart."""
    page: list[Line] = []
    for line in lines:
        if page and line.page != page[-1].page:
            yield page
            page = []
        page.append(line)
    if page:
        yield page


def _edges(page: Sequence[Line]) -> list[Line]:
    """The short lines at the head and the foot of a page."""
    edges = [*page[:_EDGE], *page[max(_EDGE, len(page) - _EDGE) :]]
    return [line for line in edges if len(line.text) <= _LONGEST and line.role is None]


def _form(text: str) -> str:
    """The line without its blanks, a zero for each number."""
    return _COUNTED.sub("0", _SPACES.sub("", text))


def _margin(text: str, count: int, often: bool) -> Role | None:
    """What a line is that ``count`` pages have at their edge; ``often`` where half of all have it.

    A byline, a source or a date under the headline is repeated too, where each page is one article.
    """
    page = label(text, "contents")
    if page and len(page.name) <= _LONGEST_NAME and all(map(is_han, page.name)):
        return Role.FOLIO
    if count < 2 or text[-1] in "。！？；，" or _OF_A_STORY.search(text):
        return None
    everywhere = count > 2 and often
    if _is_folio(text, everywhere):
        return Role.FOLIO
    return Role.FURNITURE if everywhere and _CONTACT.search(text) else None


def _is_folio(text: str, everywhere: bool) -> bool:
    """Whether a line that pages repeat tells the paper, the day or the page, as folio lines do."""
    known = read_folio(text)
    if known.paper:
        return everywhere or any((known.date, known.page, known.number, known.page_count))
    if known.date and _DAY.search(text):
        return True
    return known.page is not None and len(text) <= 12


def _pinned(page: Sequence[Line], pinned: dict[str, Role]) -> Iterator[Line]:
    """The page's lines, those at its edges that are known with their role, jumps apart from their paragraphs."""
    edges = {line.start for line in _edges(page)}
    goes_on = False
    for line in page:
        role = pinned.get(_form(line.text)) if line.start in edges else None
        if goes_on and not (role or line.role) and _SENTENCE.search(line.text):
            line = replace(line, role=Role.PARAGRAPH, opens=Opens.BLOCK)  # it goes on another text than the one above
        parts = [replace(line, role=role)] if role else list(_apart(line))
        yield from parts
        goes_on = parts[-1].role is Role.JUMP and _JUMP_AT_START.fullmatch(parts[-1].text) is not None


def _apart(line: Line) -> Iterator[Line]:
    """The line, and a jump that stands at its head or end as a line of its own."""
    if line.role or line.runs or len(line.text) != line.end - line.start:
        yield line
        return
    head = _JUMP_AT_START.match(line.text)
    begin = head.end() if head else 0
    tail = _JUMP_AT_END.search(line.text[begin:])
    end = begin + tail.start() if tail else len(line.text)
    if not (head or tail):
        yield line
    elif begin == end:
        yield replace(line, role=Role.JUMP)
    else:
        if head:
            yield _piece(line, 0, len(head[0].rstrip()), Role.JUMP)
        yield _piece(line, begin, end, Role.PARAGRAPH if head or end > _SHORT else None)
        if tail:
            yield _piece(line, len(line.text) - len(tail[0].lstrip()), len(line.text), Role.JUMP)


def _piece(line: Line, begin: int, end: int, role: Role | None) -> Line:
    """The characters of ``line`` from ``begin`` to ``end`` as a line of its own."""
    gap = 0 if begin else line.gap_before
    text, start = line.text[begin:end], line.start + begin
    return replace(line, text=text, start=start, end=line.start + end, gap_before=gap, role=role)
