"""The catalogue of messages: what the command says in Chinese for each sentence of its English."""

from __future__ import annotations

import ast
import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from typing import Protocol

PLACE = re.compile(r"\{\w*\}")
"""Where a value stands in a sentence."""

_LIST = r", |(?<!,) and "
_LONGEST = 4000
"""Characters of a message; a longer one is no sentence of ours but a text."""

_ROW = re.compile(r'^(msgid|msgstr)? ?("(?:[^"\\]|\\.)*")$', re.MULTILINE)


class _Bytes(Protocol):
    """What a catalogue is read from."""

    def read(self) -> bytes: ...


def entries(text: str) -> Iterator[tuple[str, str]]:
    """The sentences of a catalogue in gettext's PO form, each with its translation."""
    said: dict[str, str] = {}
    at = ""
    for key, quoted in _ROW.findall(text):
        if key == "msgid" and said:
            yield said.pop("msgid"), said.pop("msgstr", "")
        at = key or at
        said[at] = said.get(at, "") + ast.literal_eval(quoted)
    if said:
        yield said["msgid"], said.get("msgstr", "")


class Catalogue(gettext.NullTranslations):
    """The messages in one form of Chinese.

    A sentence is said in English where it arises and is known here by its words, with any values in its places. So the
    library raises one sentence in every language, a process that it was raised in needs no catalogue, and nothing of
    this is loaded for a user who reads English.
    """

    known: dict[str, str]
    _finish: Callable[[str], str] = staticmethod(str)

    @classmethod
    @cache
    def of(cls, language: str) -> Catalogue:
        """The messages in ``zh-Hans``, or as OpenCC writes them for a place of the traditional script."""
        with (files(__package__) / "zh.po").open("rb") as file:
            made = cls(file)
        if config := {"zh-Hant": "s2twp", "zh-Hant-TW": "s2twp", "zh-Hant-HK": "s2hk"}.get(language):
            from converter.script.engine import converter

            made._finish = converter((config,))
        return made

    def _parse(self, fp: _Bytes) -> None:
        """Read gettext's PO form, which needs no step that compiles it."""
        self.known = {key: value for key, value in entries(fp.read().decode("utf-8")) if key}

    def gettext(self, message: str) -> str:
        """The message in Chinese: a sentence, sentences one of which is a value of the other, or a list of them.

        What is not known stays as it is: a file's name, a word of the text.
        """
        core = message.strip()
        if not core or core.isdigit() or len(core) > _LONGEST:
            return message
        said = self._finish(self.known[core]) if self.known.get(core) else self._counted(core)
        said = said or self._joined(core, _LIST, "、", wholly=True) or self._whole(core) or self._parts(core)
        said = said or self._whole(core, loosely=True)
        return message.replace(core, said, 1) if said else message

    def _whole(self, message: str, loosely: bool = False) -> str | None:
        """A message that is one of the sentences; of those that fit it is the one with most words of its own.

        A value at its beginning holds no colon: in ``page.txt: the input is empty`` a name stands in front.
        """
        if chinese := self.known.get(message):
            return self._finish(chinese)
        for pieces, english in self._patterns:
            if all(piece in message for piece in pieces) and (found := _pattern(english).fullmatch(message)):
                if not loosely and english.startswith("{") and pieces[0][0] in ": " and ": " in found[1]:
                    continue
                held = dict(zip(PLACE.findall(english), map(self._value, found.groups()), strict=True))
                return _filled(self._finish(self.known[english]), held)
        return None

    def _value(self, value: str) -> str:
        """What stands in a place: a word alone is a name, unless it is the name of a language."""
        return self.gettext(value) if " " in value or value[:1].isupper() else value

    def _parts(self, message: str) -> str | None:
        """A message in front of which a name stands, or behind which a remark; sentences, or the members of a list."""
        for found in re.finditer(": ", message):
            rest = message[found.end() :]
            if said := self._whole(rest):
                return f"{message[: found.start()]}：{said}"
        if (remark := re.fullmatch(r"(.+?) ?(\(.+\))", message)) and (said := self._whole(remark[2])):
            return f"{self.gettext(remark[1])}{said}"
        return self._joined(message, r"(?<=[.?!]) +", "") or self._joined(message, _LIST, "、")

    def _joined(self, message: str, between: str, sign: str, wholly: bool = False) -> str | None:
        """The parts of a message, where there are several and any of them is known, or all are."""
        parts = re.split(between, message)
        said = [self._whole(part) or self._counted(part) for part in parts]
        if len(parts) < 2 or not (all(said) if wholly else any(said)):
            return None
        return sign.join(chinese or part for chinese, part in zip(said, parts, strict=True))

    def _counted(self, message: str) -> str | None:
        """So many of a thing."""
        number, _, thing = message.partition(" ")
        return f"{number} {self._finish(said)}" if number.isdigit() and (said := self.known.get(thing)) else None

    @cached_property
    def _patterns(self) -> list[tuple[list[str], str]]:
        """The sentences that have places, those with most words first, each with what stands between its places."""
        kept = [english for english, chinese in self.known.items() if chinese and PLACE.search(english)]
        kept.sort(key=lambda english: -len(PLACE.sub("", english)))
        return [([*filter(None, PLACE.split(english))], english) for english in kept]


@cache
def _pattern(english: str) -> re.Pattern[str]:
    """The pattern of what is said when the places are filled."""
    return re.compile("(.*?)".join(map(re.escape, PLACE.split(english))), re.DOTALL)


def _filled(chinese: str, values: Mapping[str, str]) -> str:
    """The sentence with values in its places."""
    return PLACE.sub(lambda place: values[place[0]], chinese)
