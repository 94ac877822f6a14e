"""What stands in for something else on a page is counted, and a drawing's words are read."""

from __future__ import annotations

import pytest

from tests.readers.html.pages import page


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<noscript>请打开 脚本。</noscript>",
         "6 character(s) that stand in for others, or are to choose from: 6 in <noscript>"),
        ("<noscript><p>甲<select><option>乙</option></select></p></noscript>",
         "2 character(s) that stand in for others, or are to choose from: 2 in <noscript>"),
        ("<select><option>东渡</option><option>西渡</option></select><iframe src='a'>见 地图</iframe>",
         "7 character(s) that stand in for others, or are to choose from: 4 in <option>, 3 in <iframe>"),
        ("<object>船</object><textarea>桨</textarea>",
         "2 character(s) that stand in for others, or are to choose from: 1 in <object>, 1 in <textarea>"),
    ],
)  # fmt: skip
def test_what_is_counted(inside: str, told: str) -> None:
    """Each kind with its characters that are not blank; what is inside another is of that one."""
    source = page(f"<h1>渡口</h1><p>清晨有雾。{inside}船没有开。</p>")
    assert [line.text for line in source.lines] == ["渡口", "清晨有雾。船没有开。"]
    assert source.warnings == (f"left out {told}",)


@pytest.mark.parametrize(
    "inside",
    ["<noscript><img src='a.png'></noscript>", "<video>您的浏览器不支持 video 标签</video>", "<iframe> </iframe>",
     "<div hidden><noscript>甲</noscript></div>", "<svg><title>分享</title><path d='M0 0'/></svg>"],
)  # fmt: skip
def test_what_is_not(inside: str) -> None:
    """No words, words about the browser, words in what is hidden, what a drawing is called."""
    assert page(f"<h1>渡口</h1><p>清晨有雾。</p>{inside}").warnings == ()


def test_the_words_of_a_drawing() -> None:
    """They stand where it stood, a blank between two."""
    drawing = "<svg><g><text>东 渡</text><text><tspan>西</tspan>渡</text></g><defs><text>南</text></defs></svg>"
    source = page(f"<h1>渡口</h1><p>见{drawing}。</p>")
    assert [line.text for line in source.lines] == ["渡口", "见东 渡 西渡。"]
