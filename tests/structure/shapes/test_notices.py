"""A notice's letterhead and number head no story; its title does, over as many lines as it has."""

from __future__ import annotations

import pytest

from converter.readers.text import source_of
from converter.structure.shapes.notices import ends_a_title, title_over_lines, with_judgment, with_notice

TITLES = {
    "one line": ("窑头县水利局关于做好春灌工作的通知",),
    "two lines": ("窑头县水利局关于印发", "《春灌用水办法》的通知"),
    "traditional": ("窯頭縣水利局關於印發", "《春灌用水辦法》的通知（試行）"),
    "three lines": ("窑头县水利局", "关于做好春灌工作和水库安全检查", "有关事项的通报"),
}


def told(*lines: str) -> list[tuple[str | None, str | None]]:
    """Role and opening of each line."""
    return [(line.role, line.opens) for line in with_notice(source_of("\n\n".join(lines)).lines)]


@pytest.mark.parametrize(
    "number", ["窑水发〔2024〕3号", "窯水發﹝2024﹞3號".replace("﹝", "［").replace("﹞", "］"), "〔2024〕 12号"]
)
@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_the_head_of_a_notice(title: tuple[str, ...], number: str) -> None:
    """Letterhead and number are folio lines, the title one headline; the offices that it is sent to are left."""
    assert told("窑头县水利局文件", number, *title, "各乡镇：", "春灌在即。") == [
        ("folio", "block"),
        ("folio", "block"),
        ("headline", "article"),
        *[("headline", "line")] * (len(title) - 1),
        (None, None),
        (None, None),
    ]


@pytest.mark.parametrize("number", ["公告编号：2024-018", "證券代碼：600000　證券簡稱：渡口　公告編號：臨2024—018"])
def test_the_head_of_a_companys_announcement(number: str) -> None:
    """Its number stands behind a label, above the company and the title."""
    expected = [("folio", "block"), ("headline", "article"), ("headline", "line"), (None, None)]
    assert told(number, "渡口航运股份有限公司", "关于召开股东大会的通知", "董事会保证内容真实。") == expected


@pytest.mark.parametrize(
    "lines",
    [
        ("窑头县水利局文件", "关于春灌的通知"),  # no number
        ("窑水发〔2024〕3号", "春灌在即，水库放水。", "水渠通知"),  # a sentence before the kind
        ("窑水发〔2024〕3号", "春灌在即", "各乡镇："),  # no kind of notice
        ("春灌", "窑水发〔2024〕3号文件说，要节水的通知", "通知"),  # a number inside a sentence
    ],
)
def test_what_is_no_head_of_a_notice(lines: tuple[str, ...]) -> None:
    """Without a number, and a title right below it, the search reads the lines."""
    assert told(*lines) == [(None, None)] * len(lines)


@pytest.mark.parametrize(
    ("above", "text", "expected"),
    [
        ("窑头县水利局关于印发", "《春灌办法》的通知", "窑头县水利局关于印发《春灌办法》的通知"),
        ("窯頭縣人民政府", "關於公布渡口名單的公告", "窯頭縣人民政府關於公布渡口名單的公告"),
        ("窑头县水利局文件", "关于春灌的通知", "关于春灌的通知"),
        ("春灌在即。", "窑头县水利局关于春灌的通知", "窑头县水利局关于春灌的通知"),
        ("水渠", "通知", None),
        ("关于春灌，大家注意：", "放水的通知", None),
        ("", "春灌在即", None),
    ],
)
def test_a_title_over_two_lines(above: str, text: str, expected: str | None) -> None:
    """The line above is of the title where it has the matter, or the office and no more."""
    assert title_over_lines(above, text) == expected


@pytest.mark.parametrize(("text", "expected"), [("的通知", True), ("的規定（試行）", True), ("通知说", False)])
def test_how_titles_of_notices_end(text: str, expected: bool) -> None:
    """In the kind of notice, and what is said of it in brackets."""
    assert ends_a_title(text) is expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (("海州市人民法院", "民事判决书", "（2021）海0203民初1187号"), ["kicker", "headline", None]),
        (("（2021）海0203民初1187号", "海州市人民法院", "民事裁定书"), ["folio", "kicker", "headline"]),
        (("臺灣海東地方法院民事判決", "112年度訴字第345號"), ["headline", None]),
        (("臺灣海東地方法院刑事裁定　112年度聲字第9號",), ["headline"]),
        (("海州市劳动人事争议仲裁委员会", "仲裁裁决书"), ["kicker", "headline"]),
        (("一份判决书", "判决书送到的那天下着雨。"), [None, None]),
        (("民事判决书", "怎样写民事判决书？"), [None, None]),
        (("法院来了新人", "他写的第一份判决书很短。"), [None, None]),
    ],
)
def test_the_head_of_a_judgment(head: tuple[str, ...], expected: list[str | None]) -> None:
    """Its kind is the headline, whatever stands above and below; a text about judgments has none."""
    lines = with_judgment(source_of("\n".join([*head, "原告：某甲，住石桥镇。", "本院认为，合同有效。"])).lines)
    assert [line.role for line in lines[: len(head)]] == expected
