"""Patterns that are compiled when they are first used: a run uses few of all that its modules name."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import partial
from typing import Any, AnyStr, cast

SPARED = 300
"""Texts without its words that a pattern is spared before it is compiled all the same: the lines of some pages."""


class _Later:
    """Stands for a compiled pattern, and becomes one in all but its type when something is asked of it."""

    def __init__(self, regex: Any, flags: int, needs: Callable[[], Collection[Any]] | None) -> None:
        self._said = regex, flags
        self._needs = needs
        self._spared = 0
        if not callable(regex):
            self.pattern = regex  # of which other patterns are made
        if needs:
            for each in ("search", "match", "fullmatch"):
                setattr(self, each, partial(self._where_it_may_be, each))

    def _where_it_may_be(self, way: str, text: Any, *bounds: int) -> Any:
        """What the pattern finds in a text: nothing, and without being compiled, where none of its words is in that.

        A compiled pattern is quicker than a look for words, so that one that is asked again and again is compiled.
        """
        self._spared += 1
        if self._spared > SPARED or self._needs is None or any(map(text.__contains__, self._needs())):
            return getattr(self._compiled(), way)(text, *bounds)
        return None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiled(), name)

    def _compiled(self) -> re.Pattern[Any]:
        """The pattern, which from now on is asked at once, without these methods."""
        regex, flags = self._said
        compiled = re.compile(regex() if callable(regex) else regex, flags)
        for each in ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern"):
            setattr(self, each, getattr(compiled, each))
        return compiled


def later(
    regex: AnyStr | Callable[[], AnyStr], flags: int = 0, needs: Callable[[], Collection[AnyStr]] | None = None
) -> re.Pattern[AnyStr]:
    """``re.compile(regex, flags)``, at its first use; where the regex itself takes time to make, what makes it.

    ``needs`` gives words of which one is in every text that it finds anything in: texts without them are told so
    before it is compiled. What is wrong with the regex is told when it is. It cannot be given to the functions of
    ``re``, nor be pickled.
    """
    return cast("re.Pattern[AnyStr]", _Later(regex, flags, needs))
