"""Lines that are numbered alike, or are alike in another way, and rise: they are read alike.

The first reading gives each line its likeliest role by itself; of the members of a series together the likeliest is
that by which the product of their probabilities is greatest.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from math import log

from converter.model import Line, Role
from converter.press.dates import month_in
from converter.press.marks import DASHES, LETTER, TEXT_ENDS
from converter.press.numbers import DIGIT, HAN_NUMBER
from converter.press.patterns import later
from converter.records import NamedTuple
from converter.structure.cues.lines import word_cues
from converter.structure.search.grammar import GOES_ON, ROLES
from converter.structure.search.path import Reading
from converter.structure.series.schemes import LIST_SCHEMES, Item, article_of_law, item, words


class Run(NamedTuple):
    """The places of a series' members, and the roles that they may have together."""

    places: tuple[int, ...]
    roles: tuple[Role, ...]
    sure: bool = False  # whether they have one of these, even where all were read as something else


_TITLE = 40
"""Characters of the longest member that is a title."""

_SHORT_TITLE, _FEWEST_APART = 8, 3
"""Characters of a title that stands between a blank line and a text, and how many such titles are alike."""

_GAP = 3
"""How much a number may be above the one before it in its series."""

_HEADS = (Role.SUBHEAD, Role.HEADLINE, Role.COLUMN_TITLE)
_LABELS = (Role.SUBHEAD, Role.COLUMN_TITLE, Role.KICKER)
_ANY = (Role.SUBHEAD, Role.PARAGRAPH, Role.HEADLINE, Role.COLUMN_TITLE)
_TEXT = (Role.PARAGRAPH,)

_TAG = later("【[^【】]{1,12}】")
_PRIZE = later(rf"({LETTER}{{2,12}})(?:[（(][^（）()]*[）)])?")
_YEAR = later(
    rf"(?:{LETTER}{{2,4}}[{HAN_NUMBER}元]{{1,3}}|[{DIGIT}]{{3,4}}|[{HAN_NUMBER}]{{4}})年(?:[（(][^（）()]*[）)])?"
)
_PEOPLE = frozenset((
    "is a name", "is several names", "is a name with a note", "begins with a reporters post", "names a post",
    "begins by saying who wrote it", "ends in names after a post", "ends in names after a word", "ends in a post",
    "is names and a report",
))  # fmt: skip
_BULLETS = "-–—•·*‧・"
_SIGNS = "□■◆◇●○▲△★☆▪◎"
_BARS = "▌▍▎▏█"
"""Bars stand before subheads, where other signs may stand before items."""
_SQUARE = later(f"[{_SIGNS}][ \u3000]?(?=[^ \u3000{_SIGNS}])")


def runs_of(lines: Sequence[Line], free: Sequence[int]) -> list[Run]:
    """Every series of two members or more among the lines at the places ``free``."""
    found = {place: each for place in free if (each := article_of_law(lines[place].text) or item(lines[place].text))}
    runs: list[Run] = []
    for members in _with_odd_ones(_rising(found), found):
        runs += _by_shape(lines, members, found)
    runs += [Run(tuple(alike), _ANY) for alike in _alike(lines, free) if len(alike) > 1]
    bars = tuple([place for place in free if lines[place].text[0] in _BARS and _is_rubric(lines[place].text)])
    if len(bars) > 1:
        runs.append(Run(bars, _HEADS, sure=True))
    return [*runs, *_prizes(lines, free), *_set_apart(lines)]


def _alike(lines: Sequence[Line], free: Sequence[int]) -> Iterator[list[int]]:
    """The lines that are alike and have no numbers: years alone, spans of time, rubrics with a square, tags."""
    yield [place for place in free if (text := lines[place].text)[-1] in "年）)" and _YEAR.fullmatch(text)]
    yield [place for place in free if is_span_of_time(lines[place].text)]
    yield [
        place for place in free if (text := lines[place].text)[0] in _SIGNS and _SQUARE.match(text) and _is_rubric(text)
    ]
    yield from _rows_of_bullets(lines, free)
    yield [
        place for place in free if (text := lines[place].text)[0] == "【" and _TAG.fullmatch(text) and _is_rubric(text)
    ]


def _set_apart(lines: Sequence[Line]) -> Iterator[Run]:
    """The short lines that each stand below a blank line and right above others, sentences in most, where most of a
    page is set so.
    """
    opens = [place for place in range(1, len(lines)) if lines[place].gap_before]
    groups = [range(*pair) for pair in pairwise((*opens, len(lines))) if pair[1] - pair[0] > 1]
    titled = [group for group in groups if _is_short_title(lines[group[0]])]
    said = sum(any(lines[place].text[-1] in TEXT_ENDS for place in group[1:]) for group in titled)
    if len(titled) >= _FEWEST_APART and 2 * len(titled) > len(opens) and 2 * said > len(titled):
        yield Run(tuple(group[0] for group in titled), _HEADS, sure=True)


def _is_short_title(line: Line) -> bool:
    return line.is_free and len(line.text) <= _SHORT_TITLE and line.text.isalpha()


def _prizes(lines: Sequence[Line], free: Sequence[int]) -> Iterator[Run]:
    """The prizes of a list, by number or by name, each above who won it, and the groups that they are given in:
    小说组, 一等奖（2名）, 最佳新人奖.
    """
    ends = tuple("）)") + words("item", "prize")
    names = ((place, _PRIZE.fullmatch(lines[place].text)) for place in free if lines[place].text.endswith(ends))
    prizes = tuple(place for place, found in names if found and found[1].endswith(words("item", "prize")))
    if len(prizes) >= _FEWEST_PRIZES and all(below - above > 1 for above, below in pairwise(prizes)):
        yield from _groups_above(lines, sorted({place - 1 for place in prizes}.intersection(free)))
        yield Run(prizes, (Role.SUBHEAD,), sure=True)


def _groups_above(lines: Sequence[Line], places: Sequence[int]) -> Iterator[Run]:
    """The titles below a blank line that end in one character: 小说组, 散文组."""
    titles = [place for place in places if lines[place].gap_before and is_title(lines[place].text)]
    for last in dict.fromkeys(lines[place].text[-1] for place in titles):
        alike = tuple(place for place in titles if lines[place].text[-1] == last)
        if len(alike) > 1:
            yield Run(alike, _HEADS, sure=True)


_FEWEST_PRIZES = 3


def _rows_of_bullets(lines: Sequence[Line], free: Sequence[int]) -> Iterator[list[int]]:
    """The lines right below each other that begin with one mark and a blank: - 甲."""
    bullets = [place for place in free if _is_bullet(lines[place].text)]
    for _, row in groupby(enumerate(bullets), key=lambda at: (lines[at[1]].text[0], at[0] - at[1])):
        yield [place for _, place in row]


def _is_bullet(text: str) -> bool:
    return text[0] in _BULLETS and text[1:2] == " "


def is_span_of_time(text: str) -> bool:
    """Whether a line begins with a month that another follows: 2014.09—2018.06, 2021.04至今."""
    month = month_in(text[:_LONGEST_MONTH]) if text[0].isdecimal() else None
    return month is not None and month.start == 0 and text[month.end :].lstrip()[:1] in (*DASHES, *"～~至到－")


_LONGEST_MONTH = 10


def _is_rubric(text: str) -> bool:
    """Whether a line with a square before it, or in brackets, is a title, and names nobody: □柏青禾."""
    return is_title(text) and _PEOPLE.isdisjoint(word_cues(text))


def _rising(found: dict[int, Item]) -> list[list[int]]:
    """The members of one scheme whose numbers rise, each with a small gap at most; a lower number begins anew."""
    runs: list[list[int]] = []
    last: dict[str, list[int]] = {}
    for place, each in found.items():
        run = last.get(each.scheme)
        if (
            run
            and 0 <= each.number - found[run[-1]].number <= _GAP
            and each.number + (each.scheme == "条") > found[run[-1]].number
        ):
            run.append(place)
        else:
            last[each.scheme] = [place]
            runs.append(last[each.scheme])
    return runs


def _with_odd_ones(runs: Iterable[list[int]], found: dict[int, Item]) -> Iterator[list[int]]:
    """The runs of two or more, each with the members that alone fill a gap in another style: 一、 2. 三、."""
    runs = list(runs)
    lone: dict[int, list[int]] = {}
    for run in runs:
        if len(run) == 1:
            lone.setdefault(found[run[0]].number, []).append(run[0])
    for run in runs:
        if len(run) > 1:
            yield sorted([*run, *_in_gaps(run, found, lone)])


def _in_gaps(run: Sequence[int], found: Mapping[int, Item], lone: Mapping[int, Sequence[int]]) -> Iterator[int]:
    """What alone has the number that lacks between two members, and stands between them."""
    for above, below in pairwise(run):
        if found[below].number - found[above].number == 2:
            others = lone.get(found[above].number + 1, ())
            at = bisect_right(others, above)
            yield from (place for place in others[at : at + 1] if place < below)


def _by_shape(lines: Sequence[Line], members: Sequence[int], found: dict[int, Item]) -> Iterator[Run]:
    """The titles among the members, and their sentences, as a series each."""
    titles = tuple([place for place in members if is_title(lines[place].text)])
    texts = tuple([place for place in members if place not in titles])
    if len(texts) > 1:
        yield Run(texts, _ANY)
    if len(titles) < 2:
        return
    scheme = found[members[0]].scheme
    if scheme == "letter":  # what may be chosen: A．盐路
        yield Run(titles, _TEXT, sure=True)
    elif scheme == "条" or not all(_is_bare(found[place]) for place in titles):
        heads = scheme not in (*LIST_SCHEMES, "条") and _are_above_texts(lines, titles)  # 谜团一：最后的行踪
        yield Run(titles, _HEADS if heads else _ANY, heads)
    elif scheme[0] == "一":  # 一等奖（3名）
        yield Run(titles, _HEADS, sure=True)
    else:
        yield from _labels(lines, titles)


def _are_above_texts(lines: Sequence[Line], titles: Sequence[int]) -> bool:
    """Whether each title stands below a whole text, and above another line that is no title of them."""
    return all(lines[place - 1].text[-1] in TEXT_ENDS and place + 1 not in titles for place in titles)


def _is_bare(each: Item) -> bool:
    """Whether nothing stands behind the number, or what is in brackets."""
    return not each.rest or each.rest[0] in "（("


def _labels(lines: Sequence[Line], places: tuple[int, ...]) -> Iterator[Run]:
    """Bare labels; where a title stands below each, those titles too: 解读1 above a question."""
    below = tuple([place + 1 for place in places if place + 1 < len(lines) and place + 1 not in places])
    if len(below) == len(places) and all(is_title(lines[place].text) for place in below):
        yield Run(places, _LABELS)
        yield Run(below, _ANY)
    else:
        yield Run(places, _ANY)


def is_title(text: str) -> bool:
    """Whether a line is as short as a title, and ends as one does."""
    return len(text) <= _TITLE and text[-1] not in "。；;，,：:" and "。" not in text


def likeliest(run: Run, readings: Sequence[Reading]) -> Role | None:
    """The role that a series has by its members' probabilities: one that some of them were read as, where it may be.

    None where they are read alike already.
    """
    places = [place for place in run.places if not GOES_ON[readings[place].state]]
    said = {ROLES[readings[place].state] for place in places}
    if len(places) < 2 or len(said) == 1 and not (run.sure and said.isdisjoint(run.roles)):
        return None
    roles = [role for role in run.roles if role in said] or run.roles
    return max(roles, key=lambda role: sum(log(_chance(readings[place], role)) for place in places))


_LEAST = 0.01


def _chance(reading: Reading, role: Role) -> float:
    """How likely a role is by a reading; all but the first two have a small part of what the first leaves."""
    left = max(1 - reading.confidence, _LEAST)
    if role is ROLES[reading.state]:
        return max(reading.confidence, _LEAST)
    return left if reading.second is not None and role is ROLES[reading.second] else left * _LEAST
