"""The four steps in a row, and what overrules what."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest

from converter.errors import ConverterError, UnknownFormat, UnknownScript, UnreadableInput
from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section, Source
from converter.options import Look, Options, Script
from converter.pipeline import detect, load, read, write

PAGE = "跨江大桥昨日正式通车\n\n　　两岸的居民昨天走上大桥，老人和孩子走在最前面，大家都说这一天等了很久。\n"
ISSUE = Issue((Section((Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run("大桥通车"),)),)),)),))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A page whose file's name tells a date and a page."""
    path = tmp_path / "2021-01-05-03.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_read_gives_a_source_with_its_name(page: Path) -> None:
    """A text is a ``Source`` that knows its file's name and what the name tells."""
    source = read(page)
    assert isinstance(source, Source)
    assert source.metadata.source == page.name
    assert source.metadata.date == "2021-01-05"


def test_read_takes_a_stream() -> None:
    """A binary stream has no name to learn from."""
    source = read(io.BytesIO(PAGE.encode("gb18030")))
    assert source.metadata == Metadata()
    assert isinstance(source, Source) and source.lines[0].text == "跨江大桥昨日正式通车"


def test_options_overrule_what_was_found(page: Path) -> None:
    """Metadata and language of the options win; what they leave open the document tells."""
    issue = detect(read(page), Options(language="zh-Hant-HK", metadata=Metadata(title="桥", date="1999-12-31")))
    assert (issue.language, issue.metadata.title, issue.metadata.date) == ("zh-Hant-HK", "桥", "1999-12-31")
    assert issue.metadata.source == page.name


def test_the_language_is_found(page: Path) -> None:
    """Where nobody names the language, the text's own characters do."""
    assert detect(read(page)).language == "zh-Hans"
    page.write_text("跨江大橋昨日正式通車\n\n　　兩岸的居民昨天走上大橋，老人和孩子走在最前面。\n", encoding="utf-8")
    assert detect(read(page)).language == "zh-Hant"


def test_detect_keeps_a_finished_tree() -> None:
    """An outline's structure is its author's word; only metadata and language can change."""
    issue = detect(ISSUE, Options(metadata=Metadata(paper="汉江晚报")))
    assert (issue.sections, issue.metadata) == (ISSUE.sections, Metadata(paper="汉江晚报"))


def test_load_joins_in_order(page: Path) -> None:
    """Several inputs are one issue: sections in order, the first one's metadata, no page number of one page."""
    other = page.with_name("2021-01-06-04.txt")
    other.write_text(PAGE.replace("大桥", "公路"), encoding="utf-8")
    issue = load([page, other])
    assert [section.articles[0].title for section in issue.sections] == ["跨江大桥昨日正式通车", "跨江公路昨日正式通车"]
    assert (issue.metadata.date, issue.metadata.page) == ("2021-01-05", None)


def test_load_converts_the_script(page: Path) -> None:
    """The script is changed after the structure is found, and the language follows."""
    issue = load([page], Options(script=Script("s2t")))
    assert (issue.title, issue.language) == ("跨江大橋昨日正式通車", "zh-Hant")


def test_errors_of_reading(tmp_path: Path, page: Path) -> None:
    """No input, a missing one, an unknown reader and an unknown script are each their own error."""
    with pytest.raises(UnreadableInput, match="no input"):
        load([])
    with pytest.raises(UnreadableInput, match=r"cannot read .*missing"):
        read(tmp_path / "missing.txt")
    with pytest.raises(UnknownFormat, match=r"no reader named 'word'.*text"):
        read(page, Options(reader="word"))
    with pytest.raises(UnknownScript, match="s2x"):
        load([page], Options(script=Script("s2x")))


def test_write_by_suffix_and_by_name(tmp_path: Path) -> None:
    """A suffix in any case tells the format, and ``to`` overrules it."""
    write(ISSUE, tmp_path / "a.OUTLINE")
    write(ISSUE, tmp_path / "b.html", Options(to="outline"))
    assert (tmp_path / "a.OUTLINE").read_bytes() == (tmp_path / "b.html").read_bytes()
    with pytest.raises(UnknownFormat, match=r"suffix '\.doc'.*\.epub"):
        write(ISSUE, tmp_path / "c.doc")


def test_vertical_lines_have_corner_quotes(tmp_path: Path) -> None:
    """Curly quotes have no place in vertical lines: each script gets its own corners there, unless others are asked
    for.
    """
    article = Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, (Run("“桥‘真’好。”老人说。"),)),))

    def written(language: str, to: str, quotes: str | None = None) -> str:
        out = io.BytesIO()
        issue = Issue((Section((article,)),), language=language)
        write(issue, out, Options(look=Look(vertical=True), to=to, script=Script(quotes=quotes)))
        if to != "epub":
            return out.getvalue().decode()
        with ZipFile(out) as book:
            return "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))

    assert "『桥「真」好。』老人说。" in written("zh-Hans", "epub")
    assert "「桥『真』好。」老人说。" in written("zh-Hant-TW", "epub")
    assert "“桥‘真’好。”老人说。" in written("zh-Hans", "epub", quotes="keep")
    assert "『桥「真」好。』老人说。" in written("zh-Hans", "html")
    assert "“桥‘真’好。”老人说。" in written("zh-Hans", "json")  # it has no lines

    section = Section((article,))
    both = Issue((section,), language="zh-Hans", twin=Issue((section,), language="zh-Hant-TW"))
    write(both, tmp_path / "today", Options(look=Look(vertical=True), to="site"))
    assert "『桥「真」好。』老人说。" in (tmp_path / "today" / "index.html").read_text("utf-8")
    assert "「桥『真』好。」老人说。" in (tmp_path / "today" / "zh-Hant-TW" / "index.html").read_text("utf-8")


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_bad_page_is_named(three_pages: Path, text: str) -> None:
    """What is wrong with one page of many is said with its name."""
    (three_pages / "page2.txt").write_text(text, encoding="utf-8")
    with pytest.raises(ConverterError, match=r"page2\.txt: the input is empty"):
        load([three_pages])


def test_one_document_is_read_alone(three_pages: Path) -> None:
    """What shows one document says so where many are named."""
    with pytest.raises(UnreadableInput, match="holds 3 documents"):
        read(three_pages)
