"""Patterns that are compiled when they are first used: a run uses few of all that its modules name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, AnyStr, cast


class _Later:
    """Stands for a compiled pattern, and becomes one in all but its type when something is asked of it."""

    def __init__(self, regex: Any, flags: int) -> None:
        self._said = regex, flags
        if not callable(regex):
            self.pattern = regex  # of which other patterns are made

    def __getattr__(self, name: str) -> Any:
        regex, flags = self._said
        compiled = re.compile(regex() if callable(regex) else regex, flags)
        for each in ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern"):
            setattr(self, each, getattr(compiled, each))  # from now on found at once, without this method
        return getattr(compiled, name)


def later(regex: AnyStr | Callable[[], AnyStr], flags: int = 0) -> re.Pattern[AnyStr]:
    """``re.compile(regex, flags)``, at its first use; where the regex itself takes time to make, what makes it.

    What is wrong with the regex is told then too. It cannot be given to the functions of ``re``, nor be pickled.
    """
    return cast("re.Pattern[AnyStr]", _Later(regex, flags))
