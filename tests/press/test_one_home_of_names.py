"""What people are called, and surnames, are listed in ``converter/press`` alone: no second list grows elsewhere.

How the test knows one: it looks at every row of every table outside ``press/``, and at all that one statement of the
code spells as text, its docstrings aside; in a pattern a class of characters counts as its first (``[记記]者``), and
traditional characters count as simplified ones. A list of posts is three different words, or five holders of an office,
that ``press/posts.tsv`` has; a list of surnames is three surnames of two characters, or a run of twenty different
characters, with blanks or marks between or without, most of which are surnames.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from opencc import OpenCC

from converter.press.lexicon import any_of
from converter.press.names import surnames
from converter.press.posts import words_of

PRESS = (
    "reporter contributor author photographer editor chief-editor designer maker writing words work-on-the-text "
    "translator compiler words-and-pictures camera camera-report joint-report"
).split()

OFFICES = ("guest", "office", "calling")
CLASS = re.compile(r"\[([^\[\]^\\])[^\[\]]*\]")
HAN = re.compile("[\u3400-\u9fff]")
RUN = re.compile(r"(?:[\u3400-\u9fff](?![\u3400-\u9fff]*[，。])[ |、]?){20,}")


@cache
def _spelled(*kinds: str) -> re.Pattern[str]:
    return re.compile(any_of(word for word in words_of(*kinds, traditional=False) if len(word) > 1))


@cache
def _doubles() -> re.Pattern[str]:
    return re.compile(any_of(surnames("double-surname", "rare-double-surname", traditional=False)))


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def simple(text: str) -> str:
    """The text in simplified characters, each class of a pattern as its first character."""
    return _converter().convert(CLASS.sub(r"\1", text))


def lists_in(text: str) -> list[str]:
    """What kinds of list the words of ``text`` are."""
    text = simple(text)
    found = ["posts"] if len(set(_spelled(*PRESS).findall(text))) >= 3 else []
    found += ["offices"] if len(set(_spelled(*OFFICES).findall(text))) >= 5 else []
    known = surnames("surname", "rare-surname", traditional=False)
    for run in RUN.finditer(text):
        characters = HAN.findall(run[0])
        if len(set(characters)) == len(characters) and sum(char in known for char in characters) > 0.6 * len(
            characters
        ):
            found.append("surnames")
    return found + ["surnames"] * (len(set(_doubles().findall(text))) >= 3)


def statements(code: str) -> Iterator[tuple[int, str]]:
    """What each statement of ``code`` spells as text, with its line; the statements inside it and docstrings apart."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.stmt) or isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        own = (
            [node]
            if not hasattr(node, "body")
            else [one for one in ast.iter_child_nodes(node) if isinstance(one, ast.expr)]
        )
        texts = [one.value for part in own for one in ast.walk(part) if isinstance(one, ast.Constant)]
        yield node.lineno, "\n".join(text for text in texts if isinstance(text, str))


def texts_of(file: Path) -> Iterator[tuple[int, str]]:
    """The statements of a module, the rows of a table, with their lines."""
    text = file.read_text("utf-8")
    yield from statements(text) if file.suffix == ".py" else enumerate(text.splitlines(), 1)


def found_in(folder: Path) -> list[str]:
    """The lists in the files of ``folder``, but for those of its ``press/``."""
    files = sorted(file for suffix in ("py", "tsv", "txt") for file in folder.rglob(f"*.{suffix}"))
    return [
        f"{file.relative_to(folder)}:{line}: {kind}"
        for file in files
        if file.relative_to(folder).parts[0] != "press"
        for line, text in texts_of(file)
        if HAN.search(text)
        for kind in lists_in(text)
    ]


def test_posts_and_surnames_have_one_home(root: Path) -> None:
    """No table, pattern or list of words outside ``press/`` says them again; name a list of it there: <reporter>."""
    assert found_in(root / "converter") == []


@pytest.mark.parametrize(
    ("name", "text", "kinds"),
    [
        ("a.py", 'NAMES = re.compile("(?:[记記]者|通[讯訊][员員]|作者)")', ["posts"]),
        ("a.py", 'POSTS = ("記者", "通訊員", "攝影師")', ["posts"]),
        ("a.py", 'if text in ("撰文", "采写", "撰稿"):\n    pass', ["posts"]),
        ("a.py", 'HEADS = "省长 市长 县长 区长 镇长"', ["offices"]),
        ("a.py", 'SURNAMES = frozenset("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕")', ["surnames"]),
        ("a.tsv", "surname\t赵 钱 孙 李 周 吴 郑 王 冯 陈 褚 卫 蒋 沈 韩 杨 朱 秦 尤 许 何 吕", ["surnames"]),
        ("a.py", 'DOUBLE = ("欧阳", "司馬", "诸葛")', ["surnames"]),
        ("a.tsv", "is a byline\tstarts\t记者 通讯员 评论员", ["posts"]),
        ("a.py", '"""记者、通讯员、作者、摄影师"""', []),
        ("a.py", 'TWO = "记者|作者"\nMORE = "编辑|责编"', []),
        ("a.tsv", "is a byline\tstarts\t<reporter> 作者", []),
        ("a.py", 'TEXT = "清晨的雾还没有散渡口老人已经把船系好今天水比昨高半尺要多等一会儿才能开"', []),
        ("press/a.tsv", "reporter\t记者 通讯员 评论员", []),
    ],
)
def test_a_planted_list_is_found(name: str, text: str, kinds: list[str], tmp_path: Path) -> None:
    """A second list in whatever form is found, and neither words in passing nor the lists of ``press/`` are."""
    file = tmp_path / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")

    assert found_in(tmp_path) == [f"{name}:1: {kind}" for kind in kinds]
