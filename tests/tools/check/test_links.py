"""Links that lead nowhere are found."""

from pathlib import Path

from tools.check.links import broken


def test_each_fault_is_found(tmp_path: Path) -> None:
    """A file and a place that are not there, a way out of the site, a part from elsewhere; the others are right."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.html").write_text(
        "<h1 id='桥'>桥</h1><a href='#桥'></a><a href='../two.html#%E6%A1%A5'></a><a href='https://news.example/'></a>"
        "<a href='none.html'></a><a href='#none'></a><a href='../../out.html'></a><img src='https://news.example/a.png'>"
        "<img src='data:,'>",
        "utf-8",
    )
    (tmp_path / "two.html").write_text("<h1 id='桥'>桥</h1><a href='a/one.html#none'></a>", "utf-8")
    assert [*broken(tmp_path)] == [
        "a/one.html: none.html: no such file",
        "a/one.html: #none: no such place",
        "a/one.html: ../../out.html: leads out of the site",
        "a/one.html: https://news.example/a.png: is loaded from elsewhere",
        "two.html: a/one.html#none: no such place",
    ]
