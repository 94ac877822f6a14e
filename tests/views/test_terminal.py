"""The table of ``banmian inspect``."""

import io
import os
from dataclasses import replace
from types import SimpleNamespace

import pytest

from converter.model import Article, Block, Issue, Kind, Line, Role, Run, Section, Source
from converter.views.terminal import CHINESE, Look, columns, doubts, explained, look_of, rows

TEXT = "第05版 要闻\n\n桥通车了\n（记者李某）\n\n两岸的居民\n今天走上大桥。\n简讯\n渡口停运\n三十年的渡船停了。"
SOURCE = Source(
    TEXT,
    tuple(
        Line(line, TEXT.index(line), TEXT.index(line) + len(line), number)
        for number, line in enumerate(TEXT.split("\n"), 1)
        if line
    ),
)
PLAIN = Look(color=False, width=None)


def block(role: Role, *pieces: str, confidence: float = 1.0) -> Block:
    """A block of pieces of ``TEXT``."""
    origin = tuple((TEXT.index(piece), TEXT.index(piece) + len(piece)) for piece in pieces)
    return Block(role, (Run("".join(pieces)),), origin, confidence)


ISSUE = Issue(
    (
        Section(
            (
                Article(Kind.MARGIN, (block(Role.FOLIO, "第05版 要闻"),)),
                Article(
                    Kind.ARTICLE,
                    (
                        block(Role.HEADLINE, "桥通车了"),
                        block(Role.BYLINE, "（记者李某）", confidence=0.62),
                        block(Role.PARAGRAPH, "两岸的居民", "今天走上大桥。"),
                    ),
                ),
                Article(
                    Kind.BRIEFS,
                    (
                        block(Role.COLUMN_TITLE, "简讯"),
                        Article(
                            Kind.ITEM, (block(Role.HEADLINE, "渡口停运"), block(Role.PARAGRAPH, "三十年的渡船停了。"))
                        ),
                    ),
                ),
            ),
            "05",
            "要闻",
        ),
    )
)


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def test_rows() -> None:
    """A block has its lines, its articles' brackets, both names of its role, joins, doubt and text."""
    assert list(rows(SOURCE, ISSUE, PLAIN)) == [
        "         版 05 要闻",
        "       1    folio        报眉              第05版 要闻",
        "       3 ┌  headline     主题              桥通车了",
        "       4 │  byline       署名         62%? （记者李某）",
        "     6–7 └  paragraph    正文     ⤶2       两岸的居民今天走上大桥。",
        "       8 ┌  column_title 栏题              简讯",
        "       9 │┌ headline     主题              渡口停运",
        "      10 └└ paragraph    正文              三十年的渡船停了。",
    ]


def test_doubts() -> None:
    """Doubtful blocks are listed with their other reading, the least sure first; a sure page has none to list."""
    [_, story, _] = ISSUE.articles()
    less_sure = replace(story.parts[0], confidence=0.5, second=Role.KICKER)
    issue = Issue((Section((replace(story, parts=(less_sure, *story.parts[1:])),)),))
    sure = Issue((Section((replace(story, parts=story.parts[2:]),)),))

    assert list(doubts(SOURCE, issue, PLAIN)) == [
        "2 of 3 blocks are doubtful, the least sure first:",
        "     3  headline 主题 50%, or kicker 引题  桥通车了",
        "     4  byline 署名 62%  （记者李某）",
        "",
    ]
    assert list(doubts(SOURCE, sure, PLAIN)) == []


def test_an_outline_has_no_line_numbers() -> None:
    """The blocks of a finished tree are shown without the lines of a text that nobody has."""
    assert list(rows(ISSUE, ISSUE, PLAIN))[2] == "         ┌  headline     主题              桥通车了"


def test_an_article_of_one_block_has_a_small_bracket() -> None:
    """One block opens and closes its article."""
    issue = Issue((Section((Article(Kind.PICTURE, (block(Role.CAPTION, "桥通车了"),)),)),))
    assert list(rows(SOURCE, issue, PLAIN)) == ["       3 ╶  caption      图片说明          桥通车了"]


@pytest.mark.parametrize("width", range(36, 70))
def test_rows_fit_the_terminal(width: int) -> None:
    """No row is wider than the terminal, a wide character counting two columns, and no column is given away."""
    for whole, row in zip(rows(SOURCE, ISSUE, PLAIN), rows(SOURCE, ISSUE, Look(False, width)), strict=True):
        used = sum(map(columns, row))
        if row == whole:
            assert used <= width
        else:
            assert row.endswith("…") and whole.startswith(row[:-1])
            assert width - 1 <= used <= width


def test_colours_follow_the_role() -> None:
    """A headline is coloured, a paragraph is not, and no row loses its end."""
    lines = list(rows(SOURCE, ISSUE, Look(color=True, width=None)))
    assert lines[2].startswith("\x1b[33m\x1b[1m") and lines[2].endswith("桥通车了\x1b[0m")
    assert "\x1b" not in lines[4]


def test_a_text_cannot_command_the_terminal() -> None:
    """Escapes, direction marks and half characters of the text are shown as dots."""
    bad = Block(Role.PARAGRAPH, (Run("红\x1b[31m色\u202e反\ud800"),))
    issue = Issue((Section((Article(Kind.ARTICLE, (bad,)),)),))
    assert next(rows(SOURCE, issue, PLAIN)).endswith("红·[31m色·反·")


def test_every_role_has_both_names() -> None:
    """No role is without its Chinese name."""
    assert set(CHINESE) == set(Role)


@pytest.mark.parametrize(
    ("color", "stream", "no_color", "expected"),
    [
        ("auto", Terminal(), "", True),
        ("auto", Terminal(), "1", False),
        ("auto", io.StringIO(), "", False),
        ("always", io.StringIO(), "1", True),
        ("never", Terminal(), "", False),
    ],
)
def test_colour_is_a_terminals(
    color: str, stream: io.StringIO, no_color: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``auto`` colours a terminal where NO_COLOR is empty; what the user says wins."""
    monkeypatch.setenv("NO_COLOR", no_color)
    assert look_of(stream, color).color is expected


def test_only_a_terminal_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A row that goes to a pipe or file keeps its whole text."""
    monkeypatch.setattr("shutil.get_terminal_size", lambda *_, **__: os.terminal_size((77, 20)))
    assert look_of(Terminal(), "auto").width == 77
    assert look_of(io.StringIO(), "auto").width is None


def test_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """Doubtful lines come first, the least sure at the top, with their other reading; then every line with its cues."""
    told = [
        SimpleNamespace(
            line=line,
            role=role,
            opens=opens,
            confidence=confidence,
            second=second,
            doubtful=confidence < 0.9,
            cues=((f"{role} cue", weight),),
        )
        for line, role, opens, confidence, second, weight in zip(
            SOURCE.lines[:4],
            ("folio", "headline", "byline", "paragraph"),
            ("block", "article", "block", "line"),
            (1.0, 0.8, 0.6, 0.95),
            (None, "kicker", "signature", None),
            (3.0, 12.5, -2.0, 0.25),
            strict=True,
        )
    ]
    monkeypatch.setattr("converter.structure.explain.explain", lambda source: told)
    assert list(explained(SOURCE, PLAIN)) == [
        "2 of 4 lines are doubtful, the least sure first:",
        "     4  byline 署名 60%, or signature 文末署名  （记者李某）",
        "     3  headline 主题 80%, or kicker 引题  桥通车了",
        "",
        "     1  folio 报眉, opens a block, 100%  第05版 要闻",
        "          +3  folio cue",
        "     3  headline 主题, opens an article, 80%  桥通车了",
        "       +12.5  headline cue",
        "     4  byline 署名, opens a block, 60%  （记者李某）",
        "          -2  byline cue",
        "     6  paragraph 正文, opens nothing: it goes on, 95%  两岸的居民",
        "       +0.25  paragraph cue",
    ]


def test_an_outline_needs_no_explaining() -> None:
    """A finished tree was not found by cues, and the command says so."""
    assert list(explained(ISSUE, PLAIN)) == ["an outline is a finished tree: there is nothing to explain"]
