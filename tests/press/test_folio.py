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
        (
            "海州日報 第二頁 昭和十二年五月十六日 日曜日",
            Metadata(paper="海州日報", date="1937-05-16", page="2"),
        ),
        ("海州日報 民國三十七年五月十六日 第一張", Metadata(paper="海州日報", date="1948-05-16", page="1")),
        ("海州日報 民國三十七年五月十六日 第二張第三頁", Metadata(paper="海州日報", date="1948-05-16", page="3")),
        ("海州日報 第二張 大正十年三月四日 第六版", Metadata(paper="海州日報", date="1921-03-04", page="6")),
        ("海州日报 西历一九四八年五月十六日 第１２页", Metadata(paper="海州日报", date="1948-05-16", page="12")),
        ("光緒三十四年 第二版", Metadata(date="1908", page="2")),
        ("民國卅七年 第三版 副刊", Metadata(date="1948", page="3", page_name="副刊")),
        ("2024年 第三版", Metadata(page="3")),
        ("滿洲國康德四年七月八日 第三版", Metadata(date="1937-07-08", page="3")),
        ("第十二版 副刊", Metadata(page="12", page_name="副刊")),
        ("維港晚報　2019.11.7　A1　頭版", Metadata(paper="維港晚報", date="2019-11-07", page="A1")),
        ("維港晚報　2019.11.7　頭版", Metadata(paper="維港晚報", date="2019-11-07", page="1")),
        ("維港晚報　2019.11.7　A3 港聞", Metadata(paper="維港晚報", date="2019-11-07", page="A3", page_name="港聞")),
        ("海州新報　中華民國二十四年四月十一日　第三版", Metadata(paper="海州新報", date="1935-04-11", page="3")),
        ("二〇二一年十二月二十五日", Metadata(date="2021-12-25")),
        ("２０２０年１月２日 ８版", Metadata(date="2020-01-02", page="8")),
        ("民國三十七年五月十六日 星期日 第三版", Metadata(date="1948-05-16", page="3")),
        (
            "海灣時報 大清光緒三十四年四月十七日 禮拜六 第二版",
            Metadata(paper="海灣時報", date="1908", page="2"),
        ),
        (
            "光緒三十四年四月十七日 西曆一千九百零八年五月十六號 第二版 論說",
            Metadata(date="1908-05-16", page="2", page_name="論說"),
        ),
        ("民國三十七年五月十六日 農曆四月初八日 第三版", Metadata(date="1948-05-16", page="3")),
        ("2024年5月16日 农历甲辰年四月初九 第02版 综合", Metadata(date="2024-05-16", page="02", page_name="综合")),
        ("昭和十二年七月八日 木曜日 第五版", Metadata(date="1937-07-08", page="5")),
        ("中華民國三十七年五月十六日 第一張第三版 每份售二角", Metadata(date="1948-05-16", page="3")),
        ("五月廿六日 星期四 第二版", Metadata(page="2")),
        ("１９９８年５月６日 第Ａ３版", Metadata(date="1998-05-06", page="A3")),
        ("海湾日报 A叠03版 经济", Metadata(paper="海湾日报", page="A03", page_name="经济")),
        ("頭版 海灣時報 2024-05-16", Metadata(paper="海灣時報", date="2024-05-16", page="1")),
        ("第05版：国际·经济", Metadata(page="05", page_name="国际·经济")),
        ("海湾周刊 总第一百二十三期", Metadata(paper="海湾周刊", number="123")),
        (f"第{'1' * 5000}号", Metadata()),
        ("2021年2月30日", Metadata()),
        ("晴转多云", Metadata()),
    ],
)
def test_read_folio(text: str, expected: Metadata) -> None:
    """Paper, date, page number and page name are read where the line has them."""
    assert read_folio(text) == expected
