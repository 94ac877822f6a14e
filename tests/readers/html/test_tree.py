"""A page's tree has what a reader of the page sees, and is measured in one walk."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement, document_fromstring, tostring

from converter.errors import UnreadableInput
from converter.model import Form
from converter.readers.html.tree import (
    DEEPEST,
    MOST_ATTRIBUTES,
    Amounts,
    ancestors,
    depth_of,
    drop,
    held,
    parse,
    prune,
    squeezed,
)
from tests.readers.html.pages import page, told


def body(text: str) -> HtmlElement:
    """The body of a page."""
    return document_fromstring(f"<body>{text}</body>").find("body")


def shown(text: str) -> str:
    """What is left of a body when it is pruned."""
    made = body(text)
    prune(made.getroottree().getroot())
    return "".join(tostring(part, encoding="unicode") for part in made)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<p>一<script>x()</script>二</p>", "<p>一二</p>"),
        ("<form><p>一</p></form>二", "<p>一</p>二"),
        ('<p class="MsoList"><span style="mso-list:Ignore">·</span>一</p>', '<li class="MsoList">一</li>'),
        (
            '<p><span style="mso-list:Ignore">1.</span>一</p>',
            '<p><span style="mso-list:Ignore">1.</span>一</p>',
        ),
    ],
    ids="script form bullet number".split(),
)
def test_what_is_never_read(text: str, left: str) -> None:
    """Scripts, fields and what is hidden go, what follows them stays; Word's bullets make items."""
    assert shown(text) == left


@pytest.mark.parametrize(
    ("text", "expected"),
    [("<p>一</body>二", "一二"), ("<p>一\x00\ud800二", "一二"), ("<p>一\f二", "一 二"), ("<p>一<!-- 三 -->二", "一二")],
)
def test_what_a_parser_stumbles_over(text: str, expected: str) -> None:
    """An early end of the page ends nothing, and what no tree may hold is left out."""
    assert "".join(parse(text).itertext()) == expected


@pytest.mark.parametrize(
    ("within", "beyond", "says"),
    [
        ("<div>" * (DEEPEST - 2), "<div>" * (DEEPEST - 1), "nested more than 2000 deep"),
        (
            "<p" + " a=1" * MOST_ATTRIBUTES + ">",
            "<p" + " a=1" * (MOST_ATTRIBUTES + 1) + ">",
            "more than 1000 attributes",
        ),
    ],
    ids=["depth", "attributes"],
)
def test_bounds(within: str, beyond: str, says: str) -> None:
    """A page just within them is read, one beyond them is refused."""
    assert "".join(parse(f"{within}一").itertext()) == "一"
    with pytest.raises(UnreadableInput, match=says):
        parse(f"{beyond}一")


def test_depth() -> None:
    """The levels of a tree, the root's too."""
    assert depth_of(parse("<p>一<b>二</b></p><p>三</p>")) == 4


def test_amounts() -> None:
    """Characters that are not blank, and the part of them in links; a tail is what holds the element's."""
    page = body('<div id="d"><a>一 二</a>三<p>四</p> 五</div>')
    amounts = Amounts(page)
    div = page[0]
    assert [amounts.of(element) for element in (page, div, div[0], div[1])] == [5, 5, 2, 1]
    assert [amounts.linked(element) for element in (div, div[0], div[1])] == [0.4, 1.0, 0.0]


def test_sums_from_the_inmost_outwards() -> None:
    """An element holds its own size and those of all in it."""
    page = body("<div><p/><p/></div><p/>")
    sizes = {page[0][0]: 2, page[0][1]: 3, page[1]: 4}
    assert [held(page, sizes)[element] for element in (page[0], page[1], page)] == [5, 4, 9]


def test_dropping() -> None:
    """What follows a dropped element stays; a root cannot be dropped."""
    page = body("<p>一<b>二</b>三</p>")
    drop(page[0][0])
    drop(page.getroottree().getroot())
    assert "".join(page.itertext()) == "一三"


def test_around_an_element() -> None:
    """From the element outwards, up to the last one where it is given."""
    page = body("<div><p><b>一</b></p></div>")
    bold = page[0][0][0]
    assert [element.tag for element in ancestors(bold)] == ["b", "p", "div", "body", "html"]
    assert [element.tag for element in ancestors(bold, page[0])] == ["b", "p", "div"]
    assert [element.tag for element in ancestors(bold, bold)] == ["b"]


def test_text_to_be_compared() -> None:
    """Blanks and punctuation do not count."""
    assert squeezed(" 新桥，\u3000“通车”_1") == "新桥通车1"


def test_bullets_of_word() -> None:
    """What Word shows as a bullet is a letter of another font; a number is text."""

    def item(sign: str, text: str) -> str:
        ignored = f"<span><span style='mso-list:Ignore'>{sign}<span>&nbsp; </span></span></span>"
        return f"<p class=MsoListParagraph style='mso-list:l0'>{ignored}{text}</p>"

    source = page(f"<h1>巡塘</h1><p>请认真遵照执行。</p>{item('l', '上塘')}{item('2.', '溢洪道')}")
    assert told(source)[2:] == [("上塘", Form.ITEM, 1), ("2. 溢洪道", None, 0)]


def test_scripts_and_what_is_hidden_are_never_read() -> None:
    """Nothing that runs, and nothing that is not shown, gets into a line, an address or a picture."""
    source = page(
        "<script>一()</script><style>二{}</style><noscript>三</noscript><template>四</template><svg><title>五</title></svg>"
        '<p hidden>六</p><p style="color:red;DISPLAY: none">七</p><!-- 八 --><iframe>九</iframe><textarea>十</textarea>'
        '<p onclick="alert(1)">见<a href="javascript:alert(1)">此</a>。<img src="javascript:x">'
        '<img src="data:text/html,x"></p>'
        '<p>又<a href=" JAVASCRIPT:alert(1)">一</a>处。</p>'
    )
    assert [(line.text, line.runs) for line in source.lines] == [("见此。", ()), ("又一处。", ())]
    assert source.images == ()


@pytest.mark.parametrize(
    "part", ["<script>if (a<b) {}%s</script>", "<style>b<a{}%s</style>", "<img alt='%s'>", '<img alt="%s">']
)
def test_words_are_no_attributes(part: str) -> None:
    """Thousands of words in a script, a style sheet or one value are read over."""
    assert page("<p>一段</p>" + part % (" word" * 2_000)).lines[0].text == "一段"
