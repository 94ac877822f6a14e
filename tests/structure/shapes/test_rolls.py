"""Lists of names are a paragraph a line, and join with nothing."""

import pytest

from converter.readers.text import source_of
from converter.structure.shapes.rolls import with_rolls


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "表彰名单\n一、市级\n张一　李二　王三\n二、区级\n渡口小学：周甲　吴乙\n东山中學：陳己、褚庚、衛辛\n",
            [None, "subhead", "paragraph", "subhead", "paragraph", "paragraph"],
        ),
        (
            "得獎名單\n一等獎\n張一　李二　王三\n趙四　錢五　孫六\n周七　吳八　鄭九\n",
            [None, None, "paragraph", "paragraph", "paragraph"],
        ),
        (
            "花鸟市场开市\n鸟市\n鸣禽：画眉 黄雀 百灵\n观赏：白鸽 文鸟\n花市\n草本：万年青 白菊\n周末延长。\n",
            [None, "subhead", "paragraph", "paragraph", "subhead", "paragraph", None],
        ),
        (
            "《盐》　江帆\n《灯語》　石守\n《網》　柏青禾　海州書局\n下月頒獎。\n",
            ["paragraph", "paragraph", "paragraph", None],
        ),
        ("《盐》写得好\n《灯》也好\n《网》更好\n", [None, None, None]),
        ("渡口的燈\n文字：石守　渡口\n攝影：水手　燈塔\n校對：船夫　船家\n", [None, None, None, None]),
        ("燈\n時間：晚上八時 渡口\n地點：渡口，碼頭 燈塔\n票價：一元 兩元\n", [None, None, None, None]),
        ("渡口的灯\n张一　李二　王三\n灯修好了。\n", [None, None, None]),
        ("程序\n序乐　宣召　读经\n讲道　回应　祝福\n报告　散会　茶点\n", [None, None, None, None]),
        ("本版责编：张一　李二　王三\n二版责编：赵四　钱五\n三版責編：陳己　褚庚　衛辛\n", [None, None, None]),
    ],
    ids=["numbered", "prizes", "goods", "works", "talk-of-works", "makers", "few", "a-byline", "no-names", "editors"],
)
def test_rolls(text: str, expected: list[str | None]) -> None:
    """Three lines of names or more; a title above them that has a number is a subhead."""
    assert [line.role and line.role.value for line in with_rolls(source_of(text).lines)] == expected


def test_what_stands_below() -> None:
    """Text goes on from no list."""
    lines = with_rolls(source_of("茶：白毫 毛尖\n果：石榴 青梅\n鱼：黄鱼 白鲳\n昨天有风。\n").lines)
    assert [line.opens and line.opens.value for line in lines] == ["block"] * 4
