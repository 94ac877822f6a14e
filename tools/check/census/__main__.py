"""Print what becomes of each construct of each format, as ``docs/census.md`` has it; ends with 1 where text is lost."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module

from tools.check.census.count import Verdict, verdict

FORMATS = {
    "html": "HTML", "docx": "Word", "epub": "EPUB", "markdown": "Markdown", "text": "Plain text",
    "subtitles": "Subtitles", "outline": "Outline", "json": "Structure JSON", "mhtml": "MHTML", "zip": "Zip or folder",
    "alto": "ALTO", "page": "PAGE XML", "hocr": "hOCR",
}  # fmt: skip
"""The formats that are counted, and what they are called."""


def verdicts(form: str) -> Iterator[tuple[str, Verdict]]:
    """Each construct of a format with what becomes of the text in it."""
    for name, make in import_module(f"tools.check.census.{form}").documents():
        yield name, verdict(form, make)


def table(form: str) -> str:
    """The rows of a format: what is kept, what is counted by which cause. ``AssertionError`` names what is lost."""
    rows = list(verdicts(form))
    found = dict(rows)
    assert len(found) == len(rows), "two constructs have one name"
    kinds = {kind: [name for name, seen in found.items() if seen.kind == kind] for kind in ("kept", "counted")}
    lost = {name: seen for name, seen in found.items() if seen.kind not in kinds}
    assert not lost, lost
    causes: dict[str, list[str]] = {}
    for name in kinds["counted"]:
        causes.setdefault(found[name].causes[0], []).append(name)
    head = f"| {FORMATS[form]} | {len(kinds['kept'])} kept, {len(kinds['counted'])} counted, 0 lost |"
    told = [f"| kept | {', '.join(kinds['kept'])} |"]
    told += [
        f"| {cause.replace('<', '`<').replace('>', '>`')} | {', '.join(names)} |" for cause, names in causes.items()
    ]
    return "\n".join([head, "|---|---|", *told]) + "\n"


if __name__ == "__main__":
    try:
        print("\n".join(map(table, FORMATS)), end="")
    except AssertionError as error:
        sys.exit(f"lost: {error}")
