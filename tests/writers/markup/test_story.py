"""An article as pieces of mark-up, and what it is called."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.writers.markup.blocks import Markup
from converter.writers.markup.labels import HANS
from converter.writers.markup.phrases import LONG
from converter.writers.markup.story import Story, opening, stands_alone, tell
from tests.writers.reading import XHTML, Book


def test_an_untitled_brief_column_is_called_briefs(paper: Issue) -> None:
    """It is not called after its first item, which has a line of the contents of its own."""
    column = paper.sections[1].articles[1]
    book = Book(Issue((Section((replace(column, parts=column.parts[1:]),)),)))
    assert [label for _, label in book.contents()] == ["封面", "简讯", "海塘步道开放", "鱼市换新棚"]


def test_story_says_what_its_parts_are(letter: Issue) -> None:
    """Kicker, deck, byline, lead, subhead, caption and signature keep their meaning in the mark-up."""
    (tree,) = Book(letter).documents
    elements = tree.iter("{*}p", "{*}h1", "{*}h2", "{*}aside")
    found = [(e.tag.removeprefix(XHTML), e.get("class"), e.get("role")) for e in elements]
    assert found == [
        ("p", "kicker", "doc-subtitle"),
        ("h1", None, None),
        ("p", "deck", "doc-subtitle"),
        ("p", "byline", None),
        ("aside", "lead", "note"),
        ("p", None, None),
        ("p", None, None),
        ("h2", None, None),
        ("p", None, None),
        ("p", "caption", None),
        ("p", "signature", None),
    ]


def story_of(*parts: Block | Article, kind: Kind = Kind.ARTICLE, headed: bool = False) -> Story:
    """The story of these parts, under a heading of the second level."""
    return tell(Article(kind, parts), Markup(False, {}, HANS), "s", 2, always_headed=headed)


def block(role: Role, text: str, depth: int = 0) -> Block:
    """A block of plain text."""
    return Block(role, (Run(text),), depth=depth)


def headings(story: Story) -> list[str]:
    """The headings of a story, as they are marked up."""
    return re.findall("<h[1-6].*?</h[1-6]>", "".join(piece.markup for piece in story.pieces))


TEXT = block(Role.PARAGRAPH, "清晨五点，第一班渡船离岸。")


@pytest.mark.parametrize(
    ("parts", "label", "heading"),
    [
        ((block(Role.KICKER, "潮起"), block(Role.HEADLINE, "渔港"), TEXT), "渔港", "s-title"),
        ((block(Role.DECK, "——纪行"), block(Role.KICKER, "潮起"), TEXT), "潮起", "s-title"),
        ((block(Role.SUBHEAD, "旧仓库"), TEXT), "旧仓库", "s-title"),
        ((TEXT, block(Role.SUBHEAD, "旧仓库")), "清晨五点，第一班渡船离岸。", None),
        ((block(Role.HEADLINE, " \u3000"), TEXT), "清晨五点，第一班渡船离岸。", None),
        ((block(Role.HEADLINE, "长" * (LONG + 1)), TEXT), "长" * 16 + "……", None),
        ((block(Role.HEADLINE, "长" * LONG), TEXT), "长" * LONG, "s-title"),
        ((), "", None),
    ],
)
def test_what_a_story_is_called(parts: tuple[Block, ...], label: str, heading: str | None) -> None:
    """After its headline or the nearest thing to one, else its first words; a text as long as one is no heading."""
    story = story_of(*parts)
    assert (story.label, story.heading) == (label, heading)


def test_a_story_without_a_title_may_have_a_heading_that_is_read_out() -> None:
    """A document of a book needs one."""
    story = story_of(TEXT, headed=True)
    assert headings(story) == ['<h2 class="quiet" id="s-title">清晨五点，第一班渡船离岸。</h2>']


def test_no_level_is_left_out() -> None:
    """Subheads stand under the title by their depths, never two steps below the one before, nor below the sixth."""
    heads = [block(Role.SUBHEAD, f"第{n}节", depth) for n, depth in enumerate((2, 3, 1, 9, 9, 9, 9, 9, 9))]
    story = story_of(block(Role.HEADLINE, "渔港"), *heads)
    assert [int(one[2]) for one in headings(story)] == [2, 3, 4, 3, 4, 5, 6, 6, 6, 6]
    assert [entry.depth for piece in story.pieces for entry in piece.entries] == [1, 2, 1, 2, 3, 4, 5, 6, 7]


def test_a_byline_below_the_text_signs_it() -> None:
    """Above the text it belongs to the head, below it to the foot."""
    byline = block(Role.BYLINE, "柳溪")
    made = ["".join(piece.markup for piece in story_of(*parts).pieces) for parts in ((byline, TEXT), (TEXT, byline))]
    assert [re.sub("<p.*?</p>\n", "", text) for text in made] == [
        '<header role="none">\n</header>\n',
        '<footer role="none">\n</footer>\n',
    ]


@pytest.mark.parametrize(("count", "tag"), [(4, '<footer role="none">'), (5, '<footer class="list" role="none">')])
def test_many_lines_below_a_text_are_a_list(count: int, tag: str) -> None:
    """A list of contents begins in line; a few notes stand at the end of theirs."""
    notes = [block(Role.COLUMN_NOTE, f"{number}.渡口的船") for number in range(count)]
    made = "".join(piece.markup for piece in story_of(TEXT, *notes).pieces)
    assert re.findall("<footer.*?>", made) == [tag]


@pytest.mark.parametrize(
    ("kind", "role", "expected"),
    [
        (Kind.ARTICLE, Role.PARAGRAPH, True),
        (Kind.BRIEFS, Role.PARAGRAPH, True),
        (Kind.PICTURE, Role.CAPTION, False),
        (Kind.MARGIN, Role.FOLIO, False),
        (Kind.PICTURE, Role.HEADLINE, True),
    ],
)
def test_what_stands_alone(kind: Kind, role: Role, expected: bool) -> None:
    """A picture or a margin goes with its neighbour, unless it has a headline."""
    assert stands_alone(Article(kind, (block(role, "渔网"),))) is expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [(["", " ", "雨下了。"], "雨下了。"), (["潮" * 16], "潮" * 16), (["潮" * 15 + " 水"], "潮" * 15 + "……"), ([], "")],
)
def test_first_words(texts: list[str], expected: str) -> None:
    """Sixteen characters at most, then dots; no blank before them."""
    assert opening(Article(Kind.ARTICLE, tuple(block(Role.PARAGRAPH, text) for text in texts))) == expected


@pytest.mark.parametrize(
    ("size", "figure"),
    [((1200, 800), "picture"), ((200, 240), "picture"), ((900, 900), "picture tall"), ((800, 1000), "picture tall")],
)
def test_a_head_and_the_picture_below_it_are_one(size: tuple[int, int], figure: str) -> None:
    """A book's page that they open is set by both; a picture further down, or words without one, stand alone."""
    head, caption = Block(Role.HEADLINE, (Run("新栈桥"),)), Run("渡船靠岸。")
    shown = Block(Role.CAPTION, (Run("", image="a.png"), caption))
    text = Block(Role.PARAGRAPH, (Run("船来了。"),))
    sizes = {"a.png": size}
    book, page = (Markup(epub, {"a.png": "a.png"}, HANS, sizes=sizes) for epub in (True, False))

    def told(*parts: Block, markup: Markup = book) -> list[str]:
        story = tell(Article(Kind.ARTICLE, parts), markup, "s", 1)
        return [" ".join(re.findall('class="([^"]+)"', piece.markup)) for piece in story.pieces]

    assert told(head, shown, text) == [f"opening {figure} caption", ""]
    assert told(head, shown, text, markup=page) == ["", f"{figure} caption", ""]
    assert told(head, text, shown) == ["", "", f"{figure} caption"]
    assert told(head, replace(shown, runs=(caption,)), text) == ["", "picture caption", ""]
