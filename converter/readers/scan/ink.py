"""Where ink is on a line, and how it lies in rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np


def ink_of(pixels: Any) -> Any:
    """Where ink is in rows of colours: what is nearer to the darkest of them than to their paper."""
    grey = pixels.min(axis=2)
    dark, paper = np.percentile(grey, 2), np.percentile(grey, 80)
    return grey < (dark + paper) / 2


def runs(inked: Any, gap: float) -> Iterator[tuple[int, int]]:
    """The stretches of rows that have ink, each with its end; those that are no more than a gap apart are one."""
    places = np.nonzero(inked)[0]
    if len(places):
        for part in np.split(places, np.nonzero(np.diff(places) > gap + 1)[0] + 1):
            yield int(part[0]), int(part[-1]) + 1
