"""Documents that other programs wrote, each with the tree that is read from it."""

from pathlib import Path

import pytest

from converter import load
from converter.writers.outline import write_outline

SAMPLES = sorted(path for path in (Path(__file__).parent / "samples").iterdir() if path.suffix != ".outline")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_document_of_another_program(sample: Path) -> None:
    """What Chromium, LibreOffice, pandoc and editors write is read as the outline beside it says."""
    outline = sample.with_name(f"{sample.name}.outline").read_text("utf-8")
    assert write_outline(load([sample])).decode() == outline
