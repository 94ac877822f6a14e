"""Which language the command speaks: the one that was asked for, else the one that the environment names."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

ENGLISH = "en"
ASKED = "--lang"
NAMES = "en, zh-CN, zh-TW, zh-HK"
"""The languages as a user names them."""

_PLACES = {"hk": "zh-Hant-HK", "mo": "zh-Hant-HK", "tw": "zh-Hant-TW", "hant": "zh-Hant"}
_WINDOWS = {0x0804: "zh_CN", 0x1004: "zh_SG", 0x0404: "zh_TW", 0x0C04: "zh_HK", 0x1404: "zh_MO"}
"""Windows' numbers of the languages (MS-LCID, 2.2)."""

_spoken = ENGLISH


def named(name: str) -> str | None:
    """The language that a locale's name (``zh_TW.UTF-8``) or a tag (``zh-Hant``) means; None where we have none."""
    first, *parts = name.partition(".")[0].partition("@")[0].replace("_", "-").lower().split("-")
    if first in ("en", "c", "posix"):
        return ENGLISH
    if first != "zh":
        return None
    return next((_PLACES[part] for part in reversed(parts) if part in _PLACES), "zh-Hans")


def of_user(environment: Mapping[str, str]) -> str:
    """The language of the user's locale, in gettext's order; LC_ALL=C, as scripts set it, outweighs LANGUAGE."""
    if named(environment.get("LC_ALL", "")) == ENGLISH and "LC_ALL" in environment:
        return ENGLISH
    variables = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    said = next(filter(None, map(environment.get, variables)), None) or _of_windows()
    return next(filter(None, map(named, said.split(":"))), ENGLISH)


def _of_windows() -> str:
    """The language of Windows, which has no such variables; nothing elsewhere."""
    if sys.platform != "win32":
        return ""
    import ctypes

    return _WINDOWS.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")


def asked(arguments: Sequence[str]) -> str | None:
    """What stands after ``--lang``, before anything else of a command is understood, so that errors speak it too."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            return None
        name, equals, value = argument.partition("=")
        if name == ASKED:
            return named(value if equals else "".join(arguments[place + 1 : place + 2]))
    return None


def speak(language: str) -> None:
    """Let everything that the command says from now on be in that language."""
    global _spoken
    _spoken = language


def is_english() -> bool:
    """Whether the command speaks English."""
    return _spoken == ENGLISH


def translated(message: str) -> str:
    """A message as the user reads it; the catalogue is loaded for the first that is not in English."""
    if is_english():
        return message
    from converter.cli.catalogue import Catalogue

    return Catalogue.of(_spoken).gettext(message)


def filled(message: str, *values: str) -> str:
    """A message as the user reads it, with values that are so already in its places."""
    return translated(message).format(*values)
