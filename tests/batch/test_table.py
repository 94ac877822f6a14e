"""A table of inputs as spreadsheets save it."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.batch.table import rows_of
from converter.errors import UnreadableInput

ROWS = [
    {"book": "2021-01/06", "input": "汉江晚报/第一版.txt", "title": "渡口的灯，又亮了"},
    {"book": "春游", "input": "汉江晚报/第二版.txt", "title": "一、二;三"},
    {"book": "plain", "input": "a.txt", "title": ""},
]


def saved(separator: str = ",", newline: str = "\n") -> str:
    """The rows as a table."""
    lines = [("book", "input", "title"), *((one["book"], one["input"], one["title"]) for one in ROWS)]
    return (
        newline.join(separator.join(f'"{cell}"' if ";" in cell else cell for cell in line) for line in lines) + newline
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"], ids=["commas", "semicolons", "tabs"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "big5", "utf-16"])
def test_a_table_is_read_as_it_was_saved(encoding: str, separator: str, tmp_path: Path) -> None:
    """Whatever encoding, separator and mark a spreadsheet has put there; its lines are numbered."""
    rows, text = ROWS, saved(separator, "\r\n")
    if encoding == "big5":
        change = str.maketrans("汉江晚报渡灯亮两", "漢江晚報渡燈亮兩")
        text = text.translate(change)
        rows = [{name: value.translate(change) for name, value in row.items()} for row in ROWS]
    (tmp_path / "plan.csv").write_bytes(text.encode(encoding))
    assert list(rows_of(tmp_path / "plan.csv")) == list(zip((2, 3, 4), rows, strict=True))


def test_names_of_columns_may_follow_blanks(tmp_path: Path) -> None:
    """As people write them; a row may lack its last cells, and have more than there are columns."""
    (tmp_path / "plan.csv").write_text("book, input, title\nx, a.txt\ny, b.txt, t, more\n", "utf-8")
    assert [row for _, row in rows_of(tmp_path / "plan.csv")] == [
        {"book": "x", "input": "a.txt", "title": ""},
        {"book": "y", "input": "b.txt", "title": "t"},
    ]


def test_a_line_that_is_not_utf_8_may_come_late(tmp_path: Path) -> None:
    """A long table is in GBK though its first thousands of lines are ASCII."""
    text = saved() + "x,a.txt,\n" * 20_000 + "尾,汉江晚报/第三版.txt,\n"
    (tmp_path / "plan.csv").write_bytes(text.encode("gbk"))
    assert list(rows_of(tmp_path / "plan.csv"))[-1] == (
        20_005,
        {"book": "尾", "input": "汉江晚报/第三版.txt", "title": ""},
    )


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (saved().encode() + "尾,汉江晚报/第三版.txt,".encode("gbk"), "line 5: this is neither UTF-8 nor any other"),
        (saved().encode() + b"x,a\xff.txt,\n", "line 5: this is neither UTF-8 nor any other"),
        ("书|路径\n一|二\n".encode(), "has no column 'book'"),
        (b"", "has no column 'book'"),
        (b"PK\3\4\xff\0\xff\0\xff\0", "save the table anew as CSV in UTF-8"),
        (saved().encode("utf-16")[:-1], "save it anew as CSV in UTF-8"),
        (b'book,input\nx,"' + b"a" * 200_000 + b'"\n', "after line 0 .*save it anew as CSV in UTF-8"),
    ],
    ids=["two encodings", "a broken byte", "other separators", "empty", "a spreadsheet", "cut short", "a huge cell"],
)
def test_what_is_no_table_is_refused_in_a_sentence(data: bytes, message: str, tmp_path: Path) -> None:
    """It names the file, and what helps."""
    (tmp_path / "plan.csv").write_bytes(data)
    with pytest.raises(UnreadableInput, match=message) as told:
        list(rows_of(tmp_path / "plan.csv"))
    assert str(told.value).startswith(str(tmp_path / "plan.csv"))
    assert "\n" not in str(told.value)


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    """Its path is named."""
    with pytest.raises(UnreadableInput, match="cannot read .*plan.csv: No such file"):
        list(rows_of(tmp_path / "plan.csv"))
