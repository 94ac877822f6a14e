"""Letters within a text end with who signs and a day, in either order."""

import pytest

from converter.readers.text import source_of
from converter.structure.series.letters import letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小满：\n家里都好。\n叔　槐\n六月十八日\n他放下信。\n", [(0, "paragraph"), (2, "signature"), (3, "dateline")]),
        ("編輯先生：\n燈壞了。\n民國一一三年五月六日\n柯太太\n", [(0, "paragraph"), (2, "dateline"), (3, "signature")]),
        ("小满：\n家里都好。\n游渡口\n船很慢。\n", []),
        ("小满说：\n家里都好\n叔槐\n六月十八日\n", []),
        ("家里都好。\n游渡口\n六月十八日\n船很慢。\n", []),
    ],
    ids=["yearless", "day-first", "no-day", "no-sentence", "no-call"],
)
def test_letters(text: str, expected: list[tuple[int, str]]) -> None:
    """A call to somebody, a whole text, and two lines; a diary's title and day have no call above."""
    assert [(told.place, told.role) for told in letters(source_of(text).lines)] == expected
