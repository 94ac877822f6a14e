"""The report: figures, doubtful pages first with their views, failures by cause."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import time
import tracemalloc
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from converter.batch.crew import Crew
from converter.batch.manifest import FAILED, Outcome
from converter.batch.report import NAMED, finish, standing
from converter.batch.run import Batch, opened, run
from converter.errors import UnwritableOutput
from tests.batch.made import Heard, archive, batch_of, page

DOUBTFUL = "\n渔港 码头\n\n风 3\n\n——又一行\n\n谁 在 说\n"


def reported(batch: Batch) -> tuple[dict[str, object], str]:
    """A run and its report, for programs and for people."""
    batch.place.prepare()
    crew = Crew("inline")
    with closing(opened(batch)) as manifest:
        run(batch, crew, manifest, Heard())
        where = finish(batch, crew, manifest)
    folder = batch.place.folder
    assert folder and where == str(folder / "report.html")
    return json.loads((folder / "report.json").read_text("utf-8")), (folder / "report.html").read_text("utf-8")


@pytest.fixture
def batch(tmp_path: Path) -> Batch:
    """Six days in two months; one page is doubtful, one refused."""
    source = archive(tmp_path / "a", 2, 3, 2)
    (source / "2021-01" / "02" / "02.txt").write_text(page(day=2, page=2) + DOUBTFUL, "utf-8")
    (source / "2021-02" / "03" / "02.txt").write_bytes(b"\0\1")
    return batch_of(source, tmp_path / "b")


def test_figures_by_paper_and_month(batch: Batch) -> None:
    """Their sums are the whole's."""
    told, shown = reported(batch)
    months = told["months"]
    assert isinstance(months, list)
    assert [(one["paper"], one["month"], one["books"], one["documents"]) for one in months] == [
        ("汉江晚报", "2021-01", 3, 6),
        ("汉江晚报", "2021-02", 2, 4),
    ]
    assert sum(one["doubts"] for one in months) == told["doubtful blocks"]
    assert (told["made"], told["failed"]) == (5, 1)
    assert "2021年1月" in shown and "汉江晚报" in shown


def test_the_most_doubtful_page_is_first_with_its_view(batch: Batch) -> None:
    """The link leads to a page that is there, and shows the doubts."""
    told, shown = reported(batch)
    pages = told["doubtful"]
    assert isinstance(pages, list)
    assert pages[0]["input"].endswith("2021-01/02/02.txt")
    assert [one["doubts"] for one in pages] == sorted((one["doubts"] for one in pages), reverse=True)
    links = re.findall(r'<td><a href="(.*?)"', shown)
    assert len(links) == len(pages) and links[0] == pages[0]["view"]
    folder = batch.place.folder
    assert folder
    view = (folder / pages[0]["view"]).read_text("utf-8")
    assert view.count("存疑") > 1
    assert shown.index("存疑最多的页") < shown.index("未成的书") < shown.index("各报各月")


def test_failures_by_cause(batch: Batch, tmp_path: Path) -> None:
    """The page names some of a cause, the JSON all."""
    source = Path(batch.sources[0])
    for number in range(NAMED + 5):
        (source / f"bad{number}.txt").write_bytes(b"\0\1")
    told, shown = reported(batch)
    failures = told["failures"]
    assert isinstance(failures, list)
    assert [(one["cause"], one["books"], len(one["named"])) for one in failures] == [
        ("UnreadableInput", NAMED + 6, NAMED + 6)
    ]
    assert "… 6 more in report.json" in shown
    assert "looks like binary data" in shown


def test_figures_lead_to_what_tells_more_of_them(batch: Batch) -> None:
    """What failed is one step away, however many pages are doubtful; where nothing failed there is nothing to see."""
    _, shown = reported(batch)
    head = shown.partition("</header>")[0]
    assert re.findall('href="#(.*?)"', head.partition("</style>")[2]) == ["main", "months", "failures", "doubtful"]
    assert all(f'id="{part}"' in shown for part in ("months", "failures", "doubtful"))
    (Path(batch.sources[0]) / "2021-02" / "03" / "02.txt").write_text(page(month=2, day=3, page=2), "utf-8")
    assert "#failures" not in reported(batch)[1].partition("</style>")[2]


def test_memory_does_not_grow_with_the_failures(tmp_path: Path) -> None:
    """Twenty thousand are in the report for programs, and a few kilobytes of them in memory at once."""
    count = 20_000
    batch = batch_of(archive(tmp_path / "a", 1, 1, 1), tmp_path / "b")
    batch.place.prepare()
    with closing(opened(batch)) as manifest:
        run(batch, Crew("inline"), manifest, Heard())
        names = [f"2021-01/b{number}" for number in range(count)]
        failed = (Outcome(name, FAILED, cause="UnreadableInput", message=f"the page {name} is torn") for name in names)
        manifest.keep(failed, dict.fromkeys(names, ""), "")
        finish(batch, Crew("inline"), manifest)
        (tmp_path / "b" / "report.html").unlink()
        tracemalloc.start()
        finish(batch, Crew("inline"), manifest)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    told = json.loads((tmp_path / "b" / "report.json").read_text("utf-8"))
    assert [one["name"] for one in told["failures"][0]["named"]] == sorted(names)
    assert (tmp_path / "b" / "report.json").stat().st_size > 1_500_000 > most


def test_a_report_stays_where_nothing_was_done(batch: Batch) -> None:
    """It is not written again."""
    reported(batch)
    folder = batch.place.folder
    assert folder
    (folder / "report.html").write_text("mine", "utf-8")
    crew = Crew("inline")
    with closing(opened(batch)) as manifest:
        finish(batch, crew, manifest)
    assert (folder / "report.html").read_text("utf-8") == "mine"


def test_names_are_text(tmp_path: Path) -> None:
    """Whatever a file is called and a text says, the page holds it as text."""
    source = tmp_path / "a"
    source.mkdir()
    (source / "<u>&.txt").write_text("<script>x</script> 的早晨\n" + DOUBTFUL, "utf-8")
    (source / "<i>.txt").write_bytes(b"\0\1")
    _, shown = reported(batch_of(source, tmp_path / "b"))
    assert "<script>x" not in shown and "<u>&" not in shown and "&lt;i&gt;" in shown


@pytest.mark.skipif(os.name != "posix" or sys.platform == "darwin", reason="names here are text")
def test_names_that_are_no_utf_8(tmp_path: Path) -> None:
    """An archive of another age: books, failures and views are called as a person reads them."""
    source = tmp_path / "a" / "2021-01"
    for day, text in (("06", DOUBTFUL), ("07", "")):
        (source / day).mkdir(parents=True)
        Path(os.fsdecode(os.fsencode(source / day) + b"/" + "第三版.txt".encode("gb18030"))).write_text(text, "utf-8")
    told, shown = reported(batch_of(tmp_path / "a", tmp_path / "b"))
    assert (told["made"], told["failed"]) == (1, 1)
    assert "第三版.txt" in shown and "第三版.txt: the input is empty" in told["failures"][0]["named"][0]["message"]
    assert "第三版" in told["doubtful"][0]["view"] and (tmp_path / "b" / told["doubtful"][0]["view"]).is_file()


def test_a_view_of_a_book_with_a_long_name(tmp_path: Path) -> None:
    """Is called by as much of it as a disk takes."""
    source = tmp_path / "a" / ("长" * 80)
    source.mkdir(parents=True)
    (source / f"{'页' * 70}.txt").write_text(DOUBTFUL, "utf-8")
    told, _ = reported(batch_of(tmp_path / "a", tmp_path / "b"))
    assert (tmp_path / "b" / told["doubtful"][0]["view"]).is_file()


def test_books_whose_inputs_are_gone(batch: Batch, tmp_path: Path) -> None:
    """They are listed, and in no figure and no table; a file that a user took away hinders nothing."""
    batch = replace(batch, formats=("jsonl",), rows=("jsonl",))
    reported(batch)
    shutil.rmtree(tmp_path / "a" / "2021-02" / "02")
    told, shown = reported(batch)
    assert (told["gone"], told["named gone"]) == (1, ["2021-02/2021-02-02"])
    assert (
        "<h2>来源已不在的书 Books whose inputs are gone</h2>" in shown
        and sum(one["books"] for one in told["months"]) == 4
    )
    table = tmp_path / "b" / "rows" / "articles-2021-02.jsonl"
    assert {json.loads(line)["date"] for line in table.read_text("utf-8").splitlines()} == {"2021-02-01"}
    (tmp_path / "b" / "2021-02" / "2021-02-02.jsonl").unlink()
    (tmp_path / "a" / "2021-02" / "01" / "01.txt").write_text(page(2021, 2, 1, number=99), "utf-8")
    assert reported(batch)[0]["made"] == 4


def test_a_book_that_fails_stays_in_the_tables(batch: Batch, tmp_path: Path) -> None:
    """As its older file does."""
    batch = replace(batch, formats=("jsonl",), rows=("jsonl",))
    reported(batch)
    table = tmp_path / "b" / "rows" / "articles-2021-02.jsonl"
    before = {json.loads(line)["date"] for line in table.read_text("utf-8").splitlines()}
    (tmp_path / "a" / "2021-02" / "02" / "01.txt").write_bytes(b"\0\1")
    (tmp_path / "a" / "2021-02" / "01" / "01.txt").write_text(page(2021, 2, 1, number=99), "utf-8")
    reported(batch)
    assert {json.loads(line)["date"] for line in table.read_text("utf-8").splitlines()} == before


def test_what_is_looked_at_is_not_changed(batch: Batch) -> None:
    """A manifest where nothing can be written tells how it stands, while a run is at work too."""
    reported(batch)
    before = batch.manifest.read_bytes()
    batch.manifest.chmod(0o400)
    with closing(opened(batch, to_write=False)) as manifest:
        assert standing(manifest)["made"] == 5
        with pytest.raises(UnwritableOutput, match="readonly"):
            manifest.begin("")
    assert batch.manifest.read_bytes() == before
    batch.manifest.chmod(0o600)
    with closing(opened(batch)) as writer, closing(opened(batch, to_write=False)) as manifest:
        writer.begin("")
        assert standing(manifest)["run"]["ended"] is None


def test_how_it_stands(batch: Batch) -> None:
    """For a manifest alone; before a run too."""
    with closing(opened(batch)) as manifest:
        before = standing(manifest)
    reported(batch)
    with closing(opened(batch)) as manifest:
        after = standing(manifest)
    assert (before["made"], before["run"]) == (0, None)
    assert (after["made"], after["failures"], after["run"]["how"]) == (
        5,
        [{"cause": "UnreadableInput", "books": 1}],
        "done",
    )


def test_tables_of_a_month_are_made_again_where_it_has_changed(batch: Batch, tmp_path: Path) -> None:
    """And where they are not there; those of other months stay."""
    batch = replace(batch, formats=("jsonl",), rows=("jsonl",))
    reported(batch)
    rows = tmp_path / "b" / "rows"
    assert sorted(file.name for file in rows.iterdir()) == [
        f"{name}-2021-0{month}.jsonl" for name in ("articles", "blocks") for month in (1, 2)
    ]
    stories = [json.loads(line) for line in (rows / "articles-2021-01.jsonl").read_text("utf-8").splitlines()]
    assert {row["book"] for row in stories} == {f"2021-01/2021-01-0{day}" for day in (1, 2, 3)}
    (rows / "articles-2021-01.jsonl").write_text("mine", "utf-8")
    (rows / "blocks-2021-02.jsonl").unlink()
    (rows / "articles-2021-02.jsonl").unlink()
    time.sleep(1.1)  # a run's time is told in whole seconds
    reported(replace(batch, retry_failed=True))
    assert (rows / "articles-2021-01.jsonl").read_text("utf-8") == "mine"
    assert (rows / "articles-2021-02.jsonl").exists()
    (Path(batch.sources[0]) / "2021-01" / "01" / "01.txt").write_text(page(day=1, number=77), "utf-8")
    reported(batch)
    assert "第77条航线" in (rows / "articles-2021-01.jsonl").read_text("utf-8")


def test_a_shelf_over_the_books(batch: Batch, tmp_path: Path) -> None:
    """A calendar, catalogues and the search, among the books and the report."""
    reported(replace(batch, formats=("epub",), shelf=True))
    front = (tmp_path / "b" / "index.html").read_text("utf-8")
    assert "2021年1月" in front or "1月" in front
    names = ("opds.xml", "opds.json", "atom.xml", "latest.epub", "shelf/2021-01.html", "shelf/search.html")
    assert [name for name in (*names, "shelf/titles/1.js") if not (tmp_path / "b" / name).exists()] == []
