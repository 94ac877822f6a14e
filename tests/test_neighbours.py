"""Sites of one paper in one folder lead to one another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.neighbours import join
from converter.options import Options
from converter.pipeline import write


@pytest.fixture
def issue() -> Issue:
    """An issue of two stories."""
    told = Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run("新桥通车"),)), Block(Role.PARAGRAPH, (Run("昨天。"),))))
    return Issue((Section((told, told)),))


def put(issue: Issue, path: Path, date: str, paper: str = "南湾日报") -> tuple[str, ...]:
    """Write the issue of a day as a site."""
    return write(replace(issue, metadata=Metadata(paper=paper, date=date)), path, Options(to="site"))


def ways(page: Path) -> list[tuple[str, str]]:
    """The links to other days on a front page."""
    found = html.document_fromstring(page.read_text("utf-8")).xpath("//nav[@class='days']//a")
    return [(link.get("rel"), link.get("href")) for link in found]


def test_days_are_joined_in_whichever_order_they_are_written(issue: Issue, tmp_path: Path) -> None:
    """Each leads to the day before and after that is there; other papers and folders of others are left alone."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "index.html").write_text("mine")
    for name, date in (("c", "2024-03-10"), ("a b", "2024-03-08"), ("b", "2024-03-09")):
        assert put(issue, tmp_path / name, date) == ()
    put(issue, tmp_path / "other", "2024-03-09", "海州日报")
    assert {name: ways(tmp_path / name / "index.html") for name in ("a b", "b", "c", "other")} == {
        "a b": [("next", "../b/index.html")],
        "b": [("prev", "../a%20b/index.html"), ("next", "../c/index.html")],
        "c": [("prev", "../b/index.html")],
        "other": [],
    }
    assert (tmp_path / "notes" / "index.html").read_text() == "mine"


def test_a_day_that_is_gone_is_led_to_no_more(issue: Issue, tmp_path: Path) -> None:
    """The next writing tells; and a site that is written again keeps its ways."""
    for name, date in (("a", "2024-03-08"), ("b", "2024-03-09"), ("c", "2024-03-10")):
        put(issue, tmp_path / name, date)
    for file in (tmp_path / "b").iterdir():
        file.unlink()
    (tmp_path / "b").rmdir()
    put(issue, tmp_path / "a", "2024-03-08")
    assert ways(tmp_path / "a" / "index.html") == [("next", "../c/index.html")]
    assert ways(tmp_path / "c" / "index.html") == [("prev", "../a/index.html")]


def test_editions_lead_to_editions(issue: Issue, tmp_path: Path) -> None:
    """The other script's front page leads to the same script of the other day, else to its first page."""
    for name, date, both in (("a", "2024-03-08", True), ("b", "2024-03-09", True), ("c", "2024-03-10", False)):
        known = replace(issue, metadata=Metadata(paper="南湾日报", date=date))
        write(
            replace(known, twin=replace(known, language="zh-Hant")) if both else known, tmp_path / name, Options("site")
        )
    assert ways(tmp_path / "b" / "zh-Hant" / "index.html") == [
        ("prev", "../../a/zh-Hant/index.html"),
        ("next", "../../c/index.html"),
    ]


def test_a_page_that_cannot_be_written_is_told(issue: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site itself is written, and a sentence names the one that does not lead to it."""
    from converter import neighbours
    from converter.errors import UnwritableOutput

    put(issue, tmp_path / "a", "2024-03-08")

    def refuse(path: Path, data: bytes) -> None:
        raise UnwritableOutput(f"cannot write {path.name}")

    monkeypatch.setattr(neighbours, "put_file", refuse)
    warnings = put(issue, tmp_path / "b", "2024-03-09")
    assert warnings == tuple(
        f"{name} does not lead to the issues beside it: cannot write index.html" for name in ("a", "b")
    )
    assert join(tmp_path / "nothing") == ()
