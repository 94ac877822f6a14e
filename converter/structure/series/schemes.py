"""How the parts of a document are numbered: 第三章, 卷三, 尾声; 第八条; 一、 （一） 1. ①; 步骤三, 一等奖, 03."""

from __future__ import annotations

import re
from functools import cache

from converter.press.lexicon import any_of, lists, pattern
from converter.press.marks import LETTER
from converter.press.numbers import DIGIT, FORMAL, HAN_NUMBER, ordinal_of
from converter.press.patterns import later
from converter.records import NamedTuple

TIERS = ("part", "volume", "chapter", "section")
"""The tiers of divisions, the highest first: 编; 卷; 章; 节; each with its like."""

CHAPTER = 2
"""The tier of chapters: what is above it holds them, what is below it stands within one."""

LONGEST_TITLE = 80
"""Characters of the longest title of a division, its number included."""

_BLANK = "[ \u3000]"
_NUMBER = f"[{DIGIT}{HAN_NUMBER}{FORMAL}]"


class Division(NamedTuple):
    """A line that is the title of a division: its ``tier``, its ``number`` (None for a named one: 尾声), the ``lead``
    before the number, and whether a blank or a mark ``parted`` the number from the title."""

    tier: int
    number: int | None
    lead: str
    parted: bool


class Item(NamedTuple):
    """A line that is numbered otherwise: ``scheme`` is how, ``rest`` the text behind the number."""

    scheme: str
    number: int
    rest: str


@cache
def words(subject: str, which: str) -> tuple[str, ...]:
    """A list of ``words.tsv``, in both scripts."""
    return lists(__package__, "words")[subject, which]


@cache
def word_set(subject: str, which: str) -> frozenset[str]:
    """The same list, to find whether a whole text is on it."""
    return frozenset(words(subject, which))


def division(text: str) -> Division | None:
    """The division whose title a line may be by its look; None for every other line."""
    if len(text) > LONGEST_TITLE:
        return None
    found = _numbered(text) if "第" in text or text[0] in _HEADS or text[0].isdecimal() else None
    return found or _named(text)


_HEADS = "卷篇部上中下"
_LEADS_END = " \u3000：:·！？!?—|｜》)）】〕」』”【〔（([《"
_PARTED = " \u3000：:、.．·—-《“「『（([【〔】〕)）|｜"
_NO_TITLE = "本封件名个個人次天年批届屆期里裡中的是在就和与與以之"
"""What goes on in a sentence after 第三章 or 第一部: a work, a thing, a place in the text."""


@cache
def _divisions() -> re.Pattern[str]:
    tiers = [any_of(words("division", tier)) for tier in TIERS]
    units = "|".join(f"(?P<tier{tier}>{tiers[tier]})" for tier in (1, 0, 2, 3))  # 部分 before 部
    volumes = "".join(unit for tier in TIERS[:CHAPTER] for unit in words("division", tier) if len(unit) == 1)
    chapters = "".join(unit for unit in words("division", TIERS[CHAPTER]) if len(unit) == 1)
    end = f"(?={_BLANK}|[：:]|$)"
    return later(
        f"第{_BLANK}*(?P<n>{_NUMBER}(?:{_BLANK}*{_NUMBER}){{0,7}}){_BLANK}*(?:{units})"
        f"|(?P<volume>[卷篇部])之?(?P<nv>{_NUMBER}{{1,3}}|[上中下]){end}"
        f"|(?P<nt>[上中下])(?P<third>[{volumes}]){end}"
        f"|(?P<nc>[{DIGIT}]{{1,4}})(?P<chapter>[{chapters}]){end}"
    )


def _numbered(text: str) -> Division | None:
    """The last division that the line names, so that 第一卷 山中 第二章 断崖 is a chapter's title."""
    found = None
    for match in _divisions().finditer(text):
        lead = text[: match.start()]
        if lead and (len(lead) > _LONGEST_LEAD or lead[-1] not in _LEADS_END or not _STOPS.isdisjoint(lead)):
            break
        tier, number = _read(match)
        rest = text[match.end() :]
        parted = not rest or rest[0] in _PARTED or _MORE_OF_IT.match(rest) is not None
        if number is not None and _is_title(rest, parted) and (found is None or tier > found.tier):
            found = Division(tier, number, lead.strip(), parted)
    return found


_LONGEST_LEAD = 24
_MORE_OF_IT = pattern(__package__, "division", f"<more>(?:{_BLANK}|$)")  # 第二章补　渡口
_STOPS = frozenset("。，；")


def _read(match: re.Match[str]) -> tuple[int, int | None]:
    """The tier and the number that a match of ``_divisions`` tells."""
    groups = match.groupdict()
    number = groups["n"] or groups["nv"] or groups["nt"] or groups["nc"]
    value = "上中下".find(number) + 1 or ordinal_of(number)
    if groups["volume"] or groups["third"]:
        return (0 if (groups["volume"] or groups["third"]) in words("division", TIERS[0]) else 1), value
    if groups["chapter"]:
        return CHAPTER, value
    return next(tier for tier in range(len(TIERS)) if groups[f"tier{tier}"]), value


def _is_title(rest: str, parted: bool) -> bool:
    """Whether what stands behind a division's number may be its title, and is no sentence that goes on."""
    if not rest:
        return True
    if parted:
        return rest[-1] not in "；，;," and "。" not in rest[:-1] and (rest[-1] != "。" or len(rest) <= 16)
    asks = rest[-1] in "？！" and len(rest) <= 12
    return (
        len(rest) <= 20 and rest[0] not in _NO_TITLE and (asks or rest[-1] not in _SENTENCE_ENDS) and "，" not in rest
    )


_SENTENCE_ENDS = "。！？；，：…”」"


@cache
def _names() -> re.Pattern[str]:
    behind = f"(?:[{HAN_NUMBER}{DIGIT}]{{1,3}}|[】\\])）〕]|(?=[ \u3000：:]|$))"
    named = words("division", "named")
    return pattern(__package__, "division", rf"[【\[（(〔]?<named>{behind}(.*)", needs=lambda: named)


@cache
def _initials() -> frozenset[str]:
    return frozenset(word[0] for word in words("division", "named")) | frozenset("【[（(〔")


def _named(text: str) -> Division | None:
    """尾声, 番外 邮差, 楔子：雨夜: a division that has a name instead of a number."""
    if text[0] not in _initials() or len(text) > 40:
        return None
    found = _names().fullmatch(text)
    if not found or found[1][-1:] in ("。", "，", "；", "："):
        return None
    return Division(CHAPTER, None, "", True)


_ARTICLE = pattern(
    __package__, "division", f"第{_BLANK}*({_NUMBER}{{1,6}}){_BLANK}*<article>(?:之({_NUMBER}{{1,3}}))?(?=(.?))"
)


def article_of_law(text: str) -> Item | None:
    """第八条　本公约…: an article of a law, with its text or without; not 第八条规定的……."""
    found = _ARTICLE.match(text) if text[0] == "第" else None
    if not found or found[3] not in _PARTED or (number := ordinal_of(found[1])) is None:
        return None
    return Item("条", number, text[found.end() :].strip())


_HAN = f"[{HAN_NUMBER}]{{1,4}}"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_LIST = later(
    f"(?P<ordinal>第({_HAN})[，、：])"
    f"|(?P<han>({_HAN})(?:[、.．]|(?=$|{_BLANK})))"
    f"|(?P<bracketed>[（(]({_HAN})[）)])"
    f"|(?P<figure>([{DIGIT}]{{1,3}})(?:[、.．](?![{DIGIT}])|(?=$|{_BLANK}(?![0-9]))))"
    f"|(?P<half>([{DIGIT}]{{1,2}})[）)])"
    f"|(?P<figures>[（(]([{DIGIT}]{{1,3}})[）)])"
    f"|(?P<circled>([{_CIRCLED}]))"
    f"|(?P<letter>([A-HＡ-Ｈ])[、.．])"
)
LIST_SCHEMES = ("ordinal", "han", "bracketed", "figure", "half", "figures", "circled", "letter")
"""The schemes of lists and headings; GB/T 9704-2012 (7.3.3) sets 一、（一）1.（1）for official documents."""

_DECIMAL = later(f"([0-9]{{1,2}}(?:[.][0-9]{{1,2}})?)[.]([0-9]{{1,2}}){_BLANK}(?=[^0-9 ])")

_WORD = later(rf"({LETTER}{{1,4}}?){_BLANK}?([{DIGIT}]{{1,3}}|[{HAN_NUMBER}]{{1,3}})(?=[：:、.．|｜]|{_BLANK}|$)")


def item(text: str) -> Item | None:
    """A line that is numbered as a list or its headings are; the number may stand before or behind a word."""
    first = text[0]
    if first in _MAY_BE_NUMBERED:
        marked = len(text) <= _WIDEST or first in _CIRCLED or not _BEHIND_NUMBERS.isdisjoint(text[1 : 1 + _WIDEST])
        return _marked(text) if marked else _counted_word(text)
    if len(text) > LONGEST_TITLE or _NUMERALS.isdisjoint(text[1:8]):
        return None
    return _word_counted(text)


def _marked(text: str) -> Item | None:
    """A line with a mark or a blank behind its number, or nothing else; as a rule it has a number alone."""
    if found := _LIST.match(text):
        scheme = found.lastgroup or ""
        group = found.re.groupindex[scheme]
        if (number := _value(scheme, found[group + 1])) is not None:
            return Item(scheme, number, text[found.end() :].strip())
    if found := _DECIMAL.match(text):
        return Item(f"{found[1]}.", int(found[2]), text[found.end() :].strip())
    return _counted_word(text)


_WIDEST = 5
"""Characters of the longest number before such a mark, with 第 or a bracket."""
_BEHIND_NUMBERS = frozenset("，、：.．）) \u3000")
_MAY_BE_NUMBERED = frozenset(f"{HAN_NUMBER}0123456789０１２３４５６７８９第（({_CIRCLED}ABCDEFGHＡＢＣＤＥＦＧＨ特")


_NUMERALS = frozenset(f"0123456789０１２３４５６７８９{HAN_NUMBER}")


def _value(scheme: str, number: str) -> int | None:
    if scheme == "circled":
        return _CIRCLED.index(number) + 1
    if scheme == "letter":
        return (ord(number) - ord("A" if number < "Ａ" else "Ａ")) + 1
    return ordinal_of(number)


@cache
def _counted() -> re.Pattern[str]:
    named = words("item", "counted")
    return later(f"({_HAN}|特|[{DIGIT}]{{1,2}})({any_of(named)})(?=[：:、（(]|{_BLANK}|$)", needs=lambda: named)


def _counted_word(text: str) -> Item | None:
    """一等奖（3名）, 二问：…: a number before a word."""
    found = _counted().match(text)
    if not found:
        return None
    number = 0 if found[1] == "特" else ordinal_of(found[1])
    return None if number is None else Item(f"一{found[2]}", number, text[found.end() :].strip())


def _word_counted(text: str) -> Item | None:
    """步骤三, 解读1：…, 其二: a word before a number."""
    found = _WORD.match(text)
    if not found or found[1][-1] in _NO_WORD or (number := ordinal_of(found[2])) is None:
        return None
    return Item(found[1], number, text[found.end() :].strip("：:、.．|｜ \u3000"))


_NO_WORD = "第年月日时時分秒期号號版页頁元岁歲约約共近达達"
