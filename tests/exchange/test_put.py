"""The structure JSON says of every block what it is and where it stands."""

import json

import pytest
from hypothesis import given, settings

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
    Role,
    Run,
    Section,
    Sheet,
)
from tests.strategies import whole_issues


def block(role: Role, text: str = "文") -> Block:
    """A block of one run."""
    return Block(role, (Run(text),), ((0, 1),))


def numbers(*articles: Article) -> list[tuple[str, int | None, bool]]:
    """Role, article number and brief mark of every block."""
    found = Issue((Section(articles),)).to_dict()["blocks"]
    return [(each["role"], each["article"], each["brief"]) for each in found]


ISSUE = Issue(
    (
        Section(
            (
                Article(
                    Kind.ARTICLE,
                    (
                        block(Role.HEADLINE, "雨"),
                        Block(
                            Role.PARAGRAPH,
                            (Run("本报电", Mark.DATELINE), Run(" 雨停了。")),
                            ((3, 6), (13, 18)),
                            0.87654,
                            Role.LEAD,
                            Form.QUOTE,
                            1,
                        ),
                    ),
                ),
            ),
            "03",
            "要闻",
        ),
    ),
    Metadata(paper="港报", date="2024-05-16", source="一.txt"),
    documents=(
        Document(
            "雨\n\n本报电\n\n",
            "一.txt",
            "utf-8",
            sheets=(Sheet(1, 600.0, 800.0, "一.png"),),
            lines=(
                Line("雨", 0, 1, 1, page=1, size=22.0, box=Box(10.0, 20.0, 32.0, 42.0)),
                Line("本报电", 3, 6, 3, 1, page=1, box=Box(10.0, 50.0, 40.0, 60.0)),
            ),
        ),
        Document("雨停了。", "二.txt", start=13),
    ),
)
HEADLINE = {
    "role": "headline",
    "text": "雨",
    "spans": [[0, 1]],
    "article": 0,
    "brief": False,
    "doubt": 0.0,
    "second": None,
    "form": None,
    "depth": 0,
    "confidence": 1.0,
    "document": 0,
    "sheet": 1,
    "boxes": [[1, 10.0, 20.0, 32.0, 42.0]],
    "page": "03",
    "section": "要闻",
    "kind": "article",
    "title": "雨",
    "runs": None,
}
PARAGRAPH = {
    "role": "paragraph",
    "text": "本报电 雨停了。",
    "spans": [[3, 6], [13, 18]],
    "article": 0,
    "brief": False,
    "doubt": 0.123,
    "second": "lead",
    "form": "quote",
    "depth": 1,
    "confidence": 0.87654,
    "document": 0,
    "sheet": 1,
    "boxes": [[1, 10.0, 50.0, 40.0, 60.0], None],
    "page": "03",
    "section": "要闻",
    "kind": "article",
    "title": "雨",
    "runs": [{"text": "本报电", "mark": "dateline"}, {"text": " 雨停了。"}],
}


def test_the_whole() -> None:
    """A story that goes on in a second document, with all that is known of it."""
    assert ISSUE.to_dict() == {
        "schema": 2,
        "source": "一.txt",
        "doubts": 0,
        "language": "zh-Hans",
        "metadata": {"paper": "港报", "date": "2024-05-16", "source": "一.txt"},
        "warnings": [],
        "cover": None,
        "documents": [
            {
                "file": "一.txt",
                "encoding": "utf-8",
                "start": 0,
                "text": "雨\n\n本报电\n\n",
                "sheets": [{"number": 1, "width": 600.0, "height": 800.0, "image": "一.png"}],
                "lines": [
                    {"number": 1, "start": 0, "end": 1, "page": 1, "size": 22.0, "box": [10.0, 20.0, 32.0, 42.0]},
                    {"number": 3, "start": 3, "end": 6, "gap_before": 1, "page": 1, "box": [10.0, 50.0, 40.0, 60.0]},
                ],
            },
            {"file": "二.txt", "encoding": None, "start": 13, "text": "雨停了。", "sheets": [], "lines": []},
        ],
        "sections": [{"page": "03", "name": "要闻", "articles": [{"kind": "article", "parts": [0, 1]}]}],
        "blocks": [HEADLINE, PARAGRAPH],
        "images": [],
        "twin": None,
    }


def test_records() -> None:
    """A row a block, the file and the paper before it."""
    head = {"file": "一.txt", "paper": "港报", "date": "2024-05-16", "authors": None, "url": None}
    left_out = ("doubt", "document", "runs")
    expected = [
        head | {key: value for key, value in block.items() if key not in left_out} for block in (HEADLINE, PARAGRAPH)
    ]
    found = list(ISSUE.records())
    assert found == expected
    assert list(found[0])[:8] == ["file", "paper", "date", "authors", "url", "page", "section", "article"]


def test_facts_of_a_story() -> None:
    """What is known of a story stands in its article, and in each of its records, where it overrules the issue's."""
    told = {"authors": ["江帆", "陆水"], "date": "2024-05-15", "url": "https://海湾.example/1", "page": "04"}
    article = Article(Kind.ARTICLE, (block(Role.HEADLINE),), ("江帆", "陆水"), "2024-05-15", told["url"], "04")
    issue = Issue((Section((article,), "03"),), Metadata(date="2024-05-16"))
    assert issue.to_dict()["sections"][0]["articles"] == [{"kind": "article", "parts": [0], **told}]
    (record,) = issue.records()
    assert {key: record[key] for key in told} == told | {"authors": "江帆、陆水"}


def test_records_without_documents() -> None:
    """An issue made by hand knows the name of its source at most."""
    issue = Issue((Section((Article(Kind.ARTICLE, (block(Role.HEADLINE),)),)),), Metadata(source="页.txt"))
    assert [record["file"] for record in issue.records()] == ["页.txt"]


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


def test_an_item_in_the_tree() -> None:
    """A column's items are objects among the numbers of its own blocks; an item's blocks are of its kind and title."""
    item = Article(Kind.ITEM, (block(Role.HEADLINE, "晴"),))
    told = Issue((Section((Article(Kind.BRIEFS, (block(Role.COLUMN_TITLE, "短讯"), item)),)),)).to_dict()
    assert told["sections"][0]["articles"] == [{"kind": "briefs", "parts": [0, {"kind": "item", "parts": [1]}]}]
    assert [(one["kind"], one["title"]) for one in told["blocks"]] == [("briefs", "短讯"), ("item", "晴")]


@settings(max_examples=15)
@given(whole_issues())
def test_values_are_those_of_json(issue: Issue) -> None:
    """What is given is what a JSON reader gives; every block is in it once, and in the records."""
    told = issue.to_dict()
    assert json.loads(json.dumps(told)) == told
    expected = [block.text for block in issue.blocks()]
    assert [block["text"] for block in told["blocks"]] == expected
    assert [record["text"] for record in issue.records()] == expected


def test_a_title_is_looked_for_once_a_story(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not once a block, or a story of many paragraphs and no headline takes the square of their number."""
    asked = []
    title = Article.title.fget  # type: ignore[attr-defined]
    monkeypatch.setattr(Article, "title", property(lambda article: (asked.append(article), title(article))[1]))
    story = Article(Kind.ARTICLE, (block(Role.PARAGRAPH),) * 50)
    assert len(Issue((Section((story,)),)).to_dict()["blocks"]) == 50
    assert asked == [story]
