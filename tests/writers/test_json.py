"""Structure JSON says of every block what it is and where it stands."""

import json
import re
from pathlib import Path

from hypothesis import given, settings

from converter.model import Article, Block, Form, Issue, Kind, Mark, Metadata, Role, Run, Section
from converter.writers.json import structure, write_json
from tests.strategies import issues


def block(role: Role, text: str = "文") -> Block:
    """A block of one run."""
    return Block(role, (Run(text),), ((0, 1),))


def numbers(*articles: Article) -> list[tuple[str, int | None, bool]]:
    """Role, article number and brief mark of every block."""
    found = structure(Issue((Section(articles),)))["blocks"]
    return [(each["role"], each["article"], each["brief"]) for each in found]


def test_one_block() -> None:
    """A block has its text without marks, its spans, and its doubt rounded to three places."""
    runs = (Run("本报电", Mark.DATELINE), Run(" 雨停了。"))
    doubtful = Block(Role.PARAGRAPH, runs, ((3, 6), (9, 14)), 0.87654, Role.LEAD, Form.QUOTE, 1)
    issue = Issue((Section((Article(Kind.ARTICLE, (doubtful,)),)),), Metadata(source="页.txt"))
    expected = {
        "schema": 1,
        "source": "页.txt",
        "doubts": 1,
        "blocks": [
            {
                "role": "paragraph",
                "text": "本报电 雨停了。",
                "spans": [[3, 6], [9, 14]],
                "article": 0,
                "brief": False,
                "doubt": 0.123,
                "second": "lead",
                "form": "quote",
                "depth": 1,
            }
        ],
    }
    assert structure(issue) == expected


def test_articles_are_numbered_in_reading_order() -> None:
    """A story has a number, and so has a column with a title; in one without, each item has its own."""
    item = Article(Kind.ITEM, (block(Role.HEADLINE), block(Role.PARAGRAPH), block(Role.SIGNATURE)))
    column = Article(Kind.BRIEFS, (block(Role.COLUMN_TITLE), item, item, block(Role.COLUMN_NOTE)))
    untitled = Article(Kind.BRIEFS, (item, item, block(Role.COLUMN_NOTE)))
    story = Article(Kind.ARTICLE, (block(Role.COLUMN_TITLE), block(Role.HEADLINE), block(Role.PARAGRAPH)))
    in_item = [("headline", True), ("paragraph", True), ("signature", False)]
    assert numbers(story, column, untitled, story) == [
        *((role, 0, False) for role in ("column_title", "headline", "paragraph")),
        ("column_title", 1, False),
        *((role, 1, brief) for role, brief in in_item * 2),
        ("column_note", 1, False),
        *((role, 2, brief) for role, brief in in_item),
        *((role, 3, brief) for role, brief in in_item),
        ("column_note", None, False),
        *((role, 4, False) for role in ("column_title", "headline", "paragraph")),
    ]


def test_what_belongs_to_no_article() -> None:
    """Pictures and margins have no number, nor have folio lines, furniture and column notes inside a story."""
    picture = Article(Kind.PICTURE, (block(Role.CAPTION), block(Role.CREDIT)))
    margin = Article(Kind.MARGIN, (block(Role.COLUMN_TITLE), block(Role.FOLIO)))
    inside = Article(Kind.ARTICLE, tuple(map(block, (Role.FOLIO, Role.FURNITURE, Role.COLUMN_NOTE, Role.PARAGRAPH))))
    assert [number for _, number, _ in numbers(picture, margin, inside)] == [None] * 6 + [0, 0]


def test_a_block_a_line() -> None:
    """Each block is a line of its own, and Chinese is written as it is."""
    issue = Issue((Section((Article(Kind.ARTICLE, (block(Role.HEADLINE, "晴"), block(Role.PARAGRAPH, "雨"))),)),))
    lines = write_json(issue).decode().splitlines()
    assert [lines[0], lines[-1]] == ['{"schema": 1, "source": null, "doubts": 0, "blocks": [', "]}"]
    assert [json.loads(line.rstrip(","))["text"] for line in lines[1:-1]] == ["晴", "雨"]


@settings(max_examples=60, deadline=None)
@given(issues())
def test_the_bytes_hold_the_structure(issue: Issue) -> None:
    """What is written reads back as the structure, with the text of every block in reading order."""
    document = json.loads(write_json(issue))
    assert document == structure(issue)
    assert [each["text"] for each in document["blocks"]] == [each.text for each in issue.blocks()]


def test_the_manual_defines_every_role(root: Path) -> None:
    """Each role has its line in the manual's table, and the table has no other."""
    manual = (root / "docs" / "structure-json.md").read_text("utf-8").partition("## The roles")[2]
    assert re.findall(r"^\| `(\w+)` \|", manual, re.MULTILINE) == [role.value for role in Role]
