"""The dateline at a paragraph's head (电头), with who sent it in brackets: 本报讯, 新华社北京3月24日电, 【…專訊】."""

from __future__ import annotations

from converter.model import Mark, Run
from converter.press.lexicon import pattern
from converter.press.marks import LETTER
from converter.press.numbers import DIGIT, HAN_NUMBER

_AGENCY = rf"(?:<agency>|{LETTER}{{1,4}}<agency ends>)"
_DAY = f"(?:[{DIGIT}{HAN_NUMBER}]{{1,3}}月)?[{DIGIT}{HAN_NUMBER}]{{1,3}}日"
_DATELINE = pattern(
    __package__,
    "dateline",
    "[◎●○]?(?:"
    # 本报讯, 本报北京3月24日电; 据新华社北京3月24日电; 江海晨报讯, 海州网消息（晚间新闻）：, 海州网北港3月24日电
    r"<ours>[^。，：:！？“「\s]{0,14}?<message>"
    rf"|<after>?{_AGENCY}[^。，！？“「]{{0,24}}?<telegram>"
    rf"|{LETTER}{{1,10}}?<medium>(?:<word>|(?:{LETTER}{{0,8}}?{_DAY})(?:<word>|<telegram>))(?=[ \u3000（(：:])"
    # ◎北港電; 【海灣日報專訊】, （槟湾12日讯）, 〔記者…／台北報導〕, 【…5月24日报道】
    rf"|(?<=[◎●○]){LETTER}{{1,6}}<telegram>(?=[ \u3000])"
    r"|[〔【\[（(][^〔【\[（(〕】\]）)。，！？]{0,40}(?:<message>|<report>|刊[0-9]{1,2}月<issue>)[〕】\]）)]"
    r")"
    # 記者某某報道：, （记者某某 通讯员某某）
    rf"(?:<who>(?:{LETTER}| ){{2,12}}<report>[：:])?"
    r"(?:\s*[（(][^（）()。]{0,8}<who else>[^（）()。]{1,40}[）)]|[（(][^（）()。]{1,16}[）)](?=[：: \u3000]))?",
)


def with_dateline(text: str) -> tuple[Run, ...]:
    """A paragraph's text with the dateline at its head, if it has one, as a run of its own."""
    found = _DATELINE.match(text)
    if not found:
        return (Run(text),)
    rest = text[found.end() :]
    return (Run(found[0], Mark.DATELINE), Run(rest)) if rest else (Run(text, Mark.DATELINE),)


def is_dateline(text: str) -> bool:
    """Whether a line is a dateline and nothing else."""
    found = _DATELINE.match(text)
    return found is not None and found.end() == len(text)
