"""What a story's lines, page and document tell of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.press.facts import stories, untold, with_facts, with_parts

Facts = tuple[tuple[str, ...], str | None, str | None, str | None]


def part(role: Role, text: str) -> Block:
    return Block(role, (Run(text),))


TEXT = part(Role.PARAGRAPH, "第一班公交车驶上新桥。")
STORY = Article(Kind.ARTICLE, (part(Role.BYLINE, "本报记者 江帆 陆水"), TEXT))
BARE = Article(Kind.ARTICLE, (TEXT,))
WEB = Metadata(author="柳溪、高远", date="2024-05-16", url="https://海湾.example/1.htm", page="3")


def facts(issue: Issue) -> list[Facts]:
    """What is known of each story."""
    return [(story.authors, story.date, story.url, story.page) for _, story in stories(issue)]


def issue_of(*articles: Article, page: str | None = None, known: Metadata = WEB) -> Issue:
    return Issue((Section(articles, page),), known)


def test_a_lone_story_has_all_of_its_document() -> None:
    """Its byline counts more than the document's author; a picture and margins are no stories."""
    others = [Article(kind, (part(Role.FOLIO, "第3版"),)) for kind in (Kind.MARGIN, Kind.PICTURE)]
    assert facts(with_facts(issue_of(BARE, *others))) == [(("柳溪", "高远"), WEB.date, WEB.url, "3")]
    assert facts(with_facts(issue_of(STORY))) == [(("江帆", "陆水"), WEB.date, WEB.url, "3")]
    assert with_facts(issue_of(BARE, *others)).sections[0].articles[1:] == tuple(others)


def test_of_several_each_has_day_and_page_alone() -> None:
    """Author and address of a document are those of no single story; items of a column are stories each."""
    column = Article(Kind.BRIEFS, (part(Role.COLUMN_TITLE, "短讯"), replace(STORY, kind=Kind.ITEM)))
    found = with_facts(issue_of(BARE, column, page="04"))
    assert facts(found) == [((), WEB.date, None, "04"), (("江帆", "陆水"), WEB.date, None, "04")]
    assert found.sections[0].articles[1].authors == ()


@pytest.mark.parametrize(
    ("role", "line", "date", "page"),
    [
        (Role.SOURCE_NOTE, "《海湾日报》（2025年10月20日 第 11 版）", "2025-10-20", "11"),
        (Role.SOURCE_NOTE, "《海灣日報》（二〇二五年十月二十日 第十一版）", "2025-10-20", "11"),
        (Role.SOURCE_NOTE, "来源：海湾日报", "2024-05-16", "04"),
        (Role.DATELINE, "2025年10月20日 08:30", "2025-10-20", "04"),
        (Role.DATELINE, "（海湾社青屿2025年10月20日电）", "2024-05-16", "04"),
        (Role.DATELINE, "本报青屿10月20日讯", "2024-05-16", "04"),
        (Role.BYLINE, "江帆 2025-10-20", "2025-10-20", "04"),
        (Role.PARAGRAPH, "2025年10月20日，第11版。", "2024-05-16", "04"),
    ],
)
def test_its_own_lines_tell_when_and_where_it_was_printed(role: Role, line: str, date: str, page: str) -> None:
    """A whole date in a note on the source or in a line of its own; when it was sent by wire is another day."""
    story = Article(Kind.ARTICLE, (TEXT, part(role, line)))
    found, other = facts(with_facts(issue_of(story, BARE, page="04")))
    assert (found[1], found[3]) == (date, page)
    assert (other[1], other[3]) == ("2024-05-16", "04")


def test_what_is_shared_follows_what_is_said() -> None:
    """A day or a page that is the issue's becomes what the user says; what is the story's own stays."""
    noted = Article(Kind.ARTICLE, (TEXT, part(Role.SOURCE_NOTE, "《海湾日报》（2025年10月20日 第11版）")))
    read = with_facts(issue_of(noted, BARE, page="04"))
    said = Metadata(date="2024-05-17", page="05", author="编辑部", url="https://海湾.example/")
    assert facts(with_facts(read, said)) == [((), "2025-10-20", None, "11"), ((), "2024-05-17", None, "05")]


def test_stories_of_several_days_keep_theirs() -> None:
    """What documents of several days brought along is no date of the issue; one without a day gets that."""
    days = [replace(BARE, date=day) for day in ("2024-05-16", "2024-05-15", None)]
    assert [date for _, date, _, _ in facts(with_facts(issue_of(*days)))] == ["2024-05-16", "2024-05-15", "2024-05-16"]
    said = with_facts(issue_of(*days), Metadata(date="2024-05-20"))
    assert [date for _, date, _, _ in facts(said)] == ["2024-05-16", "2024-05-15", "2024-05-20"]


def test_a_user_overrules_what_a_lone_story_says() -> None:
    """Its byline and its note too."""
    noted = replace(STORY, parts=(*STORY.parts, part(Role.SOURCE_NOTE, "《海湾日报》（2025年10月20日 第11版）")))
    said = Metadata(author="高远", date="2024-05-17", url="https://港.example/2", page="05")
    expected = [(("高远",), "2024-05-17", "https://港.example/2", "05")]
    assert facts(with_facts(issue_of(noted), said)) == expected
    assert facts(with_facts(with_facts(issue_of(noted)), said)) == expected


def test_what_is_found_is_found_once() -> None:
    """A second look changes nothing; without what it finds, it finds the same."""
    read = with_facts(issue_of(STORY, replace(BARE, date="2024-05-15", url="https://港.example/2"), page="04"))
    assert with_facts(read) == read
    assert untold(read) != read
    assert with_facts(untold(read)) == read


def test_authors_go_with_their_bylines() -> None:
    """Those whom a byline named are those of its parts; those whom a document told stay."""
    signed = with_facts(issue_of(STORY, BARE)).sections[0].articles[0]
    assert with_parts(signed, (TEXT,)).authors == ()
    assert with_parts(signed, (part(Role.BYLINE, "通讯员 高远"), TEXT)).authors == ("高远",)
    told = replace(STORY, authors=("柳溪",))
    assert with_parts(told, (TEXT,)) == replace(told, parts=(TEXT,))
