"""By how much a page lies askew: the angle at which its lines leave the clearest bands of ink and of paper."""

from __future__ import annotations

from typing import Any

import numpy as np

STEEPEST, STEP = 4.0, 0.25
"""Degrees to either side that are tried, and how far one is from the next."""

LEAST = 0.4
"""Degrees from which a page is turned: below them its lines lie straight enough."""

_CLEARER = 1.1  # times as clear as on the page as it lies that its bands are after it is turned


def lean(grey: Any) -> float:
    """The degrees, against the clock, by which a page of rows of grey bytes is to be turned to lie straight."""
    ink = grey < np.mean(grey) - 0.5 * np.std(grey)
    rows, columns = np.nonzero(ink)
    if len(rows) < 100:
        return 0.0
    angles = np.arange(-STEEPEST, STEEPEST + STEP, STEP)
    clear = [_clearness(rows, columns, np.radians(angle)) for angle in angles]
    best = int(np.argmax(clear))
    angle = float(angles[best])
    straight = clear[len(angles) // 2]
    return angle if abs(angle) >= LEAST and clear[best] > _CLEARER * straight else 0.0


def _clearness(rows: Any, columns: Any, angle: float) -> float:
    """How much the ink of neighbouring rows, or columns, differs on a page that is turned by an angle."""
    sin, cos = np.sin(angle), np.cos(angle)
    turned = rows * cos - columns * sin, columns * cos + rows * sin
    counts = [np.bincount((place - place.min()).astype(int)).astype(float) for place in turned]
    return max(float((np.diff(count) ** 2).sum()) for count in counts)
