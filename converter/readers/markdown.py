"""Markdown → ``Source``: made into HTML by mistune, then read like any HTML document."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Any

from converter.errors import UnreadableInput
from converter.model import Metadata, Source
from converter.press.lexicon import lists
from converter.press.marks import PRINTED
from converter.readers.dialects import ATTRIBUTE, as_common
from converter.readers.encoding import decode
from converter.readers.text import refuse_large, told_of

_FRONT = re.compile(r"\A(?:---[ \t]*\n(.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(.*?)\n\+\+\+)[ \t]*(?:\n|\Z)", re.DOTALL)
_KEY = re.compile(r"(?P<key>[\w.-]+)[ \t]*(?P<sign>:(?=\s|$)|：|=)|[\"'][^\"']+[\"'][ \t]*(?P<quoted>:)|\[")
"""How a line of front matter begins: a key of YAML or TOML, or a table of TOML."""

_LINE = re.compile(r"^(\w+)[ \t]*[:=：][ \t]*(.*)((?:\n[ \t]*-[ \t].*)*)", re.MULTILINE)
_BOX = re.compile(r"<input[^>]*type=\"checkbox\"([^>]*)>")
"""The box of a task, as mistune writes it."""

_SIGNS = re.compile(r"<p>\[(?:TOC|\[_?TOC_?\])\]</p>|(?<=<blockquote>\n<p>)\[!\w+\]\s*", re.IGNORECASE)
"""What programs put contents for, and what they know a note or a warning by (``> [!NOTE]``)."""

_ATTRIBUTES = re.compile(rf"\s*\{{[ \t]*(?:-|{ATTRIBUTE}(?:[ \t]+(?:-|{ATTRIBUTE}))*)[ \t]*\}}\s*$")
_MARKS = f"{PRINTED}％"
# CommonMark takes ** beside a mark of punctuation for no mark at all unless a blank is there; Chinese has no blanks.
# A blank of a kind that no text has stands in, and goes when the HTML is made.
_STAND_IN = "\u2006"
_MARKED = re.compile(r"(?<=(\w))?(?<![*~\\])(\*{1,3}|~~)(?![*~\s])([^*~\n]*[^*~\s])\2(?![*~])(?=(\w))?")


def read_markdown(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a Markdown file (CommonMark, with tables, footnotes, lists of definitions and struck text).

    Front matter between lines of ``---`` (or ``+++``) gives title, date and author. Raises ``UndecodableText``, and
    ``UnreadableInput`` where the text is empty or too large.
    """
    import mistune
    from mistune.toc import add_toc_hook

    from converter.readers.html.page import read_page

    refuse_large(data)
    decoded = decode(data, encoding, strict=False)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableInput("the input is empty: choose a file that has text in it")
    front = _front_of(text)
    text, told = as_common(text[front.end() :] if front else text)
    text = _MARKED.sub(_set_off, text.replace(_STAND_IN, " "))
    plugins = ("strikethrough", "footnotes", "table", "def_list", "task_lists", "ruby", "mark")
    markdown = mistune.create_markdown(escape=False, plugins=plugins)
    add_toc_hook(markdown, max_level=6, heading_id=_name)
    html = _SIGNS.sub("", str(markdown(text)).replace(_STAND_IN, ""))
    html = _BOX.sub(lambda box: "☑ " if "checked" in box[1] else "☐ ", html)
    source = read_page(f"<body>{html}</body>", is_document=True, warnings=told, broken=len(decoded.broken))
    metadata = _told((front[1] or front[2]) if front else "").over(source.metadata)
    return told_of(replace(source, metadata=metadata), decoded)


def _name(heading: dict[str, Any], _number: int) -> str:
    """What links inside the file call a heading: what ``{#NAME}`` at its end says, which is no text; else its words in
    lower case, a hyphen for each blank, as GitHub has it.
    """
    if said := _ATTRIBUTES.search(heading["text"]):
        heading["text"] = heading["text"][: said.start()]
        if name := re.search(r"#([^\s}]+)", said[0]):
            return name[1]
    words = re.sub(r"[*_`~]|[!]?\[([^\]]*)\]\([^)]*\)", r"\1", heading["text"].replace(_STAND_IN, ""))
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", words.strip().lower()))


def _front_of(text: str) -> re.Match[str] | None:
    """The front matter at the head of the text; what stands between two rules is none, if it is no keys and values."""
    found = _FRONT.match(text)
    lines = ((found[1] or found[2] or "") if found else "").split("\n")
    if not lines[0].strip() and any(map(str.strip, lines)):
        return None
    keys = (_KEY.match(line) for line in lines if line.strip() and not line.startswith((" ", "\t", "- ", "#")))
    is_front = all(key and (key["sign"] != "：" or key["key"].lower() in _keys()) for key in keys)
    return found if is_front else None


def _set_off(found: re.Match[str]) -> str:
    """Marked text with the stand-in between a mark of punctuation at its edge and the word outside."""
    before, mark, inner, after = found.groups()
    start = _STAND_IN if before and inner[0] in _MARKS else ""
    return start + mark + inner + mark + (_STAND_IN if after and inner[-1] in _MARKS else "")


def _told(front: str) -> Metadata:
    """What the front matter says, a key a line; other keys are for other programs."""
    from converter.press.pages import number_of
    from converter.readers.html.dates import iso

    found: dict[str, str] = {}
    for key, value, listed in _LINE.findall(front):
        if (name := _keys().get(key.strip().lower())) and (text := _value(value, listed)):
            normal = iso(text) if name == "date" else number_of(f"{text}版") if name == "page" else None
            found[name] = normal or text
    return Metadata(**found)


def _value(value: str, listed: str) -> str:
    """What stands after a key: a list, in brackets or on lines of its own with hyphens, has 、 between its items."""
    items = re.split("[,，]" if value.startswith("[") else "\n", value or listed)
    return "、".join(filter(None, (item.strip().strip("\"'").strip("- []\"'") for item in items)))


@cache
def _keys() -> dict[str, str]:
    """What the metadata call a thing, by what front matter calls it."""
    rows = ((key[-1], words) for key, words in lists(__package__, "words").items() if key[0] == "front matter")
    return {word: key for key, words in rows for word in words}
