"""CSL-JSON: what a citation processor makes of it."""

import json

from citeproc.source.json import CiteProcJSON

from converter.writers.citations.csl import write_csl

from .made import AUTHORS, BARE, ISSUE, TITLES


def test_items() -> None:
    """Every item has what a newspaper's story is cited by, and what is not known is left out."""
    items = json.loads(write_csl(ISSUE))
    assert [item["title"] for item in items] == TITLES
    names = [["".join(name.values()) for name in item.get("author", [])] for item in items]
    assert names == AUTHORS
    assert items[2] | {"id": ""} == {
        "id": "",
        "type": "article-newspaper",
        "title": "渔港迎来新船",
        "author": [{"family": "陆", "given": "水"}],
        "container-title": "临江晚报",
        "issued": {"date-parts": [[2024, 5, 16]]},
        "issue": "2345",
        "page": "03",
        "section": "民生",
        "language": "zh-Hans",
    }
    assert items[3]["author"] == [{"literal": "本报评论员"}]


def test_a_processor_takes_it() -> None:
    """citeproc-py, which refuses what is no variable, type or date of CSL's, reads each item."""
    for issue in (ISSUE, BARE):
        items = json.loads(write_csl(issue))
        read = CiteProcJSON(items)
        assert [str(read[item["id"]]["title"]) for item in items] == [item["title"] for item in items]
        assert {read[item["id"]]["issued"].year for item in items} == {items[0]["issued"]["date-parts"][0][0]}
