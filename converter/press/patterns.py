"""Patterns that are compiled when they are first used: a run uses few of all that its modules name.

To compile those that a page needs takes longer than to find its structure. So the code of those that are used most
lies ready in ``patterns.bin``, as a module's does in its ``.pyc`` (``tools/make/patterns.py``). It is found by the
regex itself: one that was changed since is compiled as ever, and so are all by a Python whose engine is another.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection
from functools import cache, partial
from pkgutil import get_data
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
        compiled = compiled_of(regex() if callable(regex) else regex, flags)
        for each in ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "pattern"):
            setattr(self, each, getattr(compiled, each))
        return compiled


Code = tuple[bytes, int, int, dict[str, int], tuple[str | None, ...]]
"""What a regex was compiled to, as ``_sre.compile`` takes it: the code as 32-bit numbers, the flags, how many groups
there are, these by their names, and their names."""


def engine() -> tuple[str, int, int, str]:
    """What code has to be made for: the implementation of Python, its engine's number, what this counts without end
    as, which 32-bit machines do otherwise, and the order of bytes.
    """
    import _sre

    return sys.implementation.name, _sre.MAGIC, _sre.MAXREPEAT, sys.byteorder


@cache
def _ready() -> dict[tuple[str | bytes, int], Code]:
    """The code that lies ready, by the regex and its flags; nothing where it is not for this engine (its ``MAGIC``)."""
    import marshal

    try:
        engines, found = marshal.loads(get_data(__package__, "patterns.bin") or b"")
        fits = engine() in engines
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return found if fits else {}


def compiled_of(regex: Any, flags: int) -> re.Pattern[Any]:
    """``re.compile(regex, flags)``, at once where its code lies ready."""
    if code := _ready().get((regex, int(flags))):
        import _sre

        numbers, *told = code
        pattern: re.Pattern[Any] = _sre.compile(regex, told[0], memoryview(numbers).cast("I").tolist(), *told[1:])
        return pattern
    return re.compile(regex, flags)


def later(
    regex: AnyStr | Callable[[], AnyStr], flags: int = 0, needs: Callable[[], Collection[AnyStr]] | None = None
) -> re.Pattern[AnyStr]:
    """``re.compile(regex, flags)``, at its first use; where the regex itself takes time to make, what makes it.

    ``needs`` gives words of which one is in every text that it finds anything in: texts without them are told so
    before it is compiled. What is wrong with the regex is told when it is. It cannot be given to the functions of
    ``re``, nor be pickled.
    """
    return cast("re.Pattern[AnyStr]", _Later(regex, flags, needs))
