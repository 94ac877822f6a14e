"""What a worker makes of inputs, and what it tells of that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import converter
from converter.batch.manifest import FAILED, MADE, SAME
from converter.batch.plan import Job, Part
from converter.batch.storage import Place
from converter.batch.work import How, annotate, make_books, suffix_of, told_by_texts
from converter.options import Options
from tests.batch.made import held, page
from tests.strategies import PIXEL


def how(folder: Path, *formats: str, **said: object) -> How:
    """Made into a folder."""
    place = Place(str(folder))
    place.prepare()
    return How(Options(), formats or ("outline",), place, **said)  # type: ignore[arg-type]


def job_of(folder: Path, **texts: str) -> Job:
    """A book of the day 2021-01-06, of these texts."""
    parts = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, "utf-8")
        parts.append(Part(str(path), "2021-01-06", "2021-01-06"))
    return Job("2021-01/day", tuple(parts), "stamp")


def test_a_book_is_what_convert_makes(tmp_path: Path) -> None:
    """The same bytes, in every format that is wished for, and what is known of it."""
    job = job_of(tmp_path, p1=page(page=1), p2=page(page=2, number=2))
    (made,) = make_books([job], how(tmp_path / "books", "epub", "outline"))
    for suffix in ("epub", "outline"):
        converter.convert([part.path for part in job.parts], tmp_path / f"day.{suffix}")
        assert (tmp_path / "books" / "2021-01" / f"day.{suffix}").read_bytes() == (
            tmp_path / f"day.{suffix}"
        ).read_bytes()
    expected = {"name": "2021-01/day", "state": MADE, "paper": "汉江晚报", "date": "2021-01-06", "documents": 2}
    assert {key: getattr(made, key) for key in expected} == expected
    assert (made.articles, len(made.contents), sorted(made.outputs)) == (
        2,
        64,
        ["2021-01/day.epub", "2021-01/day.outline"],
    )


def test_what_is_as_it_was_is_left(tmp_path: Path) -> None:
    """Where the inputs hold what they did, nothing is written."""
    job = job_of(tmp_path, p1=page())
    (made,) = make_books([job], how(tmp_path / "books"))
    file = tmp_path / "books" / "2021-01" / "day.outline"
    file.write_text("mine", "utf-8")
    (same,) = make_books([replace(job, contents=made.contents)], how(tmp_path / "books"))
    assert (same.state, same.contents, file.read_text("utf-8")) == (SAME, made.contents, "mine")


def test_what_fails_hinders_no_other(tmp_path: Path) -> None:
    """Its cause and what to do are told; no file of it is there."""
    bad = replace(job_of(tmp_path, bad="\0\1\2"), name="bad")
    gone = Job("gone", (Part(str(tmp_path / "gone.txt"), "", None),), "stamp")
    made = make_books([bad, gone, job_of(tmp_path, good=page())], how(tmp_path / "books"))
    assert [(one.name, one.state, one.cause) for one in made] == [
        ("bad", FAILED, "UnreadableInput"),
        ("gone", FAILED, "UnreadableInput"),
        ("2021-01/day", MADE, ""),
    ]
    assert "gone.txt" in made[1].message
    assert list(held(tmp_path / "books")) == ["2021-01/day.outline"]


def test_an_error_of_ours_is_told_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its kind, and the wish to have it reported."""
    monkeypatch.setattr("converter.batch.work.load_entries", lambda *_, **__: 1 / 0)
    (made,) = make_books([job_of(tmp_path, a=page())], how(tmp_path / "books"))
    assert (made.state, made.cause) == (FAILED, "ZeroDivisionError")
    assert "please report it" in made.message


def test_without_what_cannot_be_read(tmp_path: Path) -> None:
    """With ``keep_going`` the book is made of the others, and says so; of nothing there is no book."""
    job = job_of(tmp_path, p1=page(), p2="\0\1\2")
    job = replace(job, parts=(*job.parts, Part(str(tmp_path / "gone.txt"), "", "2021-01-07")))
    going = how(tmp_path / "books", keep_going=True)
    (made,) = make_books([job], going)
    assert (made.state, made.cause, made.articles) == (MADE, "UnreadableInput", 1)
    assert made.message.count("left out") == 2
    (none,) = make_books([replace(job, parts=job.parts[1:])], going)
    assert none.state == FAILED


def test_a_month_says_which_day_a_page_is_of(tmp_path: Path) -> None:
    """It is called after the month, each page after its day, and nothing of any day is lost."""
    parts = []
    for day in (6, 7):
        for number in (1, 2):
            path = tmp_path / f"{day}-{number}.txt"
            path.write_text(page(day=day, page=number, number=10 * day + number), "utf-8")
            parts.append(Part(str(path), f"2021-01-0{day}", f"2021-01-0{day}"))
    (made,) = make_books([Job("2021-01", tuple(parts), "")], how(tmp_path / "books"))
    outline = (tmp_path / "books" / "2021-01.outline").read_text("utf-8")
    assert made.title == "汉江晚报 2021年1月"
    sections = [line for line in outline.splitlines() if line.startswith("section")]
    assert sections == [
        f"section\t{page}\t1月{day}日 要闻" for day, page in ((6, "01"), (6, "02"), (7, "01"), (7, "02"))
    ]
    for part in parts:
        assert {*"".join(Path(part.path).read_text("utf-8").split())} <= {*outline}
    assert all(f"第{10 * day + number}条航线开通" in outline for day in (6, 7) for number in (1, 2))


def test_doubts_are_counted_of_each_input(tmp_path: Path) -> None:
    """Their sum is the book's."""
    texts = {"p1": page(page=1), "p2": page(page=2) + "\n渔港 码头\n\n风 3\n\n——又一行\n\n谁 在 说\n"}
    (made,) = make_books([job_of(tmp_path, **texts)], how(tmp_path / "books"))
    assert made.doubts > 0 and sum(made.doubtful.values()) == made.doubts
    assert max(made.doubtful, key=lambda path: made.doubtful[path]).endswith("p2.txt")


def test_pictures_go_with_a_page(tmp_path: Path) -> None:
    """Those that the plan has seen; and then it is not known that nothing has changed."""
    (tmp_path / "ship.png").write_bytes(PIXEL)
    job = job_of(tmp_path, p1=page() + "\n[图片: ship.png|港口]\n")
    part = replace(job.parts[0], pictures=(("ship.png", str(tmp_path / "ship.png")),))
    (made,) = make_books([replace(job, parts=(part,))], how(tmp_path / "books", "html"))
    assert made.contents == ""
    assert "data:image/png" in (tmp_path / "books" / "2021-01" / "day.html").read_text("utf-8")


def test_what_texts_tell(tmp_path: Path) -> None:
    """Day, page and paper of folio lines; of what cannot be read, nothing."""
    (tmp_path / "a.txt").write_text(page(page=4), "utf-8")
    (tmp_path / "b.txt").write_bytes(b"\0\1\2")
    paths = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    assert told_by_texts(paths, Options()) == [
        (paths[0], ("2021-01-06", "04", "汉江晚报")),
        (paths[1], (None, None, None)),
    ]


def test_views_are_put_beside(tmp_path: Path) -> None:
    """Of what can be read; each is the page that ``inspect`` shows."""
    job = job_of(tmp_path, a=page())
    place = how(tmp_path / "books").place
    gone = Part(str(tmp_path / "gone.txt"), "", None)
    made = annotate([(job.parts[0], "annotated/a.html"), (gone, "annotated/b.html")], Options(), place)
    assert made == [(job.parts[0].path, "annotated/a.html")]
    assert "稿件" in (tmp_path / "books" / "annotated" / "a.html").read_text("utf-8")


def test_suffixes() -> None:
    """A format's first one."""
    assert [suffix_of(to) for to in ("epub", "kepub", "jsonl")] == [".epub", ".kepub.epub", ".jsonl"]
