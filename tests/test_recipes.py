"""The programs in docs/recipes.md run as they stand there."""

from __future__ import annotations

import io
import json
import os
import shlex
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

import converter
from tests.test_manuals import fences

PAGE = """临江新桥昨日通车

本报记者 江帆

昨日清晨，第一班公交车驶上新桥，居民都来看。

【桥面很宽】

人行道上有长椅，老人可以歇脚。
"""
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>海湾晚报</title><link>https://news.example/</link><description>新闻</description>
<item><title>新桥昨日通车</title><link>https://news.example/1</link><dc:creator>江帆</dc:creator>
<pubDate>Thu, 16 May 2024 06:00:00 +0800</pubDate>
<description>&lt;p&gt;第一班公交车清晨驶上新桥。&lt;/p&gt;</description></item>
<item><title>渔港迎来新船</title><link>https://news.example/2</link><dc:creator>陆水</dc:creator>
<pubDate>Wed, 15 May 2024 23:30:00 -0500</pubDate>
<description>&lt;p&gt;首批船队今早出海。&lt;/p&gt;</description></item>
<item><title>灯塔重新点亮</title><description>&lt;p&gt;灯塔昨夜点亮。&lt;/p&gt;</description></item>
</channel></rss>"""


@pytest.fixture
def programs(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The programs of the page, in their order; the folder is the test's own."""
    monkeypatch.chdir(tmp_path)
    return fences(root / "docs" / "recipes.md", "python")


def test_both_languages_have_the_same_programs(root: Path, programs: list[str]) -> None:
    """What is run below stands in the Chinese page too."""
    assert fences(root / "docs" / "recipes.zh-CN.md", "python") == programs


def test_the_service(programs: list[str]) -> None:
    """A page comes back as an EPUB in the script asked for; what cannot be is 422 with the sentence."""
    pytest.importorskip("fastapi", reason="fastapi is not installed: pip install '.[test]'")
    from fastapi.testclient import TestClient

    done: dict[str, Any] = {"__name__": "service"}
    exec(compile(programs[0], "service.py", "exec", dont_inherit=True), done)
    client = TestClient(done["app"])
    made = client.post("/book?script=zh-Hant-TW", files={"page": ("page.txt", PAGE.encode())})
    assert (made.status_code, made.headers["content-type"]) == (200, "application/epub+zip")
    with zipfile.ZipFile(io.BytesIO(made.content)) as book:
        assert any("臨江新橋昨日通車" in book.read(name).decode() for name in book.namelist() if "page" in name)
    refused = client.post("/book?script=zh-TWW", files={"page": ("page.txt", PAGE.encode())})
    assert (refused.status_code, "zh-TWW" in refused.json()["detail"]) == (422, True)


def test_the_table(programs: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A row a story; a file that is no text is told beside."""
    pytest.importorskip("pandas", reason="pandas is not installed: pip install '.[test]'")
    Path("archive").mkdir()
    Path("archive", "a.txt").write_text(PAGE, "utf-8")
    Path("archive", "b.txt").write_bytes(bytes(range(256)) * 4)
    done: dict[str, Any] = {}
    exec(programs[1], done)
    (row,) = done["stories"].reset_index().to_dict("records")
    assert row == {"file": "a.txt", "title": "临江新桥昨日通车", "paragraphs": 2, "characters": 37}
    assert [Path(why.partition(": ")[0]).name for why in done["unread"]] == ["b.txt"]
    assert "临江新桥昨日通车" in capsys.readouterr().out


def test_the_feed(programs: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Each story has its own day, that of where it was published, its author and its address; one has none of them."""
    pytest.importorskip("feedparser", reason="feedparser is not installed: pip install '.[test]'")
    Path("feed.xml").write_text(FEED, "utf-8")
    exec(programs[2], {})
    assert capsys.readouterr().out == (
        "新桥昨日通车 ('江帆',) 2024-05-16 https://news.example/1\n"
        "渔港迎来新船 ('陆水',) 2024-05-15 https://news.example/2\n"
        "灯塔重新点亮 () 2024-05-16 None\n"
    )
    assert Path("feed.epub").is_file()


def test_the_hook_of_calibre(programs: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Given what calibre gives a plug-in, a text becomes an EPUB, and what cannot be read stays what it was."""

    class FileTypePlugin:
        def temporary_file(self, suffix: str) -> Any:
            return SimpleNamespace(name=str(tmp_path / f"made{suffix}"), close=lambda: None)

    customize = ModuleType("calibre.customize")
    customize.FileTypePlugin = FileTypePlugin  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "calibre", ModuleType("calibre"))
    monkeypatch.setitem(sys.modules, "calibre.customize", customize)
    ran = subprocess.run
    monkeypatch.setattr(
        subprocess, "run", lambda command: ran([sys.executable, "-m", "converter", *command[1:]], capture_output=True)
    )
    done: dict[str, Any] = {"__name__": "plugin"}
    exec(programs[3], done)
    plugin = done["Banmian"]()
    Path("page.txt").write_text(PAGE, "utf-8")
    Path("broken.txt").write_bytes(bytes(range(256)) * 4)
    assert zipfile.is_zipfile(plugin.run("page.txt"))
    assert plugin.run("broken.txt") == "broken.txt"


@pytest.mark.skipif(not shutil.which("calibre-customize"), reason="needs calibre (apt-get install calibre)")
def test_the_hook_in_calibre_itself(programs: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A text that is added to a library is a book there, with the page's own title."""
    (tmp_path / "plugin").mkdir()
    (tmp_path / "plugin" / "__init__.py").write_text(programs[3], "utf-8")
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    command = tmp_path / "bin" / "banmian"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m converter "$@"\n', "utf-8")
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("CALIBRE_CONFIG_DIRECTORY", str(tmp_path / "settings"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    library = str(tmp_path / "library")
    for run in (
        ["calibre-customize", "-b", str(tmp_path / "plugin")],
        ["calibredb", "add", "--with-library", library, str(tmp_path / "page.txt")],
    ):
        subprocess.run(run, check=True, capture_output=True)
    listed = ["calibredb", "list", "--with-library", library, "-f", "title,formats", "--for-machine"]
    (book,) = json.loads(subprocess.run(listed, check=True, capture_output=True).stdout)
    assert [Path(path).suffix for path in book["formats"]] == [".epub"]
    assert book["title"] == converter.load([tmp_path / "page.txt"]).title


def test_the_pins(programs: list[str]) -> None:
    """The line in brackets is a subhead."""
    Path("page.txt").write_text(PAGE, "utf-8")
    done: dict[str, Any] = {}
    exec(programs[4], done)
    told = [(block.role, block.text) for block in done["issue"].blocks()]
    assert (converter.Role.SUBHEAD, "【桥面很宽】") in told
    assert Path("page.epub").is_file()
