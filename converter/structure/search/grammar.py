"""The states of the search and the grammar of a Chinese page.

A line's state is a role and what the line does: it opens an ``article``, opens a ``block``, or goes on with the
block above (``line``). The grammar says which role a block may have after which; its edges are soft: one that is
not written here costs ``MISSING_EDGE``, it is not forbidden.
"""

from __future__ import annotations

from converter.model import Role

BRIEF = "brief_"
"""A headline or a paragraph of an item in a brief column has a role of its own in the search: ``brief_headline``."""

LABELS: tuple[str, ...] = (*Role, BRIEF + Role.HEADLINE, BRIEF + Role.PARAGRAPH)
"""Every role that the search tells apart."""

OPENERS = (
    "column_title kicker headline lead paragraph caption column_note dateline jump brief_headline brief_paragraph"
).split()
"""The roles whose block may be the first of an article."""

STATES: tuple[tuple[str, str], ...] = tuple(
    (label, opening)
    for label in LABELS
    for opening in ("article", "block", "line")
    if opening != "article" or label in OPENERS
)

START = "start"

ROLES: tuple[Role, ...] = tuple(Role(label.removeprefix(BRIEF)) for label, _ in STATES)
"""The role of each state, in a brief column or not."""

GOES_ON: tuple[bool, ...] = tuple(opening == "line" for _, opening in STATES)
"""Whether a line of each state goes on with the block above."""

_HEAD = "byline dateline lead deck source_note caption credit column_title paragraph subhead"
_BODY = "paragraph subhead caption credit signature source_note column_note jump byline dateline furniture"

_FOLLOWERS: dict[str, str] = {
    # role above → the roles whose block may come next inside the same article
    "start": "folio furniture column_note " + _HEAD,
    "folio": "folio furniture column_title column_note " + _BODY,
    "column_title": "kicker headline lead brief_headline column_note " + _HEAD,
    "kicker": "kicker headline",
    "headline": _HEAD,
    "deck": _HEAD,
    "byline": _HEAD + " signature",
    "dateline": _HEAD + " brief_headline",
    "lead": _HEAD.replace(" lead", "") + " brief_headline",
    "paragraph": _BODY + " column_title",
    "subhead": "subhead paragraph caption credit lead byline dateline",
    "caption": "caption credit folio " + _HEAD + " " + _BODY,
    "credit": "caption folio " + _HEAD + " " + _BODY,
    "signature": "signature source_note column_note caption credit jump furniture lead paragraph column_title subhead",
    "column_note": "column_note source_note furniture jump folio caption signature paragraph",
    "source_note": "source_note column_note furniture lead column_title caption credit jump signature " + _HEAD,
    "jump": "paragraph furniture column_note source_note caption jump headline kicker",
    "furniture": "furniture folio column_note source_note jump " + _HEAD + " " + _BODY,
    "brief_headline": "brief_paragraph byline dateline",
    "brief_paragraph": "brief_headline brief_paragraph signature source_note column_note jump furniture caption credit",
}

FOLLOWERS = {role: frozenset(roles.split()) for role, roles in _FOLLOWERS.items()}

INTERRUPTERS = ("furniture", "folio", "caption", "credit", "jump", "column_note")
"""Blocks that may lie between the two halves of a paragraph."""

AFTER_HEAD = ("kicker", "column_title")
"""After these no second article opens: their headline is still to come."""

MISSING_EDGE = 3.0
"""Nats that an edge outside the grammar costs; training may move single edges."""

NO_EDGE = 12.0
"""Nats for what cannot be: going on with a block that is not there."""


def edge(above: tuple[str, str], here: tuple[str, str]) -> float:
    """The grammar's cost, in nats, of the state ``here`` right after the state ``above``."""
    (role_above, _), (role, opening) = above, here
    if opening == "line":
        if role == role_above:
            return MISSING_EDGE if role in _ONE_LINE else 0.0
        return 1.0 if role.endswith("paragraph") and role_above in INTERRUPTERS else NO_EDGE
    if opening == "article":
        return MISSING_EDGE if role_above in AFTER_HEAD or role not in _USUAL_OPENERS else 0.0
    if role_above == START and role in OPENERS:
        return NO_EDGE if role in _USUAL_OPENERS else 0.0
    return 0.0 if role in FOLLOWERS[role_above] else MISSING_EDGE


_ONE_LINE = ("folio", "furniture", "column_title", "dateline")
"""Two such lines in a row are two blocks, most often."""

_USUAL_OPENERS = ("kicker", "headline", "column_title", "brief_headline")
