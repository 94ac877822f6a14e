"""Inline text keeps its characters and its marks, and nothing gets between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from converter.model import Block, Mark, Role, Run
from converter.writers.markup.blocks import UNWRITABLE, Markup, escape, plain, reworded, writable
from converter.writers.markup.labels import HANS

MARKUP = Markup(True, {}, HANS)


def test_everything_that_is_syntax_is_escaped() -> None:
    """Ampersands, angle brackets and quotes are safe in text and in attributes."""
    assert escape('a&b<c>"d"]]>') == "a&amp;b&lt;c&gt;&quot;d&quot;]]&gt;"


@given(st.text())
def test_the_quick_way_of_most_texts_is_the_same(text: str) -> None:
    """What is printable is not looked through for what XML cannot hold, nor what has no blank for blanks."""
    kept = UNWRITABLE.sub("", text)
    assert writable(text) == kept
    assert plain(text) == " ".join(kept.split())


def test_reworded_runs_keep_all_but_their_words() -> None:
    """Marks and links stay, and a run whose words stay is the same."""
    runs = (Run("新 桥", Mark.STRONG, "#a"), Run("船"))
    found = reworded(runs, lambda text: text.replace(" ", ""))
    assert found == [Run("新桥", Mark.STRONG, "#a"), Run("船")]
    assert found[1] is runs[1]


def test_marks_and_the_space_after_a_dateline() -> None:
    """Marks become elements; a blank that a run holds stays, and no other comes between them."""
    runs = (Run("本报电", Mark.DATELINE), Run(" 渡船"), Run("首航", Mark.STRONG), Run("了", Mark.EMPHASIS))
    assert MARKUP.inline(runs) == '<span class="dateline">本报电</span> 渡船<strong>首航</strong><em>了</em>'


def test_a_blank_between_two_marks_is_in_the_first() -> None:
    """Alone between two elements it would look like formatting; neighbours of one mark are one element."""
    runs = (Run("1.", Mark.STRONG), Run(" "), Run("船", Mark.STRONG), Run("  "), Run("帆", Mark.EMPHASIS), Run("。"))
    assert MARKUP.inline(runs) == "<strong>1. 船 </strong><em>帆</em>。"
    assert MARKUP.inline((Run("新", Mark.STRONG), Run("桥", Mark.STRONG), Run(" "))) == "<strong>新桥</strong>"


def test_a_blank_is_no_link() -> None:
    """Nobody could read where it leads; between two words of one link it is in that."""
    url = "https://example.org/"
    runs = (
        Run("新", Mark.EMPHASIS, url),
        Run(" ", href=url),
        Run("桥", Mark.EMPHASIS, url),
        Run("，"),
        Run("\t", href=url),
        Run("在"),
    )
    assert MARKUP.inline(runs) == f'<em><a href="{url}">新 桥</a></em>， 在'


def test_a_paragraph_that_begins_with_a_picture_is_not_indented() -> None:
    """Else a wide one would stand out at the right."""
    markup = Markup(True, {"a.png": "picture001.png"}, HANS)
    assert markup.block(Block(Role.PARAGRAPH, (Run("船", image="a.png"), Run("靠岸。")))).startswith(
        '<p class="drawn"><img '
    )


def test_a_browser_is_told_the_shape_of_a_picture() -> None:
    """Nothing moves when it comes. A reading system that knows no style sheet would take it for the size."""
    runs = (Run("船", image="a.png"),)
    drawn = (Run("帆", image="a.png", width=90.0),)
    page, book = (Markup(epub, {"a.png": "1.png"}, HANS, sizes={"a.png": (600, 400)}) for epub in (False, True))
    assert page.inline(runs) == '<img src="1.png" alt="船" width="600" height="400">'
    assert page.inline(drawn) == '<img src="1.png" alt="帆" width="120" height="80">'
    assert book.inline(runs) == '<img src="1.png" alt="船"/>'
    assert book.inline(drawn) == '<img src="1.png" alt="帆" width="120"/>'


def test_a_small_picture_within_text_stands_for_a_character() -> None:
    """A character that a font lacked is as high as those beside it; what stands alone, or is larger, is none."""
    markup = Markup(True, {"a.png": "1.png"}, HANS, sizes={"a.png": (24, 24)})
    large = Markup(True, {"a.png": "1.png"}, HANS, sizes={"a.png": (41, 41)})
    line = Markup(True, {"a.png": "1.png"}, HANS, sizes={"a.png": (90, 24)})
    sign = (Run("古地名"), Run("", image="a.png"), Run("州"))
    assert markup.inline(sign) == '古地名<img src="1.png" alt="图片" class="glyph"/>州'
    assert markup.inline(sign[1:2]) == '<img src="1.png" alt="图片"/>'
    assert large.inline(sign) == line.inline(sign) == '古地名<img src="1.png" alt="图片"/>州'


def test_every_mark_has_its_element() -> None:
    """Each mark is an element of its own; a picture stands where it is, and is said in words where it is not there."""
    markup = Markup(True, {"a.png": "picture001.png"}, HANS)
    runs = [Run("字", mark) for mark in Mark if mark not in (Mark.DATELINE, Mark.NOTE, Mark.SPAN, Mark.PAGE)]
    assert markup.inline(runs) == (
        "<strong>字</strong><em>字</em><u>字</u><s>字</s><sup>字</sup><sub>字</sub><code>字</code>"
    )
    assert markup.inline((Run("船", image="a.png"), Run(" ", image="a.png"), Run("帆", image="b.png"))) == (
        '<img src="picture001.png" alt="船"/><img src="picture001.png" alt="图片"/>帆'
    )


def test_blanks_at_the_edges_and_double_blanks_go() -> None:
    """Blanks before and after the text go, over runs too; blanks inside become one."""
    assert MARKUP.inline((Run("\u3000 "), Run("  甲 \n"), Run(" 乙\t"), Run(" "))) == "甲 乙"


def test_lists_of_names_are_told_apart() -> None:
    """In a byline or a page's note names stand a character apart; a caption keeps its blanks, and a wide name in one
    piece.
    """
    block = Block(Role.BYLINE, (Run("本报记者  周砚青  柳  溪"),))
    assert MARKUP.block(block) == '<p class="byline">本报记者　周砚青　柳\u00a0溪</p>\n'
    block = Block(Role.CAPTION, (Run("老港区步道。 柳　溪摄"),))
    assert MARKUP.block(block) == '<p class="caption">老港区步道。 柳\u00a0溪摄</p>\n'


def test_blanks_inside_brackets_go() -> None:
    """Brackets and marks of full width have room enough; blanks around them and those of Latin text stay."""
    runs = (Run("阿德勒（ Alfred Adler ，1870 ）是 《 潮 》 的作者 : it’s ‘so’ ."),)
    assert MARKUP.inline(runs) == "阿德勒（Alfred Adler，1870）是 《潮》 的作者 : it’s ‘so’ ."
