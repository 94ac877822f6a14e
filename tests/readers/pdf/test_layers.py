"""What a PDF's hidden layers hold is left out, and told."""

import pytest

from converter.readers.pdf import read_pdf
from tests.readers.pdf.pages import LINE, of_objects, stream

KIND = b"/Type/XObject/Subtype/Form/BBox[0 0 400 300]"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
SHOWN = (
    LINE
    + b"""/OC /A BDC BT /F 10 Tf 40 180 Td (They bring fish.) Tj ET EMC
/OC /B BDC BT /F 10 Tf 40 160 Td (Not shown.) Tj ET /I Do EMC /X Do /OC /B BDC /Y Do EMC"""
)


def layered(settings: bytes, name: bytes = b"(draft)") -> bytes:
    """A page with a layer A, and a layer B: a line, a form in it, a line in a form; with these settings of layers."""
    fonts = b"/Resources<</Font<</F 5 0 R>>/Properties<</A 6 0 R/B 7 0 R>>%s>>"
    inside = stream(b"/OC /B BDC BT /F 10 Tf 40 140 Td (Nor this.) Tj ET EMC", KIND + fonts % b"")
    wholly = stream(b"BT /F 10 Tf 40 120 Td (Nor that.) Tj ET", KIND + fonts % b"")
    return of_objects(
        b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R 7 0 R]/D<<%s>>>>>>" % settings,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 400 300]%s>>" % fonts % b"/XObject<</X 8 0 R/Y 9 0 R>>",
        stream(SHOWN),
        FONT,
        b"<</Type/OCG/Name(final)>>",
        b"<</Type/OCG/Name%s>>" % name,
        inside,
        wholly,
    )


@pytest.mark.parametrize("name", [b"(draft)", b"<FEFF83497A3F>"])
@pytest.mark.parametrize("settings", [b"/OFF[7 0 R]", b"/BaseState/OFF/ON[6 0 R]", b"/ON[6 0 R]/OFF 10 0 R"])
def test_what_is_in_a_hidden_layer_is_told(settings: bytes, name: bytes) -> None:
    """Text, forms that are in it, and what is in it inside of a form."""
    data = layered(settings, name).replace(b"trailer", b"10 0 obj\n[7 0 R]\nendobj\ntrailer")
    source = read_pdf(data)
    expected = ["The ferries come in one after another.", "They bring fish."]
    assert [line.text for line in source.lines] == expected
    assert source.warnings == ("left out 25 character(s) in layers that are hidden",)


@pytest.mark.parametrize("settings", [b"", b"/OFF[]", b"/ON[7 0 R]", b"/OFF[99 0 R]"])
def test_what_is_in_a_layer_that_is_shown_is_read(settings: bytes) -> None:
    source = read_pdf(layered(settings))
    assert len(source.lines) == 5 and source.warnings == ()
