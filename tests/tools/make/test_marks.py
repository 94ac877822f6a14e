"""How the weights are made that tell marks by their ink."""

import random
from collections import Counter

import pytest

pytest.importorskip("rapidocr", reason="RapidOCR is not installed: pip install '.[test]'")

import numpy as np

from converter.readers.scan.shapes import MARKS, SHAPE, likely
from tools.make import marks
from tools.make.pages.upright import Wear, faces, lines_of, page


def test_pieces_are_named() -> None:
    """Each mark of a drawn line is one of its pieces of ink; a stroke of a character, and half of a mark, are none."""
    some = [face for face in faces() if "Noto" in face.name]
    if not some:
        pytest.skip("no face with Chinese characters is installed: apt-get install fonts-noto-cjk")
    rng = random.Random(4)
    text = "晨雾散尽以后，渡船一早靠上码头。又有谁在船上？撑船的人说：「风太大」！三百、五百人都在等。"
    drawn = page(rng, [text * 9], some[0], 40, Wear(0, 0, 0, 0, False, False))
    there = Counter("".join(line.text for line in drawn.lines))
    found: Counter[str] = Counter()
    for line, inks in marks.told(rng, drawn, 40):
        found.update((*MARKS, "none")[name] for _, name in marks.labelled(line, inks))
    expected = Counter({mark: there[mark] for mark in "，。？：「、」！"})
    assert all(count - 1 <= found[mark] <= count for mark, count in expected.items())
    assert found["none"] >= expected["？"] + expected["！"] + expected["："]  # their parts


def test_layers_learn_and_are_packed() -> None:
    """What differs in one number is told apart, also by weights of a byte each."""
    rng = np.random.default_rng(1)
    measured = np.zeros((600, SHAPE), "float32")
    measured[:, :5] = rng.random((600, 5))
    named = (measured[:, 3] > 0.5).astype(int)
    layers = marks.fitted(measured, named, turns=300)
    packed = [np.frombuffer(marks.packed(layer), "i1", layer.size, 4).reshape(layer.shape) for layer in layers]
    steps = [np.frombuffer(marks.packed(layer), "<f4", 1)[0] for layer in layers]
    for weights in (layers, [one * step for one, step in zip(packed, steps, strict=True)]):
        told = likely(measured, *weights).argmax(axis=1)
        assert (told == named).mean() > 0.9


def test_lines_keep_the_rules_of_marks() -> None:
    """None begins with a mark that closes, none ends with one that opens."""
    text = "渡船靠岸，船工说：「风大。」《渡口》。"
    assert list(lines_of(text, 5)) == ["渡船靠岸，", "船工说：", "「风大。」", "《渡口》。"]
