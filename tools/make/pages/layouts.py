"""The pages that are made: each a way of setting stories that readers of PDF fail at."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from converter.model import Issue, Kind
from converter.readers.outline import read_outline
from tools.make.pages.setting import Page, Part, Type, need

CASES = Path(__file__).parents[3] / "tests" / "cases" / "pages"
FLOWS = ("lead", "paragraph", "subhead", "signature")
Story = list[Part]


def stories(case: str) -> list[Story]:
    """The stories of a labelled page."""
    _, _, outline = re.split(r"^=== (?:page|outline)\n", (CASES / f"{case}.case").read_text("utf-8"), flags=re.M)
    issue = read_outline(f"# banmian outline 1\n{outline}".encode())
    assert isinstance(issue, Issue)
    return [
        [Part(block.role.value, block.text) for block in article.blocks()]
        for article in issue.articles()
        if article.kind is Kind.ARTICLE
    ]


def text_of(*some: Story) -> Story:
    """What runs through the columns of some stories."""
    return [part for story in some for part in story if part.role in FLOWS]


def word(story: Story, role: str) -> str:
    """The first block of a role."""
    return next((part.text for part in story if part.role == role), "")


class Columns:
    """Columns of one measure beside each other from ``left`` on."""

    def __init__(self, left: float, type: Type, gutter: float) -> None:
        self.left, self.type, self.step, self.gutter = left, type, type.measure + gutter, gutter

    def x(self, number: int) -> float:
        """Where a column begins."""
        return self.left + number * self.step

    def over(self, count: int, size: float, bold: bool = True) -> Type:
        """A title's type over some columns."""
        return Type(size, (count * self.step - self.gutter) / size, size * 1.25, bold)

    def fill(self, page: Page, article: str, parts: Story, first: int, count: int, top: float) -> float:
        """A story through some columns of one depth; gives where they end."""
        rows = math.ceil(need(parts, self.type.cells) / count)
        page.flow(article, parts, [(self.x(first + n), top, rows) for n in range(count)], self.type)
        return top + rows * self.type.lead


def folio(page: Page, text: str) -> None:
    """The line at the page's top, with a rule below."""
    page.title("folio", None, text, 40, 20, Type(9, 60, 12), "left")
    page.rules.append((40, 36, page.width - 40, 36))


def headed(
    page: Page, columns: Columns, article: str, story: Story, first: int, count: int, top: float, size: float
) -> float:
    """Kicker, headline, deck and byline over some columns; gives where they end."""
    for role, points, bold in (
        ("kicker", size * 0.5, False),
        ("headline", size, True),
        ("deck", size * 0.5, False),
        ("byline", columns.type.size, False),
    ):
        if text := word(story, role):
            top = page.title(role, article, text, columns.x(first), top, columns.over(count, points, bold))
    return top + 4


def narrow_gutters() -> Page:
    """Four columns with gutters of less than an em, two stories side by side under a third."""
    page = Page("n1-narrow", 640, 900)
    folio(page, "岚城晚报　2023年11月14日　星期二　A05　城事")
    a, b, c, d = stories("evening-city-desk")[:4]
    columns = Columns(40, Type(10, 13, 15), 8)
    y = columns.fill(page, "A", text_of(a), 0, 4, headed(page, columns, "A", a, 0, 4, 46, 26))
    page.rules.append((40, y + 3, 40 + 4 * columns.step - 8, y + 3))
    y += 12
    end = columns.fill(page, "B", text_of(b), 0, 2, headed(page, columns, "B", b, 0, 2, y, 16))
    columns.fill(page, "C", text_of(c), 2, 2, headed(page, columns, "C", c, 2, 2, y, 17))
    columns.fill(page, "D", text_of(d), 0, 2, headed(page, columns, "D", d, 0, 2, end + 14, 15))
    return page


def pinwheel() -> Page:
    """Four stories round a framed one: no cut goes through the page."""
    page = Page("n2-pinwheel", 760, 900)
    folio(page, "工友报　2022年9月8日　星期四　第06版　综合")
    a, b, c, d = stories("metro-capital")[:4]
    e = stories("science-paper")[3]
    columns = Columns(40, Type(9.5, 12, 14), 14)
    body = columns.type
    top = 46.0
    y = headed(page, columns, "A", a, 0, 3, top, 22)
    rows = math.ceil(need(text_of(a), 12) / 3)
    page.flow("A", text_of(a), [(columns.x(n), y, rows) for n in range(3)], body)
    a_end = y + rows * body.lead
    y = headed(page, columns, "B", b, 3, 2, top, 18)
    b_end = columns.fill(page, "B", text_of(b), 3, 2, y)
    y = headed(page, columns, "C", c, 0, 1, a_end + 16, 14)
    columns.fill(page, "C", text_of(c, d), 0, 1, y)
    y = headed(page, columns, "D", e, 2, 3, max(a_end + 190, b_end + 20), 20)
    columns.fill(page, "D", text_of(e), 2, 3, y)
    box = text_of(stories("wire-page-of-five")[0])[:2]
    left, wide = columns.x(1), Type(9.5, 24, 14)
    page.title(
        "headline", "E", word(stories("wire-page-of-five")[0], "headline"), left + 8, a_end + 22, Type(13, 17, 17, True)
    )
    rows = need(box, 24)
    page.flow("E", box, [(left + 8, a_end + 60, rows)], wide)
    page.frames.append((left, a_end + 14, left + 8 + wide.measure + 12, a_end + 66 + rows * 14))
    return page


def turned() -> Page:
    """A page with /Rotate and a crop box that does not begin at 0; its characters come in any order."""
    page = Page("n3-turned", 700, 880, rotate=90, origin=(30, 50), shuffled=True)
    folio(page, "农乡周报　2023年3月2日　第3版　农技")
    a, b = stories("farmers-paper")[:2]
    columns = Columns(40, Type(10.5, 17, 16), 16)
    y = columns.fill(page, "A", text_of(a), 0, 3, headed(page, columns, "A", a, 0, 3, 46, 28))
    columns.fill(page, "B", text_of(b), 0, 3, headed(page, columns, "B", b, 0, 3, y + 18, 20))
    return page


def beside() -> Page:
    """A headline that stands to the left of its text, not above it, and a second story with one in the usual place."""
    page = Page("n4-beside", 720, 860, twice=True)
    folio(page, "江城都市报　2021年6月3日　B2　民生")
    a, b = stories("evening-city-desk")[0], stories("metro-capital")[1]
    columns = Columns(40, Type(9, 14, 13.5), 15)
    page.title("headline", "A", word(a, "headline"), 40, 70, Type(28, 4.4, 36, True), "left")
    rows = math.ceil(need(text_of(a), 14) / 3)
    page.flow("A", text_of(a), [(columns.x(n), 50, rows) for n in (1, 2, 3)], columns.type)
    y = 50 + rows * 13.5 + 8
    page.rules.append((40, y, 40 + 4 * columns.step - 15, y))
    columns.fill(page, "B", text_of(b), 0, 4, headed(page, columns, "B", b, 0, 4, y + 8, 24))
    return page


def round_a_table() -> Page:
    """Text round a ruled table and a picture, under a watermark."""
    page = Page("n5-table", 700, 900, watermark="样张仅供内部查看")
    folio(page, "证券晨报　2022年4月19日　星期二　A02　要闻")
    a = stories("science-paper")[1]
    b = stories("evening-city-desk")[0]
    columns = Columns(40, Type(9.5, 14, 14.5), 12)
    y = headed(page, columns, "A", a, 0, 4, 46, 30)
    text = text_of(a, b)
    left, right, top = columns.x(1), columns.x(3) - 12, y + 6 * 14.5 + 6
    cells = [
        ["港口", "吞吐量", "增幅"],
        ["东礁港", "3120", "4.1%"],
        ["白沙港", "2875", "2.6%"],
        ["清湾港", "1990", "7.3%"],
    ]
    for row, some in enumerate(cells):
        for n, cell in enumerate(some):
            page.title("paragraph", None, cell, left + 6 + n * 92, top + 5 + row * 17, Type(8, 10, 10), "left")
    across, down = [left, left + 92, left + 184, right], [top + 17 * row for row in range(5)]
    page.rules += [(left, at, right, at) for at in down] + [(at, top, at, down[-1]) for at in across]
    after = math.ceil((down[-1] + 6 - y) / 14.5)
    rows = next(r for r in range(after, 90) if 2 * r + 2 * (6 + r - after) >= need(text, 14))
    spots = [(columns.x(0), y, rows)]
    for n in (1, 2):
        spots += [(columns.x(n), y, 6), (columns.x(n), y + after * 14.5, rows - after)]
    page.flow("A", text, [*spots, (columns.x(3), y, rows)], columns.type)
    return page


def spread_of_two() -> Page:
    """Two pages side by side on one sheet, each with its folio."""
    page = Page("n6-spread", 1100, 780)
    for side, (case, number, name) in enumerate(
        (("evening-city-desk", 0, "第04版　要闻"), ("metro-capital", 0, "第05版　民生"))
    ):
        left = 40 + side * 550
        page.title("folio", None, f"滨江日报　2020年8月11日　星期二　{name}", left, 20, Type(9, 50, 12), "left")
        page.rules.append((left, 36, left + 470, 36))
        columns = Columns(left, Type(9, 16, 14), 19)
        story = stories(case)[number]
        y = headed(page, columns, f"A{side}", story, 0, 3, 46, 27)
        y = columns.fill(page, f"A{side}", text_of(story), 0, 3, y)
        other = stories(case)[number + 2]
        columns.fill(page, f"B{side}", text_of(other), 0, 3, headed(page, columns, f"B{side}", other, 0, 3, y + 16, 19))
    return page


def ruled_columns() -> Page:
    """Columns of nine cells with a rule in every gutter; a head over the middle with text down both its sides."""
    page = Page("n7-ruled", 690, 820)
    folio(page, "海隅日报　2019年12月5日　第08版　副刊")
    a, b = stories("metro-capital")[0], stories("evening-city-desk")[2]
    columns = Columns(40, Type(10, 9, 15), 12)
    high = 5
    text = text_of(a)
    rows = next(r for r in range(10, 90) if 6 * r - 4 * high >= need(text, 9))
    page.title("headline", "A", word(a, "headline"), columns.x(1), 50, columns.over(4, 24))
    page.title("deck", "A", word(a, "deck")[:28], columns.x(1), 90, columns.over(4, 13, False))
    spots = [(columns.x(n), 46 + (0 < n < 5) * high * 15.0, rows - (0 < n < 5) * high) for n in range(6)]
    page.flow("A", text, spots, columns.type)
    end = 46 + rows * 15
    for n in range(1, 6):
        page.rules.append((columns.x(n) - 6, 46 + (1 < n < 5) * high * 15, columns.x(n) - 6, end))
    page.rules.append((40, end + 4, columns.x(6) - 12, end + 4))
    bottom = columns.fill(page, "B", text_of(b), 0, 6, headed(page, columns, "B", b, 0, 6, end + 12, 20))
    page.rules += [(columns.x(n) - 6, end + 60, columns.x(n) - 6, bottom) for n in range(1, 6)]
    return page


def upright_bands() -> Page:
    """Upright: four bands with narrow gutters, an upright headline inside the page, a tinted box set across."""
    page = Page("u8-bands", 760, 800)
    folio(page, "灣區日報　民國112年4月8日　星期六　B3　地方")
    body = Type(10, 14, 15.5, upright=True)
    a, b = stories("hk-popular-plain-subheads")[0], stories("tw-family-question-columns")[0]
    gutter, top, right = 9, 48, 720
    bands = [top + n * (body.measure + gutter) for n in range(4)]
    left = (
        page.title(
            "headline",
            "A",
            word(a, "headline"),
            right,
            top,
            Type(26, (2 * body.measure + gutter) / 26, 34, True, True),
            "left",
        )
        - 4
    )
    rows = math.ceil(need(text_of(a), 14) / 2)
    page.flow("A", text_of(a), [(left, bands[0], rows), (left, bands[1], rows)], body)
    low = bands[2] + 6
    left = (
        page.title(
            "headline",
            "B",
            word(b, "headline"),
            right,
            low,
            Type(22, (2 * body.measure + gutter) / 22, 30, True, True),
            "left",
        )
        - 4
    )
    rows = math.ceil(need(text_of(b), 14) / 2)
    page.flow("B", text_of(b), [(left, low, rows), (left, low + body.measure + gutter, rows)], body)
    page.rules.append((40, low - 8, 720, low - 8))
    return page


def upright_turned() -> Page:
    """Upright with headlines set across over their stories, side by side, on a page with /Rotate 270."""
    page = Page("u9-across", 780, 720, rotate=270)
    folio(page, "島南時報　民國110年9月2日　星期四　A7　生活")
    body = Type(9.5, 15, 14.5, upright=True)
    some = stories("tw-opinion-page-cut-columns")
    right = 740.0
    for name, story in zip("ABC", some[:3], strict=True):
        rows = math.ceil(need(text_of(story), 15) / 3)
        wide = rows * body.lead
        y = page.title("headline", name, word(story, "headline"), right - wide, 48, Type(19, wide / 19, 25, True)) + 6
        page.flow(name, text_of(story), [(right, y + n * (body.measure + 11), rows) for n in range(3)], body)
        right -= wide + 22
    return page


LAYOUTS: Sequence[Callable[[], Page]] = (
    narrow_gutters,
    pinwheel,
    turned,
    beside,
    round_a_table,
    spread_of_two,
    ruled_columns,
    upright_bands,
    upright_turned,
)
