"""The same stories by the customs of another paper: kickers, decks, bylines, subheads and notes put in or taken out.

What a newspaper calls its stories' parts, and where it puts them, is its custom, not the story's. A page recast so
teaches the detector each part in every layout, and not only in the one paper that happens to use it. The texts that are
put in come from other labelled pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

import numpy as np

from converter.model import Line
from converter.script import convert_script
from converter.script.language import language_of
from converter.structure.search.grammar import STATES
from tools.train.pages import INDEX, Page

Labelled = tuple[Line, int]
"""A line and its state."""

DATELINES = (
    "本报{place}{day}日电  （记者{name}）",
    "本报讯  （记者{name}）",
    "新华社{place}{day}日电  ",
    "本报电 ",
    "【本报讯】",
    "〔记者{name}／{place}报导〕",
    "（{place}{day}日电）",
    "本报讯 ",
)
PLACES = ("海州", "青屿", "云台", "北港", "东山", "石桥")
NAMES = ("周砚青", "柳溪", "凌霄", "卫岚", "陆闻笛", "方知远")
PUT_IN = (
    "kicker",
    "deck",
    "byline",
    "subhead",
    "signature",
    "caption",
    "credit",
    "column_note",
    "jump",
    "source_note",
    "folio",
)


class Pool:
    """One-line blocks of labelled pages, by role, to be put into others."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self.texts: defaultdict[str, list[str]] = defaultdict(list)
        for page in pages:
            states = [int(row.argmax()) if row.sum() == 1 else -1 for row in page.allowed]
            for number, (line, state) in enumerate(zip(page.lines, states, strict=True)):
                goes_on = number + 1 < len(states) and STATES[states[number + 1]][1] == "line"
                if state >= 0 and STATES[state][0] in PUT_IN and STATES[state][1] != "line" and not goes_on:
                    self.texts[STATES[state][0]].append(line.text)
        self.texts = defaultdict(list, {role: sorted(set(texts)) for role, texts in self.texts.items()})


def recast(page: Page, pool: Pool, draw: Random) -> Page:
    """The page with its stories dressed by other customs; a page with unknown or brief parts is left as it is."""
    states = [int(row.argmax()) for row in page.allowed]
    if (page.allowed.sum(axis=1) != 1).any() or any("brief" in STATES[state][0] for state in states):
        return page
    traditional = language_of("".join(line.text for line in page.lines)) != "zh-Hans"
    customs = _Customs(pool, draw, traditional)
    flat = customs.page(_stories(zip(page.lines, states, strict=True)))
    allowed = np.zeros((len(flat), len(STATES)))
    for number, (_, state) in enumerate(flat):
        allowed[number, state] = 1
    return replace(page, lines=tuple(line for line, _ in flat), allowed=allowed)


def _stories(lines: Iterable[Labelled]) -> list[list[Labelled]]:
    """The lines by the stories that they belong to."""
    stories: list[list[Labelled]] = []
    for line, state in lines:
        if not stories or STATES[state][1] == "article":
            stories.append([])
        stories[-1].append((line, state))
    return stories


@dataclass(frozen=True)
class _Customs:
    """The customs of one paper as ``draw`` takes them, for a page in the script that ``traditional`` says.

    Every method draws in one order, whatever it finds: the same page and number always give the same variant.
    """

    pool: Pool
    draw: Random
    traditional: bool

    def page(self, stories: Iterable[list[Labelled]]) -> list[Labelled]:
        """The lines of all stories, dressed, with a folio line above them and a note of the page below."""
        dressed = [self.story(story) for story in stories]
        if self._happens(0.3):
            dressed.insert(0, self._block("folio", "block", 0))
        if self._happens(0.3):
            dressed.append(self._block("column_note", "block", self.draw.randint(0, 2)))
        return [labelled for story in dressed for labelled in story]

    def story(self, story: list[Labelled]) -> list[Labelled]:
        """One story with other parts around its headline, in its body and at its end."""
        roles = [STATES[state][0] for _, state in story]
        if roles[0] != "headline" or "paragraph" not in roles:
            return story
        gap = story[1][0].gap_before
        head = next((n for n, role in enumerate(roles) if role != "headline"), len(roles))
        title = self._title(story[:head], "deck" in roles, gap)
        body = self._body(self._signed(story[head:], gap), gap)
        return title + body + self._end(roles, gap)

    def _title(self, title: list[Labelled], has_deck: bool, gap: int) -> list[Labelled]:
        """The headline with a kicker above it or a deck below."""
        first, _ = title[0]
        if self._happens(0.4) and not has_deck and (kicker := self._block("kicker", "article", first.gap_before)):
            title = [*kicker, (replace(first, gap_before=gap), INDEX["headline", "block"]), *title[1:]]
        if self._happens(0.15) and not has_deck:
            title = title + self._block("deck", "block", gap)
        return title

    def _signed(self, rest: list[Labelled], gap: int) -> list[Labelled]:
        """What follows the headline without its byline, or with one."""
        bylines = [n for n, (_, state) in enumerate(rest) if STATES[state][0] == "byline"]
        if bylines:
            return [labelled for n, labelled in enumerate(rest) if n not in bylines] if self._happens(0.5) else rest
        return self._block("byline", "block", gap) + rest if self._happens(0.35) else rest

    def _body(self, rest: list[Labelled], gap: int) -> list[Labelled]:
        """The body with a dateline at its head, subheads set in, a picture's lines put between."""
        opens = [n for n, (_, state) in enumerate(rest) if STATES[state] == ("paragraph", "block")]
        if opens and opens[0] < 3 and self._happens(0.45):
            line, state = rest[opens[0]]
            dated = replace(line, text=self._dateline() + line.text), state
            rest = [*rest[: opens[0]], dated, *rest[opens[0] + 1 :]]
        put = self._subheads(rest, opens, gap)
        if opens and self._happens(0.25):
            caption = self._block("caption", "block", gap + self.draw.randint(0, 1))
            place = self.draw.choice(opens)
            credit = self._block("credit", "block", gap) if self._happens(0.4) else []
            put.setdefault(place, caption + credit)
        return [labelled for n, given in enumerate(rest) for labelled in [*put.get(n, []), given]]

    def _dateline(self) -> str:
        """How a paper begins a message."""
        form = self.draw.choice(DATELINES)
        place, name = self.draw.choice(PLACES), self.draw.choice(NAMES)
        day = f"{self.draw.randint(1, 12)}月{self.draw.randint(1, 28)}"
        return self._written(form.format(place=place, name=name, day=day))

    def _subheads(self, rest: list[Labelled], opens: list[int], gap: int) -> dict[int, list[Labelled]]:
        """Subheads by the numbers of the lines above which they are put, in a long story that has none."""
        if len(opens) < 5 or not self._happens(0.35) or any(STATES[state][0] == "subhead" for _, state in rest):
            return {}
        places = self.draw.sample(opens[1:], min(self.draw.randint(2, 3), len(opens) - 1))
        return {place: self._block("subhead", "block", gap) for place in sorted(places)}

    def _end(self, roles: list[str], gap: int) -> list[Labelled]:
        """Who has written it, where it goes on, where it comes from."""
        end: list[Labelled] = []
        for role, share in (("signature", 0.2), ("jump", 0.06), ("source_note", 0.08)):
            if self._happens(share) and role not in roles:
                end += self._block(role, "block", gap)
        return end

    def _happens(self, share: float) -> bool:
        return self.draw.random() < share

    def _block(self, role: str, opening: str, gap: int) -> list[Labelled]:
        """A block of the pool, one line, after a gap; none where the pool has none."""
        if not self.pool.texts[role]:
            return []
        text = self._written(self.draw.choice(self.pool.texts[role]))
        return [(Line(text, 0, 0, 0, gap), INDEX[role, opening])]

    def _written(self, text: str) -> str:
        """The text in the page's script."""
        return convert_script(text, "s2t", quotes="keep") if self.traditional else text
