"""A book of news that calibre has fetched: feeds are sections, articles stories, and ways through the book no text."""

from __future__ import annotations

from converter.left_out import counted
from converter.model import Issue, Role
from converter.readers.epub import read_epub
from tests.readers.books import book

WAYS = "ways from story to story in a book of news"
LISTS = "lists of stories in a book of news"


def story(title: str, number: str = "", heading: str = "h1") -> str:
    """A page of an article, with ways above and below it."""
    links = "| <a href='#a'>下一篇</a> | <a href='#b'>栏目</a> |<hr/>"
    ways = f"<div class='calibre_navbar{number} calibre_rescale_70'>{links}</div>"
    fetched = "calibre 取自 <a href='https://port.example/'>https://port.example/</a>"
    return (
        f"{ways}<{heading}>{title}</{heading}><p>{title}的消息，清晨有雾，船没有开。</p>"
        f"<div class='calibre_navbar{number}'><hr/><p>{fetched}</p></div>"
    )


def index(feed: str, links: dict[str, str], kind: str = "article", number: str = "") -> str:
    """A page that lists stories, or feeds."""
    items = "".join(
        f"<li><a class='{kind}' href='{path}'>{title}</a><span class='article_date'>16日</span></li>"
        for path, title in links.items()
    )
    head = f"<h2 class='calibre_feed_title{number} calibre_rescale_160'>{feed}</h2>" if feed else ""
    return f"{head}<ul class='calibre_{kind}_list{number}'>{items}</ul>"


def shape(issue: Issue) -> list[tuple[str | None, list[list[str]]]]:
    """Each section's name and what its articles say."""
    return [
        (section.name, [[block.text for block in article.blocks()] for article in section.articles])
        for section in issue.sections
    ]


def said(title: str) -> list[str]:
    """What is read of a story."""
    return [title, f"{title}的消息，清晨有雾，船没有开。"]


def point(title: str, path: str, below: str = "") -> str:
    """A line of an NCX."""
    return f"<navPoint><navLabel><text>{title}</text></navLabel><content src='{path}'/>{below}</navPoint>"


def test_feeds_with_their_articles() -> None:
    """As calibre makes it of several feeds: contents in two levels, an index for each feed and one for all."""
    pages = {
        "index.html": index("", {"f0.xhtml": "要闻", "f1.xhtml": "江岸"}, "feed"),
        "f0.xhtml": index("要闻", {"f0a0.xhtml": "渡船停航", "f0a1.xhtml": "水位上涨"}),
        "f0a0.xhtml": story("渡船停航"),
        "f0a1.xhtml": story("水位上涨"),
        "f1.xhtml": index("江岸", {"f1a0.xhtml": "灯塔修好"}),
        "f1a0.xhtml": story("灯塔修好"),
    }
    first = point("要闻", "f0.xhtml", point("渡船停航", "f0a0.xhtml") + point("水位上涨", "f0a1.xhtml"))
    second = point("江岸", "f1.xhtml", point("灯塔修好", "f1a0.xhtml"))
    data = (
        "<dc:title>渡口日报 [周四, 16 5月 2024]</dc:title><dc:creator>calibre</dc:creator><dc:publisher>calibre"
        "</dc:publisher><dc:date>2024-05-16T02:00:00+00:00</dc:date>"
        "<meta name='calibre:publication_type' content='periodical:newspaper:渡口日报'/>"
    )
    issue = read_epub(book(pages, ncx=first + second, data=data))
    assert shape(issue) == [("要闻", [said("渡船停航"), said("水位上涨")]), ("江岸", [said("灯塔修好")])]
    told = issue.metadata
    assert (told.paper, told.date, told.author, told.publisher) == ("渡口日报", "2024-05-16", None, None)
    assert counted(issue.warnings) == {
        WAYS: 3 * (len("|下一篇|栏目|") + len("calibre取自https://port.example/")),
        LISTS: len("要闻16日江岸16日渡船停航16日水位上涨16日灯塔修好16日"),
        "titles of documents that no text says": 1,
    }


def test_a_single_feed() -> None:
    """Its articles stand alone in the contents, and its title is text; a way that is called otherwise is one too."""
    pages = {
        "f.xhtml": index("江岸", {"a.xhtml": "渡船停航", "b.xhtml": "水位上涨"}, number="1"),
        "a.xhtml": story("渡船停航", "2", "h3"),
        "b.xhtml": story("水位上涨", "7", "h3").replace("calibre_navbar", "touchscreen_navbar"),
    }
    nav = "<li><a href='a.xhtml'>渡船停航</a></li><li><a href='b.xhtml'>水位上涨</a></li>"
    assert shape(read_epub(book(pages, nav))) == [(None, [["江岸"], said("渡船停航"), said("水位上涨")])]


def test_feeds_that_the_contents_only_name() -> None:
    """The contents lead to articles alone; a list that leads out of the book is text."""
    pages = {
        "f0.xhtml": index("要闻", {"a.xhtml": "渡船停航"}),
        "a.xhtml": story("渡船停航"),
        "f1.xhtml": index("江岸", {"b.xhtml": "灯塔修好"}),
        "b.xhtml": story("灯塔修好") + index("", {"https://port.example/": "旧闻"}),
    }
    nav = "".join(
        f"<li><span>{feed}</span><ol><li><a href='{path}'>{title}</a></li></ol></li>"
        for feed, path, title in (("要闻", "a.xhtml", "渡船停航"), ("江岸", "b.xhtml", "灯塔修好"))
    )
    assert shape(read_epub(book(pages, nav))) == [
        ("要闻", [said("渡船停航")]),
        ("江岸", [[*said("灯塔修好"), "旧闻16日"]]),
    ]


def test_the_day_of_a_story() -> None:
    """It is a line of its head, if it stands there."""
    page = f"<h1>渡船停航</h1><p class='article_date'>5月16日</p>{story('水位上涨')}"
    roles = {block.text: block.role for block in read_epub(book({"a.xhtml": page})).blocks()}
    assert roles["5月16日"] is Role.SOURCE_NOTE


def test_ways_from_chapter_to_chapter() -> None:
    """Rows of links to the chapters beside it, and to the contents, are none of its text, whoever made the book."""
    row = "<p><a href='a.xhtml'>上一章</a> | <a href='a.xhtml'>目錄</a> | <a href='b.xhtml'>下一章</a></p>"
    back = "<div><a href='a.xhtml'>【返回目录】</a></div>"
    others = "<p><a href='https://port.example/'>目录</a></p><p>目录</p><p>见<a href='a.xhtml'>上一章</a>。</p>"
    issue = read_epub(book({"a.xhtml": f"{row}<h1>渡口</h1><p>船没有开。</p>{others}{back}"}))
    assert [block.text for block in issue.blocks()] == ["渡口", "船没有开。", "目录", "目录", "见上一章。"]
    assert counted(issue.warnings)["ways from chapter to chapter"] == 16
