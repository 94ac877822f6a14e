"""Links inside a page lead to the places that they named."""

from __future__ import annotations

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
