"""The whole tree on one page.

A reader makes a ``Source`` of ``Line``s; the structure detector makes an ``Issue`` of it; writers read the ``Issue``.
Everything is frozen: a step makes a new tree. Issue > Section (版) > Article > Block > Run"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from importlib import import_module
from typing import Any

from converter.records import record

Span = tuple[int, int]  # [start, end) in characters of ``Source.text``; in an ``Issue`` see ``Document``


class _Word(StrEnum):
    """A word of a list that is closed; another one is an error that names those there are."""

    @classmethod
    def _missing_(cls, value: object) -> None:
        from converter.arguments import one_of

        one_of(cls.__name__.lower(), value, cls)


class Role(_Word):
    """What a block is on the page, in the field's terms; ``docs/structure-json.md`` defines each."""

    FOLIO = "folio"  # 报眉、版次
    COLUMN_TITLE = "column_title"  # 栏题
    KICKER = "kicker"  # 引题
    HEADLINE = "headline"  # 主题
    DECK = "deck"  # 副题
    BYLINE = "byline"  # 署名
    DATELINE = "dateline"  # 电头、日期行
    LEAD = "lead"  # 提要、编者按
    PARAGRAPH = "paragraph"  # 正文
    SUBHEAD = "subhead"  # 小标题
    CAPTION = "caption"  # 图片说明
    CREDIT = "credit"  # 摄影署名
    SIGNATURE = "signature"  # 文末署名
    COLUMN_NOTE = "column_note"  # 栏目、版面说明
    SOURCE_NOTE = "source_note"  # 来源
    JUMP = "jump"  # 转版
    FURNITURE = "furniture"  # 版面杂项


class Kind(_Word):
    """What an ``Article`` holds."""

    ARTICLE = "article"  # one story
    BRIEFS = "briefs"  # 简讯栏: a column title, items, a compiler's note
    ITEM = "item"  # one story inside a brief column
    PICTURE = "picture"  # a picture's caption and credit that stand apart from every story
    MARGIN = "margin"  # folio lines, page notes and furniture between the stories


class Mark(_Word):
    """What a ``Run`` inside a block is."""

    DATELINE = "dateline"  # 本报电, 新华社北京3月24日电 at the head of a paragraph
    STRONG = "strong"
    EMPHASIS = "emphasis"
    UNDERLINE = "underline"
    STRUCK = "struck"  # a line through it
    SUP = "sup"
    SUB = "sub"
    CODE = "code"
    NOTE = "note"  # a footnote's number: at the head of a block of form ``NOTE`` its own, else one that leads to it
    SPAN = (
        "span"  # no text: the cell that it begins is as wide and as high as the run's ``name`` says, in cells: ``3x1``
    )
    PAGE = "page"  # no text: where a page of the printed book begins, whose number is the run's ``name``


class Form(_Word):
    """How a block is set apart from running text, by explicit mark-up most often; a plain paragraph has none."""

    ITEM = "item"  # of a list, its bullet left out
    NUMBERED = "numbered"  # of a numbered list, its number left out
    HEAD_ROW = (
        "head_row"  # of a table's headings; a tab stands between two cells; cells that others reach over are none
    )
    ROW = "row"
    QUOTE = "quote"
    VERSE = "verse"  # a line of a poem
    CODE = "code"
    NOTE = "note"  # a footnote
    BREAK = "break"  # between two scenes: its sign (＊＊＊), or no text where blank lines part them


class Opens(_Word):
    """What a line begins; ``LINE`` goes on with the block above."""

    ARTICLE = "article"
    BLOCK = "block"
    LINE = "line"


@record(frozen=True, slots=True)
class Run:
    """A piece of text with one mark; ``href`` makes it a link (``#NAME`` one inside the issue), ``image`` names a
    picture, and ``width`` says how wide this is shown, in points, where the document does.
    """

    text: str
    mark: Mark | None = None
    href: str | None = None
    image: str | None = None
    name: str | None = None
    width: float | None = None


@record(frozen=True, slots=True)
class Box:
    """Where something stands on its ``Sheet``: its edges in points from the sheet's left and top edge."""

    left: float
    top: float
    right: float
    bottom: float


def around(boxes: Iterable[Box]) -> Box:
    """The box around some."""
    some = list(boxes)
    return Box(
        min(box.left for box in some),
        min(box.top for box in some),
        max(box.right for box in some),
        max(box.bottom for box in some),
    )


@record(frozen=True, slots=True)
class Sheet:
    """A page as it was set or scanned: its ``number`` from 1, its size in points, its picture's name in ``images``."""

    number: int
    width: float
    height: float
    image: str | None = None


@record(frozen=True, slots=True)
class Line:
    """A line as a reader saw it: ``text`` without the blanks around it, and what is known of its place.

    ``gap_before`` counts the empty lines above, ``indent`` columns of white space before the text (two a full-width
    space, eight a tab), ``page`` is the number of its ``Sheet``, ``box`` its place there, ``size`` points; an
    ``upright`` line runs from top to bottom; ``sure`` is from 0 to 1 how sure its reader is of it, an OCR of its
    characters, a layout of its place in the order. ``level`` is a heading's from 1 where the format says it outright.
    Mark-up tells the ``role``, what the line ``opens``, and the ``runs``, which joined are ``text``. ``depth`` is from
    1 how deep a heading under the headline, a list's item, or a paragraph that goes on an item stands; the stanza of a
    line of verse; the columns that a line of code is indented. ``frames`` are the frames and tints on its page that it
    lies in, the outermost first, each by its number among those that are in the same one.
    """

    text: str
    start: int
    end: int
    number: int
    gap_before: int = 0
    indent: int = 0
    page: int | None = None
    size: float | None = None
    bold: bool = False
    centred: bool = False
    level: int = 0
    box: Box | None = None
    upright: bool = False
    sure: float = 1.0
    role: Role | None = None
    opens: Opens | None = None
    runs: tuple[Run, ...] = ()
    form: Form | None = None
    depth: int = 0
    frames: tuple[int, ...] = ()

    @property
    def is_free(self) -> bool:
        """Whether nothing is told yet of what the line is."""
        return not (self.role or self.form or self.level)


@record(frozen=True, slots=True)
class Metadata:
    """What is known of the issue. ``date`` is ISO 8601 (``2021-01-05``, or the year alone); ``source`` the name of
    the input file; ``number`` (of issues, 第23456期) and ``page_count`` (今日8版) are digits; ``identifier`` is an
    ISBN or a URN; ``url`` is where the document stands on the network. Several names have 、 between.
    """

    title: str | None = None
    paper: str | None = None
    date: str | None = None
    page: str | None = None
    page_name: str | None = None
    author: str | None = None
    source: str | None = None
    number: str | None = None
    page_count: str | None = None
    publisher: str | None = None
    description: str | None = None
    identifier: str | None = None
    translator: str | None = None
    subject: str | None = None
    rights: str | None = None
    url: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """These values, and ``other``'s where this has none."""
        return Metadata(*(getattr(self, name) or getattr(other, name) for name in self.__slots__))


@record(frozen=True, slots=True, repr=False)
class Source:
    """A document as read: the decoded ``text`` (newlines are ``\\n``, no BOM), its lines that are not blank, and
    ``warnings``, sentences about what reading changed. ``sheets`` are its pages where the format sets or pictures them;
    ``encoding`` is the codec that its bytes were decoded by; ``damage`` the one of the warnings that tells where bytes
    were nothing in it and stand as U+FFFD, None where every byte was read."""

    text: str
    lines: tuple[Line, ...]
    metadata: Metadata = Metadata()
    language: str | None = None
    images: tuple[tuple[str, bytes], ...] = ()
    warnings: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    encoding: str | None = None
    damage: str | None = None

    def __repr__(self) -> str:
        return _shown(self, self.metadata.source, f"{len(self.lines)} lines")


@record(frozen=True, slots=True)
class Pin:
    """What a person or mark-up says of a line: its role, what it opens, whether it is of an item of a brief column.

    None leaves it to the search. A line of a known role opens a block where nothing else is said.
    """

    role: Role | None = None
    opens: Opens | None = None
    brief: bool | None = None

    def __post_init__(self) -> None:
        """A role that is said as its word is taken. Raises ``UnfitArgument`` where there is none of that name."""
        for name, words in (("role", Role), ("opens", Opens)):
            if getattr(self, name) is not None:
                object.__setattr__(self, name, words(getattr(self, name)))


LETTER = 18.0  # points of the widest picture that is a letter of the text
DEEPEST = (
    200  # a depth that is told above this is taken for this one: no page is set so deep, and lines are indented by it
)
DOUBTFUL = 0.8  # a reading whose confidence is below this is worth a person's look


@record(frozen=True, slots=True)
class Block:
    """A block of one role. ``origin`` are the spans of the source that it came from, two or more where it was cut; an
    empty one stands for what is not in the text, as a picture beside it.

    ``confidence`` is the detector's probability (0..1) that role and edges are right, times how ``sure`` an OCR is of
    its least sure line; ``second`` its next-best role.
    ``form`` and ``depth`` are those of its first line.
    """

    role: Role
    runs: tuple[Run, ...]
    origin: tuple[Span, ...] = ()
    confidence: float = 1.0
    second: Role | None = None
    form: Form | None = None
    depth: int = 0

    def __post_init__(self) -> None:
        """A role that is said as its word is taken. Raises ``UnfitArgument`` where there is none of that name."""
        if type(self.role) is not Role:
            object.__setattr__(self, "role", Role(self.role))

    @property
    def text(self) -> str:
        """The block's text without its marks."""
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])

    @property
    def words(self) -> str:
        """The block's text without the numbers that lead to its notes, as a list of contents says it."""
        return "".join(run.text for run in self.runs if run.mark is not Mark.NOTE)

    @property
    def doubtful(self) -> bool:
        """Whether a person should look at it."""
        return self.confidence < DOUBTFUL


@record(frozen=True, slots=True, repr=False)
class Article:
    """A story, or one of the other ``Kind``s. Only a ``BRIEFS`` column has articles (its items) among its parts.

    What is known of a story: its ``authors``, the ``date`` (ISO 8601) on which and the ``page`` (digits) where it was
    printed, and its ``url`` on the network. ``detect`` fills them (``press/facts.py``).
    """

    kind: Kind
    parts: tuple[Block | Article, ...]
    authors: tuple[str, ...] = ()
    date: str | None = None
    url: str | None = None
    page: str | None = None

    def __repr__(self) -> str:
        return _shown(self, f"{self.kind} {self.title or ''}".rstrip(), f"{len(list(self.blocks()))} blocks")

    def blocks(self) -> Iterator[Block]:
        """Every block in reading order, those of items included."""
        for part in self.parts:
            yield from part.blocks() if isinstance(part, Article) else (part,)

    def first(self, *roles: Role) -> Block | None:
        """The first block that has one of ``roles``, items left out."""
        return next((part for part in self.parts if isinstance(part, Block) and part.role in roles), None)

    @property
    def title(self) -> str | None:
        """The headline's words, or those of the nearest thing to one; None where the article has neither."""
        names = filter(None, map(self.first, (Role.HEADLINE, Role.COLUMN_TITLE, Role.KICKER, Role.DECK)))
        return next((block.words for block in names), None)


@record(frozen=True, slots=True, repr=False)
class Section:
    """A page (版) of the paper: its number in digits (``05``, ``A3``), its name (``要闻``), and its articles."""

    articles: tuple[Article, ...]
    page: str | None = None
    name: str | None = None

    def __repr__(self) -> str:
        return _shown(self, " ".join(filter(None, (self.page, self.name))), f"{len(self.articles)} articles")


@record(frozen=True, slots=True, repr=False)
class Document:
    """A file that an ``Issue`` was made of: its decoded ``text``, None where its format has none or it isn't known.

    The spans of an issue count the characters of its documents one after another: this one's begin at ``start``.
    ``lines`` are those that stand on a sheet, as the reader saw them (their offsets count from this text's beginning).
    """

    text: str | None = None
    name: str | None = None
    encoding: str | None = None
    start: int = 0
    sheets: tuple[Sheet, ...] = ()
    lines: tuple[Line, ...] = ()

    def __repr__(self) -> str:
        return _shown(self, self.name, f"{len(self.text or '')} characters")


@record(frozen=True, slots=True, repr=False)
class Issue:
    """A whole document. ``language`` is a BCP 47 tag; ``twin`` the same in the other script; ``cover`` one of the
    ``images``; ``documents`` are what it was made of, in the order of their ``start``; ``people`` are those whom
    its text names, where a writer wants to know.
    """

    sections: tuple[Section, ...]
    metadata: Metadata = Metadata()
    language: str = "zh-Hans"
    images: tuple[tuple[str, bytes], ...] = ()
    warnings: tuple[str, ...] = ()
    twin: Issue | None = None
    cover: str | None = None
    documents: tuple[Document, ...] = ()
    people: tuple[str, ...] = ()

    def __repr__(self) -> str:
        articles, blocks = len(list(self.articles())), list(self.blocks())
        doubts = sum(block.doubtful for block in blocks)
        return _shown(self, self.title, self.language, f"{articles} articles, {len(blocks)} blocks, {doubts} doubtful")

    def _repr_html_(self) -> str:
        """What a notebook shows of it: a row a block, with its role and how sure that is."""
        shown: str = import_module("converter.exchange.table").html_of(self)
        return shown

    @property
    def title(self) -> str:
        """What the book is called: its own title, else paper, date and page, else the first headline, else the file."""
        data = self.metadata
        named = data.paper and " ".join(filter(None, (data.paper, data.date, data.page and f"第{data.page}版")))
        headlines = (article.title for article in self.articles() if article.title)
        return data.title or named or next(headlines, None) or data.source or "未命名"

    def articles(self) -> Iterator[Article]:
        """Every article in reading order; a brief column is one."""
        return (article for section in self.sections for article in section.articles)

    def blocks(self) -> Iterator[Block]:
        """Every block in reading order."""
        return (block for article in self.articles() for block in article.blocks())

    def to_dict(self) -> dict[str, Any]:
        """The structure JSON as plain values; ``docs/structure-json.md`` defines it."""
        values: dict[str, Any] = _exchange().to_dict(self)
        return values

    def members(self) -> Iterator[tuple[str, Any]]:
        """The keys of ``to_dict`` with their values, iterators in the place of long lists: one object at a time."""
        pairs: Iterator[tuple[str, Any]] = _exchange().members(self)
        return pairs

    @classmethod
    def from_dict(cls, data: Any) -> Issue:
        """The issue that ``to_dict`` gave. Raises ``UnreadableInput`` where ``data`` is not as it should be."""
        issue: Issue = _exchange().from_dict(data)
        return issue

    def records(self) -> Iterator[dict[str, Any]]:
        """A flat dict a block, in reading order: a row of a table, for pandas or JSON Lines."""
        rows: Iterator[dict[str, Any]] = _exchange().records(self)
        return rows


def _shown(thing: object, name: str | None, *more: str) -> str:
    """A line on a part of the tree that would fill pages whole."""
    return f"<{type(thing).__name__} {', '.join(filter(None, (name, *more)))}>"


def _exchange() -> Any:
    """The room of the structure JSON. It stands on this file, so it is asked for by its name, and when it is needed."""
    return import_module("converter.exchange")
