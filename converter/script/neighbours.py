"""A character's form by what stands around it, where OpenCC's longest phrase does not tell: 衣服没干 (乾), 卡里 (裡).

The rules are data (``neighbours.tsv``). A character that a rule decides is shown to OpenCC as a sign of its own, which
no phrase holds, and which OpenCC's first dictionary writes in the form of the rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from converter.press.patterns import later
from converter.script.data import table
from converter.script.name_or_words import any_of

_FAR = 18
"""How far a rule looks, in characters."""
SIGNS = "\U0010f000"
"""The first of the signs: the private use of Unicode's last plane, of which no text is known to make use."""


_STANDS = {"": ("alone", "word"), "alone": ("alone",)}
"""Where a character stands that a rule of that strength decides."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A form, the sign that stands for it, and where it is right; ``strength`` is what it says against a phrase.

    ``over``: it holds in a phrase too; ``alone``: only where the character is a word of its own; else: in no phrase.
    """

    sign: str
    form: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    strength: str

    def follows(self, text: str, at: int) -> bool:
        """Whether what stands before the character at ``at`` is what the rule asks for."""
        return not self.before or bool(self.before.search(text[max(0, at - _FAR) : at]))


@cache
def rules() -> dict[str, tuple[Rule, ...]]:
    """The rules by their character; a pattern is compiled when a text has the character: most have few of them."""
    words = {"title": any_of("title")}
    found: dict[str, list[Rule]] = {}
    for chars, form, *rest in table("neighbours.tsv"):
        if chars == "=":
            words[form] = _named(rest[0], words)
            continue
        before, after, strength, _ = rest
        ends = later(f"(?:{_named(before, words)})$") if before else None
        begins = later(_named(after, words)) if after else None
        for char in chars:
            sign = chr(ord(SIGNS) + sum(map(len, found.values())))
            found.setdefault(char, []).append(Rule(sign, char if form == "=" else form, ends, begins, strength))
    return {char: tuple(some) for char, some in found.items()}


def _named(pattern: str, words: dict[str, str]) -> str:
    return re.sub("<([a-z-]+)>", lambda hit: words[hit[1]], pattern)


@cache
def forms() -> dict[str, str]:
    """What OpenCC writes for the signs."""
    return {rule.sign: rule.form for some in rules().values() for rule in some}


@cache
def _anywhere() -> re.Pattern[str]:
    return later(f"[{''.join(rules())}]")


def decided(text: str, where: Callable[[int], str]) -> Iterator[tuple[int, str]]:
    """The places that a rule decides, and its sign there.

    ``where`` tells of a place whether it lies in a phrase (``phrase``), in a word (``word``), or is one (``alone``).
    """
    known = rules()
    for hit in _anywhere().finditer(text):
        at = hit.start()
        for rule in known[hit.group()]:
            if rule.after and not rule.after.match(text, at + 1, at + 1 + _FAR):
                continue  # most of them
            if rule.follows(text, at) and (rule.strength == "over" or where(at) in _STANDS[rule.strength]):
                yield at, rule.sign
                break
