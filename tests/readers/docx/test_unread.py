"""What a Word document holds beside its text is counted by its cause, and nothing is passed over."""

from __future__ import annotations

import pytest

from converter.left_out import counted
from converter.readers.docx import read_docx
from tests.readers.documents import LONG, p, packed


@pytest.mark.parametrize(
    ("body", "parts", "expected"),
    [
        ("", {"comments": f"<w:comment>{p('批注')}</w:comment>"}, {"comments": 2}),
        ("", {"footnotes": f"<w:footnote w:id='3'>{p('没有人')}</w:footnote>"}, {"notes that nothing leads to": 3}),
        ("", {"footnotes": f"<w:footnote w:type='separator' w:id='0'>{p('线')}</w:footnote>"},
         {"parts of the document that are not understood": 1}),
        ("", {"glossaryDocument": p("备用")}, {"building blocks that the document keeps for later use": 2}),
        ("<w:sdt><w:sdtPr><w:alias w:val='姓名'/></w:sdtPr></w:sdt>", {}, {"names of controls": 2}),
        ("<w:unheardOf><w:t>甲乙</w:t></w:unheardOf>", {}, {"parts of the document that are not understood": 2}),
        ("<w:p><w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>Ø</w:t></w:r></w:p>", {}, {}),
        (f"<w:moveFrom>{p('搬走')}</w:moveFrom>", {}, {"places that text was moved from": 2}),
    ],
    ids="comment note separator glossary control unknown signs moved".split(),
)  # fmt: skip
def test_what_is_counted(body: str, parts: dict[str, str], expected: dict[str, int]) -> None:
    """By its cause; text in what no rule knows too."""
    assert counted(read_docx(packed(p(LONG) + body, **parts)).warnings) == expected
