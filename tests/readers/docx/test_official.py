"""Official documents are known by their red masthead and its number."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor

from converter.model import Role
from converter.readers.docx import read_docx
from tests.readers.documents import LONG, saved, told

RED, BLACK = RGBColor(255, 0, 0), RGBColor(0, 0, 0)

Row = tuple[str, float, bool]
"""A paragraph: its text, the size of its type, whether it is set in the middle."""


def document(*rows: Row, colour: RGBColor = RED) -> bytes:
    """A document of these paragraphs, those of more than 30 points in ``colour``, with a text below."""
    made = docx.Document()
    for text, size, centred in (*rows, (LONG, 16, False), (LONG, 16, False)):
        paragraph = made.add_paragraph()
        run = paragraph.add_run(text)
        run.font.size = Pt(size)
        run.font.color.rgb = colour if size > 30 else BLACK
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else None
    return saved(made)


MASTHEAD, NUMBER = ("临津县教育局", 40.0, True), ("临教函〔2024〕5号", 16.0, False)
TITLE, SENT_TO = ("关于商请增开渡船的函", 22.0, True), ("县交通局：", 16.0, False)


@pytest.mark.parametrize(
    ("rows", "heads"),
    [
        ([MASTHEAD, NUMBER, TITLE, SENT_TO], ["folio", "folio", "headline", "paragraph"]),
        (
            [
                ("000012", 16, False),
                ("特急", 16, False),
                MASTHEAD,
                ("县武装部文件", 40, True),
                NUMBER,
                TITLE,
                SENT_TO,
            ],
            ["folio", "folio", "folio", "folio", "folio", "headline", "paragraph"],
        ),
        (
            [("会议纪要", 48, True), ("〔2024〕第3期", 16, True), ("县政府办公室　2024年4月2日", 16, False), TITLE],
            ["folio", "folio", "folio", "headline"],
        ),
        (
            [MASTHEAD, ("臨教函〔2024〕5號　簽發人：繆遠", 16, False), TITLE, SENT_TO],
            ["folio", "folio", "headline", "paragraph"],
        ),
    ],
    ids="letter two-offices minutes signer".split(),
)
def test_what_stands_above_a_title(rows: list[Row], heads: list[str]) -> None:
    """The masthead is no headline, nor is what stands around it; who it is sent to is a paragraph."""
    roles = [line.partition("\t")[0] for line in told(document(*rows)) if "\t" in line]
    assert heads == roles[: len(heads)]


@pytest.mark.parametrize(
    ("rows", "colour"),
    [([("渡口记事", 40, True), TITLE], RED), ([MASTHEAD, NUMBER, TITLE], BLACK), ([NUMBER, TITLE], RED)],
    ids=["no-number", "black", "no-masthead"],
)
def test_what_is_no_official_document(rows: list[Row], colour: RGBColor) -> None:
    """A red title without a number below it is a title; this reader says nothing of a head that is not red."""
    assert not any(line.role is Role.FOLIO for line in read_docx(document(*rows, colour=colour)).lines)


BELOW = ["（此件公开发布）", "（联系人：缪远，电话：12345）", "抄送：县委办公室。", "县政府办公室　2024年4月2日印发"]


@pytest.mark.parametrize("colour", [RED, BLACK], ids=["red", "printed in black"])
@pytest.mark.parametrize("number", [True, False], ids=["with a number", "without"])
def test_what_stands_below_whoever_signs(number: bool, colour: RGBColor) -> None:
    """Who may read it, whom to ask, who gets copies and who printed it are no part of the text of such a document."""
    rows = [MASTHEAD, *[NUMBER] * number, TITLE, SENT_TO]
    made = docx.Document(BytesIO(document(*rows, colour=colour)))
    for text in BELOW:
        made.add_paragraph(text)
    lines = read_docx(saved(made)).lines
    assert [line.role for line in lines[-4:]] == [Role.COLUMN_NOTE if number else None] * 4
