"""What an editor should look at after a change of script: names, words overruled, characters in doubt, lone quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain

from converter.model import Block, Form, Issue
from converter.press.dictionary import best
from converter.press.marks import is_extension
from converter.script.data import table
from converter.script.passage import Passage
from converter.script.quotes import requote
from converter.script.tree import prose

_AROUND = 6
"""How much context is given, in characters."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was decided, each with its context where there is one.

    ``names``: a name or glossary term, what is written for it, how often. ``overruled``: a phrase of OpenCC's that lay
    across words, the words. ``defaults``: a character that has several forms and stands in no word of the list, the
    form that was taken, the others. ``quotes``: a mark without a partner. ``rare``: a character that many fonts lack.
    """

    names: tuple[tuple[str, str, int], ...] = ()
    overruled: tuple[tuple[str, tuple[str, ...], str], ...] = ()
    defaults: tuple[tuple[str, str, str, str], ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()
    rare: tuple[tuple[str, str], ...] = ()

    def lines(self) -> Iterator[str]:
        """The report as text, a finding a line."""
        yield f"names and terms kept: {len(self.names)}"
        yield from (f"  {name} → {form}, {times}×" for name, form, times in self.names)
        yield f"phrases of OpenCC's taken apart, as they lay across words: {len(self.overruled)}"
        yield from (f"  {phrase} in {'|'.join(words)}: {context}" for phrase, words, context in self.overruled)
        yield f"characters of several forms in no known word, please look: {len(self.defaults)}"
        yield from (f"  {char} → {form} ({others}?): {context}" for char, form, others, context in self.defaults)
        yield f"quotation marks without a partner: {len(self.quotes)}"
        yield from (f"  {mark}: {context}" for mark, context in self.quotes)
        yield f"characters that many fonts lack: {len(self.rare)}"
        yield from (f"  {char} U+{ord(char):04X}: {context}" for char, context in self.rare)


def report_of(before: Issue, after: Issue, passage: Passage | None) -> Report:
    """The report on ``before``, which ``passage`` made ``after``; without a passage no character was to change."""
    stories = [_texts(article.blocks()) for article in after.articles()]
    found = Report(quotes=tuple(_lone_quotes(stories)), rare=tuple(_rare(stories)))
    if passage is None:
        return found
    texts = _texts(before.blocks())
    return replace(
        found,
        names=tuple(_names(texts, passage)),
        overruled=tuple(_overruled(texts, passage)),
        defaults=tuple(_defaults(texts, passage)) if passage.way.from_simplified else (),
    )


def _texts(blocks: Iterable[Block]) -> list[str]:
    """The text of the blocks that are no code."""
    return [prose(block) for block in blocks if block.form is not Form.CODE]


def _names(texts: Iterable[str], passage: Passage) -> Iterator[tuple[str, str, int]]:
    whole = "\n".join(texts)
    counts = Counter({name: whole.count(name) for name, _ in passage.entries})
    yield from ((name, form, counts[name]) for name, form in passage.entries if counts[name])


def _overruled(texts: Iterable[str], passage: Passage) -> Iterator[tuple[str, tuple[str, ...], str]]:
    for text in texts:
        for cut in passage.overruled(text):
            yield cut.phrase, cut.words, _context(text, cut.edges[0])


def _defaults(texts: Iterable[str], passage: Passage) -> Iterator[tuple[str, str, str, str]]:
    several = _several()
    for text in texts:
        alone = {at for at, char in enumerate(text) if char in several}
        alone -= {at for start, end in _words(text) for at in range(start, end) if end - start > 1}
        alone -= {at for start, end in passage.kept(text) for at in range(start, end)}
        pieces = passage.convert(tuple(text)) if alone else ()
        for at in sorted(alone):
            others = [form for form in several[text[at]] if form != pieces[at]]
            yield text[at], pieces[at], " ".join(others), _context(text, at)


def _lone_quotes(stories: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    for story in stories:
        for number, at in requote(story, "keep")[1]:
            yield story[number][at], _context(story[number], at)


def _rare(stories: Iterable[list[str]]) -> Iterator[tuple[str, str]]:
    for text in chain.from_iterable(stories):
        yield from ((char, _context(text, at)) for at, char in enumerate(text) if _is_rare(char))


@cache
def _several() -> dict[str, list[str]]:
    return {char: forms.split(" ") for char, forms in table("characters.txt")}


def _words(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in best(text, {})[0]:
        yield start, end
        start = end


def _is_rare(char: str) -> bool:
    """Whether a character is of Unicode's Han extensions or of private use."""
    return is_extension(char) or "\ue000" <= char <= "\uf8ff"


def _context(text: str, at: int) -> str:
    return f"{text[max(0, at - _AROUND) : at]}[{text[at]}]{text[at + 1 : at + 1 + _AROUND]}"
