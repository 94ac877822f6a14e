"""How far long work is, as a bar on the terminal: pages read, detected, written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Any

import click

from converter.cli.language import translated


class Bar:
    """A bar on stderr, one a step, where several documents are to be done; called as the library's ``progress``."""

    def __init__(self) -> None:
        self._open: Any = None
        self._step = ""

    def __call__(self, step: str, done: int, total: int) -> None:
        if total < 2:
            return
        if step != self._step:
            self.close()
            self._step, self._open = (
                step,
                click.progressbar(length=total, label=f"{translated(step):8}", file=sys.stderr),
            )
            self._open.__enter__()
        self._open.update(done - self._open.pos)

    def close(self, *raised: type[BaseException] | BaseException | TracebackType | None) -> None:
        """End the bar's line, so that what is said next stands on its own."""
        if self._open is not None:
            self._open.__exit__(*(raised or (None, None, None)))
            self._open = None


@contextmanager
def progress(quiet: bool) -> Iterator[Bar | None]:
    """A bar while the work is done; None where nobody would see it."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    bar = Bar()
    try:
        yield bar
    finally:
        bar.close()
