"""Who speaks: the speakers of a play, an interview or a transcript, each alone on a line or before the words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from converter.model import Line
from converter.press.marks import LETTER, SENTENCE_ENDS, STOPS
from converter.press.names import number_of_names
from converter.press.patterns import later
from converter.structure.cues.lines import word_cues
from converter.structure.series.schemes import word_set

_NOTE = r"(?:[（(\[〔][^（）()\[\]〔〕。：:]{1,20}[）)\]〕])?"
_NAME = rf"{LETTER}(?:{LETTER}|[·0-9A-Za-z]){{0,9}}[ \u3000]?{_NOTE}"
_ALONE = later(rf"({_NAME})[：:]$")
_SPEAKING = later(rf"({_NAME})[：:](?=.)")
_SPACED = later(rf"({LETTER}{{1,6}})\u3000+(?=.)", needs=lambda: "\u3000")
_TIME = r"[\[（(【]?(?:[0-9]{1,2}[:：])?[0-9]{1,2}[:：][0-9]{2}(?:[.,][0-9]{1,3})?[\]）)】]?"
_TIMED = later(rf"{_TIME}[ \u3000]*(?P<after>{_NAME})?[：:]?$|(?P<before>{_NAME})[：:]?[ \u3000]*{_TIME}$")
_BEGINS = later("[0-9]{1,2}[:：][0-9]{2}")
_CLOCK = later("[0-9][:：][0-9]")
_NO_SPEAKER = frozenset((
    "tells where it comes from", "says who made the page", "begins by saying who wrote it", "speaks of its author",
    "begins like a caption", "names a source of pictures", "begins with a reporters post", "names a post",
    "begins with an editors note", "ends as credits do", "speaks of its column", "is names and a credit",
))  # fmt: skip
"""Cues of a line that names people and does not let them speak: 责编：…, 图片：…."""
_POSTS = frozenset(("begins with a reporters post", "names a post"))
"""Those of them that whole sentences behind the colon refute: 记者：您几点上船？"""


def speakers_of(lines: Sequence[Line], free: Sequence[int]) -> tuple[list[int], list[int]]:
    """The places of the lines that say who speaks, with the words behind or below; and of the words below."""
    if spaced := _spaced(lines, free):
        return spaced, []
    if bare := _bare(lines, free):
        return bare, [place + 1 for place in bare]
    free = [place for place in free if _may_name(lines[place].text)]
    if len(free) < _LEAST:
        return [], []
    again = _speak_again(Counter([_before_colon(lines[place].text) for place in free]))
    speaking = _labels(lines, free, _SPEAKING) if again else []
    alone = [*(_labels(lines, free, _ALONE) if again else []), *_timed(lines, free)]
    told = {*speaking, *alone}
    spoken = [
        place + 1 for place in alone if place + 1 < len(lines) and place + 1 not in told and lines[place + 1].is_free
    ]
    return sorted(told), spoken


_LEAST = 2


def _bare(lines: Sequence[Line], free: Sequence[int]) -> list[int]:
    """The speakers of a play that sets each alone on a line, without a mark, above the words: two or more who come
    again, with hardly anything between but what they say and do.
    """
    may_be = [place for place in free if len(lines[place].text) <= _LONGEST_BARE and lines[place].text.isalpha()]
    counts = Counter([lines[place].text for place in may_be])
    if not _speak_again(counts):
        return []
    known = [place for place in may_be if counts[lines[place].text] > 1 and _is_speech(lines, place + 1)]
    if len(known) < _FEWEST_BARE:
        return []
    others = sum(lines[place].text[0] not in _ASIDE for place in range(known[0], known[-1])) - 2 * (len(known) - 1)
    return known if others < len(known) else []


def _is_speech(lines: Sequence[Line], place: int) -> bool:
    """Whether there is a line that ends a sentence."""
    return place < len(lines) and lines[place].is_free and lines[place].text[-1] in _ENDS


_LONGEST_BARE = 6
_FEWEST_BARE = 4
_ASIDE = "（(〔［"


def _spaced(lines: Sequence[Line], free: Sequence[int]) -> list[int]:
    """The speeches of a play that sets the speaker apart by a blank (小满　来了没有？): most of them end sentences."""
    labelled = [place for place in free if 0 < lines[place].text.find("\u3000") < _LONGEST_NAME]
    speeches = _labels(lines, [place for place in labelled if not sets_a_play(lines[place].text)], _SPACED)
    whole = sum(lines[place].text[-1] in _ENDS for place in speeches)
    return speeches if whole * 4 >= len(speeches) * 3 else []


_LONGEST_NAME = 8
_ENDS = f"{SENTENCE_ENDS}）)〕"


def sets_a_play(text: str) -> bool:
    """Whether a line says when, where or among whom a play is set: 时间　初秋, 人物：."""
    return text.replace("：", "\u3000").replace(":", "\u3000").partition("\u3000")[0] in word_set("line", "play")


def _may_name(text: str) -> bool:
    """Whether a colon stands where one may be behind a name or in a time."""
    return text.find("：", 1, _FAR) > 0 or text.find(":", 1, _FAR) > 0


_FAR = 40


def _before_colon(text: str) -> str:
    """What stands before the first colon, a speaker's name and note if any does."""
    return text.replace(":", "：").partition("：")[0]


def _speak_again(names: Counter[str]) -> bool:
    """Whether two of the names or more are there again."""
    return sum(count > 1 for count in names.values()) >= 2


def _labels(lines: Sequence[Line], free: Sequence[int], form: re.Pattern[str]) -> list[int]:
    """The lines of a ``form`` where two speakers or more speak again; one who speaks once has a short name."""
    found = [(place, match[1]) for place in free if (match := form.match(lines[place].text))]
    names = Counter([name for _, name in found])
    if not _speak_again(names):
        return []
    kept = [place for place, name in found if names[name] > 1 or len(name) <= _SHORT]
    return [place for place in kept if not _names_people(lines[place].text)]


_SHORT = 4


def _names_people(text: str) -> bool:
    """Whether what stands before the colon says what people did, or what stands behind is their names."""
    _, _, said = text.replace(":", "：").partition("：")
    telling = _NO_SPEAKER - _POSTS if said and said[-1] in SENTENCE_ENDS else _NO_SPEAKER
    return bool(said and number_of_names(said.rstrip(STOPS))) or not telling.isdisjoint(word_cues(text))


def _timed(lines: Sequence[Line], free: Sequence[int]) -> Iterator[int]:
    """The lines that are a time with or without a speaker, where there are two or more with one."""
    found = [
        (place, match)
        for place in free
        if len(text := lines[place].text) <= 40 and _CLOCK.search(text) and (match := _TIMED.match(text))
    ]
    above = sum(place + 1 < len(lines) and _BEGINS.match(lines[place + 1].text) is not None for place, _ in found)
    if 2 * above > len(found):  # with a time right below they are a list: what is on, and when
        return
    if sum(bool(match["after"] or match["before"]) for _, match in found) >= 2:
        yield from (place for place, _ in found)
