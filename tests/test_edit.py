"""A tree that is changed keeps its text, and every piece of it knows where it came from."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from converter import edit
from converter.errors import UnfitCorrection
from converter.model import Article, Block, Document, Issue, Kind, Mark, Metadata, Role, Run, Section
from converter.readers.text import source_of
from converter.structure import detect_structure
from tests.strategies import issues

PAGE = """渔港迎来新船

本报讯 船队今早出海，码头上锣鼓喧天。

旧书馆重开

修缮后的书馆今起开放，老读者排起了长队。
"""


def block(text: str, role: Role = Role.PARAGRAPH) -> Block:
    """A block of one run."""
    return Block(role, (Run(text),))


def issue_of(*articles: Article | tuple[str, ...]) -> Issue:
    """An issue of articles; texts are a story's paragraphs."""
    made = (one if isinstance(one, Article) else Article(Kind.ARTICLE, tuple(map(block, one))) for one in articles)
    return Issue((Section(tuple(made)),))


def texts(issue: Issue) -> list[list[str]]:
    """The texts of each article's blocks."""
    return [[block.text for block in article.blocks()] for article in issue.articles()]


def solid(issue: Issue) -> Counter[str]:
    """How often each character occurs, white space and hyphens left out, and each picture."""
    runs = [run for block in issue.blocks() for run in block.runs]
    text = "".join("".join(run.text for run in runs).replace("-", "").split())
    return Counter(text) + Counter(run.image for run in runs if run.image)


def test_every_block() -> None:
    """Blocks are changed in reading order, those of items too."""
    item = Article(Kind.ITEM, (block("二"), block("三")))
    issue = issue_of(Article(Kind.BRIEFS, (block("一"), item, block("四"))), ("五",))
    seen: list[str] = []

    def change(old: Block) -> Block:
        seen.append(old.text)
        return block(f"{old.text}。")

    assert texts(edit.map_blocks(issue, change)) == [["一。", "二。", "三。", "四。"], ["五。"]]
    assert seen == ["一", "二", "三", "四", "五"]


def test_every_text() -> None:
    """Runs, names of sections and what is read of the metadata are changed; links, pictures and files stay."""
    runs = (Run("船", href="船.html"), Run("船", image="船.png"))
    section = Section((Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, runs),)),), "03", "船讯")
    issue = Issue((section,), Metadata(title="船", paper="船报", source="船.txt"))
    done = edit.map_text(issue, lambda text: text.replace("船", "舟"))
    assert next(done.blocks()).runs == (Run("舟", href="船.html"), Run("舟", image="船.png"))
    assert (done.sections[0].name, done.metadata) == ("舟讯", Metadata(title="舟", paper="舟报", source="船.txt"))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda issue: edit.move(issue, 0, after=3), [["乙"], ["丙", "丁", "甲"]]),
        (lambda issue: edit.move(issue, 3, before=0), [["丁", "甲", "乙"], ["丙"]]),
        (lambda issue: edit.move(issue, range(2, 4), after=1), [["甲", "乙", "丙", "丁"]]),
        (lambda issue: edit.merge(issue, 0), [["甲乙"], ["丙", "丁"]]),
        (lambda issue: edit.merge(issue, 1), [["甲", "乙丙"], ["丁"]]),
        (lambda issue: edit.split(issue, 1), [["甲"], ["乙"], ["丙", "丁"]]),
        (lambda issue: edit.split(issue, 2), [["甲", "乙"], ["丙", "丁"]]),
    ],
)
def test_move_merge_and_split(change: Callable[[Issue], Issue], expected: list[list[str]]) -> None:
    """Blocks go where they are told; an article that is left empty goes, and one is cut before its block."""
    assert texts(change(issue_of(("甲", "乙"), ("丙", "丁")))) == expected


def test_an_item_is_split_in_its_column() -> None:
    """The column stays one; its item is two."""
    item = Article(Kind.ITEM, (block("一"), block("二")))
    [column] = edit.split(issue_of(Article(Kind.BRIEFS, (item, block("注")))), 1).articles()
    assert column.parts == (Article(Kind.ITEM, (block("一"),)), Article(Kind.ITEM, (block("二"),)), block("注"))


def test_merged_blocks_are_joined_as_lines_are() -> None:
    """Latin words get a space, a broken one none; marks stay, spans are those of both, the less sure reading counts."""
    above = Block(Role.LEAD, (Run("用open"),), ((0, 5),), 0.9, Role.DECK)
    below = Block(Role.PARAGRAPH, (Run("source", Mark.STRONG), Run("软件")), ((7, 15),), 0.5, Role.BYLINE)
    runs = (Run("用open "), Run("source", Mark.STRONG), Run("软件"))
    assert edit.merged(above, below) == Block(Role.LEAD, runs, ((0, 5), (7, 15)), 0.5, Role.BYLINE)
    assert edit.merged(block("infor-"), block("mation")).text == "information"


def test_a_cut_finds_its_place_in_the_source() -> None:
    """What was left out of the text, an invisible character or a hyphen, moves no cut; blanks at it go."""
    issue = detect_structure(
        source_of("渔港迎来新船\n\n船\u200b队今早\u200b出海，有 infor-\nmation 可查，码头上锣鼓喧天。\n")
    )
    [_, whole] = issue.blocks()
    assert whole.text == "船队今早出海，有 information 可查，码头上锣鼓喧天。"
    document = issue.documents[0].text
    assert document
    for at in (2, 4, 7, 8, 9, 13, 16, 20, 25):
        _, first, second = edit.split(issue, 1, at).blocks()
        pieces = [
            "".join(document[start:end] for start, end in half.origin).replace("\u200b", "") for half in (first, second)
        ]
        assert [piece.replace("-", "").strip() for piece in pieces] == [first.text, second.text]
        assert (first.text, second.text) == (whole.text[:at].rstrip(), whole.text[at:].lstrip())


def test_a_cut_in_another_script() -> None:
    """The spans are those of the text as read, whatever the block's text has become."""
    document = Document("昨日发现了新岸。今日")
    read = Block(Role.PARAGRAPH, (Run("昨日發現了新岸。今日"),), ((0, 10),))
    issue = Issue((Section((Article(Kind.ARTICLE, (read,)),)),), documents=(document,))
    assert [half.origin for half in edit.split(issue, 0, 8).blocks()] == [((0, 8),), ((8, 10),)]


def test_a_cut_in_the_second_document() -> None:
    """Spans count through all documents."""
    documents = (Document("渔港\n"), Document("新 船来了", start=4))
    read = Block(Role.PARAGRAPH, (Run("渔港新船来了"),), ((0, 2), (4, 9)))
    issue = Issue((Section((Article(Kind.ARTICLE, (read,)),)),), documents=documents)
    assert [half.origin for half in edit.split(issue, 0, 3).blocks()] == [((0, 2), (4, 5)), ((6, 9),)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda issue: edit.merge(issue, 3), "there is no block 4: the issue has 4"),
        (lambda issue: edit.split(issue, -1), "there is no block -1"),
        (lambda issue: edit.split(issue, 0, 1), "block 0 cannot be cut at 1: its text has 1 "),
        (lambda issue: edit.move(issue, 0), "say before or after"),
        (lambda issue: edit.move(issue, range(2), after=1), "block 1 is moved itself"),
    ],
)
def test_what_cannot_be(change: Callable[[Issue], Issue], message: str) -> None:
    """A block that is not there, and a place that is none, are told in a sentence."""
    with pytest.raises(UnfitCorrection, match=message):
        change(issue_of(("甲", "乙"), ("丙", "丁")))


def test_a_picture_is_not_cut() -> None:
    """A cut in the words of a picture is refused, one beside it leaves it whole."""
    picture = Block(Role.CAPTION, (Run("港口", image="a.png"), Run("新船靠岸")))
    issue = issue_of(Article(Kind.PICTURE, (picture,)))
    with pytest.raises(UnfitCorrection, match="a picture stands there"):
        edit.split(issue, 0, 1)
    assert [half.runs for half in edit.split(issue, 0, 2).blocks()] == [picture.runs[:1], picture.runs[1:]]


@given(issues(), st.data())
def test_nothing_is_lost(issue: Issue, data: st.DataObject) -> None:
    """Whatever is moved, merged or split, every character and picture is there once."""
    count = sum(1 for _ in issue.blocks())
    assume(count)
    number = st.integers(0, count - 1)
    changes: tuple[Callable[[], Issue], ...] = (
        lambda: edit.move(issue, data.draw(number), before=data.draw(number)),
        lambda: edit.move(issue, data.draw(number), after=data.draw(number)),
        lambda: edit.merge(issue, data.draw(number)),
        lambda: edit.split(issue, data.draw(number), data.draw(st.integers(0, 12))),
    )
    for change in changes:
        try:
            done = change()
        except UnfitCorrection:
            continue
        assert solid(done) == solid(issue)


@given(st.data())
def test_what_is_split_and_merged_is_as_it_was(data: st.DataObject) -> None:
    """A paragraph cut anywhere and joined again has its text and all characters of its spans."""
    issue = detect_structure(source_of(PAGE))
    text = issue.documents[0].text
    number = data.draw(st.integers(0, 3))
    blocks = list(issue.blocks())
    cut = edit.split(issue, number, data.draw(st.integers(1, len(blocks[number].text) - 1)))
    halves = list(cut.blocks())[number : number + 2]
    again = list(edit.merge(cut, number).blocks())[number]
    assert text
    for piece in (*halves, again):
        assert "".join("".join(text[a:b] for a, b in piece.origin).split()) == "".join(piece.text.split())
    assert "".join(again.text.split()) == "".join(blocks[number].text.split())


def test_authors_follow_their_bylines() -> None:
    """Cut off, a story has the authors of its own byline; one whose role is corrected makes its name the author's."""
    parts = tuple(
        Block(role, (Run(text),))
        for role, text in [
            (Role.HEADLINE, "桥"),
            (Role.BYLINE, "江帆"),
            (Role.HEADLINE, "雨"),
            (Role.PARAGRAPH, "陆水"),
        ]
    )
    issue = Issue((Section((Article(Kind.ARTICLE, parts, ("江帆",), url="https://海湾.example/1"),)),))
    cut = edit.split(issue, 2)
    assert [(story.authors, story.url) for story in cut.articles()] == [
        (("江帆",), "https://海湾.example/1"),
        ((), "https://海湾.example/1"),
    ]
    mended = edit.map_blocks(cut, lambda block: replace(block, role=Role.BYLINE) if block.text == "陆水" else block)
    assert [story.authors for story in mended.articles()] == [("江帆",), ("陆水",)]
