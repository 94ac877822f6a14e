"""Literals are what a module's patterns match, one text a branch, and its strings without what it says to people."""

import ast
import re

import pytest

from tools.fuzz.literals import examples, literals, strings


@pytest.mark.parametrize("regex", [r"第[一二]+版", r"(?:ab|cd)x?", r"\d{2,4}年", r"a++[^b]", "(?P<a>渡)口"])
def test_examples_match(regex: str) -> None:
    """Each is a text that the pattern finds."""
    assert examples(regex)
    assert all(re.search(regex, text) for text in examples(regex))


def test_strings() -> None:
    """Docstrings are none."""
    assert list(strings(ast.parse('"""Words."""\nA = "渡"\nB = b"PK"'))) == ["渡", "渡", "PK"]


def test_of_a_module() -> None:
    """Strings and patterns alike."""
    assert {"# banmian outline 1", "\\字"} <= set(literals("readers/outline.py"))
