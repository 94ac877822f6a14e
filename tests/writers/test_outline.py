"""The outline gives back the tree that was written."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from converter.edit import map_blocks
from converter.model import Article, Block, Form, Issue, Kind, Mark, Metadata, Role, Run, Section
from converter.press.facts import with_facts
from converter.readers.outline import read_outline
from converter.writers.outline import write_outline
from tests.strategies import issues

WHOLE = """\
# banmian outline 1
paper\t海湾晚报
date\t2023-04-06
language\tzh-Hans

section\t05\t要闻

margin
folio\t第 05 版

article
headline\t渔港迎来新船
paragraph\t[本报电]{dateline} 船队今早出海。

briefs
column_title\t短讯

item
headline\t新桥通车
paragraph\t车流平稳。

item
headline\t旧馆重开
end
column_note\t(本栏目由编辑部整理)
"""


def bare(issue: Issue) -> Issue:
    """The issue without what an outline does not hold."""
    issue = map_blocks(issue, lambda block: replace(block, origin=(), confidence=1.0, second=None))
    return replace(issue, images=(), warnings=(), documents=())


def one(*runs: Run) -> Issue:
    """An issue of one paragraph."""
    return Issue((Section((Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, runs),)),)),))


def line_of(*runs: Run) -> str:
    """The paragraph's line in the outline."""
    return write_outline(one(*runs)).decode().splitlines()[-1]


@settings(max_examples=150, deadline=None)
@given(issues())
def test_a_tree_comes_back(issue: Issue) -> None:
    """Any tree written and read back is the same tree, with all that is known of its stories, and is written the same
    again.
    """
    written = write_outline(issue)
    again = read_outline(written)
    assert with_facts(bare(again)) == with_facts(bare(issue))
    assert write_outline(again) == written


def test_the_whole_form() -> None:
    """Every container, and text after the items of a column, are written as the manual says."""
    item = Article(Kind.ITEM, (Block(Role.HEADLINE, (Run("新桥通车"),)), Block(Role.PARAGRAPH, (Run("车流平稳。"),))))
    last = Article(Kind.ITEM, (Block(Role.HEADLINE, (Run("旧馆重开"),)),))
    title = Block(Role.COLUMN_TITLE, (Run("短讯"),))
    note = Block(Role.COLUMN_NOTE, (Run("(本栏目由编辑部整理)"),))
    story = (
        Block(Role.HEADLINE, (Run("渔港迎来新船"),)),
        Block(Role.PARAGRAPH, (Run("本报电", Mark.DATELINE), Run(" 船队今早出海。"))),
    )
    articles = (
        Article(Kind.MARGIN, (Block(Role.FOLIO, (Run("第 05 版"),)),)),
        Article(Kind.ARTICLE, story),
        Article(Kind.BRIEFS, (title, item, last, note)),
    )
    issue = Issue((Section(articles, "05", "要闻"),), Metadata(paper="海湾晚报", date="2023-04-06"))
    assert write_outline(issue).decode() == WHOLE


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run(r"a[b]\c"),), r"paragraph" + "\t" + r"a\[b\]\\c"),
        ((Run("看!"), Run("图", Mark.STRONG)), "paragraph\t看\\![图]{strong}"),
        ((Run("图", Mark.STRONG), Run("(一)")), "paragraph\t[图]{strong}\\(一)"),
        ((Run("站", href="http://x.test/(a)"),), "paragraph\t[站](http://x.test/(a\\))"),
        ((Run("站", Mark.EMPHASIS, "http://x.test/"),), "paragraph\t[站]{emphasis}(http://x.test/)"),
        ((Run("海", image="a.png"),), "paragraph\t![海](a.png)"),
        ((Run("海", href="b", image="a.png"),), "paragraph\t![海](a.png)(b)"),
        ((Run(" 一\n二\t三\u2028四 "),), "paragraph\t一 二 三 四"),
        ((), "paragraph"),
    ],
)
def test_marks_and_escapes(runs: tuple[Run, ...], expected: str) -> None:
    """Marks, targets and escapes have one form, and a text's own breaks become spaces."""
    assert line_of(*runs) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (Block(Role.SUBHEAD, (Run("码头"),), depth=2), "subhead 2\t码头"),
        (Block(Role.PARAGRAPH, (Run("渔网"),), form=Form.ITEM, depth=1), "paragraph item 1\t渔网"),
        (
            Block(Role.PARAGRAPH, (Run("\t船\t"), Run("二", Mark.STRONG)), form=Form.ROW),
            "paragraph row\t\t船\t[二]{strong}",
        ),
        (Block(Role.PARAGRAPH, (Run("1", Mark.NOTE), Run("见上")), form=Form.NOTE), "paragraph note\t[1]{note}见上"),
    ],
)
def test_forms_and_depths(block: Block, expected: str) -> None:
    """Form and depth stand after the role; a row keeps its tabs."""
    written = write_outline(Issue((Section((Article(Kind.ARTICLE, (block,)),)),)))
    assert written.decode().splitlines()[-1] == expected
    (again,) = read_outline(written).blocks()
    assert replace(again, origin=()) == block


def test_section_names_stay_on_their_line() -> None:
    """A tab or newline in a section's name becomes a space."""
    issue = Issue((Section((), "0\t5", "要\n闻"),))
    assert write_outline(issue).decode().splitlines()[-1] == "section\t0 5\t要 闻"


@pytest.mark.parametrize("name", ["outline.md", "outline.zh-CN.md"])
def test_the_manual_s_example(name: str, root: Path) -> None:
    """The example of the manual is an outline, and is written just so."""
    manual = (root / "docs" / name).read_text("utf-8")
    example = manual.partition("# banmian outline 1\n")
    text = (example[1] + example[2].partition("```")[0]).replace("⇥", "\t")
    assert write_outline(read_outline(text.encode())).decode() == text


def test_what_only_the_story_knows_is_written() -> None:
    """Below its name, and not what its byline or its page tell; of dates all, where one is not the issue's."""
    byline, text = Block(Role.BYLINE, (Run("本报记者 江帆"),)), Block(Role.PARAGRAPH, (Run("车流平稳。"),))
    stories = (
        Article(Kind.ARTICLE, (byline, text), ("江帆",), "2024-05-15", "https://海湾.example/1", "03"),
        Article(Kind.ARTICLE, (text,), ("陆水", "江帆"), "2024-05-16", page="04"),
    )
    issue = Issue((Section(stories, "03"),), Metadata(date="2024-05-16"), "zh-Hans")
    written = write_outline(issue).decode()
    assert written == (
        "# banmian outline 1\ndate\t2024-05-16\nlanguage\tzh-Hans\n\nsection\t03\n\n"
        "article\ndate\t2024-05-15\nurl\thttps://海湾.example/1\nbyline\t本报记者 江帆\nparagraph\t车流平稳。\n\n"
        "article\nauthors\t陆水、江帆\ndate\t2024-05-16\npage\t04\nparagraph\t车流平稳。\n"
    )
    assert bare(with_facts(read_outline(written.encode()))) == bare(issue)
