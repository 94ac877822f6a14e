"""A user's own drawing as the cover holds all it needs, and runs nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from converter.errors import UnreadableInput
from converter.model import Issue
from converter.options import Look
from converter.writers.cover.raster import PIXELS
from tests.writers.reading import Book, cover_of

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 4" fill="url(#red)">{}</svg>'
"""A user's drawing, with whatever is in it."""


def test_own_drawing_is_the_cover(paper: Issue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user's SVG is the cover in pixels; where nothing draws it, itself, in UTF-8, without what his program says."""
    own = tmp_path / "cover.svg"
    own.write_text(f'<?xml version="1.0" encoding="utf-16"?><!-- made by hand -->{DRAWING.format("<rect/>")}', "utf-16")
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "resvg_py", None)
        book = Book(paper, Look(cover=own))
    assert cover_of(book) == ("cover.svg", "image/svg+xml", ["cover.svg"])
    assert f'<?xml version="1.0" encoding="utf-8"?>\n{DRAWING.format("<rect/>")}\n' == book.files["cover.svg"].decode()
    book = Book(paper, Look(cover=own))
    assert cover_of(book) == ("cover.png", "image/png", ["cover.png"])
    assert tuple(int.from_bytes(book.files["cover.png"][start : start + 4]) for start in (16, 20)) == PIXELS


@pytest.mark.parametrize(
    ("inside", "odd"),
    [
        ("<script>go()</script>", "script"),
        ("<foreignObject/>", "foreignObject"),
        ('<image href="/etc/hostname"/>', "href="),
        ('<use xmlns:x="http://www.w3.org/1999/xlink" x:href="other.svg#a"/>', "href="),
        ('<rect onload="go()"/>', "onload="),
        ('<rect style="fill: url( &quot;https://example.org/a.svg#b&quot;)"/>', "style="),
        (r'<rect fill="\75rl(a.svg#b)"/>', "fill="),
        ("<style>@import 'a.css';</style>", "@import"),
        ("<style>rect { fill: url(a.svg#b) }</style>", "url"),
    ],
)
def test_own_drawing_holds_all_it_needs(paper: Issue, tmp_path: Path, inside: str, odd: str) -> None:
    """A drawing that would run something, or show a file of this machine or of the network, is refused."""
    own = tmp_path / "cover.svg"
    own.write_text(DRAWING.format(inside))
    with pytest.raises(UnreadableInput, match=f"has .?{odd}.*it has to hold all it needs: save it as plain SVG"):
        Book(paper, Look(cover=own))
