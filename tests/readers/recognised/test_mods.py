"""What is said of an issue in MODS and Dublin Core."""

from __future__ import annotations

import pytest
from lxml import etree

from converter.readers.recognised.mods import described

HOST = "<relatedItem type='host'><titleInfo><title>海湾晚报</title></titleInfo></relatedItem>"


def day(text: str) -> str:
    """The day of an issue."""
    return f"<originInfo><dateIssued>{text}</dateIssued></originInfo>"


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ([HOST + day("1932-05-16")], ("海湾晚报", "1932-05-16", None, 14)),
        ([HOST + "<titleInfo><nonSort>新</nonSort><title>晚報</title></titleInfo>"], ("新 晚報", None, None, 3)),
        (["<titleInfo><title>晚</title></titleInfo>" + day("1932"), day("19320516")], ("晚", "1932-05-16", None, 9)),
        (["<titleInfo type='abbreviated'><title>晚</title></titleInfo><titleInfo><title>晚報</title></titleInfo>"],
         ("晚報", None, None, 2)),
        ([day("民國二十一年五月十六日")], (None, "1932-05-16", None, 11)),
        (["<originInfo><dateIssued point='end'>1935</dateIssued></originInfo>"], (None, None, None, 0)),
        (["<dc><title>渡口志</title><date>1932</date></dc>"], ("渡口志", "1932", None, 7)),
        (["<part><detail type='issue'><number>77</number></detail></part>"], (None, None, "77", 2)),
        (["<part><detail type='issue'><number>No. 77</number></detail></part>"], (None, None, None, 0)),
        ([], (None, None, None, 0)),
    ],
)  # fmt: skip
def test_what_is_said(sections: list[str], expected: tuple[str | None, ...]) -> None:
    """The nearest description's own title, its day in any form, its number; ends of years and short titles are none."""
    assert described([etree.fromstring(f"<dmdSec><mods>{one}</mods></dmdSec>") for one in sections]) == expected
