"""Lists of names are a paragraph a line, and join with nothing."""

import pytest

from converter.readers.text import source_of
from converter.structure.shapes.rolls import with_rolls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "表彰名单\n一、市级\n张一　李二　王三\n二、区级\n渡口小学：周甲　吴乙\n东山中學：陳己、褚庚、衛辛\n",
            [None, "subhead", "paragraph", "subhead", "paragraph", "paragraph"],
        ),
        (
            "得獎名單\n一等獎\n張一　李二　王三\n趙四　錢五　孫六\n周七　吳八　鄭九\n",
            [None, None, "paragraph", "paragraph", "paragraph"],
        ),
        ("渡口的灯\n张一　李二　王三\n灯修好了。\n", [None, None, None]),
        ("程序\n序乐　宣召　读经\n讲道　回应　祝福\n报告　散会　茶点\n", [None, None, None, None]),
        ("本版责编：张一　李二　王三\n二版责编：赵四　钱五\n三版責編：陳己　褚庚　衛辛\n", [None, None, None]),
    ],
    ids=["numbered", "prizes", "a-byline", "no-names", "editors"],
)
def test_rolls(text: str, expected: list[str | None]) -> None:
    """Three lines of names or more; a title above them that has a number is a subhead."""
    assert [line.role and line.role.value for line in with_rolls(source_of(text).lines)] == expected
