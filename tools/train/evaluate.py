"""How well pages are read, by source and role.

    python -m tools.train.evaluate FOLDER [--by date|source] [--floors FILE]

Plain, it reads the pages with the weights that the package ships. ``--by date`` reads each page with weights trained
without any page of its source and date (five folds), ``--by source`` with weights trained without its whole source:
what a newspaper that nobody labelled will get. The scorer is ``score.py`` of the folder above the pages.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from converter.model import DOUBTFUL, Metadata, Source
from converter.structure import detect_structure
from converter.structure.search.weights import parse
from tools.train import fit
from tools.train import pages as labelled

FIGURES = ("role", "role_macro", "block", "join", "article", "page", "kept")


def fold_by_source(page: labelled.Page) -> str:
    """The paper, in whatever form its pages are."""
    return page.source.split("-")[0]


def fold_by_date(page: labelled.Page) -> str:
    """One of five folds; pages of one source and date are in the same."""
    date = re.search(r"\d{6,8}|\d{4}-\d\d-\d\d", page.id)
    return str(zlib.crc32(f"{fold_by_source(page)} {date[0] if date else page.id}".encode()) % 5)


FOLDS = {"date": fold_by_date, "source": fold_by_source}


def read(page: labelled.Page, table: str | None) -> dict[str, Any]:
    """The page's structure, read with a table of weights or the shipped one."""
    source = Source("", page.lines, Metadata(source=page.id))
    return detect_structure(source, table=parse(table) if table else None).to_dict()


def _fold(left_out: Sequence[labelled.Page], rest: Sequence[labelled.Page]) -> list[dict[str, Any]]:
    table = fit.train(rest)
    return [read(page, table) for page in left_out]


def read_folds(
    pages: Sequence[labelled.Page], own: Sequence[labelled.Page], fold: Callable[[labelled.Page], str]
) -> list[dict[str, Any]]:
    """Every page read with weights that never saw its fold. The project's own pages are in every training set."""
    folds = sorted(set(map(fold, pages)))
    with ProcessPoolExecutor(2) as pool:
        jobs = [
            pool.submit(_fold, [p for p in pages if fold(p) == name], [*own, *(p for p in pages if fold(p) != name)])
            for name in folds
        ]
        left = {name: iter(job.result()) for name, job in zip(folds, jobs, strict=True)}
    return [next(left[fold(page)]) for page in pages]


def scorer(folder: Path) -> ModuleType:
    """The scorer of the labelled pages in the folder."""
    path = next(p / "score.py" for p in (folder, *folder.resolve().parents) if (p / "score.py").exists())
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Judged(NamedTuple):
    """A block that was found: how sure it was, whether it is exactly right, and its role."""

    sure: float
    right: bool
    role: str


def judged(score: ModuleType, page: labelled.Page, found: dict[str, Any]) -> Iterator[Judged]:
    """Each block of a page, and whether it is exactly right: role and characters.

    A block that touches text of an unknown role is not judged.
    """
    text, gold = page.gold["text"], page.gold["blocks"]
    right = {(score.named(block), score.solid(text, block["spans"])) for block in gold if block["role"] != "unknown"}
    right |= {(role, score.solid(text, block["spans"])) for block in gold for role in block.get("or", ())}
    unknown = {at for block in gold if block["role"] == "unknown" for at in score.solid(text, block["spans"])}
    for block in found["blocks"]:
        said = score.named(block), score.solid(text, block["spans"])
        if not unknown.intersection(said[1]):
            yield Judged(1 - block["doubt"], said in right, said[0])


def shown(blocks: Sequence[Judged], roles: bool) -> Iterator[str]:
    """How many blocks are shown as doubtful, and how many of the wrong ones are among them; by role where asked."""
    for role in ["all", *(sorted({block.role for block in blocks}) if roles else ())]:
        some = [block for block in blocks if role in ("all", block.role)]
        wrong = [block.sure < DOUBTFUL for block in some if not block.right]
        caught = f"with {sum(wrong) / len(wrong):.0%} of the {len(wrong)} wrong ones" if wrong else "none of them wrong"
        doubtful = sum(block.sure < DOUBTFUL for block in some) / len(some)
        yield f"    shown as doubtful: {role:18} {doubtful:.1%} of {len(some)} blocks, {caught}"


def reliability(blocks: Iterable[Judged]) -> Iterator[str]:
    """How often blocks are exactly right by how sure they were; the last line sums up the distance.

    The expected calibration error is the mean distance of confidence and share over ten bins, weighted by their blocks.
    """
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for sure, right, _ in blocks:
        bins[min(9, int(sure * 10))].append((sure, right))
    distance, total = 0.0, sum(map(len, bins))
    for found in filter(None, bins):
        sure = sum(each for each, _ in found) / len(found)
        share = sum(right for _, right in found) / len(found)
        distance += abs(sure - share) * len(found) / total
        yield f"    sure {sure:.2f}   right {share:.2f}   of {len(found)} blocks"
    yield f"    expected calibration error {distance:.3f}"


def by_source(tallies: dict[str, Any]) -> Iterator[str]:
    """The figures of all pages and of each source; the joins of all."""
    for name, tally in tallies.items():
        figures, _ = tally.figures()
        yield f"{name:12} {tally.pages:4} pages  " + "  ".join(f"{key} {figures[key]:.3f}" for key in FIGURES)
    joined, said, true = tallies["all"].join
    yield f"    joins: precision {joined / said:.3f}  recall {joined / true:.3f}  of {true}"


def by_role(tally: Any) -> Iterator[str]:
    """F1 by role, the worst first, and the commonest confusions."""
    _, roles = tally.figures()
    for role, value in sorted(roles.items(), key=lambda item: item[1]):
        yield f"    {role:18} F1 {value:.3f}  of {tally.roles[role][2]}"
    for (true, said), count in tally.confusion.most_common(25):
        yield f"    {count:5} x {true} taken for {said}"


def below(figures: dict[str, float], floors: dict[str, float]) -> list[str]:
    """The figures that are below their floors."""
    return [f"{name} {figures[name]:.3f} < {least}" for name, least in floors.items() if figures[name] < least]


def main() -> None:
    """Read the pages, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--by", choices=FOLDS)
    parser.add_argument("--floors", type=Path, help="a JSON file of least figures; exit 1 where one is lower")
    parser.add_argument("--roles", action="store_true", help="also F1 by role and the commonest confusions")
    parser.add_argument("--worst", type=int, default=0, metavar="N")
    options = parser.parse_args()
    pages = labelled.load([options.folder])
    if options.by:
        found = read_folds(pages, labelled.load(fit.OWN_PAGES), FOLDS[options.by])
    else:
        found = [read(page, None) for page in pages]
    score = scorer(options.folder)
    tallies = {"all": score.Tally()}
    for page, blocks in zip(pages, found, strict=True):
        for name in ("all", fold_by_source(page)):
            tallies.setdefault(name, score.Tally()).add(page.gold, blocks)
    print(*by_source(tallies), *(by_role(tallies["all"]) if options.roles else ()), sep="\n")
    for share, name in sorted(tallies["all"].worst, reverse=True)[: options.worst]:
        print(f"    worst {share:.2f} {name}")
    sure = list(chain.from_iterable(judged(score, page, blocks) for page, blocks in zip(pages, found, strict=True)))
    print(*reliability(sure), *shown(sure, options.roles), sep="\n")
    if options.floors:
        floors = json.loads(options.floors.read_text(encoding="utf-8"))[options.by or "shipped"]
        low = below(tallies["all"].figures()[0], floors)
        holds = f"every figure is at or above its floor in {options.floors}"
        print(f"below the floors: {'; '.join(low)}" if low else holds)
        sys.exit(bool(low))


if __name__ == "__main__":
    main()
