"""What our own writer made is read whole, with words in it that would be a site's elsewhere."""

from __future__ import annotations

import pytest

from converter.model import Metadata, Opens, Role, Run
from converter.pipeline import detect
from converter.readers.html.own import stories_of, take_ways
from converter.readers.html.page import read_page
from converter.readers.html.tree import parse, words
from converter.readers.lines import Lines
from converter.readers.text import read_text
from converter.writers.web.page import write_html

SITE_S = ("分享到：", "第 143 页", "网友评论", "相关阅读：", "版权声明：本文归渡口所有。", "责任编辑：柳溪", "下一页")
"""Lines that a site puts around its articles."""

STORY = "渡口的水涨了\n\n船夫把缆绳系紧，等天亮再走，两岸的人都在等，谁也不说话。\n\n"
AFTER = "\n\n桥头的灯亮了一夜，守桥的人说，水退了就开船，大家便散了，各自回家。\n"


@pytest.mark.parametrize("line", SITE_S)
@pytest.mark.parametrize("after", ["", AFTER], ids=["last", "inside"])
def test_no_line_of_a_page_of_ours_is_left_out(line: str, after: str) -> None:
    """Each line of the text is a line of what is read of the page that was made of it, but for blanks."""
    text = f"{STORY}{line}{after}"
    page = b"".join(write_html(detect(read_text(text.encode()))).content).decode()
    told = {"".join(part.text.split()) for part in read_page(page).lines}
    assert {"".join(part.split()) for part in text.splitlines() if part} <= told


def test_what_stands_above_the_headline_stays_there() -> None:
    """A masthead and whose sheet it is come before the title, whatever words they have."""
    masthead = ("渡口管理所文件", "渡发〔2024〕9号")
    roles = {"渡口管理所": Role.FURNITURE, **dict.fromkeys(masthead, Role.FOLIO), "渡口的水涨了": Role.HEADLINE}
    lines = Lines()
    for text, role in {**roles, "水退了就开船。": Role.PARAGRAPH}.items():
        lines.add([Run(text)], role=role, opens=Opens.ARTICLE if role is Role.HEADLINE else Opens.BLOCK)
    page = b"".join(write_html(detect(lines.source(Metadata(), (), ()))).content).decode()
    assert [part.text for part in read_page(page).lines] == [*roles, "水退了就开船。"]


@pytest.mark.parametrize("line", SITE_S[:4])
def test_a_site_s_line_is_left_out_of_a_site_s_page(line: str) -> None:
    """So it stays where a page is called nearly as ours are."""
    body = f"<h1>渡口的水涨了</h1><p>{STORY * 3}</p><p>{line}</p><p>{AFTER * 3}</p>"
    page = (
        f'<meta property="og:title" content="渡口的水涨了"><main id="main"><article id="story">{body}</article></main>'
    )
    assert line not in {part.text for part in read_page(page).lines}


STORIES = '<article class="story" id="page01-story0{}"><h1>渡口</h1><p>水</p></article>'
PAGE = '<a class="skip" href="#main">到正文</a><main id="main">{}</main>'


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (PAGE.format(STORIES.format(1)), "渡口水"),
        (PAGE.format(STORIES.format(1) + STORIES.format(2)), "渡口水渡口水"),
        (PAGE.format(STORIES.format(1) + "<footer>下一页</footer>"), "渡口水下一页"),
        (PAGE.format("<nav><a>渡口</a></nav>" + STORIES.format(1)), "渡口水"),
        (PAGE.format("<article id='a'><p>水</p></article>"), None),
        (f"<main id='main'>{STORIES.format(1)}</main>", None),
    ],
    ids=["one", "two", "beside", "contents", "other ids", "no way past"],
)
def test_what_holds_the_stories(page: str, text: str | None) -> None:
    """The story that is all of the page, else its main part, without ways; None where the page is another's."""
    found = stories_of(parse(f"<body>{page}</body>"))
    if found is not None:
        take_ways(found)
    assert text == (None if found is None else words(found).replace(" ", ""))
