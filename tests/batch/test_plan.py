"""Which inputs make which book: names, folio lines, tables, and names that clash."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from converter.batch.plan import Plan, told_by_names
from converter.batch.run import planned
from converter.batch.sources import Found
from converter.errors import UnreadableInput, UnwritableOutput
from tests.batch.made import archive, batch_of, page


def told(path: str, *around: str) -> tuple[str | None, str | None, str]:
    """Day, page and folder that a path tells."""
    one = told_by_names(Found(path, tuple(path.split("/")), around or ("archive",), ""))
    return one.date, one.page, one.prefix


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("2021-01/06/03.txt", ("2021-01-06", "03", "")),
        ("2021/01/06/03.txt", ("2021-01-06", "03", "")),
        ("2021/1/6/3.txt", ("2021-01-06", "3", "")),
        ("202101/06/03.txt", ("2021-01-06", "03", "")),
        ("20210106/03.txt", ("2021-01-06", "03", "")),
        ("2021年1月/6日/第03版.txt", ("2021-01-06", "03", "")),
        ("2021-01-06/A/03.txt", ("2021-01-06", "03", "")),
        ("2021-01/2021-01-06-03.txt", ("2021-01-06", "03", "")),
        ("hanjiang/2021-01/06/03.txt", ("2021-01-06", "03", "hanjiang")),
        ("hjwb-20210106-03.txt", ("2021-01-06", "03", "hjwb")),
        ("汉江晚报2021年1月6日第03版.txt", ("2021-01-06", "03", "汉江晚报")),
        ("汉江晚报/2021-01-06/03.txt", ("2021-01-06", "03", "汉江晚报")),
        ("汉江晚报/汉江晚报20210106第03版.txt", ("2021-01-06", "03", "汉江晚报")),
        ("HJWB/2021/01/06/hjwb-20210106-03.txt", ("2021-01-06", "03", "HJWB")),
        ("汉江晚报/2021/0106/03.txt", ("2021-01-06", "03", "汉江晚报")),
        ("2021/0147/03.txt", (None, "03", "2021/0147")),
        ("novels/渔港.txt", (None, None, "novels")),
        ("2021/notes.txt", (None, None, "2021")),
    ],
)
def test_what_names_tell(path: str, expected: tuple[str | None, str | None, str]) -> None:
    """The day, the page and the folder of the book, in the ways that archives are laid out."""
    assert told(path) == expected


def test_the_source_s_own_name_tells_too() -> None:
    """Where the folder that is named is a month or a day, what is in it needs not say so again."""
    assert told("06/03.txt", "2021-01") == ("2021-01-06", "03", "")
    assert told("06/03.txt", "2021", "01") == ("2021-01-06", "03", "")


def rows(plan: Plan) -> dict[str, list[str]]:
    """The names of the inputs of every book."""
    return {job.name: [Path(part.path).name for part in job.parts] for job in plan.jobs()}


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("day", {f"2021-{m}/2021-{m}-{d}": ["01.txt", "02.txt"] for m in ("01", "02") for d in ("01", "02")}),
        ("month", {f"2021-{m}": ["01.txt", "02.txt"] * 2 for m in ("01", "02")}),
        (
            "page",
            {
                f"2021-{m}/2021-{m}-{d}-{p}": [f"{p}.txt"]
                for m in ("01", "02")
                for d in ("01", "02")
                for p in ("01", "02")
            },
        ),
    ],
)
def test_books_of_a_day_a_month_a_page(by: str, expected: dict[str, list[str]], tmp_path: Path) -> None:
    """By the names of files and folders."""
    plan = planned(batch_of(archive(tmp_path / "a", 2, 2, 2), tmp_path / "b", by=by))
    assert rows(plan) == expected
    assert (plan.books, plan.inputs, plan.undated()) == (len(expected), 8, 0)


def test_folio_lines_tell_where_names_do_not(tmp_path: Path) -> None:
    """Two papers in one folder are two books; a page that has no folio line is of its folder's one day."""
    both, alone = tmp_path / "a" / "both", tmp_path / "a" / "alone"
    both.mkdir(parents=True)
    alone.mkdir()
    for name, text in (
        ("x", page(page=1)),
        ("y", page(page=2)),
        ("z", page(page=1).replace("汉江晚报", "临江日报")),
        ("novel", "渔港的早晨\n\n船还没有靠岸。\n"),
    ):
        (both / f"{name}.txt").write_text(text, "utf-8")
    (alone / "01.txt").write_text(page(page=1), "utf-8")
    (alone / "02.txt").write_text("渔港的早晨\n\n船还没有靠岸。\n", "utf-8")
    plan = planned(batch_of(tmp_path / "a", tmp_path / "b"))
    assert rows(plan) == {
        "alone/汉江晚报/2021-01/2021-01-06": ["01.txt", "02.txt"],
        "both/novel": ["novel.txt"],
        "both/临江日报/2021-01/2021-01-06": ["z.txt"],
        "both/汉江晚报/2021-01/2021-01-06": ["x.txt", "y.txt"],
    }
    assert plan.undated() == 1


def test_a_date_in_running_text_is_no_folio_line(tmp_path: Path) -> None:
    """A long paragraph that names a day does not make a newspaper of a novel."""
    long = "船还没有靠岸，雾很大，岸上的人一个也看不见，" * 4
    text = f"渔港的早晨\n\n他记得那是2021年1月6日的清晨，{long}他想那大概是风。\n"
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "novel.txt").write_text(text, "utf-8")
    assert list(rows(planned(batch_of(tmp_path / "a", tmp_path / "b")))) == ["novel"]


def test_a_table_says_which_input_is_of_which_book(tmp_path: Path) -> None:
    """Its paths count from its own folder; a folder is all that is in it; what it says of a book goes with it."""
    archive(tmp_path / "a", 1, 2, 2)
    table = tmp_path / "plan.csv"
    table.write_text("book,input,title\n第一本,a/2021-01/01,春游\n2/第二本,a/2021-01/02/01.txt,\n", "utf-8")
    jobs = list(planned(batch_of(tmp_path, tmp_path / "b", table=table)).jobs())
    assert [(job.name, len(job.parts), job.said.title) for job in jobs] == [
        ("2/第二本", 1, None),
        ("第一本", 2, "春游"),
    ]


def test_the_plan_that_is_printed_can_be_given_back(tmp_path: Path) -> None:
    """Its table makes the same books."""
    plan = planned(batch_of(archive(tmp_path / "a"), tmp_path / "b"))
    (tmp_path / "plan.csv").write_text("\n".join(map(",".join, plan.table())), "utf-8")
    again = planned(batch_of(tmp_path, tmp_path / "b", table=tmp_path / "plan.csv"))
    assert rows(again) == rows(plan)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("input\na\n", "no column 'book'"),
        ("book,input\n", "names no input"),
        ("book,input\n,a\n", "line 2: a row needs the name of a book"),
        ("book,input\n../x,a\n", "line 2: a row needs the name of a book"),
        ("book,input\nx/,a\n", "name of a book"),
        ("book,input\nx//y,a\n", "name of a book"),
        ("book,input\n.x,a\n", "name of a book"),
        ("book,input\nx\0,a\n", "name of a book"),
        ("book,input,date\nx,a,someday\n", "'someday' is no date"),
        ("book,input\nx,gone.txt\n", "there is no such file"),
    ],
)
def test_a_table_that_cannot_be(table: str, message: str, tmp_path: Path) -> None:
    """The row is named, and what it should be."""
    archive(tmp_path / "a")
    (tmp_path / "plan.csv").write_text(table, "utf-8")
    with pytest.raises(UnreadableInput, match=message):
        planned(batch_of(tmp_path, tmp_path / "b", table=tmp_path / "plan.csv"))


@pytest.mark.parametrize(
    ("names", "by"),
    [
        (["2021-01/06/03.txt", "2021-01/06/03.html"], "day"),
        (["2021-01/06/03.txt", "2021/01/06/03.txt"], "day"),
        (["2021-01/06/03.txt", "2021/01/06/03.txt"], "page"),
        (["novel.txt", "novel.md"], "day"),
        (["Novel.txt", "novel.txt"], "day"),
        (["index.txt"], "day"),
        (["shelf/a.txt"], "day"),
    ],
    ids=["two formats", "two places", "two places of a page", "two novels", "case", "our own page", "our own folder"],
)
def test_names_that_clash_are_told_before_anything_begins(names: list[str], by: str, tmp_path: Path) -> None:
    """Both inputs are named."""
    for name in names:
        path = tmp_path / "a" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("渔港的早晨\n", "utf-8")
    if len({path.name.lower() for path in (tmp_path / "a").iterdir()}) < len(list((tmp_path / "a").iterdir())) == 1:
        pytest.skip("this disk does not tell case apart")
    with pytest.raises(UnwritableOutput, match="nothing is begun") as told:
        planned(batch_of(tmp_path / "a", tmp_path / "b", by=by)).refuse_clashes()
    assert all(Path(name).name in str(told.value) for name in names)


@pytest.mark.parametrize("by", ["page", "day", "month"])
def test_an_input_that_is_said_twice_is_in_its_book_once(by: str, tmp_path: Path) -> None:
    """A folder and what is in it, or two rows of a table; in two books it is where a table says so."""
    source = archive(tmp_path / "a", days=2)
    once = rows(planned(batch_of(source, tmp_path / "b", by=by)))
    twice = batch_of(source, tmp_path / "b", by=by, sources=(str(source), str(source / "2021-01"), str(source)))
    with closing(planned(twice)) as plan:
        plan.refuse_clashes()
        assert (rows(plan), plan.inputs) == (once, 4)
    (tmp_path / "plan.csv").write_text(
        "book,input\nx,a/2021-01/01\nx,a/2021-01/01/01.txt\ny,a/2021-01/01/01.txt\n", "utf-8"
    )
    with closing(planned(batch_of(tmp_path, tmp_path / "b", table=tmp_path / "plan.csv"))) as plan:
        assert rows(plan) == {"x": ["01.txt", "02.txt"], "y": ["01.txt"]}


def test_names_are_names_of_files(tmp_path: Path) -> None:
    """A book is not called by what makes two lines of a list, or what another system has no file called by."""
    source = tmp_path / "a" / "2021-01-06"
    source.mkdir(parents=True)
    (source / 'a\n"b".txt').write_text("渔港的早晨\n", "utf-8")
    assert [*rows(planned(batch_of(tmp_path / "a", tmp_path / "b", by="page")))] == ["2021-01-06/a__b_"]


def test_pages_of_one_day_in_several_folders_are_one_book(tmp_path: Path) -> None:
    """As a paper's parts A and B are, where no page is there twice."""
    for name in ("2021-01-06/A/01.txt", "2021-01-06/B/02.txt"):
        path = tmp_path / "a" / name
        path.parent.mkdir(parents=True)
        path.write_text(page(), "utf-8")
    assert rows(planned(batch_of(tmp_path / "a", tmp_path / "b"))) == {"2021-01/2021-01-06": ["01.txt", "02.txt"]}


def test_the_books_place_is_no_source(tmp_path: Path) -> None:
    """Where it lies in the archive, what was made is not read."""
    archive(tmp_path)
    (tmp_path / "books").mkdir()
    (tmp_path / "books" / "made.html").write_text("<p>x</p>", "utf-8")
    assert planned(batch_of(tmp_path, tmp_path / "books")).inputs == 6


def test_a_stamp_changes_with_an_input_or_a_picture(tmp_path: Path) -> None:
    """And with nothing else."""
    source = archive(tmp_path / "a", 1, 1, 1)
    batch = batch_of(source, tmp_path / "b")
    stamps = [next(planned(batch).jobs()).stamp for _ in range(2)]
    (source / "2021-01" / "01" / "01").mkdir()
    (source / "2021-01" / "01" / "01" / "ship.png").write_bytes(b"\x89PNG")
    job = next(planned(batch).jobs())
    stamps.append(job.stamp)
    (source / "2021-01" / "01" / "01.txt").write_text("另一页\n", "utf-8")
    stamps.append(next(planned(batch).jobs()).stamp)
    assert stamps[0] == stamps[1] and len({*stamps}) == 3
    assert [name for name, _ in job.parts[0].pictures] == ["01/ship.png"]


def test_an_archive_that_holds_nothing(tmp_path: Path) -> None:
    """Is an error that names it."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.bin").write_bytes(b"x")
    with pytest.raises(UnreadableInput, match="holds no document"):
        planned(batch_of(tmp_path / "a", tmp_path / "b"))
