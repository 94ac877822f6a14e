"""A page's main content comes out whole and in order, and nothing of the site around it."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import converter
from converter.errors import ConverterError, UnreadableInput
from converter.model import Form, Mark, Metadata, Role, Run, Source
from converter.readers.html.page import read_html
from converter.readers.html.tree import LARGEST
from converter.structure.markup import settle
from converter.writers.outline import write_outline
from tests.strategies import PIXEL

CASES = sorted((Path(__file__).parent.parent / "cases" / "html").glob("*.html"))


def page(body: str, head: str = "") -> Source:
    """The source of a page that is a document, with what its mark-up tells."""
    return settle(read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode()))


def told(source: Source) -> list[tuple[str, Form | None, int]]:
    """Text, form and depth of each line."""
    return [(line.text, line.form, line.depth) for line in source.lines]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_page_of_each_kind(case: Path) -> None:
    """A digital newspaper, a portal, an office, a blog, Hong Kong's and Taiwan's press: each has its outline."""
    outline = write_outline(converter.load([case])).decode()
    lines = [line for line in outline.splitlines() if not line.startswith(("source\t", "# "))]
    assert lines == case.with_suffix(".outline").read_text("utf-8").splitlines()


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
    """Kicker and headlines by the size of their type, a folio line in the header, and a table with a table in a cell."""
    inner = "<table><tr><td>内甲</td><td>内乙</td></tr></table>"
    source = page(
        '<div title="header"><p>海湾晚报 2024年5月16日 第03版：城事</p></div>'
        '<p align="center"><font size="4">历时三年 两岸相连</font></p><p align="center"><font size="6"><b>新桥通车</b></font></p>'
        f"<p>{'两岸居民走上桥头，一早就在等候。' * 3}</p>"
        f"<table><tr><td>石</td><td>木</td></tr><tr><td>铁</td><td>{inner}</td></tr></table>"
    )
    roles = [Role.FOLIO, Role.KICKER, Role.HEADLINE, Role.PARAGRAPH, Role.PARAGRAPH, Role.PARAGRAPH]
    assert roles == [line.role for line in source.lines]
    assert [line.text for line in source.lines if line.form is Form.ROW] == ["石\t木", "铁\t内甲 内乙"]
    assert [run.mark for block in converter.detect(source).blocks() for run in block.runs] == [None] * 6


def test_broken_addresses_and_control_characters() -> None:
    """An address that is none is no link, and what no text may hold is left out, wherever it stands."""
    text = "新桥昨日通车，市民一早就在桥头等候，队伍排到了码头，负责人说，步道夜里十一点关灯。"
    head = '<meta property="og:title" content="新桥通车了"/><meta property="og:url" content="http://a.test/"/>'
    body = (
        f"<h1>新桥通车了</h1><div><span>2024-05-16\x01</span> <a\x02>来源：\x03江南网\x0c</a>\x04</div><div class=content><p>{text}"
        f'<a href="http://[x">站</a><img src="//[y"></p><p>{text}<a href="#n\x04">1</a></p><p><a name="n\x04"></a>1 注。</p></div>'
    )
    source = page(body, head)
    assert not re.search("[\x00-\x08]", source.text)
    assert [run.href for line in source.lines for run in line.runs if run.href] == []
    assert source.metadata.date == "2024-05-16"


def test_a_byline_at_the_head_of_the_text() -> None:
    """Reporters who stand in the text's first line are the byline, and the authors."""
    text = "新桥昨日通车，市民一早就在桥头等候，队伍排到了码头，负责人说，步道夜里十一点关灯。"
    head = '<meta property="og:title" content="新桥通车了"/>'
    source = page(
        f"<h1>新桥通车了</h1><div class=content><p><b>江南网记者 江帆 白露</b></p><p>{text}</p><p>{text}</p></div>",
        head,
    )
    assert [line.role for line in source.lines][:3] == [Role.HEADLINE, Role.BYLINE, Role.PARAGRAPH]
    assert source.metadata.author == "江帆、白露"


def test_a_list_under_the_headline_is_no_byline() -> None:
    """Short items are people only where one of them says so."""
    text = "新桥昨日通车，市民一早就在桥头等候，队伍排到了码头，负责人说，步道夜里十一点关灯。"
    head = '<meta property="og:title" content="做一盏路灯"/>'
    items = "".join(f"<li>{item}</li>" for item in ("电池", "灯带", "菜坛"))
    source = page(f"<div class=content><h1>做一盏路灯</h1><ul>{items}</ul><p>{text}</p><p>{text}</p></div>", head)
    assert [(line.text, line.form) for line in source.lines][1:4] == [
        ("电池", Form.ITEM),
        ("灯带", Form.ITEM),
        ("菜坛", Form.ITEM),
    ]


def test_bullets_of_word() -> None:
    """What Word shows as a bullet is a letter of another font; a number is text."""

    def item(sign: str, text: str) -> str:
        return f"<p class=MsoListParagraph style='mso-list:l0'><span><span style='mso-list:Ignore'>{sign}<span>&nbsp; </span></span></span>{text}</p>"

    source = page(f"<h1>巡塘</h1><p>请认真遵照执行。</p>{item('l', '上塘')}{item('2.', '溢洪道')}")
    assert told(source)[2:] == [("上塘", Form.ITEM, 1), ("2. 溢洪道", None, 0)]


def test_contents_are_furniture() -> None:
    """A list of links to the page's own headings is labelled in a document, and headings that pandoc puts under the title are known."""
    source = page(
        '<h1 class="title">桥志</h1><h2 class="author">田耕</h2><nav><ul><li><a href="#a">旧桥</a></li><li><a href="#b">2 新桥</a></li></ul></nav>'
        '<h1 id="a">旧桥</h1><p>桥边有树。</p><h1 id="b">新桥</h1><p>桥上有灯。</p>'
    )
    expected = [Role.HEADLINE, Role.BYLINE, Role.FURNITURE, Role.FURNITURE, Role.SUBHEAD]
    assert expected == [line.role for line in source.lines][:5]


def test_links_inside_a_page_lead_to_their_places() -> None:
    """A heading, an anchor within a line, a table, a cell, the end of a line; a place that is not there is none."""
    body = (
        '<h1 id="甲">桥</h1><p>见<a href="#甲">一</a><a href="#b">二</a><a href="#c">三</a><a href="#d">四</a>'
        '<a href="#e">五</a><a href="#f">六</a></p><p>桥边<a name="b"></a>有树。</p>'
        '<table id="c"><tr><td>石</td><td>木</td></tr><tr><td id="d">铁</td><td>竹</td></tr></table><p>末段。<a id="e"></a></p>'
    )
    source = page(body)
    shown = ["".join(f"[{run.text}]({run.href or ''}{run.name or ''})" for run in line.runs) for line in source.lines]
    expected = ["[桥](p1)", "[见]()[一](#p1)[二](#p2)[三](#p3)[四](#p4)[五](#p5)[六]()", "[桥边]()[有树。](p2)"]
    assert [*expected, "[石\t木](p3)", "[铁\t竹](p4)", "[末段。](p5)"] == shown


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("gb2312", "gb18030"),
        ("big5", "big5"),
        ("iso-8859-1", "utf-8-sig"),
        ("utf-8", "utf-16"),
        ("no-such-code", "gb18030"),
    ],
)
def test_the_encoding_is_that_of_the_bytes(declared: str, encoding: str) -> None:
    """What a page declares may be wrong, and GB 2312 is mostly GB 18030: the bytes decide."""
    rare = "" if encoding == "big5" else "镕㙍"
    text = f"臨江新橋昨日通車，市民在橋頭等候。{rare}"
    html = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    assert read_html(html.encode(encoding)).text.strip() == text


def test_a_declared_encoding_settles_a_doubt() -> None:
    """Where the bytes fit several encodings, what the page declares counts; --encoding counts more."""
    data = '<meta charset="big5"><p>江帆</p>'.encode("gb18030")
    assert read_html(data).text.strip() == data.decode("big5")[len('<meta charset="big5"><p>') : -4]
    assert read_html(data, "gb18030").text.strip() == "江帆"


def test_scripts_and_what_is_hidden_are_never_read() -> None:
    """Nothing that runs, and nothing that is not shown, gets into a line, an address or a picture."""
    source = page(
        "<script>一()</script><style>二{}</style><noscript>三</noscript><template>四</template><svg><text>五</text></svg>"
        '<p hidden>六</p><p style="color:red;DISPLAY: none">七</p><!-- 八 --><iframe>九</iframe><textarea>十</textarea>'
        '<p onclick="alert(1)">见<a href="javascript:alert(1)">此</a>。<img src="javascript:x"><img src="data:text/html,x"></p>'
        '<p>又<a href=" JAVASCRIPT:alert(1)">一</a>处。</p>'
    )
    assert [(line.text, line.runs) for line in source.lines] == [("见此。", ()), ("又一处。", ())]
    assert source.images == ()


def test_pictures(tmp_path: Path) -> None:
    """A picture in the page, and one beside it, are read; what lies elsewhere is not, and the network is never asked."""
    (tmp_path / "页_files").mkdir()
    (tmp_path / "页_files" / "海 1.png").write_bytes(PIXEL)
    (tmp_path.parent / "outside.png").write_bytes(PIXEL)
    from base64 import b64encode

    (tmp_path / "页.html").write_text(
        f'<body><p>一</p><p><img alt="点" src="data:image/png;base64,{b64encode(PIXEL).decode()}"></p>'
        '<figure><img src="./%E9%A1%B5_files/%E6%B5%B7%201.png?x=1" alt=""><figcaption>海</figcaption></figure>'
        '<p><img src="../outside.png" alt="外"></p><p><img src="//cdn.test/a.jpg" alt="远"><img src="http://cdn.test/b.jpg"></p>'
        '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://cdn.test/c.jpg"></p>',
        "utf-8",
    )
    source = converter.read(tmp_path / "页.html")
    assert isinstance(source, Source)
    assert [(line.text, line.role, [run.image for run in line.runs]) for line in source.lines] == [
        ("一", None, []),
        ("点", Role.CAPTION, ["picture1.png"]),
        ("图片", Role.CAPTION, ["./页_files/海 1.png"]),
        ("海", Role.CAPTION, []),
        ("外", Role.CAPTION, []),
        ("远", Role.CAPTION, []),
    ]
    assert dict(source.images) == {"picture1.png": PIXEL, "./页_files/海 1.png": PIXEL}
    remote = "https://cdn.test/a.jpg http://cdn.test/b.jpg https://cdn.test/c.jpg"
    assert source.warnings == (
        f"left out 3 picture(s) that only the network has: {remote}",
        "left out 1 picture(s) that do not lie beside the input: ../outside.png",
    )


def test_lists_tables_and_other_forms() -> None:
    """Depths of lists, numbers that a list does not count itself, cells that reach over others, quotes and code."""
    source = page(
        "<ul><li>鱼<ol><li>一</li><li><p>二</p><p>再说</p></li></ol></li></ul><ol start=3><li>三</li><li>四</li></ol>"
        "<table><caption>船</caption><tr><th>名</th><th>吨</th></tr><tr><td rowspan=2>海燕</td><td>30</td></tr><tr><td>40</td></tr>"
        "<tr><td colspan=2>合计<br>七十</td></tr></table>"
        "<blockquote>潮有信</blockquote><pre>a:\n\n\tb</pre>"
    )
    assert told(source) == [
        ("鱼", Form.ITEM, 1),
        ("一", Form.NUMBERED, 2),
        ("二", Form.NUMBERED, 2),
        ("再说", None, 2),
        ("3. 三", None, 0),
        ("4. 四", None, 0),
        ("船", None, 0),
        ("名\t吨", Form.HEAD_ROW, 0),
        ("海燕\t30", Form.ROW, 0),
        ("\t40", Form.ROW, 0),
        ("合计 七十\t", Form.ROW, 0),
        ("潮有信", Form.QUOTE, 0),
        ("a:", Form.CODE, 0),
        ("b", Form.CODE, 4),
    ]


def test_a_table_that_lays_the_page_out_is_none() -> None:
    """The cells of a table that holds paragraphs are read one after the other."""
    source = page(f"<table><tr><td>{'潮' * 301}</td><td>岸</td></tr><tr><td>船</td><td>帆</td></tr></table>")
    assert [form for _, form, _ in told(source)] == [None] * 4


def test_marks_and_blanks() -> None:
    """Marks, links, ruby; a newline between Han is nothing, other blanks are one; a full line goes on after a break."""
    source = page(
        "<p>潮\n  水<b>有\n信</b>，<i>H</i><sub>2</sub>O <u>x\n y</u> <del>删</del><ruby>汐<rp>(</rp><rt>xī</rt><rp>)</rp></ruby>"
        '<a href="https://a.test/">站</a><a href="up.html">内</a></p><p>全长一千二百米的新桥在昨天清晨正式通<br>车。<br>又一段</p>'
    )
    first, *others = source.lines
    assert first.runs == (
        Run("潮水"),
        Run("有信", Mark.STRONG),
        Run("，"),
        Run("H", Mark.EMPHASIS),
        Run("2", Mark.SUB),
        Run("O "),
        Run("x y", Mark.UNDERLINE),
        Run(" "),
        Run("删", Mark.STRUCK),
        Run("汐"),
        Run("xī", Mark.SUP),
        Run("站", href="https://a.test/"),
        Run("内"),
    )
    assert [(line.text, line.opens) for line in others] == [
        ("全长一千二百米的新桥在昨天清晨正式通", "block"),
        ("车。", "line"),
        ("又一段", "block"),
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
            '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"新桥通车","datePublished":'
            '"2021-01-05","author":[{"name":"江帆"},{"name":"陆闻笛"}],"publisher":{"name":"潮声网"}}]}</script>',
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
    ("data", "message"),
    [
        (b"", "empty"),
        (b"<html></html>", "no text"),
        (b"<script>x()</script>", "no text"),
        (b"<div>" * 10_000 + b"x" + b"</div>" * 10_000, "nested more than 2000 deep"),
        (b"<p " + b"a='1 >' " * 30_000 + b">x", "more than 1000 attributes"),
        (b"<p " + b"a " * 30_000 + b">x", "more than 1000 attributes"),
        (bytes(LARGEST + 1), "larger than 200 MB"),
    ],
    ids=["empty", "bare", "script", "deep", "attributes", "bare attributes", "large"],
)
def test_bad_pages(data: bytes, message: str) -> None:
    """What has no text, or is too deep to be read whole, is told in a sentence."""
    with pytest.raises(UnreadableInput, match=message):
        read_html(data)


@pytest.mark.parametrize(
    "part", ["<script>if (a<b) {}%s</script>", "<style>b<a{}%s</style>", "<img alt='%s'>", '<img alt="%s">']
)
def test_words_are_no_attributes(part: str) -> None:
    """Thousands of words in a script, a style sheet or one value are read over."""
    assert page("<p>一段</p>" + part % (" word" * 2_000)).lines[0].text == "一段"


def test_a_page_cut_short_keeps_its_text() -> None:
    """A page that ends in the middle of an element gives what came until then."""
    assert page("<div><p>一段</p><p>又一<b>段").lines[-1].text == "又一段"
    assert read_html("<p>一段</p><a href='http".encode()).text.strip() == "一段"


def test_a_deep_page_keeps_its_text() -> None:
    """Elements 1,900 deep are read without recursion."""
    assert read_html(b"<div>" * 1_900 + "<p>深处</p>".encode()).text.strip() == "深处"


def test_a_deep_page_of_a_site_keeps_its_text() -> None:
    """Where the search for the main content loses its way, it is where the sentences are."""
    source = read_html(("<nav>甲</nav>" + "<div><p>短，句。</p>" * 1_500).encode())
    assert source.text.count("短，句。") == 1_500


TEXT = st.text(st.sampled_from("潮汐海岸 ab，。“”1&<>\u3000\u200b𠮷"), min_size=1, max_size=20)
TAGS = st.sampled_from("p h1 h2 h3 li blockquote div td pre figcaption dt b a sup".split())


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(TAGS, TEXT), min_size=1, max_size=12))
def test_nothing_of_a_document_is_lost(parts: list[tuple[str, str]]) -> None:
    """The characters of a document are in its lines once and in order, whatever elements they stand in."""
    import html

    body = "".join(f"<{tag}>{html.escape(text)}</{tag}>" for tag, text in parts)
    expected = "".join("".join(text.replace("\u200b", "") for _, text in parts).split())
    try:
        source = page(body)
    except UnreadableInput:
        assert not expected
    else:
        assert "".join("".join(line.text for line in source.lines).split()) == expected
        assert all("".join(run.text for run in line.runs) in ("", line.text) for line in source.lines)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "< > </ /> <p <a href=# id=x <table> <tr> <td> <li> </ul> <ol> <img src=a> &# &lt; 潮 <br> <h1> \n \0".split(
                " "
            )
        )
    ).map("".join)
)
def test_any_markup(text: str) -> None:
    """Whatever tags a page has, it is lines or an error on purpose."""
    with contextlib.suppress(ConverterError):
        converter.detect(read_html(text.encode()))


@pytest.mark.parametrize(
    "note",
    [
        '<div id="sdfootnote1"><p class="sdfootnote"><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>桥长。</p></div>',
        '<p class="MsoFootnoteText"><a id="sdfootnote1sym" href="#sdfootnote1anc">[1]</a> 桥长。</p>',
        '<ol><li id="sdfootnote1sym">桥长。<a href="#sdfootnote1anc">↩</a></li></ol>',
    ],
    ids=["LibreOffice", "Word", "list"],
)
def test_notes_as_programs_write_them(note: str) -> None:
    """The note is the paragraph of the number that the link leads to; its number leads back and stands once."""
    source = page(f'<p>通车<sup><a name="sdfootnote1anc" href="#sdfootnote1sym">1</a></sup>。</p><p>又。</p>{note}')
    assert source.lines[0].runs == (Run("通车"), Run("1", Mark.NOTE), Run("。"))
    assert source.lines[2].runs == (Run("1", Mark.NOTE), Run("桥长。"))
    assert source.lines[2].form is Form.NOTE
