"""The page of a shelf that finds titles: every title once, found in a browser, in either script."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from converter.shelf.plan import Shelf
from converter.shelf.search import TITLES, search_pages
from tests.shelf.made import publication, shelf_of

ISSUES, STORIES = 5_000, 20
WORDS = ("渔港", "新桥", "步道", "食堂", "渡船", "灯塔", "书店", "菜场")


def large() -> Shelf:
    """A shelf of a hundred thousand titles."""
    issues = []
    for number in range(ISSUES):
        day = f"20{number // 360:02}-{number % 360 // 30 + 1:02}-{number % 30 + 1:02}"
        titles = [f"{WORDS[(number + story) % 8]}记事之{number * STORIES + story}" for story in range(STORIES)]
        issues.append(publication(day, number, title=f"第{number}期", titles=tuple(titles)))
    return shelf_of(*issues)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its search on a disk."""
    folder = tmp_path_factory.mktemp("shelf")
    for name, data in search_pages(large()):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def held(folder: Path) -> Iterator[tuple[str, str, list[str]]]:
    """What the files of titles hold, in their order."""
    for number in range(1, len(list((folder / "shelf" / "titles").iterdir())) + 1):
        said = (folder / "shelf" / "titles" / f"{number}.js").read_text("utf-8")
        yield from json.loads(re.fullmatch(r"add\((.*)\);\n", said)[1])  # type: ignore[index]


def test_a_hundred_thousand_titles_are_in_files_of_a_browser_s_size(shelf: Path) -> None:
    """Each once, the newest first, with the way to its issue."""
    rows = list(held(shelf))
    titles = [title for _, _, some in rows for title in some]
    assert len(titles) == len({*titles}) == ISSUES * (STORIES + 1)
    assert [day for day, _, _ in rows] == sorted((day for day, _, _ in rows), reverse=True)
    assert re.fullmatch(r"\d{4}-\d\d\.html#i[0-9a-f]{16}", rows[0][1])
    sizes = [file.stat().st_size for file in (shelf / "shelf" / "titles").iterdir()]
    assert len(sizes) == -(-len(titles) // (TITLES + STORIES)) and max(sizes) < 500_000
    assert (shelf / "shelf" / "search.html").stat().st_size < 20_000


def shown(shelf: Path, asked: str) -> tuple[list[str], str]:
    """The titles that a browser shows for what is asked for, and what it says of their number."""
    if not (chromium := shutil.which("chromium")):
        pytest.skip("Chromium is not installed")
    page = f"{(shelf / 'shelf' / 'search.html').as_uri()}#{quote(asked)}"
    done = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom", page],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    count = re.search(r'<p role="status">(.*?)</p>', done.stdout)
    return re.findall(r"<li><a [^>]*>(.*?)</a>", done.stdout), count[1] if count else ""


def test_a_browser_finds_titles_on_a_disk(shelf: Path) -> None:
    """Of all files; the other script's characters and several words too."""
    assert shown(shelf, "记事之77777") == (["新桥记事之77777"], "找到1条")
    assert shown(shelf, "漁港 記事之99") == shown(shelf, "渔港 记事之99")
    some, count = shown(shelf, "渔港")
    assert (len(some), count) == (200, f"找到{ISSUES * STORIES // 8}条")
    assert shown(shelf, "没有这个") == ([], "找到0条")


def test_what_a_title_says_cannot_end_the_script() -> None:
    """A tag in it stays text."""
    files = dict(search_pages(shelf_of(publication("2024-05-16", titles=("</script><b>",)))))
    assert b"</script><b>" not in files["shelf/titles/1.js"]
    assert json.loads(files["shelf/titles/1.js"][4:-3])[0][2][1] == "</script><b>"


def test_a_shelf_of_several_papers_says_of_which_one_a_title_is() -> None:
    """Beside its day; where there is one paper the day says enough."""

    def told(*papers: str) -> list[str]:
        issues = [publication("2024-05-16", number, paper) for number, paper in enumerate(papers)]
        file = dict(search_pages(shelf_of(*issues)))["shelf/titles/1.js"]
        return sorted(issue for issue, _, _ in json.loads(file[4:-3]))

    assert told("临江晚报", "渔港周报") == ["2024-05-16 临江晚报", "2024-05-16 渔港周报"]
    assert told("临江晚报", "临江晚报") == ["2024-05-16"] * 2
