"""The roles of an article's lines that its mark-up and its pictures tell; the others are left to the detector."""

from __future__ import annotations

import re
from dataclasses import replace

from converter.model import Mark, Opens, Role
from converter.press.marks import HAN, SENTENCE_ENDS
from converter.readers.html.draft import Draft


def set_roles(drafts: list[Draft]) -> None:
    """The levels of headings as depths, no level left out; captions under pictures; bold lines as subheads."""
    levels = sorted({draft.level for draft in drafts if draft.level})
    bold = [draft.role is None and _is_bold_line(draft) for draft in drafts]
    for number, draft in enumerate(drafts):
        above = drafts[number - 1] if number else None
        if draft.level:
            draft.depth = levels.index(draft.level) + 1
        elif draft.role is None and above and above.is_picture and _is_caption(draft, bold[number]):
            draft.role, draft.opens = Role.CAPTION, Opens.BLOCK
        elif bold[number] and not any(bold[max(0, number - 1) : number] + bold[number + 1 : number + 2]):
            draft.role, draft.depth = Role.SUBHEAD, 1
            draft.runs = [replace(run, mark=None) for run in draft.runs]
        elif (
            draft.role is None
            and draft.opens is Opens.BLOCK
            and _is_paragraph(draft.text, bool(above and above.is_picture))
        ):
            draft.role = Role.PARAGRAPH


def pin_body(drafts: list[Draft]) -> None:
    """The lines of a story that has headings are its paragraphs, but for what at its edges may be a byline or a note."""
    edge = [draft.role is Role.HEADLINE for draft in drafts] + [True]
    for number, draft in enumerate(drafts):
        one_of_many = any(near.broken for near in drafts[number : number + 2])  # lines with a <br> between them
        at_edge = any(edge[max(0, number - 3) : number + 3])
        told = at_edge and (_AT_EDGE.search(draft.text) or not one_of_many and _NAME.fullmatch(draft.text))
        if draft.role is None and draft.opens is Opens.BLOCK and not told:
            draft.role = Role.PARAGRAPH


def _is_paragraph(text: str, under_picture: bool) -> bool:
    """Whether a line is running text for certain; under a picture it has to be longer."""
    whole = (
        _SENTENCE.fullmatch(text)
        and len(text) >= (_LONG if under_picture else _SHORT)
        and not _NO_PARAGRAPH.search(text)
    )
    return bool(whole or _GOES_ON.search(text))


_CREDIT = re.compile(
    r"^(?:图片来源|圖片來源|图源|图片提供|供图|摄影|攝影|图[：:/／]|来源)|来源[：:]|來源[：:]|责任编辑|責任編輯|作者[：:]"
)
_GOES_ON = re.compile(r"[：:]$|^附件")
_SENTENCE = re.compile(rf"[^（(【\[].*[{SENTENCE_ENDS}]", re.DOTALL)
_SHORT, _LONG = 18, 30
_AT_EDGE = re.compile(
    r"记者|記者|作者|通讯员|通訊員|文[/／]|摄$|攝$|来源|來源|编辑|編輯|责编|編者|编者|(?:19|20)\d\d[年/-]|本[报報]|[电電]$|^[（(].*[）)]$|^——"
)
_NAME = re.compile(rf"[{HAN}·\s]{{2,8}}")
_NO_PARAGRAPH = re.compile(
    r"原标题|原標題|责任编辑|責任編輯|责编|来源[：:]|來源[：:]|编者按|編者按|摄[）)。]|图为|圖為|^本文"
)


def _is_caption(draft: Draft, bold: bool) -> bool:
    """Whether a line right under a picture says what it shows: it goes on in the picture's own element, or is short."""
    if _CREDIT.search(draft.text):
        return False
    if draft.centred or draft.broken and not bold:
        return len(draft.text) <= 120
    return not bold and len(draft.text) <= (20 if draft.text[-1] == "。" else 40) and draft.text[-1] not in "！？：；…”"


_NO_SUBHEAD = re.compile(r"记者|記者|通讯员|通訊員|编辑|編輯|作者|来源|來源|摄|攝|图|圖|[。！？；：，…]$")


def _is_bold_line(draft: Draft) -> bool:
    """Whether a line on its own is strong from end to end and short: a subhead that has no element of its own."""
    strong = all(run.mark is Mark.STRONG or not run.text.strip() for run in draft.runs)
    return strong and len(draft.text) <= 30 and not _NO_SUBHEAD.search(draft.text)
