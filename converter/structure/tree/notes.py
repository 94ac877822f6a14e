"""Notes stand at the end of the story that leads to them, wherever the document has gathered them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from converter.model import Article, Block, Form, Issue, Mark


def bring_notes_home(issue: Issue) -> Issue:
    """The issue, each note whose number only one story above says at the end of that story."""
    stories = list(issue.articles())
    said = [_numbers_said(story) for story in stories]
    moved: dict[int, list[Block]] = {}
    for at, story in enumerate(stories):
        for note in filter(_is_note, story.blocks()):
            homes = [n for n, numbers in enumerate(said) if note.runs[0].text in numbers]
            if len(homes) == 1 and homes[0] < at:
                moved.setdefault(homes[0], []).append(note)
    gone = {id(note) for notes in moved.values() for note in notes}
    if not gone:
        return issue
    made = iter([_with(story, gone, moved.get(number, ())) for number, story in enumerate(stories)])
    sections = (
        replace(section, articles=tuple(story for _ in section.articles if (story := next(made)).parts))
        for section in issue.sections
    )
    return replace(issue, sections=tuple(sections))


def _is_note(block: Block) -> bool:
    return block.form is Form.NOTE and bool(block.runs) and block.runs[0].mark is Mark.NOTE


def _numbers_said(story: Article) -> set[str]:
    """The numbers of notes that a story's text leads to."""
    blocks = (block for block in story.blocks() if block.form is not Form.NOTE)
    return {run.text for block in blocks for run in block.runs if run.mark is Mark.NOTE}


def _with(story: Article, gone: set[int], notes: Sequence[Block]) -> Article:
    """The story without the notes that are gone from it, and with those that have come."""
    return replace(story, parts=(*_without(story, gone), *notes))


def _without(story: Article, gone: set[int]) -> Iterator[Block | Article]:
    for part in story.parts:
        if isinstance(part, Article):
            yield replace(part, parts=tuple(_without(part, gone)))
        elif id(part) not in gone:
            yield part
