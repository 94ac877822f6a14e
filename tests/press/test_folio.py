"""What a folio line tells."""

import pytest

from converter.model import Metadata
from converter.press.folio import read_folio


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "海州日报 2021年3月5日 星期五 第05版：要闻",
            Metadata(paper="海州日报", date="2021-03-05", page="05", page_name="要闻"),
        ),
        (
            "05  民生  2024年3月25日  星期一  海州日报",
            Metadata(paper="海州日报", date="2024-03-25", page="05", page_name="民生"),
        ),
        ("海州日报  2024年5月16日  今日16版", Metadata(paper="海州日报", date="2024-05-16", page_count="16")),
        ("海州日报 第12345号 今日八版", Metadata(paper="海州日报", number="12345", page_count="8")),
        ("2024年第5期 总第１２３期 03版", Metadata(page="03", number="123")),
        ("第十二版 副刊", Metadata(page="十二", page_name="副刊")),
        ("維港晚報　2019.11.7　A3 港聞", Metadata(paper="維港晚報", date="2019-11-07", page="A3", page_name="港聞")),
        ("海州新報　中華民國二十四年四月十一日　第三版", Metadata(paper="海州新報", date="1935-04-11", page="三")),
        ("二〇二一年十二月二十五日", Metadata(date="2021-12-25")),
        ("２０２０年１月２日 ８版", Metadata(date="2020-01-02", page="８")),
        ("2021年2月30日", Metadata()),
        ("晴转多云", Metadata()),
    ],
)
def test_read_folio(text: str, expected: Metadata) -> None:
    """Paper, date, page number and page name are read where the line has them."""
    assert read_folio(text) == expected
