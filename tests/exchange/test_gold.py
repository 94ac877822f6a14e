"""A corrected page is kept in the form that training reads, with the look of its lines."""

import io
import json
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

import converter
from converter import Pin, Role, edit, gold_row
from converter.errors import UnfitCorrection, UnreadableInput
from converter.exchange.gold import lines_of
from converter.model import Box, Metadata, Source
from converter.readers.docx import read_docx
from converter.readers.text import source_of
from converter.structure.cues.lines import observe
from converter.structure.search.grammar import STATES
from tools.train.pages import load

LONG = "连接两岸的新桥昨日正式通车。清晨六点，第一批车辆从北岸驶上桥面，司机们鸣笛庆祝，两岸的居民走上桥头。"
PAGE = "渔港迎来新船\n\n　　本报讯 船队\u200b今早出海，码头上\n锣鼓喧天。\n\n\n旧书馆重开\n\n修缮后的书馆今起开放。\n"


def word_document() -> Source:
    """A document whose lines have sizes, are bold and centred."""
    document = docx.Document()
    for text, size, bold in (
        ("历时三年 两岸相连", 14, False),
        ("新桥昨日通车", 22, True),
        ("本报记者 江帆", 12, False),
    ):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.font.size, run.bold = Pt(size), bold
    for _ in range(3):
        document.add_paragraph().add_run(LONG).font.size = Pt(10.5)
    document.add_page_break()
    document.add_paragraph(LONG, style="List Bullet")
    file = io.BytesIO()
    document.save(file)
    return read_docx(file.getvalue())


@pytest.mark.parametrize("source", [word_document(), source_of(PAGE)], ids=["word", "text"])
def test_lines_come_back(source: Source) -> None:
    """The lines of a row are those that the reader saw: their text, place and look, what is left out of them too."""
    row = json.loads(json.dumps(gold_row(source, converter.detect(source))))
    assert lines_of(row) == source.lines


def test_boxes_come_back() -> None:
    """Where a line stands on its sheet, how sure an OCR is of it, and that it runs from top to bottom."""
    source = source_of(PAGE)
    placed = [
        replace(line, page=1, box=Box(10.5, 20 * n, 300, 20 * n + 12), upright=n == 1, sure=0.75, level=n)
        for n, line in enumerate(source.lines)
    ]
    source = replace(source, lines=tuple(placed))
    assert lines_of(gold_row(source, converter.detect(source))) == source.lines


def test_training_sees_the_same_cues(tmp_path: Path) -> None:
    """A Word document's page, saved and read for training, has the cues of its sizes, and the issue's labels."""
    source = word_document()
    row = gold_row(source, converter.detect(source))
    (tmp_path / "pages.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    [page] = load([tmp_path])
    assert observe(page.lines) == observe(source.lines)
    assert {"is set in bold", "is centred", "is set in much larger type"} <= set(observe(page.lines)[1])
    labels = [STATES[int(allowed.argmax())] for allowed in page.allowed]
    assert [role for role, _ in labels[:4]] == [block["role"] for block in row["blocks"][:4]]


def test_a_correction_is_saved() -> None:
    """The row of a page that was read with a pin has the pin's role, its neighbours', and the page's name."""
    source = replace(source_of(PAGE), metadata=Metadata(paper="港报", date="2024-05-16", source="港报03.txt"))
    issue = converter.detect(source, pins={7: Pin(Role.SUBHEAD)})
    row = gold_row(source, issue)
    assert {key: row[key] for key in ("id", "source", "language")} == {
        "id": "2024-05-16-港报03",
        "source": "港报",
        "language": "zh-Hans",
    }
    assert [(block["role"], block["article"]) for block in row["blocks"]] == [
        ("headline", 0),
        ("paragraph", 0),
        ("subhead", 0),
        ("paragraph", 0),
    ]
    assert row["blocks"][1] == {"role": "paragraph", "spans": [[10, 25], [26, 31]], "article": 0, "brief": False}
    assert gold_row(source, issue, "page of mine")["id"] == "page of mine"


def test_an_issue_of_something_else() -> None:
    """An issue whose blocks do not hold the source's text once is not saved as its reading."""
    source = source_of(PAGE)
    issue = converter.detect(source)
    with pytest.raises(UnfitCorrection, match="no block holds '再来一行' of the source"):
        gold_row(source_of(f"{PAGE}再来一行"), issue)
    twice = edit.map_blocks(issue, lambda block: replace(block, origin=((0, 6),)))
    with pytest.raises(UnfitCorrection, match="two blocks hold character 0 "):
        gold_row(source, twice)


def test_a_row_without_lines() -> None:
    """A row of text alone has no lines to be taken back."""
    with pytest.raises(UnreadableInput, match="row a has no lines"):
        lines_of({"id": "a", "text": PAGE, "blocks": []})
