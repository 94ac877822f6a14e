"""Pictures that no line names, and the captions that they go above."""

import pytest

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.structure.tree.pictures import place_pictures

CAPTION, CREDIT, PARAGRAPH = Role.CAPTION, Role.CREDIT, Role.PARAGRAPH


def issue(*blocks: tuple[Role, str], images: str) -> Issue:
    """One story; a block whose text is a picture's name shows it."""
    names = images.split()
    runs = [Run("", image=text) if text in names else Run(text) for _, text in blocks]
    story = Article(Kind.ARTICLE, tuple(Block(role, (run,)) for (role, _), run in zip(blocks, runs, strict=True)))
    return Issue((Section((story,)),), images=tuple((name, b"") for name in names))


def told(found: Issue) -> list[str]:
    """The text of each block, or its picture."""
    return [run.image or run.text for block in found.blocks() for run in block.runs]


@pytest.mark.parametrize(
    ("blocks", "images", "expected"),
    [
        ([(PARAGRAPH, "渡轮。"), (CAPTION, "渡口")], "a1.png", ["渡轮。", "a1.png", "渡口"]),
        ([(CAPTION, "渡口"), (CAPTION, "桥")], "a1.png a2.png", ["a1.png", "渡口", "a2.png", "桥"]),
        ([(CAPTION, "渡口"), (CAPTION, "桥a1")], "a1.png a2.png", ["a2.png", "渡口", "a1.png", "桥a1"]),
        ([(CAPTION, "渡口"), (CAPTION, "桥1")], "1.png 2.png", ["1.png", "渡口", "2.png", "桥1"]),
        ([(CAPTION, "渡口"), (CAPTION, "桥12")], "12.png 2.png", ["2.png", "渡口", "12.png", "桥12"]),
        ([(CAPTION, "a1渡口")], "p/a1.png a1.jpg", ["p/a1.png", "a1渡口", "a1.jpg"]),
        ([(CAPTION, "渡口"), (CREDIT, "a1摄"), (CAPTION, "桥")], "a1.png", ["a1.png", "渡口", "a1摄", "桥"]),
        ([(CAPTION, "渡口"), (CREDIT, "甲摄"), (CAPTION, "a1桥")], "a1.png", ["渡口", "甲摄", "a1.png", "a1桥"]),
        ([(CREDIT, "甲摄"), (PARAGRAPH, "渡轮。")], "a1.png", ["a1.png", "甲摄", "渡轮。"]),
        (
            [(CAPTION, "a1.png"), (CAPTION, "渡口"), (CAPTION, "桥")],
            "a1.png b1.png",
            ["a1.png", "渡口", "b1.png", "桥"],
        ),
        ([(CAPTION, "a1.png"), (PARAGRAPH, "。"), (CAPTION, "桥")], "a1.png b1.png", ["a1.png", "。", "b1.png", "桥"]),
        ([(PARAGRAPH, "a1渡口。")], "a1.png", ["a1渡口。", "a1.png"]),
        ([(PARAGRAPH, "渡口。")], "", ["渡口。"]),
    ],
)
def test_where_pictures_go(blocks: list[tuple[Role, str]], images: str, expected: list[str]) -> None:
    """Above the caption that holds the file's name, of two characters at least, else above the next without one."""
    assert told(place_pictures(issue(*blocks, images=images))) == expected


def test_pictures_without_captions_stand_at_the_end() -> None:
    """In the last section, or in one of their own; an item's captions count too."""
    item = Article(Kind.BRIEFS, (Article(Kind.ITEM, (Block(CAPTION, (Run("渡口"),)),)),))
    images = (("a1.png", b""), ("b1.png", b""))
    found = place_pictures(Issue((Section(()), Section((item,), "2")), images=images))

    assert [[article.kind for article in section.articles] for section in found.sections] == [[], ["briefs", "picture"]]
    assert (told(found), found.sections[1].page) == (["a1.png", "渡口", "b1.png"], "2")
    assert told(place_pictures(Issue((), images=images))) == ["a1.png", "b1.png"]
