"""What a site prints below a title is a note of its source, a date or furniture, and neither a title nor text."""

from time import process_time

import pytest

from converter.model import Line
from converter.structure.prose.stamps import stamps


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年5月6日 10:23 来源：海湾网", "source_note"),
        ("2024-05-06 10:23:11　來源：海灣日報", "source_note"),
        ("时间：2024年05月06日10:23　作者：柏青禾　来源：海湾网", "source_note"),
        ("文章来源：海湾网　发布日期：2024-05-06　浏览次数：233", "source_note"),
        ("2024年05月06日 10:23 海湾新闻网", "source_note"),
        ("2024/05/06 10:23 海灣財經台", "source_note"),
        ("2024-05-06 10:23 | 柏青禾 | 海湾网", "source_note"),
        ("2024-05-06 06:42　来源：海湾晨报　作者：见习记者 柏青禾　通讯员 江帆", "source_note"),
        ("發布時間：2024/05/06 10:23　記者：柏青禾、江帆／渡口報導", "source_note"),
        ("来源：海湾网 2024年5月6日 编辑：柏青禾 江帆 校对：石守", "source_note"),
        ("2024-05-06 08:00 来源：海湾网 渡口银号今日开业 市民排队", None),
        ("更新時間：2024/05/06 10:23", "dateline"),
        ("最新更新：09:30", "dateline"),
        ("字号：大 中 小", "furniture"),
        ("放大 缩小 默认", "furniture"),
        ("字體大小 小 中 大", "furniture"),
        ("阅读 1234 评论 5", "furniture"),
        ("点击数：1.2万次 打印 关闭", "furniture"),
        ("2024-05-06 10:23", None),
        ("2024年5月6日 10:23 渡口银号开业", None),
        ("記者：柏青禾、江一帆", None),
        ("来源：海湾网", None),
        ("时间", None),
        ("大中小", None),
        ("2024年5月6日10:23，来源：海湾网。银号开业了。", None),
    ],
)
def test_stamps(text: str, expected: str | None) -> None:
    """A whole line of labels with what they tell, in both scripts; a date or a name alone is the search's."""
    found = stamps([Line(text, 0, len(text), 1)], [0])
    assert [told.role.value for told in found] == [expected] * bool(expected)


def test_rows_of_labels_in_linear_time() -> None:
    """发布时间 is one label, and it is two: a line of twenty could be told apart in a million ways."""
    texts = ["发布时间" * 22 + "x:", "發布時間" * 22 + "x:", "打印本页打印" * 14 + "x:"]
    began = process_time()
    assert stamps([Line(text, 0, len(text), 1) for text in texts], range(len(texts))) == []
    assert process_time() - began < 2
