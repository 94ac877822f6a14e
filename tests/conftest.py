"""What tests of several parts share."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from converter.cli import language
from tests.folder import FIRST, SECOND, TENTH
from tests.strategies import PIXEL

# A busy machine makes no example wrong; what else the run's own profile sets stays.
settings.register_profile("patient", parent=settings(), deadline=None)
settings.load_profile("patient")

os.environ["LANGUAGE"] = "en"  # the tests read what the command says

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def speaking_english() -> Iterator[None]:
    """A command that a test ran in another language leaves the next one none of it."""
    yield
    language.speak(language.ENGLISH)


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def seeds() -> list[Path]:
    """The sample pages that the package ships."""
    found = sorted((ROOT / "seeds").glob("*.txt"))
    assert found
    return found


@pytest.fixture(scope="session")
def labelled_pages() -> list[dict[str, str]]:
    """The labelled real pages, where they lie beside the checkout; they are not ours to ship."""
    files = sorted((SHARED / "gold" / "pages").glob("*.jsonl"))
    if not files:
        pytest.skip("no labelled pages beside the checkout")
    return [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]


@pytest.fixture
def three_pages(tmp_path: Path) -> Path:
    """Three pages of a paper, a picture beside the third."""
    made = tmp_path / "issue"
    (made / "page10").mkdir(parents=True)
    for name, text in (("page1", FIRST), ("page2", SECOND), ("page10", TENTH)):
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    (made / "page10" / "ship.png").write_bytes(PIXEL)
    return made
