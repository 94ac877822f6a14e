"""Who made an issue, as its bylines, picture credits and editors' notes say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter.model import Issue, Role
from converter.press.patterns import later
from converter.press.people import AUTHOR, EDITOR, PHOTOGRAPHER, TRANSLATOR, Person, people_in, signer_of
from converter.press.posts import words_of
from converter.writers.markup.blocks import plain

LONGEST = 300
"""Characters at the end of a caption, or at the head of a note, in which names are looked for."""

_CLAUSE = later(r"(?<=[，,。！？!?；;…”」』）)】])(?=\s*[\w（(【])")
"""Where another clause of a caption begins."""


def people_of(issue: Issue) -> dict[str, list[str]]:
    """Everyone named, with their roles, in the order of the page; the issue's author comes first."""
    found: dict[str, list[str]] = {}
    for names, role in ((issue.metadata.author, AUTHOR), (issue.metadata.translator, TRANSLATOR)):
        for name in filter(None, plain(names or "").split("、")):
            found.setdefault(name, []).append(role)
    for block in issue.blocks():
        for name, role in named(block.role, block.text):
            roles = found.setdefault(name, [])
            if role not in roles:
                roles.append(role)
    return found


def named(role: Role, text: str) -> Iterator[tuple[str, str]]:
    """The people whom a block of that role names, each with what they did. A byline always names someone."""
    if role is Role.BYLINE:
        people = people_in(text)
        yield from _roles(people)
        if not people and (signer := plain(signer_of(text))):
            yield signer, AUTHOR
    elif role in (Role.CAPTION, Role.CREDIT):
        yield from _roles(_credited(text))
    elif role in (Role.COLUMN_NOTE, Role.SOURCE_NOTE):
        yield from ((name, did) for name, did in _roles(people_in(text[:LONGEST])) if did == EDITOR)


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
