"""Whatever is told a user is in the catalogue, and nothing else is."""

import ast
from pathlib import Path

import pytest

from converter.cli.catalogue import Catalogue, entries
from tools.make import messages
from tools.make.messages import CATALOGUE, faults, is_sentence, literals, template, updated, wanted


def test_the_catalogue_is_whole() -> None:
    """No sentence lacks its Chinese, none is stale, each has its places: else run ``python -m tools.make.messages``."""
    assert faults(Catalogue.of("zh-Hans")) == []


def test_what_is_new_or_gone_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence that is added, taken away or translated with another place is found."""
    monkeypatch.setattr(messages, "wanted", lambda: ({"a new one: {path}", "an old {name}"}, set()))
    catalogue = Catalogue.of.__wrapped__(Catalogue, "zh-Hans")
    catalogue.known = {"an old {name}": "旧的 {path}", "one that is gone": "没了"}
    assert faults(catalogue) == [
        "not translated: a new one: {path}",
        "stale: one that is gone",
        "other places: an old {name}",
    ]


def test_an_update_keeps_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is new stands at the end without its Chinese, what is stale goes, and the head and the rest stay."""
    monkeypatch.setattr(messages, "wanted", lambda: ({"kept {here}", "new"}, set()))
    head = 'msgid ""\nmsgstr ""\n"Language: zh_CN\\n"\n'
    text = head + '\nmsgid "gone"\nmsgstr "没了"\n\nmsgid "kept {here}"\nmsgstr "在 {here}"\n'
    assert updated(text) == (f'{head}\nmsgid "kept {{here}}"\nmsgstr "在 {{here}}"\n\nmsgid "new"\nmsgstr ""\n')


def test_the_file_is_as_it_is_written() -> None:
    """An update of a catalogue that is whole changes nothing, and no sentence is in it twice."""
    text = CATALOGUE.read_text("utf-8")
    assert updated(text) == text
    keys = [key for key, _ in entries(text)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('f"cannot read {path}: {error.strerror}"', "cannot read {path}: {strerror}"),
        ('f"{len(files)} files, more than {MOST >> 20}"', "{len} files, more than {value}"),
        ('f"{self.name} is {there(1)} and {other.name!r:>4}"', "{name} is {there} and {name2}"),
        ('"one " "two"', "one two"),
        ('"said " + other', "said {other}"),
        ("a + b", None),
        ("7", None),
    ],
)
def test_a_literal_as_a_sentence(code: str, expected: str | None) -> None:
    """Values are places that are called after them."""
    assert template(ast.parse(code, mode="eval").body) == expected


def test_which_literals_are_looked_at() -> None:
    """Texts in calls, tables and values of other texts; no docstring, no key and no list of words."""
    code = '''
"""Of the module."""
TABLE = [("a table", 1)]
WORDS = "not these words".split()
def f(x):
    """Of a function."""
    raise E(f"no {x['a key']}: {'one way' if x else 'or another'}")
'''
    found = set(literals(ast.parse(code)))
    assert found == {"a table", "no {x}: {value}", "one way", "or another"}
    assert is_sentence("the input is empty") and not is_sentence("a-b:c") and not is_sentence("color: {value};")


def test_a_planted_sentence_is_missed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new error in a module of the package is missing from the catalogue at once."""
    (tmp_path / "converter").mkdir()
    (tmp_path / "converter" / "odd.py").write_text('raise UnreadableInput(f"no moon over {sea}: wait for it")')
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    required, _ = wanted()
    assert "no moon over {sea}: wait for it" in required
