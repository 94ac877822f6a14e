"""The same stories by the customs of another paper: kickers, decks, bylines, subheads and notes put in or taken out.

What a newspaper calls its stories' parts, and where it puts them, is its custom, not the story's. A page recast so teaches the
detector each part in every layout, and not only in the one paper that happens to use it. The texts that are put in come from
other labelled pages.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
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

    def drawn(role: str, state: str, gap: int) -> list[Labelled]:
        if not pool.texts[role]:
            return []
        text = draw.choice(pool.texts[role])
        return [
            (
                Line(convert_script(text, "s2t", quotes="keep") if traditional else text, 0, 0, 0, gap),
                INDEX[role, state],
            )
        ]

    stories: list[list[Labelled]] = []
    for line, state in zip(page.lines, states, strict=True):
        if not stories or STATES[state][1] == "article":
            stories.append([])
        stories[-1].append((line, state))
    dressed = [_dress(story, drawn, draw, traditional) for story in stories]
    if draw.random() < 0.3:
        dressed.insert(0, drawn("folio", "block", 0))
    if draw.random() < 0.3:
        dressed.append(drawn("column_note", "block", draw.randint(0, 2)))
    flat = [labelled for story in dressed for labelled in story]
    allowed = np.zeros((len(flat), len(STATES)))
    for number, (_, state) in enumerate(flat):
        allowed[number, state] = 1
    return replace(page, lines=tuple(line for line, _ in flat), allowed=allowed)


def _dress(story: list[Labelled], drawn, draw: Random, traditional: bool) -> list[Labelled]:  # type: ignore[no-untyped-def]
    """One story with other parts around its headline, in its body and at its end."""
    roles = [STATES[state][0] for _, state in story]
    if roles[0] != "headline" or "paragraph" not in roles:
        return story
    gap = story[1][0].gap_before
    head = next((n for n, role in enumerate(roles) if role != "headline"), len(roles))
    title, rest = story[:head], story[head:]
    if draw.random() < 0.4 and "deck" not in roles:
        kicker = drawn("kicker", "article", title[0][0].gap_before)
        if kicker:
            title = kicker + [(replace(title[0][0], gap_before=gap), INDEX["headline", "block"]), *title[1:]]
    if draw.random() < 0.15 and "deck" not in roles:
        title = title + drawn("deck", "block", gap)
    signed = [n for n, (_, state) in enumerate(rest) if STATES[state][0] == "byline"]
    if signed and draw.random() < 0.5:
        rest = [labelled for n, labelled in enumerate(rest) if n not in signed]
    elif not signed and draw.random() < 0.35:
        rest = drawn("byline", "block", gap) + rest
    rest = _with_body(rest, drawn, draw, traditional, gap)
    for role, share in (("signature", 0.2), ("jump", 0.06), ("source_note", 0.08)):
        if draw.random() < share and role not in roles:
            rest = rest + drawn(role, "block", gap)
    return title + rest


def _with_body(rest: list[Labelled], drawn, draw: Random, traditional: bool, gap: int) -> list[Labelled]:  # type: ignore[no-untyped-def]
    """The body with a dateline at its head, subheads set in, a picture's lines put between."""
    opens = [n for n, (_, state) in enumerate(rest) if STATES[state] == ("paragraph", "block")]
    if opens and opens[0] < 3 and draw.random() < 0.45:
        line, state = rest[opens[0]]
        form = draw.choice(DATELINES).format(
            place=draw.choice(PLACES), name=draw.choice(NAMES), day=f"{draw.randint(1, 12)}月{draw.randint(1, 28)}"
        )
        rest = list(rest)
        rest[opens[0]] = (
            replace(line, text=(convert_script(form, "s2t", quotes="keep") if traditional else form) + line.text),
            state,
        )
    put: dict[int, list[Labelled]] = {}
    if len(opens) >= 5 and draw.random() < 0.35 and not any(STATES[state][0] == "subhead" for _, state in rest):
        for at in sorted(draw.sample(opens[1:], min(draw.randint(2, 3), len(opens) - 1))):
            put[at] = drawn("subhead", "block", gap)
    if opens and draw.random() < 0.25:
        picture = drawn("caption", "block", gap + draw.randint(0, 1))
        put.setdefault(draw.choice(opens), picture + (drawn("credit", "block", gap) if draw.random() < 0.4 else []))
    return [labelled for n, given in enumerate(rest) for labelled in [*put.get(n, []), given]]
