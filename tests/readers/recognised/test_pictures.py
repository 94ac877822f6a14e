"""Pictures of recognised pages are cropped where the picture of the page lies beside the document."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from converter import load
from converter.model import Issue, Source
from converter.readers.recognised.alto import read_alto
from converter.readers.recognised.hocr import read_hocr
from converter.readers.recognised.page import read_page_xml
from converter.readers.recognised.pictures import _paths, listed

Image = pytest.importorskip("PIL.Image", reason="Pillow is not installed: pip install '.[ocr]'")

SIZE = 600, 800
RED, BLUE = (200, 30, 30), (30, 30, 200)
SHOWN = {RED: (60, 300, 260, 440), BLUE: (340, 300, 540, 440)}
"""Pictures on the page, and where they lie, in pixels."""

TEXT = ["渡口的船今天清晨开了，两岸的人", "都来看热闹。船长说，新船比旧船", "快一半，票价不变，每天来回八趟。"]
WORDS = {RED: "新船出港。", BLUE: "旧船靠岸。"}


def picture(form: str = "PNG", size: tuple[int, int] = SIZE, turned: int = 0, more: int = 0) -> bytes:
    """The picture of the page, turned against the clock, with ``more`` empty ones before it."""
    drawn = Image.new("RGB", SIZE, "white")
    for colour, box in SHOWN.items():
        drawn.paste(colour, box)
        drawn.putpixel(box[:2], (0, 200, 0))
    pages = [*(Image.new("RGB", SIZE, "white") for _ in range(more)), drawn.resize(size).rotate(turned, expand=True)]
    file = BytesIO()
    kept = {"save_all": True, "append_images": pages[1:]} if more else {}
    pages[0].save(file, form, **kept)
    return file.getvalue()


def seen(source: Source) -> list[tuple[Any, tuple[int, int]]]:
    """The colour in the middle of each picture and its size."""
    found = (Image.open(BytesIO(data)).convert("RGB") for _, data in source.images)
    return [(one.getpixel((one.width // 2, one.height // 2)), one.size) for one in found]


def alto(unit: str = "pixel", scale: float = 1.0, name: str = "p1.png", head: str = "", tags: bool = False) -> bytes:
    """A page of ALTO: a headline, two pictures with captions in small type, a column of text."""

    def place(left: float, top: float, right: float, bottom: float) -> str:
        edges = (left, top, right - left, bottom - top)
        return " ".join(
            f'{n}="{v * scale:.0f}"' for n, v in zip(("HPOS", "VPOS", "WIDTH", "HEIGHT"), edges, strict=True)
        )

    def line(text: str, left: float, top: float, size: float) -> str:
        where = place(left, top, left + size * len(text), top + size)
        return f'<TextLine {where}><String {where} CONTENT="{text}"/></TextLine>'

    parts = [f"<TextBlock ID='h'>{line('青屿渡口换新船', 60, 40, 60)}</TextBlock>"]
    for number, (colour, box) in enumerate(SHOWN.items()):
        called = f'TAGREFS="c" ID="c{number}"' if tags else f'ID="c{number}"'
        parts.append(f"<TextBlock {called}>{line(WORDS[colour], box[0], 450, 20)}</TextBlock>")
        parts.append(f"<Illustration {place(*box)}/>")
    parts.append(
        f"<TextBlock ID='b'>{''.join(line(text, 60, 520 + 40 * n, 30) for n, text in enumerate(TEXT))}</TextBlock>"
    )
    about = f"<MeasurementUnit>{unit}</MeasurementUnit>"
    about += f"<sourceImageInformation><fileName>{name}</fileName></sourceImageInformation>" if name else ""
    size = f'WIDTH="{SIZE[0] * scale:.0f}" HEIGHT="{SIZE[1] * scale:.0f}"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">'
        f"<Description>{about}</Description>{head}<Layout><Page {size}><PrintSpace>{''.join(parts)}</PrintSpace>"
        f"</Page></Layout></alto>"
    ).encode()


def beside(**files: bytes) -> Callable[[str], bytes | None]:
    """The files beside a document, ``p1_png`` for ``p1.png``."""
    return {name.replace("_", "."): data for name, data in files.items()}.get


def captions(issue: Issue) -> list[tuple[str, str | None]]:
    """Captions and pictures in the order in which they are shown."""
    blocks = [block for block in issue.blocks() if block.role == "caption"]
    return [(block.text, next((run.image for run in block.runs if run.image), None)) for block in blocks]


@pytest.mark.parametrize(("unit", "scale"), [("pixel", 1), ("mm10", 254 / 300), ("inch1200", 4)])
@pytest.mark.parametrize("finer", [1, 2])
def test_units(unit: str, scale: float, finer: int) -> None:
    """A picture is cropped by its share of the page, whatever the page's unit and the picture's pixels."""
    near = beside(p1_png=picture(size=(SIZE[0] * finer, SIZE[1] * finer)))
    source = read_alto(alto(unit, scale), near=near)
    assert seen(source) == [(RED, pytest.approx((96, 67), abs=1)), (BLUE, pytest.approx((96, 67), abs=1))]
    assert source.warnings == ("left out 6 character(s) of notes on how the scan was made",)


def test_in_a_book(tmp_path: Path) -> None:
    """Each stands above its caption; a picture that only another kind of file holds is found by its stem."""
    (tmp_path / "page.xml").write_bytes(alto(name="D:\\scans\\p1.tif"))
    (tmp_path / "p1.JPG").write_bytes(picture("JPEG"))
    issue = load(tmp_path / "page.xml")
    assert captions(issue) == [
        ("", "page1-1.png"),
        (WORDS[RED], None),
        ("", "page1-2.png"),
        (WORDS[BLUE], None),
    ]
    assert issue.warnings == ("left out 15 character(s) of notes on how the scan was made",)


@pytest.mark.parametrize("form", ["ordered", "tagged", "both"])
def test_stated_orders_and_captions(form: str) -> None:
    """Where a page states an order or says what captions are, they keep their pictures."""
    tags = '<Tags><LayoutTag ID="c" LABEL="Caption"/></Tags>' if form != "ordered" else ""
    refs = "".join(f'<ElementRef REF="{name}"/>' for name in ("h", "b", "c1", "c0"))
    order = f"<ReadingOrder><OrderedGroup>{refs}</OrderedGroup></ReadingOrder>" if form != "tagged" else ""
    issue = load(read_alto(alto(head=tags + order, tags=bool(tags)), near=beside(p1_png=picture())))
    first, second = (RED, BLUE) if form == "tagged" else (BLUE, RED)
    found = [text for text, _ in captions(issue) if text]
    assert found == [WORDS[first], WORDS[second]]
    shown = dict(issue.images)
    images = [shown[image] for _, image in captions(issue) if image]
    assert [Image.open(BytesIO(data)).convert("RGB").getpixel((40, 40)) for data in images] == [first, second]


def test_pictures_of_articles() -> None:
    """Those that lie among an article's lines are of it; a page of pictures alone is one as well."""
    data = alto().replace(b"<TextBlock", b"<ComposedBlock ID='a' TYPE='article'><TextBlock", 1)
    data = data.replace(b"</PrintSpace>", b"</ComposedBlock></PrintSpace>")
    assert [colour for colour, _ in seen(read_alto(data, near=beside(p1_png=picture())))] == [RED, BLUE]


def test_a_page_of_pictures_alone() -> None:
    """It has no line, and is there all the same."""
    shown = "".join(
        f'<Illustration HPOS="{left}" VPOS="{top}" WIDTH="{right - left}" HEIGHT="{bottom - top}"/>'
        for left, top, right, bottom in SHOWN.values()
    )
    page = f'<Page WIDTH="600" HEIGHT="800"><PrintSpace>{shown}</PrintSpace></Page></Layout>'
    data = alto().decode().replace("</Layout>", page).encode()
    source = read_alto(data, near=beside(p1_png=picture("TIFF", more=1)))
    assert [colour for colour, _ in seen(source)][2:] == [RED, BLUE]


def test_graphics_of_an_illustration() -> None:
    """In a block that is called one a graphical element is a picture, elsewhere a line between blocks."""
    data = alto().decode().replace("<Illustration", "<GraphicalElement")
    assert read_alto(data.encode(), near=beside(p1_png=picture())).images == ()
    parts = data.split("<GraphicalElement")
    composed = "<ComposedBlock TYPE='Illustration'><GraphicalElement".join(parts)
    composed = composed.replace("/><TextBlock", "/></ComposedBlock><TextBlock")
    source = read_alto(composed.encode(), near=beside(p1_png=picture()))
    assert [colour for colour, _ in seen(source)] == [RED, BLUE]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_turned_pages(turned: int) -> None:
    """A page whose text is turned is read as it is held, and its pictures stand as its text does."""
    width, height = SIZE if turned == 180 else SIZE[::-1]

    def place(left: float, top: float, right: float, bottom: float) -> str:
        """Where a box lies on the page that is turned against the clock."""
        wide, high = SIZE
        edges = {
            90: (top, wide - right, bottom, wide - left),
            180: (wide - right, high - bottom, wide - left, high - top),
            270: (high - bottom, left, high - top, right),
        }[turned]
        return " ".join(f"{edge:.0f}" for edge in edges)

    lines = "".join(
        f"<span class='ocr_line' title='bbox {place(60, 520 + 40 * n, 510, 550 + 40 * n)}; textangle {turned}'>"
        "The ferry left at dawn today</span>"
        for n in range(3)
    )
    shown = "".join(f"<div class='ocr_photo' title='bbox {place(*box)}'></div>" for box in SHOWN.values())
    title = f'image "a b, c.png"; bbox 0 0 {width} {height}; scan_res 300 300'
    data = f"<html><body><div class='ocr_page' title='{title}'>{lines}{shown}</div></body></html>".encode()
    source = read_hocr(data, near={"a b, c.png": picture(turned=turned)}.get)
    assert seen(source) == [(RED, (96, 67)), (BLUE, (96, 67))]
    corners = [Image.open(BytesIO(data)).convert("RGB").getpixel((0, 0)) for _, data in source.images]
    assert all(green > red or green > 60 for red, green, _ in corners)


def test_pages_of_a_tiff() -> None:
    """Pages of hOCR that name the same file are its pictures in turn."""
    words = "<span class='ocr_line' title='bbox 60 520 510 550'>渡口的船今天清晨开了</span>"
    shown = "".join(f"<div class='ocr_photo' title='bbox {' '.join(map(str, box))}'></div>" for box in SHOWN.values())
    title = 'image "book.tif"; bbox 0 0 600 800; scan_res 300 300'
    pages = "".join(f"<div class='ocr_page' title='{title}'>{words}{more}</div>" for more in ("", "", shown))
    near = beside(book_tif=picture("TIFF", more=2))
    source = read_hocr(f"<html><body>{pages}</body></html>".encode(), near=near)
    assert [colour for colour, _ in seen(source)] == [RED, BLUE]


def page_xml(name: str = "p1.png", points: bool = True) -> bytes:
    """A page of PAGE XML, its corners as ``points``, or as elements."""

    def corners(left: int, top: int, right: int, bottom: int) -> str:
        pairs = ((left, top), (right, top), (right, bottom), (left, bottom))
        if points:
            return f'<Coords points="{" ".join(f"{x},{y}" for x, y in pairs)}"/>'
        inside = "".join(f'<Point x="{x}" y="{y}"/>' for x, y in pairs)
        return f"<Coords>{inside}</Coords>"

    text = "".join(
        f"<TextLine>{corners(60, 520 + 40 * n, 510, 550 + 40 * n)}"
        f"<TextEquiv><Unicode>{one}</Unicode></TextEquiv></TextLine>"
        for n, one in enumerate(TEXT)
    )
    kinds = zip(("ImageRegion", "GraphicRegion"), SHOWN.values(), strict=True)
    shown = "".join(f"<{kind} id='{kind}'>{corners(*box)}</{kind}>" for kind, box in kinds)
    space = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
    return (
        f'<PcGts xmlns="{space}"><Page imageFilename="{name}" imageWidth="600" imageHeight="800">'
        f"{shown}<TextRegion id='t'>{corners(60, 520, 510, 640)}{text}</TextRegion></Page></PcGts>"
    ).encode()


@pytest.mark.parametrize("points", [True, False])
def test_page_xml(points: bool) -> None:
    """Image and graphic regions, their corners in either form."""
    source = read_page_xml(page_xml(points=points), near=beside(p1_png=picture()))
    assert [colour for colour, _ in seen(source)] == [RED, BLUE]


@pytest.mark.parametrize(
    ("name", "files", "expected"),
    [
        ("", {}, "left out 2 picture(s) that only the scan has"),
        (
            "p1.png",
            {},
            "left out 2 picture(s) that only the scan has: put the scan beside the document (p1.png)",
        ),
        (
            "p1.png",
            {"p1_png": b"\x89PNG\r\n\x1a\nbroken"},
            "left out 2 picture(s) of the scan: the picture of the page is damaged, or another's (p1.png)",
        ),
        (
            "p1.png",
            {"p1_png": picture(size=(800, 600))},
            "left out 2 picture(s) of the scan: the picture of the page is damaged, or another's (p1.png)",
        ),
    ],
    ids="unnamed absent broken another".split(),
)
def test_what_is_lacking(name: str, files: dict[str, bytes], expected: str) -> None:
    """Pictures that cannot be cropped are counted in one sentence."""
    source = read_page_xml(page_xml(name), near=beside(**files))
    assert (source.images, source.warnings) == ((), (expected,))


def test_without_pillow(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is to be installed is said."""
    monkeypatch.setitem(sys.modules, "converter.readers.scan.pictures", None)
    source = read_page_xml(page_xml(), near=beside(p1_png=picture()))
    (said,) = source.warnings
    assert said.startswith("left out 2 picture(s) of the scan, which Pillow would crop: ") and "pillow" in said


def test_paths_that_lead_out(tmp_path: Path) -> None:
    """Nothing outside of the document's folder is opened: of such a path the file of that name in the folder is."""
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "p1.png").write_bytes(picture())
    for name in ("../p1.png", str(tmp_path / "p1.png"), (tmp_path / "p1.png").as_uri(), "%2e%2e/p1.png"):
        (inside / "page.xml").write_bytes(page_xml(name))
        (warning,) = load(inside / "page.xml").warnings
        assert "put the scan beside the document" in warning, name
    (inside / "p1.png").symlink_to(tmp_path / "p1.png")
    assert load(inside / "page.xml").images == ()
    (inside / "p1.png").unlink()
    (inside / "p1.png").write_bytes(picture())
    assert len(load(inside / "page.xml").images) == 2


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("images/p 1.tif", ["images/p 1.tif", "images/p 1.jpg"]),
        ("file:///home/me/p1.tif", ["me/p1.tif", "me/p1.jpg"]),
        ("https://example.org/p1.tif", ["example.org/p1.tif", "example.org/p1.jpg"]),
        ("'D:\\scan\\p1.tif'", ["scan/p1.tif", "scan/p1.jpg"]),
        ("  ", []),
    ],
)
def test_where_a_picture_may_lie(said: str, first: list[str]) -> None:
    """There where it is said to be, else in the document's own folder."""
    assert list(_paths(said))[:2] == first


def test_in_a_zip(tmp_path: Path) -> None:
    """A zip of a document and the picture of its page."""
    from zipfile import ZipFile

    with ZipFile(tmp_path / "paper.zip", "w") as packed:
        packed.writestr("paper/p1.page", page_xml("p1.tif"))
        packed.writestr("paper/p1.tif", picture("TIFF"))
    issue = load(tmp_path / "paper.zip")
    assert [name for name, _ in issue.images] == ["page1-1.png", "page1-2.png"]


def test_names_in_a_sentence() -> None:
    """The first three, without what no terminal should be sent, the last characters of a long one."""
    assert listed(["a\x1b[1m.tif", "x" * 200 + "b.tif", "c.tif", "d.tif"]) == f"a[1m.tif, {'x' * 95}b.tif, c.tif …"
