"""The article of a site's page → its lines: the head above it, its content, and the notes at its foot."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import takewhile

from lxml.html import HtmlElement

from converter.model import Mark, Opens, Role, Run
from converter.press.dates import has_date
from converter.press.marks import SENTENCE_ENDS
from converter.press.people import people_in
from converter.press.sites import without_way_back
from converter.readers.html import foot as html_foot
from converter.readers.html import head as html_head
from converter.readers.html import headline as html_headline
from converter.readers.html import wording
from converter.readers.html.about import About
from converter.readers.html.clear import clear
from converter.readers.html.draft import Draft
from converter.readers.html.founder import titles_told
from converter.readers.html.furniture import is_line, without_links_at_end
from converter.readers.html.learn import learn
from converter.readers.html.lines import Walker
from converter.readers.html.notes import mark_at_end, notes_of
from converter.readers.html.own import take_ways
from converter.readers.html.pictures import Pictures
from converter.readers.html.roles import set_captions
from converter.readers.html.runs import tidy
from converter.readers.html.tree import HEADINGS, Amounts, named, squeezed, words

_RUBRIC = re.compile(r"^[\[【［][^\]】］]{1,8}[\]】］]\s*")
_HEAD = 5
"""Lines of an article's head at most; what else stands there is its text."""


@dataclass(slots=True)
class _Story:
    """An article while its lines are gathered: its headline's element and text, whether that is ``inside`` the content,
    its kicker's element, the ``tags`` of the headings in the content, the lines of its ``head``, and in a page of ours
    those ``above`` it."""

    headline: HtmlElement | None
    title: str
    inside: bool
    kicker: HtmlElement | None
    tags: set[str]
    known: About
    head: list[Draft] = field(default_factory=list)
    above: list[Draft] = field(default_factory=list)

    def role_of(self, draft: Draft, tags: set[str], text: str | None = None, names: str = "") -> Role | None:
        """What a line would be in the head."""
        return html_head.role_of(draft.text if text is None else text, draft, names, tags, self.known)


def article(root: HtmlElement, content: HtmlElement, known: About, pictures: Pictures, amounts: Amounts) -> list[Draft]:
    """The lines of the article on a site's page: its head, then its content."""
    story = _story(root, content, known, amounts)
    walker = Walker(pictures, notes=notes_of(root))
    over = _read_head(story, walker, content, amounts)
    foot = html_foot.foot_lines(walker, html_headline.under(content, amounts))
    known.next_page = html_headline.next_page(content)
    body = _read_content(story, walker, content, amounts)
    told = {squeezed(draft.text) for draft in (*story.head, *body[-4:])}
    body += [draft for draft in foot if squeezed(draft.text) not in told]
    roles = {draft.role for draft in story.head}
    head = [*(draft for draft in over if draft.role not in roles), *story.head]
    top = [*(draft for draft in head if draft.role is Role.FOLIO), *_titles(story)]
    learn(known, story.title, [*top, *head], body, root)
    known.source = known.source or html_head.source_named(root, content, amounts)
    known.author = known.author or html_head.author_named(root, content, amounts)
    drafts = [*story.above, *top, *(draft for draft in head if draft.role is not Role.FOLIO), *body]
    set_captions(drafts)
    return drafts


def _story(root: HtmlElement, content: HtmlElement, known: About, amounts: Amounts) -> _Story:
    headline = html_headline.headline_of(root, content, known, amounts)
    inside = headline is not None and content in headline.iterancestors()
    kicker = None if headline is None else html_headline.kicker_of(headline, known)
    tags = {e.tag for e in content.iter(*HEADINGS) if e is not headline}
    return _Story(headline, _title(headline, known), inside, kicker, tags, known)


def _title(headline: HtmlElement | None, known: About) -> str:
    """The headline's text, without a label or rubric before it (原创, [游记]) that the page's own title has not."""
    title = known.title
    if headline is not None:
        title = words(headline).removesuffix(mark_at_end(headline)[0]).rstrip()
    label = wording.label().match(title) or _RUBRIC.match(title)
    bare = title[label.end() :] if label else title
    return bare if known.title.startswith(bare) and not known.title.startswith(title) else title


def _titles(story: _Story) -> list[Draft]:
    """The kicker's line and the headline's; those that are told where the page shows none."""
    if story.headline is None:
        return titles_told(story.known, story.title)
    kicker, opens = [], Opens.ARTICLE
    if story.kicker is not None:
        kicker, opens = [Draft(tidy([Run(words(story.kicker))]), Role.KICKER, opens=opens)], Opens.BLOCK
    number = mark_at_end(story.headline)[1]
    runs = tidy([Run(story.title), *[Run(number, Mark.NOTE)] * bool(number)])
    return [*kicker, Draft(runs, Role.HEADLINE, opens=opens)] if story.title else kicker


def _read_head(story: _Story, walker: Walker, content: HtmlElement, amounts: Amounts) -> list[Draft]:
    """Read what stands between headline and content into the head; the lines above that tell of the article."""
    if story.headline is None or story.inside:
        return []
    parts = (e for e in html_headline.above(story.headline, amounts) if e is not story.kicker)
    over = html_head.lines_above(walker, parts, story.known)
    between = html_headline.between(story.headline, content)
    story.head += html_head.head_lines(walker, between, story.title, story.tags, story.known)
    return over


def _read_content(story: _Story, walker: Walker, content: HtmlElement, amounts: Amounts) -> list[Draft]:
    """The lines of the content, the site's own left out, without the headline; what of the head is in it goes there."""
    if story.known.is_own:
        take_ways(content)
    else:
        clear(content, amounts)
    for block in content.iter("div", "p", "header"):
        if amounts.of(block) <= html_headline.LONGEST_INFO and html_foot.is_info(words(block), story.inside):
            html_head.set_apart(block)
    lines = walker.read(content) if story.known.is_own else _without_site(walker.read(content))
    body = _from_headline(story, lines) if story.inside else _without_title(story, lines)
    html_foot.set_edges(body)
    return body


def _without_site(drafts: list[Draft]) -> list[Draft]:
    """The lines without a site's own, and without its words in them."""
    lines = [draft for draft in map(_mended, drafts) if not is_line(draft)]
    return html_foot.without_end(without_links_at_end(lines))


def _mended(draft: Draft) -> Draft:
    """The line without the words of a site's that stand in it."""
    last = draft.runs[-1]
    if last.image is None:
        draft.runs[-1] = replace(last, text=without_way_back(last.text))
    if len(draft.runs) == 1:
        draft.runs = [replace(draft.runs[0], text=wording.tool().sub("", draft.text))]
    return draft


def _without_title(story: _Story, drafts: list[Draft]) -> list[Draft]:
    """The content's lines without the headline said again; a day or a reporter at its very head are known."""
    title = squeezed(story.title)
    same = (n for n, draft in enumerate(drafts[:3]) if squeezed(draft.words) == title and not draft.is_picture)
    again = next(same, None) if story.title else None
    drafts = drafts if again is None else drafts[:again] + drafts[again + 1 :]
    for draft in drafts[:4]:
        if draft.role is None and len(draft.text) <= 60 and has_date(draft.text[:12]):
            draft.role = Role.SOURCE_NOTE
    if drafts and _is_byline(story, drafts[0]):
        drafts[0].role, drafts[0].runs = Role.BYLINE, [replace(run, mark=None) for run in drafts[0].runs]
    return drafts


def _is_byline(story: _Story, draft: Draft) -> bool:
    """Whether a line of the content says who wrote it, and no more."""
    names = draft.role is None and len(draft.text) <= 40 and people_in(draft.text)
    return bool(names) and story.role_of(draft, set()) is Role.BYLINE


def _from_headline(story: _Story, drafts: list[Draft]) -> list[Draft]:
    """The lines of a content that holds the headline: those of the head go to the head, pictures stay."""
    place = _place_of_headline(story, drafts)
    under = [piece for draft in drafts[place + 1 :] for piece in html_head.apart(draft)]
    shown, count = _take_head(story, under)
    over = [draft for draft in drafts[: max(place, 0)] if _stands_above(story, draft)]
    if story.known.is_own:
        story.above, over = over, []
    return over + shown + under[count:]


def _place_of_headline(story: _Story, drafts: list[Draft]) -> int:
    """The number of the line that is the headline, by its element or, where that holds more lines, by its words."""
    assert story.headline is not None
    said = (story.title, words(story.headline))
    within = set(story.headline.iter())
    within |= set(takewhile(lambda above: words(above) in said, story.headline.iterancestors()))
    around, title = set(story.headline.iterancestors()), squeezed(story.title)
    same = (n for n, draft in enumerate(drafts) if draft.element in around and squeezed(draft.text) == title)
    return next((n for n, draft in enumerate(drafts) if draft.element in within), next(same, -1))


def _take_head(story: _Story, under: list[Draft]) -> tuple[list[Draft], int]:
    """Take the head's lines from those under the headline; the pictures among them, and how many lines that was."""
    tags = {f"h{draft.level}" for draft in under[4:] if draft.level}
    signed = any(draft.form and story.role_of(draft, tags) is Role.BYLINE for draft in under[:3])
    shown: list[Draft] = []
    for count, draft in enumerate(under):
        text, role = _head_line(story, draft, tags, signed)
        if Role.CAPTION in (draft.role, role):
            shown.append(replace(draft, role=Role.CAPTION))
        elif text and role in (None, Role.LEAD) or len(story.head) > _HEAD:
            return shown, count
        elif text and role:
            story.head.append(Draft(html_head.runs_of(draft, text, role), role))
    return shown, len(under)


def _head_line(story: _Story, draft: Draft, tags: set[str], signed: bool) -> tuple[str, Role | None]:
    """A line's text without buttons, and what it is; in a list that is ``signed`` names are authors."""
    text = html_head.info_of(draft)
    if not text:
        return "", None
    role = story.role_of(draft, tags, text, "" if draft.element is None else named(draft.element))
    is_name = role is None and draft.form and signed and len(text) <= 16 and people_in(text)
    return text, Role.BYLINE if is_name else role


def _stands_above(story: _Story, draft: Draft) -> bool:
    """Whether a line above the headline is the article's: a picture, its words, a sentence; a folio line is head."""
    if story.kicker is not None and draft.text == words(story.kicker):
        return False
    if story.known.is_own:
        return True
    role = story.role_of(draft, set())
    if role is Role.FOLIO or role in (Role.SOURCE_NOTE, Role.BYLINE) and len(draft.text) <= 60:
        story.head.append(Draft(draft.runs, role))
        return False
    return draft.role is Role.CAPTION or len(draft.text) > 20 and draft.text[-1] in SENTENCE_ENDS
