"""The article of a site's page: its head, its text, its foot."""

from __future__ import annotations

from converter.model import Form, Mark, Role
from converter.readers.html.page import read_html
from tests.readers.html.pages import page


def test_a_byline_at_the_head_of_the_text() -> None:
    """Reporters who stand in the text's first line are the byline, and the authors."""
    text = "新桥昨日通车，市民一早就在桥头等候，队伍排到了码头，负责人说，步道夜里十一点关灯。"
    head = '<meta property="og:title" content="新桥通车了"/>'
    source = page(
        f"<h1>新桥通车了</h1><div class=content><p><b>江南网记者 江帆 白露</b></p><p>{text}</p><p>{text}</p></div>",
        head,
    )
    assert [line.role for line in source.lines][:3] == [Role.HEADLINE, Role.BYLINE, Role.PARAGRAPH]
    assert source.metadata.author == "江帆、白露"


def test_a_list_under_the_headline_is_no_byline() -> None:
    """Short items are people only where one of them says so."""
    text = "新桥昨日通车，市民一早就在桥头等候，队伍排到了码头，负责人说，步道夜里十一点关灯。"
    head = '<meta property="og:title" content="做一盏路灯"/>'
    items = "".join(f"<li>{item}</li>" for item in ("电池", "灯带", "菜坛"))
    source = page(f"<div class=content><h1>做一盏路灯</h1><ul>{items}</ul><p>{text}</p><p>{text}</p></div>", head)
    assert [(line.text, line.form) for line in source.lines][1:4] == [
        ("电池", Form.ITEM),
        ("灯带", Form.ITEM),
        ("菜坛", Form.ITEM),
    ]


def test_a_note_of_the_headline() -> None:
    """The mark in a site's headline leads to the note below the article, and is none of what this is called."""
    text = "<p>连接两岸的新桥昨日正式通车。清晨六点，第一批车辆从北岸驶上桥面，司机们鸣笛庆祝，居民走上桥头。</p>" * 3
    source = read_html(
        (
            '<html><head><meta property="og:type" content="article"></head><body><div><a href="/">首页</a></div>'
            '<div class="article"><h1>新桥通车<sup><a href="#n">[1]</a></sup></h1><p>2024-06-03 来源：临津日报</p>'
            f'<div class="content">{text}<p id="n">[1] 桥长三里。</p></div></div></body></html>'
        ).encode()
    )
    notes = [(line.text, line.form) for line in source.lines if any(run.mark is Mark.NOTE for run in line.runs)]
    assert (source.metadata.title, notes) == ("新桥通车", [("新桥通车1", None), ("1桥长三里。", Form.NOTE)])
