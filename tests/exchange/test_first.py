"""Schema 1, which told of each block alone its story, is read as far as it goes."""

from typing import Any

from converter.model import Article, Document, Issue, Metadata


def tree(*blocks: tuple[str, int | None, bool]) -> list[Any]:
    """The articles of blocks of this role, story and brief mark, as nested lists of roles."""
    told = [
        {"role": role, "text": "文", "spans": [[0, 1]], "article": number, "brief": brief, "doubt": 0.2, "second": None,
         "form": None, "depth": 0}
        for role, number, brief in blocks
    ]  # fmt: skip
    issue = Issue.from_dict({"schema": 1, "source": "页.txt", "doubts": 0, "blocks": told})
    assert issue.metadata == Metadata(source="页.txt")
    assert (issue.language, issue.documents) == ("", (Document(name="页.txt"),))
    assert {block.confidence for block in issue.blocks()} <= {0.8}
    return [shape(article) for article in issue.articles()]


def shape(article: Article) -> list[Any]:
    """The kind and the roles of an article, items as lists."""
    return [
        article.kind.value,
        *(shape(part) if isinstance(part, Article) else part.role.value for part in article.parts),
    ]


def test_stories_and_what_is_of_none() -> None:
    """Blocks of one number are a story, furniture inside it too; pictures and margins stand apart."""
    found = tree(
        ("folio", None, False),
        ("headline", 0, False),
        ("furniture", None, False),
        ("paragraph", 0, False),
        ("caption", None, False),
        ("headline", 1, False),
        ("column_note", None, False),
    )
    assert found == [
        ["margin", "folio"],
        ["article", "headline", "furniture", "paragraph"],
        ["picture", "caption"],
        ["article", "headline"],
        ["margin", "column_note"],
    ]


def test_columns() -> None:
    """A column with a title has one number, one without a number an item; both are columns again."""
    titled = tree(
        ("column_title", 0, False),
        ("headline", 0, True),
        ("paragraph", 0, True),
        ("signature", 0, False),
        ("headline", 0, True),
        ("column_note", 0, False),
    )
    item = ["item", "headline", "paragraph", "signature"]
    assert titled == [["briefs", "column_title", item, ["item", "headline"], "column_note"]]
    untitled = tree(("headline", 0, True), ("paragraph", 0, True), ("headline", 1, True), ("paragraph", 1, True))
    assert untitled == [["briefs", ["item", "headline", "paragraph"], ["item", "headline", "paragraph"]]]


def test_nothing() -> None:
    """No blocks are no sections."""
    assert tree() == []
