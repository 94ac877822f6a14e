"""What a book is called that nobody gave a title."""

from __future__ import annotations

from pathlib import Path

import pytest

import converter
from converter.structure.issue.title import name_of_file, unmarked

TEXT = "窑火三天不灭，烧窑的人轮流守着，谁也不许在窑前说破字，说了就要买一坛酒赔给大家。"


def chapters(*titles: str) -> str:
    return "\n\n".join(f"{title}\n\n{TEXT}" for title in titles)


def title(tmp_path: Path, text: str, name: str = "a.txt") -> str:
    """The title of the book that is made of a file of this text and name."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return converter.load(path).title


@pytest.mark.parametrize(
    "series",
    [
        ("第一章 窑", "第二章 碗"),
        ("第1章 窑", "第2章 碗", "第3章 火"),
        ("第一回　燒窯人守夜", "第二回　賣碗客借宿"),
        ("第一编 早年", "第一章 窑", "第二编 晚年", "第一章 碗"),
        ("卷一 窯", "卷二 碗"),
        ("序", "第一章 窑", "第二章 碗"),
    ],
)
@pytest.mark.parametrize("head", ["窑火记", "《窑火记》"])
def test_a_title_above_chapters(tmp_path: Path, series: tuple[str, ...], head: str) -> None:
    """The first line above a series of chapters is the book's title, without its marks."""
    assert title(tmp_path, f"{head}\n\n{chapters(*series)}") == "窑火记"


def test_what_stands_beside_the_title(tmp_path: Path) -> None:
    """An author, a kind of play in brackets, a line that asks the reader and a label are no title."""
    head = "点击上方蓝字关注我们\n\n作者：冯青禾\n\n（三幕话剧）\n\n窑火记\n\n简介：\n\n"
    assert title(tmp_path, head + chapters("第一幕", "第二幕", "第三幕")) == "窑火记"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("窑火记.txt", "窑火记"),
        ("《窑火记》作者：冯青禾.txt", "窑火记"),
        ("窑火记（全本）.txt", "窑火记"),
        ("[冯青禾]窑火记_精校版.txt", "窑火记"),
        ("001.txt", "第一章 窑"),
        ("untitled.txt", "第一章 窑"),
        ("未命名 2.txt", "第一章 窑"),
        ("page-3.txt", "第一章 窑"),
        ("新建文本文档.txt", "第一章 窑"),
        ("第一章.txt", "第一章 窑"),
        ("2024年5月16日.txt", "第一章 窑"),
    ],
)
def test_a_file_s_name_before_a_chapter(tmp_path: Path, name: str, expected: str) -> None:
    """Chapters without a title above are called after their file, where it has a name; else after the first."""
    assert title(tmp_path, chapters("第一章 窑", "第二章 碗"), name) == expected


@pytest.mark.parametrize("wrong", ["点击上方蓝字关注我们", "點擊藍字 關注我們", "01", "2024-05-16", "目录"])
def test_a_wrong_first_line(tmp_path: Path, wrong: str) -> None:
    """What is no title gives way to the file's name; a right first headline does not."""
    assert title(tmp_path, f"{wrong}\n\n{TEXT}\n\n{TEXT}", "窑火记.txt") == "窑火记"
    assert title(tmp_path, f"窑工守夜\n\n{TEXT}\n\n{TEXT}", "窑火记.txt") == "窑工守夜"


def test_a_wrong_first_line_and_no_name(tmp_path: Path) -> None:
    """The next headline is the title then."""
    text = f"點擊上方藍字關注我們\n\n燒窯的人為什麼守夜\n\n{TEXT}\n\n{TEXT}"
    assert title(tmp_path, text) == "燒窯的人為什麼守夜"


@pytest.mark.parametrize("head", ["窑头县水利局关于做好春灌工作的通知", "窑头县水利局关于印发\n《春灌用水办法》的通知"])
def test_a_notice(tmp_path: Path, head: str) -> None:
    """A notice is called after its title, over two lines too, and never after its letterhead or number."""
    text = f"窑头县水利局文件\n\n窑水发〔2024〕3号\n\n{head}\n\n各乡镇：\n\n{TEXT}"
    assert title(tmp_path, text) == head.replace("\n", "")


def test_a_series_with_the_title_in_every_line(tmp_path: Path) -> None:
    """Where each chapter's line begins with the book's title, that is it."""
    assert title(tmp_path, chapters("窑火记 第一章 窑", "窑火记 第二章 碗")) == "窑火记"


def test_what_is_given_stays(tmp_path: Path) -> None:
    """A title that a user gives, and a paper's name and day, are the book's."""
    path = tmp_path / "a.txt"
    path.write_text(f"窑火记\n\n{chapters('第一章 窑', '第二章 碗')}", "utf-8")
    given = converter.load(path, converter.Options(metadata=converter.Metadata(title="碗")))
    assert given.title == "碗"
    assert title(tmp_path, f"窑头日报　2024年5月16日　第03版\n\n窑工守夜\n\n{TEXT}") == "窑头日报 2024-05-16 第03版"


@pytest.mark.parametrize(
    ("name", "expected"),
    [("窑火记.txt", "窑火记"), ("", None), ("窑.txt", None), ("a-b.txt", None), ("第3版.txt", None)],
)
def test_names_of_files(name: str, expected: str | None) -> None:
    """Two Han characters or more that are no page and no day."""
    assert name_of_file(name) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("《窑》", "窑"), ("〈窯〉", "窯"), ("《窑》和《碗》", "《窑》和《碗》"), ("“窑”", "“窑”"), ("窑", "窑")],
)
def test_title_marks(text: str, expected: str) -> None:
    """They go where they stand around the whole title."""
    assert unmarked(text) == expected
