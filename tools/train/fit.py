"""Fit ``converter/structure/search/weights.tsv`` to labelled pages.

    python -m tools.train.fit FOLDER … [--out FILE]

Deterministic: the same pages give the same file. Training starts from ``prior.tsv`` and from ``grammar.py`` and is held
to them; it only moves what the pages speak of.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from converter.structure import aside
from converter.structure.cues.lines import observe
from converter.structure.prose.breaks import told_breaks
from converter.structure.search.grammar import LABELS, STATES
from converter.structure.search.weights import SCALE
from tools import ROOT
from tools.train import crf
from tools.train import pages as labelled
from tools.train.customs import Pool
from tools.train.vary import is_own_whole_page, variants

PRIOR = Path(__file__).with_name("prior.tsv")
WEIGHTS = ROOT / "converter" / "structure" / "search" / "weights.tsv"
CASES = ROOT / "tests" / "cases"
OWN_PAGES = [CASES / "structure", CASES / "pages"]
LEAST = 4
"""Weights smaller than this many hundredths of a nat are left out of the file."""
DRAWS = 4
"""How often the variants of the pages are drawn anew; the weights are the mean of what each draw teaches."""
INVENTED = 0.7
"""What a whole page of the project's own counts beside one that was printed, so invention does not outweigh print."""
CASE = 2
"""What a case of one phenomenon counts: it is small, and says what no printed page may get wrong."""
CAUTION = 0.65
"""Nats taken from going on with the block above: a false join destroys text, a missed one can be seen and mended."""


def prior_rows() -> list[tuple[str, str, float]]:
    rows = [row.split("\t") for row in PRIOR.read_text(encoding="utf-8").splitlines() if row[:1] != "#"]
    return [(cue, role, float(weight)) for cue, role, weight in rows]


def vocabulary(pages: Sequence[labelled.Page]) -> dict[str, int]:
    """Every cue of the pages and of the prior, for the line itself, the line above and the line below."""
    cues = {cue for page in pages for line in observe(page.lines) for cue in line}
    cues |= {cue.removeprefix("above ").removeprefix("below ") for cue, _, _ in prior_rows()}
    return {
        name: number
        for number, name in enumerate(side + cue for cue in sorted(cues) for side in ("", "above ", "below "))
    }


def features(page: labelled.Page, names: dict[str, int]) -> list[list[int]]:
    """The numbers of the cues of each line of the page."""
    cues = observe(page.lines)
    around = [[], *cues, []]
    return [
        [names[cue] for cue in around[n + 1]]
        + [names["above " + cue] for cue in around[n]]
        + [names["below " + cue] for cue in around[n + 2]]
        for n in range(len(cues))
    ]


def prior_of(names: dict[str, int]) -> NDArray[np.float64]:
    """``prior.tsv`` as a table of cues × (roles, openings)."""
    targets = [*map(str, LABELS), *(f":{opening}" for opening in crf.OPENINGS)]
    table = np.zeros((len(names), len(targets)))
    for cue, target, weight in prior_rows():
        table[names[cue], targets.index(target)] = weight
    return table


def train(pages: Sequence[labelled.Page]) -> str:
    """The table of weights, in the form of ``weights.tsv``, that the pages and their variants teach."""
    pages = [_in_flow(page) for page in pages]
    mean: defaultdict[tuple[str, str], float] = defaultdict(float)
    for draw in range(DRAWS):
        for row, weight in _weights(pages, draw).items():
            mean[row] += weight / DRAWS
    kept = sorted((*row, round(weight * SCALE)) for row, weight in mean.items() if abs(weight) * SCALE >= LEAST)
    return "# cue\ttarget\tweight in hundredths of a nat; made by tools/train/fit.py\n" + "".join(
        f"{cue}\t{target}\t{weight}\n" for cue, target, weight in kept
    )


def _weights(pages: Sequence[labelled.Page], draw: int) -> dict[tuple[str, str], float]:
    """What the pages teach with one draw of their variants: nats by cue and target."""
    pool = Pool(pages)
    pages = [*pages, *(variant for page in pages for variant in variants(page, pool, draw))]
    names = vocabulary(pages)
    groups: dict[tuple[bool, float], list[labelled.Page]] = {}
    for page in pages:
        partly = bool((page.allowed.sum(axis=1) > 1).any())
        groups.setdefault((partly, _counts(page)), []).append(page)
    batches = [
        crf.Batch.of([(features(page, names), page.allowed) for page in group], len(names), weight)
        for (_, weight), group in sorted(groups.items())
    ]
    model = crf.fit(batches, prior_of(names))
    model.opening[names["is any line"], crf.OPENINGS.index("line")] -= CAUTION
    return rows_of(model, names)


def _counts(page: labelled.Page) -> float:
    """What a page counts beside one that was printed."""
    return INVENTED if is_own_whole_page(page) else CASE if page.source == labelled.OURS else 1


def _in_flow(page: labelled.Page) -> labelled.Page:
    """The page as the search sees it: ``converter.structure.read_lines`` sets page feet and breaks aside."""
    lines = list(page.lines)
    told_breaks(lines)
    kept = [n for n, line in enumerate(lines) if aside(line) is None]
    return replace(page, lines=tuple(page.lines[n] for n in kept), allowed=page.allowed[kept])


def rows_of(model: crf.Model, names: dict[str, int]) -> dict[tuple[str, str], float]:
    """The model's weights that are not zero by cue and target, as they are named in ``weights.tsv``."""
    states = [f"{role}:{opening}" for role, opening in STATES]
    rows = {
        (cue, target): weight
        for table, targets in (
            (model.role, [str(label) for label in LABELS]),
            (model.opening, [f":{opening}" for opening in crf.OPENINGS]),
            (model.own, states),
        )
        for cue, number in names.items()
        for target, weight in zip(targets, table[number], strict=True)
        if weight
    }
    for above, moved in zip([*states, "start"], [*(model.steps - crf.GRAMMAR), model.first - crf.FIRST], strict=True):
        rows |= {(f"after {above}", here): weight for here, weight in zip(states, moved, strict=True) if weight}
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, help="folders of labelled pages, beside the project's own")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    began = time.time()
    pages = labelled.load([*OWN_PAGES, *options.folders])
    options.out.write_text(train(pages), encoding="utf-8")
    rows = sum(1 for _ in options.out.open(encoding="utf-8"))
    print(f"{options.out}: {rows} weights from {len(pages)} pages in {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
