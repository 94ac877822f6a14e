"""The JSON Schema in the manual is that of what is written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

import converter
from converter.model import Issue, Role
from tests.strategies import issues

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed: pip install '.[test]'")
SCHEMA = json.loads(Path(__file__).parents[2].joinpath("docs", "structure.schema.json").read_text("utf-8"))
VALID = jsonschema.Draft202012Validator(SCHEMA)


def test_it_is_a_schema_of_the_roles_that_there_are() -> None:
    """It is sound itself, and lists each role."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["role"]["enum"] == [role.value for role in Role]


@settings(max_examples=60, deadline=None)
@given(issues())
def test_every_issue_is_as_it_says(issue: Issue) -> None:
    """Whatever is in an issue."""
    assert [error.message for error in VALID.iter_errors(json.loads(json.dumps(converter.structure_json(issue))))] == []


def test_every_sample_is_as_it_says(seeds: list[Path]) -> None:
    """Newspaper pages, an essay and a notice."""
    for seed in seeds:
        assert [
            error.message for error in VALID.iter_errors(json.loads(json.dumps(converter.structure_json(seed))))
        ] == []


def spoil(key: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda whole: whole["blocks"][0].update({key: value})


@pytest.mark.parametrize(
    "fault",
    [
        lambda whole: whole.update(schema=3),
        lambda whole: whole.pop("blocks"),
        lambda whole: whole["sections"][0]["articles"][0].update(kind="story"),
        lambda whole: whole["sections"][0]["articles"][0].update(parts=["0"]),
        spoil("role", "headlin"),
        spoil("doubt", 1.5),
        spoil("spans", [[1]]),
        spoil("depth", -1),
        spoil("runs", [{"mark": "strong"}]),
    ],
)
def test_what_is_not_as_it_says_is_refused(fault: Callable[[dict[str, Any]], None], seeds: list[Path]) -> None:
    """One key missing or of another kind."""
    whole = json.loads(json.dumps(converter.structure_json(seeds[0])))
    fault(whole)
    assert not VALID.is_valid(whole)
