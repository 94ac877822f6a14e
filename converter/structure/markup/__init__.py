"""What type says of a page: levels, sizes, bold and centred lines → roles, once for every format.

A reader gives what its format says outright: a heading's ``level``, the ``size`` of the type, what is ``bold`` or
``centred``, and a ``role`` where a style or an element names one. What that means on a page is settled here, before the
search, which reads what type leaves open. A line that has a role keeps it. What rows of lines tell by their shape, in
plain text too, comes after it.
"""

from __future__ import annotations

from dataclasses import replace

from converter.model import Source
from converter.structure.shapes import with_shapes
from converter.structure.tables import with_tables


def settle(source: Source) -> Source:
    """The source, its lines with what type and shape tell: roles, depths, openings. The same source if none is told."""
    if not any(line.level or line.size or line.bold or line.centred or line.role for line in source.lines):
        return with_shapes(with_tables(source))
    from converter.structure.markup.adverts import with_adverts
    from converter.structure.markup.pieces import lines_of, pieces_of  # text alone needs none of it
    from converter.structure.markup.rules import RULES

    pieces = pieces_of(with_adverts(source.lines))
    for rule in RULES:
        rule(pieces)
    return with_shapes(with_tables(replace(source, lines=tuple(lines_of(pieces)))))
