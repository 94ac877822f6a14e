"""How fast a page's structure is found, stage by stage, and whether the time grows with the text: ``detect.py [PAGE]``.

Prints the best of many runs for one page, for 200 of them in one text, and their ratio over 200 (1.0 is linear).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from importlib import resources
from typing import Any

from converter.model import Source
from converter.readers.text import source_of
from converter.structure import detect_structure
from converter.structure.cues.lines import observe
from converter.structure.search.path import search
from converter.structure.search.weights import weights
from converter.structure.tree.articles import assemble

COPIES = 200


def best(run: Callable[[], Any], rounds: int) -> float:
    """The shortest of ``rounds`` runs in milliseconds."""
    shortest = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        shortest = min(shortest, time.perf_counter() - began)
    return shortest * 1000


def stages(source: Source, rounds: int) -> dict[str, float]:
    """Milliseconds of each stage of detection."""
    table = weights()
    cues = observe(source.lines)
    found = search(cues, table)
    return {
        "observe": best(lambda: observe(source.lines), rounds),
        "search": best(lambda: search(cues, table), rounds),
        "assemble": best(lambda: assemble(source, found), rounds),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", nargs="?", help="a text file; without one, a sample page of the package")
    page = parser.parse_args().page
    if page:
        with open(page, encoding="utf-8-sig") as file:
            text = file.read()
    else:
        text = (resources.files("converter.seeds") / "mainland-page.txt").read_text(encoding="utf-8")
    print(f"weights are loaded in {best(weights.__wrapped__, 5):.1f} ms, once a process")
    one, many = source_of(text), source_of("\n\n".join([text] * COPIES))
    parts, parts_of_many = stages(one, 50), stages(many, 3)
    for name, took in parts.items():
        print(row(name, took, f"{took / sum(parts.values()):5.0%}", parts_of_many[name]))
    took, took_many = best(lambda: detect_structure(one), 50), best(lambda: detect_structure(many), 5)
    took = min(took, best(lambda: detect_structure(one), 50))  # before and after: a machine's pace changes
    print(f"{row('detection', took, '     ', took_many)}   ({len(text)} characters a page)")


def row(name: str, took: float, share: str, took_many: float) -> str:
    """What one page and many take, and the ratio of the two."""
    ratio = took_many / took / COPIES
    return f"{name:10} {took:6.2f} ms {share}   {COPIES} pages {took_many:6.0f} ms   ratio {ratio:.2f}"


if __name__ == "__main__":
    main()
