"""A number in Word's mark-up that is none, or too large, is read as if it were not there, and told."""

from __future__ import annotations

import pytest

from converter.readers.docx import read_docx
from converter.readers.docx.numbers import odd_numbers
from converter.readers.docx.package import Package
from tests.readers.documents import p, packed

ODD = ["1.5", "²", "-1", "x", " ", "", "７", "9" * 5000, "9000000000", "1e3", "0x5", "NaN"]

LEVEL = '<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="%1."/></w:lvl>'
LIST = (
    '<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/>{own}</w:num>'
)
ITEM = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'


def document(place: str, odd: str) -> bytes:
    """A document with an item of a list and a table, and ``odd`` for the number at this place."""
    said = {
        "ilvl": "0",
        "start": "1",
        "own": "1",
        "depth": "0",
        "item": "0",
        "outline": "9",
        "span": "2",
        "indent": "200",
    }
    said[place] = odd
    level = LEVEL.format(ilvl=said["ilvl"], start=said["start"], form="lowerLetter")
    override = f'<w:lvlOverride w:ilvl="{said["depth"]}"><w:startOverride w:val="{said["own"]}"/></w:lvlOverride>'
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{said["span"]}"/></w:tcPr>{p("港口")}</w:tc><w:tc>{p("江城")}</w:tc>'
    look = f'{ITEM.format(said["item"])}<w:outlineLvl w:val="{said["outline"]}"/>'
    look += f'<w:ind w:firstLineChars="{said["indent"]}"/>'
    body = f"{p('新桥通车', look=look)}<w:tbl><w:tr>{cell}</w:tr></w:tbl>"
    return packed(body, numbering=LIST.format(level=level, own=override))


@pytest.mark.parametrize("place", ["ilvl", "start", "own", "depth", "item", "outline", "span", "indent"])
@pytest.mark.parametrize("odd", ODD, ids=[odd[:12] for odd in ODD])
def test_no_number_ends_the_reading(place: str, odd: str) -> None:
    """The text is whole, the labels are short, and one number is told."""
    source = read_docx(document(place, odd))
    text = "".join(source.text.split())
    assert text.removeprefix("a.").removeprefix(".") == "新桥通车港口江城"
    assert [said for said in source.warnings if "too large" in said] == [
        "1 number(s) of styles, lists or tables are none, or too large: look at what stands there"
    ]


def test_numbers_as_word_takes_them_are_not_told() -> None:
    """Also at the edge of what it takes."""
    for place, number in {
        "ilvl": "8",
        "start": "32767",
        "own": "0",
        "outline": "9",
        "span": "63",
        "indent": "0",
    }.items():
        package = Package(document(place, number))
        assert odd_numbers((package.document, package.document.related("numbering"), None)) == 0


@pytest.mark.parametrize(
    "form", ["lowerLetter", "upperRoman", "chineseCounting", "decimalZero", "ideographLegalTraditional"]
)
def test_the_largest_number_is_short(form: str) -> None:
    """No format takes time or room by a number's value."""
    level = LEVEL.format(ilvl=0, start=32767, form=form)
    data = packed(p("新桥通车", look=ITEM.format(0)), numbering=LIST.format(level=level, own=""))
    assert read_docx(data).text.split("新")[0].strip() in ("32767.", "")


@pytest.mark.parametrize("code", ["-1", "110000", "D800", "F0FC ", "", "zz", "F" * 5000, "²", "1_0"])
def test_a_code_that_is_no_character_is_none(code: str) -> None:
    """Of a symbol; the text around it stays."""
    symbol = f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>'
    assert read_docx(packed(p("新桥", symbol, "通车"))).text.split() == ["新桥通车"]


@pytest.mark.parametrize("size", ["nan", "inf", "1e999", "9" * 5000, "-4", "²"])
def test_a_size_that_is_none_is_not_said(size: str) -> None:
    """The line has the usual size."""
    run = f'<w:r><w:rPr><w:sz w:val="{size}"/></w:rPr><w:t>新桥通车</w:t></w:r>'
    assert [line.size for line in read_docx(packed(p(run))).lines] == [10.0]
