"""PDFs of invented text, made with ReportLab and a font that a reader of PDF has itself."""

import zlib
from collections.abc import Callable
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FACE = "STSong-Light"
ROWS = ["晨雾散尽以后，渡船一艘接一艘靠上码头，", "卖早点的人已经把炉子生起来了。"]


def made(draw: Callable[[Canvas], None], size: tuple[float, float] = (400, 300)) -> bytes:
    """The PDF of one page or more that ``draw`` draws."""
    pdfmetrics.registerFont(UnicodeCIDFont(FACE))
    file = BytesIO()
    canvas = Canvas(file, pagesize=size, invariant=1)
    canvas.setFont(FACE, 10)
    draw(canvas)
    canvas.save()
    return file.getvalue()


def rows(canvas: Canvas, texts: list[str] = ROWS, x: float = 40, y: float = 250) -> None:
    """Lines below each other."""
    for number, text in enumerate(texts):
        canvas.drawString(x, y - 15 * number, text)


LINE = b"BT /F 10 Tf 40 200 Td (The ferries come in one after another.) Tj ET\n"


def of_objects(*objects: bytes) -> bytes:
    """The PDF of these objects, numbered from 1; the first is its catalogue."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R>>\n"


def stream(content: bytes, about: bytes = b"") -> bytes:
    """An object that is a stream, packed."""
    packed = zlib.compress(content, 9)
    return b"<</Filter/FlateDecode/Length %d%s>>stream\n%s\nendstream" % (len(packed), about, packed)


def written(content: bytes, *more: bytes, about: bytes = b"/MediaBox[0 0 400 300]", resources: bytes = b"") -> bytes:
    """The PDF of a page with this content. ``more`` are its objects from 6 on."""
    return of_objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R%s/Resources<</Font<</F 5 0 R>>%s>>>>" % (about, resources),
        stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    )


def of_forms(deep: int, times: int, inside: bytes = b"0 0 5 5 re f\n") -> bytes:
    """The PDF of a line and a form, which calls the next one so many times, and so on; the last draws ``inside``."""
    kind = b"/Type/XObject/Subtype/Form/BBox[0 0 400 300]"
    forms = [
        stream(b"/X Do " * times, kind + b"/Resources<</XObject<</X %d 0 R>>>>" % number)
        for number in range(7, 6 + deep)
    ]
    return written(LINE + b"/X Do", *forms, stream(inside, kind), resources=b"/XObject<</X 6 0 R>>")
