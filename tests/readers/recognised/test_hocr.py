"""hOCR: lines of a scan in HTML."""

from __future__ import annotations

import pytest

from converter.model import Box
from converter.readers.kinds import kind_of
from converter.readers.recognised.hocr import read_hocr

PAGE = (
    "<!DOCTYPE html><html><head><title></title><meta name='ocr-system' content='invented'></head><body>"
    "<div class='ocr_page' title='image \"a.png\"; bbox 0 0 1200 1000; scan_res 150 150'>{}</div></body></html>"
)


def line(text: str, left: int, top: int, sure: int = 95, name: str = "ocr_line") -> str:
    """A line, each character a word, as engines write Chinese."""
    words = " ".join(f"<span class='ocrx_word' title='bbox 0 0 9 9; x_wconf {sure}'>{char}</span>" for char in text)
    place = f"bbox {left} {top} {left + 40 * len(text)} {top + 40}"
    return f"<span class='{name}' title='{place}; x_size 40'>{words}</span>"


def test_lines_of_a_scan() -> None:
    """Boxes in points by the scan's resolution, the left column first, blanks between Chinese words gone."""
    inside = line("右边第一行文字", 700, 100) + line("左边第一行文字", 100, 100) + line("左边第二行文字", 100, 160, 30)
    data = PAGE.format(f"<div class='ocr_carea'><p class='ocr_par'>{inside}</p></div>").encode()
    assert kind_of(data, ".html") == "hocr"
    source = read_hocr(data)
    assert [(one.text, one.sure) for one in source.lines] == [
        ("左边第一行文字", 0.95),
        ("左边第二行文字", 0.3),
        ("右边第一行文字", 0.95),
    ]
    assert source.lines[0].box == Box(48.0, 48.0, 182.4, 67.2)


def test_text_outside_of_lines_is_counted() -> None:
    """What stands in no line of the scan is no text of it."""
    data = PAGE.format(line("风平浪静", 100, 100) + "<p>机器写的</p>").encode()
    assert read_hocr(data).warnings == ("left out 4 character(s) of text that stands in no line of the scan",)


def test_a_page_about_it_is_html() -> None:
    """A page that only says the word is a page."""
    assert kind_of(b"<html><body><p>&lt;div class='ocr_page'&gt;</p></body></html>", ".html") == "html"


def turned(text: str, box: str, angle: int) -> str:
    """A line that stands turned."""
    return f"<span class='ocr_line' title='bbox {box}; textangle {angle}; x_size 40'>{text}</span>"


def test_a_page_that_lies_on_its_side() -> None:
    """Lines that run from the foot to the head are read from the left, and the sheet is turned with them."""
    inside = turned("second line of it", "160 100 200 900", 90) + turned("the first line", "100 200 140 900", 90)
    source = read_hocr(PAGE.format(inside).encode())
    assert [(one.text, one.upright) for one in source.lines] == [
        ("the first line", False),
        ("second line of it", False),
    ]
    assert (source.sheets[0].width, source.sheets[0].height) == (480, 576)
    assert source.lines[0].box == Box(48.0, 48.0, 384.0, 67.2)


@pytest.mark.parametrize(
    ("angle", "first", "second"),
    [(180, "100 860 900 900", "100 800 900 840"), (270, "860 100 900 900", "800 100 840 900")],
)
def test_a_turned_note_comes_last(angle: int, first: str, second: str) -> None:
    """Of a page that stands straight, what is turned is read alone, and keeps its place."""
    note = turned("written on the side", second, angle) + turned("what somebody has", first, angle)
    text = [line("风平浪静的一天过去了，两岸的人都回家了。", 100, 100 + 60 * place) for place in range(3)]
    source = read_hocr(PAGE.format(note + "".join(text)).encode())
    assert [one.text for one in source.lines][2:] == [
        "风平浪静的一天过去了，两岸的人都回家了。",
        "what somebody has",
        "written on the side",
    ]
    left, top, right, bottom = (int(edge) * 0.48 for edge in first.split())
    assert source.lines[3].box == Box(*(round(edge, 2) for edge in (left, top, right, bottom)))


def test_chinese_turned_by_three_quarters_is_upright() -> None:
    """Some engines say of upright lines that they are turned."""
    inside = turned("两岸的人都来看热闹", "740 100 780 460", 270) + turned("渡口的船今天开了，", "800 100 840 460", 270)
    source = read_hocr(PAGE.format(inside).encode())
    assert [(one.text, one.upright) for one in source.lines] == [
        ("渡口的船今天开了，", True),
        ("两岸的人都来看热闹", True),
    ]


def test_what_holds_lines_names_them() -> None:
    """A caption or footer that has lines inside is no line beside them."""
    caption = f"<p class='ocr_caption'>{line('新船出港。', 100, 300)}{line('渡口摄', 100, 360)}</p>"
    number = "<span class='ocr_pageno' title='bbox 560 950 600 990'>12</span>"
    source = read_hocr(PAGE.format(line("风平浪静的一天过去了", 100, 100) + caption + number).encode())
    assert [(one.text, one.role) for one in source.lines] == [
        ("风平浪静的一天过去了", None),
        ("新船出港。", "caption"),
        ("渡口摄", "caption"),
    ]
    assert source.warnings == ("left out 1 page number(s), which the list of pages tells",)


@pytest.mark.parametrize(("system", "role"), [("tesseract 5.3.0", None), ("invented", "folio")])
def test_a_header_of_tesseract_is_a_line_over_columns(system: str, role: str | None) -> None:
    """It may be a headline; another engine's is what heads the page."""
    inside = line("渡口换了新船", 100, 100, name="ocr_header") + line("渡口的船今天清晨开了", 100, 200)
    data = PAGE.replace("invented", system).format(inside).encode()
    assert [one.role for one in read_hocr(data).lines] == [role, None]


def test_a_page_of_kraken() -> None:
    """Its properties stand behind commas, and each character has a confidence."""
    word = "<span class='ocrx_word' title='bbox 100 100 180 140, x_confs 90 70'>渡口</span>"
    inside = f"<span class='ocr_line' title='bbox 100 100 180 140; cuts 1 2'>{word}</span>"
    data = f"<div class='ocr_page' title='bbox 0 0 1200 1000, image a.png'>{inside}</div>".encode()
    source = read_hocr(data)
    assert [(one.text, one.sure) for one in source.lines] == [("渡口", 0.8)]
    assert (source.sheets[0].width, source.sheets[0].height) == (288, 240)
