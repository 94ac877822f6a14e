"""What stands in for something else on a page is counted, and a drawing's words are read."""

from __future__ import annotations

import pytest

from converter.left_out import counted
from tests.readers.html.pages import page

STANDS_IN = "what stands in for something else"
SITE_S = "the page's own text around the article: ways through the site, sharing, comments, other articles"


def left(inside: str) -> dict[str, int]:
    """What a page with this in its text leaves out by its cause, and nothing else that it does to the text."""
    source = page(f"<h1>渡口</h1><p>清晨有雾。{inside}船没有开。</p>")
    assert [line.text for line in source.lines] == ["渡口", "清晨有雾。船没有开。"]
    return counted(source.warnings)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<noscript>请打开 脚本。</noscript>", {f"{STANDS_IN} (<noscript>)": 6}),
        ("<noscript><p>甲<select><option>乙</option></select></p></noscript>", {f"{STANDS_IN} (<noscript>)": 2}),
        ("<select><option>东渡</option><option>西渡</option></select><iframe src='a'>见 地图</iframe>",
         {"forms (<option>)": 4, f"{STANDS_IN} (<iframe>)": 3}),
        ("<object>船</object><textarea>桨</textarea>", {f"{STANDS_IN} (<object>)": 1, "forms (<textarea>)": 1}),
        ("<button>提交</button><input placeholder='姓名'><input type=hidden value=7>",
         {"forms (<button>)": 2, "forms (<input>)": 2}),
        ("<span hidden>甲</span><span style='DISPLAY : none'>乙</span><span class='x sr-only'>丙</span>",
         {"hidden text": 3}),
        ("<span hidden><noscript>甲</noscript></span>", {SITE_S: 1}),
        ("<template>甲</template>", {"hidden text (<template>)": 1}),
        ("<svg><title>分享</title><path d='M0 0'/></svg>", {"what drawings are called": 2}),
        ("<math><semantics><annotation>a</annotation></semantics></math>", {"formulas told again (<annotation>)": 1}),
        ("<span title='在江边'></span>", {"titles that are shown where one points": 3}),
    ],
)  # fmt: skip
def test_what_is_counted(inside: str, expected: dict[str, int]) -> None:
    """Each cause with its characters that are not blank; what is inside another is of that one."""
    assert left(inside) == expected


@pytest.mark.parametrize(
    "inside",
    ["<noscript><img src='a.png'></noscript>", "<video>您的浏览器不支持 video 标签</video>", "<iframe> </iframe>",
     "<input type=hidden value=7>", "<script>a()</script>"],
)  # fmt: skip
def test_what_is_not(inside: str) -> None:
    """No words, words about the browser, what only a program reads."""
    assert left(inside) == {}


def test_a_dialog_that_is_open_is_read() -> None:
    """As what is seen."""
    assert "今日停航" in [
        line.text for line in page("<h1>渡口</h1><dialog open>今日停航</dialog><p>清晨有雾。</p>").lines
    ]


def test_the_words_of_a_drawing() -> None:
    """They stand where it stood, a blank between two."""
    drawing = "<svg><g><text>东 渡</text><text><tspan>西</tspan>渡</text></g><defs><text>南</text></defs></svg>"
    source = page(f"<h1>渡口</h1><p>见{drawing}。</p>")
    assert [line.text for line in source.lines] == ["渡口", "见东 渡 西渡。"]
