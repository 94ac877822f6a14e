"""Lists, tables, quotes, verse, code, notes and figures are made of neighbouring blocks."""

from __future__ import annotations

import pytest

from converter.model import Block, Role, Run
from converter.readers.outline import HEADER, read_outline
from converter.writers.markup.blocks import Markup
from converter.writers.markup.forms import shaped
from converter.writers.markup.labels import HANS, labels_for
from tests.strategies import PIXEL
from tests.writers.reading import Book, Page

TABLE = '<div class="table" role="group" aria-label="表格" tabindex="0">'

CASES = {
    "items in items": (
        """
paragraph item 1⇥鱼
paragraph item 2⇥黄鱼
paragraph 2⇥清明前后最肥。
paragraph numbered 3⇥蒸
paragraph numbered 3⇥煎
paragraph item 1⇥虾
paragraph⇥收网了。
""",
        "<ul><li>鱼<ul><li>黄鱼<p>清明前后最肥。</p><ol><li>蒸</li><li>煎</li></ol></li></ul></li><li>虾</li></ul><p>收网了。</p>",
    ),
    "a list of another kind, and one that begins deep": (
        """
paragraph item 3⇥鱼
paragraph numbered⇥一网
paragraph numbered⇥二网
""",
        "<ul><li>鱼</li></ul><ol><li>一网</li><li>二网</li></ol>",
    ),
    "a heading over several columns": (
        """
paragraph head_row⇥⇥吨位⇥⇥港
paragraph row⇥海燕⇥12⇥⇥南湾
""",
        f"{TABLE}<table>"
        '<thead><tr><td></td><th colspan="2" scope="colgroup">吨位</th><th scope="col">港</th></tr></thead>'
        "<tbody><tr><td>海燕</td><td>12</td><td></td><td>南湾</td></tr></tbody></table></div>",
    ),
    "a table with headings, then one more": (
        """
paragraph head_row⇥船⇥吨位
paragraph row⇥[海燕]{strong}⇥
paragraph row⇥⇥30
paragraph head_row⇥港
""",
        f"{TABLE}<table>"
        '<thead><tr><th scope="col">船</th><th scope="col">吨位</th></tr></thead>'
        "<tbody><tr><td><strong>海燕</strong></td><td></td></tr><tr><td></td><td>30</td></tr></tbody></table>"
        '<table><thead><tr><th scope="col">港</th></tr></thead></table></div>',
    ),
    "quote, verse in stanzas, code with its indent": (
        """
paragraph quote⇥潮水有信。
paragraph quote⇥来去有时。
paragraph verse 1⇥灯在船头
paragraph verse 1⇥人在岸上
paragraph verse 2⇥一夜的雨
paragraph code⇥if  潮:
paragraph code 4⇥回港()
""",
        "<blockquote><p>潮水有信。</p><p>来去有时。</p></blockquote>"
        '<div class="verse"><p>灯在船头</p><p>人在岸上</p></div><div class="verse"><p>一夜的雨</p></div>'
        "<pre><code>if  潮:\n    回港()</code></pre>",
    ),
    "breaks: the sign that the text has, or a rule": (
        """
paragraph⇥船靠了岸。
paragraph break⇥＊＊＊
paragraph⇥三十里外。
paragraph break
paragraph⇥第二年春天。
""",
        '<p>船靠了岸。</p><p class="break">＊＊＊</p><p>三十里外。</p><hr class="break"><p>第二年春天。</p>',
    ),
    "notes: the next of the same number, else the last; a number without one": (
        """
paragraph⇥潮[1]{note}汐[1]{note}，浪[2]{note}。
paragraph note⇥[1]{note}涨潮。
paragraph⇥又见[1]{note}。
paragraph note⇥无号的注。
""",
        '<p>潮<sup><a role="doc-noteref" id="ref0" href="#note3">1</a></sup>'
        '汐<sup><a role="doc-noteref" id="ref1" href="#note3">1</a></sup>，浪<sup>2</sup>。</p>'
        '<aside role="doc-footnote" class="note" id="note3">'
        '<p><a role="doc-backlink" href="#ref0">1</a>涨潮。</p></aside>'
        '<p>又见<sup><a role="doc-noteref" id="ref4" href="#note3">1</a></sup>。</p>'
        '<aside role="doc-footnote" class="note" id="note5"><p>无号的注。</p></aside>',
    ),
    "figures: words go with the pictures before them": (
        """
caption⇥![码头](a.png)
caption⇥![海塘](a.png)
caption⇥南湾两景。
credit⇥林小满摄
caption⇥![渔网](a.png)
paragraph⇥风停了，见![小图](a.png)。
caption⇥没有图的说明。
""",
        '<figure class="picture"><img src="x" alt="码头"><img src="x" alt="海塘">'
        '<figcaption><p class="caption">南湾两景。</p>'
        '<p class="credit" role="doc-credit">林小满摄</p></figcaption></figure>'
        '<figure class="picture"><img src="x" alt="渔网"></figure>'
        '<p>风停了，见<img src="x" alt="小图">。</p>'
        '<div class="picture"><p class="caption">没有图的说明。</p></div>',
    ),
}  # fmt: skip


def test_a_picture_without_a_name_is_called_by_its_caption() -> None:
    """Its words are what is below it, and 图片 only where nothing is; in a book it stands in a division."""
    picture = Block(Role.CAPTION, (Run("图片", image="a.png"),))
    words = Block(Role.CAPTION, (Run("晾晒的 渔网。"),))
    markup = Markup(True, {"a.png": "x"}, labels_for("zh"))
    assert "".join(markup.figures([picture, words, picture])).replace("\n", "") == (
        '<figure class="picture"><div><img src="x" alt="晾晒的 渔网。"/></div>'
        '<figcaption><p class="caption">晾晒的 渔网。</p></figcaption></figure>'
        '<figure class="picture"><div><img src="x" alt="图片"/></div></figure>'
    )


@pytest.mark.parametrize(("outline", "expected"), CASES.values(), ids=CASES)
def test_neighbours_make(outline: str, expected: str) -> None:
    """Blocks of one kind that stand side by side make one thing."""
    from dataclasses import replace

    from converter.writers.markup.blocks import Markup
    from converter.writers.markup.notes import link_notes
    from converter.writers.markup.story import tell

    issue = replace(read_outline((HEADER + outline.replace("⇥", "\t")).encode()), images=(("a.png", PIXEL),))
    (article,) = issue.articles()
    story = tell(article, Markup(False, {"a.png": "x"}, HANS), "k", 1)
    (made,) = link_notes([("", "".join(piece.markup for piece in story.pieces))], epub=False)
    assert made.replace(">\n", ">").replace("\n<", "<") == expected


def test_a_long_list_goes_on() -> None:
    """A list too long for one element goes on in another with the next number; a table goes on too."""
    lines = "\n".join(f"paragraph numbered 1\t{'潮' * 1000}" for _ in range(70))
    rows = "\n".join(f"paragraph row\t{'潮' * 1000}" for _ in range(70))
    issue = read_outline(f"{HEADER}\n{lines}\n{rows}".encode())
    trees = Book(issue).documents
    assert [(ol.get("start"), len(ol)) for tree in trees for ol in tree.iter("{*}ol")] == [
        (None, 23), ("24", 23), ("47", 23), ("70", 1)
    ]  # fmt: skip
    assert [len(body) for tree in trees for body in tree.iter("{*}tbody")] == [22, 22, 22, 4]
    page = Page(issue)  # a browser bears them whole
    assert [len(one) for one in page.tree.iter("ol", "tbody")] == [70, 70]


def test_a_long_paragraph_keeps_its_marks_together() -> None:
    """A paragraph that is cut because of its length is cut at a sentence's end, not at its marks."""
    text = "[重]{strong}" + "潮来潮去。" * 8_000 + "[轻]{emphasis}"
    book = Book(read_outline(f"{HEADER}\nparagraph\t{text}".encode()))
    (body,) = (book.files[name].decode() for name in book.spine if name.startswith("page"))
    assert body.count("<p>") == 2
    assert "<p><strong>重</strong>潮来" in body and "潮去。</p>\n<p>潮来" in body and "潮去。<em>轻</em></p>" in body


@pytest.mark.parametrize(
    ("outline", "expected"),
    [
        (
            ["head_row\t渡口\t[]{span #2x1}渡船", "row\t[]{span #1x2}东渡\t甲\t", "row\t乙\t丙"],
            '<tr><th scope="col">渡口</th><th colspan="2" scope="col">渡船</th></tr>'
            '<tr><td rowspan="2">东渡</td><td>甲</td><td></td></tr><tr><td>乙</td><td>丙</td></tr>',
        ),
        (
            ["head_row\t[]{span #1x3}渡口\t", "row\t东渡\t[]{span #0x2}甲"],
            '<tr><th scope="col">渡口</th><th></th></tr><tr><td>东渡</td><td>甲</td></tr>',
        ),
    ],
    ids=["told", "too-far"],
)
def test_cells_that_reach_over_others(outline: list[str], expected: str) -> None:
    """Over as many columns and rows as they tell, but out of no part of the table; empty cells stay."""
    issue = read_outline("\n".join([HEADER, *(f"paragraph {line}" for line in outline)]).encode())
    made = "".join(shaped("table", list(issue.blocks()), Markup(True, {}, HANS)))
    rows = "".join(line for line in made.split("\n") if line.startswith("<tr>"))
    assert expected == rows


@pytest.mark.parametrize(
    ("width", "attributes"),
    [("{12pt}", ' class="glyph"'), ("{18pt}", ' class="glyph"'), ("{42.5pt}", ' width="57"'), ("{200pt}", "")],
)
def test_displayed_width_of_a_picture(width: str, attributes: str) -> None:
    """A picture like a letter is as high as one, a small one as wide as it was; a wide one has what room there is."""
    issue = read_outline(f"{HEADER}\nparagraph\t字![渡]{width}(a.png)字".encode())
    made = Markup(True, {"a.png": "p.png"}, HANS).block(next(issue.blocks()))
    assert f'<p>字<img src="p.png" alt="渡"{attributes}/>字</p>\n' == made
