"""The constructs of HTML that hold text: every element of the living standard, obsolete ones, and a site's own things.

https://html.spec.whatwg.org/multipage/indices.html#elements-3
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

ALONE = """
address article aside b bdi bdo blockquote center cite code data details dfn dir div em footer form header hgroup i ins
kbd main mark menu nav output p pre q s samp search section small slot span strike strong sub summary sup time tt u var
acronym big blink del dialog fieldset font h1 h2 h3 h4 h5 h6 label listing marquee nobr progress meter template
xmp a abbr button canvas noscript iframe object video audio textarea noembed noframes my-note
""".split()
"""Elements that may hold text themselves."""

_OTHERS = {
    "area (alt)": "<map name='m'><area alt='☼' href='#x'></map>",
    "abbr (title)": "<p>渡<abbr title='☼'>口</abbr></p>",
    "a (title)": "<p>渡<a title='☼' href='https://port.example/'>口</a></p>",
    "caption": "<table><caption>☼</caption><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>",
    "td": "<table><tr><td>☼</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>",
    "th": "<table><tr><th>☼</th><th>乙</th></tr><tr><td>丙</td><td>丁</td></tr></table>",
    "tfoot": "<table><tfoot><tr><td>☼</td><td>和</td></tr></tfoot><tr><td>丙</td><td>丁</td></tr></table>",
    "table in a cell": "<table><tr><td>甲<table><tr><td>☼</td></tr></table></td><td>乙</td></tr></table>",
    "text between rows": "<table>☼<tr><td>丙</td><td>丁</td></tr></table>",
    "cell over others": "<table><tr><td colspan=2>☼</td></tr><tr><td rowspan=2>丙</td><td>丁</td></tr></table>",
    "dd": "<dl><dt>渡</dt><dd>☼</dd></dl>",
    "dt": "<dl><dt>☼</dt><dd>渡</dd></dl>",
    "details (closed)": "<details><summary>渡</summary>☼</details>",
    "dialog (open)": "<dialog open>☼</dialog>",
    "figcaption": "<figure><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt='渡'>"
    "<figcaption>☼</figcaption></figure>",
    "img (alt)": "<p>渡<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt='☼'></p>",
    "img that is lacking (alt)": "<p>渡<img src='lacking.png' alt='☼'></p>",
    "img of the network (alt)": "<p>渡<img src='https://port.example/a.png' alt='☼'></p>",
    "img without an address (alt)": "<p>渡<img alt='☼'></p>",
    "img of the file's own (alt)": "<p>渡<img src='cid:a' alt='☼'></p>",
    "picture (alt)": "<picture><source srcset='a.webp'><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt='☼'>"
    "</picture>",
    "input (value)": "<p>渡<input value='☼'></p>",
    "input (button)": "<p>渡<input type='button' value='☼'></p>",
    "input (placeholder)": "<p>渡<input placeholder='☼'></p>",
    "legend": "<fieldset><legend>☼</legend>渡</fieldset>",
    "li in ol": "<ol><li>☼<li>渡</ol>",
    "li in ul": "<ul><li>☼<li>渡</ul>",
    "li in a list in a list": "<ul><li>渡<ul><li>☼</ul></ul>",
    "text of ul": "<ul>☼<li>渡</ul>",
    "optgroup": "<select><optgroup label='☼'><option>渡</optgroup></select>",
    "option": "<select><option>☼</select>",
    "option of datalist": "<datalist><option>☼</datalist>",
    "option (value)": "<datalist><option value='☼'></datalist>",
    "rb": "<p><ruby><rb>☼</rb><rt>du</rt></ruby></p>",
    "rp": "<p><ruby>渡<rp>☼</rp><rt>du</rt></ruby></p>",
    "rt": "<p><ruby>渡<rt>☼</rt></ruby></p>",
    "rt in a heading": "<h2>大<ruby>渡<rt>☼</rt></ruby></h2>",
    "rtc": "<p><ruby>渡<rtc><rt>☼</rt></rtc></ruby></p>",
    "ruby": "<p><ruby>☼<rt>du</rt></ruby></p>",
    "svg text": "<svg><text>☼</text></svg>",
    "svg title": "<svg><title>☼</title><path d='M0 0'/></svg>",
    "svg desc": "<svg><desc>☼</desc><path d='M0 0'/></svg>",
    "svg foreignObject": "<svg><foreignObject><p>☼</p></foreignObject></svg>",
    "svg text in defs": "<svg><defs><text id='t'>☼</text></defs><use href='#t'/></svg>",
    "math mi": "<p>设<math><mi>☼</mi></math>。</p>",
    "math mtext": "<p>设<math><mtext>☼</mtext></math>。</p>",
    "math annotation": "<p>设<math><semantics><mi>甲</mi><annotation>☼</annotation></semantics></math>。</p>",
    "frame": "<frameset><frame src='a'><noframes>☼</noframes></frameset>",
    "wbr": "<p>渡<wbr>☼</p>",
    "br": "<p>渡<br>☼</p>",
    "hr": "<p>渡</p><hr>☼",
    "text after the end": "</body></html>☼",
    "footnote": "<p>渡<sup><a href='#n1' id='r1'>1</a></sup></p><p id='n1'><a href='#r1'>1</a> ☼</p>",
    "footnote without a mark": "<aside role='doc-footnote'>☼</aside>",
    "contents of the page": "<ul><li><a href='#a'>一节☼</a><li><a href='#b'>二节</a></ul>"
    "<h2 id=a>一节</h2><p>船</p><h2 id=b>二节</h2><p>桨</p>",
    "hidden": "<p hidden>☼</p>",
    "display: none": "<p style='display:none'>☼</p>",
    "visibility: hidden": "<p style='visibility:hidden'>☼</p>",
    "sr-only": "<p>渡<span class='sr-only'>☼</span></p>",
    "broken mark-up": "<p>渡<b>☼<p></i></b>",
    "unknown entity": "<p>渡&nosuch;☼</p>",
}  # fmt: skip

_TEXT = "清晨有雾，渡船没有开，江上看不见一个人，码头上的灯还亮着，守夜的老人说，水位昨天夜里又涨了一尺。"
_PAGE = (
    "<!doctype html><html><head><meta charset=utf-8><title>江边的渡口</title>{head}</head><body>{before}"
    f"<h1>江边的渡口</h1><p>{_TEXT}</p>{{inside}}<p>{_TEXT[::-1]}</p></body></html>"
)
_SITE = (
    "<!doctype html><html><head><meta charset=utf-8><meta property='og:type' content='article'>"
    "<meta property='og:title' content='江边的渡口'>{head}<title>江边的渡口</title><script>a()</script>"
    "<script>b()</script><script>c()</script></head><body><div id='nav'><a href='/a'>首页</a><a href='/b'>新闻</a>"
    "<a href='/c'>体育</a>"
    "<a href='/d'>财经</a><a href='/e'>娱乐</a><a href='/f'>科技</a></div>{before}<div class='main'><h1>江边的渡口</h1>"
    "<div class='info'>2024-05-16 10:20</div>"
    f"<div class='article-content'><p>{_TEXT}</p><p>{_TEXT[10:]}</p>{{inside}}<p>{_TEXT[::-1]}</p>"
    f"<p>{_TEXT[20:]}</p></div>"
    "{after}</div><div class='footer'><a href='/g'>关于我们</a><a href='/h'>联系我们</a></div></body></html>"
)

_OF_SITES = {
    "navigation": ("before", "<nav><a href='/x'>☼</a></nav>"),
    "way to the page": ("before", "<div class='breadcrumb'>首页 &gt; ☼</div>"),
    "sharing": ("after", "<div class='share'>分享到：☼</div>"),
    "comments": ("after", "<div class='comments'><h3>网友评论</h3><p>☼</p></div>"),
    "other articles": ("after", "<div class='related'><h3>相关阅读</h3><ul><li><a href='/x'>☼</a></ul></div>"),
    "advertisement": ("inside", "<div class='ad'>☼</div>"),
    "player": ("inside", "<div class='video-player'><p>正在加载</p><p>☼</p></div>"),
    "sharing in the text": ("inside", "<div class='share-bar'>分享到：☼</div>"),
    "editor": ("after", "<div class='editor'>责任编辑：☼</div>"),
    "footer": ("after", "<footer>版权所有 ☼</footer>"),
    "aside": ("after", "<aside>☼</aside>"),
    "paragraph of the text": ("inside", "<p>☼</p>"),
    "picture of the network (alt)": ("inside", "<p><img src='https://port.example/a.jpg' alt='☼'></p>"),
    "title of a link": ("inside", "<p><a href='https://port.example/' title='☼'>渡</a></p>"),
    "sentence between elements": ("inside", "☼"),
    "button in the text": ("inside", "<button>☼</button>"),
    "hidden in the text": ("inside", "<p style='display:none'>☼</p>"),
    "hidden outside the text": ("after", "<p hidden>☼</p>"),
    "noscript in the text": ("inside", "<noscript>☼</noscript>"),
    "noscript outside the text": ("after", "<noscript>☼</noscript>"),
}  # fmt: skip


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each construct's name, and what makes a page that holds a text in it."""
    for tag in ALONE:
        yield f"`{tag}`", _page(_PAGE, "inside", f"<{tag}>☼</{tag}>")
    for name, inside in _OTHERS.items():
        yield name, _page(_PAGE, "inside", inside)
    yield "`plaintext`", lambda token: _page(_PAGE, "inside", "☼")(token).split(b"</p></body>")[0]
    for name, (where, inside) in _OF_SITES.items():
        yield f"a site's {name}", _page(_SITE, where, inside)


def _page(frame: str, where: str, inside: str) -> Callable[[str], bytes]:
    parts = dict.fromkeys(("head", "before", "inside", "after"), "")
    return lambda token: frame.format(**(parts | {where: inside.replace("☼", token)})).encode()
