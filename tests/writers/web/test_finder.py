"""The script of a page that searches: its data, and the field that all such pages have."""

from __future__ import annotations

import json

import pytest

from converter.writers.web.finder import as_script, finder


@pytest.mark.parametrize("script", ["search.js", "titles.js"])
def test_a_page_has_the_field_before_its_own_script(script: str) -> None:
    """Once, and then the call with the data and the table that brings both scripts to one form."""
    code = finder(script, ["渔港", "漁港"], labels=["检索", "找到{}条"])
    call = json.loads(code[code.rindex("search(") + len("search(") : code.rindex(");")])
    assert (code.count("const finder ="), code.count("const search =")) == (1, 1)
    assert code.index("const finder =") < code.index("const search =")
    assert call["labels"] == ["检索", "找到{}条"]
    assert dict(zip(call["from"], call["to"], strict=True))["漁"] == "渔"


def test_a_character_of_two_units_is_not_in_the_table() -> None:
    """It would shift all that stands behind it in a browser's strings."""
    code = finder("search.js", ["\U0002b5e7漁"], labels=[])
    call = json.loads(code[code.rindex("search(") + len("search(") : code.rindex(");")])
    assert max(call["from"] + call["to"]) <= "\uffff"


def test_data_cannot_end_the_element() -> None:
    """A tag in it stays data."""
    assert as_script({"a": "</script>"}) == '{"a":"\\u003c/script>"}'
