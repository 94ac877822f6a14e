"""Links inside a page lead to the places that they named."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring

from converter.readers.html.inside import absolute, lead_home, place_of, places_of
from tests.readers.html.pages import page


def test_links_inside_a_page_lead_to_their_places() -> None:
    """A heading, an anchor within a line, a table, a cell, the end of a line; a place that is not there is none."""
    body = (
        '<h1 id="甲">桥</h1><p>见<a href="#甲">一</a><a href="#b">二</a><a href="#c">三</a><a href="#d">四</a>'
        '<a href="#e">五</a><a href="#f">六</a></p><p>桥边<a name="b"></a>有树。</p>'
        '<table id="c"><tr><td>石</td><td>木</td></tr><tr><td id="d">铁</td><td>竹</td></tr></table>'
        '<p>末段。<a id="e"></a></p>'
    )
    source = page(body)
    shown = ["".join(f"[{run.text}]({run.href or ''}{run.name or ''})" for run in line.runs) for line in source.lines]
    expected = ["[桥](p1)", "[见]()[一](#p1)[二](#p2)[三](#p3)[四](#p4)[五](#p5)[六]()", "[桥边]()[有树。](p2)"]
    assert [*expected, "[石\t木](p3)", "[铁\t竹](p4)", "[末段。](p5)"] == shown


@pytest.mark.parametrize(
    ("href", "place"), [("#a", "a"), (" #%E7%94%B2 ", "甲"), ("b.html#a", ""), ("#", ""), ("", "")]
)
def test_the_place_that_a_link_leads_to(href: str, place: str) -> None:
    """One of its own page, its name as it is read."""
    assert place_of(fragment_fromstring(f'<a href="{href}">见</a>')) == place


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("b.html", "http://a.test/x/b.html"),
        ("//c.test/d", "http://c.test/d"),
        ("#a", "http://a.test/x/#a"),
        ("http://[x", ""),
    ],
)
def test_addresses_as_seen_from_the_page(address: str, expected: str) -> None:
    """One that is none is nothing."""
    assert absolute("http://a.test/x/", address) == expected


def test_places_that_are_asked_for() -> None:
    """Those of all links but some."""
    body = fragment_fromstring('<div><a href="#a">一</a><a href="#b">二</a><a href="c.html">三</a></div>')
    assert places_of(body, but=[body[1]]) == {"a"}


@pytest.mark.parametrize(
    ("address", "href", "expected"),
    [
        ("", "ch1.html#n", "#n"),
        ("", "../Text/ch1.html#n", "#n"),
        ("", "ch1.html#gone", "ch1.html#gone"),
        ("", "http://a.test/ch1.html#n", "http://a.test/ch1.html#n"),
        ("http://a.test/x/ch1.html", "ch1.html#n", "#n"),
        ("http://a.test/x/ch1.html", "http://a.test/x/ch1.html#n", "#n"),
        ("http://a.test/x/ch1.html", "ch2.html#n", "ch2.html#n"),
        ("http://a.test/x/ch1.html", "ch1.html", "ch1.html"),
    ],
)
def test_links_that_name_their_own_page(address: str, href: str, expected: str) -> None:
    """Its address tells which they are, or that the page has every place that they name."""
    root = fragment_fromstring(f'<div><a href="{href}">1</a><p id="n">甲</p></div>')
    lead_home(root, address)
    assert expected == next(root.iter("a")).get("href")


def test_links_to_another_page_are_none_inside() -> None:
    """A page that has one place of another page's two is not that page."""
    root = fragment_fromstring('<div><a href="b.html#n">1</a><a href="b.html#m">2</a><p id="n">甲</p></div>')
    lead_home(root, "")
    assert [link.get("href") for link in root.iter("a")] == ["b.html#n", "b.html#m"]
