"""Documents that other programs wrote, each with what is read from it."""

from pathlib import Path

import pytest

from converter import read
from converter.model import Source
from converter.structure.markup import settle
from converter.writers.outline import write_outline

SAMPLES = sorted(path for path in (Path(__file__).parent / "samples").iterdir() if path.suffix not in (".txt", ".zip"))


def told(sample: Path) -> str:
    """A book's outline; of other documents each line, with the role, form and depth that its mark-up tells."""
    document = read(sample)
    if not isinstance(document, Source):
        return write_outline(document).decode()
    lines = settle(document).lines
    sure = (" ".join(filter(None, (line.role, line.form, str(line.depth or "")))) or "?" for line in lines)
    return "".join(f"{kind}\t{line.text}\n" for kind, line in zip(sure, lines, strict=True))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_document_of_another_program(sample: Path) -> None:
    """What Chromium, LibreOffice, pandoc and editors write is read as the text beside it says."""
    assert told(sample) == sample.with_name(f"{sample.name}.txt").read_text("utf-8")
