"""A site tells a shelf what it is."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from converter.errors import UnreadableInput
from converter.shelf.publication import HTML, Copy, Cover, Publication, name_based
from converter.shelf.site import read_site
from tests.shelf.made import site
from tests.strategies import PIXEL


def test_a_site_of_ours_tells_paper_day_and_leads(tmp_path: Path) -> None:
    """As its first page says it to programs."""
    assert read_site(site(tmp_path / "today"), "x/today") == Publication(
        name_based("x/today", "临江晚报 2024-05-16"),
        "临江晚报 2024-05-16",
        (Copy("x/today/index.html", HTML),),
        "临江晚报",
        "2024-05-16",
        "zh-Hans",
        leads=("桥通了",),
        modified=datetime(2024, 5, 16, tzinfo=UTC),
    )


def test_another_s_site_tells_what_it_can(tmp_path: Path) -> None:
    """Its title in its own encoding, its address as its name, its picture; the folder's name tells the day."""
    folder = tmp_path / "2024-05-16"
    folder.mkdir()
    page = (
        '<meta charset="gb18030"><title>旧书摊</title><link rel="canonical" href="https://example.org/old/">'
        '<meta property="og:image" content="https://example.org/old/front.png">'
    )
    (folder / "index.html").write_bytes(page.encode("gb18030"))
    (folder / "front.png").write_bytes(PIXEL)
    one = read_site(folder, "2024-05-16")
    assert (one.identifier, one.title, one.date) == ("https://example.org/old/", "旧书摊", "2024-05-16")
    assert one.cover == Cover(folder / "front.png", None, "image/png", "png")


@pytest.mark.parametrize("address", ["https://example.org/gone.png", "..", "https://example.org/"])
def test_a_picture_that_is_not_there_is_no_cover(address: str, tmp_path: Path) -> None:
    """Only a picture in the site's own folder counts."""
    (tmp_path / "index.html").write_text(f'<title>桥</title><meta property="og:image" content="{address}">', "utf-8")
    assert read_site(tmp_path, "x").cover is None


def test_a_page_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """An empty page, and a folder where the page should be."""
    (tmp_path / "index.html").write_bytes(b"")
    with pytest.raises(UnreadableInput):
        read_site(tmp_path, "x")
    (tmp_path / "index.html").unlink()
    (tmp_path / "index.html").mkdir()
    with pytest.raises(UnreadableInput, match="cannot be read"):
        read_site(tmp_path, "x")
