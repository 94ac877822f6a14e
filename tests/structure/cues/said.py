"""Every cue that the code of ``converter/structure/cues`` may say, found in its text without running it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

_CUE = re.compile(r"(?!an? )[a-z]+(?: [a-z0-9',]+)+")
"""Words with blanks between, the first a verb. The code has no other such strings but pieces of cues."""


def said_in(folder: Path) -> set[str]:
    """The cues that the modules of ``folder`` name, in one piece or put together."""
    return set().union(*(_Module(file.read_text("utf-8")).cues() for file in folder.glob("*.py")))


class _Module:
    """A module whose expressions are followed to all the strings that they may give."""

    def __init__(self, text: str) -> None:
        self.tree = ast.parse(text)
        functions = [node for node in ast.walk(self.tree) if isinstance(node, ast.FunctionDef)]
        self.functions = {function.name: function for function in functions}
        self.within = {node: function for function in functions for node in ast.walk(function)}
        self.following: list[ast.AST] = []
        self.pieces: set[ast.AST] = set()

    def cues(self) -> set[str]:
        """All cues; a piece that others are put together of is none by itself."""
        found: set[str] = set()
        for node in ast.walk(self.tree):  # what holds a node comes before it
            if _is_composed(node) and node not in self.pieces:
                self.pieces |= set(ast.walk(node))
                found |= self._values(node)
        texts = [node for node in ast.walk(self.tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        return set(filter(_CUE.fullmatch, found | {node.value for node in texts if node not in self.pieces}))

    def _values(self, node: ast.AST) -> set[str]:
        """The strings that the expression may give; of a list or a table, those in it."""
        if node in self.following:
            return set()
        self.following.append(node)
        try:
            return self._joined(_parts(node)) if _is_composed(node) else self._any(self._sources(node))
        finally:
            self.following.pop()

    def _joined(self, parts: Iterable[ast.AST]) -> set[str]:
        return {"".join(pieces) for pieces in product(*map(self._values, parts))}

    def _any(self, sources: Iterable[ast.AST | str]) -> set[str]:
        found: set[str] = set()
        for source in sources:
            found |= {source} if isinstance(source, str) else self._values(source)
        return found

    def _sources(self, node: ast.AST) -> Iterator[ast.AST | str]:
        """Where the strings of an expression come from that puts none together."""
        match node:
            case ast.Constant(value=str(text)):
                self.pieces.add(node)
                yield text
            case ast.Name(id=name):
                yield from self._bound(name, self.within.get(node))
            case ast.Call(func=ast.Name(id=name), args=arguments):
                yield from arguments
                yield from self._returned(name)
            case ast.IfExp(body=one, orelse=other):
                yield from (one, other)
            case ast.Subscript(value=inner) | ast.FormattedValue(value=inner):
                yield inner
            case ast.ListComp(elt=inner) | ast.GeneratorExp(elt=inner):
                yield inner
            case ast.Dict(values=several) | ast.Tuple(elts=several) | ast.List(elts=several):
                yield from several

    def _bound(self, name: str, function: ast.AST | None) -> list[ast.expr]:
        """What a name stands for in its function, else in the module."""
        found = []
        for node in ast.walk(function or self.tree):
            if isinstance(node, ast.Assign):
                targets, value = node.targets, node.value
            elif isinstance(node, ast.For | ast.comprehension):
                targets, value = [node.target], node.iter
            else:
                continue
            names = {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}
            found += [value] * (name in names)
        return found or (self._bound(name, None) if function else [])

    def _returned(self, name: str) -> Iterator[ast.expr]:
        """What a function of the module may return."""
        for node in ast.walk(self.functions[name]) if name in self.functions else ():
            if isinstance(node, ast.Return) and node.value:
                yield node.value


def _is_composed(node: ast.AST) -> bool:
    """Whether the expression puts a string together, as its form shows."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.BinOp) and any(map(_is_text, _parts(node))))


def _is_text(node: ast.AST) -> bool:
    return _is_composed(node) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _parts(node: ast.AST) -> list[ast.expr]:
    """The parts that a string is put together of."""
    if isinstance(node, ast.JoinedStr):
        return node.values
    return [node.left, node.right] if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add) else []
