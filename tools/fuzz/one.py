"""One target in a process of its own, led by coverage: ``one.py TARGET FINDS [OPTION OF LIBFUZZER …] CORPUS …``.

A find does not end the run: each is written to FINDS once for the place where it shows, input and traceback, and
fuzzing goes on.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from hashlib import sha256
from pathlib import Path
from random import Random
from types import FrameType

import atheris

from tools.fuzz.mutate import changed
from tools.fuzz.tokens import tokens_of

LONGEST = 10.0
"""Seconds of the processor that one input may take, of a few thousand bytes, with coverage told."""


class Hang(BaseException):
    """An input that takes too long; nothing that catches errors may catch it."""


def main(arguments: list[str]) -> None:
    """Fuzz until libFuzzer's own options end it."""
    name, finds, *rest = arguments
    # To the end of the run: modules are loaded when they are used.
    atheris.instrument_imports(include=["converter"], exclude=["converter.structure.search"]).__enter__()
    from tools.fuzz.targets import TARGETS

    target, tokens, seen = TARGETS[name], tokens_of(name), set[str]()

    def once(data: bytes) -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
        try:
            target(data)
        except (Exception, Hang) as error:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            place = place_of(error)
            if place not in seen:
                seen.add(place)
                keep(Path(finds), name, data, place)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        random = Random(seed)
        if random.random() < 0.3:
            return bytes(atheris.Mutate(data, len(data)))[:most]
        return changed(random, data, tokens, most)

    signal.signal(signal.SIGVTALRM, hang)
    for seed in sorted((Path(__file__).parent / "seeds" / name).iterdir()):
        once(seed.read_bytes())  # loads what a target loads late: libFuzzer's own clock is the wall's
    atheris.Setup([sys.argv[0], *rest], once, custom_mutator=mutated)
    atheris.Fuzz()


def hang(number: int, frame: FrameType | None) -> None:
    """What the timer calls."""
    raise Hang(f"more than {LONGEST:.0f} s of the processor")


def place_of(error: BaseException) -> str:
    """What tells one find from another: the error's kind, and the innermost lines of ours that it came by."""
    ours = [
        f"{os.path.relpath(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
        if f"{os.sep}converter{os.sep}" in frame.filename or f"{os.sep}fuzz{os.sep}" in frame.filename
    ]
    said = str(error)[:60] if isinstance(error, AssertionError) else ""
    inner = ours[-1:] if isinstance(error, Hang) else ours[-3:]
    return " < ".join([f"{type(error).__name__} {said.partition(':')[0]}".strip(), *reversed(inner)])


def keep(finds: Path, name: str, data: bytes, place: str) -> None:
    """Write a find down."""
    finds.mkdir(parents=True, exist_ok=True)
    stem = f"{name}-{sha256(data).hexdigest()[:8]}"
    (finds / stem).write_bytes(data)
    (finds / f"{stem}.why").write_text(f"{place}\n\n{traceback.format_exc()}", "utf-8", "surrogateescape")
    print(f"FIND {stem}: {place}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
