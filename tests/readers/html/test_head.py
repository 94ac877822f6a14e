"""What a line under a headline is, rule by rule."""

import pytest

from converter.model import Role, Run, Source
from converter.readers.html.about import About
from converter.readers.html.draft import Draft
from converter.readers.html.head import role_of
from converter.readers.html.page import read_html


@pytest.mark.parametrize(
    ("text", "names", "level", "role"),
    [
        ("图片来源：海湾网", "", 0, Role.CAPTION), ("图片来源：" + "海湾网" * 12, "", 0, Role.SOURCE_NOTE),
        ("七百人走过江面", "", 0, Role.DECK), ("——一座桥和它的三个冬天", "", 0, Role.DECK), ("——完", "", 0, None),
        ("历时三年", "", 0, Role.KICKER), ("两岸相连", "p yinti", 0, Role.KICKER),
        ("临江日报 2024年5月16日 第03版", "", 0, Role.FOLIO), ("临江日报 03版 来源：海湾网", "", 0, Role.SOURCE_NOTE),
        ("2024年5月16日", "", 0, Role.SOURCE_NOTE), ("发布时间：上午", "", 0, Role.SOURCE_NOTE),
        ("本报记者 江帆", "", 0, Role.BYLINE), ("江帆", "div author", 0, Role.BYLINE),
        ("本报记者 江帆摄", "", 0, Role.SOURCE_NOTE),
        ("江帆 柏青禾", "", 4, Role.BYLINE), ("七百人过江", "", 3, Role.DECK), ("七百人过江", "", 2, None),
        ("七百人过江", "p subtitle", 0, Role.DECK), ("渡口的老人把船系好说水高了", "div summary", 0, Role.LEAD),
        ("海湾手记", "span source", 0, Role.SOURCE_NOTE), ("审核 江帆", "", 0, Role.SOURCE_NOTE),
        ("海湾日报", "", 0, Role.SOURCE_NOTE),
        ("渡口的老人已经把船系好，说今天的水比昨天高了半尺，要多等一会儿才能过江，大家都在等。", "", 0, Role.LEAD),
        ("渡口", "", 0, None),
    ],
)  # fmt: skip
def test_what_a_line_under_a_headline_is(text: str, names: str, level: int, role: Role | None) -> None:
    """The first rule that fits; headings of the content's own level are its subheads."""
    known = About(kicker="历时三年", deck="七百人走过江面")
    assert role_of(text, Draft([Run(text)], level=level), names, {"h2"}, known) is role


SENTENCES = (
    "清晨的雾还没有散，渡口的老人已经把船系好，他说今天的水比昨天高了半尺，要多等一会儿才能开船。",
    "老人在这里摆渡已经四十年，从木船换到铁船，又从铁船换到机器船，来往的人也还是要过河。",
)
DAY = "<span>2024-06-03 08:10</span>"


def site(info: str, end: str = "") -> Source:
    """An article on a site's page, with ``info`` between its headline and its text, and ``end`` after that."""
    text = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    links = '<div class="nav"><a href="/">首页</a><a href="/a">要闻</a><a href="/b">科技</a></div>'
    body = f'{links}<div><h1>渡口的早晨</h1>{info}<div class="main_content">{text}{end}</div></div>'
    return read_html(f"<title>渡口的早晨_临江网</title><body>{body}</body>".encode())


@pytest.mark.parametrize(
    "beside",
    ["来自江西", "发布于江西", "IP属地：江西", "江西南昌", "中国香港", "来自美国", "來自內蒙古", "發表於台灣",
     "打开客户端", "进入专题", "訂閱專欄", "APP内打开", "添加关注", "播报文章", "設為首選", "独家抢先看", "查看原文"],
)  # fmt: skip
def test_a_place_or_a_button_beside_the_date_is_no_source(beside: str) -> None:
    """The site is the paper as without it, and nobody is the author; a paper beside them is the source."""
    known = site(f"<div>{DAY} <span>{beside}</span></div>").metadata
    assert (known.paper, known.author, known.date) == ("临江网", None, "2024-06-03")
    assert site(f"<div>{DAY} <span>临江晚报</span> <span>{beside}</span></div>").metadata.paper == "临江晚报"


@pytest.mark.parametrize(
    "panel",
    ['<div class="share"><h4>扫码分享</h4><h3>微信扫码：分享</h3></div>', "<div><h4>微信扫一扫：分享</h4></div>",
     '<div class="social-bar"><h4>用微信扫描二维码</h4><p>分享至好友和朋友圈</p></div>',
     "<div><h4>分享到微信朋友圈</h4></div>", '<div class="bdsharebuttonbox"><h3>記者分享：微信</h3></div>'],
)  # fmt: skip
def test_what_one_shares_an_article_by_is_none_of_it(panel: str) -> None:
    """No line of such a panel is in the article, and its words are nobody's name."""
    source = site(f"<div>{DAY} 来源：临江晚报</div>{panel}")
    assert (source.metadata.paper, source.metadata.author) == ("临江晚报", None)
    assert ["渡口的早晨", "2024-06-03 08:10 来源：临江晚报", *SENTENCES] == [line.text for line in source.lines]


def test_pictures_to_share_by_are_not_missed() -> None:
    """The warning of pictures that only the network has names those of the article alone."""
    signs = "".join(f'<a><img src="https://static.test/{name}.png"></a>' for name in ("weibo", "qq"))
    picture = '<p><img src="https://img.test/ferry.jpg" alt="渡口"></p>'
    source = site(f'<div>{DAY} 来源：临江晚报</div><div class="share">{signs}</div>', picture)
    assert [warning for warning in source.warnings if "picture(s)" in warning] == [
        "left out 1 picture(s) that only the network has: https://img.test/ferry.jpg"
    ]
