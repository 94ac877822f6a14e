"""The rules by which type tells what lines are, in the order in which they are tried."""

from converter.structure.markup.subheads import set_headings, set_subheads
from converter.structure.markup.text import (
    set_blocks,
    set_bylines,
    set_captions,
    set_credits,
    set_heads,
    set_leads,
    set_notes,
    set_sentences,
    set_signatures,
    set_under_headings,
)
from converter.structure.markup.titles import (
    set_beside_titles,
    set_columns,
    set_lesser,
    set_mastheads,
    set_openings,
    set_titles,
)

RULES = (
    set_mastheads,
    set_lesser,
    set_titles,
    set_columns,
    set_beside_titles,
    set_headings,
    set_captions,
    set_credits,
    set_leads,
    set_bylines,
    set_signatures,
    set_notes,
    set_sentences,
    set_blocks,
    set_subheads,
    set_heads,
    set_under_headings,
    set_openings,
)
