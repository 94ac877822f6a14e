"""Failures at every call of the system that some work makes: what is called, counted, and struck at one of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType
from typing import Any

SYSTEM = {"posix", "nt", "io", "_io", "fcntl"}
"""The modules whose functions, and whose files' methods, call the system."""

MEMORY = {"BytesIO", "StringIO"}
"""Files of these modules that are no files of the system's."""

WORDS = {"fspath", "_path_normpath", "text_encoding"}
"""Functions of these modules that only look at names."""


SHARED_MEMORY = Path("/dev/shm")


@contextmanager
def in_memory() -> Iterator[Path]:
    """A folder of its own, in memory where the system has a place there: struck is what is called, not the disk."""
    with TemporaryDirectory(dir=SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK) else None) as folder:
        yield Path(folder)


class Struck:
    """A work that fails before or after one of its calls of the system; ``at`` counts both, from 1; 0 is never.

    An exchange of names by C's own function counts as a call too. ``count`` is how many places there were.
    """

    def __init__(self, at: int, strike: Callable[[], None]) -> None:
        self.at, self.strike, self.count = at, strike, 0
        self.happened = False

    def _profile(self, frame: FrameType, event: str, what: Any) -> None:
        if not self.counts(frame, event, what):
            return
        self.count += 1
        if self.count == self.at:
            self.happened = True
            self.strike()

    def counts(self, frame: FrameType, event: str, what: Any) -> bool:
        """Whether a call is one of those that are counted."""
        if event in ("c_call", "c_return"):
            return _is_of_the_system(what)
        return frame.f_code.co_name == "_exchange"

    def __call__(self, work: Callable[[], object]) -> None:
        """Do the work."""
        sys.setprofile(self._profile)
        try:
            work()
        finally:
            sys.setprofile(None)


def _is_of_the_system(what: Any) -> bool:
    """Whether a function or method of C's calls the system."""
    owner = type(getattr(what, "__self__", None))
    if owner.__name__ in MEMORY or getattr(what, "__name__", None) in WORDS:
        return False
    return getattr(what, "__module__", None) in SYSTEM or owner.__module__ in SYSTEM
