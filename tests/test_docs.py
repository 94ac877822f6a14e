"""What the documents for programmers say of the house is so."""

import re
from pathlib import Path

import pytest

SUFFIXES = "py|pyi|mjs|js|css|tsv|txt|json|svg|md|cfg|toml|outline|case|jsonl"
PATH = re.compile(rf"`((?:[\w.-]+/)*[\w.-]+\.(?:{SUFFIXES})|(?:[\w.-]+/)+)`")
PARTS = ("bench", "converter", "docs", "seeds", "styles", "tests", "tools")


def missing(root: Path, document: str) -> list[str]:
    """The paths that a document names and that do not exist; a name alone has to be somewhere in the project."""
    here = [*root.iterdir(), *(path for part in PARTS for path in (root / part).rglob("*"))]
    names = {path.name for path in here}
    said = dict.fromkeys(PATH.findall((root / document).read_text("utf-8")))
    return [path for path in said if not ((root / path).exists() or path.rstrip("/") in names)]


@pytest.mark.parametrize("document", ["docs/architecture.md", "docs/structure.md", "CONTRIBUTING.md"])
def test_every_path_that_is_named_exists(document: str, root: Path) -> None:
    """No document sends a reader to a file that is not there."""
    assert missing(root, document) == []


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A whole path has to exist, a bare name to be somewhere; what is in no back quotes is no path."""
    (tmp_path / "converter" / "press").mkdir(parents=True)
    (tmp_path / "converter" / "press" / "dates.py").touch()
    said = "`converter/press/`, `dates.py`, `converter/dates.py`, `gone.tsv`, press/gone.py, `weights()`"
    (tmp_path / "house.md").write_text(said, "utf-8")
    assert missing(tmp_path, "house.md") == ["converter/dates.py", "gone.tsv"]
