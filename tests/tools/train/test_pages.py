"""Labelled pages and the states that their labels allow."""

import json
from pathlib import Path

import pytest

from converter.structure.search.grammar import STATES
from tools.train.pages import OURS, Page, load

PAGE = "渡口新开一条船\n陆闻笛\n清晨五点，第一班渡船离岸，船上坐着去对岸赶集的\n人。"
SPANS = {text: [PAGE.index(text), PAGE.index(text) + len(text)] for text in PAGE.split("\n")}
FIRST, LAST = list(SPANS.values())[-2:]


def states(page: Page) -> list[str]:
    """What each line may be: a role and an opening, or how many of them."""
    found = []
    for row in page.allowed:
        (several,) = row.nonzero()
        found.append(" ".join(STATES[several[0]]) if len(several) == 1 else f"{len(several)} states")
    return found


def gold(*blocks: dict[str, object]) -> dict[str, object]:
    """A labelled page as a row of a ``.jsonl`` file."""
    return {"id": "ferry-1", "source": "ferry", "text": PAGE, "blocks": blocks}


def test_labelled_json(tmp_path: Path) -> None:
    """A block's first line opens it, an article's first block opens the article, other lines go on."""
    row = gold(
        {"role": "headline", "spans": [SPANS["渡口新开一条船"]], "article": 0},
        {"role": "byline", "spans": [SPANS["陆闻笛"]], "article": 0},
        {"role": "paragraph", "spans": [FIRST, LAST], "article": 0},
    )
    (tmp_path / "ferry.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    (page,) = load([tmp_path])
    assert (page.id, page.source, [line.text for line in page.lines]) == ("ferry-1", "ferry", PAGE.split("\n"))
    assert states(page) == ["headline article", "byline block", "paragraph block", "paragraph line"]


def test_an_unknown_role_allows_every_role(tmp_path: Path) -> None:
    """Where a label says only that a block begins or goes on, every state that does so is allowed."""
    row = gold(
        {"role": "headline", "spans": [SPANS["渡口新开一条船"]], "article": 0},
        {"role": "unknown", "spans": [SPANS["陆闻笛"], FIRST], "article": None},
        {"role": "paragraph", "spans": [LAST], "article": 0, "brief": True},
    )
    (tmp_path / "ferry.jsonl").write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    (page,) = load([tmp_path])
    going_on = sum(opening == "line" for _, opening in STATES)
    opening = len(STATES) - going_on
    assert states(page) == [
        "headline article",
        f"{opening} states",
        f"{going_on} states",
        "brief_paragraph block",
    ]


CASE = """A brief column, and a word that a hyphen parts.
=== page
码头短波
灯塔换了新灯
新灯比旧灯亮一倍，
油漆也换了。
渡船改了名
新名叫 Harbour-
light。
=== outline
briefs
item
headline	灯塔换了新灯
paragraph	新灯比旧灯亮一倍，油漆也换了。
item
headline	渡船改了名
paragraph	新名叫 Harbourlight。
"""


def test_case(tmp_path: Path) -> None:
    """A case's lines find their blocks by their text; items of a column without a title are articles of their own."""
    case = CASE.replace("briefs\nitem", "article\nheadline\t码头短波\nbriefs\nitem", 1)
    (tmp_path / "hyphen.case").write_text(case, "utf-8")
    (page,) = load([tmp_path])
    assert (page.id, page.source) == ("hyphen", OURS)
    assert states(page) == [
        "headline article",
        "brief_headline article",
        "brief_paragraph block",
        "brief_paragraph line",
        "brief_headline article",
        "brief_paragraph block",
        "brief_paragraph line",
    ]
    told = [(block["role"], [page.gold["text"][a:b] for a, b in block["spans"]]) for block in page.gold["blocks"]]
    assert told[2] == ("paragraph", ["新灯比旧灯亮一倍，", "油漆也换了。"])
    assert told[4] == ("paragraph", ["新名叫 Harbour-", "light。"])


def test_a_line_that_the_outline_lacks(tmp_path: Path) -> None:
    """A page that its outline doesn't hold is no case: the line is named."""
    (tmp_path / "wrong.case").write_text(CASE, "utf-8")
    with pytest.raises(ValueError, match="wrong: line 1 is not in the outline where it should be: 码头短波"):
        load([tmp_path])


def test_the_projects_own_pages_are_all_read(root: Path) -> None:
    """Every case gives a page, each of its lines one state."""
    cases = root / "tests" / "cases"
    pages = load([cases / "structure", cases / "pages"])
    assert {path.stem for path in cases.glob("*/*.case")} <= {page.id for page in pages}
    assert [page.id for page in pages if not (page.allowed.sum(axis=1) >= 1).all()] == []
