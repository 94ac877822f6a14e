"""Make ``converter/readers/scan/shapes.bin``: the weights that tell the marks of upright lines on scans by their ink.

    python -m tools.make.marks [FOLDER ...]

Lines with many marks are drawn in the faces of ``FAMILIES`` that the system or the FOLDERs have, in every size, and
worn; where their characters are is told as wrongly as a recogniser tells it. Debian has the faces: fonts-noto-cjk,
fonts-arphic-uming, -bsmi00lp and -gbsn00lp, fonts-babelstone-han, fonts-cwtex-kai and -heib, fonts-wqy-zenhei,
fonts-lxgw-wenkai. ``bench/marks.py`` measures with other ones.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from converter.model import Box
from converter.readers.scan.engine import Char, Seen
from converter.readers.scan.marks import upright_lines
from converter.readers.scan.shapes import HIDDEN, MARKS, likely
from tools import ROOT
from tools.make.pages.upright import Drawn, Face, faces, page, paragraphs, wear

OUT = ROOT / "converter" / "readers" / "scan" / "shapes.bin"
FAMILIES = r"Noto Serif|UMing|Mingti|Sungti|BabelStone Han|cwTeXKai|cwTeXHei|Zen Hei|LXGW"
"""The faces that are drawn with."""

PAGES, TURNS, BATCH, RATE = 400, 40, 256, 2e-3
SMALL = "っゃょッー"
MISSED = dict.fromkeys("一〇○小二三", 0.2) | dict.fromkeys(SMALL, 0.6)
"""How often characters are missed that are small or look like marks; of others every hundredth is."""

SLACK = 0.15
"""Ems between the ends of a piece of ink and those of the mark that it is, at most."""

Ink = tuple[str, float, float]
"""A mark, and from where to where down its line its ink is, in pixels."""


def main(folders: Sequence[str]) -> None:
    """Write the weights."""
    rng = random.Random(20)
    drawn = [face for face in faces(folders) if re.search(FAMILIES, face.name)]
    pieces = [piece for number in range(PAGES) for piece in samples(rng, drawn[number % len(drawn)])]
    measured = np.stack([one for one, _ in pieces]).astype("float32")
    named = np.array([number for _, number in pieces])
    layers = fitted(measured, named)
    OUT.write_bytes(b"".join(map(packed, layers)))
    print(f"{OUT}: {len(named)} pieces of ink, {OUT.stat().st_size} bytes")


def samples(rng: random.Random, face: Face) -> Iterator[tuple[Any, int]]:
    """What is measured of each piece of ink on a page of a face, and which of ``MARKS`` it is."""
    size = rng.randint(22, 62)
    drawn = page(
        rng,
        [with_more(rng, text) for text in rng.sample(paragraphs(), 40)],
        face,
        size,
        wear(rng, size)._replace(lean=0),
    )
    for line, marks in told(rng, drawn, size):
        yield from labelled(line, marks)


def with_more(rng: random.Random, text: str) -> str:
    """A text with more marks, of each kind as many, and with some small characters."""
    return "".join(char + rng.choice(MARKS + SMALL) * (rng.random() < 0.12) for char in text)


def told(rng: random.Random, drawn: Drawn, size: int) -> Iterator[tuple[Seen, list[Ink]]]:
    """The lines of a page as a recogniser may find them without their marks, and its marks."""
    pixels = np.asarray(drawn.image.convert("RGB"))
    for line in drawn.lines:
        room = [rng.uniform(0.02, 0.25) * size * sign for sign in (-1, -1, 1, 1)]
        left, top, right, bottom = (max(0, round(edge + more)) for edge, more in zip(line.box, room, strict=True))
        part = pixels[top:bottom, left:right]
        wrong = rng.choice([0.05, 0.12, 0.2])
        chars, marks = [], []
        for char, (above, below) in zip(line.text, line.inks, strict=True):
            if not char.isalnum():
                marks.append((char, above - top, below - top))
            elif rng.random() > MISSED.get(char, 0.01):
                at = (above + below) / 2 - top + max(-0.3, min(0.3, rng.gauss(0, wrong))) * size
                chars.append(Char(char, 0.9, at / part.shape[0]))
        yield Seen(chars, Box(left, top, right, bottom), True, np.rot90(part)), marks


def labelled(line: Seen, marks: Sequence[Ink]) -> Iterator[tuple[Any, int]]:
    """What is measured of a line's pieces of ink, each with the number of the mark that it is the whole of."""
    for one in upright_lines([line]).values():
        for piece in (piece for _, some in one.pieces() for piece in some) if one.em >= 1 else ():
            high = piece.high * one.em / 2
            near = (
                MARKS.index(char)
                for char, top, bottom in marks
                if char in MARKS
                and max(abs(piece.middle - high - top), abs(piece.middle + high - bottom)) < SLACK * one.em
            )
            yield piece.measured(), next(near, len(MARKS))


def fitted(measured: Any, named: Any, turns: int = TURNS) -> list[Any]:
    """The weights of both layers that tell the names the surest, by Adam (Kingma and Ba, 2015)."""
    rng = np.random.default_rng(20)
    kinds = len(MARKS) + 1
    shapes = (measured.shape[1] + 1, HIDDEN), (HIDDEN + 1, kinds)
    layers = [rng.normal(0, np.sqrt(2 / shape[0]), shape).astype("float32") for shape in shapes]
    means, squares = [[np.zeros_like(layer) for layer in layers] for _ in range(2)]
    step = 0
    for turn in range(turns):
        order = rng.permutation(len(named))
        rate = RATE * 0.5 * (1 + np.cos(np.pi * turn / turns))
        for start in range(0, len(order), BATCH):
            some = order[start : start + BATCH]
            step += 1
            for layer, change, mean, square in zip(
                layers, slopes(measured[some], named[some], layers), means, squares, strict=True
            ):
                change += 1e-4 * layer
                mean += 0.1 * (change - mean)
                square += 0.001 * (change**2 - square)
                layer -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return layers


def slopes(measured: Any, named: Any, layers: Sequence[Any]) -> list[Any]:
    """How the weights change how surely some names are told."""
    ones = np.ones((len(named), 1), "float32")
    rows = np.concatenate([measured, ones], axis=1)
    hidden = np.concatenate([np.maximum(rows @ layers[0], 0), ones], axis=1)
    wrong = likely(measured, *layers)
    wrong[np.arange(len(named)), named] -= 1
    wrong /= len(named)
    back = (wrong @ layers[1].T)[:, :-1] * (hidden[:, :-1] > 0)
    return [rows.T @ back, hidden.T @ wrong]


def packed(layer: Any) -> bytes:
    """A layer as ``weights`` reads it: a step, and how many of them each weight is."""
    step = np.float32(np.abs(layer).max() / 127)
    return bytes(np.array([step], "<f4").tobytes() + np.round(layer / step).astype("i1").tobytes())


if __name__ == "__main__":
    main(sys.argv[1:])
