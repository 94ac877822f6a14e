"""Series whose members have names and no numbers: the heads of a career, eras, the bench of a court; and what ends a
scene or what an audience does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from converter.model import Line, Opens, Role
from converter.press.marks import TEXT_ENDS
from converter.structure.series.runs import is_span_of_time, is_title
from converter.structure.series.schemes import words
from converter.structure.series.speakers import sets_a_play
from converter.structure.series.telling import Told, free_of, paragraphs

_LONGEST = 80
"""Characters of the longest line that is looked at."""

_LONGEST_FIELD = 6
"""Characters of the longest name of a field: 出生年月."""


def named(lines: Sequence[Line]) -> Iterator[Told]:
    """What the members of such series are, where there are two or more of one."""
    found: dict[str, list[int]] = {"career": [], "era": [], "bench": [], "paragraph": []}
    for place, line in enumerate(lines):
        text = line.text
        if len(text) > _LONGEST or text[0] not in _initials() and text[-1] not in "）)" or not line.is_free:
            continue
        if kind := _kind("".join(text.split())):
            found[kind].append(place)
    yield from paragraphs(found["paragraph"])
    if len(found["bench"]) > 1:
        yield from (Told(place, Role.SIGNATURE) for place in found["bench"])
    if len(found["era"]) > 1:
        yield from (Told(place, Role.SUBHEAD) for place in found["era"])
    if len(found["career"]) > 1:
        yield from (Told(place, Role.SUBHEAD) for place in found["career"])
        yield from _of_a_career(lines, found["career"][0])


@cache
def _initials() -> frozenset[str]:
    return frozenset("【—").union(
        word[0] for kind in ("career", "era", "bench", "ended") for word in words("line", kind)
    )


def _kind(text: str) -> str | None:
    """Of which series a line is, its blanks left out."""
    if text.strip("：:【】") in words("line", "career"):
        return "career"
    if text in words("line", "era"):
        return "era"
    if text.startswith(words("line", "bench")):
        return "bench"
    return "paragraph" if _ends_a_scene(text) else None


def _ends_a_scene(text: str) -> bool:
    """Whether a line says that a text ends, or in brackets that a scene does or what the audience does."""
    if text.strip("—") in words("line", "ended"):
        return True
    if text[-1] not in "）)":
        return False
    done = _in_last_brackets(text)
    return done in words("line", "audience") or text[0] in "（(" and done.endswith(words("line", "curtain"))


def _in_last_brackets(text: str) -> str:
    return text.rpartition("（" if "（" in text else "(")[2][:-1]


def _of_a_career(lines: Sequence[Line], first: int) -> Iterator[Told]:
    """The title above the ``first`` head of a career, and its lines: fields (姓名：柏青禾), spans of time
    (2014.09—2018.06　海州师院), and what stands below a span.
    """
    for place in free_of(lines):
        head, colon, _ = lines[place].text.replace(":", "：").partition("：")
        below_span = place > first and is_span_of_time(lines[place - 1].text) and is_title(lines[place - 1].text)
        if colon and len(head) <= _LONGEST_FIELD or is_span_of_time(lines[place].text) or below_span:
            yield Told(place, Role.PARAGRAPH)
        elif place == 0 and first and is_title(lines[0].text):
            yield Told(0, Role.HEADLINE, Opens.ARTICLE)


def among_speech(lines: Sequence[Line], first: int, last: int) -> Iterator[Told]:
    """What stands among speeches, of which the ``first`` and the ``last`` are known: questions that nobody is named
    before, and what is done meanwhile: 〔幕启〕, （众人起立）."""
    for place in free_of(lines):
        text = lines[place].text
        asked = place > first and text[-1] in "？?" and lines[place - 1].text[-1] in f"{TEXT_ENDS}：:"
        done = "（(" if first < place < last else ""
        if asked or text[0] in f"〔［{done}" and text[-1] in "〕］）)":
            yield Told(place, Role.PARAGRAPH)


def above_speech(lines: Sequence[Line], first: int) -> Iterator[Told]:
    """What stands above the ``first`` speech: when, where and among whom a play is set, and the title right above, with
    what it is in brackets: （独幕剧）.
    """
    free = free_of(lines[:first])
    set_in = next((n for n in free if sets_a_play(lines[n].text) and not _is_column(lines, n)), first)
    may_be_title = 0 in free and is_title(lines[0].text)
    if may_be_title and set_in == 1 < first:
        yield Told(0, Role.HEADLINE, Opens.ARTICLE)
    elif may_be_title and 1 in free and lines[1].text[0] in "（(" and lines[1].text[-1] in "）)":
        yield Told(0, Role.HEADLINE, Opens.ARTICLE)
        yield Told(1, Role.DECK)
    yield from paragraphs(n for n in free_of(lines[:first]) if n >= set_in and _is_of_a_cast(lines[n].text))


def _is_column(lines: Sequence[Line], place: int) -> bool:
    """Whether a line that might set a play (人物) has nobody behind it and none below: it is a column's name."""
    below = lines[place + 1].text if place + 1 < len(lines) else ""
    named = "——" in below or "，" in below or len(below.split()) > 1
    return lines[place].text.isalpha() and not named


def _is_of_a_cast(text: str) -> bool:
    """Whether a line sets a play, or names one of its people, and who that is: 小满——他的外孙女."""
    return sets_a_play(text) or "——" in text
