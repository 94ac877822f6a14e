"""The sites of a batch lead to the days around."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from lxml import html

from converter.batch.crew import Crew
from converter.batch.report import finish
from converter.batch.run import Batch, opened, run
from tests.batch.made import Heard, archive, batch_of, page


def reported(batch: Batch) -> None:
    """A run with what ends it."""
    batch.place.prepare()
    with closing(opened(batch)) as manifest:
        crew = Crew("inline")
        run(batch, crew, manifest, Heard())
        finish(batch, crew, manifest)


def ways(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """The ways between days on each site's first page; each leads to a page that is there."""
    found = {}
    for front in sorted(folder.glob("**/*.site/index.html")):
        links = html.document_fromstring(front.read_text("utf-8")).xpath("//nav[@class='days']//a")
        found[front.parent.stem] = [(link.get("rel"), link.get("href")) for link in links]
        assert all((front.parent / way).is_file() for _, way in found[front.parent.stem])
    return found


def site(way: str) -> str:
    """A first page in a folder of the month beside."""
    return f"../../{way[:7]}/{way}.site/index.html"


def test_sites_lead_over_the_months(tmp_path: Path) -> None:
    """The last day of one to the first of the next; a day that comes later is led to, and leads."""
    batch = batch_of(archive(tmp_path / "a", 2, 2, 1), tmp_path / "b", formats=("site",))
    reported(batch)
    first, second, third, fourth = "2021-01-01", "2021-01-02", "2021-02-01", "2021-02-02"
    assert ways(tmp_path / "b") == {
        first: [("next", f"../{second}.site/index.html")],
        second: [("prev", f"../{first}.site/index.html"), ("next", site(third))],
        third: [("prev", site(second)), ("next", f"../{fourth}.site/index.html")],
        fourth: [("prev", f"../{third}.site/index.html")],
    }
    later = tmp_path / "a" / "2021-01" / "09"
    later.mkdir()
    (later / "01.txt").write_text(page(day=9), "utf-8")
    untouched = (tmp_path / "b" / "2021-01" / f"{first}.site" / "index.html").stat().st_mtime_ns
    reported(batch)
    told = ways(tmp_path / "b")
    assert told["2021-01-09"] == [("prev", f"../{second}.site/index.html"), ("next", site(third))]
    assert (told[second][1], told[third][0]) == (
        ("next", "../2021-01-09.site/index.html"),
        ("prev", site("2021-01-09")),
    )
    assert (tmp_path / "b" / "2021-01" / f"{first}.site" / "index.html").stat().st_mtime_ns == untouched


@pytest.mark.parametrize("by", ["day", "page"])
def test_each_paper_has_its_own_days(by: str, tmp_path: Path) -> None:
    """Of several papers in one archive, in either script; pages of one day lead to the days around, not to each
    other."""
    for day, paper in ((1, "汉江晚报"), (2, "南湾日报"), (3, "漢江晚報")):
        for number in (1, 2):
            path = tmp_path / "a" / f"2021-01-{day:02}" / f"{number:02}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page(day=day, page=number).replace("汉江晚报", paper), "utf-8")
    reported(batch_of(tmp_path / "a", tmp_path / "b", formats=("site",), by=by))
    names = ("",) if by == "day" else ("-01", "-02")
    expected = {f"2021-01-02{name}": [] for name in names}
    expected |= {f"2021-01-01{name}": [("next", f"../2021-01-03{names[0]}.site/index.html")] for name in names}
    expected |= {f"2021-01-03{name}": [("prev", f"../2021-01-01{names[-1]}.site/index.html")] for name in names}
    assert ways(tmp_path / "b") == expected


def test_a_site_that_was_taken_away_is_led_to_no_more(tmp_path: Path) -> None:
    """Also where its inputs have gone, so that it is not made again."""
    source = archive(tmp_path / "a", 1, 3, 1)
    batch = batch_of(source, tmp_path / "b", formats=("site",))
    reported(batch)
    gone = tmp_path / "b" / "2021-01" / "2021-01-02.site"
    for file in sorted(gone.rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    gone.rmdir()
    (source / "2021-01" / "02" / "01.txt").unlink()
    (source / "2021-01" / "03" / "01.txt").write_text(page(day=3, number=9), "utf-8")
    reported(batch)
    assert ways(tmp_path / "b") == {
        "2021-01-01": [("next", "../2021-01-03.site/index.html")],
        "2021-01-03": [("prev", "../2021-01-01.site/index.html")],
    }
