"""Which texts of a tree are changed, and which stay."""

from converter.model import Article, Block, Form, Issue, Kind, Mark, Role, Run, Section
from converter.options import Script
from converter.script import convert_issue


def converted(*blocks: Block, wish: Script | str = "zh-Hant-TW") -> list[tuple[Run, ...]]:
    """The runs of an issue of these blocks after a change of script."""
    issue = Issue((Section((Article(Kind.ARTICLE, blocks),)),))
    return [block.runs for block in convert_issue(issue, wish).blocks()]


def test_blocks_of_code_and_links_stay() -> None:
    """A block of code is left alone, and so is where a link leads."""
    code = Block(Role.PARAGRAPH, (Run("发 = “图”"),), form=Form.CODE)
    link = Block(Role.PARAGRAPH, (Run("图书", href="图.html"),))
    assert converted(code, link) == [(Run("发 = “图”"),), (Run("圖書", href="图.html"),)]


def test_runs_of_code_keep_characters_and_quotes() -> None:
    """Code inside a paragraph keeps its characters, quotes and marks; the quotes around it are matched without it."""
    runs = (Run("他写“"), Run("发“图,书", Mark.CODE), Run("”这个词,说明发现。"))
    wish = Script("zh-Hant-TW", punctuation="full")
    expected = (Run("他寫「"), Run("发“图,书", Mark.CODE), Run("」這個詞，說明發現。"))
    assert converted(Block(Role.PARAGRAPH, runs), wish=wish) == [expected]


def test_a_word_ends_at_code() -> None:
    """理 and 发 with code between them are no 理发; no phrase is found across, whatever the configuration."""
    runs = (Run("打理"), Run("i", Mark.CODE), Run("发出程序"), Run("n", Mark.CODE), Run("员"))
    assert [run.text for run in converted(Block(Role.PARAGRAPH, runs), wish="s2twp")[0]] == [
        "打理",
        "i",
        "發出程式",
        "n",
        "員",
    ]


def test_only_paragraphs_and_leads_are_a_story() -> None:
    """A quote goes on from one paragraph to the next over a caption, whose own quotes are matched apart; code has
    none.
    """
    blocks = (
        Block(Role.PARAGRAPH, (Run("他说：“桥通了。"),)),
        Block(Role.CAPTION, (Run("桥‘头’。"),)),
        Block(Role.PARAGRAPH, (Run("a = ‘b’ # 桥"),), form=Form.CODE),
        Block(Role.PARAGRAPH, (Run("船停了‘三天’。”"),)),
    )
    assert ["".join(run.text for run in runs) for runs in converted(*blocks)] == [
        "他說：「橋通了。",
        "橋「頭」。",
        "a = ‘b’ # 桥",
        "船停了『三天』。」",
    ]


def test_an_item_is_a_story_of_its_own() -> None:
    """A quote that is open at the end of an item does not go on in the next, nor in the column."""
    items = tuple(Article(Kind.ITEM, (Block(Role.PARAGRAPH, (Run(text),)),)) for text in ("“桥通了。", "船‘停’了。"))
    head, note = Block(Role.COLUMN_TITLE, (Run("“短讯”"),)), Block(Role.LEAD, (Run("“按”"),))
    column = Article(Kind.BRIEFS, (head, *items, note))
    issue = convert_issue(Issue((Section((column,), "2", "“副刊”"),)), "zh-Hant-TW")
    assert [block.text for block in issue.blocks()] == ["「短訊」", "「橋通了。", "船「停」了。", "「按」"]
    assert issue.sections[0].name == "「副刊」"


def test_quotes_are_spread_over_their_runs() -> None:
    """Each run keeps its length, its mark and where it leads."""
    runs = (Run("他说“"), Run("桥", Mark.STRONG), Run("”，", href="#a"), Run("x“", Mark.CODE), Run("‘好’。"))
    expected = (Run("他說「"), Run("橋", Mark.STRONG), Run("」，", href="#a"), Run("x“", Mark.CODE), Run("「好」。"))
    assert converted(Block(Role.PARAGRAPH, runs)) == [expected]
