"""Stories that go on on another page."""

from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from converter import load
from converter.model import Article, Block, Issue, Kind, Mark, Metadata, Role, Run, Section
from converter.press.facts import with_facts
from converter.structure.issue.jumps import join_jumps, page_key
from tests.folder import FIRST, SECOND


def section(page: str, *articles: str) -> Section:
    """A page; each article is a line of ``role:text`` words."""
    return Section(
        tuple(
            Article(Kind.ARTICLE, tuple(Block(Role(role), (Run(text),)) for role, _, text in map(split, story.split())))
            for story in articles
        ),
        page,
    )


def split(word: str) -> tuple[str, str, str]:
    """The role and the text of a block."""
    return word.partition(":")


def told(sections: tuple[Section, ...]) -> list[list[str]]:
    """The articles of each page, as they are written for ``section``."""
    return [
        [" ".join(f"{block.role}:{block.text}" for block in article.blocks()) for article in page.articles]
        for page in sections
    ]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        (  # through three pages, the paragraphs that were cut are whole
            [
                section("1", "headline:桥 paragraph:他说 jump:下转第二版"),
                section("2", "jump:上接第一版 paragraph:好。 paragraph:她 jump:下转第三版"),
                section("3", "jump:上接第二版 paragraph:笑了。"),
            ],
            [
                [
                    "headline:桥 paragraph:他说好。 jump:下转第二版 jump:上接第一版 "
                    "paragraph:她笑了。 jump:下转第三版 jump:上接第二版"
                ]
            ],
        ),
        (  # a page's number after the letter of the word page
            [
                section("1", "headline:桥 paragraph:他说 jump:下转P3"),
                section("3", "headline:潮 paragraph:水。", "jump:上接P1版 paragraph:好。"),
            ],
            [["headline:桥 paragraph:他说好。 jump:下转P3 jump:上接P1版"], ["headline:潮 paragraph:水。"]],
        ),
        (  # of two continuations each goes to the story whose headline it repeats
            [
                section(
                    "A1",
                    "headline:长桥通车 paragraph:一。 jump:（下轉A2版）",
                    "headline:短路 paragraph:二。 jump:（下轉A2版）",
                ),
                section(
                    "A2",
                    "headline:短路 jump:（上接A1版） paragraph:三。",
                    "headline:桥 jump:（上接A1版） paragraph:四。",
                ),
            ],
            [
                [
                    "headline:长桥通车 paragraph:一。 jump:（下轉A2版） jump:桥 jump:（上接A1版） paragraph:四。",
                    "headline:短路 paragraph:二。 jump:（下轉A2版） jump:短路 jump:（上接A1版） paragraph:三。",
                ]
            ],
        ),
        (  # a byline and a picture may stand above the jump line of what goes on
            [
                section("1", "headline:桥 paragraph:他说 jump:下转第二版"),
                section(
                    "2",
                    "headline:桥 byline:陆闻笛 caption:桥头。 jump:上接第一版 paragraph:好。",
                    "headline:雨 paragraph:三。",
                ),
            ],
            [
                ["headline:桥 paragraph:他说好。 jump:下转第二版 jump:桥 byline:陆闻笛 caption:桥头。 jump:上接第一版"],
                ["headline:雨 paragraph:三。"],
            ],
        ),
        (  # another headline is a subhead of the whole; 头版 is page 1
            [
                section("01", "headline:桥 paragraph:一。 jump:下转2版"),
                section("02", "headline:夜色 jump:上接头版 paragraph:二。", "headline:雨 paragraph:三。"),
            ],
            [
                ["headline:桥 paragraph:一。 jump:下转2版 subhead:夜色 jump:上接头版 paragraph:二。"],
                ["headline:雨 paragraph:三。"],
            ],
        ),
        (  # 头版 is A1 where pages have letters; a headline may be repeated without some of its words
            [
                section("A1", "headline:长桥昨日通车 paragraph:一。 jump:（下转A05）"),
                section("A5", "headline:长桥通车 jump:（上接头版） paragraph:二。"),
            ],
            [
                [
                    "headline:长桥昨日通车 paragraph:一。 jump:（下转A05） "
                    "jump:长桥通车 jump:（上接头版） paragraph:二。"
                ],
            ],
        ),
        (  # but no page of another part of the paper
            [
                section("B1", "headline:桥 paragraph:一。 jump:下转B5版"),
                section("B5", "headline:桥 jump:上接头版 paragraph:二。"),
            ],
            [["headline:桥 paragraph:一。 jump:下转B5版"], ["headline:桥 jump:上接头版 paragraph:二。"]],
        ),
        (  # in brackets 转 and 续 are enough
            [
                section("1", "headline:桥 paragraph:一。 jump:（转4版）"),
                section("4", "headline:桥 jump:（续第一版） paragraph:二。"),
            ],
            [["headline:桥 paragraph:一。 jump:（转4版） jump:桥 jump:（续第一版） paragraph:二。"]],
        ),
        (  # one that says another page finds no partner
            [
                section("1", "headline:桥 paragraph:一。 jump:下转第二版"),
                section("2", "jump:上接第三版 paragraph:二。"),
            ],
            [["headline:桥 paragraph:一。 jump:下转第二版"], ["jump:上接第三版 paragraph:二。"]],
        ),
    ],
    ids=["chain", "page", "by-title", "signed-again", "subhead", "front", "other-part", "in-brackets", "no-partner"],
)
def test_join_jumps(pages: list[Section], expected: list[list[str]]) -> None:
    """A continuation goes to its story; nothing else moves."""
    joined = join_jumps(pages)
    assert told(joined) == expected
    assert told(join_jumps(joined)) == expected  # a story that was joined stays whole


def test_many_pages_take_no_time_that_grows_with_their_square() -> None:
    """A year's pages as one issue: a story is looked for on the page that is named."""
    count = 900
    more = ["headline:路 paragraph:她说 jump:下转第999版"] * 16
    pages = [section("1", "headline:桥 paragraph:他说 jump:下转第2版")]
    pages += [
        section(
            str(n), f"jump:上接第{n - 1}版 paragraph:好。", f"headline:桥 paragraph:他说 jump:下转第{n + 1}版", *more
        )
        for n in range(2, count)
    ]
    began = process_time()
    joined = join_jumps(pages)
    assert process_time() - began < 10
    assert len(joined) == count - 1
    assert told(joined)[500][0] == "headline:桥 paragraph:他说好。 jump:下转第502版 jump:上接第501版"


def test_pages_whose_numbers_are_marked_in_the_text() -> None:
    """A magazine's pages are no sections: the story is cut on page 31, which begins inside of it."""

    def marked(story: str, pages: dict[int, str]) -> Article:
        (article,) = section("", story).articles
        return replace(
            article,
            parts=tuple(
                replace(part, runs=(Run("", Mark.PAGE, name=pages[n]), *part.runs)) if n in pages else part
                for n, part in enumerate(article.blocks())
            ),
        )

    some = (
        marked("headline:桥 paragraph:一。 paragraph:二。 jump:（下转第58页）", {0: "30", 2: "31"}),
        marked("headline:雨 paragraph:三。", {0: "32"}),
        marked("headline:桥 jump:（上接第31页） paragraph:四。", {0: "58"}),
    )
    whole = "headline:桥 paragraph:一。 paragraph:二。 jump:（下转第58页） jump:桥 jump:（上接第31页） paragraph:四。"
    assert told(join_jumps([Section(some)])) == [[whole, "headline:雨 paragraph:三。"]]
    other = (some[0], some[1], marked("headline:桥 jump:（上接第30页） paragraph:四。", {0: "58"}))
    assert len(told(join_jumps([Section(other)]))[0]) == 3  # which goes on from another page


def test_page_key() -> None:
    """Pages sort by letter and number, however they are written."""
    assert [page_key(page) for page in ("05", "A12", "十二", "８", None, "要闻")] == [
        ("", 5),
        ("A", 12),
        ("", 12),
        ("", 8),
        None,
        None,
    ]


@pytest.mark.parametrize(("length", "whole"), [(15, False), (16, True)])
def test_a_signature_or_a_half(length: int, whole: bool) -> None:
    """What is read as a signature above a jump is half of a paragraph where no signature is so long."""
    half = "灯" * length
    pages = [
        section("1", f"headline:桥 paragraph:一。 signature:{half} jump:下转第二版"),
        section("2", "jump:上接第一版 paragraph:亮了。"),
    ]
    joined = f"paragraph:{half}亮了。" if whole else f"signature:{half}"

    assert (joined in told(join_jumps(pages))[0][0].split(" ")) is True


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (  # only a jump line jumps
            "headline:桥 paragraph:下转第二版",
            "headline:塔 jump:上接第一版 paragraph:二。",
            [["headline:桥 paragraph:下转第二版"], ["headline:塔 jump:上接第一版 paragraph:二。"]],
        ),
        (  # a jump line that names no page
            "headline:桥 paragraph:一。 jump:下转",
            "headline:塔 jump:上接第一版 paragraph:二。",
            [["headline:桥 paragraph:一。 jump:下转"], ["headline:塔 jump:上接第一版 paragraph:二。"]],
        ),
        (  # the first page that a continuation names is the one that it comes from
            "headline:桥 paragraph:一。 jump:下转第二版",
            "headline:塔 jump:上接第一版 jump:上接第三版 paragraph:二。",
            [["headline:桥 paragraph:一。 jump:下转第二版 subhead:塔 jump:上接第一版 jump:上接第三版 paragraph:二。"]],
        ),
        (  # what begins behind a jump is another story
            "headline:桥 paragraph:一。 jump:下转第二版 headline:雨 paragraph:三。",
            "jump:上接第一版 paragraph:二。",
            [
                [
                    "headline:桥 paragraph:一。 jump:下转第二版 jump:上接第一版 paragraph:二。",
                    "headline:雨 paragraph:三。",
                ]
            ],
        ),
        (  # what stands behind a jump and is no headline stays with its story, below what goes on
            "headline:桥 paragraph:一。 jump:下转第二版 signature:陆闻笛",
            "jump:上接第一版 paragraph:二。",
            [["headline:桥 paragraph:一。 jump:下转第二版 jump:上接第一版 paragraph:二。 signature:陆闻笛"]],
        ),
        (  # another story goes on in the body of one
            "headline:桥 paragraph:一 jump:下转第二版",
            "headline:雨 paragraph:三。 jump:上接第一版 paragraph:二。",
            [["headline:桥 paragraph:一二。 jump:下转第二版 jump:上接第一版"], ["headline:雨 paragraph:三。"]],
        ),
        (  # half a paragraph goes on in a paragraph alone
            "headline:桥 paragraph:一 jump:下转第二版",
            "jump:上接第一版 subhead:夜色 paragraph:二。",
            [["headline:桥 paragraph:一 jump:下转第二版 jump:上接第一版 subhead:夜色 paragraph:二。"]],
        ),
        (  # nothing but its headline goes on
            "headline:桥 paragraph:一 jump:下转第二版",
            "headline:桥 jump:上接第一版",
            [["headline:桥 paragraph:一 jump:下转第二版 jump:桥 jump:上接第一版"]],
        ),
        (  # a caption above a jump is no half of a paragraph
            "headline:桥 paragraph:一。 caption:桥头 jump:下转第二版",
            "jump:上接第一版 paragraph:二。",
            [["headline:桥 paragraph:一。 caption:桥头 jump:下转第二版 jump:上接第一版 paragraph:二。"]],
        ),
        (  # a jump that leads a page stands above nothing
            "jump:下转第二版",
            "jump:上接第一版 paragraph:二。",
            [["jump:下转第二版 jump:上接第一版 paragraph:二。"]],
        ),
        (  # a longer headline repeats a shorter one
            "headline:桥 paragraph:一。 jump:下转第二版",
            "headline:长桥通车 jump:上接第一版 paragraph:二。",
            [["headline:桥 paragraph:一。 jump:下转第二版 jump:长桥通车 jump:上接第一版 paragraph:二。"]],
        ),
    ],
)
def test_what_goes_on(first: str, second: str, expected: list[list[str]]) -> None:
    """Two pages: what is cut, what is joined, and what stays."""
    assert told(join_jumps([section("1", first), section("2", second)])) == expected


def test_a_continuation_is_on_the_page_that_is_named() -> None:
    """Page 3 comes from page 1 too; and no story goes on itself, however it names its page."""
    pages = [
        section("1", "headline:桥 paragraph:一。 jump:下转第二版"),
        section("3", "headline:桥 jump:上接第一版 paragraph:三。"),
        section(
            "2",
            "headline:雨 jump:上接第一版 paragraph:二。",
            "headline:雪 jump:下转第二版 jump:上接第二版 paragraph:四。",
        ),
    ]

    assert told(join_jumps(pages)) == [
        ["headline:桥 paragraph:一。 jump:下转第二版 subhead:雨 jump:上接第一版 paragraph:二。"],
        ["headline:桥 jump:上接第一版 paragraph:三。"],
        ["headline:雪 jump:下转第二版 jump:上接第二版 paragraph:四。"],
    ]


def test_a_jump_that_stands_alone_goes_with_the_text_below_it() -> None:
    """Also where a margin or a column is beside it; a story with a title of its own is another."""
    alone, rest = (Section(section("2", story).articles, "2") for story in ("jump:上接第一版", "paragraph:二。"))
    page = Section((*alone.articles, *rest.articles, *section("2", "headline:雨 paragraph:三。").articles), "2")
    titled = Section((*alone.articles, *section("2", "headline:雨 paragraph:三。").articles), "2")

    assert told(join_jumps([page])) == [["jump:上接第一版 paragraph:二。", "headline:雨 paragraph:三。"]]
    assert told(join_jumps([titled])) == [["jump:上接第一版", "headline:雨 paragraph:三。"]]


def test_columns_and_margins_are_not_cut() -> None:
    """A jump in a brief column or at a page's edge moves nothing; an item above a jump is text."""
    item = Article(Kind.ITEM, section("1", "headline:雨 paragraph:三。").articles[0].parts)
    jump, text = section("1", "jump:上接第一版 paragraph:二。").articles[0].parts
    first = section("1", "headline:桥 paragraph:一。 jump:下转第二版")
    for kind in (Kind.BRIEFS, Kind.MARGIN):
        page = Section((Article(kind, (item, jump, text)),), "2")

        assert join_jumps([first, page]) == (first, page)
    page = Section((Article(Kind.ARTICLE, (item, jump, text)),), "2")

    assert [len(article.parts) for article in join_jumps([first, page])[0].articles] == [5]


def test_a_page_without_a_number_is_none_that_a_jump_names() -> None:
    pages = [section("", "headline:桥 paragraph:一。 jump:下转第二版"), section("2", "jump:上接第一版 paragraph:二。")]

    assert told(join_jumps(pages)) == [
        ["headline:桥 paragraph:一。 jump:下转第二版"],
        ["jump:上接第一版 paragraph:二。"],
    ]


@pytest.mark.parametrize(
    ("onward", "back"),
    [
        ("下转02版", "上接第1版"),
        ("下转2版·本地", "上接1版·要闻"),
        ("（下转第2版）▶", "◀（上接第1版）"),
        ("[下转02版]", "[上接01版]"),
        ("（本文下转第二版）", "（本文上接第一版）"),
        ("紧转第2版", "紧接第1版"),
        ("转第2版", "（接第1版）"),
        ("↓下轉第二版", "上接第一版"),
        ("（下转二版）", "（上接一版《老城新桥通车》）"),
    ],
)
@pytest.mark.parametrize("apart", ["\n", ""], ids=["lines of their own", "in the paragraph"])
def test_wordings_of_jumps(tmp_path: Path, onward: str, back: str, apart: str) -> None:
    """However a paper words its jumps, and wherever they stand, the story is one, and the paragraph that was cut is."""
    head, _, rest = FIRST.partition("他们每天都在")
    first = f"{head}他们每天都在{apart}{onward}\n\n{rest.partition('（下转第二版）')[2]}"
    (tmp_path / "1.txt").write_text(first, "utf-8")
    (tmp_path / "2.txt").write_text(SECOND.replace("（上接第一版）", f"{back}{apart or ' '}"), "utf-8")
    story = list(load([tmp_path]).articles())[1]
    assert [block.text for block in story.blocks() if block.role is Role.JUMP] == [onward, back]
    assert any("他们每天都在河边散步，看着桥一天一天长高。" in block.text for block in story.blocks())


def test_who_wrote_the_halves_wrote_the_whole() -> None:
    """A story that was cut has the authors whom the bylines of both halves name, and the day of the first."""
    first = section("1", "headline:桥 byline:江帆 paragraph:一。 jump:下转第二版")
    rest = section("2", "headline:桥 jump:上接第一版 paragraph:二。 byline:陆水")
    pages = with_facts(Issue((first, rest), Metadata(date="2024-05-16"))).sections
    (page,) = join_jumps(pages)
    (story,) = page.articles
    assert (story.authors, story.date, story.page) == (("江帆", "陆水"), "2024-05-16", "1")


@pytest.mark.parametrize(
    ("headline", "role"),
    [
        ("大桥通车到海边", Role.JUMP),
        ("大桥昨通车", Role.JUMP),
        ("通车", Role.JUMP),
        ("大海", Role.SUBHEAD),
        ("大昨边", Role.SUBHEAD),
        ("——", Role.SUBHEAD),
    ],
)
def test_a_headline_that_is_repeated_shortened(headline: str, role: Role) -> None:
    """Words may be left out of it; a subhead whose few characters all stand in the headline somewhere is none."""
    pages = [
        section("1", "headline:大桥昨日通车到海边 paragraph:他说 jump:下转第二版"),
        section("2", f"headline:{headline} jump:上接第一版 paragraph:好。"),
    ]
    assert [block.role for block in join_jumps(pages)[0].articles[0].blocks() if block.text == headline] == [role]
