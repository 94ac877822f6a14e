"""Whole pages in the customs of other papers than the labelled ones: how much of them is read rightly."""

import json
import re
from collections import Counter
from pathlib import Path

from converter.model import Issue
from converter.readers.outline import HEADER, read_outline
from converter.readers.text import source_of
from converter.structure import detect_structure

ROOT = Path(__file__).parent.parent
PAGES = sorted((ROOT / "cases" / "pages").glob("*.case"))
FLOORS = json.loads((ROOT / "floors.json").read_text(encoding="utf-8"))["own pages"]


def blocks(issue: Issue) -> Counter[tuple[str, str]]:
    """Each block's role and its characters."""
    return Counter((str(block.role), re.sub(r"\s", "", block.text)) for block in issue.blocks())


def test_whole_pages_of_other_papers() -> None:
    """The share of blocks that are found with exactly their characters and role, and of those that are found whole."""
    assert len(PAGES) == 123
    right = whole = total = 0
    for path in PAGES:
        _, page, outline = re.split(r"^=== (?:page|outline)\n", path.read_text(encoding="utf-8"), flags=re.M)
        expected = read_outline(f"{HEADER}\n{outline}".encode(), None)
        assert isinstance(expected, Issue)
        true, found = blocks(expected), blocks(detect_structure(source_of(page)))
        right += (true & found).total()
        whole += (Counter(text for _, text in true.elements()) & Counter(text for _, text in found.elements())).total()
        total += true.total()
    print(right / total, whole / total)
    low = {name: got for name, got in (("block", right / total), ("whole", whole / total)) if got < FLOORS[name]}

    assert low == {}
