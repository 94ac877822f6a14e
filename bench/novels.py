"""How often lines of invented novels are wrongly joined, and how often wrongly kept apart: ``novels.py [LINES]``.

The novels are built from templates: paragraphs with blank lines between, bare, with indents, and hard-wrapped in three
ways; each with every kind of quotation marks, in both scripts. A false join puts two lines of different paragraphs into
one block; a missed one puts two lines of one paragraph into two. Prints both for 10,000 lines. Same LINES, same novels.
"""

from __future__ import annotations

import argparse
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from random import Random

from opencc import OpenCC

from converter.readers.text import source_of
from converter.structure import detect_structure

QUOTES = {
    "curly": "“”‘’",
    "corner": "「」『』",
    "straight": "\"\"''",
    "full-width": "＂＂＇＇",
    "primes": "〝〞‘’",
    "low": "„“‚‘",
    "mixed": "“\"‘'",
}
"""How a novel may be typed: what opens and closes speech, and a quotation inside it."""

WIDTHS = {"wrapped": 32, "narrow": 18, "gaps": 40}
"""Characters of a hard-wrapped line; with ``gaps`` paragraphs have a blank line between and no indent."""

LAYOUTS = ("blank", "bare", "indented", "wrapped", "narrow", "gaps")

_PEOPLE = ("老秦", "小满", "闻人竹", "岑小舟", "柳嫂", "杜成", "石守田", "冯老爹", "那个船工", "她")
_PLACES = ("渡口", "磨坊", "盐场", "石桥上", "渔市街", "后院", "镇公所门口", "灶房里", "河边", "半山腰")
_THINGS = ("油灯", "收音机", "旧账本", "竹篮", "铜钥匙", "那封信", "半袋麦子", "木船", "茶碗", "那把伞")
_SPEECH = (
    "谁？", "是我。", "打错了。", "你在{place}？", "我没工夫跟你开玩笑！", "{thing}呢？", "别问了。", "不知道。",
    "什么{thing}？", "你把{thing}藏哪儿了？", "要是我不来呢？", "明天六点，{place}。", "唉……", "走吧，天要黑了。",
    "{who}说过，‘{thing}不能给外人看’。", "你还记得{place}的那个晚上吗？", "进来！",
    "从前这里没有路，只有水；后来有了桥，人就少了。", "等一等——", "我也没有。", "好。", "你说的是{who}？",
    "‘{place}’？哪个‘{place}’？", "都回去，都回去！",
)  # fmt: skip
_SAYS = (
    "{who}说",
    "{who}问",
    "{who}笑着说",
    "{who}没有抬头",
    "里屋的{who}问",
    "{who}压低了声音",
    "{who}喊道",
    "{who}又说",
)
_DOES = (
    "{who}没有回答", "{who}把{thing}放回去，看了看窗外", "{who}从{place}走回来", "风从{place}那边吹过来", "天快亮了",
    "{who}拿起{thing}，又放下了", "雨下了一整夜，到早上还没有停", "{place}静得只听见水声", "{who}想起许多年前的事",
    "谁也没有说话", "{who}在{place}站了很久，直到{thing}上落了一层灰", "没有人知道{thing}是从哪里来的",
    "{who}推开门，看见{place}亮着一盏灯", "那年冬天特别冷，{place}结了冰", "{who}点了点头",
)  # fmt: skip
_CHAPTERS = ("半夜的电话", "老地方", "渡口", "过河的人", "{thing}", "{who}的故事", "一封没有寄出的信", "雪")
_DIGITS = "一二三四五六七八九"


@dataclass(frozen=True)
class Novel:
    """Its text, and for each line that is not blank the number of its paragraph."""

    text: str
    owners: tuple[int, ...]


def novel(lines: int, layout: str, quotes: str, traditional: bool = False) -> Novel:
    """A novel of at least ``lines`` lines, in one of ``LAYOUTS`` and typed with one kind of ``QUOTES``."""
    random = Random(f"{layout} {traditional}")  # typed otherwise, it is the same novel
    texts, owners, number = [], [], 0
    paragraphs = _paragraphs(random)
    while len(owners) < lines:
        is_title, said = next(paragraphs)
        typed = said.translate(str.maketrans("“”‘’", QUOTES[quotes]))
        texts += _laid_out(_traditional().convert(typed) if traditional else typed, layout, is_title)
        owners += [number] * (len([text for text in texts if text]) - len(owners))
        number += 1
    return Novel("\n".join(texts) + "\n", tuple(owners))


@cache
def _traditional() -> OpenCC:
    return OpenCC("s2t")


def _paragraphs(random: Random) -> Iterator[tuple[bool, str]]:
    """Chapter titles, and paragraphs of speech and of telling: whether each is a title, and its text."""
    chapter = 0
    while True:
        chapter += 1
        yield True, f"第{_numeral(chapter)}章　{_filled(random.choice(_CHAPTERS), random)}"
        for _ in range(random.randint(30, 60)):
            yield False, _filled(_paragraph(random), random)


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"{_DIGITS[tens - 1] if tens > 1 else ''}{'十' if tens else ''}{_DIGITS[ones - 1] if ones else ''}"


def _paragraph(random: Random) -> str:
    kind = random.randrange(6)
    said = f"“{random.choice(_SPEECH)}”"
    if kind < 2:
        return said
    if kind == 2:
        return f"{said}{random.choice(_SAYS)}。"
    if kind == 3:
        return f"{random.choice(_SAYS)}：“{''.join(random.choices(_SPEECH, k=random.randint(1, 3)))}”"
    if kind == 4:
        return f"{said}{random.choice(_SAYS)}，{random.choice(_DOES)}，“{random.choice(_SPEECH)}”"
    if kind == 5 and random.random() < 0.1:
        return f"{random.choice(_SAYS)}："
    told = random.choices(_DOES, k=random.randint(1, 12))
    return "".join(f"{text}{random.choice('，；') if n % 3 != 1 else '。'}" for n, text in enumerate(told))[:-1] + "。"


def _filled(template: str, random: Random) -> str:
    for slot, words in (("{who}", _PEOPLE), ("{place}", _PLACES), ("{thing}", _THINGS)):
        while slot in template:
            template = template.replace(slot, random.choice(words), 1)
    return template


def _laid_out(text: str, layout: str, is_title: bool) -> list[str]:
    """The lines of a paragraph, an empty one for each blank line."""
    if is_title and layout not in ("bare", "blank"):
        return ["", text, ""]
    text = text if layout in ("bare", "blank", "gaps") else f"　　{text}"
    width = WIDTHS.get(layout, len(text))
    gap = [""] if layout in ("blank", "gaps") else []
    return [text[at : at + width] for at in range(0, len(text), width)] + gap


def reading(written: Novel) -> list[tuple[str, int]]:
    """Each line's role, and the number of its block."""
    source = source_of(written.text)
    starts = [line.start for line in source.lines]
    found = [("", 0)] * len(starts)
    for number, block in enumerate(detect_structure(source).blocks()):
        for start, _ in block.origin:
            found[bisect_right(starts, start) - 1] = str(block.role), number
    return found


def joins(written: Novel) -> tuple[int, int]:
    """The false joins and the missed ones of a novel as it is read."""
    blocks = [number for _, number in reading(written)]
    borders = list(zip(pairwise(written.owners), pairwise(blocks), strict=True))
    false = sum(above != below and block == next_block for (above, below), (block, next_block) in borders)
    missed = sum(above == below and block != next_block for (above, below), (block, next_block) in borders)
    return false, missed


def rows(lines: int) -> Iterator[str]:
    """The figures by layout and quotes, for 10,000 lines, both scripts together."""
    for layout in LAYOUTS:
        for quotes in QUOTES:
            novels = [novel(lines, layout, quotes, traditional) for traditional in (False, True)]
            yield _row(f"{layout:9} {quotes:11}", novels)


def _row(name: str, novels: Sequence[Novel]) -> str:
    count = sum(len(each.owners) for each in novels)
    false, missed = (sum(each) * 10_000 / count for each in zip(*map(joins, novels), strict=True))
    return f"{name} false joins {false:6.1f}   missed {missed:6.1f}   of 10,000 lines ({count} read)"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("lines", nargs="?", type=int, default=1000, help="lines of each novel, 1000 where none is said")
    for row in rows(parser.parse_args().lines):
        print(row)


if __name__ == "__main__":
    main()
