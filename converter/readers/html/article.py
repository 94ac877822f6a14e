"""The article of a site's page → its lines: the head above it, its content, and the notes at its foot."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from lxml.html import HtmlElement

from converter.model import Opens, Role, Run
from converter.press.dates import has_date
from converter.press.marks import LETTER, SENTENCE_ENDS
from converter.readers.html import foot as html_foot
from converter.readers.html import head as html_head
from converter.readers.html import headline as html_headline
from converter.readers.html.about import About
from converter.readers.html.authors import names_in
from converter.readers.html.clear import clear
from converter.readers.html.draft import Draft
from converter.readers.html.furniture import is_line, without_links_at_end
from converter.readers.html.learn import learn
from converter.readers.html.lines import Walker
from converter.readers.html.pictures import Pictures
from converter.readers.html.roles import set_roles
from converter.readers.html.runs import tidy
from converter.readers.html.tree import HEADINGS, Amounts, named, squeezed, words

_LABEL = re.compile("^(?:原创|原創|转载|獨家|独家|图集|视频|快讯|置顶)\\s*")
_RUBRIC = re.compile(r"^[\[【［][^\]】］]{1,8}[\]】］]\s*")
_BACK = re.compile(rf"返回{LETTER}{{2,6}}(?:首页[>＞»\s]*|，查看更多)$")
_CORRECT = re.compile(r"[【\[](?:纠错|打印|关闭|收藏)[】\]]\s*")


def article(root: HtmlElement, content: HtmlElement, known: About, pictures: Pictures, amounts: Amounts) -> list[Draft]:
    """The lines of the article on a site's page: its head, then its content."""
    headline = html_headline.headline_of(root, content, known, amounts)
    inside = headline is not None and content in headline.iterancestors()
    tags = {e.tag for e in content.iter(*HEADINGS) if e is not headline}
    walker = Walker(pictures)
    over: list[Draft] = []
    head: list[Draft] = []
    kicker = html_headline.kicker_of(headline, known) if headline is not None else None
    title = _title(headline, known)
    if headline is not None and not inside:
        parts = (e for e in html_headline.above(headline, amounts) if e is not kicker)
        over = html_head.lines_above(walker, parts, known)
        head = html_head.head_lines(walker, html_headline.between(headline, content), title, tags, known)
    foot = html_foot.foot_lines(walker, html_headline.under(content, amounts))
    known.next_page = html_headline.next_page(content)
    clear(content, amounts)
    for block in content.iter("div", "p", "header"):
        if amounts.of(block) <= html_headline.LONGEST_INFO and html_foot.is_info(words(block), inside):
            html_head.set_apart(block)
    body = [draft for draft in map(_mended, walker.read(content)) if not is_line(draft)]
    body = _body(html_foot.without_end(without_links_at_end(body)), headline, kicker, title, inside, head, known)
    html_foot.set_edges(body)
    told = {squeezed(draft.text) for draft in (*head, *body[-4:])}
    body += [draft for draft in foot if squeezed(draft.text) not in told]
    known_roles = {draft.role for draft in head}
    head = [*(draft for draft in over if draft.role not in known_roles), *head]
    top = [draft for draft in head if draft.role is Role.FOLIO]
    if kicker is not None:
        top += [Draft(tidy([Run(words(kicker))]), Role.KICKER, opens=Opens.ARTICLE)]
    if title:
        opens = Opens.BLOCK if kicker is not None else Opens.ARTICLE
        top += [Draft(tidy([Run(title)]), Role.HEADLINE, opens=opens)]
    learn(known, title, [*top, *head], body, root)
    known.source = known.source or html_head.source_named(root, content, amounts)
    known.author = known.author or html_head.author_named(root, content, amounts)
    drafts = [*top, *(draft for draft in head if draft.role is not Role.FOLIO), *body]
    set_roles(drafts)
    return drafts


def _title(headline: HtmlElement | None, known: About) -> str:
    """The headline's text, without a label or rubric before it (原创, [游记]) that the page's own title has not."""
    title = words(headline) if headline is not None else known.title
    bare = _LABEL.sub("", title)
    bare = _RUBRIC.sub("", title) if bare == title else bare
    return bare if known.title.startswith(bare) and not known.title.startswith(title) else title


def _mended(draft: Draft) -> Draft:
    """The line without the words of a site's that stand in it."""
    last = draft.runs[-1]
    if last.image is None and (found := _BACK.search(last.text)):
        draft.runs[-1] = replace(last, text=last.text[: found.start()])
    if len(draft.runs) == 1:
        draft.runs = [replace(draft.runs[0], text=_CORRECT.sub("", draft.text))]
    return draft


def _body(
    drafts: list[Draft],
    headline: HtmlElement | None,
    kicker: HtmlElement | None,
    title: str,
    inside: bool,
    head: list[Draft],
    known: About,
) -> list[Draft]:
    """The content's lines without the headline, which stands at the head; what is above it in the content goes too."""
    if inside and headline is not None:
        within = set(headline.iter())
        within |= set(takewhile(lambda above: words(above) == title, headline.iterancestors()))
        place = next((n for n, draft in enumerate(drafts) if draft.element in within), -1)
        under = [piece for draft in drafts[place + 1 :] for piece in html_head.apart(draft)]
        tags = {f"h{draft.level}" for draft in under[4:] if draft.level}
        signed = any(
            draft.form and html_head.role_of(draft.text, draft, "", tags, known) is Role.BYLINE for draft in under[:3]
        )
        count = 0
        shown: list[Draft] = []
        for draft in under:
            text = html_head.info_of(draft)
            names = "" if draft.element is None else named(draft.element)
            role = html_head.role_of(text, draft, names, tags, known) if text else None
            role = role or (Role.BYLINE if draft.form and signed and len(text) <= 16 and names_in(text) else None)
            if Role.CAPTION in (draft.role, role):
                shown.append(replace(draft, role=Role.CAPTION))
            elif text and (role is None or role is Role.LEAD) or len(head) > 5:
                break
            elif text and role:
                head.append(Draft(html_head.runs_of(draft, text, role), role))
            count += 1
        return (
            [draft for draft in drafts[: max(place, 0)] if _stands_above(draft, kicker, head, known)]
            + shown
            + under[count:]
        )
    squeezed_title = squeezed(title)
    same = (n for n, draft in enumerate(drafts[:3]) if squeezed(draft.text) == squeezed_title and not draft.is_picture)
    again = next(same, None) if title else None
    drafts = drafts if again is None else drafts[:again] + drafts[again + 1 :]
    for draft in drafts[:4]:
        if draft.role is None and len(draft.text) <= 60 and has_date(draft.text[:12]):
            draft.role = Role.SOURCE_NOTE
    for draft in drafts[:1]:
        is_byline = len(draft.text) <= 40 and html_head.role_of(draft.text, draft, "", set(), known) is Role.BYLINE
        if draft.role is None and is_byline and names_in(draft.text):
            draft.role, draft.runs = Role.BYLINE, [replace(run, mark=None) for run in draft.runs]
    return drafts


def _stands_above(draft: Draft, kicker: HtmlElement | None, head: list[Draft], known: About) -> bool:
    """Whether a line above the headline is the article's: a picture, its words, or a sentence; a folio line is its head."""
    if kicker is not None and draft.text == words(kicker):
        return False
    role = html_head.role_of(draft.text, draft, "", set(), known)
    if role is Role.FOLIO or role in (Role.SOURCE_NOTE, Role.BYLINE) and len(draft.text) <= 60:
        head.append(Draft(draft.runs, role))
        return False
    return draft.role is Role.CAPTION or len(draft.text) > 20 and draft.text[-1] in SENTENCE_ENDS
