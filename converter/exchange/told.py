"""What somebody else's JSON says, taken piece by piece: each is of its kind, or an error that says where it is not."""

from __future__ import annotations

from enum import StrEnum
from math import isfinite
from typing import Any, TypeVar

from converter.errors import UnreadableInput

LARGEST = 1 << 53
"""Above this JSON's numbers are not safe between programs (RFC 8259, 6)."""

Choice = TypeVar("Choice", bound=StrEnum)


class Told:
    """An object of the JSON; ``where`` says which, for an error. A key that is missing is as one that is null."""

    def __init__(self, value: Any, where: str = "the whole") -> None:
        if not isinstance(value, dict):
            raise fault(f"{where} is no object")
        self.value: dict[Any, Any] = value
        self.where = where

    def wrong(self, key: str, expected: str) -> UnreadableInput:
        """The error that what ``key`` says is not what was expected."""
        return fault(f"{self.where}: {key} is not {expected}")

    def text(self, key: str) -> str | None:
        """A text, or None."""
        value = self.value.get(key)
        if value is not None and not isinstance(value, str):
            raise self.wrong(key, "a text")
        return value

    def number(self, key: str, default: int | None = None) -> int:
        """A whole number from 0; ``default`` where nothing is said, which is an error where that is None."""
        value = self.value.get(key)
        value = default if value is None else value
        if value is None or not is_number(value):
            raise self.wrong(key, "a whole number from 0")
        return int(value)

    def real(self, key: str) -> float | None:
        """A number that may have a fraction, or None."""
        value = self.value.get(key)
        if value is not None and not is_real(value):
            raise self.wrong(key, "a number")
        return value

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self.value.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(key, "true or false")
        return bool(value)

    def one_of(self, key: str, choices: type[Choice]) -> Choice | None:
        """One of ``choices``, or None."""
        value = self.text(key)
        if value is None:
            return None
        try:
            return choices(value)
        except ValueError:
            raise self.wrong(key, f"one of {', '.join(choices)}") from None

    def values(self, key: str) -> list[Any]:
        """A list of anything; empty where nothing is said."""
        value = self.value.get(key)
        if value is not None and not isinstance(value, list):
            raise self.wrong(key, "a list")
        return value or []

    def objects(self, key: str, name: str) -> list[Told]:
        """A list of objects, each of which is a ``name``."""
        return [Told(value, self.part(name, number)) for number, value in enumerate(self.values(key))]

    def part(self, name: str, number: int) -> str:
        """Where the part of that number stands."""
        return f"{name} {number}" if self.where == "the whole" else f"{self.where}, {name} {number}"


def is_number(value: Any) -> bool:
    """Whether this is a whole number from 0 that every program can hold."""
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST


def is_real(value: Any) -> bool:
    """Whether this is a number, of a size that every program can hold."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= LARGEST and isfinite(value)


def fault(what: str) -> UnreadableInput:
    """The error that the structure JSON is not as it should be."""
    return UnreadableInput(f"the structure JSON is not as it should be: {what}; mend that, or make the JSON anew")
