"""What was typed over a page of a PDF is told."""

from converter.readers.pdf import read_pdf
from tests.readers.pdf.pages import LINE, written


def test_what_was_typed_over_a_page_is_told() -> None:
    """Free text and form fields that are shown; of notes that open, of fields that are hidden or empty nothing."""
    annotations = (
        b"<</Type/Annot/Subtype/FreeText/Rect[9 9 99 30]/F 4/Contents <FEFF5DF251655E93002000310039>>>",
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(no)/Rect[9 9 99 30]/F 4/V(No 7)>>",
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(none)/Rect[9 9 99 30]/F 4>>",
        b"<</Type/Annot/Subtype/Widget/FT/Btn/T(box)/Rect[9 9 99 30]/F 4/V/Off>>",
        b"<</Type/Annot/Subtype/FreeText/Rect[9 9 99 30]/F 2/Contents(hidden)>>",
        b"<</Type/Annot/Subtype/Text/Rect[9 9 99 30]/F 4/Contents(a reader's note)>>",
        b"<</Type/Annot/Subtype/Link/Rect[9 9 99 30]>>",
    )
    listed = b"/MediaBox[0 0 400 300]/Annots[%s]" % b" ".join(b"%d 0 R" % n for n in range(6, 6 + len(annotations)))
    source = read_pdf(written(LINE, *annotations, about=listed))
    assert source.warnings == ("left out 8 character(s) typed over the page, in notes and form fields",)
