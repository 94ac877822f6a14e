"""The structure JSON's values → an ``Issue``; nothing of what they say is taken on trust."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Sequence
from typing import Any

from converter.exchange.lines import line_from_dict, runs_from
from converter.exchange.told import Told, fault, is_number
from converter.model import (
    DEEPEST,
    Article,
    Block,
    Document,
    Form,
    Issue,
    Kind,
    Metadata,
    Role,
    Run,
    Section,
    Sheet,
    Span,
)


def from_dict(data: Any) -> Issue:
    """The issue that ``to_dict`` gave. What schema 1 does not tell is empty: its language, its text.

    Keys that are not known are passed over. Raises ``UnreadableInput`` with the place that is not as it should be.
    """
    told = Told(data)
    schema = told.number("schema")
    if schema not in (1, 2):
        raise fault(f"schema {schema} is not known, only 1 and 2 are: it is of a newer Banmian")
    blocks = [_block(one) for one in told.objects("blocks", "block")]
    if schema == 1:
        from converter.exchange.first import sections_of

        source = told.text("source")
        sections = sections_of(told.objects("blocks", "block"), blocks)
        return Issue(sections, Metadata(source=source), "", documents=(Document(name=source),))
    images = tuple(_image(one) for one in told.objects("images", "image") if one.text("data") is not None)
    cover = told.text("cover")
    if cover is not None and cover not in dict(images):
        raise told.wrong("cover", "the name of one of the images")
    twin = None if told.value.get("twin") is None else from_dict(told.value["twin"])
    if twin and twin.twin:
        raise fault("the twin has a twin itself")
    return Issue(
        _sections(told, blocks),
        _metadata(Told(told.value.get("metadata"), "metadata")),
        told.text("language") or "",
        images,
        tuple(_texts(told, "warnings")),
        twin,
        cover,
        tuple(map(_document, told.objects("documents", "document"))),
    )


def _metadata(told: Told) -> Metadata:
    return Metadata(**{name: told.text(name) for name in Metadata.__slots__})


def _texts(told: Told, key: str) -> list[str]:
    values = told.values(key)
    if not all(isinstance(value, str) for value in values):
        raise told.wrong(key, "a list of texts")
    return values


def _image(told: Told) -> tuple[str, bytes]:
    name, data = told.text("name"), told.text("data")
    try:
        if name is not None:
            return name, b64decode(data or "", validate=True)
    except ValueError:
        pass
    raise fault(f"{told.where} is not a name and data in base64")


def _document(told: Told) -> Document:
    text = told.text("text")
    return Document(
        text,
        told.text("file"),
        told.text("encoding"),
        told.number("start", 0),
        tuple(map(_sheet, told.objects("sheets", "sheet"))),
        tuple(line_from_dict(line, text) for line in told.objects("lines", "line")),
    )


def _sheet(told: Told) -> Sheet:
    width, height = told.real("width"), told.real("height")
    if width is None or height is None:
        raise fault(f"{told.where} has no width or height")
    return Sheet(told.number("number"), width, height, told.text("image"))


def _block(told: Told) -> Block:
    role, text, runs = told.one_of("role", Role), told.text("text"), runs_from(told)
    if role is None or text is None:
        raise fault(f"{told.where} has no role or no text")
    if runs is not None and "".join(run.text for run in runs) != text:
        raise fault(f"{told.where}: its runs do not give its text (correct both, or take the runs away)")
    return Block(
        role,
        (Run(text),) if runs is None else runs,
        tuple(_spans(told)),
        _confidence(told),
        told.one_of("second", Role),
        told.one_of("form", Form),
        min(told.number("depth", 0), DEEPEST),
    )


def _confidence(told: Told) -> float:
    """What is said of it; schema 1 says its doubt alone."""
    sure, doubt = told.real("confidence"), told.real("doubt") or 0.0
    sure = 1 - doubt if sure is None else sure
    if not 0 <= sure <= 1:
        raise told.wrong("confidence", "from 0 to 1")
    return sure


def _spans(told: Told) -> list[Span]:
    spans = told.values("spans")
    for span in spans:
        if not (isinstance(span, list) and len(span) == 2 and all(map(is_number, span)) and span[0] <= span[1]):
            raise told.wrong("spans", "a list of pairs [start, end]")
    return [(start, end) for start, end in spans]


def _sections(told: Told, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """The tree; each of the blocks stands in it once."""
    left = dict(enumerate(blocks))
    sections = []
    for section in told.objects("sections", "section"):
        articles = tuple(_article(one, left) for one in section.objects("articles", "article"))
        sections.append(Section(articles, section.text("page"), section.text("name")))
    if left:
        raise fault(f"block {min(left)} stands in no article of a section")
    return tuple(sections)


def _article(told: Told, left: dict[int, Block], column: bool = False) -> Article:
    """An article, or an item of a ``column``. The blocks that it holds are taken out of ``left``."""
    kind = told.one_of("kind", Kind)
    if kind is None or (kind is Kind.ITEM) is not column:
        raise told.wrong("kind", "that of an item" if column else "that of an article: an item stands in briefs")
    parts: list[Block | Article] = []
    for number, part in enumerate(told.values("parts")):
        if is_number(part) and part in left:
            parts.append(left.pop(part))
        elif isinstance(part, dict) and kind is Kind.BRIEFS:
            parts.append(_article(Told(part, told.part("part", number)), left, column=True))
        else:
            raise fault(f"{told.part('part', number)} is not the number of a block that stands nowhere else")
    facts = (told.text(name) for name in ("date", "url", "page"))
    return Article(kind, tuple(parts), tuple(_texts(told, "authors")), *facts)
