"""Failures at every call of the system that some work makes: what is called, counted, and struck at one of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

SYSTEM = {"posix", "nt", "io", "_io", "fcntl"}
"""The modules whose functions, and whose files' methods, call the system."""


class Struck:
    """A work that fails before or after one of its calls of the system; ``at`` counts both, from 1; 0 is never.

    An exchange of names by C's own function counts as a call too. ``count`` is how many places there were.
    """

    def __init__(self, at: int, strike: Callable[[], None]) -> None:
        self.at, self.strike, self.count = at, strike, 0
        self.happened = False

    def _profile(self, frame: FrameType, event: str, what: Any) -> None:
        if event in ("c_call", "c_return"):
            owner = type(getattr(what, "__self__", None)).__module__
            if getattr(what, "__module__", None) not in SYSTEM and owner not in SYSTEM:
                return
        elif frame.f_code.co_name != "_exchange":
            return
        self.count += 1
        if self.count == self.at:
            self.happened = True
            self.strike()

    def __call__(self, work: Callable[[], object]) -> None:
        """Do the work."""
        sys.setprofile(self._profile)
        try:
            work()
        finally:
            sys.setprofile(None)
