"""A text or an issue in another script: the steps of this package in a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from converter.model import Issue
from converter.script.engine import configurations
from converter.script.name_forms import entries
from converter.script.passage import Passage
from converter.script.people import people_in, people_of
from converter.script.quotes import default_style, requote
from converter.script.target import TARGETS, Way, source_of, way
from converter.script.tree import map_stories, map_text

if TYPE_CHECKING:
    from converter.script.report import Report

__all__ = ["TARGETS", "Wish", "configurations", "convert_issue", "convert_script"]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a user wants of the script of a text.

    ``target`` is one of ``TARGETS`` or one of ``configurations()``, None for no other script. ``names`` are people's names,
    ``glossary`` maps terms to what is written for them; both in the script of the text. ``quotes`` is ``keep``, ``corner``
    (「『』」) or ``curly`` (“‘’”), None for the target's own, which in ``vertical`` lines are corners; ``punctuation`` is ``keep``, or ``full`` for ``punctuation.py``.
    """

    target: str | None = None
    names: tuple[str, ...] = ()
    glossary: tuple[tuple[str, str], ...] = ()
    quotes: str | None = None
    punctuation: str = "keep"
    vertical: bool = False


def convert_issue(
    issue: Issue, wish: Wish | str, language: str | None = None, report: Callable[[Report], None] | None = None
) -> Issue:
    """``issue`` in the script that is wished for: blocks, names and titles, and its language following.

    ``language`` is that of the text where the user said so; else its characters tell. The people whom the issue names
    keep their names. ``report`` is called with what was decided. Raises ``UnknownScript``.
    """
    wish = Wish(wish) if isinstance(wish, str) else wish
    there = way_of(issue, wish, language)
    passage = passage_of(people_in(issue, _simplified(there)), there, wish) if there.steps else None
    done = _convert(issue, there, passage, wish)
    if report:
        from converter.script.report import report_of

        report(report_of(issue, done, passage))
    return done


def _convert(issue: Issue, there: Way, passage: Passage | None, wish: Wish) -> Issue:
    if wish.punctuation == "full":
        from converter.script.punctuation import punctuate

        issue = map_text(issue, punctuate)
    if passage:
        issue = map_text(issue, passage.convert)
    if (style := style_of(there, wish)) != "keep":
        issue = map_stories(issue, lambda texts: requote(texts, style)[0])
    if there.rewords:
        issue = replace(issue, warnings=(*issue.warnings, f"{wish.target} changes wording, not characters alone"))
    return replace(issue, language=there.language)


def convert_script(
    text: str,
    target: str,
    *,
    names: Iterable[str] = (),
    glossary: Mapping[str, str] | None = None,
    quotes: str | None = None,
    punctuation: str = "keep",
    language: str | None = None,
) -> str:
    """``text`` in the script ``target``, as ``Wish`` explains it; a paragraph a line. Raises ``UnknownScript``.

    The people who are named in ``text`` by what stands around them (本报记者…, …表示) keep their names, and ``names`` do.
    """
    wish = Wish(target, tuple(names), tuple(dict(glossary or {}).items()), quotes, punctuation)
    there = way(target, text, language)
    if punctuation == "full":
        from converter.script.punctuation import punctuate

        text = "\n".join(punctuate((line,))[0] for line in text.split("\n"))
    if there.steps:
        people = dict.fromkeys(people_of(text, _simplified(there)))
        (text,) = passage_of(people, there, wish).convert((text,))
    style = style_of(there, wish)
    return text if style == "keep" else "\n".join(requote(text.split("\n"), style)[0])


def way_of(issue: Issue, wish: Wish, language: str | None = None) -> Way:
    """How the issue is converted."""
    text = "\n".join(block.text for block in issue.blocks())
    if wish.target is None:
        return Way((), issue.language, issue.language)
    known = language
    if known is None:
        known = source_of(text)
        if known[:7] == issue.language[:7]:
            known = issue.language  # what the reader was told, as the characters don't contradict it
    return way(wish.target, text, known)


def passage_of(people: Iterable[str], there: Way, wish: Wish) -> Passage:
    """The converter of texts that name ``people``."""
    return Passage(there, entries(there, [*people, *wish.names], dict(wish.glossary)))


def _simplified(there: Way) -> Callable[[str], str]:
    """What gives a text that is converted ``there`` in simplified characters."""
    if there.was == "zh-Hans":
        return str
    return lambda text: _simplifying().convert((text,))[0]


@cache
def _simplifying() -> Passage:
    """What reads any traditional text: it names nobody, so one is enough."""
    return Passage(Way(("t2s",), "zh-Hant", "zh-Hans"))


def style_of(there: Way, wish: Wish) -> str:
    """The style of the quotes: what is wished for, else the target's; a simplified text that stays so keeps its own."""
    if wish.quotes or wish.vertical:
        return wish.quotes or default_style(there.language, vertical=True)
    stays = wish.target is None or there.language == "zh-Hans" == there.was
    return "keep" if stays else default_style(there.language)
