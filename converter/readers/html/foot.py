"""The edges of an article's content: a lead at its head, editors and sources at its foot, what is the site's after them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from converter.model import Form, Role, Run
from converter.press.dates import has_date
from converter.readers.html.draft import Draft
from converter.readers.html.furniture import LIST_TITLE
from converter.readers.html.head import LEAD, info_of, set_apart
from converter.readers.html.lines import Walker
from converter.readers.html.tree import named

_EDITOR = re.compile(r"[（(【\[\s]*(?:责任编辑|責任編輯|责编|責編)\s*[：:]")
_FOOT = re.compile(
    r"^[（(【\[\s]*(?:责任?编[辑]?|責任?編[輯]?|编辑|編輯|图片编辑|美编|校对|校對|审核|審核|终审|值班|监制|監製|策划|来源|來源|稿源|作者(?!最新)|原标题|原標題|本文来源)[^。]{0,60}$"
)


def foot_lines(walker: Walker, parts: Iterable[HtmlElement]) -> list[Draft]:
    """The lines below the content that say who edited the article and whence it is."""
    found: list[Draft] = []
    for part in parts:
        set_apart(part)
        for draft in Walker(walker.pictures).read(part):
            text = info_of(draft)
            if _FOOT.match(text) and not LIST_TITLE.fullmatch(text) and not draft.is_link:
                found.append(Draft([Run(text)], Role.SOURCE_NOTE))
    return found


def without_end(body: list[Draft]) -> list[Draft]:
    """The content's lines without buttons at the end, and without the site's own words after the line that names the editor."""
    end = len(body)
    while end and not body[end - 1].level and not body[end - 1].is_picture and not info_of(body[end - 1]):
        end -= 1
    sizes = [len(draft.text) for draft in body[:end]]
    edited = next((n for n, draft in enumerate(body[:end]) if _EDITOR.match(draft.text)), end)
    if sum(sizes[edited:]) > 0.2 * sum(sizes):
        return body[:end]
    return body[: edited + 1] + [
        draft for draft in body[edited + 1 : end] if _FOOT.match(draft.text) or draft.form is Form.NOTE
    ]


def set_edges(body: list[Draft]) -> None:
    """Give the lines at the head of the content that their elements call a lead that role, and those at its end theirs."""
    for draft in body[:2]:
        if (
            draft.role is None
            and len(draft.text) > 12
            and draft.element is not None
            and LEAD.search(named(draft.element))
        ):
            draft.role = Role.LEAD
    for draft in body[-4:]:
        if draft.role is None and _FOOT.match(draft.text) and "作者" not in draft.text:
            draft.role = Role.SOURCE_NOTE


def is_info(text: str, dated: bool) -> bool:
    """Whether a short block tells who edited the article, or with ``dated``, when it is from."""
    return _FOOT.match(text) is not None or dated and has_date(text) and "。" not in text
