"""A page that is content from end to end: what its elements say outright."""

import pytest

import converter
from converter.model import Form, Line, Opens, Role
from converter.readers.html.page import read_html
from tests.readers.html.pages import page

TEXT = "<p>新桥昨日通车，市民一早就在桥头等候，队伍排到了码头，负责人说，步道夜里十一点关灯。</p>"


def lines(body: str, head: str = "") -> list[Line]:
    return list(read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode()).lines)


def test_a_reader_says_how_lines_are_set() -> None:
    """Level, size, bold and centred; roles only where an element has them; the browser's size where others are said."""
    body = (
        '<h1>港</h1><p align="center"><font size="6"><b>新桥</b></font></p><p><b>桥</b>头</p>'
        "<figure><figcaption>灯</figcaption></figure><blockquote>船</blockquote>"
    )
    found = [(line.level, line.size, line.bold, line.centred, line.role) for line in lines(body)]
    assert found == [
        (1, None, False, False, None), (0, 24, True, True, None), (0, 12, False, False, None),
        (0, 12, False, False, Role.CAPTION), (0, 12, False, False, Role.PARAGRAPH),
    ]  # fmt: skip
    assert [line.size for line in lines(f"<h1>港</h1>{TEXT}")] == [None, None]


def test_the_size_of_a_line_is_that_of_most_of_it() -> None:
    """A large first letter does not make a title."""
    assert [line.size for line in lines(f'<p><span style="font-size:40pt">新</span>桥昨日通车</p>{TEXT}')] == [
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (TEXT, ["新桥通车", None]), (f"<p>新桥通车</p>{TEXT}", [None, None]),
        (f"<h2>桥</h2>{TEXT}<h2>灯</h2>{TEXT}", ["新桥通车", 2, None, 2, None]),
        (f"<h1>桥</h1>{TEXT}", [1, None]), (f'<p style="font-size:20pt">桥</p>{TEXT}', [None, None]),
    ],
    ids="missing said parts heading type".split(),
)  # fmt: skip
def test_a_title_that_the_page_does_not_show(body: str, expected: list[str | int | None]) -> None:
    """It is the headline, unless the page says it, has a highest heading, or sets lines in sizes that may show one."""
    found = lines(body, "<title>新桥通车</title>")
    assert expected == [line.text if line.role is Role.HEADLINE else line.level or None for line in found]


def test_what_the_lines_under_the_only_headline_tell() -> None:
    """Day, source and author; of a page with several headlines nothing is learned."""
    told = "<p>2024-05-16 来源：海湾日报</p><p>本报记者 江帆</p>"
    source = read_html(f"<html><body><h1>新桥通车</h1>{told}{TEXT}</body></html>".encode())
    assert (source.metadata.title, source.metadata.date, source.metadata.paper) == (
        "新桥通车",
        "2024-05-16",
        "海湾日报",
    )
    assert [line.role for line in source.lines] == [None, Role.SOURCE_NOTE, None, None]
    source = read_html(f"<html><body><h1>新桥通车</h1>{told}{TEXT}<h1>新船</h1>{TEXT}</body></html>".encode())
    assert (source.metadata.date, source.metadata.paper) == (None, None)


def test_what_pandoc_calls_the_head() -> None:
    """Title, subtitle, author and date have their roles, and no level."""
    kinds = {"title": Role.HEADLINE, "subtitle": Role.DECK, "author": Role.BYLINE, "date": Role.SOURCE_NOTE}
    body = "".join(f'<h{n} class="{kind}">港口{n}</h{n}>' for n, kind in enumerate(kinds, 1))
    found = [(line.role, line.level) for line in lines(f"{body}<h1>进港</h1>{TEXT}")]
    assert found == [*((role, 0) for role in kinds.values()), (None, 1), (None, 0)]
    assert lines(f"{body}{TEXT}")[0].opens is Opens.ARTICLE


def test_captions_of_pictures_that_are_not_there() -> None:
    """A line right under one is its caption, though the picture is left out; one after a ``<br>`` may be long."""
    long = "历时三年的新桥昨日通车两岸居民走上桥头一早就在等候看船过江的人群排到了码头边上夜里才散"
    image = '<img src="https://port.example/a.jpg">'
    found = lines(f"<h1>港</h1><p>{image}</p><p>桥头的灯</p><p>{image}<br>{long}</p><p>{image}</p><p>{long}</p>{TEXT}")
    assert [line.role for line in found] == [None, Role.CAPTION, Role.CAPTION, None, None]


def test_a_document_keeps_its_lists_of_links() -> None:
    """What is a site's beside an article is a document's own: lists of links, words that buttons have elsewhere."""
    links = "".join(f'<li><a href="https://{n}.test/">桥梁志{n}</a></li>' for n in range(4))
    source = page(
        f"<h1>桥</h1><p>城里有三座桥，最老的一座建于清代。</p><h2>相关阅读</h2><ul>{links}</ul><p>评论</p><p>桥边有树。</p>"
    )
    expected = [
        "桥",
        "城里有三座桥，最老的一座建于清代。",
        "相关阅读",
        "桥梁志0",
        "桥梁志1",
        "桥梁志2",
        "桥梁志3",
        "评论",
        "桥边有树。",
    ]
    assert expected == [line.text for line in source.lines]


def test_a_document_of_an_office() -> None:
    """Kicker and headlines by the size of their type, a folio line in the header, a table with a table in a cell."""
    inner = "<table><tr><td>内甲</td><td>内乙</td></tr></table>"
    source = page(
        '<div title="header"><p>海湾晚报 2024年5月16日 第03版：城事</p></div>'
        '<p align="center"><font size="4">历时三年 两岸相连</font></p>'
        '<p align="center"><font size="6"><b>新桥通车</b></font></p>'
        f"<p>{'两岸居民走上桥头，一早就在等候。' * 3}</p>"
        f"<table><tr><td>石</td><td>木</td></tr><tr><td>铁</td><td>{inner}</td></tr></table>"
    )
    roles = [Role.FOLIO, Role.KICKER, Role.HEADLINE, Role.PARAGRAPH, Role.PARAGRAPH, Role.PARAGRAPH]
    assert roles == [line.role for line in source.lines]
    assert [line.text for line in source.lines if line.form is Form.ROW] == ["石\t木", "铁\t内甲 内乙"]
    assert [run.mark for block in converter.detect(source).blocks() for run in block.runs] == [None] * 6


def test_contents_are_furniture() -> None:
    """A list of links to the page's own headings is none of the text, and what pandoc puts under the title is known."""
    source = page(
        '<h1 class="title">桥志</h1><h2 class="author">田耕</h2>'
        '<nav><ul><li><a href="#a">旧桥</a></li><li><a href="#b">2 新桥</a></li></ul></nav>'
        '<h1 id="a">旧桥</h1><p>桥边有树。</p><h1 id="b">新桥</h1><p>桥上有灯。</p>'
    )
    expected = [Role.HEADLINE, Role.BYLINE, Role.FURNITURE, Role.FURNITURE, Role.SUBHEAD]
    assert expected == [line.role for line in source.lines][:5]


def test_a_title_is_called_without_its_notes() -> None:
    """The number that leads to a note of the title is a mark in it, and none of what the document is called."""
    source = page('<h1>渡口记事<a href="#n"><sup>[1]</sup></a></h1><p>文。</p><p id="n">[1] 注</p>')
    assert (source.metadata.title, source.lines[0].text) == ("渡口记事", "渡口记事1")
