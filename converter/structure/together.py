"""What the lines of a document show together, told of each line: before the first reading what is sure, after it where
lines that are alike were read in several ways."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Line
from converter.structure.between import between
from converter.structure.prose.breaks import told_breaks
from converter.structure.prose.sentences import whole_sentences
from converter.structure.prose.site import told_site_lines
from converter.structure.prose.stamps import stamps
from converter.structure.search.path import Reading
from converter.structure.series import agreed, divided
from converter.structure.series.divisions import Divisions
from converter.structure.series.telling import free_of, tell
from converter.structure.stacks import stacks
from converter.structure.unfit import unfit


def told(lines: Sequence[Line]) -> tuple[list[Line], Divisions]:
    """The lines with what is sure of them, and the divisions of the text."""
    found = list(lines)
    told_breaks(found)
    tell(found, stamps(found, free_of(found)))
    divisions = divided(found)
    if divisions.chaptered:
        told_site_lines(found, free_of(found))
    return found, divisions


def mend(lines: list[Line], readings: Sequence[Reading], divisions: Divisions, pictures: bool) -> list[Line]:
    """The lines, those told of that the first reading took for what they are not."""
    found = agreed(lines, readings, divisions)
    tell(found, unfit(found, readings))
    tell(found, between(found, readings))
    tell(found, stacks(found, readings))
    return whole_sentences(found, readings, divisions.chaptered, pictures)
