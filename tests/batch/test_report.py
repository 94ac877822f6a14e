"""The report: figures, doubtful pages first with their views, failures by cause."""

from __future__ import annotations

import json
import re
from contextlib import closing
from pathlib import Path

import pytest

from converter.batch.crew import Crew
from converter.batch.report import NAMED, finish, standing
from converter.batch.run import Batch, Counts, opened, run
from tests.batch.made import Heard, archive, batch_of, page

DOUBTFUL = "\n渔港 码头\n\n风 3\n\n——又一行\n\n谁 在 说\n"


def reported(batch: Batch) -> tuple[dict[str, object], str]:
    """A run and its report, for programs and for people."""
    batch.place.prepare()
    crew = Crew("inline")
    with closing(opened(batch)) as manifest:
        counts = run(batch, crew, manifest, Heard())
        where = finish(batch, crew, manifest, counts)
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


def test_a_report_stays_where_nothing_was_done(batch: Batch) -> None:
    """It is not written again."""
    reported(batch)
    folder = batch.place.folder
    assert folder
    (folder / "report.html").write_text("mine", "utf-8")
    crew = Crew("inline")
    with closing(opened(batch)) as manifest:
        finish(batch, crew, manifest, Counts(planned=6, unchanged=6))
    assert (folder / "report.html").read_text("utf-8") == "mine"


def test_names_are_text(tmp_path: Path) -> None:
    """Whatever a file is called and a text says, the page holds it as text."""
    source = tmp_path / "a"
    source.mkdir()
    (source / "<u>&.txt").write_text("<script>x</script> 的早晨\n" + DOUBTFUL, "utf-8")
    (source / "<i>.txt").write_bytes(b"\0\1")
    _, shown = reported(batch_of(source, tmp_path / "b"))
    assert "<script>x" not in shown and "<u>&" not in shown and "&lt;i&gt;" in shown


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
