"""The front pages inside a book of a paper: every page (版) has one, and what leads them all goes onto two screens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Article, Block, Issue, Kind, Mark, Metadata, Role, Run, Section
from converter.options import Look
from converter.writers.epub.front import Front, leads
from converter.writers.markup.blocks import Markup
from converter.writers.markup.contents import Entry
from converter.writers.markup.labels import HANS
from tests.writers.reading import OPF, XHTML, Book

MARKUP = Markup(True, {}, HANS)


def story(headline: str, *more: tuple[Role, str], kind: Kind = Kind.ARTICLE) -> Article:
    """An article under a headline."""
    return Article(kind, tuple(Block(role, (Run(text),)) for role, text in ((Role.HEADLINE, headline), *more)))


def lines_of(book: Book, name: str) -> list[tuple[str, str]]:
    """What the elements of a front page's entries are, by class or tag, and what they say."""
    items = book.trees[name].iterfind(f".//{XHTML}li")
    inner = (one for item in items for one in item)
    return [(one.get("class") or one.tag.removeprefix(XHTML), "".join(one.itertext())) for one in inner]


def test_each_page_begins_with_a_page_of_its_own(paper: Issue) -> None:
    """Its name, then headline, deck, first line and minutes of its stories; a brief column tells its items."""
    book = Book(paper)
    assert book.spine == [
        "cover.xhtml",
        "leads.xhtml",
        "sheet01.xhtml",
        "page01-story01.xhtml",
        "sheet02.xhtml",
        "page02-story01.xhtml",
        "page02-story02.xhtml",
    ]
    assert book.trees["sheet01.xhtml"].findtext(f".//{XHTML}h1") == "第01版 要闻"
    assert lines_of(book, "sheet01.xhtml") == [
        ("to-first", "渔港小城的新航线"),
        ("deck", "——南湾码头改造纪行"),
        ("excerpt", "清晨五点，第一班渡船离岸。仓库里的灯亮到半夜。"),
        ("minutes", "约1分钟"),
    ]
    assert lines_of(book, "sheet02.xhtml") == [
        ("to-first", "南湾短讯"),
        ("excerpt", "海塘步道开放；鱼市换新棚"),
        ("minutes", "约1分钟"),
        ("to-story", "雨下了一整夜，天亮时海面平静得像……"),
        ("excerpt", "雨下了一整夜，天亮时海面平静得像一块玻璃。"),
        ("minutes", "约1分钟"),
    ]
    assert lines_of(book, "leads.xhtml") == [
        ("page-name", "第01版 要闻"),
        ("a", "渔港小城的新航线"),
        ("page-name", "第02版 副刊"),
        ("a", "南湾短讯"),
    ]


def test_the_contents_are_read_where_nothing_else_is(paper: Issue, letter: Issue) -> None:
    """A paper's navigation document is in the package and not among what is read; an ordinary book keeps its own."""
    assert "nav.xhtml" not in Book(paper).spine
    assert Book(letter).spine == ["cover.xhtml", "nav.xhtml", "page01-story01.xhtml"]
    parts = replace(letter, sections=(replace(letter.sections[0], name="第一卷"),) * 2)
    assert Book(parts).spine[1] == "nav.xhtml"
    assert [item.get("href") for item in Book(paper).package.iter(f"{OPF}item") if item.get("properties") == "nav"] == [
        "nav.xhtml"
    ]


def test_a_lone_page_needs_no_list_of_pages(letter: Issue) -> None:
    """Its front is the contents; a page of many stories shows the first words of the first alone."""
    stories = tuple(story(f"渡口的第{n}件事", (Role.PARAGRAPH, f"说的是第{n}件。")) for n in "一二三四五")
    book = Book(replace(letter, sections=(Section(stories, "03"),)))
    assert book.spine[:3] == ["cover.xhtml", "sheet01.xhtml", "page01-story01.xhtml"]
    shown = [kind for kind, _ in lines_of(book, "sheet01.xhtml")]
    assert shown == ["to-first", "excerpt", "minutes", *["a", "minutes"] * 4]


def test_the_margins_of_a_page_stand_on_its_front() -> None:
    """Its folio line, above its first story, would be a page by itself; what stands below a picture keeps its place."""
    folio = Article(Kind.MARGIN, (Block(Role.FOLIO, (Run("南湾日报 第03版"),)),))
    seen = Article(Kind.PICTURE, (Block(Role.CAPTION, (Run("晾晒的渔网。"),)),))
    note = Article(Kind.MARGIN, (Block(Role.SOURCE_NOTE, (Run("本版编辑：温以宁"),)),))
    told = story("渡口重开", (Role.PARAGRAPH, "灯亮了。"))
    book = Book(Issue((Section((folio, seen, note, told, note), "03"),), Metadata(paper="南湾日报")))
    assert book.trees["sheet01.xhtml"].xpath("normalize-space(//*[@class='margin'])") == "南湾日报 第03版"
    shown = "".join(book.trees["page01-story01.xhtml"].xpath("//text()")).split()
    assert shown == ["渡口重开", "晾晒的渔网。", "本版编辑：温以宁", "渡口重开", "灯亮了。", "本版编辑：温以宁"]


def test_the_contents_name_what_is_found() -> None:
    """A paper's list has no subhead of one or two characters and none twice, no number of a note, no bare rubric."""
    subheads = ("一", "■小贴士", "两岸的灯", "二", "■小贴士", "（三）")
    parts = story("", *((Role.SUBHEAD, text) for text in subheads), (Role.PARAGRAPH, "灯亮了。")).parts[1:]
    long = Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run("渡口重开"), Run("1", Mark.NOTE))), *parts))
    seen = story("图片报道", (Role.CAPTION, "晾晒的渔网。"))
    other = story("渡口重开", (Role.PARAGRAPH, "船也来了。"))
    book = Book(Issue((Section((long, seen, other), "01"),), Metadata(paper="南湾日报")))
    assert [label for _, label in book.contents()] == [
        "封面",
        "第01版",
        "渡口重开：灯亮了。",
        "两岸的灯",
        "图片报道：晾晒的渔网。",
        "渡口重开：船也来了。",
    ]


@pytest.mark.parametrize(("pages", "titles"), [(4, 40), (9, 36), (10, 22), (16, 17), (60, 0)])
def test_what_leads_goes_onto_two_screens(pages: int, titles: int) -> None:
    """With more pages headlines are cut shorter, until the names of the pages are all that is shown."""
    long = Entry("渡" * 40, "a.xhtml#a")
    body = leads([Front(f"第{n}版", "s.xhtml", ((story("渡"), long),)) for n in range(pages)], "要目", MARKUP)
    shown = body.count("渡") // pages + 2 * ("……" in body)
    assert shown == titles


def test_a_page_without_a_name_shows_its_first_story() -> None:
    """And one without stories its name; nothing is an empty line."""
    fronts = [Front("", "a.xhtml", ((story("渡口"), Entry("渡口", "a.xhtml#a")),)), Front("第2版", "b.xhtml", ())]
    assert leads(fronts, "要目", MARKUP).count("<li><a ") == 2


def test_vertical_and_kobo_books_have_them_too(paper: Issue) -> None:
    """They are written as all other documents are."""
    assert Book(paper, Look(vertical=True, device="kobo")).spine == Book(paper).spine
