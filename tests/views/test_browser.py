"""The annotated text shows every line once, in its block's role, with joins, doubts and brackets."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from converter.model import Article, Block, Issue, Kind, Line, Role, Run, Section, Source
from converter.pipeline import detect
from converter.readers.text import read_text
from converter.views.browser import annotated
from tests.strategies import CHARACTERS, issues

LINES = ("第05版 要闻", "桥通了<b>车", "两岸的居民今天", "市民过桥。", "走上大桥。", "渡口停运")
SOURCE = Source(
    "\n".join(LINES),
    tuple(
        Line(
            text, sum(len(line) + 1 for line in LINES[:n]), sum(len(line) + 1 for line in LINES[:n]) + len(text), n + 1
        )
        for n, text in enumerate(LINES)
    ),
)


def block(role: Role, *lines: int, confidence: float = 1.0, second: Role | None = None) -> Block:
    """A block made of lines of ``SOURCE``, counted from 1."""
    found = [SOURCE.lines[number - 1] for number in lines]
    text = "".join(line.text for line in found)
    return Block(role, (Run(text),), tuple((line.start, line.end) for line in found), confidence, second)


ISSUE = Issue(
    (
        Section(
            (
                Article(Kind.MARGIN, (block(Role.FOLIO, 1),)),
                Article(Kind.ARTICLE, (block(Role.HEADLINE, 2), block(Role.PARAGRAPH, 3, 5))),
                Article(Kind.PICTURE, (block(Role.CAPTION, 4, confidence=0.7999, second=Role.PARAGRAPH),)),
                Article(Kind.BRIEFS, (Article(Kind.ITEM, (block(Role.HEADLINE, 6, confidence=0.6),)),)),
            ),
            "05",
            "要闻",
        ),
    ),
)
TREE = html.document_fromstring(annotated(SOURCE, ISSUE))


def texts(path: str) -> list[str]:
    """The text of every element that ``path`` finds, its white space single."""
    return [" ".join(element.text_content().split()) for element in TREE.xpath(path)]


def test_every_line_stands_in_the_sources_order_with_its_number() -> None:
    """Lines are in the source's order, also where a caption lies between the halves of a paragraph."""
    assert texts("//*[@class='line']") == [f"{n}{text}" for n, text in enumerate(LINES, 1)]


def test_every_block_has_its_role_in_two_languages() -> None:
    """The role is a link to itself, so that the tab key walks from block to block; the second half of a block has it
    too.
    """
    roles = [
        "报眉 folio",
        "主题 headline",
        "正文 paragraph",
        "图片说明 caption 79%?",
        "正文 paragraph",
        "主题 headline 60%?",
    ]
    assert texts("//a[@class='tag']") == roles
    assert TREE.xpath("//a[@class='tag']/@href") == ["#b1", "#b2", "#b3", "#b4", "#b3", "#b5"]
    assert TREE.xpath("//a[@class='tag']/@id") == ["b1", "b2", "b3", "b4", "b5"]


def test_a_join_is_drawn_from_line_to_line_past_what_lies_between() -> None:
    """A rail leaves the first half, passes the caption, and enters the second half."""
    rails = [[i.get("class") for i in line.iter("i")] for line in TREE.xpath("//*[@class='line']")]
    assert rails == [[], [], ["rail out r0"], ["rail over r0"], ["rail in r0"], []]


def test_joins_that_lie_over_one_another_have_rails_of_their_own() -> None:
    """A caption of two lines inside of a paragraph is joined beside the paragraph's rail."""
    nested = (block(Role.PARAGRAPH, 2, 5), block(Role.CAPTION, 3, 4), block(Role.FOLIO, 1), block(Role.JUMP, 6))
    tree = html.document_fromstring(annotated(SOURCE, Issue((Section((Article(Kind.ARTICLE, nested),)),))))
    rails = [[i.get("class") for i in line.iter("i")] for line in tree.xpath("//*[@class='line']")]
    assert rails == [
        [],
        ["rail out r0"],
        ["rail over r0", "rail out r1"],
        ["rail over r0", "rail in r1"],
        ["rail in r0"],
        [],
    ]


def test_a_doubt_tells_its_second_reading_beside_the_block_and_in_the_list() -> None:
    """What it may be instead, or that only its edges are unsure; the role's link is described by it."""
    doubts = ["图片说明 caption 79% 或 or 正文 paragraph", "主题 headline 60% 起止未定 edges unsure"]
    assert texts("//p[@class='note']/span") == doubts
    assert texts("//details[1]//a") == [f"第4行 {doubts[0]}", f"第6行 {doubts[1]}"]
    assert (
        TREE.xpath("//a[@aria-describedby]/@aria-describedby")
        == TREE.xpath("//p[@class='note']/span/@id")
        == ["n4", "n5"]
    )
    assert TREE.xpath("//details[1]//a/@href") == ["#b4", "#b5"]


def test_brackets_stand_around_articles_also_where_another_interrupts() -> None:
    """The article's bracket has two pieces; margins have none; an item has its own inside of its column's."""
    classes = [e.get("class") for e in TREE.xpath("//main/*[contains(@class, 'story')]")]
    assert classes == ["story margin", "story article unended", "story picture", "story article begun", "story briefs"]
    assert texts("//main//h2") == ["版 page 05 要闻", "稿件 article", "图片 picture", "简讯 briefs"]
    assert texts("//*[@class='item']//*[@class='text']") == ["渡口停运"]


def test_the_legend_has_the_pages_roles_and_figures() -> None:
    """Only the roles that occur, each with its count and a box to tick; the figures above them."""
    assert texts("//label") == ["报眉 folio 1", "主题 headline 2", "正文 paragraph 1", "图片说明 caption 1"]
    assert texts("//ul[@class='figures']/li") == ["2 稿件 articles", "5 块 blocks", "1 接合 joined", "2 存疑 in doubt"]


def test_words_are_in_the_pages_script() -> None:
    """A traditional page has traditional words, and says its language."""
    tree = html.document_fromstring(annotated(SOURCE, replace(ISSUE, language="zh-Hant-HK")))
    assert tree.get("lang") == "zh-Hant-HK"
    assert tree.xpath("//a[@class='tag']")[0].text_content().split() == ["報眉", "folio"]


def test_the_page_needs_nothing_and_its_policy_says_so() -> None:
    """No address but its own; the one style and the one script are allowed by their hashes, all else forbidden."""
    held = [TREE.xpath(f"//{name}/text()") for name in ("style", "script")]
    style, code = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for (text,) in held)
    (policy,) = TREE.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    allowed = f"style-src 'sha256-{style}'; script-src 'sha256-{code}'"
    assert policy == f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"
    assert TREE.xpath("//link | //@src | //@style") == []
    assert all(href.startswith("#") for href in TREE.xpath("//@href"))


LONG = "两岸的居民昨天走上大桥，老人和孩子走在最前面，大家都说这一天等了很久。"


def shown(*blocks: tuple[Role, str, float]) -> html.HtmlElement:
    """The page of these blocks: the role, the lines, how sure it is."""
    lines = [line for _, text, _ in blocks for line in text.split("\n")]
    source = read_text("\n".join(lines).encode(), "utf-8")
    spans = iter([(line.start, line.end) for line in source.lines])
    made = tuple(
        Block(role, (Run(text.replace("\n", "")),), tuple(next(spans) for _ in text.split("\n")), sure)
        for role, text, sure in blocks
    )
    return html.document_fromstring(annotated(source, Issue((Section((Article(Kind.ARTICLE, made),)),))))


def test_paragraphs_that_are_sure_are_folded() -> None:
    """The first line stays, the others are inside, and how many are joined is told; each line is there once."""
    tree = shown((Role.PARAGRAPH, LONG, 1.0), (Role.PARAGRAPH, "桥通了，\n人们过桥，\n船停了。", 1.0))
    folds = tree.xpath("//main//details[not(@open)]")
    seen = [fold.xpath("summary/*/*[@class='text']/text()") for fold in folds]
    inside = [fold.xpath("p/*[@class='text']/text()") for fold in folds]
    assert (seen, inside) == ([[LONG], ["桥通了，"]], [[], ["人们过桥，", "船停了。"]])
    assert tree.xpath("//*[@class='count']/text()") == ["⤶3"]


def test_what_has_to_be_looked_at_is_not_folded() -> None:
    """A doubt, another role, a line that a phone shows whole, and the halves of what others interrupt."""
    tree = shown((Role.PARAGRAPH, LONG, 0.7), (Role.LEAD, LONG, 1.0), (Role.PARAGRAPH, "桥通了。", 1.0))
    assert tree.xpath("//main//details") == []
    assert TREE.xpath("//main//details") == []


def test_a_doubt_leads_to_the_next_one() -> None:
    """By a link in its note, which needs no script; the last leads nowhere."""
    assert TREE.xpath("//p[@class='note']/a[@class='next']/@href") == ["#b5"]
    assert texts("//p[@class='note']")[0].endswith("下一处 next")


def test_the_keys_are_told() -> None:
    """In the legend."""
    assert TREE.xpath("//kbd/text()") == ["n", "p", "o"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(CHARACTERS, max_size=30), max_size=12).map("\n".join))
def test_any_text_is_shown_line_by_line(text: str) -> None:
    """What the detector makes of random text is shown whole: every line once, each link leads somewhere."""
    source = read_text(text.encode(), "utf-8") if text.strip() else Source("", ())
    tree = html.document_fromstring(annotated(source, detect(source)))
    shown = [element.text_content() for element in tree.xpath("//*[@class='text']")]
    assert shown == [line.text for line in source.lines]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in tree.xpath("//@href")} <= set(ids)


@settings(max_examples=40, deadline=None)
@given(issues())
def test_any_outline_is_shown_block_by_block(issue: Issue) -> None:
    """A finished tree has no source: its blocks stand in their order."""
    tree = html.document_fromstring(annotated(issue, issue))
    shown = ["".join(e.text_content().split()) for e in tree.xpath("//*[@class='text']")]
    assert shown == ["".join(block.text.split()) for block in issue.blocks()]


def test_the_page_grows_with_the_text() -> None:
    """Twice the text is at most twice the page."""
    source = read_text("\n\n".join(f"　　第{n}段，讲的是江边的事\n情。" for n in range(200)).encode(), "utf-8")
    whole = len(annotated(source, detect(source)))
    half = replace(source, lines=source.lines[:200])
    assert whole <= 2 * len(annotated(half, detect(half)))


def test_marks_between_names_and_empty_cells() -> None:
    """No line begins with a dash between two names, and the tabs of a table's empty cells leave no wide gaps."""
    source = read_text("姓名，曾用名\n甲—乙高速公路今天早上通车。\n".encode(), None)
    source = replace(source, lines=(replace(source.lines[0], text="姓名\t\t\t曾用名\t\t"), *source.lines[1:]))
    page = annotated(source, detect(source)).decode()
    assert '<span class="text">姓名\t曾用名</span>' in page
    assert '<span class="tied">甲—</span>乙' in page
