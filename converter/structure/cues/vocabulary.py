"""What the detector knows of words: vocabulary by its place in a line, and people's names.

The knowledge is in the data files of this package; both scripts are in them.
"""

from __future__ import annotations

import re
from functools import cache
from pkgutil import get_data

from converter.press.lexicon import lists
from converter.press.marks import is_han


@cache
def _data(name: str) -> str:
    return (get_data(__package__, name) or b"").decode()


Words = dict[str, list[tuple[str, tuple[str, ...]]]]
"""Cues with their words, by a character of the words: a line is held against the few that it can have."""


@cache
def vocabulary(place: str) -> Words:
    """The cues of ``vocabulary.tsv`` whose words stand at ``place``, by the words' first character; for ``ends`` and ``post``, the last."""
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
    if 4 <= len(solid) <= 5 and solid[:2] in _places() and (not cues or solid[-1] in "州市县縣区區"):  # 浙江余姚
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


def ends_in_a_post(text: str) -> bool:
    """Whether ``text`` ends in what a person is or does: 九三学社中央主席, 本报记者."""
    return any(text.endswith(words) for _, words in vocabulary("post").get(text[-1:], ()))


_CREDIT = re.compile(r"[摄攝](?:[（(][^（）()]{1,20}[）)])?$|(?:[供绘繪制製截][图圖]|[图圖照]片|提供)$|社[发發][）)]?$")


def ends_as_a_credit(text: str) -> bool:
    """Whether the line ends by saying whose the picture is: 李 博摄（人民视觉）, 本报记者供图, ……的晚霞。美聯社."""
    if text[-1] in "。，”":  # most lines do
        return False
    return _CREDIT.search(text, len(text) - 24) is not None or text.endswith(_sources_of_pictures())


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


@cache
def _surnames() -> frozenset[str]:
    return frozenset(_data("surnames.txt").strip())


_DOUBLE_SURNAMES = tuple("欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 司徒 慕容 皇甫 尉迟 公孙 令狐 长孙".split())


def names_in(text: str) -> int:
    """How many people's names ``text`` is made of, 0 where anything else is in it.

    Names are two or three characters after a known surname, set apart by spaces or 、; a name of two characters may
    be spaced out (孙  振).
    """
    words = text.replace("、", " ").replace("，", " ").split()
    count = number = 0
    while number < len(words):
        word = words[number]
        if len(word) == 1 and number + 1 < len(words) and len(words[number + 1]) == 1:
            number += 1
            word += words[number]
        if not is_name(word):
            return 0
        count += 1
        number += 1
    return count


_SOUNDS = frozenset(
    "阿埃艾爱安奥澳巴班邦贝本比彼毕宾波伯博布查察达大戴丹德登迪蒂丁顿多厄恩尔法凡菲费芬丰冯弗福富盖甘冈高戈格根古哈海汉豪赫胡华霍基吉加贾杰金卡凯坎考柯科克肯孔库"
    "拉莱赖兰朗劳勒雷里利莉林琳刘龙卢鲁伦罗洛马玛迈麦曼梅门蒙米密明莫姆穆纳娜南内尼涅宁农努诺欧帕潘佩彭皮平普奇齐乔切琼丘让热日荣瑞若萨塞赛桑瑟森沙莎珊山舍什生"
    "史士斯施舒苏索塔泰坦汤特提田廷图托瓦万旺威维韦卫温文沃乌武西希夏香谢辛欣星雄休雅亚扬耶叶伊以因英尤于约泽曾扎詹珍芝治茨佐朱卓胥略娃妮丽蕾薇黛"
    "愛奧貝賓達頓爾費馮蓋岡漢華賈傑凱庫萊賴蘭勞裏劉龍盧魯倫羅馬瑪邁麥門蒙納寧農諾歐龐齊喬瓊讓熱榮賽薩澤納蘇湯圖維韋溫烏謝亞葉約莊"
)
"""The characters that foreign names are written with, by their sound."""

_DOTS = re.compile("[·・‧•]")


def is_name(word: str) -> bool:
    """Whether ``word`` looks like one person's name: surname and given name, Han only, or foreign names with dots between."""
    parts = _DOTS.split(word)
    if len(parts) > 1:
        sounds = [char in _SOUNDS for char in "".join(parts)]
        foreign = all(1 <= len(part) <= 6 for part in parts) and sum(sounds) * 4 >= len(sounds) * 3
        return foreign or all(map(is_name, parts))
    most = 4 if word.startswith(_DOUBLE_SURNAMES) else 3
    return 2 <= len(word) <= most and word[0] in _surnames() and all(map(is_han, word))
