"""RIS: what rispy reads in it."""

import rispy

from converter.model import Issue
from converter.writers.citations.ris import write_ris

from .made import AUTHORS, BARE, ISSUE, TITLES


def test_what_is_read_back() -> None:
    """Every record is a newspaper's, with all that is known."""
    records = rispy.loads(write_ris(ISSUE).decode())
    assert [record["title"] for record in records] == TITLES
    assert [[name.replace(", ", "") for name in record.get("authors", [])] for record in records] == AUTHORS
    first = records[0]
    assert (first["type_of_reference"], first["secondary_title"], first["year"], first["date"]) == (
        "NEWS",
        "临江晚报",
        "2024",
        "2024/05/16",
    )
    assert (first["start_page"], first["section"], first["number"], first["language"]) == (
        "03",
        "民生",
        "2345",
        "zh-Hans",
    )
    assert first["authors"] == ["江, 帆", "欧阳, 闻笛"]


def test_lines_of_the_format() -> None:
    """A tag, two blanks, a hyphen, a blank; CR LF at every end; a text of no paper is of the general type."""
    text = write_ris(BARE).decode()
    assert text.startswith("TY  - GEN\r\n") and text.endswith("ER  - \r\n")
    assert text.count("\n") == text.count("\r\n")
    assert write_ris(Issue(())) == b""
