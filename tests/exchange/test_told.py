"""What somebody else's JSON says is of its kind, or it is told where it is not."""

from __future__ import annotations

from typing import Any

import pytest

from converter.errors import UnreadableInput
from converter.exchange.told import LARGEST, Told
from converter.model import Role

TOLD = Told(
    {
        "text": "渡口", "number": 7, "zero": 0, "real": 1.5, "whole": 2, "yes": True, "no": False, "role": "deck",
        "list": [1, "渡"], "parts": [{"n": 1}, {"n": 2}], "nothing": None,
    },
    "block 4",
)  # fmt: skip


def test_what_is_of_its_kind_is_given() -> None:
    """Each value as it is said."""
    assert TOLD.text("text") == "渡口"
    assert (TOLD.number("number"), TOLD.number("zero", 3)) == (7, 0)
    assert (TOLD.real("real"), TOLD.real("whole")) == (1.5, 2)
    assert (TOLD.flag("yes"), TOLD.flag("no")) == (True, False)
    assert TOLD.one_of("role", Role) is Role.DECK
    assert TOLD.values("list") == [1, "渡"]
    assert [(part.number("n"), part.where) for part in TOLD.objects("parts", "run")] == [
        (1, "block 4, run 0"),
        (2, "block 4, run 1"),
    ]


@pytest.mark.parametrize("key", ["nothing", "not there"])
def test_nothing_is_said(key: str) -> None:
    """A key that is missing is as one that is null."""
    assert (TOLD.text(key), TOLD.real(key), TOLD.one_of(key, Role)) == (None, None, None)
    assert (TOLD.number(key, 5), TOLD.flag(key), TOLD.values(key), TOLD.objects(key, "run")) == (5, False, [], [])
    with pytest.raises(UnreadableInput, match=f"block 4: {key} is not a whole number from 0"):
        TOLD.number(key)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("text", 5, "a text"),
        ("text", ["渡"], "a text"),
        ("number", -1, "a whole number from 0"),
        ("number", 1.0, "a whole number from 0"),
        ("number", "1", "a whole number from 0"),
        ("number", True, "a whole number from 0"),
        ("number", LARGEST + 1, "a whole number from 0"),
        ("real", "1.5", "a number"),
        ("real", False, "a number"),
        ("real", float("nan"), "a number"),
        ("real", float("inf"), "a number"),
        ("real", -LARGEST - 1, "a number"),
        ("flag", 1, "true or false"),
        ("flag", "true", "true or false"),
        ("values", {"a": 1}, "a list"),
        ("values", "渡口", "a list"),
    ],
)
def test_what_is_of_another_kind(kind: str, value: Any, expected: str) -> None:
    """The place, the key and what was expected are told."""
    with pytest.raises(UnreadableInput, match=f"block 4: key is not {expected}; mend that, or make the JSON anew"):
        getattr(Told({"key": value}, "block 4"), kind)("key")


def test_the_largest_numbers_are_taken() -> None:
    """Up to what every program holds without loss (RFC 8259, 6)."""
    told = Told({"key": LARGEST})
    assert (told.number("key"), told.real("key"), Told({"key": -LARGEST}).real("key")) == (LARGEST, LARGEST, -LARGEST)


def test_no_choice_of_a_list() -> None:
    """All choices are named."""
    with pytest.raises(UnreadableInput, match="the whole: role is not one of folio, .*headline.*, furniture"):
        Told({"role": "headlin"}).one_of("role", Role)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Told([], "metadata"), "metadata is no object"),
        (lambda: Told(None), "the whole is no object"),
        (lambda: Told({"runs": [{}, 4]}).objects("runs", "run"), "run 1 is no object"),
        (lambda: Told({"runs": [4]}, "block 2").objects("runs", "run"), "block 2, run 0 is no object"),
    ],
)
def test_what_is_no_object(make: Any, message: str) -> None:
    """Which of all is told."""
    with pytest.raises(UnreadableInput, match=f"not as it should be: {message}"):
        make()
