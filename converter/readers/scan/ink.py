"""Where ink is on a line, and how it lies in rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

DARK = 0.3
"""From which depth on paper has ink."""


def ink_of(depth: Any) -> Any:
    """Where ink is in rows of depths: where they are dark all about, for a single pixel may be dust or noise."""
    return smoothed(depth) > DARK


def depth_of(pixels: Any) -> Any:
    """How dark rows of colours are, from 0 for their paper to 1 for their ink."""
    grey = pixels.min(axis=2).astype(float)
    dark, paper = np.percentile(grey, 2), np.percentile(grey, 80)
    return np.clip((paper - grey) / max(paper - dark, 1.0), 0, 1)


def smoothed(rows: Any) -> Any:
    """The means of each and its eight neighbours, so that a single dark pixel is no ink."""
    for axis in (0, 1):
        padded = np.pad(rows, [(1, 1) if axis == n else (0, 0) for n in (0, 1)], mode="edge")
        size = rows.shape[axis]
        rows = sum(np.take(padded, range(at, at + size), axis) for at in range(3)) / 3
    return rows


def runs(inked: Any, gap: float) -> Iterator[tuple[int, int]]:
    """The stretches of rows that have ink, each with its end; those that are no more than a gap apart are one."""
    places = np.nonzero(inked)[0]
    if len(places):
        for part in np.split(places, np.nonzero(np.diff(places) > gap + 1)[0] + 1):
            yield int(part[0]), int(part[-1]) + 1
