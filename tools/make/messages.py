"""Bring the catalogue up to date with the code: what is new comes in without its Chinese, what is gone goes.

    python -m tools.make.messages
    python -m tools.make.messages --check      names what is missing, stale or does not fit, and fails where anything is

Sentences are literals of the code with two English words beside one another; an f-string is a sentence with places for
its values. What the code never tells a user (names of cues and patterns, lists of tags) is in ``UNTOLD``.
"""

from __future__ import annotations

import ast
import errno
import os
import re
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import click

from converter.cli import main
from converter.cli.catalogue import PLACE, Catalogue, entries
from converter.cli.help import told_rows

ROOT = Path(__file__).parent.parent.parent
CATALOGUE = ROOT / "converter" / "cli" / "zh.po"
UNTOLD = ROOT / "tools" / "make" / "untold.txt"
"""Files of the package, as patterns, then literals: what no user is told."""

WORDS = re.compile(r"[a-z]{2,}['’),;:]{0,2} [a-z(]|\b(?:an?|no) [A-Za-z]")
MARKUP = re.compile(r"[<>]\S|\(\?|\\[a-zA-Z]|[{}=]|;$|^[#@&.]|^[A-Z]{4,} ")
SYSTEM = (
    errno.ENOENT, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOTDIR, errno.ENOSPC, errno.EPIPE, errno.EROFS,
    errno.ELOOP, errno.ENAMETOOLONG, errno.EBADF, errno.EIO, errno.EINVAL, errno.ECONNREFUSED, errno.ETIMEDOUT,
    errno.EEXIST, errno.EFBIG, errno.EMFILE, errno.ENOTEMPTY, errno.EXDEV, errno.EBUSY, errno.ETXTBSY, errno.EDQUOT,
)  # fmt: skip
"""The system's errors that a user of files and mail may meet."""

OLDER = {"No such option: {name}"}
"""What older versions of click say otherwise."""


def template(node: ast.expr) -> str | None:
    """The sentence that a literal is, its values as ``{name}``; a sum of literals is one; None for other code."""
    pieces = list(_pieces(node))
    if not any(isinstance(piece, str) for piece in pieces):
        return None
    used: dict[str, int] = {}
    return "".join(piece if isinstance(piece, str) else _place(piece, used) for piece in pieces)


def _pieces(node: ast.expr) -> Iterator[str | ast.expr]:
    """Text and values in their order."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from [part.value] if isinstance(part, ast.FormattedValue) else _pieces(part)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _pieces(node.left)
        yield from _pieces(node.right)
    else:
        yield node


def _place(node: ast.expr, used: dict[str, int]) -> str:
    """A place called after its value's last name, numbered where there are several of that name."""
    while not isinstance(node, ast.Name | ast.Attribute):
        inner = getattr(node, "func", getattr(node, "value", None))
        if not isinstance(inner, ast.expr):
            break
        node = inner
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else "value"
    name = name.strip("_").lower()
    used[name] = used.get(name, 0) + 1
    return f"{{{name}{used[name] if used[name] > 1 else ''}}}"


def literals(tree: ast.Module) -> Iterator[str]:
    """Every literal of a module that is text, no docstring, no key, and no list that is split into its words."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Attribute) and node.attr == "split":
            continue
        if isinstance(node, ast.Subscript):
            waiting.append(node.value)
            if isinstance(node.ctx, ast.Store):  # what is counted under its name
                waiting.append(node.slice)
            continue
        found = template(node) if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp) else None
        if found is None:
            waiting.extend(ast.iter_child_nodes(node))
            continue
        yield found
        waiting.extend(piece for piece in _pieces(node) if isinstance(piece, ast.expr))  # type: ignore[arg-type]


def is_sentence(text: str) -> bool:
    """Whether a literal reads as English that is told to somebody."""
    plain = PLACE.sub("x", text)
    return WORDS.search(plain) is not None and MARKUP.search(plain) is None


def untold() -> tuple[list[str], set[str]]:
    """The patterns of files and the literals that no user is told."""
    rows = [row for row in UNTOLD.read_text("utf-8").splitlines() if row and not row.startswith("#")]
    return [row for row in rows if row.endswith(".py")], {row for row in rows if not row.endswith(".py")}


def code() -> tuple[set[str], set[str]]:
    """The sentences of the package, and all its literals."""
    files, not_told = untold()
    sentences: set[str] = set()
    every: set[str] = set()
    for path in sorted((ROOT / "converter").rglob("*.py")):
        found = {" ".join(text.split()) for text in literals(ast.parse(path.read_text("utf-8")))}
        every |= found
        if not any(fnmatch(path.relative_to(ROOT / "converter").as_posix(), pattern) for pattern in files):
            sentences |= {text for text in found if is_sentence(text)}
    return sentences - not_told, every


def helps() -> set[str]:
    """What the help of the program and of each command says, a paragraph or a row's text each."""
    commands: list[click.Command] = [main, *main.commands.values()]
    return {text for command in commands for text in told_rows(command)}


def wanted() -> tuple[set[str], set[str]]:
    """What the catalogue has to have, and what it may have besides."""
    sentences, every = code()
    told = helps()
    docs = {" ".join(text.split()) for command in (main, *main.commands.values()) for text in _of_epilog(command)}
    system = {os.strerror(number) for number in SYSTEM}
    return {text for text in sentences - docs if not text.startswith("\b")} | told | system, every | _of_click()


def _of_epilog(command: click.Command) -> Iterator[str]:
    """What the code has as one literal and the help tells row by row."""
    yield from filter(None, (command.epilog, command.short_help, command.help))


def _of_click() -> set[str]:
    """Click's own literals, which its errors and its help are made of."""
    folder = Path(click.__file__).parent
    return {
        " ".join(_same_places(text).split())
        for name in ("core", "decorators", "exceptions", "formatting", "parser", "types")
        for text in literals(ast.parse((folder / f"{name}.py").read_text("utf-8")))
    } | OLDER


def _same_places(text: str) -> str:
    """Places without what Python says of their form: ``{name!r}`` is ``{name}``."""
    return re.sub(r"\{(\w+)![rsa]\}", r"{\1}", text)


def faults(catalogue: Catalogue) -> list[str]:
    """What is missing, stale, or has other places for values than its English."""
    required, allowed = wanted()
    said = catalogue.known
    return [
        *(f"not translated: {text}" for text in sorted(required) if not said.get(text)),
        *(f"stale: {text}" for text in sorted(said) if text not in required | allowed),
        *(
            f"other places: {text}"
            for text, chinese in sorted(said.items())
            if chinese and sorted(PLACE.findall(text)) != sorted(PLACE.findall(chinese))
        ),
    ]


def updated(text: str) -> str:
    """The catalogue with what is new at its end, without what is stale; the rest stays as it is written."""
    required, allowed = wanted()
    known = {key: value for key, value in entries(text) if key}
    head, *_ = text.partition("\n\n")
    rows = {key: value for key, value in known.items() if key in required | allowed}
    rows |= {key: "" for key in sorted(required) if key not in rows}
    return head + "\n" + "".join(f"\nmsgid {_quoted(key)}\nmsgstr {_quoted(value)}\n" for key, value in rows.items())


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


if __name__ == "__main__":
    if "--check" in sys.argv[1:]:
        sys.exit("\n".join(faults(Catalogue.of("zh-Hans"))) or None)
    CATALOGUE.write_text(updated(CATALOGUE.read_text("utf-8")), "utf-8")
