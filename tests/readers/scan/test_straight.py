"""Pages that lie askew."""

import pytest

from tests.readers.scan import pages

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

import numpy as np

from converter.readers.scan.straight import lean


@pytest.mark.parametrize("angle", [-3, -1, 0, 0.25, 2])
@pytest.mark.parametrize("upright", [False, True])
def test_lean(angle: float, upright: bool) -> None:
    """A page is turned back by as much as it was turned, and one that is all but straight stays."""
    page = pages.drawn(pages.column(pages.FIRST * 3, 60, 60), (700, 900))
    page = page.transpose(2) if upright else page
    found = lean(np.asarray(page.rotate(angle, fillcolor=250)))
    assert found == pytest.approx(-angle if abs(angle) >= 0.4 else 0, abs=0.3)


def test_nothing_to_tell_by() -> None:
    """An empty page lies straight."""
    assert lean(np.full((300, 200), 250, "uint8")) == 0
