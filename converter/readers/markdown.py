"""Markdown → ``Source``: made into HTML by mistune, then read like any HTML document."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from converter import left_out
from converter.errors import UnreadableInput
from converter.left_out import amount
from converter.model import Source
from converter.press.marks import PRINTED
from converter.readers.dialects import ATTRIBUTE, as_common
from converter.readers.encoding import decode
from converter.readers.front_matter import front_matter
from converter.readers.text import refuse_large, told_of

if TYPE_CHECKING:
    from mistune import BlockState, HTMLRenderer, Markdown

DEEPEST = 12
"""Lists and quotations in one another that are read as such: of each one's text two copies are held meanwhile."""

_COMMENT = re.compile(r"<!--(?!-?>)(.*?)(?:-->|\Z)", re.DOTALL)
_BOX = re.compile(r"<input[^>]*type=\"checkbox\"([^>]*)>")
"""The box of a task, as mistune writes it."""

_SIGNS = re.compile(r"<p>\[(?:TOC|\[_?TOC_?\])\]</p>", re.IGNORECASE)
"""What programs put contents for."""

_ATTRIBUTES = re.compile(rf"\s*\{{[ \t]*(?:-|{ATTRIBUTE}(?:[ \t]+(?:-|{ATTRIBUTE}))*)[ \t]*\}}\s*$")
_CAPTION = re.compile(r"(?:[Tt]able)?:[ \t]+(?=\S)")
"""What pandoc knows the caption of a table by, a paragraph right above or below it."""

_MARKS = f"{PRINTED}％"
# CommonMark takes ** beside a mark of punctuation for no mark at all unless a blank is there; Chinese has no blanks.
# A blank of a kind that no text has stands in, and goes when the HTML is made.
_STAND_IN = "\u2006"
_MARKED = re.compile(r"(?<=(\w))?(?<![*~\\])(\*{1,3}|~~)(?![*~\s])([^*~\n]*[^*~\s])\2(?![*~])(?=(\w))?")


def read_markdown(data: bytes, encoding: str | None = None) -> Source:
    """The ``Source`` of a Markdown file (CommonMark, with tables, footnotes, lists of definitions and struck text).

    Front matter gives title, date, author and subjects; what it says to other programs is counted.
    Raises ``UndecodableText``, and ``UnreadableInput`` where the text is empty or too large.
    """
    import mistune
    from mistune.toc import add_toc_hook

    from converter.readers.html.page import read_page

    refuse_large(data)
    decoded = decode(data, encoding, strict=False)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise UnreadableInput("the input is empty: choose a file that has text in it")
    metadata, text, unread = front_matter(text)
    text, told = as_common(text)
    text = _MARKED.sub(_set_off, text.replace(_STAND_IN, " "))
    plugins = ("strikethrough", "footnotes", "table", "def_list", "task_lists", "ruby", "mark")
    infos: list[str] = []
    markdown = mistune.create_markdown(renderer=_renderer(infos), plugins=plugins)
    add_toc_hook(markdown, max_level=6, heading_id=_name)
    markdown.before_render_hooks.append(_put_captions)
    markdown.block.max_nested_level = DEEPEST
    html = _SIGNS.sub("", str(markdown(text)).replace(_STAND_IN, ""))
    left = {
        "front matter for other programs": unread,
        "what is said of code: its language, its title": sum(map(amount, infos)),
        "comments (<!-- -->)": sum(map(amount, _COMMENT.findall(html))),
    }
    told = (*told, *left_out.told(left))
    html = _BOX.sub(lambda box: "☑ " if "checked" in box[1] else "☐ ", html)
    source = read_page(f"<body>{html}</body>", is_document=True, warnings=told, broken=len(decoded.broken))
    return told_of(replace(source, metadata=metadata.over(source.metadata)), decoded)


def _renderer(infos: list[str]) -> HTMLRenderer:
    """What writes the HTML, and gathers what stands behind the fences of code."""
    import mistune

    class Renderer(mistune.HTMLRenderer):
        def block_code(self, code: str, info: str | None = None) -> str:
            infos.append(info or "")
            return super().block_code(code, info)

        def table_caption(self, text: str) -> str:
            return f"<caption>{text}</caption>\n"

    return Renderer(escape=False)


def _put_captions(_markdown: Markdown, state: BlockState) -> None:
    """Move what pandoc has for captions into the tables that they stand below, or else above."""
    blocks = [block for block in state.tokens if block["type"] != "blank_line"]
    for before, after in (*pairwise(blocks), *(pair[::-1] for pair in pairwise(blocks))):
        if before["type"] != "table" or before["children"][0]["type"] == "table_caption":
            continue
        if after["type"] == "paragraph" and (mark := _CAPTION.match(after["text"])):
            words = _ATTRIBUTES.sub("", after["text"][mark.end() :])
            before["children"].insert(0, {"type": "table_caption", "text": words})
            after.update(type="blank_line", text="")
    state.tokens = [block for block in state.tokens if block["type"] != "blank_line"]


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


def _set_off(found: re.Match[str]) -> str:
    """Marked text with the stand-in between a mark of punctuation at its edge and the word outside."""
    before, mark, inner, after = found.groups()
    start = _STAND_IN if before and inner[0] in _MARKS else ""
    return start + mark + inner + mark + (_STAND_IN if after and inner[-1] in _MARKS else "")
