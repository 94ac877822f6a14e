"""Who made an issue, as its bylines, picture credits and editors' notes say."""

from __future__ import annotations

from converter.model import Issue
from converter.press.facts import stories
from converter.press.named import named
from converter.press.people import AUTHOR, TRANSLATOR
from converter.writers.markup.blocks import plain


def people_of(issue: Issue) -> dict[str, list[str]]:
    """Everyone named, with their roles, in the order of the page; the issue's author comes first, and last who is known
    to have written a story that does not say so.
    """
    found: dict[str, list[str]] = {}

    def add(name: str, role: str) -> None:
        if (name := plain(name)) and role not in found.setdefault(name, []):
            found[name].append(role)

    for names, role in ((issue.metadata.author, AUTHOR), (issue.metadata.translator, TRANSLATOR)):
        for name in plain(names or "").split("、"):
            add(name, role)
    for block in issue.blocks():
        for name, role in named(block.role, block.text):
            add(name, role)
    for _, story in stories(issue):
        for name in story.authors:
            add(name, AUTHOR)
    return found
