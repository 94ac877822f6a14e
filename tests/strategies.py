"""Random trees for the tests of every writer."""

from __future__ import annotations

import base64
from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from converter.edit import map_blocks
from converter.model import (
    Article,
    Block,
    Box,
    Document,
    Form,
    Issue,
    Kind,
    Line,
    Mark,
    Metadata,
    Opens,
    Role,
    Run,
    Section,
    Sheet,
)

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PICTURES = ("p1.png", "图 (1).png", "a]b.png")

# What readers let through: no controls, no invisible characters, no line ends. The first set is every form's syntax.
NASTY = "\\[](){}!#<>&\"'`*_|;:%/=+-.,0aZ \u3000中文国家发髮裏，。、？“”‘’「」（）《》—…·\u200d\ufe0f\ue000𠮷é\u0301ب"
CHARACTERS = st.sampled_from(NASTY) | st.characters(exclude_categories=("Cc", "Cf", "Cn", "Cs", "Zl", "Zp"))


def texts(max_size: int = 12) -> st.SearchStrategy[str]:
    """Texts without blanks around them; they may be empty."""
    return st.text(CHARACTERS, max_size=max_size).map(str.strip)


def names() -> st.SearchStrategy[str | None]:
    """A short text, or None."""
    return texts().map(lambda text: text or None)


def _tidy(runs: list[Run], blanks: str | None = None) -> tuple[Run, ...]:
    """The runs as readers make them: plain neighbours are one, and no blanks stand at the edges."""
    tidy: list[Run] = []
    for run in runs:
        if tidy and run == Run(run.text) and tidy[-1] == Run(tidy[-1].text):
            tidy[-1] = Run(tidy[-1].text + run.text)
        else:
            tidy.append(run)
    if tidy and tidy[0] == Run(tidy[0].text):
        tidy[0] = Run(tidy[0].text.lstrip(blanks))
    if tidy and tidy[-1] == Run(tidy[-1].text):
        tidy[-1] = Run(tidy[-1].text.rstrip(blanks))
    return tuple(run for run in tidy if run != Run(""))


def runs() -> st.SearchStrategy[tuple[Run, ...]]:
    """The runs of one block: plain, marked, links and pictures."""
    text = st.text(CHARACTERS, max_size=12)
    plain = st.builds(Run, text)
    name = st.text(CHARACTERS, min_size=1, max_size=3)
    target = text | name.map("#{}".format)
    marked = st.builds(Run, text, st.none() | st.sampled_from(Mark), st.none() | target, st.none(), st.none() | name)
    words = texts().map(lambda text: text or "图")  # a picture that says nothing gets a word from the writer
    width = st.none() | st.integers(4, 900).map(float)
    picture = st.builds(Run, words, st.none(), st.none() | text, st.sampled_from(PICTURES), width=width)
    return st.lists(plain | plain | marked | picture, max_size=5).map(_tidy)


def blocks() -> st.SearchStrategy[Block]:
    """A block of any role, with some confidence and a second-best role; paragraphs of all forms."""
    plain = st.builds(
        Block,
        st.sampled_from(Role),
        runs(),
        confidence=st.floats(0, 1),
        second=st.none() | st.sampled_from(Role),
        depth=st.integers(0, 4),
    )
    shaped = st.builds(Block, st.just(Role.PARAGRAPH), runs(), form=st.sampled_from(Form), depth=st.integers(0, 4))
    rows = st.lists(runs(), max_size=3).map(_cells)
    row = st.builds(Block, st.just(Role.PARAGRAPH), rows, form=st.sampled_from((Form.HEAD_ROW, Form.ROW)))
    return plain | shaped | row


def _cells(cells: list[tuple[Run, ...]]) -> tuple[Run, ...]:
    """The runs of a row: its cells with tabs between them."""
    return _tidy([run for cell in cells for run in (Run("\t"), *cell)][1:], " ")


def articles() -> st.SearchStrategy[Article]:
    """An article of any kind that may stand in a section."""
    parts = st.lists(blocks(), max_size=4).map(tuple)
    authors = st.lists(st.sampled_from(("江帆", "陆 水", "Anna Lind")), max_size=2).map(tuple)
    pages, addresses = st.sampled_from((None, "03", "A1")), st.sampled_from((None, "https://海湾.example/a?b=1&c='\"<"))
    known = authors, st.sampled_from((None, "2021-01-05", "2021-01-06")), addresses, pages
    item = st.builds(Article, st.just(Kind.ITEM), parts, *known)
    column = st.builds(Article, st.just(Kind.BRIEFS), st.lists(blocks() | item, max_size=5).map(tuple), *known)
    return st.builds(Article, st.sampled_from((Kind.ARTICLE, Kind.PICTURE, Kind.MARGIN)), parts, *known) | column


@cache
def issues() -> st.SearchStrategy[Issue]:
    """A whole issue, with nasty text everywhere; the pictures that it names are in ``images``."""
    return st.builds(
        Issue,
        st.lists(st.builds(Section, st.lists(articles(), max_size=3).map(tuple), names(), names()), max_size=3).map(
            tuple
        ),
        st.builds(Metadata, names(), names(), st.none() | st.just("2021-01-05"), names(), names(), names(), names()),
        st.sampled_from(("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")),
        st.just(tuple((name, PIXEL) for name in PICTURES)),
    )


LINES = (
    Line("渔港", 0, 2, 1),
    Line("迎来", 0, 5, 1, 2, 1, 3, 22.5, True, True, 1, Box(-1, 20.5, 300, 42), True, 0.25),
    Line("新船", 6, 8, 4, role=Role.DECK, opens=Opens.BLOCK, runs=(Run("新", Mark.STRONG), Run("船", href="#a"))),
    Line("三条", 9, 12, 5, page=2, form=Form.NUMBERED, depth=2, opens=Opens.LINE),
)
SPANS = ((), ((0, 5),), ((6, 8), (9, 12)), ((12, 12),), ((41, 44),), ((9, 12), (47, 50)), ((200, 300),))


@cache
def documents(start: int) -> st.SearchStrategy[Document]:
    """A document of forty characters from ``start`` on, its lines with places or not, its text known or not."""
    sheets = st.sampled_from(((), (Sheet(1, 595.5, 842), Sheet(2, 595.5, 842, PICTURES[0]))))
    text = st.sampled_from((None, ("渔港迎来三条新船。\n" * 4)[:40]))
    encoding = st.none() | st.just("gb18030")
    placed = st.lists(st.sampled_from(LINES), max_size=3).map(tuple)
    return st.builds(Document, text, names(), encoding, st.just(start), sheets, placed)


@st.composite
def whole_issues(draw: st.DrawFn) -> Issue:
    """An issue with everything that one may have: documents, spans, warnings, a cover, a twin."""
    issue = replace(
        draw(issues()),
        warnings=draw(st.lists(texts(), max_size=2).map(tuple)),
        cover=draw(st.none() | st.sampled_from(PICTURES)),
        documents=tuple(draw(documents(41 * number)) for number in range(draw(st.integers(0, 2)))),
    )
    issue = map_blocks(issue, lambda block: replace(block, origin=draw(st.sampled_from(SPANS))))
    return replace(issue, twin=draw(st.none() | issues()))
