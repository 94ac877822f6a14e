"""Advertisements: regions of their own on a page whose text sells something and tells no story, and paid notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from converter.model import Line, Opens, Role
from converter.press.folio import read_folio
from converter.press.lexicon import lists
from converter.press.marks import HAN, SENTENCE_ENDS
from converter.press.numbers import DIGIT, HAN_NUMBER
from converter.press.patterns import later
from converter.structure.cues.words import TELEPHONE
from converter.structure.markup.pieces import is_masthead

_SIZES = 3
"""Sizes of type that an advertisement has at least, where it does not say that it is one: a box has two."""

_WORDS = 3
"""Words of sellers and prices that are evidence, each for itself."""

_ENOUGH = 4
"""Evidence of an advertisement: those words, three sizes and a fourth one, and that it has no comma."""

_SENTENCE = 45
"""Characters for each full stop, up to which a text is made of sentences."""

_ONE_SIZE, _GOES_ON = 0.67, 0.33
"""The parts of a text more than which are in one size of type, or go on from the line above."""

_NOTICE = 200
"""Characters of the longest notice that is paid for (启事)."""

_PRICE = later(
    rf"[￥¥＄$]\s?[0-9]|[0-9０-９]\s?(?:[万萬]?元|[万萬]起)|[十百千][{HAN_NUMBER}]?元|[{DIGIT}{HAN_NUMBER}]\s?折"
)
_PLACE = later(rf"[路街巷道弄][{DIGIT}{HAN_NUMBER}]{{1,4}}[号號]")
_CALL = later(rf"{TELEPHONE.pattern}|(?<![0-9])1[3-9][0-9]{{9}}(?![0-9])")
_MARK = later(f"[^{HAN}]")


def with_adverts(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of advertisements as furniture; what is said of a picture stays with it.

    Evidence is that a frame or tint holds the whole, or that it stands apart on its page and is no running text; and
    that it calls itself one (广告, 启事), or else several sizes of type, and with them one of these: a telephone number
    or address and no sentence; words that lead to somebody, words of sellers or prices, and hardly a sentence.
    """
    found = list(lines)
    for places in (*_framed(lines), *_apart(lines)):
        if _is_advert([lines[place] for place in places]):
            for place in places:
                if lines[place].role is not Role.CAPTION:
                    found[place] = replace(lines[place], role=Role.FURNITURE, level=0, opens=Opens.BLOCK, form=None)
    return found


def _framed(lines: Sequence[Line]) -> Iterable[list[int]]:
    """The places of the lines in each frame."""
    regions: dict[tuple[int | None, tuple[int, ...]], list[int]] = {}
    for place, line in enumerate(lines):
        for depth in range(1, len(line.frames) + 1):
            regions.setdefault((line.page, line.frames[:depth]), []).append(place)
    return regions.values()


def _apart(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The places of lines that stand together on a page that was laid out, apart from all others; those of text are
    none."""
    regions: list[list[int]] = []
    for place, line in enumerate(lines):
        if line.box is not None:
            if not regions or line.gap_before or line.page != lines[regions[-1][-1]].page:
                regions.append([])
            regions[-1].append(place)
    for places in regions:
        some = [lines[place] for place in places]
        if _is_notice(some) or not _is_text(some):
            yield places


def _is_text(lines: Sequence[Line]) -> bool:
    """Whether lines are set as text is, not centred: most in one size of type, or going on from line to line."""
    length = sum(len(line.text) for line in lines)
    sizes: Counter[float | None] = Counter()
    going = 0
    for line in (line for line in lines if not line.centred):
        sizes[line.size] += len(line.text)
        going += len(line.text) * (line.opens is Opens.LINE)
    return max(sizes.values(), default=0) > _ONE_SIZE * length or going > _GOES_ON * length


def _is_notice(lines: Sequence[Line]) -> bool:
    """Whether lines are a short notice that somebody pays for, by their title: none of the paper's own."""
    words, title = lists(__package__, "words"), lines[0].text
    if not title.endswith(words["paid notice", "ends"]) or any(word in title for word in words["paid notice", "own"]):
        return False
    text = "".join(line.text for line in lines)
    return len(text) <= _NOTICE and (_tells_contact(text) or any(word in text for word in words["paid notice", "lost"]))


def _tells_contact(text: str) -> bool:
    """Whether a text says how somebody is reached, or where."""
    contact = lists(__package__, "words")["advertisement", "contact"]
    return _says_where(text) or any(word in text for word in contact)


def _says_where(text: str) -> bool:
    """Whether a text has a telephone number in it, or one in a street."""
    return _CALL.search(text) is not None or _PLACE.search(text) is not None


def _is_advert(lines: Sequence[Line]) -> bool:
    """Whether the lines of a region are an advertisement's."""
    words = lists(__package__, "words")
    if _is_notice(lines) or any(_MARK.sub("", line.text) in words["advertisement", "is"] for line in lines):
        return True
    sizes = len({line.size for line in lines if line.size})
    if sizes < _SIZES or _heads_page(lines):
        return False
    return _sells("\n".join(line.text for line in lines), sizes)


def _heads_page(lines: Sequence[Line]) -> bool:
    """Whether lines are a page's head: a paper's name and a day, as the telephone of its editors may stand there."""
    named = any(line.role is Role.FOLIO or is_masthead(line.text) for line in lines)
    return named and any(read_folio(line.text).date for line in lines)


def _sells(text: str, sizes: int) -> bool:
    """Whether a text in so many sizes of type sells something, and tells no story."""
    words = lists(__package__, "words")
    stops = sum(text.count(stop) for stop in SENTENCE_ENDS)
    if not stops and _says_where(text):
        return True
    sells = sum(word in text for word in words["advertisement", "sells"]) + len(_PRICE.findall(text))
    if stops * _SENTENCE > len(text) or not sells or not _tells_contact(text):
        return False
    return min(sells, _WORDS) + 1 + (sizes > _SIZES) + ("，" not in text) >= _ENOUGH
