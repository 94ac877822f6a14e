"""Frozen dataclasses and named tuples that are made sooner.

``dataclasses`` writes six methods of a class as text and compiles each: a tenth of a start, for tree and options. Here
the constructor alone is compiled, and takes half the time; what compares, shows, keeps and refuses reads the fields by
their names. To all else, and to type checkers, these are dataclasses: ``fields``, ``replace`` and ``asdict`` take them.

``typing`` compiles a constructor for each named tuple and each of its annotations: a twentieth of a start. Here those
of as many fields share one, whose arguments are called otherwise in each.
"""

from __future__ import annotations

import sys
from collections import namedtuple
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from functools import cache
from operator import attrgetter
from types import FunctionType
from typing import TYPE_CHECKING, Any

__all__ = ["NamedTuple", "record"]

if TYPE_CHECKING:
    from dataclasses import dataclass as record
    from typing import NamedTuple
else:

    def record(*, frozen: bool, slots: bool, repr: bool = True, eq: bool = True) -> Callable[[type], type]:
        """A dataclass of two fields or more, which has to be ``frozen`` and to have ``slots``.

        Of what a field may be told, a default and metadata are known here, nothing else.
        """
        assert frozen and slots
        return lambda cls: _made(cls, repr, eq)


def _made(cls: type, shown: bool, compared: bool) -> Any:
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    names = [each.name for each in fields(made)]
    plain = all(each.init and each.default_factory is MISSING and not each.kw_only for each in fields(made))
    assert plain and len(names) > 1, f"{cls.__qualname__} has to be a dataclass"
    values = attrgetter(*names)

    def __eq__(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(values(self))

    def __repr__(self: Any) -> str:
        return f"{made.__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    def __reduce__(self: Any) -> Any:
        return made, values(self)

    methods = [_constructor(made), __reduce__, __setattr__, __delattr__]
    methods += [__repr__] * shown + [__eq__, __hash__] * compared
    for method in methods:
        method.__qualname__ = f"{made.__qualname__}.{method.__name__}"
        setattr(made, method.__name__, method)
    return made


def _constructor(cls: Any) -> Any:
    """``__init__`` as the standard library writes it, but that each slot's own descriptor puts its value in."""
    every = fields(cls)
    known = {f"_set_{each.name}": getattr(cls, each.name).__set__ for each in every}
    known |= {f"_default_{each.name}": each.default for each in every if each.default is not MISSING}
    taken = (each.name if each.default is MISSING else f"{each.name}=_default_{each.name}" for each in every)
    puts = [f"_set_{each.name}(self, {each.name})" for each in every]
    if hasattr(cls, "__post_init__"):
        puts.append("self.__post_init__()")
    text = f"def make({', '.join(known)}):\n def __init__(self, {', '.join(taken)}):\n  " + "\n  ".join(puts)
    there: dict[str, Any] = {}
    exec(f"{text}\n return __init__", sys.modules[cls.__module__].__dict__, there)
    made = there["make"](**known)
    made.__annotations__ = {each.name: each.type for each in every} | {"return": None}
    return made


def __setattr__(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def __delattr__(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


class _Tuple(tuple[Any, ...]):
    """What all named tuples do."""

    __slots__ = ()
    _fields = tuple[str, ...]()

    @classmethod
    def _make(cls, values: Any) -> Any:
        return cls(*values)

    def _replace(self, **changed: Any) -> Any:
        made = tuple.__new__(type(self), map(changed.pop, self._fields, self))
        if changed:
            raise TypeError(f"{type(self).__name__} has no fields {', '.join(changed)}")
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


@cache
def _of(count: int) -> Any:
    """The standard library's named tuple of ``count`` fields, whose constructor and fields are those of all such."""
    return namedtuple("_of", [f"a{place}" for place in range(count)])


class _Maker(type):
    """Makes a class of the fields that a body names: a tuple, which is none of this type any more."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
        if not bases:  # ``NamedTuple`` itself
            return super().__new__(cls, name, bases, body)
        names = tuple(body["__annotations__"])
        defaults = {one: body[one] for one in names if one in body}
        shared = _of(len(names))
        new = shared.__new__
        code = new.__code__.replace(co_varnames=("_cls", *names))
        body |= {one: vars(shared)[its] for one, its in zip(names, shared._fields, strict=True)}
        body |= {"__slots__": (), "_fields": names, "_field_defaults": defaults, "__match_args__": names}
        made = body["__new__"] = FunctionType(code, new.__globals__, "__new__", tuple(defaults.values()))
        made.__annotations__, made.__module__ = body["__annotations__"], body["__module__"]
        return type(name, (_Tuple, *bases[1:]), body)


if not TYPE_CHECKING:

    class NamedTuple(metaclass=_Maker):
        """A tuple whose fields have names, as that of ``typing``."""
