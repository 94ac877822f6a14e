"""Stories that go on on another page."""

import pytest

from converter.model import Article, Block, Kind, Role, Run, Section
from converter.structure.issue.jumps import join_jumps, page_key


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
        (  # one that says another page finds no partner
            [
                section("1", "headline:桥 paragraph:一。 jump:下转第二版"),
                section("2", "jump:上接第三版 paragraph:二。"),
            ],
            [["headline:桥 paragraph:一。 jump:下转第二版"], ["jump:上接第三版 paragraph:二。"]],
        ),
    ],
    ids=["chain", "by-title", "signed-again", "subhead", "no-partner"],
)
def test_join_jumps(pages: list[Section], expected: list[list[str]]) -> None:
    """A continuation goes to its story; nothing else moves."""
    assert told(join_jumps(pages)) == expected


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
