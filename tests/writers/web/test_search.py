"""The page that finds words in the issue."""

from __future__ import annotations

import json
import re

from converter.model import Article, Block, Issue, Kind, Role, Run, Section
from tests.writers.reading import Site


def data_of(site: Site) -> dict[str, object]:
    """What the page's script is given."""
    (code,) = site.trees["search.html"].xpath("//script[not(@type)]/text()")
    (held,) = re.findall(r"^search\((.*)\);$", code, re.MULTILINE)
    return dict(json.loads(held))


def test_without_scripts_it_lists_every_story(paper: Issue) -> None:
    """By page (版), each leading to its own."""
    site = Site(paper)
    assert site.texts("//main//h2", "search.html") == ["第01版 要闻", "第02版 副刊"]
    assert site.trees["search.html"].xpath("//main//li/a/@href") == [
        "page01-story02.html",
        "page02-story02.html",
        "page02-story03.html",
    ]


def test_the_script_has_every_text_in_the_order_of_the_list(paper: Issue) -> None:
    """A story's blocks one after another, those of its items too."""
    texts = data_of(Site(paper))["texts"]
    assert isinstance(texts, list) and len(texts) == 3
    assert texts[1] == (
        "南湾短讯 海塘步道开放 本报电 全长六公里的步道昨日开放。 "
        "鱼市换新棚 本报电 新棚可以容纳八十个摊位。 (本栏目整理：方知秋)"
    )


def story(text: str) -> Issue:
    """An issue of one story."""
    return Issue((Section((Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, (Run(text),)),)),)),))


def test_the_table_holds_what_may_lead_to_the_text() -> None:
    """Each character of the other script whose form is in the text, and no more; as long on both sides."""
    data = data_of(Site(story("臺灣的橋")))
    table = dict(zip(str(data["from"]), str(data["to"]), strict=True))
    assert {one: table[one] for one in "臺灣橋"} == {"臺": "台", "灣": "湾", "橋": "桥"}
    assert set(table.values()) <= set("台湾的桥")


def test_what_a_text_says_cannot_end_the_script() -> None:
    """A tag in the text stays text, and a name that is set wide is found as it is asked for."""
    site = Site(story("</script><b> 文/柳　溪"))
    assert data_of(site)["texts"] == ["</script><b> 文/柳溪"]
    assert site.trees["search.html"].xpath("//b") == []
