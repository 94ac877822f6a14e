"""How fast a page's structure is found, stage by stage, and whether the time grows with the text: ``detect.py [PAGE]``.

Prints the best of many runs for one page, for 200 of them in one text, and their ratio over 200 (1.0 is linear).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from importlib import resources
from typing import Any

from converter.readers.text import source_of
from converter.structure.assemble import assemble
from converter.structure.cues import observe
from converter.structure.decode import search
from converter.structure.lanes import weights

COPIES = 200


def best(run: Callable[[], Any], rounds: int) -> tuple[float, Any]:
    """The shortest of ``rounds`` runs in milliseconds, and what the last one gave."""
    shortest = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        result = run()
        shortest = min(shortest, time.perf_counter() - began)
    return shortest * 1000, result


def stages(text: str, rounds: int) -> dict[str, float]:
    """Milliseconds of each stage for ``text``."""
    table = weights()
    reading, source = best(lambda: source_of(text), rounds)
    observing, cues = best(lambda: observe(source.lines), rounds)
    searching, found = best(lambda: search(cues, table), rounds)
    assembling, _ = best(lambda: assemble(source, found), rounds)
    return {"read": reading, "observe": observing, "search": searching, "assemble": assembling}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", nargs="?", help="a text file; without one, a sample page of the package")
    page = parser.parse_args().page
    if page:
        with open(page, encoding="utf-8-sig") as file:
            text = file.read()
    else:
        text = (resources.files("converter.seeds") / "mainland-page.txt").read_text(encoding="utf-8")
    loading, _ = best(lambda: weights.__wrapped__(), 5)
    one, many = stages(text, 50), stages("\n\n".join([text] * COPIES), 2)
    print(f"weights are loaded in {loading:.1f} ms, once a process")
    for name in one:
        print(f"{name:10} {one[name]:8.2f} ms   {COPIES} pages {many[name]:9.1f} ms   ratio {many[name] / one[name] / COPIES:.2f}")
    detect_one, detect_many = (sum(found.values()) - found["read"] for found in (one, many))
    print(f"{'detection':10} {detect_one:8.2f} ms   {COPIES} pages {detect_many:9.1f} ms   ratio {detect_many / detect_one / COPIES:.2f}   ({len(text)} characters a page)")


if __name__ == "__main__":
    main()
