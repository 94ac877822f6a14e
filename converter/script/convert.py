"""A text or an issue in another script: the steps of this package in a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from converter.model import Issue
from converter.options import Options, Script
from converter.script.engine import configurations
from converter.script.language import OTHERS, may_have_others, other_language
from converter.script.name_forms import entries
from converter.script.passage import Passage
from converter.script.people import people_in, people_of
from converter.script.quotes import default_style, requote
from converter.script.target import TARGETS, Way, source_of, way
from converter.script.tree import Change, map_stories, map_text

__all__ = ["TARGETS", "configurations", "convert_issue", "convert_script", "for_vertical_lines"]


def convert_issue(issue: Issue, wish: Script | str, language: str | None = None) -> Issue:
    """``issue`` in the script that is wished for: blocks, names and titles, and its language following.

    ``language`` is that of the text where the user said so; else its characters tell. The people whom the issue names
    keep their names. Its ``twin`` is ``issue`` where both are wished for. Raises ``UnknownScript``.
    """
    wish = Script(wish) if isinstance(wish, str) else wish
    there = way_of(issue, wish, language)
    passage = passage_of(people_in(issue, _simplified(there)), there, wish) if there.steps else None
    done = _convert(issue, there, passage, wish)
    if wish.report:
        from converter.script.report import report_of

        wish.report(report_of(issue, done, passage))
    return replace(done, twin=replace(issue, twin=None) if wish.both else None)


def for_vertical_lines(issue: Issue) -> Issue:
    """The issue and its twin with corners for quotes, as their language has them: “” have no place there (clreq)."""
    style = default_style(issue.language, vertical=True)
    return replace(_requoted(issue, style, False), twin=issue.twin and for_vertical_lines(issue.twin))


def _convert(issue: Issue, there: Way, passage: Passage | None, wish: Script) -> Issue:
    if wish.target in TARGETS and there.was in OTHERS:
        sentence = f"the text is {OTHERS[there.was]}, and stays as it is"
        return replace(issue, language=there.language, warnings=(*issue.warnings, sentence))
    is_chinese = wish.target not in TARGETS or not (found := Counter(_others(issue)))
    if not is_chinese:
        several = " and ".join(f"{times} {OTHERS[tag]}" for tag, times in sorted(found.items()))
        sentence = f"blocks of the text in other languages ({several}) stay as they are"
        issue = replace(issue, warnings=(*issue.warnings, sentence))
    if wish.punctuation == "full":
        from converter.script.punctuation import punctuate

        issue = map_text(issue, punctuate if is_chinese else _sparing(punctuate))
    if passage:
        issue = map_text(issue, passage.convert if is_chinese else _sparing(passage.convert))
    issue = _requoted(issue, style_of(there, wish), bool(wish.quotes))
    if there.rewords:
        issue = replace(issue, warnings=(*issue.warnings, f"{wish.target} changes wording, not characters alone"))
    return replace(issue, language=there.language)


def _others(issue: Issue) -> Iterator[str]:
    """The languages of the blocks that are in another one than Chinese."""
    return filter(None, (other_language(block.text) for block in issue.blocks()))


def _sparing(change: Change) -> Change:
    """``change`` for all texts but those in Japanese or Korean."""
    return lambda texts: texts if other_language("".join(texts)) else change(texts)


def _requoted(issue: Issue, style: str, straight: bool) -> Issue:
    """The issue with its quotation marks in that style, but for Japanese and Korean."""
    return issue if style == "keep" else map_stories(issue, lambda texts: _quoted(texts, style, straight))


def _quoted(texts: Sequence[str], style: str, straight: bool) -> list[str]:
    """The paragraphs of a story with their quotation marks in that style, but for Japanese and Korean."""
    if not may_have_others("".join(texts)):
        return requote(texts, style, straight)[0]
    chinese = ["" if other_language(text) else text for text in texts]
    return [new or old for old, new in zip(texts, requote(chinese, style, straight)[0], strict=True)]


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
    """``text`` in the script ``target``, as ``Script`` explains it; a paragraph a line. Raises ``UnknownScript``.

    People who are named in ``text`` by what stands around them (本报记者…, …表示) keep their names, and ``names`` do.
    A text or a line in Japanese or Korean stays as it is; only OpenCC's own configurations change it.
    """
    said = Options.of(script=target, names=names, glossary=glossary, quotes=quotes, punctuation=punctuation)
    wish = said.script
    there = way(target, text, language)
    if there.was in OTHERS and target in TARGETS:
        return text
    lines = text.split("\n")
    mixed = target in TARGETS and may_have_others(text)
    others = {at: line for at, line in enumerate(lines) if other_language(line)} if mixed else {}
    if punctuation == "full":
        from converter.script.punctuation import punctuate

        text = "\n".join(punctuate((line,))[0] for line in lines)
    if there.steps:
        people = dict.fromkeys(people_of(text, _simplified(there)))
        (text,) = passage_of(people, there, wish).convert((text,))
    style = style_of(there, wish)
    if style != "keep":
        text = "\n".join(_quoted(text.split("\n"), style, bool(quotes)))
    if not others:
        return text
    return "\n".join(others.get(at, line) for at, line in enumerate(text.split("\n")))


def way_of(issue: Issue, wish: Script, language: str | None = None) -> Way:
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


def passage_of(people: Iterable[str], there: Way, wish: Script) -> Passage:
    """The converter of texts that name ``people``."""
    return Passage(there, entries(there, [*people, *wish.names], dict(wish.glossary)))


def _simplified(there: Way) -> Callable[[str], str]:
    """What gives a text that is converted ``there`` in simplified characters."""
    return reads(there.was)


def reads(language: str) -> Callable[[str], str]:
    """What gives a text of that language in simplified characters."""
    if not language.lower().startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo")):
        return str
    return lambda text: _simplifying().convert((text,))[0]


@cache
def _simplifying() -> Passage:
    """What reads any traditional text: it names nobody, so one is enough."""
    return Passage(Way(("t2s",), "zh-Hant", "zh-Hans"))


def style_of(there: Way, wish: Script) -> str:
    """The style of the quotes: what is wished for, else the target's; a simplified text that stays so keeps its own."""
    if wish.quotes:
        return wish.quotes
    stays = wish.target is None or there.language == "zh-Hans" == there.was
    return "keep" if stays else default_style(there.language)
