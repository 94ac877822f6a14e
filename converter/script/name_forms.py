"""How a person's name is written in the other script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from converter.script.data import table
from converter.script.engine import Entries, converter
from converter.script.name_or_words import double_surnames, words
from converter.script.target import Way
from converter.script.words import phrases


def entries(way: Way, names: Iterable[str], glossary: Mapping[str, str] | None = None) -> Entries:
    """What OpenCC is to write for names and for the glossary's terms, the glossary first."""
    found = {name: name_form(name, way) for name in names if len(name) > 1} if way.steps else {}
    return tuple(sorted((found | dict(glossary or {})).items()))


def name_form(name: str, way: Way) -> str:
    """A person's name as ``way`` writes it: character by character, as no word's meaning tells how a name is written.

    A surname and a given name may have forms of their own (``name_forms.tsv``): 余 stays 余, 党 is 党 as a surname and
    黨 in 建党.
    """
    title = ""
    if name.endswith(words("title")):  # few do
        title = next((title for title in words("title") if name.endswith(title) and len(title) < len(name)), "")
    name = name.removesuffix(title)
    double = name[:2] if name[:2] in double_surnames() else ""
    written = _form(double, way) + "".join(_form(char, way) for char in name[len(double) :])
    forms = _forms("s" if way.from_simplified else "t")
    if name in phrases().get(name[:2], ()) and forms.get(name[0], written)[0] == (whole := _form(name, way))[0]:
        return whole + _form(title, way)
    surname = len(name) if re.search("[·•・‧]", name) else len(double) or 1
    pairs = enumerate(zip(name, written, strict=True))
    return "".join(forms[char][at >= surname] if char in forms else form for at, (char, form) in pairs) + _form(
        title, way
    )


@lru_cache(maxsize=1 << 13)
def _form(text: str, way: Way) -> str:
    """What OpenCC makes of a character, a surname or a title: the same ones stand in many names."""
    return converter(way.steps, (), way.house)(text) if text else ""


@cache
def _forms(script: str) -> dict[str, tuple[str, str]]:
    return {char: (surname, given) for known, char, surname, given in table("name_forms.tsv") if known == script}
