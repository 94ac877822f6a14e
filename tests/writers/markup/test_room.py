"""No document and no element of a book is larger than a reader bears, whatever is in it, and nothing is lost by the
cuts.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from converter.model import Article, Block, Form, Issue, Kind, Mark, Role, Run, Section
from converter.options import Look
from converter.writers.markup import room
from converter.writers.markup.room import Room
from tests.strategies import issues
from tests.writers.reading import NCX, Book, text_of

LONG = "潮水退去。" * 40_000
CASES = {
    "a paragraph": [Block(Role.PARAGRAPH, (Run(LONG),))],
    "a paragraph without a sentence": [Block(Role.PARAGRAPH, (Run("潮" * 200_000),))],
    "a lead": [Block(Role.LEAD, (Run(LONG),))],
    "a signature": [Block(Role.PARAGRAPH, (Run("潮。"),)), Block(Role.SIGNATURE, (Run(LONG),))],
    "a headline": [Block(Role.HEADLINE, (Run(LONG),))],
    "bylines": [Block(Role.BYLINE, (Run("林小满" * 100),))] * 700,
    "captions": [Block(Role.CAPTION, (Run("南湾" * 200),))] * 500,
    "items in an item": [
        Block(Role.PARAGRAPH, (Run("网" * 100),), form=Form.ITEM, depth=1 + (n > 0)) for n in range(2000)
    ],
    "a row": [Block(Role.PARAGRAPH, (Run("甲" * 100_000 + "\t" + "乙" * 100_000),), form=Form.ROW)],
    "notes": [
        *(Block(Role.PARAGRAPH, (Run("潮" * 300), Run(f"{n}", Mark.NOTE))) for n in range(700)),
        *(Block(Role.PARAGRAPH, (Run(f"{n}", Mark.NOTE), Run("注")), form=Form.NOTE) for n in range(700)),
    ],
    "an item of a column": [
        Article(Kind.ITEM, (Block(Role.HEADLINE, (Run("短讯"),)), Block(Role.PARAGRAPH, (Run(LONG),))))
    ],
    "marks": [
        Block(
            Role.PARAGRAPH, tuple(Run("重" if n % 2 else "轻", Mark.STRONG if n % 2 else None) for n in range(30_000))
        )
    ],
}


@pytest.mark.parametrize("look", [Look(), Look(device="kobo", vertical=True)], ids=["plain", "kobo"])
@pytest.mark.parametrize("parts", CASES.values(), ids=CASES)
def test_no_document_is_too_large(parts: list[Block | Article], look: Look) -> None:
    """Whatever is endless is cut into documents of less than 300 KiB, and stays whole."""
    issue = Issue((Section((Article(Kind.ARTICLE, tuple(parts)),)),))
    book = Book(issue, look)
    assert max(len(book.files[name]) for name in book.spine) < 300 * 1024
    assert len([name for name in book.spine if name.startswith("page")]) > 1
    assert book.shown() == text_of(issue)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(issue=issues())
def test_any_tree_stays_whole_in_small_documents(issue: Issue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where hardly anything goes into an element, every cut is made: the text is whole and in order, all lists
    agree.
    """
    monkeypatch.setattr(room, "LARGEST", 900)
    monkeypatch.setattr(room, "PIECE", 200)
    issue = replace(issue, sections=issue.sections * 2)
    book = Book(issue)
    assert book.shown() == text_of(issue)
    points = [
        (p.find(f"{NCX}content").get("src"), p.findtext(f"{NCX}navLabel/{NCX}text"))
        for p in book.ncx.iter(f"{NCX}navPoint")
    ]
    assert points == book.contents()
    assert {href.partition("#")[0] for href, _ in points} == set(book.spine) - {"nav.xhtml"}
    for href, _ in (*book.contents(), *book.contents("page-list")):
        name, _, target = href.partition("#")
        assert not target or book.trees[name].xpath("//*[@id=$id]", id=target)


def test_a_block_is_cut_after_a_sentence() -> None:
    """Near its middle; marks and pictures stay on their side, and a character is never cut."""
    weighed = Room(str)
    block = Block(Role.PARAGRAPH, (Run("潮来。" * 5000, Mark.STRONG), Run("图", image="a.png"), Run("潮去。" * 5000)))
    parts = list(weighed.divided(block, lambda part: part.text))
    assert [len(part.text) for part in parts] == [14_999 + 1, 15_001]
    assert [len(part.runs) for part in parts] == [1, 2]
    assert (
        list(weighed.divided(Block(Role.PARAGRAPH, (Run("潮", href="a" * 90_000),)), lambda _: "a" * 90_000))[0].text
        == "潮"
    )
