"""Every case and every sample page is read as its outline says."""

import re
from pathlib import Path

import pytest

from converter.model import Issue
from converter.readers.outline import HEADER, read_outline
from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.writers.outline import write_outline

ROOT = Path(__file__).parent.parent.parent
CASES = sorted((ROOT / "tests" / "cases" / "structure").glob("*.case"))
SEEDS = sorted((ROOT / "tests" / "cases" / "structure" / "seeds").glob("*.outline"))
MISREAD = dict(
    row.split("\t")
    for row in (ROOT / "tests" / "cases" / "structure" / "misread.tsv").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
)


def cases() -> list[object]:
    """Each file as a test; one that is known to be misread is told apart, and fails when it is read rightly."""
    return [
        pytest.param(
            path,
            id=path.stem,
            marks=[pytest.mark.xfail(reason=MISREAD[path.stem], strict=True)] if path.stem in MISREAD else [],
        )
        for path in [*CASES, *SEEDS]
    ]


def tree(issue: Issue) -> list[str]:
    """The outline from its first container on, metadata and section lines left out."""
    lines = [line for line in write_outline(issue).decode().splitlines() if line]
    start = next((n for n, line in enumerate(lines) if "\t" not in line and line[0] != "#"), len(lines))
    return [line for line in lines[start:] if not re.match(r"section\b", line)]


@pytest.mark.parametrize("path", cases())
def test_case(path: Path) -> None:
    """The page is read as the outline beside it says."""
    if path.suffix == ".case":
        _, page, outline = re.split(r"^=== (?:page|outline)\n", path.read_text(encoding="utf-8"), flags=re.M)
        outline = f"{HEADER}\n{outline}"
    else:
        page = (ROOT / "seeds" / f"{path.stem}.txt").read_text(encoding="utf-8")
        outline = path.read_text(encoding="utf-8")
    expected = read_outline(outline.encode(), None)
    actual = detect_structure(source_of(page))

    assert tree(actual) == tree(expected)
    for name in ("paper", "date", "page"):
        if value := getattr(expected.metadata, name):
            assert (name, getattr(actual.metadata, name)) == (name, value)
