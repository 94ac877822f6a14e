"""A cover fits its frame whatever the paper is called."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.writers.cover.drawn import (
    HEIGHT,
    MARGIN,
    MEASURE,
    WIDTH,
    broken,
    cover_blocks,
    cover_svg,
    fitted,
)
from converter.writers.cover.shapes import width_of
from converter.writers.markup.labels import labels_for

SVG = "{http://www.w3.org/2000/svg}"


def drawn(issue: Issue) -> etree._Element:
    """The cover, parsed."""
    return etree.fromstring(cover_svg(issue, labels_for(issue.language), issue.language).encode())


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("潮来了，《海》Ab 12…"), min_size=1, max_size=80), st.text("潮来，a", max_size=60))
def test_any_name_and_headline_stay_within_the_margins(name: str, headline: str) -> None:
    """No line of type is wider than the measure and no line or bar is outside of the frame."""
    story = Article(Kind.ARTICLE, tuple(Block(role, (Run(headline * 9),)) for role in (Role.HEADLINE, Role.PARAGRAPH)))
    cover = drawn(Issue((Section((story, story)),), Metadata(title=name)))
    for line in cover.iter(f"{SVG}text"):
        size = float(line.get("font-size"))
        assert width_of(line.text) * size <= MEASURE + 0.2 * size
        assert float(line.get("y")) < HEIGHT - MARGIN / 2
    for bar in cover.iter(f"{SVG}rect"):
        assert float(bar.get("x", "0")) + float(bar.get("width")) <= WIDTH
        assert float(bar.get("y", "0")) + float(bar.get("height")) <= HEIGHT


def test_cover_shows_name_date_and_headlines(paper: Issue) -> None:
    """The cover says what the paper is, of which day, and what its first stories are."""
    texts = [line.text for line in drawn(paper).iter(f"{SVG}text")]
    assert texts == ["南湾日报", "2024年3月8日 星期五", "渔港小城的新航线", "南湾短讯"]


def book(*stories: Article, **data: str) -> tuple[list[str], list[tuple[int, object]]]:
    """What the cover of a book says, and where on it stories stand."""
    issue = Issue((Section(stories),), Metadata(**data))
    return [line.text or "" for line in drawn(issue).iter(f"{SVG}text")], list(cover_blocks(issue, labels_for("zh")))


def told(title: str, *blocks: tuple[Role, str]) -> Article:
    """A story of that title."""
    return Article(Kind.ARTICLE, tuple(Block(role, (Run(text),)) for role, text in ((Role.HEADLINE, title), *blocks)))


def test_cover_of_a_book_shows_its_author() -> None:
    """What has an author and is no paper's has no columns and headlines, but a name, of its data, its title page or its
    only story say.
    """
    chapters = (told("第一章", (Role.PARAGRAPH, "潮来了。" * 90)), told("第二章", (Role.PARAGRAPH, "潮去了。" * 90)))
    assert book(*chapters, title="潮汐", author="温以宁、叶怀川") == (["潮汐", "温以宁、叶怀川"], [])
    page = told("潮汐", (Role.BYLINE, "温以宁　著"))
    assert book(page, *chapters) == (["潮汐", "温以宁"], [])
    assert book(told("潮汐", (Role.BYLINE, "温以宁"), (Role.PARAGRAPH, "潮来了。"))) == (["潮汐", "温以宁"], [])


def test_cover_of_a_page_shows_its_columns() -> None:
    """Who signs the first of several stories has not written the page; a paper's page with an author stays one."""
    stories = (
        told("头条", (Role.BYLINE, "温以宁"), (Role.PARAGRAPH, "潮来了。" * 90)),
        told("二条", (Role.PARAGRAPH, "潮去了。" * 90)),
    )
    texts, places = book(*stories)
    assert (texts, {place for place, _ in places}) == (["头条", "二条"], {0, 1})
    texts, places = book(*stories, paper="南湾日报", author="温以宁")
    assert (texts, {place for place, _ in places}) == (["南湾日报", "头条", "二条"], {0, 1})


def test_cover_of_nothing_is_drawn() -> None:
    """An issue without stories has a cover."""
    assert book(title="潮汐") == (["潮汐"], [])


def test_long_name_is_broken_not_cut() -> None:
    """A name of twenty characters goes on two lines in a smaller size, whole."""
    lines, size = fitted("南湾市人民政府关于渔港码头改造工程的通知", MEASURE, 250, 96, 3)
    assert ("".join(lines), len(lines), size < 250) == ("南湾市人民政府关于渔港码头改造工程的通知", 3, True)


def test_endless_name_ends_with_an_ellipsis() -> None:
    """What does not go on the lines that there are is cut, and shows it."""
    lines, _ = fitted("潮" * 200, MEASURE, 250, 96, 3)
    assert (len(lines), lines[-1][-1]) == (3, "…")


def test_lines_of_a_name_are_about_as_long() -> None:
    """No line is left with a character or two, and neither a word nor a number is cut."""
    lines, _ = fitted("小区里的充电桩，装得上更要用得好（民生视线）", MEASURE, 250, 96, 3)
    assert lines == ["小区里的充电桩，", "装得上更要用得好", "（民生视线）"]
    assert fitted("A Very Long English Title", MEASURE, 250, 96, 3)[0] == ["A Very Long", "English Title"]
    assert broken("防汛2024年通知", 3.5) == ["防汛", "2024年", "通知"]
    assert broken("abcdefgh", 2) == ["abc", "def", "gh"]


def test_marks_stand_with_their_text() -> None:
    """A closing mark takes the character before it to the next line, an opening one goes there itself."""
    assert broken("一二三四，五", 4) == ["一二三", "四，五"]
    assert broken("一二三（四五）", 4) == ["一二三", "（四五）"]
