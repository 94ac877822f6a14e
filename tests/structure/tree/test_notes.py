"""Notes go to the end of the story that leads to them."""

from converter.model import Article, Block, Form, Issue, Kind, Mark, Role, Run, Section
from converter.structure.tree.notes import bring_notes_home


def story(*parts: str) -> Article:
    """A story of paragraphs that lead to notes (``text^1``), and of notes (``^1 text``)."""
    return Article(Kind.ARTICLE, tuple(map(block, parts)))


def block(part: str) -> Block:
    if part.startswith("^"):
        return Block(Role.PARAGRAPH, (Run(part[1], Mark.NOTE), Run(part[3:])), form=Form.NOTE)
    text, *number = part.split("^")
    return Block(Role.PARAGRAPH, (Run(text), *(Run(n, Mark.NOTE) for n in number)))


def issue(*stories: Article) -> Issue:
    return Issue((Section(stories, "1"),))


def test_a_note_goes_to_the_one_story_above_that_leads_to_it() -> None:
    """In the order in which the notes stand; one of the last story stays."""
    before = issue(story("桥^1", "灯^2"), story("船^3", "^1 石桥", "^2 油灯", "^3 渡船"))
    assert bring_notes_home(before) == issue(story("桥^1", "灯^2", "^1 石桥", "^2 油灯"), story("船^3", "^3 渡船"))


def test_a_note_that_two_stories_lead_to_stays() -> None:
    """So does one that none leads to, and one whose story comes after it."""
    for before in (
        issue(story("桥^1"), story("船^1", "^1 石桥")),
        issue(story("桥"), story("船", "^1 石桥")),
        issue(story("桥", "^1 渡船"), story("船^1")),
    ):
        assert bring_notes_home(before) is before


def test_a_story_of_nothing_but_notes_goes() -> None:
    """And an item's notes go from the item."""
    assert bring_notes_home(issue(story("桥^1"), story("^1 石桥"))) == issue(story("桥^1", "^1 石桥"))
    item = Article(Kind.ITEM, (block("船"), block("^1 石桥")))
    left = Article(Kind.ITEM, (block("船"),))
    before = issue(story("桥^1"), Article(Kind.BRIEFS, (item,)))
    assert bring_notes_home(before) == issue(story("桥^1", "^1 石桥"), Article(Kind.BRIEFS, (left,)))
