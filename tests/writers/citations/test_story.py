"""What a story is cited by."""

import json
from dataclasses import replace

import pytest

from converter.model import Issue, Section
from converter.writers.citations.bibtex import write_bibtex
from converter.writers.citations.csl import write_csl
from converter.writers.citations.ris import write_ris
from converter.writers.citations.story import citations, family_and_given

from .made import AUTHORS, BARE, ISSUE, STORIES, TITLES


def test_stories_are_cited_one_by_one() -> None:
    """Items of a column too; one without a title by its first words; what belongs to the page is no story."""
    found = list(citations(ISSUE))
    assert [one.title for one in found] == TITLES
    assert [list(one.authors) for one in found] == AUTHORS
    assert {(one.paper, one.date, one.page, one.section, one.number, one.language) for one in found} == {
        ("临江晚报", "2024-05-16", "03", "民生", "2345", "zh-Hans")
    }


def test_keys_differ_and_stay() -> None:
    """Two stories of one title have keys of their own, of plain letters, the same whenever they are made."""
    keys = [one.key for one in citations(ISSUE)]
    assert len(set(keys)) == len(keys)
    assert all(key.isascii() and key.startswith("2024-05-16-") for key in keys)
    assert keys == [one.key for one in citations(ISSUE)]


def test_a_lone_story_has_the_document_s_authors() -> None:
    """Where its own lines name none."""
    (one,) = citations(BARE)
    assert (one.authors, one.date, one.paper) == (("江帆", "陆水"), "1908", "")
    assert list(citations(Issue(()))) == []


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("江帆", ("江", "帆")),
        ("江一帆", ("江", "一帆")),
        ("欧阳闻笛", ("欧阳", "闻笛")),
        ("歐陽聞笛", ("歐陽", "聞笛")),
        ("本报评论员", None),
        ("卡尔·林德", None),
        ("Anna Lind", None),
    ],
)
def test_a_name_s_parts(name: str, parts: tuple[str, str] | None) -> None:
    """Family and given name of a Chinese one, of two characters each where the family's are."""
    assert parts == family_and_given(name)


def test_a_story_s_own_facts_count() -> None:
    """Day, page, authors and address that it is known by, in each form."""
    known = replace(STORIES[0], authors=("陆水",), date="2024-05-15", url="https://海湾.example/{1}?a=b_c", page="04")
    issue = replace(ISSUE, sections=(Section((known, *STORIES[1:]), "03"),))
    one, other, *_ = citations(issue)
    assert (one.authors, one.date, one.url, one.page) == (("陆水",), "2024-05-15", known.url, "04")
    assert (other.date, other.url, other.page) == ("2024-05-16", "", "03")
    assert f"UR  - {known.url}\r\n" in write_ris(issue).decode()
    assert [item.get("URL") for item in json.loads(write_csl(issue))] == [known.url, None, None, None]
    assert "  url = {https://海湾.example/%7B1%7D?a=b_c}," in write_bibtex(issue).decode()
