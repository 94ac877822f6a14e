"""The lines of an article's head: what each is, and what it tells of when, whence and by whom the article is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from converter.model import Opens, Role, Run
from converter.press.dates import has_date, without_dates
from converter.press.folio import read_folio
from converter.press.marks import SENTENCE_ENDS
from converter.press.pages import label, page_in, page_key
from converter.readers.html import wording
from converter.readers.html.about import About, site_name
from converter.readers.html.authors import authors_of, is_signed
from converter.readers.html.draft import Draft
from converter.readers.html.furniture import is_line, is_site_named
from converter.readers.html.headline import KICKER, LONGEST_INFO, LONGEST_TITLE, named_page
from converter.readers.html.lines import Walker
from converter.readers.html.tree import Amounts, ancestors, named, squeezed, words

_LONGEST_FOLIO = 60
"""Characters of a line that tells paper, date and page."""

_CLOCK = re.compile(r"\d{1,2}[:：]\d\d")
_WRITER = re.compile(r"(?<![a-z])(?:author|byline|writer|zuozhe)|userlink|(?<![\w-])zz(?![\w-])")
_COUNT = re.compile(r"\d{1,8}[万w+]*")
_ISSUE = re.compile(r"《[^》]{2,20}》\s*[（(][^（）()]{4,40}版\s*[）)]")
_SOURCE_NAME = re.compile(r"(?<![a-z])(?:source|copyfrom|laiyuan|nickname|media-?name|js_name)(?![a-z])")
_DASHED = re.compile(r"(?:——|──|—)[^—─]{4,}[^—─。]$")
_DECK = re.compile(
    r"futi|fu-?biaoti|sub-?_?(?:title|head|headline)|deck|fubiao|vicetitle|title-?2|second-?title|(?<![\w-])ft(?![\w-])"
)
LEAD = re.compile(
    r"summary|abstract|excerpt|daodu|zhaiyao|standfirst|(?:lead|intro|desc(?:ription)?|dek|chapo)(?![a-z])"
)
_FROM = re.compile("source|origin|laiyuan|copyfrom|media(?!-body)|from(?![a-z])")


def head_lines(
    walker: Walker, parts: Iterable[HtmlElement], title: str, subhead_tags: set[str], known: About
) -> list[Draft]:
    """The lines of what stands between headline and content that belong to the article; buttons are left out."""
    found: list[Draft] = []
    said = {squeezed(title)}
    for part in parts:
        for draft in _lines_of(walker, part):
            if draft.role is Role.CAPTION:
                found += [draft] * _is_shown(draft, part)
                continue
            element = draft.element if draft.element is not None else part
            text = info_of(draft)
            role = role_of(text, draft, _names(element, part), subhead_tags, known) if text else None
            if role not in (Role.FOLIO, Role.SOURCE_NOTE) and _is_site_s(draft, element, part):
                continue
            if role in (None, Role.BYLINE, Role.LEAD) and _tells_picture(text, part):
                role = Role.CAPTION
            if role and squeezed(text) not in said:
                said.add(squeezed(text))
                found.append(Draft(runs_of(draft, text, role), role, opens=Opens.BLOCK, element=draft.element))
    return found


def _is_site_s(draft: Draft, element: HtmlElement, part: HtmlElement) -> bool:
    """Whether a line between headline and content is a site's: by its words, or in what one shares the article by."""
    is_panel = any(map(is_site_named, ancestors(element, part))) and not _WRITER.search(_names(element, part))
    return is_line(draft) or is_panel and not is_signed(draft.text)


def _lines_of(walker: Walker, part: HtmlElement) -> Iterator[Draft]:
    """The lines of a part of the head, its pieces apart."""
    set_apart(part)
    for line in Walker(walker.pictures).read(part):
        yield from apart(line)


def _is_shown(draft: Draft, part: HtmlElement) -> bool:
    """Whether a picture in the head, or its words, are the article's: it is a figure, or has words."""
    return not draft.is_picture or any("figure" in e.tag or e.tag == "table" for e in part.iter())


def _tells_picture(text: str, part: HtmlElement) -> bool:
    """Whether the text stands by a picture and says what it shows."""
    shows = bool(text) and len(text) <= LONGEST_TITLE and wording.shows().search(text) is not None
    return shows and next(part.iter("img"), None) is not None


def lines_above(walker: Walker, parts: Iterable[HtmlElement], known: About) -> list[Draft]:
    """The lines above the headline that tell for certain of paper, date, source or author."""
    found: dict[str, Draft] = {}
    for part in parts:
        set_apart(part)
        for draft in Walker(walker.pictures).read(part):
            text = info_of(draft)
            role = role_of(text, draft, _names(part, part), set(), known) if text else None
            if role and _is_certain(text, role) and not any(page_in(said) for said, _ in draft.links):
                found.setdefault(squeezed(text), Draft(runs_of(draft, text, role), role))
    return list(found.values())[::-1]


def _is_certain(text: str, role: Role) -> bool:
    """Whether a line above the headline tells of the article: elsewhere a site has its own day and names there."""
    if role is Role.BYLINE and len(text) > 40 or role not in (Role.FOLIO, Role.SOURCE_NOTE, Role.BYLINE):
        return False
    timed = _CLOCK.search(text) or "出版" in text or "发布" in text
    return role is not Role.SOURCE_NOTE or bool(wording.source().search(text) or has_date(text) and timed)


def set_apart(part: HtmlElement) -> None:
    """Put a blank between the pieces of an article's head, which the style sheet keeps apart."""
    for inline in part.iter("span", "time", "a", "em", "i", "b", "label"):
        inline.text, inline.tail = f" {inline.text or ''}", f" {inline.tail or ''}"


def _names(element: HtmlElement, part: HtmlElement) -> str:
    """What the elements around a line are called, up to ``part``."""
    return " ".join(f"{e.tag} {named(e)}" for e in ancestors(element, part))


def bare_source(drafts: Iterable[Draft]) -> str:
    """The name that stands beside the date without a word of what it is, or is called a source by its element."""
    notes = (wording.sent_from().sub("", draft.text) for draft in drafts if draft.role is Role.SOURCE_NOTE)
    lines = [_bare_names(line) for line in notes if not wording.information().search(line)]
    media = (name for line in lines for name in line if wording.medium().search(name))
    lone = (line[0] for line in lines if len(line) == 1 and len(line[0]) > 3)
    return site_name(next(media, "") or next(lone, ""))


def _bare_names(line: str) -> list[str]:
    """What may be names in a line with a date."""
    rest = re.sub(r"https?://\S+", "", without_dates(line)).replace("《", " ").replace("》", " ")
    names = (name for name in re.split(r"[\s|｜·∙/]+", rest) if re.fullmatch(r"[\w·]{2,16}", name))
    return [name for name in names if not (wording.button().fullmatch(name) or wording.place().fullmatch(name))]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line of the head: its text, what its elements are called, its level if it is a heading as the text has none."""

    text: str
    names: str
    level: int
    known: About

    def is_short(self, most: int) -> bool:
        return len(self.text) <= most


def role_of(text: str, draft: Draft, names: str, subhead_tags: set[str], known: About) -> Role | None:
    """What a line under the headline is: the first of ``_ROLES`` that it may be; None where it is not the article's."""
    level = 0 if f"h{draft.level}" in subhead_tags else draft.level
    seen = _Seen(text, names, level, known)
    return next((role for role, is_it in _ROLES if is_it(seen)), None)


def _is_credit(seen: _Seen) -> bool:
    return seen.is_short(40) and wording.credit().match(seen.text) is not None


def _is_told_deck(seen: _Seen) -> bool:
    told = bool(seen.known.deck) and squeezed(seen.text) == squeezed(seen.known.deck)
    return told or seen.is_short(LONGEST_TITLE) and _DASHED.match(seen.text) is not None


def _is_kicker(seen: _Seen) -> bool:
    told = bool(seen.known.kicker) and squeezed(seen.text) == squeezed(seen.known.kicker)
    return told or seen.is_short(LONGEST_TITLE) and KICKER.search(seen.names) is not None


def _is_folio(seen: _Seen) -> bool:
    text = seen.text
    if not seen.is_short(_LONGEST_FOLIO) or not page_in(text) or wording.source().search(text):
        return False
    return (
        has_date(text) or any(map(text.__contains__, wording.words("paper", "in a folio"))) or label(text) is not None
    )


def _is_dated(seen: _Seen) -> bool:
    text = seen.text
    told = has_date(text) or wording.source().search(text) or wording.published().match(text)
    return seen.is_short(LONGEST_INFO) and bool(told)


def _is_byline(seen: _Seen) -> bool:
    if not seen.is_short(80) or wording.no_byline().search(seen.text):
        return False
    return bool(wording.byline().search(seen.text) or _WRITER.search(seen.names)) or is_signed(seen.text)


def _is_heading(seen: _Seen) -> bool:
    return bool(seen.level) and seen.is_short(LONGEST_TITLE)


def _is_low_heading(seen: _Seen) -> bool:
    return seen.level == 4 and seen.is_short(40) and "。" not in seen.text


def _is_called_deck(seen: _Seen) -> bool:
    return seen.is_short(LONGEST_TITLE) and _DECK.search(seen.names) is not None


def _is_called_lead(seen: _Seen) -> bool:
    return not seen.is_short(12) and LEAD.search(seen.names) is not None


def _is_called_source(seen: _Seen) -> bool:
    return 2 <= len(seen.text) <= 20 and _FROM.search(seen.names) is not None


def _is_information(seen: _Seen) -> bool:
    text = seen.text
    informs = seen.is_short(60) and "。" not in text and wording.information().search(text)
    return bool(informs) or wording.paper().fullmatch(text) is not None


def _is_sentence(seen: _Seen) -> bool:
    return not seen.is_short(40) and seen.text[-1] in SENTENCE_ENDS


_ROLES: tuple[tuple[Role, Callable[[_Seen], bool]], ...] = (
    (Role.CAPTION, _is_credit),
    (Role.DECK, _is_told_deck),
    (Role.KICKER, _is_kicker),
    (Role.FOLIO, _is_folio),
    (Role.SOURCE_NOTE, _is_dated),
    (Role.BYLINE, _is_byline),
    (Role.BYLINE, _is_low_heading),  # digital newspapers set h4 so
    (Role.DECK, _is_heading),
    (Role.DECK, _is_called_deck),
    (Role.LEAD, _is_called_lead),
    (Role.SOURCE_NOTE, _is_called_source),
    (Role.SOURCE_NOTE, _is_information),
    (Role.LEAD, _is_sentence),
)
"""What a line of the head may be, likeliest first."""


def info_of(draft: Draft) -> str:
    """The text of a line without the buttons and counters in it."""
    text = wording.noise().sub(" ", "".join(run.text for run in draft.runs if not run.image))
    is_button = wording.button().fullmatch
    counted = without_dates(text).split() if has_date(text) and "版" not in text else []
    counts = [word for word in counted if _COUNT.fullmatch(word)]
    kept = [word for word in text.split() if word not in counts and not is_button(word)]
    text = re.sub("：[ \u3000]+", "：", " ".join(kept)).strip("|｜丨/· ")
    return "" if is_button(text) else text


def runs_of(draft: Draft, text: str, role: Role) -> list[Run]:
    """The runs of a line of the head, of which ``text`` is left; where and when it is from has no marks."""
    return draft.runs if text == draft.text and role not in (Role.SOURCE_NOTE, Role.FOLIO) else [Run(text)]


def apart(draft: Draft) -> list[Draft]:
    """The line, cut where the paper, date and page that it is from follow the byline."""
    found = _ISSUE.search(draft.text)
    if not found or not draft.text[: found.start()].strip():
        return [draft]
    pieces = (draft.text[: found.start()].strip(), draft.text[found.start() :].strip())
    return [replace(draft, runs=[Run(piece)]) for piece in pieces]


def page_of(info: str, root: HtmlElement) -> tuple[str, str]:
    """Number and name of the newspaper's page (版) that the article is on; a lone one of the whole document counts."""
    told, pages = page_in(info), _pages_of(root)
    if told:
        names = (name for number, name in pages.items() if page_key(number) == page_key(told.number))
        return told.number, told.name or next(names, "")
    return next(iter(pages.items())) if len(pages) == 1 else ("", "")


def _pages_of(root: HtmlElement) -> dict[str, str]:
    """The names of the pages that a document names, by number: by themselves (第05版：要闻), else beside a date."""
    lines = [text for text in root.itertext() if "版" in text]
    if pages := {page.number: page.name for page in filter(None, map(named_page, lines))}:
        return pages
    dated = (line for line in lines if len(line) <= _LONGEST_FOLIO and has_date(line))
    return {folio.page: folio.page_name or "" for folio in map(read_folio, dated) if folio.page}


def source_in(text: str) -> str:
    """The source that a text names (来源：…, 聯合報／記者…), or nothing."""
    found = wording.source().search(text) or wording.beside_a_paper().search(text)
    name = next(filter(None, found.groups()), "").strip() if found else ""
    return "" if name in wording.words("source", "nobody") else name


def author_named(root: HtmlElement, content: HtmlElement, amounts: Amounts) -> str:
    """The names in the first element that is called the author by its class or id, up to the end of the head."""
    for element in root.iter():
        if element is content:
            break
        if 2 <= amounts.of(element) <= 20 and _WRITER.search(named(element)) and (names := authors_of(words(element))):
            return names
    return ""


def source_named(root: HtmlElement, content: HtmlElement, amounts: Amounts) -> str:
    """What an element above the content is called the source of the article by its class or id."""
    for element in root.iter():
        if element is content:
            break
        if amounts.of(element) <= 30 and (names := named(element)):
            text = wording.before_a_source().sub("", words(element))
            of_medium = _WRITER.search(names) and wording.medium().search(text)
            if (_SOURCE_NAME.search(names) or of_medium) and _is_bare_name(text):
                return text
    return ""


def _is_bare_name(text: str) -> bool:
    """Whether the text may be a name and says nothing more."""
    more = wording.information().search(text) or has_date(text) or wording.button().fullmatch(text)
    return 2 <= len(text) <= 20 and not more
