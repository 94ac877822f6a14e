"""Labels that a paper prints above a text: its column's name (社论, 读者来信), or what notice it is (更正, 寻人启事).

A subhead stands amid a story, and what is below a label is a story of its own. The names are a list; another short line
is one where it alone stands above a subhead, once or again: those of a story come in rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from converter.model import Line, Opens, Role
from converter.press.marks import OPENING_QUOTES, TEXT_ENDS
from converter.structure.cues.lines import word_cues
from converter.structure.search.grammar import GOES_ON, ROLES, STATES
from converter.structure.search.path import Reading
from converter.structure.series.runs import is_title
from converter.structure.series.schemes import item, word_set, words
from converter.structure.series.telling import Told

_LONGEST = 10
"""Characters of a label with its ornaments: 【一周校园动态】."""
_LONGEST_WORD = 6
_ORNAMENTS = " \u3000■□●○◆◇▲△▼★☆【】［］[]〔〕〈〉｜|:："
_TITLES = (Role.HEADLINE, Role.DECK, Role.SUBHEAD, Role.KICKER)
_TAKEN_FOR = (*_TITLES, Role.SIGNATURE, Role.BYLINE, Role.COLUMN_TITLE, Role.PARAGRAPH)
"""What labels are read as."""
_NOTICES = (Role.SUBHEAD, Role.BYLINE, Role.DECK)
"""What the name of a notice is read as."""
_BELOW = (*_TITLES, Role.PARAGRAPH)
"""What the titles below them are."""
_TEXTS = (Role.PARAGRAPH, Role.LEAD)
_SETTLED = (Role.COLUMN_TITLE, Role.HEADLINE)
_KICKED = (Role.KICKER, Role.HEADLINE)
"""What a label of no list is rather read as, with the title below it."""


def labels(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """What labels are that are known by their words, and the titles below them."""
    roles = [ROLES[reading.state] for reading in readings]
    tags = _tags(lines, readings)
    for place in _short(lines):
        apart = _ends_text(lines, roles, place) or lines[place].gap_before > 0
        if apart and is_label(lines[place].text) and _is_above_title(lines, readings, place):
            yield from _column(place)
        elif apart and place in tags:
            yield from _column(place, roles[place] if roles[place] is Role.KICKER else Role.COLUMN_TITLE)
        elif place and roles[place] in _TAKEN_FOR:
            yield from _above_text(lines, roles, place)
            yield from _box(lines, roles, place)


def other_labels(lines: Sequence[Line], readings: Sequence[Reading]) -> Iterator[Told]:
    """The names of columns that are on no list: one that is read as such elsewhere, and the one that alone was read as
    a subhead above another.
    """
    roles = [ROLES[reading.state] for reading in readings]
    pairs = [n for n in _short(lines) if _may_be_unlisted(lines, readings, n) and _ends_text(lines, roles, n)]
    alike = {lines[n].text for n in pairs if roles[n] is roles[n + 1] is Role.SUBHEAD}
    named = Counter(line.text for line, role in zip(lines, roles, strict=True) if role is Role.COLUMN_TITLE)
    for place in pairs:
        text = lines[place].text
        is_alone = alike == {text} and len(text) <= _LONGEST_WORD and text.isalpha()
        if is_alone or named[text] > (roles[place] is Role.COLUMN_TITLE):
            yield from _column(place)


def _may_be_unlisted(lines: Sequence[Line], readings: Sequence[Reading], place: int) -> bool:
    """Whether a line may be a label of no list: a kicker is rather that, and above two titles stands a third."""
    if not _may_be_pair(lines, readings, place):
        return False
    label, title, below = (ROLES[reading.state] for reading in readings[place : place + 3])
    return (label, title) != _KICKED and below is not Role.SUBHEAD


def _short(lines: Sequence[Line]) -> list[int]:
    """The lines that are as short as a label, and more than its ornaments, and have one below them."""
    short = (place for place, line in enumerate(lines[:-1]) if len(line.text) <= _LONGEST and line.is_free)
    return [place for place in short if lines[place].text.strip(_ORNAMENTS)]


def _tags(lines: Sequence[Line], readings: Sequence[Reading]) -> list[int]:
    """The lines wholly in brackets (【一等奖】) right above a headline that is no item of a list.

    One alone that begins its story already needs no telling; several would be taken for a row of subheads.
    """
    short = (place for place in _short(lines) if lines[place].text[0] + lines[place].text[-1] == "【】")
    tags = [place for place in short if _is_above_story(lines, readings, place)]
    return tags if len(tags) > 1 or any(STATES[readings[n].state] != (Role.KICKER, Opens.ARTICLE) for n in tags) else []


def _is_above_story(lines: Sequence[Line], readings: Sequence[Reading], place: int) -> bool:
    """Whether a line was read as a kicker or a subhead, and the one below as a headline."""
    above, below = ROLES[readings[place].state], ROLES[readings[place + 1].state]
    is_pair = above in (Role.KICKER, Role.SUBHEAD) and below is Role.HEADLINE and lines[place + 1].is_free
    return is_pair and not item(lines[place + 1].text)


def _column(place: int, role: Role = Role.COLUMN_TITLE) -> Iterator[Told]:
    """That a label of a role stands at a place, and a headline below it."""
    yield Told(place, role, Opens.ARTICLE)
    yield Told(place + 1, Role.HEADLINE)


def _may_be_pair(lines: Sequence[Line], readings: Sequence[Reading], place: int) -> bool:
    """Whether a line may be a label above a title, and is not read as one."""
    if place + 2 >= len(lines):
        return False
    pair, below = lines[place : place + 2], readings[place + 2]
    roles = ROLES[readings[place].state], ROLES[readings[place + 1].state]
    speaks = roles[1] is Role.PARAGRAPH and pair[1].text[0] in OPENING_QUOTES
    if roles[0] not in _TAKEN_FOR or roles[1] not in _BELOW or roles == _SETTLED or speaks:
        return False
    if _are_rows(lines[place + 1 : place + 3]):
        return False
    opens = not GOES_ON[readings[place].state] and not GOES_ON[below.state]
    return opens and all(line.is_free and is_title(line.text) and not item(line.text) for line in pair)


def _are_rows(pair: Sequence[Line]) -> bool:
    """Whether lines are rows of a list, with a colon or a blank in each."""
    return all("：" in line.text for line in pair) or all(len(line.text.split()) > 1 for line in pair)


def _ends_text(lines: Sequence[Line], roles: Sequence[Role], place: int) -> bool:
    """Whether nothing that stands above a line goes on in it."""
    return place == 0 or roles[place - 1] not in (*_TITLES, *_TEXTS) or lines[place - 1].text[-1] in TEXT_ENDS


def is_label(text: str) -> bool:
    """Whether a line is the name of a column, its ornaments left out: ■ 社论, 【小小說】."""
    bare = text.strip(_ORNAMENTS)
    return bare in word_set("label", "column") or bare.endswith(words("label", "column ends"))


def _names_a_notice(text: str) -> bool:
    return text.endswith(words("label", "notice")) or text in word_set("label", "notice alone")


def _is_above_title(lines: Sequence[Line], readings: Sequence[Reading], place: int) -> bool:
    """Whether a line may be a label above a title, or above one, or a notice's name, that was read as a byline."""
    if _may_be_pair(lines, readings, place):
        return True
    label, title, *below = [ROLES[reading.state] for reading in readings[place : place + 3]]
    if label not in _TAKEN_FOR or not below or not lines[place + 1].is_free:
        return False
    if title is Role.BYLINE and below[0] in (Role.DECK, Role.BYLINE):
        return is_title(lines[place + 1].text)
    return title in _NOTICES and below[0] in _TEXTS and _names_a_notice(lines[place + 1].text)


def _above_text(lines: Sequence[Line], roles: Sequence[Role], place: int) -> Iterator[Told]:
    """What a subhead is that no title stands below: a notice's headline, or the name of a column of items."""
    text = lines[place].text.strip(_ORNAMENTS)
    if not _ends_text(lines, roles, place):
        return
    if _names_a_notice(text) and roles[place] in _NOTICES and roles[place + 1] in _TEXTS:
        yield Told(place, Role.HEADLINE, Opens.ARTICLE)
    elif _are_items(lines[place + 1 : place + 3]) and "ends like a slot name" in word_cues(text):
        yield Told(place, Role.COLUMN_TITLE, Opens.ARTICLE)


def _box(lines: Sequence[Line], roles: Sequence[Role], place: int) -> Iterator[Told]:
    """The title of a box (小檔案) that was read as a headline, and a title below it: a story's subheads."""
    if roles[place] is Role.HEADLINE and "is the title of a box" in word_cues(lines[place].text.strip(_ORNAMENTS)):
        yield Told(place, Role.SUBHEAD)
        if roles[place + 1] not in _TEXTS and is_title(lines[place + 1].text) and lines[place + 1].is_free:
            yield Told(place + 1, Role.SUBHEAD)


def _are_items(below: Sequence[Line]) -> bool:
    """Whether two lines begin with one mark (▲, ●)."""
    marks = {line.text[0] for line in below}
    return len(below) > 1 and len(marks) == 1 and not marks.isdisjoint(_ORNAMENTS)
