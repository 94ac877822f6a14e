"""The outline: the tree as text, a block a line, to be read, mended by hand and read back (``docs/outline.md``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.model import Article, Block, Form, Issue, Metadata, Run
from converter.options import Look
from converter.press.facts import untold
from converter.press.patterns import later

HEADER = "# banmian outline 1"
ROWS = (Form.HEAD_ROW, Form.ROW)
KEYS = Metadata.__slots__
FACTS = ("authors", "date", "url", "page")
"""What may be known of an article."""

# What would end a line or a field: tab, and every line end of Unicode.
_BREAKS = later("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_SYNTAX = later(r"[\\\[\]]")
_NAME_SYNTAX = later(r"[\\\[\]{}]")
_TARGET_SYNTAX = later(r"[\\\[\])]")


def write_outline(issue: Issue, look: Look = Look()) -> bytes:
    """The outline of ``issue``, UTF-8 with ``\\n``. Spans, confidence, warnings and the pictures' bytes are not in it,
    and ``look`` says nothing to it.
    """
    return "".join(f"{line}\n" for line in _lines(issue)).encode()


def _lines(issue: Issue) -> Iterator[str]:
    yield HEADER
    for key in KEYS:
        if value := _field(getattr(issue.metadata, key)):
            yield f"{key}\t{value}"
    yield f"language\t{_field(issue.language)}"
    for section in untold(issue).sections:
        yield ""
        yield "\t".join(("section", _field(section.page), _field(section.name))).rstrip("\t")
        for article in section.articles:
            yield from _article(article)


def _article(article: Article) -> Iterator[str]:
    """The article's name, what nothing else tells of it, then its parts; ``end`` stands where a column goes on after an
    item.
    """
    yield ""
    yield article.kind.value
    yield from (f"{name}\t{value}" for name in FACTS if (value := _fact(getattr(article, name))))
    in_item = False
    for part in article.parts:
        if isinstance(part, Article):
            yield from _article(part)
        else:
            if in_item:
                yield "end"
            yield f"{_kind(part)}\t{text}" if (text := _text(part)) else _kind(part)
        in_item = isinstance(part, Article)


def _fact(value: tuple[str, ...] | str | None) -> str:
    """What is known, as a field; of several authors the names have 、 between."""
    return _field("、".join(value) if isinstance(value, tuple) else value)


def _kind(block: Block) -> str:
    """What the block is: role, form, depth."""
    form, depth = block.form or "", str(block.depth or "")
    return " ".join(filter(None, (block.role, form, depth)))


def _field(value: str | None) -> str:
    return _BREAKS.sub(" ", value or "").strip()


def _text(block: Block) -> str:
    """The block's text with its marks; plain text beside a mark is kept from looking like a part of it."""
    pieces: list[str] = []
    marked = False
    for run in block.runs:
        if run == Run(run.text):
            piece = _escape(run.text)
            pieces.append(f"\\{piece}" if marked and piece.startswith("(") else piece)
            marked = marked and not piece
        else:
            if pieces and pieces[-1].endswith("!"):
                pieces[-1] = pieces[-1][:-1] + "\\!"
            pieces.append(_marked(run))
            marked = True
    text = "".join(pieces)
    if block.form in ROWS:  # the tabs between the cells stay
        return "\t".join(_BREAKS.sub(" ", cell) for cell in text.split("\t"))
    return _field(text)


def _marked(run: Run) -> str:
    """``[text]{mark #name}(href)``, or ``![alt]{12pt}(image)``."""
    targets = [f"({_escape(target, _TARGET_SYNTAX)})" for target in (run.image, run.href) if target is not None]
    bang = "" if run.image is None else "!"
    name = f"#{_escape(run.name, _NAME_SYNTAX)}" if run.name else None
    width = f"{run.width:g}pt" if run.image is not None and run.width is not None else None
    said = " ".join(filter(None, (width, run.mark, name)))
    mark = f"{{{said}}}" if said else ""
    return f"{bang}[{_escape(run.text)}]{mark}{''.join(targets)}"


def _escape(text: str, syntax: re.Pattern[str] = _SYNTAX) -> str:
    return syntax.sub(r"\\\g<0>", text)
