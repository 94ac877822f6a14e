"""The text of a page comes out in its order, however its lines are broken and whatever stands between them."""

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import Block, Role, Source
from converter.readers.text import source_of
from converter.structure import detect_structure

WHO = "渡口的老人 镇里的菜农 沈青 管理所的人 孩子们 “老船工” 3艘渡船 1998年".split()
DID = "已经 去年又 从来没有 说好要 比昨天早半个时辰 按照《渡口记》 用well-known的办法 （听说）".split()
WHAT = "把缆绳系好 修起新桥 看水位到3.6米 放下两副担子 等雾散开 补好船底的漆 给客人倒茶 讲旧船的故事".split()
SET_IN = (
    "新桥夜景。沈青摄",
    "图为渡口的清晨。",
    "（下转第二版）",
    "（上接第一版）",
    "注：缪读作妙。",
    "3",
    "东渡晚报 2024年5月16日 第03版",
    "（柳溪摄）",
    "责任编辑：孟遥",
    "广告",
    "资料图片",
    "来源：东渡晚报",
    "●新桥昨日通车",
)
"""Lines that stand between the lines of a text; what lies on both sides of one may be one paragraph, set above it."""

CLAUSES = st.tuples(*map(st.sampled_from, (WHO, DID, WHAT))).map("".join)
SENTENCES = st.lists(CLAUSES, min_size=1, max_size=6, unique=True).map("，".join)
PARAGRAPHS = st.lists(st.tuples(SENTENCES, st.sampled_from("。。。。？！…：；")).map("".join), min_size=1, max_size=4)


@st.composite
def pages(draw: st.DrawFn) -> list[str]:
    """The lines of a page of one to three stories, broken at one width, with lines set between them anywhere."""
    width, indent = draw(st.integers(6, 34)), draw(st.sampled_from(("", "　　")))
    gap = [""] * draw(st.booleans())
    lines: list[str] = []
    for headline in draw(st.lists(st.sampled_from(("新桥昨日通车", "渡口的早晨")), min_size=1, max_size=3)):
        lines += [headline, ""]
        for sentences in draw(st.lists(PARAGRAPHS, min_size=1, max_size=4, unique_by="".join)):
            text = indent + "".join(sentences)
            lines += [text[at : at + width] for at in range(0, len(text), width)] + gap
    between = st.tuples(st.integers(0, len(lines)), st.sampled_from((*SET_IN, "", "")), st.booleans())
    for place, line, apart in draw(st.lists(between, max_size=6)):
        lines[place:place] = ["", line, ""] if apart else [line]
    return lines


def out_of_order(source: Source, blocks: Iterable[Block]) -> list[str]:
    """The lines that come out above one that they stand below; those set between others aside."""
    set_in = {(line.start, line.end) for line in source.lines if line.text in SET_IN}
    spans = [span for block in blocks for span in block.origin if span not in set_in]
    following = zip(spans, spans[1:], strict=False)
    return [source.text[above[0] : above[1]] for above, below in following if below < above]


@settings(max_examples=50, deadline=None, derandomize=True)
@given(pages())
def test_no_paragraph_goes_on_with_the_tail_of_a_line_further_down(page: list[str]) -> None:
    """Nothing stands between the halves of a paragraph but a caption, a jump, a note, or the page's furniture."""
    source = source_of("\n".join(page))
    assert out_of_order(source, detect_structure(source).blocks()) == []


@pytest.mark.parametrize(("between", "expected"), [("等雾散开", ["把缆绳系好"]), ("广告", [])], ids=["text", "set in"])
def test_a_tail_further_down_is_found(between: str, expected: list[str]) -> None:
    """A paragraph of the first and the last of three lines leaves text behind, but may pass what is set in."""
    source = source_of(f"渡口的老人\n{between}\n把缆绳系好")
    first, second, third = ((line.start, line.end) for line in source.lines)
    blocks = [Block(Role.PARAGRAPH, (), (first, third)), Block(Role.PARAGRAPH, (), (second,))]
    assert out_of_order(source, blocks) == expected
