"""The front page of a site: stories by their rank."""

from __future__ import annotations

from dataclasses import replace

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.writers.markup.labels import HANT
from converter.writers.web.front import credit_of
from tests.strategies import PIXEL
from tests.writers.reading import Site


def test_the_front_page_ranks_stories(paper: Issue) -> None:
    """The first story of a page leads, its brief column stands beside, the others below, notes at the foot."""
    site = Site(paper)
    assert site.texts("//h1") == ["南湾日报"]
    assert site.texts("//nav[@class='sections']//a") == ["第01版 要闻", "第02版 副刊"]
    assert site.texts("//article[@class='teaser lead']//h3") == [
        "渔港小城的新航线",
        "雨下了一整夜，天亮时海面平静得像……",
    ]
    assert site.texts("(//article[@class='teaser lead'])[1]/*") == [
        "潮起 南湾",
        "渔港小城的新航线",
        "——南湾码头改造纪行",
        "林小满",
        "清晨五点，第一班渡船离岸。仓库里的灯亮到半夜。",
        "约1分钟",
    ]
    assert site.texts("//article[@class='teaser briefs']//li/*") == [
        "海塘步道开放",
        "全长六公里的步道昨日开放。",
        "鱼市换新棚",
        "新棚可以容纳八十个摊位。",
    ]
    assert site.texts("//footer") == ["2024年3月8日 星期五 本版责编：方知秋", "2024年3月8日 星期五"]


def test_stories_below_the_lead_are_major_or_minor(letter: Issue) -> None:
    """A kicker, a deck or much text makes a story a major one."""
    short = Article(Kind.ARTICLE, (Block(Role.HEADLINE, (Run("短讯"),)), Block(Role.PARAGRAPH, (Run("船到了。"),))))
    long = replace(short, parts=(short.parts[0], Block(Role.PARAGRAPH, (Run("船到了。" * 200),))))
    site = Site(Issue((Section((*letter.sections[0].articles, short, long, *letter.sections[0].articles)),)))
    assert site.front.xpath("//article/@class") == ["teaser lead", "teaser minor", "teaser major", "teaser major"]


def test_the_front_page_of_a_document_is_its_contents(letter: Issue) -> None:
    """A lone story's headline is the first heading and its subheads are listed below it; its file's name is nothing."""
    site = Site(replace(letter, metadata=Metadata(source="scan-3.txt")))
    assert site.texts("//h1") == ["渔港小城的新航线"]
    assert site.front.xpath("//nav[@class='contents']//a/@href") == ["page01-story01.html#page01-story01-7"]


def brief(count: int, text: str = "新棚昨日搭好。") -> Article:
    """A brief column of so many items."""
    items = (
        Article(Kind.ITEM, (Block(Role.HEADLINE, (Run(f"鱼市{n}"),)), Block(Role.PARAGRAPH, (Run(text),))))
        for n in range(count)
    )
    return Article(Kind.BRIEFS, (Block(Role.COLUMN_TITLE, (Run("南湾短讯"),)), *items))


def test_a_brief_column_names_its_items() -> None:
    """Up to twelve of them; of a few the first words are shown too."""
    few, more, many = (Site(Issue((Section((brief(count),)),))) for count in (5, 6, 13))
    assert few.texts("//main//li") == [f"鱼市{n}新棚昨日搭好。" for n in range(5)]
    assert more.texts("//main//li") == [f"鱼市{n}" for n in range(6)]
    assert many.texts("//main//li") == [f"鱼市{n}" for n in range(12)]


def test_a_column_without_items_shows_its_text() -> None:
    """As a story does."""
    column = Article(Kind.BRIEFS, (Block(Role.COLUMN_TITLE, (Run("天气"),)), Block(Role.PARAGRAPH, (Run("有雨。"),))))
    assert Site(Issue((Section((column,)),))).texts("//article/*") == ["天气", "有雨。"]


def test_a_page_without_stories_has_its_margins_alone() -> None:
    """No empty elements stand where its stories would."""
    note = Article(Kind.MARGIN, (Block(Role.COLUMN_NOTE, (Run("本版责编：柳溪"),)),))
    site = Site(Issue((Section((note,), "02"),)))
    assert site.front.xpath("//main/div/*/@class") == ["margins"]


def test_pages_have_headings_where_two_have_names(paper: Issue) -> None:
    """A lone page's stories stand right under the masthead."""
    both, lone = Site(paper), Site(replace(paper, sections=paper.sections[:1]))
    assert both.texts("//h2") == ["第01版 要闻", "第02版 副刊"]
    assert lone.texts("//h2") == ["渔港小城的新航线"]


def test_a_headline_is_not_said_twice() -> None:
    """A story without a headline is called after its kicker, which then does not stand above it again."""
    story = Article(Kind.ARTICLE, (Block(Role.KICKER, (Run("潮起"),)), Block(Role.PARAGRAPH, (Run("渡船离岸。"),))))
    assert Site(Issue((Section((story,)),))).texts("//article/*") == ["潮起", "渡船离岸。", "约1分钟"]


def test_further_pages_are_folded_to_their_first_story(paper: Issue) -> None:
    """What stands below the first story of a further page unfolds; the first page hides nothing."""
    story = paper.sections[1].articles[2]
    third = replace(paper.sections[1], articles=(story, story, story), page="03")
    site = Site(replace(paper, sections=(*paper.sections, third)))
    assert site.texts("//main//details/summary") == ["其余2篇"]
    assert site.front.xpath("//main//details/ancestor::section/@id") == ["page03"]
    assert len(site.front.xpath("//main//details//article")) == 2


def test_a_picture_story_is_never_empty() -> None:
    """Its teaser says what the picture shows, and who took it, with the caption read out for the picture."""
    caption = Block(Role.CAPTION, (Run("", image="a.png"), Run("海边的渔网。")))
    story = Article(Kind.ARTICLE, (Block(Role.COLUMN_TITLE, (Run("图片报道"),)), caption, credit("林小满摄")))
    site = Site(Issue((Section((story,)),), images=(("a.png", PIXEL),)))
    assert site.texts("//article/*") == ["图片报道", "林小满摄", "海边的渔网。", "约1分钟"]
    assert site.front.xpath("//article//img/@alt") == ["海边的渔网。"]


def credit(text: str) -> Block:
    """A line that says who took a picture."""
    return Block(Role.CREDIT, (Run(text),))


def test_who_took_a_picture() -> None:
    """A line below it, or its own last words; else nobody is named."""
    told = [
        (Block(Role.CAPTION, (Run("南湾码头。"),)), credit("方知秋摄")),
        (Block(Role.CAPTION, (Run("南湾码头。 方知秋摄"),)), None),
        (Block(Role.CAPTION, (Run("南湾码头。"),)), Block(Role.PARAGRAPH, (Run("渡船离岸。"),))),
        (credit("资料图片"), None),
    ]
    assert [credit_of(picture, after, HANT) for picture, after in told] == ["方知秋摄", "方知秋攝", "", "资料图片"]
