"""What a line under a headline is, rule by rule."""

import pytest

from converter.model import Role, Run
from converter.readers.html.about import About
from converter.readers.html.draft import Draft
from converter.readers.html.head import role_of


@pytest.mark.parametrize(
    ("text", "names", "level", "role"),
    [
        ("图片来源：海湾网", "", 0, Role.CAPTION), ("图片来源：" + "海湾网" * 12, "", 0, Role.SOURCE_NOTE),
        ("七百人走过江面", "", 0, Role.DECK), ("——一座桥和它的三个冬天", "", 0, Role.DECK), ("——完", "", 0, None),
        ("历时三年", "", 0, Role.KICKER), ("两岸相连", "p yinti", 0, Role.KICKER),
        ("临江日报 2024年5月16日 第03版", "", 0, Role.FOLIO), ("临江日报 03版 来源：海湾网", "", 0, Role.SOURCE_NOTE),
        ("2024年5月16日", "", 0, Role.SOURCE_NOTE), ("发布时间：上午", "", 0, Role.SOURCE_NOTE),
        ("本报记者 江帆", "", 0, Role.BYLINE), ("江帆", "div author", 0, Role.BYLINE),
        ("本报记者 江帆摄", "", 0, Role.SOURCE_NOTE),
        ("江帆 柏青禾", "", 4, Role.BYLINE), ("七百人过江", "", 3, Role.DECK), ("七百人过江", "", 2, None),
        ("七百人过江", "p subtitle", 0, Role.DECK), ("渡口的老人把船系好说水高了", "div summary", 0, Role.LEAD),
        ("海湾手记", "span source", 0, Role.SOURCE_NOTE), ("审核 江帆", "", 0, Role.SOURCE_NOTE),
        ("海湾日报", "", 0, Role.SOURCE_NOTE),
        ("渡口的老人已经把船系好，说今天的水比昨天高了半尺，要多等一会儿才能过江，大家都在等。", "", 0, Role.LEAD),
        ("渡口", "", 0, None),
    ],
)  # fmt: skip
def test_what_a_line_under_a_headline_is(text: str, names: str, level: int, role: Role | None) -> None:
    """The first rule that fits; headings of the content's own level are its subheads."""
    known = About(kicker="历时三年", deck="七百人走过江面")
    assert role_of(text, Draft([Run(text)], level=level), names, {"h2"}, known) is role
