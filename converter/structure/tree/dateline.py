"""The dateline at a paragraph's head (电头), with who sent it in brackets: 本报讯, 新华社北京3月24日电, 【…專訊】."""

from __future__ import annotations

import re

from converter.model import Mark, Run
from converter.press.marks import LETTER

_AGENCY = rf"(?:新[华華]社|中新社[网網]?|中新[网網]|中央社|法新社|路透社|美[联聯]社|{LETTER}{{1,4}}通[讯訊]社)"
_DATELINE = re.compile(
    "[◎●○]?(?:"
    # 本报讯, 本报北京3月24日电; 据新华社北京3月24日电; 江海晨报讯
    r"本[报報台臺社][^。，：:！？“「\s]{0,14}?(?:[讯訊电電]|消息)"
    rf"|(?:据|據)?{_AGENCY}[^。，！？“「]{{0,24}}?[电電]"
    rf"|{LETTER}{{1,7}}[报報都网網社视視][讯訊](?=[ \u3000（(])"
    # ◎北港電; 【海灣日報專訊】, （槟湾12日讯）, 〔記者…／台北報導〕, 【…5月24日报道】
    rf"|(?<=[◎●○]){LETTER}{{1,6}}[电電](?=[ \u3000])"
    r"|[〔【\[（(][^〔【\[（(〕】\]）)。，！？]{0,40}(?:[讯訊电電]|消息|[报報][导導道]|刊[0-9]{1,2}月[号號])[〕】\]）)]"
    r")"
    # 記者某某報道：, （记者某某 通讯员某某）
    rf"(?:[记記]者(?:{LETTER}| ){{2,12}}[报報][道導导][：:])?"
    r"(?:\s*[（(][^（）()。]{0,8}(?:[记記]者|通[讯訊][员員])[^（）()。]{1,40}[）)])?"
)


def with_dateline(text: str) -> tuple[Run, ...]:
    """A paragraph's text with the dateline at its head, if it has one, as a run of its own."""
    found = _DATELINE.match(text)
    if not found:
        return (Run(text),)
    rest = text[found.end() :]
    return (Run(found[0], Mark.DATELINE), Run(rest)) if rest else (Run(text, Mark.DATELINE),)
