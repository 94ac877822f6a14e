"""Front matter of a Markdown file (YAML between lines of ``---``, TOML between ``+++``) → ``Metadata``."""

from __future__ import annotations

import re
from functools import cache

from converter.left_out import amount
from converter.model import Metadata
from converter.press.lexicon import lists
from converter.readers.text import facts

_FRONT = re.compile(r"\A(?:---[ \t]*\n(.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(.*?)\n\+\+\+)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"(?P<key>[\w.-]+)[ \t]*(?P<sign>:(?=\s|$)|：|=)|[\"'][^\"']+[\"'][ \t]*(?P<quoted>:)|\[")
"""How a line of front matter begins: a key of YAML or TOML, or a table of TOML."""

_LINE = re.compile(r"^(\w+)[ \t]*[:=：][ \t]*(.*)((?:\n[ \t]*-[ \t].*|\n[ \t]+\S.*)*)", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*-[ \t].*", re.MULTILINE)
_BLOCK = re.compile(r"[|>][-+\d]*[ \t]*")
_MANY = ("subject",)
"""What several keys may tell together, as ``tags`` and ``categories`` do."""


def front_matter(text: str) -> tuple[Metadata, str, int]:
    """What the front matter at the head of ``text`` tells, the text after it, and how many characters of it are for
    other programs. What stands between two rules and is no keys and values is text.
    """
    found = _FRONT.match(text)
    inside = (found[1] or found[2] or "") if found else ""
    if found is None or not _is_front(inside.split("\n")):
        return Metadata(), text, 0
    told: dict[str, str] = {}
    unread = amount(inside)
    for line in _LINE.finditer(inside):
        name = _keys().get(line[1].lower())
        if name is None or name in told and name not in _MANY:
            continue
        value, rest = _value(line[2], line[3])
        if value:
            told[name] = "、".join(filter(None, (told.get(name), _normal(name, value))))
            unread -= amount(line[0]) - amount(rest)
    return facts(**told), text[found.end() :], unread


def _is_front(lines: list[str]) -> bool:
    """Whether the lines are keys with values, as far as they are not what belongs to the key above them."""
    if not lines[0].strip() and any(map(str.strip, lines)):
        return False
    keys = (_KEY.match(line) for line in lines if line.strip() and not line.startswith((" ", "\t", "- ", "#")))
    return all(key and (key["sign"] != "：" or key["key"].lower() in _keys()) for key in keys)


def _value(value: str, below: str) -> tuple[str, str]:
    """What stands after a key, and what of the lines ``below`` it is none of it.

    A list, in brackets or on lines of its own with hyphens, has 、 between its items; other lines go on with the value.
    """
    if value and not value.startswith(("[", "#")):
        lines = ["" if _BLOCK.fullmatch(value) else value, *below.split("\n")]
        return " ".join(filter(None, map(_bare, lines))), ""
    items = re.split("[,，]", value) if value.startswith("[") else _ITEM.findall(below)
    rest = below if value.startswith("[") else _ITEM.sub("", below)
    return "、".join(filter(None, (_bare(item).strip("- []\"'") for item in items))), rest


def _bare(text: str) -> str:
    return text.strip().strip("\"'")


def _normal(name: str, text: str) -> str:
    """A value in the form that ``Metadata`` has it in."""
    from converter.press.pages import number_of
    from converter.readers.html.dates import iso

    normal = iso(text) if name == "date" else number_of(f"{text}版") if name == "page" else None
    return normal or text


@cache
def _keys() -> dict[str, str]:
    """What the metadata call a thing, by what front matter calls it."""
    rows = ((key[-1], words) for key, words in lists(__package__, "words").items() if key[0] == "front matter")
    return {word: key for key, words in rows for word in words}
