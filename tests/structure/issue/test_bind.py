"""Several documents bound to one issue: their order, and what they share."""

from dataclasses import replace
from pathlib import Path

import pytest

from converter import load
from converter.model import Article, Block, Document, Issue, Kind, Mark, Metadata, Role, Run, Section, Sheet
from converter.pipeline import Options
from converter.structure.issue.bind import bind
from tests.folder import FIRST, SECOND, TENTH, WHOLE, outline
from tests.readers.books import book
from tests.strategies import PIXEL


def issue(
    name: str, page: str | None = None, date: str | None = None, language: str = "zh-Hans", text: str = ""
) -> Issue:
    """A document of one story, called as its file is."""
    story = Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run(text or name),)),))
    return Issue((Section((story,), page),), Metadata(source=name, date=date), language)


def order(*issues: Issue) -> list[str]:
    """The titles of the bound stories."""
    return [block.text for block in bind(issues).blocks()]


@pytest.mark.parametrize(
    ("issues", "expected"),
    [
        ([issue("b", "10"), issue("a", "2")], ["a", "b"]),
        ([issue("b", "2", "2031-03-02"), issue("a", "1", "2031-03-03")], ["b", "a"]),
        ([issue("b", "2"), issue("a")], ["b", "a"]),  # one has no number: they stay as they are given
        ([issue("10.txt"), issue("9.txt")], ["9.txt", "10.txt"]),
        ([issue("岸10.txt"), issue("灯9.txt")], ["岸10.txt", "灯9.txt"]),  # names that differ in more than numbers
        ([issue("b", "A2"), issue("a", "B1")], ["b", "a"]),
    ],
)
def test_order(issues: list[Issue], expected: list[str]) -> None:
    """By day and page where all have a page's number, by the numbers in names that are else alike, else as given."""
    assert order(*issues) == expected


@pytest.mark.parametrize(
    ("pages", "count"),
    [(["1", "2", "3"], "3"), (["1", "1"], None), ([None, None], None)],
)
def test_how_many_pages(pages: list[str | None], count: str | None) -> None:
    """Two pages and more are counted; documents of the same page are of one section."""
    bound = bind([issue(f"{number}.txt", page) for number, page in enumerate(pages)])

    assert (bound.metadata.page_count, len(bound.sections)) == (
        count,
        len({page for page in pages if page}) or len(pages),
    )


@pytest.mark.parametrize(("texts", "expected"), [(("灯灯", "燈"), "zh-Hans"), (("灯", "燈燈"), "zh-Hant")])
def test_language(texts: tuple[str, str], expected: str) -> None:
    """The language of most of the text."""
    languages = ("zh-Hans", "zh-Hant")
    issues = [issue("a", text=text, language=language) for text, language in zip(texts, languages, strict=True)]

    assert bind(issues).language == expected


def paged(page: str | None, name: str | None, *sections: tuple[str | None, str | None]) -> Issue:
    """A document that says its page in its metadata, and has these pages in its text."""
    story = Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run("渡口"),)),))
    made = tuple(Section((story,), number, called) for number, called in sections)
    return Issue(made, Metadata(page=page, page_name=name))


@pytest.mark.parametrize(
    ("issues", "expected"),
    [
        ([paged("2", "要闻", (None, None))], [("2", "要闻", 1)]),
        ([paged("2", "要闻", ("3", "副刊"))], [("3", "副刊", 1)]),
        ([paged(None, "要闻", (None, "副刊"))], [(None, "副刊", 1)]),
        ([paged("2", "要闻", (None, None), (None, "副刊"))], [(None, None, 1), (None, "副刊", 1)]),
        ([paged(None, None, ("2", None)), paged(None, None, ("2", "要闻"))], [("2", "要闻", 2)]),
        ([paged(None, None, ("2", "要闻")), paged(None, None, ("2", "副刊"))], [("2", "要闻", 2)]),
        (
            [paged(None, None, ("1", None), ("2", None)), paged(None, None, ("2", None))],
            [("1", None, 1), ("2", None, 2)],
        ),
    ],
)
def test_pages(issues: list[Issue], expected: list[tuple[str | None, str | None, int]]) -> None:
    """A document's only page is called as its metadata call it, where the text does not; documents share one."""
    assert [(page.page, page.name, len(page.articles)) for page in bind(issues).sections] == expected


def test_documents_of_two_days_share_no_page() -> None:
    """The same number of another day is another page."""
    days = [issue("a", "2", "2031-03-02"), issue("b", "2", "2031-03-03"), issue("c", "2")]

    assert [section.page for section in bind(days).sections] == ["2", "2", "2"]
    assert order(*days) == ["c", "a", "b"]


def test_spans_are_counted_on() -> None:
    """A line's end lies between two documents; what has no span gets an empty one at its document's beginning."""
    block, beside = Block(Role.PARAGRAPH, (Run("渡口"),), ((0, 2), (3, 5))), Block(Role.CAPTION, (Run("图"),))
    page = Issue((Section((Article(Kind.ARTICLE, (block, beside)),)),), documents=(Document("渡口\n渡口\n"),))
    bare = replace(page, documents=())
    found = bind([page, bare, page])

    assert [block.origin for block in found.blocks()] == [
        ((0, 2), (3, 5)),
        ((0, 0),),
        ((7, 9), (10, 12)),
        ((7, 7),),
        ((13, 15), (16, 18)),
        ((13, 13),),
    ]
    assert [(document.text, document.start) for document in found.documents] == [
        ("渡口\n渡口\n", 0),
        (None, 7),
        ("渡口\n渡口\n", 13),
    ]


def test_names_are_told_apart() -> None:
    """Pictures and the places of links get the document's number; other links and printed pages keep their names."""
    runs = (
        Run("", image="a.png"),
        Run("", image="elsewhere.png"),
        Run("见", href="#b"),
        Run("网", href="https://example.org/#b"),
        Run("此", name="b"),
        Run("", Mark.PAGE, name="12"),
    )
    story = Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, runs),))
    sheets = (Sheet(1, 100, 200, "a.png"), Sheet(2, 100, 200))
    page = Issue((Section((story,)),), images=(("a.png", b""),), documents=(Document(sheets=sheets),), warnings=("甲",))
    found = bind([page, page])

    assert [(run.image, run.href, run.name) for run in list(found.blocks())[1].runs] == [
        ("2/a.png", None, None),
        ("elsewhere.png", None, None),
        (None, "#2-b", None),
        (None, "https://example.org/#b", None),
        (None, None, "2-b"),
        (None, None, "12"),
    ]
    assert [name for name, _ in found.images] == ["1/a.png", "2/a.png"]
    assert [sheet.image for sheet in found.documents[1].sheets] == ["2/a.png", None]
    assert found.warnings == ("甲",)


def test_a_folder_of_pages_is_an_issue(three_pages: Path) -> None:
    """Pages in order, a section each; the jump joined, the repeated lines known, the picture above its caption."""
    issue = load([three_pages])
    assert outline(issue) == WHOLE
    assert issue.images == (("3/page10/ship.png", PIXEL),)
    assert issue.warnings == ()


def test_nothing_is_lost(three_pages: Path) -> None:
    """Every character is in the issue once; of the line that names a picture its words are."""
    read = "".join("".join(text.split()) for text in (FIRST, SECOND, TENTH)).replace("[图片:ship.png|港口]", "港口")
    made = "".join("".join(block.text.split()) for block in load([three_pages]).blocks())
    assert sorted(made) == sorted(read)


def test_order_without_page_numbers(tmp_path: Path) -> None:
    """Names that differ in a number alone are put in its order; others stay as they were named."""
    for name in ("chapter10", "chapter9", "序"):
        (tmp_path / f"{name}.txt").write_text(
            f"{name}\n\n雨下了一夜，早晨推开窗户，石板路亮得像一面镜子。\n", encoding="utf-8"
        )

    def order(*names: str) -> list[str]:
        issue = load([tmp_path / f"{name}.txt" for name in names])
        return [next(issue.sections[place].articles[0].blocks()).text for place in range(len(names))]

    assert order("chapter10", "chapter9") == ["chapter9", "chapter10"]
    assert order("序", "chapter10", "chapter9") == ["序", "chapter10", "chapter9"]


def test_pages_by_name(tmp_path: Path) -> None:
    """Where no folio line tells, the file's name does, with the folder that it is in."""
    folder = tmp_path / "汉江晚报-2021-01-05"
    folder.mkdir()
    for number in (1, 2, 11):
        text = "雨中\n\n雨下了一夜，早晨推开窗户，石板路亮得像一面镜子。\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    issue = load([folder])
    assert [section.page for section in issue.sections] == ["1", "2", "11"]
    expected = Metadata(paper="汉江晚报", date="2021-01-05", source="1.txt", page_count="3")
    assert issue.metadata == expected
    assert load([folder], Options(metadata=Metadata(page="A"))).sections == issue.sections


def test_pages_of_years_and_days(tmp_path: Path) -> None:
    """Pages are put in the order of their days and numbers; a year of which no more is known comes before its days."""
    dates = ("光緒三十四年四月十七日 第三版", "光緒三十四年四月十七日 第二版", "1908-05-16 第二版", "1907-12-31 第十版")
    for number, date in enumerate(dates):
        (tmp_path / f"{number}.txt").write_text(f"海灣時報　{date}\n\n{PAGE.format(number)}", encoding="utf-8")
    issue = load(sorted(tmp_path.iterdir()))
    assert [(section.page, section.articles[-1].title) for section in issue.sections] == [
        ("10", "第3號渡船昨日下水"),
        ("2", "第1號渡船昨日下水"),
        ("3", "第0號渡船昨日下水"),
        ("2", "第2號渡船昨日下水"),
    ]


PAGE = "第{}號渡船昨日下水\n\n　　兩岸的居民一早來到渡口，老人和孩子站在最前面，船下水的時候大家鼓掌。\n"


def test_files_of_one_page_share_its_section(tmp_path: Path) -> None:
    """Two files of page 3 are one section, so that the page has one entry in the page list."""
    for name in ("rmrb-20210105-03-1", "rmrb-20210105-03-2", "rmrb-20210105-04-1"):
        page = name.split("-")[2]
        (tmp_path / f"{name}.txt").write_text(f"第{page}版\n\n{name}\n\n雨下了一夜。\n", encoding="utf-8")
    assert [section.page for section in load([tmp_path]).sections] == ["03", "04"]


def test_links_of_several_books_stay_apart(tmp_path: Path) -> None:
    """The places of each book are called after its number."""
    for name in ("一", "二"):
        page = f'<h1>{name}</h1><p>見<a href="#b">下</a></p><p id="b">此</p>'
        (tmp_path / f"{name}.epub").write_bytes(book({"a.xhtml": page}))
    runs = [run for block in load([tmp_path / "一.epub", tmp_path / "二.epub"]).blocks() for run in block.runs]
    assert [run.href or run.name for run in runs if run.href or run.name] == ["#1-p1", "1-p1", "#2-p1", "2-p1"]
