"""The outline → ``Issue``: a finished tree, written or mended by hand (``docs/outline.md``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from converter.errors import UnreadableInput
from converter.left_out import amount, told
from converter.model import DEEPEST, Article, Block, Document, Form, Issue, Kind, Mark, Metadata, Role, Run, Section
from converter.readers.encoding import decode_own
from converter.readers.text import clean

HEADER = "# banmian outline 1"
KEYS = (*Metadata.__slots__, "language")
ROLES = {role.value: role for role in Role}
FACTS = ("authors", "date", "url", "page")
KINDS = {kind.value: kind for kind in Kind}
MARKS: dict[str | None, Mark] = {mark.value: mark for mark in Mark}
FORMS = {form.value: form for form in Form}
ROWS = (Form.HEAD_ROW, Form.ROW)

_TARGET = r"\(((?:[^\\\[\])]|\\.)*+)\)"
_MARKED = re.compile(
    r"\\."  # an escaped character opens nothing
    r"|(!)?\[((?:[^\\\[\]]|\\.)*+)\]"
    r"(?:\{(?=[a-z#\d])(?:(\d{1,4}(?:\.\d+)?)pt ?)?([a-z]+)?(?: ?#((?:[^\\{}\[\]]|\\.)*+))?\})?"
    rf"(?:{_TARGET})?(?(1)(?:{_TARGET})?)"
)
_ESCAPED = re.compile(r"\\([\\\[\](){}!])")


@dataclass(slots=True)
class _Open:
    """An article or item as it grows: its parts, and what is known of it by the words in ``FACTS``."""

    kind: Kind
    parts: list[Block | _Open] = field(default_factory=list)
    facts: dict[str, str] = field(default_factory=dict)

    def know(self, name: str, value: str) -> None:
        """Take in what is known of it, before its first part."""
        if self.parts or name in self.facts:
            raise ValueError(f"{name} of {self.kind} stands once, before the text")
        self.facts[name] = value

    def frozen(self) -> Article:
        """The article of the tree."""
        told = {name: value for name, value in self.facts.items() if value and name != "authors"}
        authors = tuple(filter(None, self.facts.get("authors", "").split("、")))
        parts = tuple(part if isinstance(part, Block) else part.frozen() for part in self.parts)
        return Article(self.kind, parts, authors, **told)


def read_outline(data: bytes, encoding: str | None = None) -> Issue:
    """The ``Issue`` that an outline describes. A block's origin is the span of its text in the outline.

    Raises ``UndecodableText``, and ``UnreadableInput`` with the number of the line that is not as it should be.
    """
    text = decode_own(data, encoding)
    if not text.strip():
        raise UnreadableInput("the input is empty: an outline begins with the line " + HEADER)
    if text.partition("\n")[0].strip() != HEADER:
        raise UnreadableInput(f"line 1: expected {HEADER!r}; to read plain text, name the file .txt")
    tree = _Tree()
    start = comments = 0
    for number, line in enumerate(text.split("\n"), 1):
        try:
            if line.strip() and not line.lstrip().startswith("#"):
                tree.add(line, start)
            elif number > 1:
                comments += amount(line.strip().removeprefix("#"))
        except ValueError as error:
            raise UnreadableInput(f"line {number}: {error}") from None
        start += len(line) + 1
    return replace(tree.issue(), documents=(Document(text),), warnings=tuple(told({"comments": comments})))


class _Tree:
    """The tree as it grows, a line at a time; what is wrong with a line is a ``ValueError``."""

    def __init__(self) -> None:
        self.metadata: dict[str, str] = {}
        self.sections: list[tuple[str | None, str | None, list[_Open]]] = []
        self.article: _Open | None = None
        self.item: _Open | None = None

    def add(self, line: str, start: int) -> None:
        """Take in ``line``, which begins at offset ``start``."""
        kind, _, rest = line.partition("\t")
        name, *more = kind.split() or [""]
        if name in ROLES:
            form, depth = _form(kind, more)
            begin = start + len(line) - len(rest.lstrip())
            end = start + len(line.rstrip())
            origin = ((begin, end),) if begin < end else ()
            text = clean(rest).strip(" " if form in ROWS else None)
            self.parts().append(Block(ROLES[name], tuple(_runs(text)), origin, form=form, depth=depth))
        elif more:
            raise ValueError(f"expected a role, a tab and text, not {kind[:30]!r}")
        elif name == "section":
            page, _, title = clean(rest).partition("\t")
            self.sections.append((page.strip() or None, title.strip() or None, []))
            self.article = self.item = None
        elif name in KINDS or name == "end":
            if rest.strip():
                raise ValueError(f"expected {name} alone: text stands after a role, such as paragraph")
            self.open(name)
        elif name in KEYS or name in FACTS:
            self.know(name, clean(rest).strip())
        else:
            raise ValueError(_unknown(name))

    def know(self, name: str, value: str) -> None:
        """Take in what is known of the open item or article, or of the issue where none is open."""
        if self.article and name in FACTS:
            (self.item or self.article).know(name, value)
        elif name not in KEYS:
            raise ValueError(f"{name} stands below the name of the article that it tells of")
        elif self.sections or name in self.metadata:
            raise ValueError(f"{name} stands once, before the first section")
        else:
            self.metadata[name] = value

    def open(self, name: str) -> None:
        """Open the container ``name``, or end the open item."""
        in_briefs = self.article is not None and self.article.kind is Kind.BRIEFS
        if name == "end":
            if self.item is None:
                raise ValueError("there is no open item to end")
            self.item = None
        elif name == Kind.ITEM:
            if self.article is None or not in_briefs:
                raise ValueError("an item stands in a brief column: expected briefs before it")
            self.item = _Open(Kind.ITEM)
            self.article.parts.append(self.item)
        else:
            self.article = _Open(KINDS[name])
            self.item = None
            self.articles().append(self.article)

    def articles(self) -> list[_Open]:
        """The open section's articles; blocks and articles may come without a section."""
        if not self.sections:
            self.sections.append((None, None, []))
        return self.sections[-1][2]

    def parts(self) -> list[Block | _Open]:
        """Where the next block goes."""
        if self.item is not None:
            return self.item.parts
        if self.article is None:
            self.open(Kind.ARTICLE)
        assert self.article
        return self.article.parts

    def issue(self) -> Issue:
        """The tree, frozen."""
        language = self.metadata.pop("language", "")
        sections = tuple(
            Section(tuple(article.frozen() for article in articles), page, name)
            for page, name, articles in self.sections
        )
        values = {key: value or None for key, value in self.metadata.items()}
        issue = Issue(sections, Metadata(**values))
        return replace(issue, language=language) if language else issue


def _unknown(name: str) -> str:
    """What is said of a line that begins with a word which is none of an outline's."""
    from difflib import get_close_matches

    said = f"expected a role, a tab and text, not {name[:30]!r}"
    known = (*ROLES, "section", *KINDS, "end", *KEYS)
    if near := get_close_matches(name.lower(), known, 1):
        return f"{said}: did you mean {near[0]}?"
    return f"{said}: use one of {', '.join(known[: -len(KEYS)])}"


def _form(kind: str, words: list[str]) -> tuple[Form | None, int]:
    """The form and the depth that stand after a role in ``kind``; both may be left out."""
    form = FORMS.get(words[0]) if words else None
    depth = words[1:] if form else words
    if len(depth) > 1 or not all(word.isdecimal() for word in depth):
        after = f"after a role may stand a depth and one of {', '.join(FORMS)}"
        raise ValueError(f"expected a role, a tab and text, not {kind[:30]!r}; {after}")
    return form, min(int(depth[0][:9]), DEEPEST) if depth else 0


def _runs(text: str) -> Iterator[Run]:
    """The runs of a block's text; brackets that no mark or target follows are plain text."""
    plain, at = "", 0
    for found in _MARKED.finditer(text):
        bang, inner, width, mark, name, target, href = found.groups()
        if mark is None and name is None and target is None:
            continue
        if mark is not None and mark not in MARKS:
            raise ValueError(f"there is no mark {mark!r}: use one of {', '.join(Mark)}, or write \\[ for a bracket")
        plain = text[at : found.start()]
        at = found.end()
        if bang and target is None:
            plain, bang = plain + bang, None
        if plain:
            yield Run(_plain(plain))
        image, href = (target, href) if bang else (None, target)
        href, image, name = (part and _plain(part) for part in (href, image, name))
        yield Run(_plain(inner), MARKS.get(mark), href, image, name, _width(width) if image else None)
    if plain := text[at:]:
        yield Run(_plain(plain))


def _width(said: str | None) -> float | None:
    return float(said) if said else None


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)
