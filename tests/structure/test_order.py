"""The text of a page comes out in its order, however its lines are broken."""

from collections.abc import Iterable

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from converter.model import Block, Role, Source
from converter.readers.text import source_of
from converter.structure import detect_structure

WHO = "渡口的老人 镇里的菜农 沈青 管理所的人 孩子们 “老船工” 3艘渡船 1998年".split()
DID = "已经 去年又 从来没有 说好要 比昨天早半个时辰 按照《渡口记》 用well-known的办法 （听说）".split()
WHAT = "把缆绳系好 修起新桥 看水位到3.6米 放下两副担子 等雾散开 补好船底的漆 给客人倒茶 讲旧船的故事".split()

CLAUSES = st.tuples(*map(st.sampled_from, (WHO, DID, WHAT))).map("".join)
SENTENCES = st.lists(CLAUSES, min_size=1, max_size=6, unique=True).map("，".join)
PARAGRAPHS = st.lists(st.tuples(SENTENCES, st.sampled_from("。。。。？！…：；")).map("".join), min_size=1, max_size=4)


@st.composite
def pages(draw: st.DrawFn) -> list[str]:
    """The lines of a page of one or two stories, broken at one width, with empty lines between them anywhere."""
    width, indent = draw(st.integers(12, 34)), draw(st.sampled_from(("", "　　")))
    gap = [""] * draw(st.booleans())
    lines: list[str] = []
    for headline in draw(
        st.lists(st.sampled_from(("新桥昨日通车", "渡口的早晨")), min_size=1, max_size=2, unique=True)
    ):
        lines += [headline, ""]
        for sentences in draw(st.lists(PARAGRAPHS, min_size=1, max_size=4, unique_by="".join)):
            text = indent + "".join(sentences)
            lines += [text[at : at + width] for at in range(0, len(text), width)] + gap
    assume(len(set(filter(None, lines))) == len(list(filter(None, lines))))  # a line said twice may be a page's foot
    for place in draw(st.lists(st.integers(0, len(lines)), max_size=6)):
        lines.insert(place, "")
    return lines


def out_of_order(source: Source, blocks: Iterable[Block]) -> list[str]:
    """The lines that come out below one that they stand above."""
    spans = [span for block in blocks for span in block.origin]
    following = zip(spans, spans[1:], strict=False)
    return [source.text[below[0] : below[1]] for above, below in following if below < above]


@settings(max_examples=60, deadline=None)
@given(pages())
def test_no_paragraph_goes_on_with_the_tail_of_a_line_further_down(page: list[str]) -> None:
    """Where no caption, jump, note or furniture stands between its halves, nothing does."""
    source = source_of("\n".join(page))
    assert out_of_order(source, detect_structure(source).blocks()) == []


def test_a_tail_further_down_is_found() -> None:
    """A paragraph of the first and the last of three lines leaves the one between them behind."""
    source = source_of("渡口的老人\n等雾散开\n把缆绳系好")
    first, second, third = ((line.start, line.end) for line in source.lines)
    blocks = [Block(Role.PARAGRAPH, (), (first, third)), Block(Role.PARAGRAPH, (), (second,))]
    assert out_of_order(source, blocks) == ["等雾散开"]
