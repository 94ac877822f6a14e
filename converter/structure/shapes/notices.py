"""The head of an official notice: the office's letterhead, the notice's number, and its title over one line or more;
and that of a court's judgment: the court, the kind of judgment, the case's number.

GB/T 9704-2012: the letterhead is the office's name and 文件 (7.2.4), the number an abbreviation, the year in 〔〕 and a
figure (7.2.5), the title says office, matter and kind, over several lines where it is long (7.3.1).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from converter.model import Line, Opens, Role
from converter.press.lexicon import any_of, lists
from converter.press.numbers import DIGIT
from converter.press.patterns import later

LETTERHEAD = later(".{3,30}文件")

_HEAD = 4
"""Lines above a number that are the head's."""

_TITLE = 4
"""Lines of a title."""


def with_notice(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of a notice's head with their roles: letterhead and number folio lines, then the headline."""
    number = next((place for place, line in enumerate(lines[: _HEAD + 1]) if _is_free(line, number_pattern())), None)
    title = [] if number is None else _title(lines, number + 1)
    if not title:
        return lines
    found = list(lines)
    for place, line in enumerate(lines[: title[0]]):
        if _is_free(line, number_pattern()) or _is_free(line, LETTERHEAD):
            found[place] = replace(line, role=Role.FOLIO, opens=Opens.BLOCK)
    for place in title:
        opens = Opens.ARTICLE if place == title[0] else Opens.LINE
        found[place] = replace(lines[place], role=Role.HEADLINE, opens=opens)
    return found


def with_judgment(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, those of a judgment's head with their roles: its kind is the headline, a court above it the kicker, a
    number above it a folio line. A kind alone, without a court or a number in the head, is no judgment's.
    """
    kind = next((place for place, line in enumerate(lines[:_HEAD]) if _is_free(line, _judgment())), None)
    if kind is None or not any(_is_free(line, _judging()) for line in lines[: _HEAD + 1]):
        return lines
    found = list(lines)
    found[kind] = replace(lines[kind], role=Role.HEADLINE, opens=Opens.ARTICLE)
    for place, line in enumerate(lines[:kind]):
        if _is_free(line, case_number()):
            found[place] = replace(line, role=Role.FOLIO, opens=Opens.BLOCK)
        elif _is_free(line, _judging()):
            found[place] = replace(line, role=Role.KICKER, opens=Opens.ARTICLE)
            found[kind] = replace(found[kind], opens=Opens.BLOCK)
    return found


def _title(lines: Sequence[Line], first: int) -> Sequence[int]:
    """The places of the lines from ``first`` on that are the title; none where no kind of notice ends it soon."""
    near = range(first, min(first + _TITLE, len(lines)))
    last = next((place for place in near if ends_a_title(lines[place].text)), first - 1)
    title = range(first, last + 1)
    return [] if any(lines[place].role or lines[place].text[-1] in "。；：:" for place in title) else title


def _is_free(line: Line, pattern: re.Pattern[str]) -> bool:
    return line.role is None and pattern.fullmatch(line.text) is not None


def title_over_lines(above: str, text: str) -> str | None:
    """The title of a notice that ``text`` ends, with the line ``above`` where it begins there; None where it ends none.

    A title that says no matter (关于…) has it in the line above; one that begins with its matter may have the office
    there.
    """
    if not ends_a_title(text):
        return None
    begins = _begins().search(text)
    if begins and (begins.start() or not _is_office(above)):
        return text
    return above + text if (begins or _begins().search(above)) and above[-1:] not in tuple("。：:；") else None


def ends_a_title(text: str) -> bool:
    """Whether a line ends as the title of a notice does: in what kind it is."""
    return _kind().search(text) is not None


def _is_office(text: str) -> bool:
    return _office().search(text) is not None and LETTERHEAD.fullmatch(text) is None


def _words(name: str) -> str:
    return any_of(lists(__package__, "words")["notice", name])


@cache
def number_pattern() -> re.Pattern[str]:
    """A line that is a notice's number, or that a listed company's announcement has above its title."""
    official = rf"[^，。]{{0,16}}[〔\[［（(【][0-9]{{4}}[〕\]］）)】]第?[ ]?[0-9]{{1,5}}[ ]?{_words('sign')}"
    return later(rf"{official}|[^，。]{{0,60}}{_words('numbered')}[：:]\s*\S{{0,4}}[0-9]{{4}}[-—－][0-9]{{1,4}}")


@cache
def _kind() -> re.Pattern[str]:
    return later(rf"{_words('kind')}(?:[（(][^（()）]*[）)])?$")


@cache
def _begins() -> re.Pattern[str]:
    return later(_words("begin"))


@cache
def _office() -> re.Pattern[str]:
    return later(rf"{_words('office')}$")


def _case() -> str:
    """The number of a case: its year, the court's and the case's kind, a figure."""
    court = rf"[〔\[［（(【]?[{DIGIT}]{{2,4}}[^，。：\s]{{1,20}}?"
    return rf"{court}{_words('case')}第?[ ]?[{DIGIT}]{{1,6}}[ ]?{_words('sign')}"


@cache
def case_number() -> re.Pattern[str]:
    """A line that is a case's number: （2021）海0203民初1187号, 112年度訴字第34號."""
    return later(_case())


@cache
def _judgment() -> re.Pattern[str]:
    """A line that is a kind of judgment, behind the court's name or not, the case's number behind it or not."""
    return later(
        lambda: rf"[^，。：]{{0,24}}?{_words('judgment')}(?:[ \u3000]+{_case()})?",
        needs=lambda: lists(__package__, "words")["notice", "judgment"],
    )


@cache
def _judging() -> re.Pattern[str]:
    """A line that names a court, alone or with the kind of its judgment, or that is a case's number."""
    return later(rf"[^，。：]{{2,24}}?{_words('court')}(?:{_words('judgment')}.*)?|{_case()}")
