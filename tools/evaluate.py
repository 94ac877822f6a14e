"""How well pages are read, by source and role: ``evaluate.py FOLDER [--by date|source] [--floors FILE]``.

Plain, it reads the pages with the weights that the package ships. ``--by date`` reads each page with weights trained without
any page of its source and date (five folds), ``--by source`` with weights trained without its whole source: what a newspaper
that nobody labelled will get. The scorer is ``score.py`` of the folder above the pages.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
import zlib
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pages as labelled
import train

from converter.model import Metadata, Source
from converter.structure import read_lines
from converter.structure.search.weights import parse, weights
from converter.structure.tree.articles import assemble
from converter.writers.json import structure

FIGURES = ("role", "role_macro", "block", "join", "article", "page", "kept")


def fold_by_source(page: labelled.Page) -> str:
    return page.source.split("-")[0]


def fold_by_date(page: labelled.Page) -> str:
    """One of five folds; pages of one source and date are in the same."""
    date = re.search(r"\d{6,8}|\d{4}-\d\d-\d\d", page.id)
    return str(zlib.crc32(f"{fold_by_source(page)} {date[0] if date else page.id}".encode()) % 5)


def read(page: labelled.Page, table: str | None) -> dict[str, object]:
    """The page's structure, read with a table of weights or the shipped one."""
    source = Source("", page.lines, Metadata(source=page.id))
    return structure(assemble(source, read_lines(page.lines, parse(table) if table else weights())))


def _fold(left_out: Sequence[labelled.Page], rest: Sequence[labelled.Page]) -> list[dict[str, object]]:
    table = train.train(rest)
    return [read(page, table) for page in left_out]


def read_folds(
    pages: Sequence[labelled.Page], own: Sequence[labelled.Page], fold: Callable[[labelled.Page], str]
) -> list[dict[str, object]]:
    """Every page read with weights that never saw its fold. The project's own pages are in every training set."""
    folds = sorted(set(map(fold, pages)))
    with ProcessPoolExecutor(2) as pool:
        jobs = [
            pool.submit(_fold, [p for p in pages if fold(p) == name], [*own, *(p for p in pages if fold(p) != name)])
            for name in folds
        ]
        left = {name: iter(job.result()) for name, job in zip(folds, jobs, strict=True)}
    return [next(left[fold(page)]) for page in pages]


def scorer(folder: Path):  # type: ignore[no-untyped-def]
    path = next(p / "score.py" for p in (folder, *folder.resolve().parents) if (p / "score.py").exists())
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def reliability(score, pages: Sequence[labelled.Page], found: Sequence[dict[str, object]]) -> list[str]:  # type: ignore[no-untyped-def]
    """How often blocks are exactly right (role and characters) by how sure they were; the last line sums up the distance.

    The expected calibration error is the mean distance of confidence and share over ten bins, weighted by their blocks.
    """
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for page, read_page in zip(pages, found, strict=True):
        text, gold = page.gold["text"], page.gold["blocks"]
        right = {
            (score.named(block), score.solid(text, block["spans"])) for block in gold if block["role"] != "unknown"
        }
        either = {(role, score.solid(text, block["spans"])) for block in gold for role in block.get("or", ())}
        unknown = {at for block in gold if block["role"] == "unknown" for at in score.solid(text, block["spans"])}
        for block in read_page["blocks"]:
            said = score.named(block), score.solid(text, block["spans"])
            if not unknown.intersection(said[1]):
                sure = 1 - block["doubt"]
                bins[min(9, int(sure * 10))].append((sure, said in right or said in either))
    rows, distance, total = [], 0.0, sum(map(len, bins))
    for blocks in bins:
        if blocks:
            sure = sum(each for each, _ in blocks) / len(blocks)
            share = sum(right for _, right in blocks) / len(blocks)
            distance += abs(sure - share) * len(blocks) / total
            rows.append(f"    sure {sure:.2f}   right {share:.2f}   of {len(blocks)} blocks")
    return [*rows, f"    expected calibration error {distance:.3f}"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--by", choices=("date", "source"))
    parser.add_argument("--floors", type=Path, help="a JSON file of least figures; exit 1 where one is lower")
    parser.add_argument("--roles", action="store_true", help="also F1 by role and the commonest confusions")
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    options = parser.parse_args()
    pages = labelled.load([options.folder])
    if options.by:
        own = labelled.load(train.OWN_PAGES)
        found = read_folds(pages, own, fold_by_date if options.by == "date" else fold_by_source)
    else:
        found = [read(page, None) for page in pages]
    score = scorer(options.folder)
    tallies = {"all": score.Tally()}
    for page, blocks in zip(pages, found, strict=True):
        for name in ("all", fold_by_source(page)):
            tallies.setdefault(name, score.Tally()).add(page.gold, blocks)
    for name, tally in tallies.items():
        figures, _ = tally.figures()
        print(f"{name:12} {tally.pages:4} pages  " + "  ".join(f"{key} {figures[key]:.3f}" for key in FIGURES))
    total, by_role = tallies["all"].figures()
    joined, said, true = tallies["all"].join
    print(f"    joins: precision {joined / said:.3f}  recall {joined / true:.3f}  of {true}")
    if options.roles:
        for role, value in sorted(by_role.items(), key=lambda item: item[1]):
            print(f"    {role:18} F1 {value:.3f}  of {tallies['all'].roles[role][2]}")
        for (true, said), count in tallies["all"].confusion.most_common(25):
            print(f"    {count:5} x {true} taken for {said}")
    for share, name in sorted(tallies["all"].worst, reverse=True)[: options.worst]:
        print(f"    worst {share:.2f} {name}")
    print("\n".join(reliability(score, pages, found)))
    if options.floors:
        floors = json.loads(options.floors.read_text(encoding="utf-8"))[options.by or "shipped"]
        low = [f"{name} {total[name]:.3f} < {least}" for name, least in floors.items() if total[name] < least]
        print(
            "below the floors: " + "; ".join(low)
            if low
            else f"every figure is at or above its floor in {options.floors}"
        )
        sys.exit(bool(low))


if __name__ == "__main__":
    main()
