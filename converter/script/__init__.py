"""Simplified ⇄ traditional Chinese: OpenCC over whole blocks, with names, words' edges and quotation marks seen to.

``docs/guide.md`` tells what a user may say of it. What tells the language of a text is here too, and read for every
document, so that the rest is imported when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from converter.script.convert import convert_issue, convert_script, for_vertical_lines
    from converter.script.engine import configurations
    from converter.script.target import TARGETS

__all__ = ["TARGETS", "configurations", "convert_issue", "convert_script", "for_vertical_lines"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from converter.script import convert

    return getattr(convert, name)
