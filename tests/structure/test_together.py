"""What the lines of a document show together is told before the first reading, and mended after it."""

from converter.model import Form, Pin, Role
from converter.readers.text import source_of
from converter.structure import detect_structure, read_lines
from converter.structure.search.weights import weights
from converter.structure.together import mend, told

NOVEL = "渡口\n第一章 雨夜\n雨下了一夜。\n※\n天亮了。\n飞鹭书屋 www.feilu-example.net\n第二章 灯\n灯灭了。\n"


def test_before_the_first_reading() -> None:
    """Titles, breaks and a site's lines are sure; what is told by the format stays."""
    lines = list(source_of(NOVEL).lines)
    found, divisions = told(lines)
    assert [line.role for line in found] == [
        Role.HEADLINE,
        Role.HEADLINE,
        None,
        Role.PARAGRAPH,
        None,
        Role.FURNITURE,
        Role.HEADLINE,
        None,
    ]
    assert found[3].form is Form.BREAK
    assert divisions.chaptered


def test_nothing_is_mended_where_lines_agree() -> None:
    """A page without series is read once: nothing is told of it."""
    text = "渔港迎来新船\n\n本报讯 船队今早出海。\n\n旧书馆重开\n\n修缮后的书馆今起开放，老读者都来了。\n"
    lines, divisions = told(source_of(text).lines)
    assert lines == list(source_of(text).lines)
    assert mend(lines, read_lines(lines, weights()), divisions, pictures=False) == lines


def test_a_correction_overrules_what_is_told() -> None:
    """A person may say that a title, or a break, is something else."""
    issue = detect_structure(source_of(NOVEL), {2: Pin(Role.PARAGRAPH), 4: Pin(Role.CREDIT)})
    roles = {block.text[:3]: block.role for block in issue.blocks()}
    assert (roles["第一章"], roles["※"]) == (Role.PARAGRAPH, Role.CREDIT)


SAVED = """首页 > 要闻 > 正文

渡口旧仓库改成书房

2024-05-06 10:23 来源：海湾网 字号：大 中 小

渡口的旧仓库昨日改成书房，住在附近的人一早就在门口排队。管书的人说，头一天来了三百多人，比预想的多出一倍。

书房的灯一直亮到深夜，最后一位读者走时，雨已经停了。街上的店铺渐渐关门，只剩下几个孩子在看热闹。
"""


def test_a_page_that_was_copied_from_a_site() -> None:
    """What the site prints around a title is no title."""
    issue = detect_structure(source_of(SAVED))
    assert [block.role for block in issue.blocks()] == [
        Role.FURNITURE,
        Role.HEADLINE,
        Role.SOURCE_NOTE,
        Role.PARAGRAPH,
        Role.PARAGRAPH,
    ]
