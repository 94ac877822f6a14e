"""What a page says of itself in its head and its title."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from converter.model import Metadata
from converter.readers.html.about import About, about, parts_of, site_name, site_of, without_site
from tests.readers.html.pages import page


def told(head: str, comments: str = "") -> About:
    """What a page with this head says."""
    return about(document_fromstring(f"<html><head>{head}</head><body><p>文</p></body></html>"), comments)


LINKED = '<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "桥", {}}}</script>'


@pytest.mark.parametrize(
    ("title", "parts", "alone", "site"),
    [
        ("新桥昨日通车_新闻频道_潮声网", ["新桥昨日通车", "新闻频道", "潮声网"], "新桥昨日通车", "潮声网"),
        ("新橋昨日通車 - 潮聲網", ["新橋昨日通車", "潮聲網"], "新橋昨日通車", "潮聲網"),
        ("新桥昨日通车-潮声在线", ["新桥昨日通车", "潮声在线"], "新桥昨日通车", "潮声在线"),
        ("新桥昨日通车-两岸相连", ["新桥昨日通车-两岸相连"], "新桥昨日通车-两岸相连", ""),
        ("新桥昨日通车--A08：城事--潮声报", ["新桥昨日通车", "潮声报"], "新桥昨日通车", "潮声报"),
        ("潮声 | 新桥昨日通车", ["潮声", "新桥昨日通车"], "新桥昨日通车", "新桥昨日通车"),
        ("新桥昨日通车", ["新桥昨日通车"], "新桥昨日通车", ""),
        ("要闻_新桥昨日通车_潮声网", ["要闻", "新桥昨日通车", "潮声网"], "新桥昨日通车", "潮声网"),
        ("桥", ["桥"], "桥", ""),
        ("", [], "", ""),
    ],
)
def test_titles(title: str, parts: list[str], alone: str, site: str) -> None:
    """A hyphen parts a title from a site's name alone; a paper's page is no part."""
    assert (parts_of(title), without_site(title), site_of(title)) == (parts, alone, site)


def test_a_site_that_stands_first() -> None:
    """Where the site's name is known it is no title, and what it says of itself is no name."""
    assert without_site("潮声晚报网 | 桥通了", "潮声晚报网") == "桥通了"
    assert site_name("潮声网 - 江南的新闻") == "潮声网"


@pytest.mark.parametrize(
    ("head", "comments", "address"),
    [
        (
            '<meta property="og:url" content="http://a.test/1"><link rel="canonical" href="http://b.test/">',
            "",
            "http://a.test/1",
        ),
        ('<link rel="canonical" href="http://b.test/"><base href="http://c.test/">', "", "http://b.test/"),
        ('<base href="http://c.test/">', "<!-- saved from url=(0014)http://d.test/ -->", "http://d.test/"),
        ('<base href="http://c.test/">', "", "http://c.test/"),
        ("", "", ""),
    ],
    ids="shared canonical saved base none".split(),
)
def test_addresses(head: str, comments: str, address: str) -> None:
    """What the page says to those who share it counts most, its base least."""
    assert told(head, comments).address == address


@pytest.mark.parametrize(
    ("head", "comments", "url"),
    [
        (
            '<meta property="og:url" content="http://a.test/1"><link rel="canonical" href="http://b.test/2">',
            "",
            "b.test/2",
        ),
        (
            '<link rel="canonical" href="http://b.test/"><meta property="og:url" content="http://a.test/1">',
            "",
            "a.test/1",
        ),
        ('<link rel="canonical" href="/2">', "<!-- saved from url=(0015)http://d.test/3 -->", "d.test/3"),
        (LINKED.format('"url": "http://e.test/4"'), "", "e.test/4"),
        (LINKED.format('"mainEntityOfPage": {"@type": "WebPage", "@id": "http://e.test/5"}'), "", "e.test/5"),
        ('<base href="http://c.test/6">', "", ""),
        ('<link rel="canonical" href="http://b.test/index.html">', "", ""),
        ("", "", ""),
    ],
)
def test_the_page_s_own_address(head: str, comments: str, url: str) -> None:
    """A whole one, of a page: a site's front, or what completes other addresses, is none."""
    assert told(head, comments).url == (url and f"http://{url}")


@pytest.mark.parametrize(
    ("name", "is_news"),
    [
        ("潮声网", True),
        ("潮聲電視臺", True),
        ("江南周刊", True),
        ("江南新闻", True),
        ("Tide News", True),
        ("江南茶叶", False),
        ("网上茶叶", False),
    ],
)
def test_sites_of_the_press(name: str, is_news: bool) -> None:
    """Their names end in a word for it or have one inside, in both scripts."""
    assert told(f'<meta property="og:site_name" content="{name}">').is_news is is_news


def test_a_source_without_its_label() -> None:
    """The label is none of it, and an address is no source."""
    sources = ("來源：潮聲報", "来源:潮声报", "潮声报", "https://a.test/")
    made = [told(f'<meta name="source" content="{source}">').source for source in sources]
    assert made == ["潮聲報", "潮声报", "潮声报", ""]


@pytest.mark.parametrize(
    ("title", "folio"),
    [
        ("潮声报 2024年5月16日 第03版：要闻", ("潮声报", "03", "要闻")),
        ("新桥昨日通车_A08：城事_潮声网", ("", "A08", "城事")),
        ("新桥昨日通车_潮声网", ("", "", "")),
    ],
)
def test_a_folio_line_in_the_title(title: str, folio: tuple[str, str, str]) -> None:
    """Paper, page and its name, where the title is a folio line or has a page between its signs."""
    made = told(f"<title>{title}</title>")
    assert (made.paper, made.page, made.page_name) == folio


def linked(*objects: str) -> About:
    """What a page with these objects of JSON-LD says."""
    return told("".join(f'<script type="application/ld+json">{text}</script>' for text in objects))


@pytest.mark.parametrize(
    ("objects", "title"),
    [
        (('{"@type": "NewsArticle", "headline": "新桥通车"}',), "新桥通车"),
        (('{"@type": "Organization", "headline": "潮声网"}',), ""),
        (('{"@type": "WebPage", "name": "新桥"}',), ""),
        (('{"title": "新桥通车", "pubDate": "2024-05-16"}',), "新桥通车"),
        (('[{"@graph": [{"@type": "BlogPosting", "headline": "新桥通车"}]}]',), "新桥通车"),
        (
            ('{"@type": "WebPage", "headline": "旧桥"}', '{"@type": "Article", "headline": "新桥", "pubDate": "1"}'),
            "新桥",
        ),
        (('{"@type": "Article", "headline": "旧桥"', '{"@type": "Article", "headline": "新桥"}'), "新桥"),
    ],
    ids="article organization nameless feed graph dated broken".split(),
)
def test_linked_data(objects: tuple[str, ...], title: str) -> None:
    """Of the objects that tell of an article the one that knows its date counts first; a broken one not at all."""
    assert linked(*objects).title == title


def test_who_publishes() -> None:
    """A publisher may be a name, an object, or a list of them."""
    story = '{"@type": "Article", "headline": "新桥", "publisher": %s}'
    said = ('"潮声网"', '{"name": "潮声网"}', '[{"name": "潮声网"}, "江南网"]', "[]")
    assert [linked(story % publisher).site for publisher in said] == ["潮声网", "潮声网", "潮声网", ""]


def test_dates() -> None:
    """What is linked counts before what is meta, the first publication before the rest; a script's is kept apart."""
    head = '<meta name="pubdate" content="2024-05-17"><script>var createTime = "2024-05-15 08:00"</script>'
    story = '{"@type":"NewsArticle","headline":"新桥","datePublished":"2024-05-16"}'
    both = f'{head}<script type="application/ld+json">{story}</script>'
    assert [told(head).date, told(both).date, told(head).scripted] == [
        "2024-05-17",
        "2024-05-16",
        "2024-05-15",
    ]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="article:published_time" content="2021-01-05T08:00:00+08:00">', Metadata(date="2021-01-05")),
        (
            '<meta name="PubDate" content="2021年1月5日"><meta name="author" content="江帆">',
            Metadata(date="2021-01-05", author="江帆"),
        ),
        ("<title>新桥昨日正式通车_新闻频道_潮声网</title>", Metadata(title="新桥昨日正式通车", paper="潮声网")),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"新桥通车",'
            '"datePublished":"2021-01-05","author":[{"name":"江帆"},{"name":"陆闻笛"}],"publisher":{"name":"潮声网"}}]}</script>',
            Metadata(title="新桥通车", date="2021-01-05", author="江帆、陆闻笛", paper="潮声网"),
        ),
        (
            '<script type="application/ld+json">{"@type": broken</script><meta name="pubdate" content="2021-13-45">',
            Metadata(),
        ),
    ],
)
def test_what_the_head_of_a_page_tells(head: str, expected: Metadata) -> None:
    """Title, date, author and source come from meta elements, JSON-LD and the title; what is no date is none."""
    assert page("<p>昨日清晨六点，第一班公交车驶上新桥。</p>", head).metadata == expected


@pytest.mark.parametrize(
    ("name", "paper"),
    [("海湾日报数字报", "海湾日报"), ("《海湾日报》电子版", "海湾日报"), ("海灣週刊電子報", "海灣週刊電子報"),
     ("海灣週刊多媒體數字報", "海灣週刊"), ("海湾数字报", "海湾数字报"), ("海湾晚报官方账号", "海湾晚报"),
     ("海湾日报 | 看见海湾", "海湾日报")],
)  # fmt: skip
def test_the_digital_edition_is_called_as_the_paper(name: str, paper: str) -> None:
    """What a newspaper calls its pages on the network is no part of its name."""
    assert site_name(name) == paper
