"""Elements become lines with their forms, marks and blanks."""

from __future__ import annotations

from converter.model import DEEPEST, Form, Mark, Run
from tests.readers.html.pages import page, told


def test_lists_tables_and_other_forms() -> None:
    """Depths of lists, numbers that a list does not count itself, cells that reach over others, quotes and code."""
    source = page(
        "<ul><li>鱼<ol><li>一</li><li><p>二</p><p>再说</p></li></ol></li></ul><ol start=3><li>三</li><li>四</li></ol>"
        "<table><caption>船</caption><tr><th>名</th><th>吨</th></tr>"
        "<tr><td rowspan=2>海燕</td><td>30</td></tr><tr><td>40</td></tr>"
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
        ("40", Form.ROW, 0),
        ("合计 七十", Form.ROW, 0),
        ("潮有信", Form.QUOTE, 0),
        ("a:", Form.CODE, 0),
        ("b", Form.CODE, 4),
    ]


def test_a_depth_is_bounded() -> None:
    """Code far to the right and lists in hundreds of lists are taken for less deep ones."""
    source = page(f"<pre>{' ' * 900}潮</pre>{'<ul><li>' * 300}岸")
    assert told(source) == [("潮", Form.CODE, DEEPEST), ("岸", Form.ITEM, DEEPEST)]


def test_a_table_that_lays_the_page_out_is_none() -> None:
    """The cells of a table that holds paragraphs are read one after the other."""
    source = page(f"<table><tr><td>{'潮' * 301}</td><td>岸</td></tr><tr><td>船</td><td>帆</td></tr></table>")
    assert [form for _, form, _ in told(source)] == [None] * 4


def test_marks_and_blanks() -> None:
    """Marks, links, ruby; a newline between Han is nothing, other blanks are one; a full line goes on after a break."""
    source = page(
        "<p>潮\n  水<b>有\n信</b>，<i>H</i><sub>2</sub>O <u>x\n y</u> <del>删</del>"
        "<ruby>汐<rp>(</rp><rt>xī</rt><rp>)</rp></ruby>"
        '<a href="https://a.test/">站</a><a href="up.html">内</a></p>'
        "<p>全长一千二百米的新桥在昨天清晨正式通<br>车。<br>又一段</p>"
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
