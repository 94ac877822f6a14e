"""Stories that go on on another page (下转第二版 ↔ 上接第一版) made whole again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converter.edit import merged
from converter.model import Article, Block, Kind, Mark, Role, Section
from converter.press.facts import with_parts
from converter.press.lexicon import pattern
from converter.press.marks import TEXT_ENDS
from converter.press.pages import Key, number_of, page_key

_ONWARD = pattern(__package__, "jump", "<onward>", "<to>第(?!.*上接)", r"^[（(【\[〔]\s*<to>")
_BACK = pattern(__package__, "jump", "<back>", "文接", r"^[（(【\[〔]\s*(?:接|<continues>)", "<from>")
_HEAD = (Role.COLUMN_TITLE, Role.KICKER, Role.HEADLINE, Role.DECK, Role.JUMP)
_TEXT = (Role.PARAGRAPH, Role.SUBHEAD, Role.LEAD, Role.SIGNATURE)
_SIGNATURE = 15  # characters that the longest signature without brackets has


@dataclass(slots=True)
class _Story:
    """An article while stories are joined; ``article`` is None once its parts went to the story that it goes on.

    ``page`` is where its end stands, which is not where it ``begins`` once it was joined, or runs over a page's end.
    """

    page: Key
    article: Article | None
    begins: Key = ("", 0)
    onward: Key | None = None
    back: Key | None = None

    def pass_by(self, part: Block | Article) -> bool:
        """Take note of a jump among its parts; whether it says that the story goes on here from where it was cut."""
        page = page_key(number_of(part.text)) if isinstance(part, Block) and part.role is Role.JUMP else None
        if page and _is_jump(part, _BACK):
            if self.onward and _is_same(page, self.page):
                self.page, self.onward = self.onward, None
                return True
            self.back = self.back or page
        elif page and _is_jump(part, _ONWARD):
            self.onward = page
        return False


def join_jumps(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with each continuation moved to the end of the story that it goes on.

    Both jump lines stay, where the story was cut; a paragraph that was cut there is one again. The headline that the
    continuation repeats becomes a jump line too, another one a subhead. What finds no partner stays where it is.
    """
    pages = [list(_stories(section)) for section in sections]
    stories = [story for page in pages for story in page]
    for story in stories:
        for part in story.article.parts if story.article and story.article.kind is Kind.ARTICLE else ():
            story.pass_by(part)
    beginning: dict[int, list[_Story]] = {}
    for story in stories:
        beginning.setdefault(story.begins[1], []).append(story)
    for story in stories:
        _follow(story, beginning)
    kept = [
        replace(section, articles=tuple(story.article for story in page if story.article))
        for section, page in zip(sections, pages, strict=True)
    ]
    return tuple(section for section in kept if section.articles)


def _stories(section: Section) -> Iterator[_Story]:
    """The section's stories, each with the pages where it begins and ends: the section's, else those whose numbers are
    marked in the text.
    """
    page = _page_of(section)
    for part in _parted(section):
        marked = [] if section.page else [key for key in map(page_key, _marks(part)) if key]
        first = marked[0] if marked and _is_marked_first(part) else page
        page = marked[-1] if marked else page
        yield _Story(page, part, first)


def _is_same(one: Key | None, other: Key | None) -> bool:
    """Whether two say the same page: the first part of a paper has its letter or none, 头版 is A1; P3 may be page 3."""
    if one is None or other is None or one[1] != other[1]:
        return False
    return one[0] == other[0] or {one[0], other[0]} in ({"", "A"}, {"", "P"})


def _marks(article: Article) -> Iterator[str | None]:
    """The numbers of pages that begin in an article."""
    return (run.name for block in article.blocks() for run in block.runs if run.mark is Mark.PAGE)


def _is_marked_first(article: Article) -> bool:
    """Whether an article begins with a page."""
    first = next(iter(article.blocks()), None)
    return first is not None and bool(first.runs) and first.runs[0].mark is Mark.PAGE


def _page_of(section: Section) -> Key:
    return page_key(section.page) or ("", 0)


def _parted(section: Section) -> list[Article]:
    """The section's articles; one is cut where another story goes on in its body (上接), or begins after it (下转).

    A jump that stands alone (上接) goes with the text below it. A story that was joined before stays whole.
    """
    found: list[Article] = []
    for article in section.articles:
        cuts = _cuts(article, _page_of(section)) if article.kind is Kind.ARTICLE else []
        for begin, end in pairwise([0, *cuts, len(article.parts)]):
            part = with_parts(article, article.parts[begin:end])
            if found and not part.title and all(_is_jump(above, _BACK) for above in found[-1].parts):
                part = with_parts(part, found.pop().parts + part.parts)
            found.append(part)
    return found


def _cuts(article: Article, page: Key) -> Iterator[int]:
    """Where in an article on a page another story begins or goes on."""
    passed = _Story(page, None)
    for place, part in enumerate(article.parts):
        after_jump = place and _is_jump(article.parts[place - 1], _ONWARD)
        headed = after_jump and isinstance(part, Block) and part.role in (Role.HEADLINE, Role.KICKER)
        goes_on = passed.pass_by(part)
        if headed or (_is_jump(part, _BACK) and not goes_on and any(map(_is_text, article.parts[:place]))):
            yield place


def _is_jump(part: Block | Article, way: re.Pattern[str]) -> bool:
    return isinstance(part, Block) and part.role is Role.JUMP and way.search(part.text) is not None


def _is_text(part: Block | Article) -> bool:
    """Whether this is of a story's text; a byline or a picture may stand above the jump line of one that goes on."""
    return isinstance(part, Article) or part.role in _TEXT


def _follow(story: _Story, on: Mapping[int, Sequence[_Story]]) -> None:
    """Give ``story`` what it goes on with, from page to page. ``on`` has those by the number where each begins."""
    while story.onward and story.article and (rest := _continuation(story, on.get(story.onward[1], ()))):
        assert rest.article
        story.article, rest.article = _joined(story.article, rest.article), None
        story.page, story.onward = rest.page, rest.onward


def _continuation(story: _Story, stories: Sequence[_Story]) -> _Story | None:
    """The story on the page named that says it comes from this page; of several the one that names the same things."""
    fits = [
        other
        for other in stories
        if other is not story
        and other.article
        and _is_same(other.begins, story.onward)
        and _is_same(other.back, story.page)
    ]
    assert story.article
    title = set(story.article.title or "")
    return max(fits, key=lambda other: len(title & set(_name(other))), default=None)


def _name(story: _Story) -> str:
    """The words by which a continuation may be known: its title and what stands in its jump line."""
    parts = story.article.parts if story.article else ()
    return "".join(part.text for part in parts if isinstance(part, Block) and part.role in _HEAD)


def _joined(story: Article, rest: Article) -> Article:
    """The story with ``rest`` at its end; a paragraph that was cut is joined, the jump lines follow it."""
    parts, more = list(story.parts), [_subordinate(part, story.title or "") for part in rest.parts]
    cut = next(place for place in reversed(range(len(parts))) if _is_jump(parts[place], _ONWARD))
    after = parts[cut + 1 :]
    first = next((n for n, part in enumerate(more) if _is_text(part)), len(more))
    heads, more = more[:first], more[first:]
    above = parts[cut - 1] if cut else None
    if _is_cut(above) and more and isinstance(more[0], Block) and more[0].role is Role.PARAGRAPH:
        assert isinstance(above, Block)
        begin = more.pop(0)
        assert isinstance(begin, Block)
        parts[cut - 1] = replace(merged(above, begin), role=Role.PARAGRAPH)
    return with_parts(story, (*parts[: cut + 1], *heads, *more, *after))


def _subordinate(part: Block | Article, title: str) -> Block | Article:
    """A part of a continuation: its headline is no headline of the whole story."""
    if not isinstance(part, Block) or part.role not in _HEAD or part.role is Role.JUMP:
        return part
    repeats = _is_shortened(part.text, title) or _is_shortened(title, part.text)
    return replace(part, role=Role.JUMP if repeats else Role.SUBHEAD)


def _is_shortened(short: str, title: str) -> bool:
    """Whether it stands in the title, or has half of its characters or more, in order: 大桥昨通车 of 大桥昨日通车."""
    if short in title:
        return True
    kept, rest = [*filter(str.isalnum, short)], [*filter(str.isalnum, title)]
    left = iter(rest)
    return 2 * len(kept) >= len(rest) and all(char in left for char in kept)


def _is_cut(block: Block | Article | None) -> bool:
    """Whether this is a paragraph that breaks off; the end of a story that has no stop may look like a signature."""
    if not isinstance(block, Block) or block.role not in (Role.PARAGRAPH, Role.SIGNATURE):
        return False
    return block.text[-1:] not in TEXT_ENDS and (block.role is Role.PARAGRAPH or len(block.text) > _SIGNATURE)
