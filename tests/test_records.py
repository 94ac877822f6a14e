"""A record is what a frozen dataclass with slots is."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any, get_type_hints

import pytest

from converter.model import Line, Metadata, Pin, Role
from converter.options import Options
from converter.records import record


@dataclass(frozen=True, slots=True)
class Standard:
    """What it has to be like."""

    text: str
    count: int = 0
    said: str | None = field(default=None, metadata={"row": 1})

    def __post_init__(self) -> None:
        if self.count < 0:
            object.__setattr__(self, "count", 0)


@record(frozen=True, slots=True)
class Own:
    """What it has to be like."""

    text: str
    count: int = 0
    said: str | None = field(default=None, metadata={"row": 1})

    def __post_init__(self) -> None:
        if self.count < 0:
            object.__setattr__(self, "count", 0)


def told(kind: Any) -> list[object]:
    """All that a program can ask of a class and of its objects."""
    one, other = kind("潮", count=2), kind("汐", -1, said="x")
    return [
        repr(one).replace(kind.__qualname__, ""),
        repr(other).replace(kind.__qualname__, ""),
        one == kind("潮", 2),
        one == other,
        one == ("潮", 2, None),
        hash(one) == hash(kind("潮", 2)),
        hash(one),
        asdict(other),
        replace(other, count=7) == kind("汐", 7, "x"),
        [(each.name, each.type, each.default, dict(each.metadata)) for each in fields(kind)],
        is_dataclass(kind),
        kind.__slots__,
        kind.__match_args__,
        kind.__doc__,
        str(inspect.signature(kind)),
        get_type_hints(kind.__init__),
        kind.__init__.__module__,
        hasattr(one, "__dict__"),
    ]


def test_it_is_what_a_dataclass_is() -> None:
    """Whatever is asked of it is answered alike."""
    assert told(Own) == told(Standard)


@pytest.mark.parametrize("kind", [Own, Standard])
def test_nothing_of_it_is_changed(kind: Any) -> None:
    """Neither set nor deleted; what is unknown, or missing, is refused."""
    one = kind("潮")
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'text'"):
        one.text = "汐"
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'text'"):
        del one.text
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'text'"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'other'"):
        kind("潮", other=1)


class One:
    """One field alone."""

    text: str


class Made:
    """A default that is made for each."""

    text: str
    lines: list[str] = field(default_factory=list)


class Named:
    """A field that has to be named."""

    text: str
    count: int = field(default=0, kw_only=True)


@pytest.mark.parametrize("kind", [One, Made, Named])
def test_what_it_does_not_know_is_refused(kind: type) -> None:
    """What would be another class than the type checker is told of."""
    with pytest.raises(AssertionError, match="has to be a dataclass"):
        record(frozen=True, slots=True)(kind)


def test_it_is_copied_and_sent() -> None:
    """Another process gets an equal one, and so does who copies it."""
    for one in (Line("潮", 0, 1, 1, role=Role.HEADLINE), Pin(Role.DECK), Options(metadata=Metadata(title="潮"))):
        assert pickle.loads(pickle.dumps(one)) == copy.copy(one) == copy.deepcopy(one) == one
