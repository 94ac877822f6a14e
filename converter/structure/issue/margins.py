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
_LONGEST_JUMP = 24  # characters of one that is broken over two lines
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
    rf"\s*(?:[（(【\[〔]?\s*(?:[↓▼→➡▶]\s*)?(?:本文)?(?:<onward>|<to>(?=第))|[（(【\[〔]\s*(?:本文)?<to>)\s{{0,2}}"
    rf"{PLACE}{_NAMED}\s*[）)】\]〕]?\s*[↓▼→➡▶]?$",
)
_JUMP_AT_START = pattern(
    __package__,
    "jump",
    r"[（(【\[〔]\s*(?:本文)?(?:<back>|文?接|<continues>|<from>)[^。！？，）)\]]{1,12}<page>[^。，）)\]]{0,12}[）)】\]〕]\s*",
    rf"[（(【\[〔]\s*(?:本文)?(?:接|<continues>){PLACE}[）)】\]〕]\s*",
    rf"[◀◁←⬅]?\s*[（(【]?(?:本文)?<back>\s{{0,2}}{PLACE}(?:[·•：:][{HAN}]{{1,4}}(?=[\s“「《）)】]|$))?[）)】]?\s*[◀◁←⬅]?\s*",
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
    return [_with(source, pinned) for source in sources]


def set_jumps_apart(source: Source) -> Source:
    """A document of several pages, with its jumps as lines of their own.

    What its pages repeat may be of its stories: in a collection each has its source below it.
    """
    return _with(source, {})


def _with(source: Source, pinned: dict[str, Role]) -> Source:
    return replace(source, lines=tuple(line for page in _pages(source.lines) for line in _pinned(page, pinned)))


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
    for line in _broken_apart(page):
        role = pinned.get(_form(line.text)) if line.start in edges else None
        if goes_on and not (role or line.role) and _SENTENCE.search(line.text):
            line = replace(line, role=Role.PARAGRAPH, opens=Opens.BLOCK)  # it goes on another text than the one above
        parts = [replace(line, role=role)] if role else list(_apart(line))
        yield from parts
        goes_on = parts[-1].role is Role.JUMP and _JUMP_AT_START.fullmatch(parts[-1].text) is not None


def _broken_apart(page: Sequence[Line]) -> Iterator[Line]:
    """The page's lines; a jump that is broken over two, as in a narrow column, is cut from what stands beside it."""
    waiting = list(page[:1])
    for line in page[1:]:
        above = waiting.pop()
        waiting += _cut_between(above, line) or (above, line)
        yield from waiting[:-1]
        waiting = waiting[-1:]
    yield from waiting


def _cut_between(above: Line, line: Line) -> list[Line] | None:
    """Two lines without the jump that begins in the one and ends in the other, and its halves; None without one."""
    if not (_is_plain(above) and _is_plain(line)) or line.gap_before or line.opens is Opens.BLOCK:
        return None
    end, both = len(above.text), above.text + line.text
    tail = _JUMP_AT_END.search(both, max(0, end - _LONGEST_JUMP)) if len(line.text) < _LONGEST_JUMP else None
    if tail and tail.start() < end:
        begin = tail.start() + len(tail[0]) - len(tail[0].lstrip())
        halves = [_piece(above, begin, end, Role.JUMP), _piece(line, 0, len(line.text), Role.JUMP)]
        rest = [_piece(above, 0, tail.start(), Role.PARAGRAPH)] if tail.start() else []
        return [*rest, halves[0], replace(halves[1], opens=Opens.LINE)]
    head = _JUMP_AT_START.match(both) if end < _LONGEST_JUMP else None
    if head and end < len(head[0].rstrip()):
        cut = len(head[0].rstrip()) - end
        half = replace(_piece(line, 0, cut, Role.JUMP), opens=Opens.LINE)
        begin = head.end() - end
        rest = [_piece(line, begin, len(line.text), Role.PARAGRAPH)] if begin < len(line.text) else []
        return [replace(above, role=Role.JUMP), half, *(replace(one, opens=Opens.BLOCK) for one in rest)]
    return None


def _is_plain(line: Line) -> bool:
    """Whether nothing is told of a line, and each of its characters is one of the text."""
    return not (line.role or line.runs) and len(line.text) == line.end - line.start


def _apart(line: Line) -> Iterator[Line]:
    """The line, and a jump that stands at its head or end as a line of its own."""
    if not _is_plain(line):
        yield line
        return
    head = _JUMP_AT_START.match(line.text)
    begin = head.end() if head else 0
    tail = _JUMP_AT_END.search(line.text[begin:])
    end = begin + tail.start() if tail else len(line.text)
    if not (head or tail):
        yield line
    elif begin == end:
        yield replace(line, role=Role.JUMP, opens=Opens.BLOCK if line.opens is Opens.LINE else line.opens)
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
