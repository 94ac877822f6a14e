"""The lines of invented novels are joined where a paragraph goes on, and nowhere else, however they are typed."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCH = Path(__file__).parent.parent.parent / "bench" / "novels.py"
LAYOUTS = ("blank", "bare", "indented", "wrapped", "narrow", "gaps")


def made() -> ModuleType:
    """The generator that ``make bench`` measures with."""
    spec = importlib.util.spec_from_file_location("novels", BENCH)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["novels"] = module  # its dataclass is looked up there
    spec.loader.exec_module(module)
    return module


NOVELS = made()


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("traditional", [False, True])
def test_no_two_paragraphs_are_glued(layout: str, traditional: bool) -> None:
    """Speech of one line, long telling, chapters: of the 4,800 lines of all layouts one border at most is missed."""
    false, missed = NOVELS.joins(NOVELS.novel(400, layout, "corner" if traditional else "straight", traditional))

    assert (false, missed <= 1) == (0, True)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_quotes_change_nothing(layout: str) -> None:
    """A novel is read alike with curly, corner, straight, full-width, low and mixed quotes."""
    read = {quotes: NOVELS.reading(NOVELS.novel(150, layout, quotes)) for quotes in NOVELS.QUOTES}

    assert read == dict.fromkeys(NOVELS.QUOTES, read["curly"])
