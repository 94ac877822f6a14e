"""Datelines at a paragraph's head, as papers of many places set them."""

import pytest

from converter.model import Mark, Run
from converter.structure.tree.dateline import with_dateline

REST = "昨日，渡轮恢复通航。"
DATELINES = (
    "本报讯",
    "本报讯（记者周砚青）",
    "本报海州3月24日电  （记者周砚青、柳溪）",
    "据新华社海州3月24日电",
    "【本報訊】",
    "〔記者柳溪／海州報導〕",
    "（中央社記者柳溪海州24日電）",
    "江海晨报讯（通讯员 岳校轩 记者 单小鱼）",
    "香江文報訊（記者 幸詠嵐）",
    "【海灣日報專訊】",
    "【雲台公報訊】記者池俊賢報道：",
    "【本報消息】",
    "（槟湾12日讯）",
    "【国际参考网5月24日报道】",
    "【英国《学习与记忆》双月刊5月号】",
    "海州新闻网6月3日讯（记者柳溪）",
)
OF_A_SITE = (
    "海州网消息（晚间新闻）",
    "据海州电视台消息",
    "雲台社訊",
    "海州网北港6月3日电",
    "海州日报客户端消息",
    "江海晨报三日讯",
)


@pytest.mark.parametrize("mark", DATELINES)
def test_a_dateline_is_a_run_of_its_own(mark: str) -> None:
    """The mark ends where the message begins."""
    assert with_dateline(mark + REST) == (Run(mark, Mark.DATELINE), Run(REST))


@pytest.mark.parametrize("mark", ["岭都讯", "◎北港電"])
def test_a_mark_set_off_by_a_space(mark: str) -> None:
    """A bare mark is one only where a space sets it off."""
    assert with_dateline(f"{mark}　{REST}") == (Run(mark, Mark.DATELINE), Run(f"　{REST}"))


@pytest.mark.parametrize("mark", OF_A_SITE)
@pytest.mark.parametrize("behind", ["：", "　"])
def test_a_mark_of_a_house(mark: str, behind: str) -> None:
    """Stations and sites set their names before what they send, with a colon or a space behind."""
    assert with_dateline(f"{mark}{behind}{REST}") == (Run(mark, Mark.DATELINE), Run(behind + REST))


@pytest.mark.parametrize(
    "text",
    [
        "海州报社记者来电：渡轮停航。",
        "晚报的好消息 渡轮复航。",
        "据都市报讯问后报道，渡轮停航。",
        "（备注）渡轮停航。",
        "本报在此致歉。",
        "【案件編號】渡輪停航。",
    ],
)
def test_text_that_only_begins_alike_is_text(text: str) -> None:
    """Nothing is marked where no message is announced."""
    assert with_dateline(text) == (Run(text),)
