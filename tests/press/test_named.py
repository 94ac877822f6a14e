"""Whom a block names, and what each of them did."""

from __future__ import annotations

import pytest

from converter.model import Block, Role, Run
from converter.press.named import named, signed_by

CASES = """
byline       林小满                          林小满 aut
byline       本报记者 周砚青 柳 溪              周砚青 aut, 柳溪 aut
byline       本报驻青屿记者周砚青                周砚青 aut
byline       记者 周砚青 通讯员 柳　溪 文/图      周砚青 aut, 周砚青 pht, 柳溪 aut, 柳溪 pht
byline       文/图 方知秋                     方知秋 aut, 方知秋 pht
byline       文/本报记者 卫 岚 图/陆闻笛         卫岚 aut, 陆闻笛 pht
byline       圖／雷子鋒                       雷子鋒 pht
byline       本报记者 林小满 摄影报道            林小满 aut, 林小满 pht
byline       【本報記者林小滿報導】              林小滿 aut
byline       □ 作者：林小满、方知秋              林小满 aut, 方知秋 aut
byline       南湾农业科学院研究员 茅以宁          茅以宁 aut
byline       南湾市文化馆调研组                 南湾市文化馆调研组 aut
byline       本报评论员                       本报评论员 aut
byline       作者：南湾市文化馆                南湾市文化馆 aut
byline       综合报道                         nobody
byline       来源：南湾日报                   nobody
caption      南湾码头。本报记者 方知秋 摄         方知秋 pht
caption      灯塔下的黄昏。（均为凌  霄摄）        凌霄 pht
caption      票根。（圖／記者沈育安攝）           沈育安 pht
caption      灯塔，方知秋摄                   方知秋 pht
caption      灯塔。摄：方知秋/南湾传媒         方知秋 pht
caption      林小满（左）与卫岚 方知秋摄       方知秋 pht
caption      林小满摄：方知秋                 方知秋 pht
caption      灯塔。圖/南灣公司提供            nobody
caption      图为市民在拍摄                     nobody
caption      晾晒的渔网。（资料图片）             nobody
credit       凌  霄摄（南湾视觉）               凌霄 pht
credit       摄影：柳　溪                      柳溪 pht
credit       林小满 文 方知秋 摄               林小满 aut, 方知秋 pht
credit       本报记者 方知秋供图               nobody
column_note  本版责编：高  远 美编：柳溪          高远 edt
column_note  本版编辑 林小满 版式设计 方知秋      林小满 edt
column_note  本版邮箱：a@b.example             nobody
source_note  責任編輯：衛嵐                     衛嵐 edt
source_note  来源：南湾网 作者：林小满 编辑：卫岚   卫岚 edt
paragraph    林小满说。                       nobody
"""


@pytest.mark.parametrize("case", [line.split(maxsplit=1) for line in CASES.strip().splitlines()], ids=lambda c: c[1])
def test_people_of_a_line(case: list[str]) -> None:
    """A line of that role names these people, for this."""
    role, (text, _, expected) = case[0], case[1].rpartition("  ")
    found = ", ".join(f"{name} {what}" for name, what in named(Role(role), text.strip()))
    assert expected.strip() == (found or "nobody")


def test_bylines_alone_sign() -> None:
    """Each author once, in the order of the lines; whom a caption credits signs nothing."""
    said = [
        (Role.CAPTION, "灯塔。柳溪 文 方知秋 摄"),
        (Role.BYLINE, "本报记者 林小满 文 卫岚 摄"),
        (Role.BYLINE, "林小满"),
    ]
    blocks = [Block(role, (Run(text),)) for role, text in said]
    assert (signed_by(blocks, "aut"), signed_by(blocks, "pht", "aut")) == (("林小满",), ("林小满", "卫岚"))
