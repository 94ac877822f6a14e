"""Whom a block names, and what each of them did: bylines, picture credits and editors' notes tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.model import Block, Role
from converter.press.patterns import later
from converter.press.people import AUTHOR, EDITOR, PHOTOGRAPHER, Person, people_in, signer_of
from converter.press.posts import words_of

LONGEST = 300
"""Characters at the end of a caption, or at the head of a note, in which names are looked for."""

_CLAUSE = later(r"(?<=[，,。！？!?；;…”」』）)】])(?=\s*[\w（(【])")
"""Where another clause of a caption begins."""


def named(role: Role, text: str) -> Iterator[tuple[str, str]]:
    """The people whom a block of that role names, each with what they did. A byline always names someone."""
    if role is Role.BYLINE:
        people = people_in(text)
        yield from _roles(people)
        if not people and (signer := " ".join(signer_of(text).split())):
            yield signer, AUTHOR
    elif role in (Role.CAPTION, Role.CREDIT):
        yield from _roles(_credited(text))
    elif role in (Role.COLUMN_NOTE, Role.SOURCE_NOTE):
        yield from ((name, did) for name, did in _roles(people_in(text[:LONGEST])) if did == EDITOR)


def signed_by(blocks: Iterable[Block], *roles: str) -> tuple[str, ...]:
    """Whom the bylines among ``blocks`` name in one of some roles, each once."""
    lines = (named(block.role, block.text) for block in blocks if block.role is Role.BYLINE)
    return tuple(dict.fromkeys(name for line in lines for name, role in line if role in roles))


def _roles(people: Iterable[Person]) -> Iterator[tuple[str, str]]:
    """Each thing that each of some people did."""
    return ((person.name, role) for person in people for role in person.roles)


def _credited(caption: str) -> list[Person]:
    """Those of whom one of the last clauses of a caption says what they did, where one of them took the picture."""
    for clause in reversed(_CLAUSE.split(caption[-LONGEST:])[-2:]):
        if not any(word in clause for word in words_of("camera", "picture", "pictures")):
            continue  # most captions credit nobody
        found = [person for person in people_in(clause) if person.post]
        if any(PHOTOGRAPHER in person.roles for person in found):
            return found
    return []
