"""An outline is read as written by hand, and a wrong line is told by its number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import ConverterError, UnreadableInput
from converter.model import Article, Block, Issue, Kind, Mark, Metadata, Role, Run, Section
from converter.readers.outline import HEADER, read_outline


def read(*lines: str) -> Issue:
    """The issue of an outline's lines after its header."""
    return read_outline("\n".join((HEADER, *lines)).encode())


def runs_of(text: str) -> tuple[Run, ...]:
    """The runs of a paragraph."""
    return next(read(f"paragraph\t{text}").blocks()).runs


def test_implied_containers() -> None:
    """Blocks before any section or article are an article of an implied section."""
    issue = read("headline\t晴", "# 批注", "", "paragraph\t雨")
    headline = Block(Role.HEADLINE, (Run("晴"),), ((29, 30),))
    paragraph = Block(Role.PARAGRAPH, (Run("雨"),), ((47, 48),))
    assert issue.sections == (Section((Article(Kind.ARTICLE, (headline, paragraph)),)),)
    [document] = issue.documents
    assert document.text and [document.text[a:b] for block in issue.blocks() for a, b in block.origin] == ["晴", "雨"]


def test_metadata_and_sections() -> None:
    """Metadata, language and a section's page and name are read; what is not said is unknown."""
    issue = read("title\t 集 ", "author\t编辑部", "language\tzh-Hant-TW", "section", "section\t05", "section\t\t要聞")
    assert issue.metadata == Metadata(title="集", author="编辑部")
    assert issue.language == "zh-Hant-TW"
    assert [(section.page, section.name) for section in issue.sections] == [(None, None), ("05", None), (None, "要聞")]
    assert read("section").language == "zh-Hans"


def test_end_closes_the_item() -> None:
    """Blocks after ``end`` are the column's own, and another item may follow."""
    issue = read(
        "briefs", "item", "headline\t一", "end", "column_note\t注", "item", "headline\t二", "article", "byline\t三"
    )
    column, story = issue.articles()
    assert [part.kind if isinstance(part, Article) else part.role for part in column.parts] == [
        Kind.ITEM,
        Role.COLUMN_NOTE,
        Kind.ITEM,
    ]
    assert [block.text for block in story.blocks()] == ["三"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[本报电]{dateline} 晴", (Run("本报电", Mark.DATELINE), Run(" 晴"))),
        ("[编者按] 晴", (Run("[编者按] 晴"),)),
        (r"\[晴\]{strong}", (Run("[晴]{strong}"),)),
        (r"C:\路\\径", (Run(r"C:\路\径"),)),
        ("[晴](http://x.test/\\)a)。", (Run("晴", href="http://x.test/)a"), Run("。"))),
        ("![图](a.png)(b)", (Run("图", href="b", image="a.png"),)),
        ("![晴]{strong}", (Run("!"), Run("晴", Mark.STRONG))),
        ("[晴](未完", (Run("[晴](未完"),)),
        ("a\u200b\0b", (Run("ab"),)),
    ],
)
def test_marks(text: str, expected: tuple[Run, ...]) -> None:
    """Marks, links and pictures are read; brackets that nothing follows are text."""
    assert runs_of(text) == expected


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (("paragraf\t晴",), "line 2: expected a role, a tab and text, not 'paragraf': did you mean paragraph\\?$"),
        (("晴\t晴",), "line 2: expected a role.*not '晴': use one of folio.*headline.*end$"),
        (
            (
                "",
                "paragraph 晴",
            ),
            "line 3: expected a role, a tab and text",
        ),
        (("item",), "line 2: .*expected briefs"),
        (("article", "item"), "line 3: .*expected briefs"),
        (("briefs", "end"), "line 3: there is no open item"),
        (("article\t晴",), "line 2: expected article alone"),
        (("paragraph\t[晴]{bold}",), "line 2: there is no mark 'bold': use one of dateline, strong, emphasis"),
        (("paragraph table\t晴",), "line 2: expected a role, a tab and text, not 'paragraph table'; .*one of item"),
        (("paragraph item 1 2\t晴",), "line 2: .*not 'paragraph item 1 2'"),
        (("article 2\t晴",), "line 2: expected a role, a tab and text, not 'article 2'"),
        (("section", "title\t晴"), "line 3: title stands once"),
        (("title\t晴", "title\t雨"), "line 3: title stands once"),
    ],
)
def test_a_wrong_line(lines: tuple[str, ...], message: str) -> None:
    """A line that is not as it should be is told by its number, with what is expected."""
    with pytest.raises(UnreadableInput, match=message):
        read(*lines)


@pytest.mark.parametrize(
    ("data", "message"), [(b"", "is empty"), ("晴".encode(), "line 1: expected '# banmian outline 1'")]
)
def test_what_is_no_outline(data: bytes, message: str) -> None:
    """An empty file, and one without the header, are refused."""
    with pytest.raises(UnreadableInput, match=message):
        read_outline(data)


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "gb18030"])
def test_an_editor_may_save_it_otherwise(name: str) -> None:
    """An outline saved in another encoding and with other newlines is the same outline."""
    text = f"{HEADER}\r\nheadline\t渔港迎来新船\r\nparagraph\t船队今早出海，预计下月返航。\r\n"
    assert read_outline(text.encode(name)).sections == read_outline(text.replace("\r", "").encode()).sections


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(st.sampled_from("\\[](){}!\t# ab晴"), max_size=12), max_size=4), st.booleans())
def test_any_lines(lines: list[str], as_paragraphs: bool) -> None:
    """Whatever a hand writes, it is a tree or an error on purpose."""
    try:
        issue = read(*(f"paragraph\t{line}" if as_paragraphs else line for line in lines))
    except ConverterError:
        return
    assert len(list(issue.blocks())) == (len(lines) if as_paragraphs else 0)


def test_comments_are_counted() -> None:
    """But for the line that every outline begins with."""
    issue = read_outline(f"{HEADER}\n# 待 核\n\nparagraph\t船\n#\n# 完\n".encode())
    assert issue.warnings == ("left out 3 character(s) of comments",)
