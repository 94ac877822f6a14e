"""The article of a site's page: its head, its text, its foot."""

from __future__ import annotations

from converter.model import Form, Role
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
