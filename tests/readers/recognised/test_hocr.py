"""hOCR: lines of a scan in HTML."""

from __future__ import annotations

from converter.model import Box
from converter.readers.kinds import kind_of
from converter.readers.recognised.hocr import read_hocr

PAGE = (
    "<!DOCTYPE html><html><head><title></title><meta name='ocr-system' content='invented'></head><body>"
    "<div class='ocr_page' title='image \"a.png\"; bbox 0 0 1200 1000; scan_res 150 150'>{}</div></body></html>"
)


def line(text: str, left: int, top: int, sure: int = 95) -> str:
    """A line, each character a word, as engines write Chinese."""
    words = " ".join(f"<span class='ocrx_word' title='bbox 0 0 9 9; x_wconf {sure}'>{char}</span>" for char in text)
    place = f"bbox {left} {top} {left + 40 * len(text)} {top + 40}"
    return f"<span class='ocr_line' title='{place}; x_size 40'>{words}</span>"


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
