"""Markdown → ``Source``: made into HTML by mistune, then read like any HTML document."""

from __future__ import annotations

import re
from dataclasses import replace

from converter.errors import UnreadableInput
from converter.model import Metadata, Source
from converter.readers.encoding import decode

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEYS = {"title": "title", "date": "date", "author": "author", "paper": "paper", "source": "paper", "page": "page"}
_PUNCTUATION = "，。、；：？！“”‘’「」『』《》〈〉（）【】〔〕—…·％"
# CommonMark takes ** beside a mark of punctuation for no mark at all unless a blank is there; Chinese has no blanks.
# A blank of a kind that no text has stands in, and goes when the HTML is made.
_STAND_IN = "\u2006"
_MARKED = re.compile(r"(?<=(\w))?(?<![*~\\])(\*{1,3}|~~)(?![*~\s])([^*~\n]*[^*~\s])\2(?![*~])(?=(\w))?")


def read_markdown(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a Markdown file (CommonMark, with tables, footnotes, lists of definitions and struck text).

    Front matter between lines of ``---`` gives title, date and author. Raises ``UndecodableText``, ``UnreadableInput``.
    """
    import mistune

    from converter.readers.html.page import read_page

    text = decode(data, encoding).text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableInput("the input is empty: choose a file that has text in it")
    front = _FRONT.match(text)
    text = text[front.end() :] if front else text
    text = _MARKED.sub(_set_off, text.replace(_STAND_IN, " "))
    plugins = ("strikethrough", "footnotes", "table", "def_list", "task_lists", "ruby")
    html = mistune.create_markdown(escape=False, plugins=plugins)(text)
    source = read_page(f"<body>{str(html).replace(_STAND_IN, '')}</body>")
    return replace(source, metadata=_told(front[1] if front else "").over(source.metadata))


def _set_off(found: re.Match[str]) -> str:
    """Marked text with the stand-in between a mark of punctuation at its edge and the word outside."""
    before, mark, inner, after = found.groups()
    start = _STAND_IN if before and inner[0] in _PUNCTUATION else ""
    return start + mark + inner + mark + (_STAND_IN if after and inner[-1] in _PUNCTUATION else "")


def _told(front: str) -> Metadata:
    """What the front matter says, a key a line; other keys are for other programs."""
    from converter.readers.html.dates import iso

    found: dict[str, str] = {}
    for line in front.split("\n"):
        key, _, value = line.partition(":")
        value = value.strip().strip("\"'[]")
        if (name := _KEYS.get(key.strip().lower())) and value:
            found[name] = iso(value) or value if name == "date" else value
    return Metadata(**found)
