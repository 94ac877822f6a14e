"""What a notebook shows of an issue."""

from converter.exchange.table import MOST, html_of
from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section


def _issue(*texts: str) -> Issue:
    blocks = tuple(Block(Role.PARAGRAPH, (Run(text),), confidence=0.5) for text in texts)
    return Issue((Section((Article(Kind.ARTICLE, blocks),), "03", "民生"),), Metadata(title="<新桥>"))


def test_a_row_a_block() -> None:
    """Page and article stand once; text is no mark-up, and long text is cut."""
    head = "<tr><th>版</th><th>article</th><th>role</th><th>%</th><th>text</th></tr>"
    assert html_of(_issue("a<b", "长" * 61)) == (
        f"<table><caption><strong>&lt;新桥&gt;</strong> zh-Hans</caption>{head}"
        "<tr><td>03 民生</td><td>article</td><td>paragraph</td><td>50%?</td><td>a&lt;b</td></tr>"
        f"<tr><td></td><td></td><td>paragraph</td><td>50%?</td><td>{'长' * 60}…</td></tr></table>"
    )


def test_a_large_issue_is_shown_in_part() -> None:
    """What is left out is counted."""
    shown = html_of(_issue(*["字"] * (MOST + 3)))
    assert shown.count("<tr>") == MOST + 1
    assert shown.endswith("</table><p>… 3 more blocks</p>")
    assert _issue("字")._repr_html_() == html_of(_issue("字"))
