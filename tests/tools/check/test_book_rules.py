"""Our own rules of books, on sound books and on books with one fault each."""

from pathlib import Path

import pytest

from tools import SEEDS
from tools.check import book_rules, controls, features

OWN = [control for control in controls.BOOKS if control[1] == "own"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents that controls are made of."""
    folder = tmp_path_factory.mktemp("sound")
    forms = {"epub": controls.BOOKS, "html": controls.PAGES, "site": controls.SITES}
    for name, form in sorted({(row[0], form) for form, rows in forms.items() for row in rows}):
        features.make_one(folder / f"{name}.{form}")
    return folder


def test_sound_books_have_no_finding(sound: Path) -> None:
    """What Banmian writes breaks no rule, and holds the whole text of its page."""
    found = {path.name: book_rules.findings(path) for path in sorted(sound.glob("*.epub"))}
    assert found == dict.fromkeys(found, [])
    assert book_rules.findings(sound / "briefs.epub", SEEDS / "mainland-page.txt") == []


def test_each_fault_is_found(sound: Path, tmp_path: Path) -> None:
    """Every control of these rules has the finding that it was made for."""
    page = SEEDS / "mainland-page.txt"
    faulty = [control for control in controls.make(tmp_path, sound) if control.tool == "own"]
    assert len(faulty) == len(OWN) > 0
    silent = []
    for control in faulty:
        source = page if control.path.stem.startswith("briefs") else None
        if not any(control.expected in finding for finding in book_rules.findings(control.path, source)):
            silent.append(control)
    assert silent == []


def test_a_control_whose_text_is_gone_says_so(sound: Path) -> None:
    """A control that changes nothing would prove nothing."""
    with pytest.raises(ValueError, match="does not hold 'no such text' any more"):
        controls._changed((sound / "briefs.html").read_bytes(), "no such text", "", "briefs.html")
