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
from converter.model import Role, Source
from converter.readers.html.page import read_html
from converter.readers.html.tree import LARGEST
from converter.writers.outline import write_outline
from tests.readers.html.pages import page
from tests.strategies import PIXEL

CASES = sorted((Path(__file__).parents[2] / "cases" / "html").glob("*.html"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_page_of_each_kind(case: Path) -> None:
    """A digital newspaper, a portal, an office, a blog, Hong Kong's and Taiwan's press: each has its outline."""
    outline = write_outline(converter.load([case])).decode()
    lines = [line for line in outline.splitlines() if not line.startswith(("source\t", "# "))]
    assert lines == case.with_suffix(".outline").read_text("utf-8").splitlines()


def test_broken_addresses_and_control_characters() -> None:
    """An address that is none is no link, and what no text may hold is left out, wherever it stands."""
    text = "新桥昨日通车，市民一早就在桥头等候，队伍排到了码头，负责人说，步道夜里十一点关灯。"
    head = '<meta property="og:title" content="新桥通车了"/><meta property="og:url" content="http://a.test/"/>'
    body = (
        f"<h1>新桥通车了</h1><div><span>2024-05-16\x01</span> <a\x02>来源：\x03江南网\x0c</a>\x04</div>"
        f'<div class=content><p>{text}<a href="http://[x">站</a><img src="//[y"></p><p>{text}<a href="#n\x04">1</a></p>'
        '<p><a name="n\x04"></a>1 注。</p></div>'
    )
    source = page(body, head)
    assert not re.search("[\x00-\x08]", source.text)
    assert [run.href for line in source.lines for run in line.runs if run.href] == []
    assert source.metadata.date == "2024-05-16"
    assert page(body, head.replace("新桥", "新\x7f\u200b桥")).metadata.title == "新桥通车了"


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


def test_pictures(tmp_path: Path) -> None:
    """A picture in the page, and one beside it, are read; what lies elsewhere is not; the network is never asked."""
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


def test_a_page_cut_short_keeps_its_text() -> None:
    """A page that ends in the middle of an element gives what came until then."""
    assert page("<div><p>一段</p><p>又一<b>段").lines[-1].text == "又一段"
    assert read_html("<p>一段</p><a href='http".encode()).text.strip() == "一段"


def test_a_deep_page_keeps_its_text() -> None:
    """Elements 1,900 deep are read without recursion."""
    assert read_html(b"<div>" * 1_900 + "<p>深处</p>".encode()).text.strip() == "深处"


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
            "< > </ /> <p <a href=# id=x <table> <tr> <td> <li> </ul> <ol> <img src=a> &# &lt; 潮 <br>".split()
            + ["<h1>", "\n", "\0"]
        )
    ).map("".join)
)
def test_any_markup(text: str) -> None:
    """Whatever tags a page has, it is lines or an error on purpose."""
    with contextlib.suppress(ConverterError):
        converter.detect(read_html(text.encode()))
