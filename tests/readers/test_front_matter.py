"""Front matter tells of a document, and what it says to other programs is counted."""

from __future__ import annotations

import pytest

from converter.model import Metadata
from converter.readers.front_matter import front_matter


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("---\n\n---\n", Metadata()),
        (
            "---\ntitle: 渔港\nauthor: [江帆, 水清]\ntags:\n  - 船\n---\n",
            Metadata(title="渔港", author="江帆、水清", subject="船"),
        ),
        (
            "---\n标题：渔港\n作者:\n  - 江帆\n  - 水清\n日期: 2024年5月16日\n---\n",
            Metadata(title="渔港", author="江帆、水清", date="2024-05-16"),
        ),
        (
            "---\ntitle: 渔港\ndate: 民國113年5月16日\n版: 第三版\n---\n",
            Metadata(title="渔港", date="2024-05-16", page="3"),
        ),
        ("---\ntitle: 渔港\n链接: https://海湾.example/1\n---\n", Metadata(title="渔港", url="https://海湾.example/1")),
        ("---\nauthor: 江\x00\x01帆\n---\n", Metadata(author="江帆")),
        ('+++\ntitle = "渔港"\nsummary = "一天"\n+++\n', Metadata(title="渔港", description="一天")),
    ],
    ids=["empty", "list", "Chinese", "Republic", "address", "controls", "TOML"],
)
def test_forms_of_front_matter(front: str, expected: Metadata) -> None:
    """Keys in either language, lists in either form; the text begins after it."""
    assert front_matter(f"{front}船队。") == (expected, "船队。", 0)


@pytest.mark.parametrize(
    ("inside", "expected", "unread"),
    [
        ("title: 渔港\nlayout: post\n# 记", Metadata(title="渔港"), 13),
        ("abstract: |\n  一天\n  一夜", Metadata(description="一天 一夜"), 0),
        ("description: 一天\n  一夜", Metadata(description="一天 一夜"), 0),
        ("tags: [船, 桨]\ncategories: 港", Metadata(subject="船、桨、港"), 0),
        ("summary: 一天\nabstract: 一夜", Metadata(description="一天"), 11),
        ("author:\n  - 江帆\n    电话\n  - 水清", Metadata(author="江帆、水清"), 2),
        ("author:\n  name: 江帆", Metadata(), 14),
        ("title:", Metadata(), 6),
    ],
)
def test_what_is_for_other_programs(inside: str, expected: Metadata, unread: int) -> None:
    """Keys that tell nothing of the document are counted with their values, and so are lines that are no value."""
    assert front_matter(f"---\n{inside}\n---\n船") == (expected, "船", unread)


@pytest.mark.parametrize("text", ["---\n\n甲：乙\n\n---\n丙", "---\n他说：走。\n---\n丙", "丙\n---\ntitle: 港\n---\n"])
def test_text_between_rules(text: str) -> None:
    """It is no front matter where it is no keys and values, nor further down."""
    assert front_matter(text) == (Metadata(), text, 0)
