"""The documentation's site in Chinese: its own search, run by Node, finds words, and its lines are joined."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PAGES = ("exit-codes.zh-CN.md", "outline.zh-CN.md", "outline.md")


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some of the pages as the site in Chinese has them."""
    for package in ("sphinx", "myst_parser", "furo", "jieba"):
        pytest.importorskip(package, reason=f"{package} is not installed: pip install '.[docs]'")
    folder = tmp_path_factory.mktemp("docs")
    for name in ("conf.py", "split-query.js", "structure.schema.json", *PAGES):
        shutil.copy(root / "docs" / name, folder)
    pages = "\n".join(name.removesuffix(".md") for name in PAGES)
    (folder / "index.zh-CN.md").write_text(f"# 文档\n\n```{{toctree}}\n{pages}\n```\n", "utf-8")
    build = [sys.executable, "-m", "sphinx", "-q", "-t", "zh", folder, folder / "site"]
    subprocess.run(build, check=True, capture_output=True, timeout=120)
    return folder / "site"


def test_words_are_found(site: Path, root: Path) -> None:
    """Words of one and of several of jieba's, beside a mark, and in a title; a word that no page has finds none."""
    node = shutil.which("node")
    if not node:
        pytest.skip("Node is not installed")
    expected = {
        "署名": {"outline.zh-CN"},
        "主题": {"outline.zh-CN"},
        "简讯": {"outline.zh-CN"},
        "简讯栏": {"outline.zh-CN"},
        "图片说明": {"outline.zh-CN"},
        "退出码": {"exit-codes.zh-CN"},
        "邮件服务器拒收": {"exit-codes.zh-CN"},
        "“版次”": {"outline.zh-CN"},
        "海湾新桥": {"outline", "outline.zh-CN"},
        "folio": {"outline", "outline.zh-CN"},
        "驴唇马嘴": set(),
    }
    command = [node, root / "tests" / "tools" / "search.mjs", site, *expected]
    found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout)
    missed = {query: pages for query, pages in expected.items() if not pages <= set(found[query])}
    assert missed == {}
    assert found["驴唇马嘴"] == []
    assert found["退出码"][0] == "exit-codes.zh-CN"


def test_lines_of_a_paragraph_are_joined_as_chinese_is(site: Path) -> None:
    """No blank stands where a line of the source ends after a full-width mark; beside a Latin word one stays."""
    codes, outline = ((site / f"{name}.zh-CN.html").read_text("utf-8") for name in ("exit-codes", "outline"))
    assert "不改变退出码，<code" in codes
    assert "脚注以自己的编号\n<code" in outline
