"""Make ``converter/press/patterns.bin``: the compiled code of the patterns that the sample pages need.

    python -m tools.make.patterns [PYTHON ...]

It is for this Python's engine, and for that of each Python named that makes the very same of them.
``converter/press/patterns.py`` reads it, and compiles what is not in it: run this before a release, or when a start has
become slow.
"""

from __future__ import annotations

import marshal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from converter.press import patterns

ROOT = Path(__file__).parent.parent.parent
TO = ROOT / "converter" / "press" / "patterns.bin"

Key = tuple[str | bytes, int]

COMPILING = """
import marshal, sys, _sre
from array import array
from re import _compiler, _parser

def code_of(regex, flags):
    parsed = _parser.parse(regex, flags)
    state = parsed.state
    names = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    numbers = array("I", _compiler._code(parsed, flags))
    return numbers.tobytes(), int(flags | state.flags), state.groups - 1, dict(state.groupdict), tuple(names)

keys = marshal.loads(sys.stdin.buffer.read())
engine = sys.implementation.name, _sre.MAGIC, _sre.MAXREPEAT, sys.byteorder
sys.stdout.buffer.write(marshal.dumps((engine, {key: code_of(*key) for key in keys}), 4))
"""
"""What each Python runs: regexes in, its engine and its code out. These are parts of ``re`` for itself alone, which
``converter`` does without.
"""


def needed() -> list[Key]:
    """The regexes that a run with a sample page, or with many of them in one file, compiles, and their flags."""
    found: dict[Key, None] = {}
    compiled_of, spared = patterns.compiled_of, patterns.SPARED

    def noted(regex: Any, flags: int) -> Any:
        found[regex, int(flags)] = None
        return compiled_of(regex, flags)

    patterns.compiled_of = noted
    patterns.SPARED = 0  # as a long text has it
    try:
        from converter import convert

        with tempfile.TemporaryDirectory() as folder:
            for page, to, script in _runs():
                convert(page, Path(folder, f"page.{to}"), script=script)
    finally:
        patterns.compiled_of, patterns.SPARED = compiled_of, spared
    return sorted(found, key=repr)


def _runs() -> Iterator[tuple[Path, str, str | None]]:
    for page in sorted((ROOT / "seeds").glob("*.txt")):
        yield from ((page, to, None) for to in ("epub", "html", "json"))
        yield from ((page, "html", script) for script in ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK"))


def made(keys: list[Key], *pythons: str) -> bytes:
    """The file with the code of the first of some Pythons, for all that make the same."""
    engines = []
    code: dict[Key, patterns.Code] = {}
    for python in pythons:
        run = subprocess.run(
            [python, "-c", COMPILING], input=marshal.dumps(keys, 4), stdout=subprocess.PIPE, check=True
        )
        engine, found = marshal.loads(run.stdout)
        if found == (code := code or found):
            engines.append(engine)
        else:
            print(f"{python} compiles otherwise, and will compile them at each start")
    return marshal.dumps((engines, code), 4)


def main() -> None:
    """Write the file."""
    keys = needed()
    TO.write_bytes(made(keys, sys.executable, *sys.argv[1:]))
    print(f"{TO.relative_to(ROOT)}: {len(keys)} patterns, {TO.stat().st_size >> 10} KB")


if __name__ == "__main__":
    main()
