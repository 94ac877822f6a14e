"""Random trees for the tests of every writer."""

from __future__ import annotations

import base64

from hypothesis import strategies as st

from converter.model import Article, Block, Form, Issue, Kind, Mark, Metadata, Role, Run, Section

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
    picture = st.builds(Run, words, st.none(), st.none() | text, st.sampled_from(PICTURES))
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
    item = st.builds(Article, st.just(Kind.ITEM), parts)
    column = st.builds(Article, st.just(Kind.BRIEFS), st.lists(blocks() | item, max_size=5).map(tuple))
    return st.builds(Article, st.sampled_from((Kind.ARTICLE, Kind.PICTURE, Kind.MARGIN)), parts) | column


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
