"""Pictures that lie beside a text take the place of the lines that name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter import load
from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section, Source
from converter.readers import beside
from converter.readers.beside import find, with_named, with_pictures
from converter.readers.files import Held
from converter.readers.lines import Lines
from converter.readers.text import source_of
from tests.folder import TENTH
from tests.strategies import PIXEL

FILES = {
    name: Held(name.encode()) for name in ("船.jpg", "page03/灯.png", "page03/港.png", "older/灯.png", "older/山.gif")
}


@pytest.mark.parametrize(
    ("line", "image", "words"),
    [
        ("[图片: 船.jpg|渔船]", "船.jpg", "渔船"),
        ("［圖片：船.jpg｜漁船］", "船.jpg", "漁船"),
        ("【插图: 船.jpg】", "船.jpg", "图片"),
        ("〔照片：灯.png | 灯塔〕", "page03/灯.png", "灯塔"),
        ("[IMAGE: 船.JPG]", "船.jpg", "图片"),
        ("[picture: 山.gif]", "older/山.gif", "图片"),
        ("![渔船](./船.jpg)", "船.jpg", "渔船"),
    ],
)
def test_a_line_that_names_a_picture(line: str, image: str, words: str) -> None:
    """In both scripts and several brackets; its own words or a usual one stand for the picture."""
    source = with_pictures(source_of(line), FILES, "page03")
    assert [(line.text, line.runs, line.role) for line in source.lines] == [
        (words, (Run(words, image=image),), Role.CAPTION)
    ]


@pytest.mark.parametrize("line", ["[说明: 船.jpg]", "[图片: 船.txt]", "见[图片: 船.jpg]", "[图片: ]"])
def test_a_line_that_names_none(line: str) -> None:
    """What only looks like such a line is text, and no warning."""
    source = with_pictures(source_of(line), FILES, "page03")
    assert ([line.text for line in source.lines], source.warnings) == ([line], ())


def test_pictures_of_the_own_folder_come_along() -> None:
    """Those that no line names are there for the captions; a picture that is not there is told."""
    source = with_pictures(source_of("[图片: 灯.png]\n[图片: 雾.png]"), FILES, "page03")
    assert source.images == (("page03/灯.png", "page03/灯.png".encode()), ("page03/港.png", "page03/港.png".encode()))
    assert source.warnings == ("there is no picture 雾.png beside the text: put it there, or the line stays text",)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("船.jpg", "船.jpg"),
        (".\\older\\山.gif", "older/山.gif"),
        ("灯.png", "page03/灯.png"),
        ("山.GIF", "older/山.gif"),
        ("../船.jpg", None),
        ("/船.jpg", None),
        ("雾.png", None),
    ],
)
def test_which_file_a_name_means(file: str, expected: str | None) -> None:
    """Its path, then the document's own folder, then the only one of the name; none that leads out."""
    assert find(file, FILES, "page03") == expected


def test_of_two_files_of_a_name_none_is_meant() -> None:
    """Where neither lies in the document's own folder, there is no telling."""
    assert find("灯.png", FILES, "page04") is None


def document(*names: str) -> Source:
    """A document of a format that names its pictures itself."""
    lines = Lines()
    lines.add([Run("见"), *(Run(f"图{name}", image=name) for name in names)])
    return lines.source(Metadata(), (), ())


def test_pictures_that_a_document_names(tmp_path: Path) -> None:
    """Bytes come from the files at hand or the folder; what is not there goes, its words stay, and it is told."""
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "b.png").write_bytes(b"b")
    (tmp_path / "c.png").write_bytes(b"c")
    names = ("a.png", "b.png", "../c.png", "d.png")
    made = with_named(document(*names), {"a.png": Held(b"a")}, tmp_path / "pages")
    assert isinstance(made, Source)
    assert made.images == (("a.png", b"a"), ("b.png", b"b"))
    assert [(run.text, run.image) for run in made.lines[0].runs] == [
        ("见", None),
        ("图a.png", "a.png"),
        ("图b.png", "b.png"),
        ("图../c.png", None),
        ("图d.png", None),
    ]
    assert made.warnings == ("left out 2 picture(s) that do not lie beside the input: ../c.png, d.png",)


def test_a_picture_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is as one that is not there, and so is a folder."""
    monkeypatch.setattr(beside, "LARGEST", 3)
    for name, size in (("a.png", 3), ("b.png", 4)):
        (tmp_path / name).write_bytes(bytes(size))
    (tmp_path / "c.png").mkdir()
    made = with_named(document("a.png", "b.png", "c.png"), {}, tmp_path)
    assert made.images == (("a.png", bytes(3)),)


def test_a_line_of_nothing_but_a_lost_picture() -> None:
    """It goes, unless it has words of its own."""
    lines = Lines()
    for words in ("", "海"):
        lines.add([Run(words, image="a.png")])
    made = with_named(lines.source(Metadata(), (), ()), {}, None)
    assert isinstance(made, Source)
    assert [(line.text, line.runs) for line in made.lines] == [("海", ())]


def test_a_finished_tree_keeps_what_it_names() -> None:
    """An outline may be written again, so its runs stay, and the warning is the same."""
    block = Block(Role.CAPTION, (Run("海", image="a.png"),))
    issue = Issue((Section((Article(Kind.PICTURE, (block,)),)),))
    made = with_named(issue, {}, None)
    assert isinstance(made, Issue)
    assert list(made.blocks()) == [block]
    assert made.warnings == ("left out 1 picture(s) that do not lie beside the input: a.png",)


def test_pictures_that_no_line_names(three_pages: Path) -> None:
    """Pictures of the page's own folder stand above its captions in order, the rest at the end of the page."""
    for name in ("b2.png", "b10.png"):
        (three_pages / "page10" / name).write_bytes(PIXEL)
    text = TENTH.replace("[图片: ship.png|港口]\n", "")
    (three_pages / "page10.txt").write_text(text, encoding="utf-8")
    issue = load([three_pages / "page10.txt"])
    roles = [(block.role, block.runs[0].image) for block in issue.blocks() if block.role is Role.CAPTION]
    assert roles[0] == (Role.CAPTION, "page10/b2.png")
    assert [image for _, image in roles if image] == ["page10/b2.png", "page10/b10.png", "page10/ship.png"]


@pytest.mark.parametrize("name", ["gone.png", "../secret.png", "/etc/secret.png"])
def test_a_picture_that_is_not_there(three_pages: Path, name: str) -> None:
    """The line stays text, with a warning; a path never leads out of the folder."""
    (three_pages.parent / "secret.png").write_bytes(PIXEL)
    (three_pages / "page10.txt").write_text(TENTH.replace("ship.png|港口", name), encoding="utf-8")
    issue = load([three_pages / "page10.txt"])
    assert issue.warnings[0] == f"there is no picture {name} beside the text: put it there, or the line stays text"
    assert f"[图片: {name}]" in "".join(block.text for block in issue.blocks())
