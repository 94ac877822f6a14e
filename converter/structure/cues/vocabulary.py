"""What the detector knows of words: vocabulary by its place in a line, in both scripts.

The words are in ``vocabulary.tsv``; those for posts, houses and places are lists of ``converter/press``.
"""

from __future__ import annotations

from functools import cache

from converter.press.lexicon import lists, pattern

_PLACE_ENDS = lists(__package__, "words")["place", "ends"]

Words = dict[str, list[tuple[str, tuple[str, ...]]]]
"""Cues with their words, by a character of the words: a line is held against the few that it can have."""


@cache
def vocabulary(place: str) -> Words:
    """The cues of ``vocabulary.tsv`` whose words stand at ``place``, by the words' first character; for ``ends`` and
    ``post``, the last.
    """
    found: Words = {}
    for (cue, where), words in lists(__package__, "vocabulary").items():
        if where == place:
            by_char: dict[str, list[str]] = {}
            for word in words:
                by_char.setdefault(word[-1] if place in ("ends", "post") else word[0], []).append(word)
            for char, some in by_char.items():
                found.setdefault(char, []).append((cue, tuple(some)))
    return found


def words_in(text: str) -> list[str]:
    """The cues whose words stand where they should in ``text``, a short line; its head is seen too."""
    cues = heads_of(text)
    solid = text.replace(" ", "").replace("\u3000", "")
    cues += [cue for cue, words in vocabulary("starts").get(solid[:1], ()) if solid.startswith(words)]
    cues += [cue for cue, words in vocabulary("ends").get(text[-1:], ()) if text.endswith(words)]
    anywhere = vocabulary("has")
    for char in filter(anywhere.__contains__, dict.fromkeys(text)):
        cues += [cue for cue, words in anywhere[char] if cue not in cues and any(map(text.__contains__, words))]
    cues += [cue for cue, words in vocabulary("is").get(solid[:1], ()) if solid in words]
    if 4 <= len(solid) <= 5 and solid[:2] in _places() and (not cues or solid.endswith(_PLACE_ENDS)):  # 浙江余姚
        cues.append("is a place")
    return cues


def opens_with_a_place(text: str) -> bool:
    """Whether ``text`` is more than a place, and begins with one: 江苏海州补短板."""
    return len(text) > 5 and text[:2] in _places()


def is_places(text: str) -> bool:
    """Whether ``text`` is names of places of two characters, set apart by spaces: 台中 嘉義."""
    return bool(text) and all(word in _places() for word in text.split())


def heads_of(text: str) -> list[str]:
    """The cues whose words stand at the head of ``text``, a line of any length."""
    return [cue for cue, words in vocabulary("head").get(text[:1], ()) if text.startswith(words)]


def within(text: str) -> list[str]:
    """The cues whose words stand anywhere in ``text``, a line as long as a caption may be."""
    found = vocabulary("within")
    near = [cue_words for char in filter(text.__contains__, found) for cue_words in found[char]]
    return list(dict.fromkeys([cue for cue, words in near if any(map(text.__contains__, words))]))


def ends_in_a_post(text: str) -> bool:
    """Whether ``text`` ends in what a person is or does: 九三学社中央主席, 本报记者."""
    return any(text.endswith(words) for _, words in vocabulary("post").get(text[-1:], ()))


_CREDIT = pattern(
    __package__,
    "credit",
    r"<taken>(?:[（(][^（）()]{1,20}[）)])?$",
    "<whose>$",
    "<sent>[）)]?$",
    r"(?:^|\W)<by> ?(?:[:：/／|｜]|by )[^，。：；]{1,40}$",  # 摄：江一帆／海湾图库
    "/ ?(?:[A-Z][a-z]+ )?<agency>$",  # Agence/Getty Images
)


def ends_as_a_credit(text: str) -> bool:
    """Whether the line ends by saying whose the picture is: 李 博摄（人民视觉）, 本报记者供图, ……的晚霞。美聯社."""
    if text[-1] in "。，”":  # most lines do
        return False
    if text.endswith(_sources_of_pictures()):
        return True
    may_be = text[-1] in _last_of_credits() or any(map(text.__contains__, _BEFORE_WHOSE))
    return may_be and _CREDIT.search(text, max(0, len(text) - 48)) is not None


def begins_like_a_caption(text: str) -> bool:
    """Whether the line begins by saying what a picture shows."""
    return "begins like a caption" in heads_of(text)


_BEFORE_WHOSE = ("：", "/", "／", ":", "|", "｜", "by ")


@cache
def _last_of_credits() -> frozenset[str]:
    """The last characters of lines that end by saying what was done with a picture."""
    table = lists(__package__, "words")
    ends = (word[-1] for what in ("taken", "whose", "sent") for word in table["credit", what])
    return frozenset("）)").union(ends)


@cache
def _sources_of_pictures() -> tuple[str, ...]:
    return tuple(sorted(_words("is a source of pictures")))


@cache
def _places() -> frozenset[str]:
    """Provinces, cities and countries of two characters."""
    return frozenset(word for word in _words("is a place") if len(word) == 2)


@cache
def _words(wanted: str) -> frozenset[str]:
    """The words that a whole line may be to have the cue ``wanted``."""
    return frozenset(
        word for cues in vocabulary("is").values() for cue, words in cues if cue == wanted for word in words
    )
