"""A pattern that is compiled at its first use is the pattern that it stands for."""

import importlib
import pkgutil
import re
import subprocess
import sys

import pytest

import converter
from converter.press.patterns import SPARED, later

WAYS = {
    "search": lambda pattern: pattern.search("过江，过河").span(),
    "match": lambda pattern: pattern.match("过江")[1],
    "fullmatch": lambda pattern: pattern.fullmatch("过江")["what"],
    "finditer": lambda pattern: [found.start() for found in pattern.finditer("过江，过河")],
    "findall": lambda pattern: pattern.findall("过江，过河"),
    "sub": lambda pattern: pattern.sub("渡", "过江，过河", count=1),
    "subn": lambda pattern: pattern.subn("渡", "过江，过河"),
    "split": lambda pattern: pattern.split("过江，过河"),
    "pattern": lambda pattern: pattern.pattern,
    "flags": lambda pattern: pattern.flags,
    "groups": lambda pattern: pattern.groups,
    "groupindex": lambda pattern: dict(pattern.groupindex),
    "scanner": lambda pattern: pattern.scanner("过江").match().span(),
}
REGEX = "过(?P<what>[江河 ])"


@pytest.mark.parametrize("way", WAYS)
def test_it_does_what_the_compiled_one_does(way: str) -> None:
    """Whatever is asked of it first, and again, of a regex that is said and of one that is made."""
    expected = WAYS[way](re.compile(REGEX, re.IGNORECASE))
    for pattern in (later(REGEX, re.IGNORECASE), later(lambda: REGEX, re.IGNORECASE)):
        assert [WAYS[way](pattern), WAYS[way](pattern)] == [expected] * 2


def test_bytes_are_patterns_too() -> None:
    assert later(rb"<\?xml").match(b"<?xml version") is not None


def test_it_is_made_and_compiled_once_and_not_before() -> None:
    """What makes the regex is called at the first use; a regex is told without compiling it."""
    made: list[str] = []

    def make() -> str:
        made.append("again")
        return "江"

    pattern = later(make)
    assert made == []
    assert [bool(pattern.search("过江")), bool(pattern.match("过江")), pattern.pattern] == [True, False, "江"]
    assert made == ["again"]
    assert later("(").pattern == "("
    with pytest.raises(re.error):
        later("(").search("")


def test_a_text_without_the_words_that_it_needs_is_told_before_it_is_compiled() -> None:
    """It finds there what the compiled one does, nothing; in a text that has one, from a place on too, all is asked."""
    pattern = later("(过江|渡河)", needs=lambda: ["过江", "渡河"])
    ways = ("search", "match", "fullmatch")
    assert [getattr(pattern, way)("桥上的风") for way in ways] == [None] * 3
    asked = later("(", needs=lambda: ["江"])
    assert {asked.search("桥") for _ in range(SPARED)} == {None}  # it is no regex, and nobody was told
    with pytest.raises(re.error):  # asked so often it is compiled all the same, for that is quicker then
        asked.search("桥")
    assert pattern.search("过江，渡河", 1)[1] == "渡河"
    assert [bool(getattr(pattern, way)("过江去")) for way in ways] == [True, True, False]
    assert [bool(getattr(pattern, way)("桥上的风")) for way in ways] == [False] * 3


def test_what_it_lacks_is_told() -> None:
    with pytest.raises(AttributeError):
        _ = later("江").serach  # type: ignore[attr-defined]


def test_the_command_s_start_compiles_no_pattern_of_ours() -> None:
    """To load the command and the options' table takes no regex of Banmian's."""
    code = (
        "import re, sys\nmade = []\ncompile = re._compiler.compile\n"
        "def told(*said):\n    made.append(sys._getframe(2).f_globals['__name__'])\n    return compile(*said)\n"
        "re._compiler.compile = told\nimport converter.cli.convert, converter.pipeline\n"
        "print([name for name in made if name.startswith('converter')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_every_pattern_of_the_package_can_be_compiled() -> None:
    """None names words that there are not, or is no regex: what is compiled late is found out here."""
    names = [module.name for module in pkgutil.walk_packages(converter.__path__, "converter.")]
    found = [
        value
        for name in names
        if not name.endswith("__main__")
        for value in vars(importlib.import_module(name)).values()
        if type(value).__name__ == "_Later"
    ]
    assert len(found) > 50
    assert all(isinstance(value.flags, int) for value in found)
