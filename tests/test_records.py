"""A record is what a frozen dataclass with slots is."""

from __future__ import annotations

import copy
import inspect
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Any, Generic, TypeVar, get_type_hints
from typing import NamedTuple as StandardTuple

import pytest

from converter.model import Line, Metadata, Pin, Role
from converter.options import Options
from converter.records import NamedTuple, record


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


class Tuple(StandardTuple):
    """What a named tuple has to be like."""

    text: str
    count: int = 0
    said: str | None = None

    @property
    def size(self) -> int:
        """A method of its own, as tuples may have."""
        return len(self.text)


class OwnTuple(NamedTuple):
    """What a named tuple has to be like."""

    text: str
    count: int = 0
    said: str | None = None

    @property
    def size(self) -> int:
        """A method of its own, as tuples may have."""
        return len(self.text)


def told_of_tuples(kind: Any) -> list[object]:
    """All that a program can ask of a class of tuples and of them."""
    one, other = kind("潮", count=2), kind(text="汐汐", said="x")
    text, *rest = one
    return [
        repr(one).replace(kind.__name__, ""),
        repr(other).replace(kind.__name__, ""),
        one == ("潮", 2, None),
        hash(one),
        sorted([one, other]) == [one, other],
        [text, rest, one.text, one.count, one.said, other.size],
        other._replace(count=7) == ("汐汐", 7, "x"),
        kind._make(["潮", 1, "y"]) == ("潮", 1, "y"),
        one._asdict(),
        pickle.loads(pickle.dumps(one)) == copy.copy(one) == copy.deepcopy(one) == one,
        type(copy.copy(one)) is kind,
        (kind._fields, kind._field_defaults, kind.__match_args__, kind.__bases__[0].__mro__[-2:]),
        (kind.__doc__, kind.__module__, kind.__name__ == kind.__qualname__),
        [(each.name, each.default) for each in inspect.signature(kind).parameters.values()],
        get_type_hints(kind),
        isinstance(one, tuple),
        hasattr(one, "__dict__"),
    ]


def test_a_named_tuple_is_what_that_of_typing_is() -> None:
    """Whatever is asked of it is answered alike."""
    assert told_of_tuples(OwnTuple) == told_of_tuples(Tuple)


@pytest.mark.parametrize("kind", [OwnTuple, Tuple])
def test_no_tuple_has_what_its_class_does_not_name(kind: Any) -> None:
    """A field that is missing, unknown or to be changed is refused."""
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'text'"):
        kind()
    with pytest.raises(TypeError, match="unexpected keyword argument 'other'"):
        kind("潮", other=1)
    with pytest.raises(TypeError, match="takes from 2 to 4 positional arguments but 5 were given"):
        kind("潮", 1, "x", 2)
    with pytest.raises((TypeError, ValueError), match="other"):
        kind("潮")._replace(other=1)
    with pytest.raises(AttributeError):
        kind("潮").text = "汐"
    with pytest.raises(AttributeError):
        kind("潮").other = 1


Content = TypeVar("Content")


class Held(NamedTuple, Generic[Content]):
    """One whose field is of any type."""

    content: Content


def test_a_named_tuple_may_be_generic() -> None:
    """It takes a type, and is a tuple as ever."""
    assert Held[int](1) == Held("潮")._replace(content=1) == (1,)
