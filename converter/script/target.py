"""From a language to a language: which of OpenCC's configurations, whose press's forms, which quotes."""

from __future__ import annotations

from dataclasses import dataclass
from operator import ne

from converter.errors import UnknownScript
from converter.press.lexicon import lists
from converter.script.engine import configurations, converter
from converter.script.language import OTHERS, is_plain, language_of, signs
from converter.script.particle import particles

TARGETS = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
"""The languages that text can be converted to, as BCP 47 tags."""

_STEPS = {
    # from, to: a traditional text is never taken for a simplified one, and one that is there already stays as it is
    ("zh-Hans", "zh-Hant"): ("s2t",),
    ("zh-Hans", "zh-Hant-TW"): ("s2tw",),
    ("zh-Hans", "zh-Hant-HK"): ("s2hk",),
    ("zh-Hant", "zh-Hans"): ("tw2s",),  # knows 着 and 著
    ("zh-Hant", "zh-Hant-TW"): ("t2tw",),
    ("zh-Hant", "zh-Hant-HK"): ("t2hk",),
    ("zh-Hant-TW", "zh-Hans"): ("tw2s",),
    ("zh-Hant-TW", "zh-Hant"): ("tw2t",),
    ("zh-Hant-TW", "zh-Hant-HK"): ("tw2t", "t2hk"),
    ("zh-Hant-HK", "zh-Hans"): ("hk2s",),
    ("zh-Hant-HK", "zh-Hant"): ("hk2t",),
    ("zh-Hant-HK", "zh-Hant-TW"): ("hk2t", "t2tw"),
}
_ENDS = {"s": "zh-Hans", "t": "zh-Hant", "tw": "zh-Hant-TW", "hk": "zh-Hant-HK", "jp": "ja"}


@dataclass(frozen=True, slots=True)
class Way:
    """How a text is converted: OpenCC's ``steps``; the ``language`` it is in afterwards, the one that it ``was`` in.

    ``house`` is the language whose press's forms are written; None where OpenCC's own are asked for.
    """

    steps: tuple[str, ...]
    was: str
    language: str
    house: str | None = None

    @property
    def rewords(self) -> bool:
        """Whether wording changes, not characters alone (软件 to 軟體)."""
        return any(step.endswith("p") for step in self.steps)

    @property
    def from_simplified(self) -> bool:
        """Whether the text is simplified and becomes traditional: there alone a character has several forms."""
        return bool(self.steps) and self.steps[0].startswith("s2")


def way(target: str, text: str, language: str | None = None) -> Way:
    """How ``text`` becomes ``target``: one of ``TARGETS``, or the name of one of OpenCC's configurations.

    ``language`` is what the text is known to be in; without it, and where its script can't be that of the text, its
    characters tell. Japanese and Korean stay as they are. Raises ``UnknownScript``.
    """
    if target.lower() in configurations():
        target = target.lower()
        was, _, become = target.partition("2")
        return Way((target,), _ENDS[was], _ENDS[become if become in _ENDS else become.removesuffix("p")])
    wanted = _wanted(target)
    if wanted is None:
        raise _unknown(target)
    was = language if language in TARGETS else source_of(text)
    if was in OTHERS:
        return Way((), was, was)
    steps = _STEPS.get((was, wanted), ())
    if steps == ("hk2s",) and text.count("著") > text.count("着"):
        steps = ("hk2t", "tw2s")  # part of Hong Kong's press writes 著 for both
    # a traditional text of no known place keeps its own forms where OpenCC has nothing against them
    house = wanted if steps and (wanted == "zh-Hans" or was != "zh-Hant") else None
    return Way(steps, was, wanted, house)


def _unknown(target: str) -> UnknownScript:
    """The error that ``target`` is no script, with the one that was likely meant and all that there are."""
    from difflib import get_close_matches

    known = _called() | {name: name for name in configurations()}
    near = get_close_matches(_plain(target), known, 1, 0.7)
    languages, ways = ", ".join(TARGETS), ", ".join(configurations())
    if near:
        return UnknownScript(
            f"unknown script {target!r}: did you mean {known[near[0]]}? use one of {languages}, "
            f"or a configuration of OpenCC's: {ways}"
        )
    return UnknownScript(f"unknown script {target!r}: use one of {languages}, or a configuration of OpenCC's: {ways}")


def _wanted(target: str) -> str | None:
    """The language that is meant, however it is called: ``zh_TW``, ``tw`` and ``zh-Hant-TW`` are one."""
    return _called().get(_plain(target))


def _plain(target: str) -> str:
    """How a language is called without regard to case and marks."""
    return target.lower().replace("_", "").replace("-", "").replace(" ", "")


def _called() -> dict[str, str]:
    """Each language by all that it is called."""
    called = {name: language for (language,), names in lists(__package__, "targets").items() for name in names}
    return called | {_plain(language): language for language in TARGETS}


def source_of(text: str) -> str:
    """The language of ``text``, also where it is short and its characters are rare."""
    found = language_of(text)
    no_sign = found == "zh-Hans" and "著" in text and "着" not in text and signs("simplified").isdisjoint(text)
    if no_sign and particles(text, text, ()) != text:
        return "zh-Hant"  # 看著, as the mainland writes 看着
    if found == "zh-Hans" and not text.isascii() and not is_plain(text):
        traditional, simplified = _changed(text, "t2s"), _changed(text, "s2t")
        if traditional and traditional >= simplified:
            return "zh-Hant"
    return found


def _changed(text: str, config: str) -> int:
    """How many characters of the text ``config`` changes. Some belong to both scripts (后, 里), so few tell little."""
    text = text.encode(errors="ignore").decode()  # without half characters, which OpenCC cannot take
    house = "zh-Hans" if config == "t2s" else None  # which knows 石沈大海, as the mainland writes 石沉大海
    return sum(map(ne, text, converter((config,), (), house)(text)))
