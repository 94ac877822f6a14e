"""What the shape of rows of lines says outright: the head of a notice, transcripts with times, notes, verse.

A rule of this room looks at rows of lines that have no role yet, gives them a role, a form, runs or what they open, and
does so only where the row is sure: the search reads all other lines around them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import Line, Source
from converter.structure.shapes.notes import with_notes
from converter.structure.shapes.notices import with_judgment, with_notice
from converter.structure.shapes.rolls import with_rolls
from converter.structure.shapes.transcripts import with_turns
from converter.structure.shapes.verse import with_verse

RULES = (with_notice, with_judgment, with_turns, with_notes, with_verse, with_rolls)


def with_shapes(source: Source) -> Source:
    """The source, its lines with what the rows that they stand in tell; the same source where none tells anything."""
    lines: Sequence[Line] = source.lines
    for rule in RULES:
        lines = rule(lines)
    return source if lines is source.lines else replace(source, lines=tuple(lines))
