"""What may be said in an argument of the library: what cannot be is a sentence with its name, its value, what may."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from converter.errors import UnfitArgument

LANGUAGES = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
"""The tags of Chinese that a user is shown; any other tag of BCP 47 may be said too."""

_SHOWN = 60
"""Characters of a wrong value that its sentence shows."""


def unfit(name: str, value: object, advice: str) -> UnfitArgument:
    """The error that the argument ``name`` has a ``value`` that it cannot have."""
    shown = repr(value)
    return UnfitArgument(f"{name} is {shown[:_SHOWN]}{'…' * (len(shown) > _SHOWN)}: {advice}")


def one_of(name: str, value: Any, choices: Iterable[str]) -> None:
    """Raise ``UnfitArgument`` where ``value`` is none of ``choices``."""
    if value not in (known := tuple(choices)):
        from difflib import get_close_matches

        near = get_close_matches(str(value).lower(), known, 1)
        meant = f"did you mean {near[0]}? " if near else ""
        raise unfit(name, value, f"{meant}say one of {', '.join(known)}")


def text(name: str, value: Any) -> None:
    """Raise ``UnfitArgument`` where ``value`` is no text."""
    if not isinstance(value, str):
        raise unfit(name, value, f"give it as text, such as {str(value)!r}" if isinstance(value, int) else "give text")


def place(name: str, value: Any) -> None:
    """Raise ``UnfitArgument`` where ``value`` is no name of a file."""
    if not isinstance(value, (str, os.PathLike)):
        raise unfit(name, value, "give a file's name, a str or a Path")


def flag(name: str, value: Any) -> None:
    """Raise ``UnfitArgument`` where ``value`` is neither true nor false."""
    if not isinstance(value, bool):
        raise unfit(name, value, "say True or False")


def called(name: str, value: Any) -> None:
    """Raise ``UnfitArgument`` where ``value`` cannot be called."""
    if not callable(value):
        raise unfit(name, value, "give a function")


def texts(name: str, values: Any) -> tuple[str, ...]:
    """The texts of an iterable. Raises ``UnfitArgument`` where it is none, a single text too."""
    if not isinstance(values, str):
        try:
            found = tuple(values)
        except TypeError:
            found = (None,)
        if all(isinstance(value, str) for value in found):
            return found
    raise unfit(name, values, "give a list of texts, such as ['江帆']")


def pairs(name: str, values: Any) -> tuple[tuple[str, str], ...]:
    """The pairs of a mapping of texts, or of what gives pairs. Raises ``UnfitArgument`` where it is neither."""
    try:
        given = values.items() if isinstance(values, Mapping) else values
        found = tuple(() if isinstance(pair, str) else tuple(pair) for pair in given)
    except TypeError:
        found = ((),)
    if not all(len(pair) == 2 and all(isinstance(part, str) for part in pair) for pair in found):
        raise unfit(name, values, "give a dict of terms, such as {'软件': '軟體'}")
    return found


def language(name: str, value: Any) -> None:
    """Raise ``UnfitArgument`` where ``value`` has not the form of a tag of BCP 47 (RFC 5646, 2.1).

    The language is of two or three letters, as all that are in use are.
    """
    import re

    if not (isinstance(value, str) and re.fullmatch("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*", value)):
        raise unfit(name, value, f"that is no language tag; say {', '.join(LANGUAGES)}, or another tag of BCP 47")


def of_kind(name: str, value: Any, kinds: type | tuple[type, ...], advice: str) -> None:
    """Raise ``UnfitArgument`` where ``value`` is none of ``kinds``."""
    if not isinstance(value, kinds):
        raise unfit(name, value, advice)
