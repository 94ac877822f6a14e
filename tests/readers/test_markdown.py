"""Markdown is read with its headings, lists, tables, notes and marks."""

from __future__ import annotations

import contextlib
import html

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import converter
from converter.errors import ConverterError, UnreadableInput
from converter.left_out import counted
from converter.model import Mark, Metadata, Role, Run
from converter.readers.markdown import read_markdown
from converter.writers.outline import write_outline

CASES = {
    "headings": (
        "# 春游\n\n一早出发。\n\n上山\n---\n\n### 山脚\n",
        "headline⇥春游\nparagraph⇥一早出发。\nsubhead 1⇥上山\nsubhead 2⇥山脚",
    ),
    "a mark beside Chinese punctuation": (
        "# 题\n\n请看：**“重点”**在此，**提示：**勿忘，*强调。*后文，~~旧。~~新。\n",
        "headline⇥题\nparagraph⇥请看：[“重点”]{strong}在此，[提示：]{strong}勿忘，[强调。]{emphasis}后文，[旧。]{struck}新。",
    ),
    "lists": (
        "- 鱼\n  1. 黄鱼\n\n     清明最肥。\n- 虾\n",
        "paragraph item 1⇥鱼\nparagraph numbered 2⇥黄鱼\nparagraph 2⇥清明最肥。\nparagraph item 1⇥虾",
    ),
    "table": (
        "| 船 | 吨 |\n|---|--:|\n| 海燕 | **30** |\n",
        "paragraph head_row⇥船⇥吨\nparagraph row⇥海燕⇥[30]{strong}",
    ),
    "quote, code and a broken line": (
        "# 题\n\n> 潮水\n> 有信\n\n```\nif a:\n    b\n```\n\n灯在船头  \n人在岸上\n又一行\n",
        "headline⇥题\nparagraph quote⇥潮水有信\nparagraph code⇥if a:\nparagraph code 4⇥b\n"
        "paragraph⇥灯在船头\nparagraph⇥人在岸上又一行",
    ),
    "links inside the file": (
        "# 题\n\n见[下文](#河-道)和[**表**](#Table-1)。\n\n## *河* 道！\n\n水。\n\n## Table 1\n\n"
        "- [甲](https://a.test/)\n- [乙](https://b.test/)\n- [丙](https://c.test/)\n",
        "headline⇥题\nparagraph⇥见[下文](#p1)和[表]{strong}。\nsubhead 1⇥[河 道！]{#p1}\nparagraph⇥水。\n"
        "subhead 1⇥Table 1\n"
        "paragraph item 1⇥[甲](https://a.test/)\nparagraph item 1⇥[乙](https://b.test/)\nparagraph item 1⇥[丙](https://c.test/)",
    ),
    "what is for programs": (
        "[TOC]\n\n# 题 {#t .c}\n\n见[题](#t)。\n\n> [!NOTE]\n> 潮水。\n\n```\n# 行 {#x}\n```\n",
        "headline⇥[题]{#p1}\nparagraph⇥见[题](#p1)。\nparagraph quote⇥潮水。\nparagraph code⇥# 行 {#x}",
    ),
    "braces that are text": (
        "# 集合 {.甲 其中含有乙}\n\n::: tip {水深} 三尺处不要下水。\n小心。\n:::\n\n"
        "## 集 {甲，乙}\n\n水。\n\n## 船 {#c .d lang=zh -}\n\n灯。\n",
        "headline⇥集合 {.甲 其中含有乙}\nparagraph⇥[{水深} 三尺处不要下水。]{strong}\nparagraph⇥小心。\n"
        "subhead 1⇥集 {甲，乙}\nparagraph⇥水。\nsubhead 1⇥船\nparagraph⇥灯。",
    ),
    "notes": (
        "# 题\n\n潮[^a]汐[^b]。\n\n[^a]: 涨潮。\n[^b]: 落潮。\n\n再一段，写得长一些，好让它成为正文的一段。\n",
        "headline⇥题\nparagraph⇥潮[1]{note}汐[2]{note}。\nparagraph⇥再一段，写得长一些，好让它成为正文的一段。\n"
        "paragraph note⇥[1]{note}涨潮。\nparagraph note⇥[2]{note}落潮。",
    ),
    "links and HTML": (
        "# 题\n\n见[站](https://a.test/)和<https://b.test/>，<b>粗</b>，a < b && c。\n\n<script>x()</script>\n",
        "headline⇥题\n"
        "paragraph⇥见[站](https://a.test/)和[https://b.test/](https://b.test/)，[粗]{strong}，a < b && c。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_markdown(text: str, expected: str) -> None:
    """Each construction has its role and form."""
    outline = write_outline(converter.detect(read_markdown(text.encode()))).decode().replace("\t", "⇥")
    lines = [
        line for line in outline.splitlines() if line.partition("⇥")[2] and not line.startswith(("language", "title"))
    ]
    assert "\n".join(lines) == expected


def test_front_matter() -> None:
    """What stands between lines of dashes at the head tells of the document, and is no text of it."""
    source = read_markdown(
        '---\ntitle: "春游"\ndate: 2024-05-01T08:00\nauthor: 江帆\ntags: [a]\n---\n# 题\n\n文。\n'.encode()
    )
    assert source.metadata == Metadata(title="春游", date="2024-05-01", author="江帆", subject="a")
    assert [line.text for line in source.lines] == ["题", "文。"]


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "utf-16", "utf-8-sig"])
def test_other_encodings(encoding: str) -> None:
    """A file need not be UTF-8."""
    assert read_markdown("# 春遊記\r\n\r\n一早出發，天還沒亮。\r\n".encode(encoding)).lines[0].text == "春遊記"


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"---\ntitle: a\n---\n"])
def test_nothing_to_read(data: bytes) -> None:
    """A file without text is refused in a sentence."""
    with pytest.raises(UnreadableInput, match="empty|no text"):
        read_markdown(data)


@pytest.mark.parametrize(
    "text", [">" * 10_000 + "潮", "- " * 3_000 + "潮", "[" * 20_000 + "潮", "**潮" * 5_000, "潮" + "`" * 20_000]
)
def test_what_is_made_to_hang(text: str) -> None:
    """Text that slow or recursive readers fall over keeps its character."""
    assert "潮" in read_markdown(text.encode()).text


@settings(max_examples=80, deadline=None)
@given(st.lists(st.text(st.sampled_from("潮汐海岸，。“”ab1 <&"), min_size=1, max_size=12), min_size=1, max_size=6))
def test_nothing_of_plain_paragraphs_is_lost(parts: list[str]) -> None:
    """Paragraphs without mark-up come out as they went in."""
    text = "\n\n".join(html.escape(part.strip(), quote=False) for part in parts)
    expected = "".join("".join(parts).split())
    try:
        source = read_markdown(text.encode())
    except UnreadableInput:
        assert not expected
    else:
        assert "".join("".join(line.text for line in source.lines).split()) == expected


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("#*_`~[]()!<>|-:\n 1.潮^&\\"), max_size=60))
def test_any_markdown(text: str) -> None:
    """Whatever the signs, it is lines or an error on purpose."""
    with contextlib.suppress(ConverterError):
        converter.detect(read_markdown(text.encode()))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("```js {title=港}\n船\n```", {"what is said of code: its language, its title": 11}),
        ("- 船\n\n  ~~~text\n  桨\n  ~~~", {"what is said of code: its language, its title": 4}),
        ("船<!-- 待 核 -->", {"comments (<!-- -->)": 2}),
        ("船\n\n<!-- 待核\n\n桨", {"comments (<!-- -->)": 3}),
        ("---\ntitle: 港\nlayout: post\n---\n船", {"front matter for other programs": 11}),
        ("船`<!-- 桨 -->`", {}),
    ],
)
def test_what_is_left_out_is_counted(text: str, told: dict[str, int]) -> None:
    """Each by its cause; what stands in code is text."""
    assert counted(read_markdown(text.encode()).warnings) == told


def test_marks_of_later_dialects() -> None:
    """Marked text, boxes of tasks; the first of several lines in a paragraph is text."""
    source = read_markdown("# 港\n\n灯下的人  \n船上的人\n\n==灯== a == b\n\n- [x] 修\n- [ ] 点\n".encode())
    expected = ["灯下的人", "船上的人", "灯 a == b", "☑ 修", "☐ 点"]
    blocks = list(converter.detect(source).blocks())[1:]
    assert [(block.text, block.role) for block in blocks] == [(text, Role.PARAGRAPH) for text in expected]
    assert source.lines[3].runs == (Run("灯", Mark.STRONG), Run(" a == b"))


TABLE = "| 日 | 水位 |\n|---|---|\n| 一 | 3 |\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TABLE}\nTable: 渡口的*水位* {{#tbl:water}}\n", ["渡口的水位", "日\t水位", "一\t3"]),
        (f": 渡口的水位\n\n{TABLE}\n丙\n", ["渡口的水位", "日\t水位", "一\t3", "丙"]),
        (f"{TABLE}\n: 甲\n\n{TABLE}\n: 乙\n", ["甲", "日\t水位", "一\t3", "乙", "日\t水位", "一\t3"]),
        (f"{TABLE}\ntable: 甲\n\nTable: 乙\n", ["甲", "日\t水位", "一\t3", "Table: 乙"]),
        (f"Table: 乙\n\n丙\n\n{TABLE}", ["Table: 乙", "丙", "日\t水位", "一\t3"]),
    ],
)
def test_captions_of_tables_as_pandoc_has_them(text: str, expected: list[str]) -> None:
    """A paragraph below a table or above it that begins so is its caption; any other is text."""
    source = read_markdown(text.encode())
    assert [line.text for line in source.lines] == expected
    assert source.lines[0].role == (Role.CAPTION if "甲" in expected[0] or "渡口" in expected[0] else None)
