"""Where a page shows its headline, and what leads to it."""

import pytest
from lxml.html import HtmlElement, fromstring

from converter.readers.html.about import About
from converter.readers.html.headline import headline_of, kicker_of
from converter.readers.html.tree import Amounts

TEXT = "<div id=text><p>新桥昨日通车，市民一早就在桥头等候，队伍排到了码头。</p></div>"


def page(head: str, told: str = "") -> tuple[HtmlElement, HtmlElement, About]:
    """A page with ``head`` above its content, that calls itself ``told``."""
    root = fromstring(f"<html><body><div>{head}{TEXT}</div></body></html>")
    return root, root.get_element_by_id("text"), About(titles=[told] if told else [], title=told)


@pytest.mark.parametrize(
    ("head", "told", "expected"),
    [
        ("<founder-title>海湾新桥通车</founder-title><h1>临江日报</h1>", "", "founder-title"),
        ("<h1>临江网要闻</h1><h2>海湾新桥昨日通车</h2>", "海湾新桥昨日通车_临江网", "h2"),
        ("<h1>海湾新桥昨日通车</h1><h2>海湾新桥昨日通车</h2>", "海湾新桥昨日通车", "h1"),
        ("<h1 class=logo>临江网</h1><p>海湾新桥昨日通车</p>", "海湾新桥昨日通车", "p"),
        ("<h1>海湾新桥通车了</h1><p>江帆</p>", "临江网", "h1"),
        ("<p>海湾新桥昨日通车</p>", "海湾新桥昨日通车，七百人走过江面", "p"),
        ("<h3>海湾新桥通车了</h3>", "", "h3"),
        ("<div class=news-title>海湾新桥通车了</div>", "", "div"),
        ("<p>海湾新桥昨日通车了</p>", "第03版：城事", "p"),
        ("<p>江帆 柏青禾</p>", "", None),
    ],
    ids="founder as-titled h1-first shown first-h1 said near called newspaper none".split(),
)
def test_the_ways_in_which_a_page_shows_its_headline(head: str, told: str, expected: str | None) -> None:
    """From the surest to the least sure; a site's own name is none."""
    root, content, known = page(head, told)
    found = headline_of(root, content, known, Amounts(root))
    assert expected == (None if found is None else found.tag)


@pytest.mark.parametrize(
    ("above", "led"),
    [
        ("<h3>历时三年 两岸相连</h3>", True), ("<h3>当前位置：要闻</h3>", False),
        ("<p class=yinti>历时三年 两岸相连</p>", True),
        ("<p>两岸相连</p>", True), ("<p>历时三年</p>", False),
        ("<p><founder-introtitle>历时三年</founder-introtitle></p>", True),
        ("<h3>" + "历时三年" * 31 + "</h3>", False),
    ],
)  # fmt: skip
def test_what_leads_to_a_headline(above: str, led: bool) -> None:
    """A lower heading, what the page tells or calls a kicker; not the way through a site, and not too long a line."""
    root, _, known = page(f"{above}<h1>海湾新桥通车</h1>")
    known.kicker = "两岸相连"
    [headline] = root.iter("h1")
    assert led is (kicker_of(headline, known) is not None)


def test_a_line_above_a_headline_of_a_digital_newspaper() -> None:
    """On a page that names a newspaper's pages a plain line leads to the headline, one with a day does not."""
    for line, led in (
        ("历时三年 两岸相连", True),
        ("2024年5月16日", False),
        ("<a href='/'>历时三年</a>", False),
        ("三年", False),
    ):
        root, _, known = page(f"<p>{line}</p><h1>海湾新桥通车</h1><i>第03版：城事</i>")
        [headline] = root.iter("h1")
        assert led is (kicker_of(headline, known) is not None), line


def test_nothing_leads_to_a_page_that_is_all_headline() -> None:
    """Where the body itself is taken for the headline, the page's head is no line above it."""
    root = fromstring("<html><head><title>临江网</title></head><body>海湾新桥通车</body></html>")
    assert kicker_of(root.body, About()) is None
