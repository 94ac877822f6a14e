"""The cues of a short line's words: names, credits, dates, page feet, brackets around the whole."""

from __future__ import annotations

from converter.press.dates import first_date, has_date, is_date
from converter.press.lexicon import lists, pattern
from converter.press.marks import PARTNERS, QUOTES, TITLES
from converter.press.names import is_name, number_of_names
from converter.press.naming import POSTS, WORK, tokens_of
from converter.press.numbers import DIGIT, HAN_NUMBER
from converter.press.pages import page_in
from converter.press.patterns import later
from converter.press.people import AUTHOR, PHOTOGRAPHER, people_in
from converter.press.posts import after_posts, without, words_of
from converter.structure.cues.vocabulary import ends_in_a_post, heads_of, is_places, words_in

_WRAPPED = {  # by the opening mark
    mark: "is wholly in " + ("quotes" if mark in QUOTES else "title marks" if mark in TITLES else "brackets")
    for mark in PARTNERS
}
_DIGITS = later(f"[{DIGIT}]+")
_HAN_DIGITS = later(f"[{HAN_NUMBER}]")
_TAG = pattern(  # 春来早（一线见闻）, （记者手记）; not （记者某某）
    __package__, "tag", r"(?<=[^（(]{3})[（(](?:<is>|(?:(?!<elsewhere>)[^（）()、，]){2,16})[）)]$"
)
TELEPHONE = later(
    r"(?<![0-9])(?:[(（]0[0-9]{1,3}[)）] ?)?[0-9]{3,4}[- ][0-9]{4}(?![0-9])"
    r"|(?<![0-9])0[0-9]{2,3}[-—][0-9]{7,8}(?![0-9])"
)
_CODE = later("[{};<>@/=]")
_COLON = later("[：:]")
_MARK = later("[/／╱丨|｜]")
_WORKS = ("writing", "words", "book", "translator", "illustrator")
_MADE = frozenset(("editor", "chief-editor", "designer", "maker", "hand", "illustrator"))
_OF_WORKS = frozenset(("name", "word", "sign", "blank", "list"))
"""Kinds of tokens of which a line is made that says who did what."""

_PAGE_FEET = frozenset(lists(__package__, "words")["foot", "is"])
_FEET_BEGIN = frozenset(foot[0] for foot in _PAGE_FEET)
_MESSAGE_ENDS = lists(__package__, "words")["message", "ends"]
_LONGEST_FOOT = 18
_LONGEST_BYLINE = 20
_OF_PEOPLE = {"names a post", "ends in a post", "begins by saying who wrote it", "begins with a reporters post"}


def is_page_foot(text: str) -> bool:
    """Whether the line is the number of a page as it stands at a page's foot, and nothing else: 第 143 页, — 7 —."""
    if len(text) > _LONGEST_FOOT or text[0] not in _FEET_BEGIN and not text[0].isdecimal():
        return False
    return _solid(_DIGITS.sub("0", text)) in _PAGE_FEET


def _solid(text: str) -> str:
    return text.replace(" ", "").replace("\u3000", "")


def short_line_cues(text: str) -> list[str]:
    """What the words of a line say that is short enough to be more than a paragraph."""
    whole = text[-1] == PARTNERS.get(text[0]) and text.count(text[0]) == 1
    core = text[1:-1].strip() if whole else text.lstrip("□■●▲◆○◎★*＊—─-· 　")
    cues = [_WRAPPED[text[0]]] if whole else []
    cues += words_in(core.rstrip("：:"))
    if core != text:
        cues += heads_of(text)
    names = _name_cues(core, whole, text[0] in "—―─")
    cues += names
    if not names and len(core) <= _LONGEST_BYLINE and _OF_PEOPLE.isdisjoint(cues):
        cues.append("names nobody")
    if text.isascii():
        cues.append("is code or an address" if _CODE.search(text) else "is ascii only")
    if not whole:
        cues += _inside_cues(text, named=bool(names))
    if _COLON.search(text, 0, len(text) - 1):
        cues.append("has a colon inside")
    cues += _shape_cues(core)
    if whole and core.endswith(_MESSAGE_ENDS):
        cues.append("is an agency message in brackets")
    return cues


_PICTURES = ("camera", "camera-report", "picture", "words-and-pictures", "text", "provider")
_REPORTS = ("report", "joint-report", "manner", *_PICTURES)
_CREDITS = (*_PICTURES, "giver", "report")


def _inside_cues(text: str, named: bool) -> list[str]:
    """What stands in brackets or quotes within a line that is not wholly in them."""
    cues = []
    if not named and text[-1] in "）)" and _TAG.search(text):
        cues.append("ends in a bracketed tag")
    if "“" in text or "「" in text:
        cues.append("has a quotation inside")
    return cues


def _name_cues(core: str, bracketed: bool, dashed: bool) -> list[str]:
    """Whether the line is people's names, alone or with a post before or a note behind."""
    if count := number_of_names(core):
        return ["is a name in brackets" if bracketed else "is a name" if count == 1 else "is several names"]
    if dashed and any(is_name(core[-size:]) and ends_in_a_post(core[:-size]) for size in (2, 3, 4)):
        return ["is a dash, a post and a name"]
    if _are_names_and_works(core):
        return ["is names and their works"]
    head, bracket, _ = core.partition("（") if "（" in core else core.partition("(")
    if bracket and number_of_names(head):
        return ["is a name with a note"]
    return _work_cues(core, head) or _names_behind(core, bracketed)


def _are_names_and_works(core: str) -> bool:
    """Whether the line is names, each with what that person did, an author's or a photographer's first: 柏青禾/文
    江一帆/图, 文丨江一帆 编辑丨柏青禾, without marks 江一帆 口述 柏青禾 整理.
    """
    marked = _MARK.search(core) is not None
    if not (marked or core.endswith(words_of(*_WORKS))):
        return False
    tokens = tokens_of(core)
    said = {token.word.kind for token in tokens if token.kind == "word"}
    if not {token.kind for token in tokens} <= _OF_WORKS or not said <= WORK | POSTS | _MADE:
        return False
    people = people_in(core)
    if not people:  # what was done, and by nobody: 文/图
        return False
    alone = marked and not {part.strip() for part in _MARK.split(core)}.isdisjoint(words_of(*_PICTURES))
    enough = (alone or len(people) > 1) and all(person.post for person in people)
    return enough and not {AUTHOR, PHOTOGRAPHER}.isdisjoint(people[0].roles)


def _work_cues(core: str, head: str) -> list[str]:
    """Whether the line is names and what they did; ``head`` is the line without a note behind it."""
    if core.endswith(words_of("report")) and _are_reporters(without(core, *_REPORTS)):
        return ["is names and a report"]
    if not head.rstrip().endswith(words_of(*_CREDITS)):
        return []
    if number_of_names(_last_names(without(head, *_CREDITS))):
        return ["is names and a credit"]
    return ["is short and ends in a credit"] if len(core) <= 12 else []


def _are_reporters(text: str) -> bool:
    """Whether ``text``, before a word for reporting, is names, places, or names and a place."""
    name, mark, place = text.partition("／")
    return bool(
        number_of_names(_last_names(text)) or is_places(text) or mark and number_of_names(name) and is_places(place)
    )


def _names_behind(core: str, bracketed: bool) -> list[str]:
    """Whether the line ends in people's names, after a post, another word or a mark."""
    words = core.split()
    for number in range(1, len(words)):
        if number_of_names(without(" ".join(words[number:]), "camera")):
            if not bracketed and ends_in_a_post("".join(words[:number])):
                return ["ends in names after a post"]
            return ["ends in names in brackets" if bracketed else "ends in names after a word"]
    for mark in ("：", "／", "/", "╱", "|"):
        if mark in core and number_of_names(core.rpartition(mark)[2]):
            return ["ends in names after a mark"]
    return []


def _last_names(text: str) -> str:
    """What stands after the last reporter's or author's post, where there is one."""
    return after_posts(text, "reporter", "contributor", "author", "photographer")


def _shape_cues(core: str) -> list[str]:
    """Dates, page numbers and other numbers."""
    numbered, paged = _is_numbered(core), "版" in core and page_in(core) is not None
    if not numbered and not paged:
        return []
    if _DIGITS.fullmatch(_solid(core)):
        return ["is a number alone"]
    dated = has_date(core)
    if dated and is_date(core):
        return ["is a date"]
    if core.startswith("《") and (dated or paged or first_date(core, compact=True)):
        return ["names a paper and its day or page"]
    seen = {
        "has a number in it": numbered,
        "gives a telephone number": numbered and TELEPHONE.search(core) is not None,
        "has a date and a page number in it": dated and paged,
        "has a date in it": dated,
        "has a page number in it": paged,
    }
    return [cue for cue, is_so in seen.items() if is_so]


def _is_numbered(core: str) -> bool:
    """Whether a number is in the line: digits, or Han numerals where the line speaks of a year and a day."""
    return _DIGITS.search(core) is not None or ("年" in core and "日" in core and _HAN_DIGITS.search(core) is not None)
