"""The edges of an article's content: a lead at its head, editors and sources at its foot, the site's own after them."""

from __future__ import annotations

from collections.abc import Iterable

from lxml.html import HtmlElement

from converter.model import Form, Role, Run
from converter.press.dates import has_date
from converter.press.sites import is_list_title
from converter.readers.html import wording
from converter.readers.html.draft import Draft
from converter.readers.html.head import LEAD, info_of, set_apart
from converter.readers.html.lines import Walker
from converter.readers.html.tree import named


def foot_lines(walker: Walker, parts: Iterable[HtmlElement]) -> list[Draft]:
    """The lines below the content that say who edited the article and whence it is."""
    found: list[Draft] = []
    for part in parts:
        set_apart(part)
        for draft in Walker(walker.pictures).read(part):
            text = info_of(draft)
            if is_foot(text) and not is_list_title(text) and not draft.is_link:
                found.append(Draft([Run(text)], Role.SOURCE_NOTE))
    return found


def is_foot(text: str) -> bool:
    """Whether a line says who edited the article or whence it is."""
    return wording.foot().match(text) is not None


def without_end(body: list[Draft]) -> list[Draft]:
    """The content's lines without buttons at the end, and without the site's words after the line of the editor."""
    end = len(body)
    while end and _is_tool(body[end - 1]):
        end -= 1
    body = body[:end]
    sizes = [len(draft.text) for draft in body]
    edited = next((n for n, draft in enumerate(body) if wording.editor().match(draft.text)), end)
    if sum(sizes[edited:]) > 0.2 * sum(sizes):
        return body
    return body[: edited + 1] + [d for d in body[edited + 1 :] if is_foot(d.text) or d.form is Form.NOTE]


def _is_tool(draft: Draft) -> bool:
    """Whether a line is nothing but buttons."""
    return not draft.level and not draft.is_picture and not info_of(draft)


def set_edges(body: list[Draft]) -> None:
    """Give lines at the head of the content that their elements call a lead that role, and those at its end theirs."""
    for draft in body[:2]:
        names = "" if draft.element is None else named(draft.element)
        if draft.role is None and len(draft.text) > 12 and LEAD.search(names):
            draft.role = Role.LEAD
    for draft in body[-4:]:
        if draft.role is None and is_foot(draft.text) and "作者" not in draft.text:
            draft.role = Role.SOURCE_NOTE


def is_info(text: str, dated: bool) -> bool:
    """Whether a short block tells who edited the article, or with ``dated``, when it is from."""
    return is_foot(text) or dated and has_date(text) and "。" not in text
