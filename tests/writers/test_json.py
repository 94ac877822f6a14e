"""Structure JSON and JSON Lines are UTF-8, a block a line."""

import json
import re
import tracemalloc
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings

from converter.model import Article, Block, Document, Issue, Kind, Line, Metadata, Role, Run, Section
from converter.writers.json import write_json, write_jsonl
from tests.strategies import whole_issues

BLOCKS = (Block(Role.HEADLINE, (Run("晴"),)), Block(Role.PARAGRAPH, (Run("雨"),)))
ISSUE = Issue((Section((Article(Kind.ARTICLE, BLOCKS),)),))


def test_a_block_a_line() -> None:
    """Each block is a line of its own, and Chinese is written as it is; what is empty takes no line."""
    first, *lines, last = b"".join(write_json(ISSUE)).decode().splitlines()
    assert first == (
        '{"schema": 2, "source": null, "doubts": 0, "language": "zh-Hans", "metadata": {}, "warnings": [], '
        '"cover": null, "documents": [], "sections": ['
    )
    assert lines[1] == '], "blocks": ['
    assert [json.loads(line.rstrip(","))["text"] for line in lines[2:4]] == ["晴", "雨"]
    assert last == '], "images": [], "twin": null}'


@settings(max_examples=15)
@given(whole_issues())
def test_the_bytes_hold_the_structure(issue: Issue) -> None:
    """What is written is the structure, and the lines are its records."""
    assert json.loads(b"".join(write_json(issue))) == issue.to_dict()
    assert [json.loads(row) for row in b"".join(write_jsonl(issue)).decode().split("\n") if row] == list(
        issue.records()
    )


def test_the_work_takes_little_room() -> None:
    """A third of the JSON at most: each of its objects is there by itself, and none when it is written."""
    text = "渡船靠了岸，潮水退去。\n" * 3000
    lines = tuple(Line(text[start : start + 11], start, start + 11, start // 12) for start in range(0, len(text), 12))
    blocks = tuple(Block(Role.PARAGRAPH, (Run(line.text),), ((line.start, line.end),)) for line in lines)
    issue = Issue((Section((Article(Kind.ARTICLE, blocks),)),), documents=(Document(text, "a.txt", lines=lines),))
    for writer in (write_json, write_jsonl):
        tracemalloc.start()
        size = sum(map(len, writer(issue)))
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert most < size / 3


def test_a_name_that_is_no_text() -> None:
    """The name of a file in an encoding that its system does not expect is kept, as an escape."""
    named = replace(ISSUE, metadata=Metadata(source="\udcb0.txt"))
    assert json.loads(b"".join(write_json(named))) == named.to_dict()


def test_the_manual_defines_every_role(root: Path) -> None:
    """Each role has its line in the manual's table, and the table has no other."""
    manual = (root / "docs" / "structure-json.md").read_text("utf-8").partition("## The roles")[2]
    assert re.findall(r"^\| `(\w+)` \|", manual, re.MULTILINE) == [role.value for role in Role]
