"""What becomes of each construct of each format is told, and the page of the documentation that says so is current."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.check.census.__main__ import FORMATS, table
from tools.check.census.count import Verdict, verdict

PAGE = Path(__file__).parents[4] / "docs" / "census.md"


@pytest.mark.parametrize("form", FORMATS)
def test_the_page_is_current(form: str) -> None:
    """Its table of a format is what the command prints, and nothing is lost."""
    assert table(form) in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<h1>渡口</h1><p>{}</p>", Verdict(1)),
        ("<h1>渡口</h1><p>{0}</p><p>{0}</p>", Verdict(2)),
        ("<h1>渡口</h1><p>船</p><p hidden>{}</p>", Verdict(0, causes=("hidden text",))),
        ("<h1>渡口</h1><p>船</p><script>{}</script>", Verdict(0)),
    ],
    ids="kept twice counted lost".split(),
)
def test_verdicts(page: str, expected: Verdict, request: pytest.FixtureRequest) -> None:
    """Each kind is told from the others."""
    found = verdict("html", lambda token: page.format(token).encode())
    assert (found, found.kind) == (expected, request.node.callspec.id)
