"""A page whose stories are cited: two authors, a column of items, a house that signs, signs that formats have."""

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section


def story(kind: Kind, title: str, byline: str = "") -> Article:
    """A story with a paragraph."""
    said = [(Role.HEADLINE, title), (Role.BYLINE, byline), (Role.PARAGRAPH, "昨日清晨，第一班公交车驶上新桥。")]
    return Article(kind, tuple(Block(role, (Run(text),)) for role, text in said if text))


STORIES = (
    story(Kind.ARTICLE, "新桥通车 100% & {两岸}_#1 \\ ~^$", "本报记者 江帆 欧阳闻笛"),
    Article(Kind.BRIEFS, (story(Kind.ITEM, "渔港迎来新船"), story(Kind.ITEM, "渔港迎来新船", "通讯员 陆水"))),
    story(Kind.ARTICLE, "", "本报评论员"),
    Article(Kind.MARGIN, (Block(Role.FOLIO, (Run("第03版"),)),)),
)
ISSUE = Issue(
    (Section(STORIES, "03", "民生"),),
    Metadata(paper="临江晚报", date="2024-05-16", number="2345"),
)
TITLES = ["新桥通车 100% & {两岸}_#1 \\ ~^$", "渔港迎来新船", "渔港迎来新船", "昨日清晨，第一班公交车驶上新桥。"]
AUTHORS = [["江帆", "欧阳闻笛"], [], ["陆水"], ["本报评论员"]]
BARE = Issue((Section((story(Kind.ARTICLE, "记船"),)),), Metadata(author="江帆、陆水", date="1908"))
"""A text of no paper: its year and its authors are those of the document."""
