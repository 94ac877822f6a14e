"""PDFs of invented text, made with ReportLab and a font that a reader of PDF has itself."""

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
