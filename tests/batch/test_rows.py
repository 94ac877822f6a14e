"""The tables of a month: every block of its books, and every story, in both forms."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

import converter
from converter.batch.rows import BLOCK, STORY, merge, stories
from converter.batch.storage import Place
from converter.errors import MissingExtra
from tests.batch.made import page


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Two books with their own tables."""
    place = Place(str(tmp_path / "books"))
    place.prepare()
    for day in (6, 7):
        path = tmp_path / f"2021-01-0{day}-01.txt"
        path.write_text(page(day=day, number=day), "utf-8")
        converter.convert(path, tmp_path / "books" / f"2021-01-0{day}.jsonl")
    return place


BOOKS = ("2021-01-06", "2021-01-07")


def lines(place: Place, name: str) -> list[dict[str, Any]]:
    """The rows of a table in JSON Lines."""
    return [json.loads(line) for line in place.read(f"rows/{name}.jsonl").decode().splitlines()]


def test_every_block_is_a_row(place: Place) -> None:
    """As its book's own table has it, with the book before it."""
    assert merge([("2021-01", BOOKS)], ("jsonl",), place) == [
        "rows/blocks-2021-01.jsonl",
        "rows/articles-2021-01.jsonl",
    ]
    own = [
        {"book": book} | json.loads(line)
        for book in BOOKS
        for line in place.read(f"{book}.jsonl").decode().splitlines()
    ]
    assert lines(place, "blocks-2021-01") == own
    assert all(list(row) == list(BLOCK) for row in own)


def test_every_story_is_a_row(place: Place) -> None:
    """With what stands above its text apart."""
    merge([("2021-01", BOOKS)], ("jsonl",), place)
    first, second = lines(place, "articles-2021-01")
    assert list(first) == list(STORY)
    text = "渔港昨日开通第6条航线。清晨六点，第一班渡船离岸，船上坐着去对岸赶集的人。"
    expected = {
        "book": "2021-01-06",
        "paper": "汉江晚报",
        "date": "2021-01-06",
        "page": "01",
        "section": "要闻",
        "title": "第6条航线开通",
        "byline": "本报记者 江帆",
        "text": text,
        "kicker": None,
        "blocks": 3,
    }
    assert {key: first[key] for key in expected} == expected
    assert (second["book"], second["title"]) == ("2021-01-07", "第7条航线开通")


def test_parquet_holds_the_same(place: Place) -> None:
    """Column by column, of the types that are promised."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed: pip install '.[test]'")
    merge([("2021-01", BOOKS)], ("jsonl", "parquet"), place)
    for name in ("blocks-2021-01", "articles-2021-01"):
        table = parquet.read_table(io.BytesIO(place.read(f"rows/{name}.parquet")))
        assert table.to_pylist() == lines(place, name)
    assert str(table.schema.field("characters").type) == "int64"


def test_what_belongs_to_no_story_is_in_none() -> None:
    """And a block in doubt is counted."""
    shared = {"book": "b", "title": "题", "kind": "article"}
    blocks = [
        {**shared, "article": None, "role": "folio", "text": "报", "confidence": 0.1},
        {**shared, "article": 0, "role": "headline", "text": "题", "confidence": 1.0},
        {**shared, "article": 0, "role": "paragraph", "text": "一", "confidence": 0.5},
        {**shared, "article": 0, "role": "paragraph", "text": "二", "confidence": 0.9},
    ]
    (story,) = stories(blocks, 0.8)
    assert (story["text"], story["doubts"], story["blocks"]) == ("一\n二", 1, 3)


def test_parquet_needs_its_library(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which is named."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match="pyarrow"):
        merge([("2021-01", BOOKS)], ("parquet",), place)
