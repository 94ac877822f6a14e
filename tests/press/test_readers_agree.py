"""The same date and page are read alike wherever they stand: a folio line, a file's name, a web page, a Word file."""

from pathlib import Path

import docx
import pytest

import converter

BODY = "渡口的早晨，雾还没有散，摆渡的老人已经把船系好，要过河的人在棚子里坐成一排，等着第一班船。"
FORMS = [
    ("2024年6月3日", "2024-06-03"),
    ("２０２４年６月３日", "2024-06-03"),
    ("二〇二四年六月三日", "2024-06-03"),
    ("2024-06-03", "2024-06-03"),
    ("民國113年6月3日", "2024-06-03"),
    ("民國一百一十三年六月三日", "2024-06-03"),
    ("中华民国三十七年六月三日", "1948-06-03"),
    ("昭和十二年六月三日", "1937-06-03"),
    ("光緒三十四年六月三日", "1908"),
    ("宣统元年闰二月初三日", "1909"),
    ("六月三日", None),
]
PAGES = [
    ("第05版", "05"),
    ("第三版", "3"),
    ("第十二版", "12"),
    ("头版", "1"),
    ("A3版", "A3"),
    ("A叠03版", "A03"),
    ("第Ａ０３版", "A03"),
]


def folio(text: str, folder: Path) -> Path:
    """A page of plain text with a folio line."""
    path = folder / "page.txt"
    path.write_text(f"海湾晚报　{text}\n\n渡口的早晨\n\n　　{BODY}\n\n　　{BODY}\n", "utf-8")
    return path


def named(text: str, folder: Path) -> Path:
    """A text whose file is called so."""
    path = folder / f"海湾晚报-{text.replace('/', '-')}.txt"
    path.write_text(f"渡口的早晨\n\n　　{BODY}\n\n　　{BODY}\n", "utf-8")
    return path


def web(text: str, folder: Path) -> Path:
    """A page of a site with a line under its headline of when and whence."""
    path = folder / "page.html"
    path.write_text(
        "<!DOCTYPE html><html><head><meta charset=utf-8><title>渡口的早晨_海湾网</title></head><body>"
        "<div class=nav><a href=/>首页</a><a href=/a>要闻</a></div><div class=content><h1>渡口的早晨</h1>"
        f"<div class=info>{text} 来源：海湾晚报</div><div class=text><p>{BODY}</p><p>{BODY}</p></div></div>"
        "</body></html>",
        "utf-8",
    )
    return path


def paper_on_the_web(text: str, folder: Path) -> Path:
    """A page of a digital newspaper, which says paper, day and page under its headline."""
    path = web(text, folder)
    path.write_text(path.read_text("utf-8").replace(f"{text} 来源：海湾晚报", f"《海湾晚报》（{text}）"), "utf-8")
    return path


def word(text: str, folder: Path) -> Path:
    """A Word document with a folio line in its header."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = f"海湾晚报　{text}"
    for line in ("渡口的早晨", BODY, BODY):
        document.add_paragraph(line)
    path = folder / "page.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize(("text", "expected"), FORMS)
def test_dates(text: str, expected: str | None, tmp_path: Path) -> None:
    """Every reader knows every form of a date, and none makes up a year."""
    line = f"{text} 第05版"
    found = {
        make.__name__: converter.load([make(said, tmp_path)]).metadata.date
        for make, said in ((folio, line), (named, text), (web, text), (paper_on_the_web, line), (word, line))
    }

    assert found == dict.fromkeys(found, expected)


@pytest.mark.parametrize(("text", "expected"), PAGES)
def test_pages(text: str, expected: str, tmp_path: Path) -> None:
    """Every reader gives a page the same number, however it is printed."""
    line = f"2024年6月3日 {text}"
    found = {
        make.__name__: converter.load([make(line, tmp_path)]).metadata.page
        for make in (folio, named, paper_on_the_web, word)
    }

    assert found == dict.fromkeys(found, expected)


@pytest.mark.parametrize("make", [folio, named, web, word])
def test_the_moon_s_day_is_told(make: object, tmp_path: Path) -> None:
    """Wherever a day of the moon's calendar is read, it is told that its year alone was taken, if nobody says it."""
    path = make("光緒三十四年六月三日", tmp_path)  # type: ignore[operator]
    told = [warning for warning in converter.load([path]).warnings if "calendar" in warning]

    assert told == [
        "光緒三十四年六月三日 is a day of the moon's calendar: only the year is taken, as 1908, though its last weeks "
        "fall into the next; say the day with --date"
    ]
    said = converter.Options(metadata=converter.Metadata(date="1908-07-01"))
    assert [warning for warning in converter.load([path], said).warnings if "calendar" in warning] == []
