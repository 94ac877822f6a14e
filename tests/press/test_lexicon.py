"""Tables of words: both scripts are read, and the traditional half is what the tool makes of the other."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

from converter.press.lexicon import any_of, lists, pattern
from converter.press.marks import is_han
from tools.make.hant import traditional


def test_both_scripts_are_in_a_list() -> None:
    """A list has its hand-written words first, and their traditional forms."""
    places = lists("converter.structure.cues", "vocabulary")["is a slot name", "is"]

    assert places.index("图片报道") < places.index("圖片報道")


def test_no_word_stands_twice() -> None:
    """A list says each word once."""
    twice = {
        key: words
        for key, words in lists("converter.structure.cues", "vocabulary").items()
        if len(set(words)) != len(words)
    }

    assert twice == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [("责任编辑：", "责任编辑"), ("编辑：", "编辑"), ("(记者)", "(记者)"), ("作者", None)],
)
def test_any_of(text: str, expected: str | None) -> None:
    """Of two words that fit the longer one is meant, and brackets are brackets."""
    found = re.match(any_of(("编辑", "责任编辑", "(记者)")), text)

    assert (found and found[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("第九节 渡口", "节"), ("第九節 渡口", "節"), ("第九渡", None), ("九节", None), ("节？", "节？")],
)
def test_words_in_a_pattern(text: str, expected: str | None) -> None:
    """A name in angle brackets stands for each of its words; groups and looks at both sides stay."""
    found = pattern(
        "converter.structure.series", "division", "(?<=第九)(?P<what><section>)(?! ?$)", "^<section>.$"
    ).search(text)

    assert (found and (found["what"] or found[0])) == expected


def test_traditional_halves_are_up_to_date(root: Path) -> None:
    """What ``tools/make/hant.py`` would write is what is there."""
    done = subprocess.run(
        [sys.executable, "-m", "tools.make.hant", "--check"], cwd=root, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


GRAMMARS = {
    # files whose patterns are built of single characters around numbers
    "press/dates.py",  # 星期 and 周, 农 and 历, 闰, 腊, 号
    "press/pages.py",  # 第, 叠, 头, 版, 页
    "press/sites.py",  # 万 as a digit
    "readers/docx/body.py",  # 第, 共, 页
    "structure/markup/adverts.py",  # 万 as a digit
    "structure/prose/stamps.py",  # 万 as a digit
}


def in_both_scripts(source: str) -> list[str]:
    """The strings and rows of strings of a module, docstrings aside, that have a word in both scripts."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    nodes = [node for node in ast.walk(tree) if id(node) not in told]
    rows = [node for node in nodes if isinstance(node, (ast.Tuple, ast.List, ast.Set))]
    said = [(node.value, choices(node.value)) for node in nodes if is_text(node)]
    said += [(ast.unparse(row), [{one.value for one in row.elts if is_text(one)}]) for row in rows]
    return [text for text, found in said if any({*map(traditional_of, words)} & words for words in found)]


def is_text(node: ast.AST) -> TypeGuard[ast.Constant]:
    """Whether the node is a string."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def choices(pattern: str) -> Iterator[set[str]]:
    """The characters of each class of a pattern, and the words between its marks."""
    yield from (set(inside) for inside in re.findall(r"\[((?:\\.|[^\]\\])*)\]", pattern))
    yield {word for word in re.split(r"[^\w]+", pattern) if len(word) > 1}


def traditional_of(word: str) -> str | None:
    """The word in traditional characters, None where it has no other form."""
    return next(traditional(word), None) if any(map(is_han, word)) and word.isprintable() else None


def test_words_stand_in_tables(root: Path) -> None:
    """No pattern of the code lists a word in both scripts: a table does, whose other half is made."""
    files = [file for file in sorted((root / "converter").rglob("*.py")) if file.name != "encoding.py"]
    found = {
        file.relative_to(root / "converter").as_posix(): texts
        for file in files
        if (texts := in_both_scripts(file.read_text("utf-8")))
    }
    assert set(found) == GRAMMARS, found


@pytest.mark.parametrize(
    ("planted", "expected"),
    [
        ('x = re.compile("[讯訊]$")', ["[讯訊]$"]),
        ('x = re.compile("[^讯訊。]")', ["[^讯訊。]"]),
        ('x = re.compile("来源|來源")', ["来源|來源"]),
        ('x = text.endswith(("电", "電"))', ["('电', '電')"]),
        ('x = re.compile("讯$|電")', []),
        ('"""[讯訊] in words"""', []),
    ],
)
def test_a_word_in_both_scripts_is_found(planted: str, expected: list[str]) -> None:
    """In a class, between the marks of a pattern, or in a row; what is said about it is none."""
    assert in_both_scripts(planted) == expected
