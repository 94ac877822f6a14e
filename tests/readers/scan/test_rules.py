"""Rules, frames, tints and pictures on a picture of a page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from tests.readers.scan import pages

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

import numpy as np
from PIL import ImageDraw

from converter.model import Box
from converter.readers.scan.rules import drawn_on

EM, SCALE = 16.0, 0.48  # points of the text's type, and of a pixel
LINES = [*pages.column(pages.FIRST, 60, 60), *pages.column(pages.SECOND, 700, 60)]


def found(shapes: Sequence[tuple[Any, ...]], lean: float = 0, texts: Sequence[Box] = ()) -> tuple[list[Box], ...]:
    """What is found beside two columns of text: lines as (x, y, x, y), fields with a shade, frames with None."""
    page = pages.drawn(LINES, (1300, 800))
    pen = ImageDraw.Draw(page)
    for left, top, right, bottom, *shade in shapes:
        if not shade:
            pen.line((left, top, right, bottom), fill=30, width=2)
        else:
            pen.rectangle((left, top, right, bottom), fill=shade[0], outline=30 if shade[0] is None else None, width=2)
    noise = np.random.default_rng(0).normal(0, 6, (800, 1300))
    grey = np.clip(np.asarray(page.rotate(lean, fillcolor=250)) - 20 + noise, 0, 255).astype("uint8")
    return tuple(drawn_on(np.stack([grey] * 3, axis=2), SCALE, EM, texts))


def near(box: Box, *pixels: float) -> bool:
    """Whether a box is where a shape was drawn."""
    edges = (box.left, box.top, box.right, box.bottom)
    return all(abs(edge / SCALE - pixel) < 8 for edge, pixel in zip(edges, pixels, strict=True))


@pytest.mark.parametrize("lean", [0, 0.3])
def test_rules(lean: float) -> None:
    """In a gutter and across the page, though the page leans a little; nothing else is one."""
    rules, frames, pictures = found([(650, 40, 650, 420), (60, 460, 1240, 460)], lean)
    assert len(rules) == 2 and (frames, pictures) == ([], [])
    assert any(near(rule, 650, 40, 650, 420) for rule in rules)
    assert any(near(rule, 60, 460, 1240, 460) for rule in rules)


def test_a_frame() -> None:
    """Four rules that meet enclose one; three do not."""
    rules, (frame,), _ = found([(700, 500, 1200, 740, None)])
    assert near(frame, 700, 500, 1200, 740) and rules == []
    assert found([(700, 500, 1200, 500), (700, 500, 700, 740), (700, 740, 1200, 740)])[1] == []


def test_fields() -> None:
    """One of darker paper with text on it is a tint, one without is a picture."""
    text = Box(700 * SCALE, 60 * SCALE, 1200 * SCALE, 92 * SCALE)
    _, (tint,), _ = found([(100, 500, 500, 700, 225)], texts=[Box(60, 250, 200, 266)])
    assert near(tint, 100, 500, 500, 700)
    _, frames, (picture,) = found([(100, 500, 500, 700, 90)], texts=[text])
    assert near(picture, 100, 500, 500, 700) and frames == []
    assert found([])[1:] == ([], [])


def test_a_stroke_of_a_character_is_no_rule() -> None:
    """However long it is: it stands in its line."""
    stroke = (100, 600, 300, 600)
    assert len(found([stroke])[0]) == 1
    assert found([stroke], texts=[Box(90 * SCALE, 500 * SCALE, 310 * SCALE, 720 * SCALE)])[0] == []


def test_a_table_is_no_frame() -> None:
    """Its rules are kept, the outer ones too: they meet in a grid."""
    inner = [(700, 580, 1200, 580), (700, 660, 1200, 660), (950, 500, 950, 740)]
    rules, frames, _ = found([(700, 500, 1200, 740, None), *inner])
    assert (len(rules), frames) == (7, [])
