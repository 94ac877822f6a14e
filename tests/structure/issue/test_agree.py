"""What several documents say of the issue that they are."""

from pathlib import Path

import pytest

from converter import load
from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.structure.issue.agree import agreed, with_year_told


def of(*said: Metadata) -> Metadata:
    """What documents agree in that say so much of themselves."""
    return agreed([Issue((), one) for one in said])


def test_the_first_that_knows_a_thing_counts() -> None:
    """Paper and day are the issue's, whichever page tells them."""
    said = of(Metadata(date="2021-01-05"), Metadata(paper="海湾晚报", date="2021-01-06", number="7"))
    assert said == Metadata(paper="海湾晚报", date="2021-01-05", number="7")


def test_a_storys_title_is_not_the_books() -> None:
    """A title counts where all have it; another word of a document on itself where none says otherwise."""
    one, other, silent = Metadata(title="桥", author="江帆"), Metadata(title="塔", author="水清"), Metadata()
    assert of(one, one) == one
    assert of(one, other) == Metadata()
    assert of(one, silent) == Metadata(author="江帆")
    assert of(one) == one
    assert of(Metadata(url="https://海湾.example/1"), silent) == Metadata()


@pytest.mark.parametrize(
    ("date", "role", "source", "names", "expected"),
    [
        ("1908", Role.FOLIO, "a.txt", (), 1),
        ("1908", Role.DATELINE, "a.txt", (), 1),
        ("1908", Role.PARAGRAPH, "a.txt", (), 0),
        ("1908-05-06", Role.FOLIO, "a.txt", (), 0),
        (None, Role.FOLIO, "a.txt", (), 0),
        ("1908", Role.PARAGRAPH, "光緒三十四年四月十七日.txt", (), 1),
        ("1908", Role.PARAGRAPH, None, ("光緒三十四年四月十七日",), 1),
    ],
)
def test_a_year_alone_is_told(
    date: str | None, role: Role, source: str | None, names: tuple[str, ...], expected: int
) -> None:
    """Where a folio line, a dateline, the file's name or the user names a day of the moon's calendar."""
    story = Article(Kind.ARTICLE, (Block(role, (Run("光緒三十四年四月十七日"),)),))
    told = with_year_told(Issue((Section((story,)),), Metadata(date=date, source=source), warnings=("甲",)), names)

    assert (told.warnings[0], len(told.warnings)) == ("甲", 1 + expected)


def test_a_story_s_title_is_not_the_issue_s(tmp_path: Path) -> None:
    """What the pages of an issue say of themselves is the issue's where they agree."""
    for number, title in enumerate(("山塘里的鱼", "晒场变球场"), 1):
        head = f"---\ntitle: {title}\nauthor: 苗禾\npaper: 河西日报\ndate: 2023-07-11\npage: {number}\n---\n"
        (tmp_path / f"{number}.md").write_text(
            f"{head}\n# {title}\n\n七月的早晨，青山村的山塘边站满了看鱼的人。\n", "utf-8"
        )
    data = load([tmp_path]).metadata
    assert (data.title, data.author, data.paper, data.date) == (None, "苗禾", "河西日报", "2023-07-11")
