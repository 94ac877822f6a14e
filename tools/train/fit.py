"""Fit ``converter/structure/search/weights.tsv`` to labelled pages.

    python -m tools.train.fit FOLDER … [--out FILE]

Deterministic: the same pages give the same file. Training starts from ``prior.tsv`` and from ``grammar.py`` and is held
to them; it only moves what the pages speak of.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from converter.model import Source
from converter.structure import aside
from converter.structure.cues.lines import observe
from converter.structure.markup import settle
from converter.structure.prose.breaks import told_breaks
from converter.structure.search.grammar import LABELS, STATES
from converter.structure.search.weights import SCALE
from tools import ROOT, SEEDS
from tools.train import crf
from tools.train import pages as labelled
from tools.train.customs import Pool
from tools.train.vary import is_own_whole_page, variants

PRIOR = Path(__file__).with_name("prior.tsv")
WEIGHTS = ROOT / "converter" / "structure" / "search" / "weights.tsv"
CASES = ROOT / "tests" / "cases"
OWN_PAGES = [CASES / "structure", CASES / "pages"]
STEP = 5
"""Weights are whole steps of so many hundredths of a nat: finer ones decide nothing, and change each time."""
DRAWS = 4
"""How often the variants of the pages are drawn; the more, the less hangs on chance. All count as one draw."""
INVENTED = 0.4
"""What a whole page of the project's own counts beside one that was printed, so invention does not outweigh print."""
SHOWN = 2
"""What a page of ``seeds/`` counts: it is what a newcomer sees first."""
CAUTION = 0.65
"""Nats taken from going on with the block above: a false join destroys text, a missed one can be seen and mended."""


def prior_rows() -> list[tuple[str, str, float]]:
    rows = [row.split("\t") for row in _rows(PRIOR.read_text(encoding="utf-8"))]
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
    pool = Pool(pages)
    drawn = [variant for draw in range(DRAWS) for page in pages for variant in variants(page, pool, draw)]
    names = vocabulary([*pages, *drawn])
    taught = [
        *(crf.Page(features(page, names), page.allowed, _counts(page)) for page in pages),
        *(crf.Page(features(page, names), page.allowed, _counts(page) / DRAWS) for page in drawn),
    ]
    known = [page for page in taught if page.allowed.sum() == len(page.allowed)]
    partly = [page for page in taught if page.allowed.sum() > len(page.allowed)]
    model = crf.fit([crf.Batch.of(group, len(names)) for group in (known, partly) if group], prior_of(names))
    model.opening[names["is any line"], crf.OPENINGS.index("line")] -= CAUTION
    return table_of(rows_of(model, names))


def table_of(weights: dict[tuple[str, str], float]) -> str:
    """The weights, nats by cue and target, in the form of ``weights.tsv``: sorted, in whole steps."""
    rounded = {row: round(weight * SCALE / STEP) * STEP for row, weight in weights.items()}
    rows = [f"{cue}\t{target}\t{weight}\n" for (cue, target), weight in sorted(rounded.items()) if weight]
    return "# cue\ttarget\tweight in hundredths of a nat; made by tools/train/fit.py\n" + "".join(rows)


def _counts(page: labelled.Page) -> float:
    """What a page counts beside one that was printed."""
    if page.source == labelled.OURS and (SEEDS / f"{page.id}.txt").exists():
        return SHOWN
    return INVENTED if is_own_whole_page(page) else 1


def _in_flow(page: labelled.Page) -> labelled.Page:
    """The page as the search sees it: ``converter.structure.read_lines`` sets page feet, tables and breaks aside."""
    lines = list(settle(Source("", page.lines)).lines)
    told_breaks(lines)
    kept = [n for n in range(len(lines)) if aside(lines, n) is None]
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


def changes(before: str, after: str, most: int = 50) -> Iterator[str]:
    """What a new table says otherwise than the one before, on a page: the cues that moved most, with their rows."""
    old, new = (
        {tuple(row.split("\t")[:2]): int(row.split("\t")[2]) for row in _rows(table)} for table in (before, after)
    )
    moves: dict[str, list[tuple[int, str]]] = {}
    for cue, target in sorted(old.keys() | new.keys()):
        if move := new.get((cue, target), 0) - old.get((cue, target), 0):
            moves.setdefault(cue, []).append((move, target))
    come, gone = len(new.keys() - old.keys()), len(old.keys() - new.keys())
    yield f"{len(new)} rows, {len(old)} before; {come} are new, {gone} gone"
    for cue in sorted(moves, key=lambda cue: -sum(abs(move) for move, _ in moves[cue]))[:most]:
        largest = sorted(moves[cue], key=lambda moved: -abs(moved[0]))[:3]
        yield f"{cue}: " + ", ".join(f"{target} {move / SCALE:+.2f}" for move, target in largest)


def _rows(table: str) -> list[str]:
    return [row for row in table.splitlines() if row[:1] != "#"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, help="folders of labelled pages, beside the project's own")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    began = time.time()
    pages = labelled.load([*OWN_PAGES, *options.folders])
    table, before = train(pages), options.out.read_text(encoding="utf-8") if options.out.exists() else ""
    options.out.write_text(table, encoding="utf-8")
    print(*changes(before, table), sep="\n")
    print(f"{options.out}: from {len(pages)} pages in {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
