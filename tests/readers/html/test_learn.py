"""What an article's lines say of it counts before what its page's head says."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from converter.model import Role, Run
from converter.readers.html.about import About
from converter.readers.html.draft import Draft
from converter.readers.html.learn import learn


def learned(head: list[tuple[str, Role]], body: list[str], page: str = "<p>文</p>", **told: str) -> About:
    """What is known after the lines of head and body were read, on a page whose head has ``told`` something."""
    known = About(**told)  # type: ignore[arg-type]
    notes = [Draft([Run(text)], role) for text, role in head]
    root = document_fromstring(f"<html><body>{page}</body></html>")
    learn(known, "新桥通车", notes, [Draft([Run(text)]) for text in body], root)
    return known


def test_the_head_of_an_article() -> None:
    """Date, source and authors of its lines take the place of what the page told."""
    head = [("2024-05-16 来源：江南日报", Role.SOURCE_NOTE), ("本报记者 江帆 白露", Role.BYLINE)]
    known = learned(head, ["船队出海。"], title="旧题", date="2020-01-01", source="江南网", author="编辑部")
    assert (known.title, known.date, known.source, known.author) == ("新桥通车", "2024-05-16", "江南日报", "江帆、白露")


def test_the_foot_of_an_article() -> None:
    """What only the last lines say counts where the page told nothing better."""
    body = ["船队出海。"] * 9 + ["来源：江南日报", "作者：江帆", "2024年5月16日发布"]
    known = learned([], body)
    assert (known.date, known.source, known.author) == ("2024-05-16", "江南日报", "江帆")
    assert learned([], body, date="2024-05-15").date == "2024-05-15"


def test_a_folio_line() -> None:
    """It names the paper and the page."""
    known = learned([("《江南日报》2024年5月16日 第03版", Role.FOLIO)], ["船队出海。"], paper="江南网")
    assert (known.paper, known.page) == ("江南日报", "03")


def test_an_account_is_a_source() -> None:
    """A byline that is no person's is who publishes; one whom the page told and who edited it wrote nothing."""
    known = learned([("渡口手记2024", Role.BYLINE)], ["船队出海。", "责任编辑：江帆"], author="江帆")
    assert (known.source, known.author) == ("渡口手记2024", "")


@pytest.mark.parametrize(
    ("page", "told", "date"),
    [
        ("<p>发布时间：2024-05-16 08:00</p><p>2023-01-01</p>", {}, "2024-05-16"),
        ("<p>2024-05-16 08:00</p>", {}, "2024-05-16"),
        ("<p>2024-05-16 08:00</p><p>2023-01-01 08:00</p>", {}, ""),
        ("<p>文</p>", {"address": "http://a.test/2024-05/16/content_1.htm"}, "2024-05-16"),
        ("<p>2024-05-15 08:00</p>", {"scripted": "2024-05-16"}, "2024-05-16"),
    ],
    ids="labelled lone several address script".split(),
)
def test_a_date_elsewhere_on_the_page(page: str, told: dict[str, str], date: str) -> None:
    """After a word for it, in a script, in the address, or the only one that there is."""
    assert learned([], ["船队出海。"], page, **told).date == date
