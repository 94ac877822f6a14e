"""The numbers that Word puts before paragraphs are counted as Word counts them."""

from __future__ import annotations

import pytest

from converter.readers.docx.numbering import Label, Numbering, counted, written
from converter.readers.docx.package import Package
from tests.readers.documents import packed


@pytest.mark.parametrize(
    ("number", "format", "expected"),
    [
        (12, "decimal", "12"),
        (7, "decimalZero", "07"),
        (3, "decimalEnclosedCircle", "③"),
        (21, "decimalEnclosedCircle", "21"),
        (10, "decimalFullWidth", "１０"),
        (21, "chineseCounting", "二十一"),
        (21, "chineseLegalSimplified", "贰拾壹"),
        (3, "ideographTraditional", "丙"),
        (11, "ideographTraditional", "11"),
        (12, "ideographZodiac", "亥"),
        (28, "upperLetter", "BB"),
        (3, "lowerLetter", "c"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (5, "bullet", ""),
        (5, "something new", "5"),
    ],
)
def test_formats(number: int, format: str, expected: str) -> None:
    """Each format of the standard, with digits where it ends or is not known."""
    assert written(number, format) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, "〇"),
        (8, "八"),
        (10, "十"),
        (14, "十四"),
        (20, "二十"),
        (105, "一百零五"),
        (1010, "一千零一十"),
        (12345, "12345"),
    ],
)
def test_counting(number: int, expected: str) -> None:
    """Ten is not said to be one, and a gap is said once."""
    assert counted(number) == expected


def level(depth: int, format: str, text: str, start: int = 1, style: str = "") -> str:
    """A depth of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


LISTS = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "第%1章")}{level(1, "decimal", "%1.%2", 3)}'
    f'{level(2, "bullet", "•")}</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    f"{level(0, 'decimal', '%1.', style='Item')}"
    f"{level(1, 'lowerLetter', '%2)', style='Sub')}{level(2, 'none', '')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
    '</w:lvlOverride></w:num><w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num>'
)


def numbering() -> Numbering:
    """The lists of a document."""
    return Numbering(Package(packed("", numbering=LISTS)).document.related("numbering"))


def test_several_depths() -> None:
    """A deeper number begins anew after one above it; a number may show those above it; a bullet is no text."""
    lists = numbering()
    labels = [lists.label("1", depth, "") for depth in (0, 1, 1, 0, 1, 2)]
    assert [label and label.text for label in labels] == ["第一章", "一.3", "一.4", "第二章", "二.3", ""]
    assert labels[-1] == Label("", False, 0, 3, "0")


def test_which_list() -> None:
    """Two of one kind count together, one that begins elsewhere for itself; the depth may be the style's."""
    lists = numbering()
    said = [lists.label(*asked) for asked in (("2", 0, ""), ("4", None, "Item"), ("3", 0, ""), ("2", None, "Sub"))]
    assert [(label.text, label.plain, label.value, label.depth) for label in said if label] == [
        ("1.", True, 1, 1),
        ("2.", True, 2, 1),
        ("5.", True, 5, 1),
        ("a)", False, 1, 2),
    ]


@pytest.mark.parametrize("asked", [("0", 0, ""), (None, 0, ""), ("9", 0, ""), ("2", 2, ""), ("2", 7, "")])
def test_nothing_before_the_paragraph(asked: tuple[str | None, int, str]) -> None:
    """List 0, a list or depth that is not there, and a format without text put nothing."""
    assert numbering().label(*asked) is None


@pytest.mark.parametrize(
    ("number", "format", "expected"),
    [
        (12, "chineseCountingThousand", "十二"),
        (105, "chineseCounting", "一百零五"),
        (20, "japaneseCounting", "二十"),
        (3, "ideographTraditional", "丙"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (14, "upperRoman", "XIV"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (7, "hebrew1", "7"),
    ],
)
def test_written(number: int, format: str, expected: str) -> None:
    """Numbers as Word writes them."""
    assert written(number, format) == expected
