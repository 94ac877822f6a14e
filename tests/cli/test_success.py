"""A command that made something says what, in one line that --quiet silences."""

from pathlib import Path

import pytest

import converter
from converter.cli.success import made
from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from converter.options import Options
from tests.cli.command import run


def issue_of(kinds: list[Kind], doubtful: int) -> Issue:
    """An issue of an article a kind, with so many doubtful blocks."""
    doubts = [Block(Role.PARAGRAPH, (Run("桥"),), confidence=0.1)] * doubtful
    articles = [Article(kind, (Block(Role.PARAGRAPH, (Run("桥"),)),)) for kind in kinds]
    return Issue((Section((*articles, Article(Kind.MARGIN, tuple(doubts)))),))


@pytest.mark.parametrize(
    ("kinds", "doubtful", "inputs", "expected"),
    [
        ([Kind.ARTICLE], 0, ["page.txt"], "made x.epub: 1 story"),
        ([Kind.ARTICLE] * 3 + [Kind.BRIEFS, Kind.PICTURE], 1, ["page.txt"],
         "made x.epub: 4 stories, 1 doubtful block (banmian inspect page.txt)"),
        ([], 2, ["my page.txt"], "made x.epub: 0 stories, 2 doubtful blocks (banmian inspect 'my page.txt')"),
        ([Kind.ARTICLE], 2, ["-"], "made x.epub: 1 story, 2 doubtful blocks"),
        ([Kind.ARTICLE], 2, ["1.txt", "1.txt"], "made x.epub: 1 story, 2 doubtful blocks (banmian inspect 1.txt)"),
        ([Kind.ARTICLE], 2, ["1.txt", "2.txt"],
         "made x.epub: 1 story, 2 doubtful blocks (banmian inspect shows those of one input)"),
    ],
)  # fmt: skip
def test_what_was_made(kinds: list[Kind], doubtful: int, inputs: list[str], expected: str) -> None:
    """Stories are articles and brief columns; doubts come with the command that shows them, where one shows all."""
    assert made("x.epub", issue_of(kinds, doubtful), inputs) == expected


def test_it_is_shown_as_it_was_read() -> None:
    """The command that shows the doubts reads the input as this run did."""
    options = Options.of(reader="html", encoding="big5")
    assert made("x.epub", issue_of([Kind.ARTICLE], 1), ["a.txt"], options).endswith(
        "(banmian inspect a.txt --from html --encoding big5)"
    )


def test_it_is_told_on_stderr_unless_quiet(page: Path) -> None:
    """Also of an output that nobody named; a document on stdout is alone there."""
    told = run("convert", page, "--to", "html")
    assert (told.exit_code, told.stdout, told.stderr) == (0, "", "made page.html: 1 story\n")
    assert run("convert", page, "--to", "html", "-q").output == ""
    printed = run("convert", page, "-o", "-", "--to", "html")
    assert (printed.stdout_bytes, printed.stderr) == (Path("page.html").read_bytes(), "")


def test_a_name_that_no_terminal_shows(page: Path) -> None:
    """Whatever the output's name holds, one line is told."""
    assert run("convert", page, "-o", "两\n岸.html").stderr == "made 两 岸.html: 1 story\n"


def test_the_stories_are_those_of_the_book(seeds: list[Path], tmp_path: Path) -> None:
    """What is told of a sample page is what the library finds in it."""
    for seed in seeds:
        issue = converter.load(seed)
        stories = sum(article.kind in (Kind.ARTICLE, Kind.BRIEFS) for article in issue.articles())
        told = run("convert", seed, "-o", tmp_path / "x.html").stderr.splitlines()[-1]
        assert told.startswith(f"made {tmp_path / 'x.html'}: {stories} stor")
