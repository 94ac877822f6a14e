"""A pattern that is compiled at its first use is the pattern that it stands for."""

import importlib
import marshal
import pkgutil
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import converter
from converter.press import patterns
from converter.press.patterns import SPARED, compiled_of, later
from tools.make.patterns import TO as FILE
from tools.make.patterns import made

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


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bytes], None]]:
    """Lets a file be the one that has this Python's code."""

    def lay(data: bytes) -> None:
        monkeypatch.setattr(patterns, "get_data", lambda package, name: data)
        patterns._ready.cache_clear()

    yield lay
    monkeypatch.undo()
    patterns._ready.cache_clear()


SAID: list[tuple[str | bytes, int]] = [
    (REGEX, 0),
    ("过(?P<what>[江河湖])|(?i:b)(c)?", int(re.IGNORECASE | re.DOTALL)),
    ("[，。；]+(?=[一-龥])", 0),
    (rb"<\?xml", 0),
]


@pytest.mark.parametrize(("regex", "flags"), SAID)
def test_code_that_lies_ready_is_the_pattern(
    regex: str | bytes, flags: int, ready: Callable[[bytes], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was compiled before finds the same, tells the same of itself, and ``re`` is not asked."""
    expected = re.compile(regex, flags)
    ready(made([*SAID], sys.executable))
    monkeypatch.setattr(re, "compile", None)
    found = compiled_of(regex, flags)
    assert (found, found.flags, found.groups) == (expected, expected.flags, expected.groups)
    assert dict(found.groupindex) == dict(expected.groupindex)
    text: Any = "一过湖bc，。龥" if isinstance(regex, str) else b"<?xml"
    assert [(one.span(), one.groups()) for one in found.finditer(text)] == [
        (one.span(), one.groups()) for one in expected.finditer(text)
    ]


def test_code_of_a_machine_of_32_bits_is_not_this_one_s(
    ready: Callable[[bytes], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its engine has the same number, and takes another one for a repeat without end: each compiles its own."""
    import _sre

    ready(made([*SAID], sys.executable))
    assert patterns._ready() != {}
    patterns._ready.cache_clear()
    monkeypatch.setattr(_sre, "MAXREPEAT", 2**31 - 1 if sys.maxsize > 2**32 else 2**32 - 1)
    assert patterns._ready() == {}


@pytest.mark.parametrize("data", [b"", b"broken", marshal.dumps(([], {"江": 1})), marshal.dumps(3)])
def test_a_file_that_is_of_no_use_is_none(data: bytes, ready: Callable[[bytes], None]) -> None:
    """One that is cut, or was made by a Python that compiles otherwise: all is compiled as ever."""
    ready(data)
    assert patterns._ready() == {} and compiled_of("江", 0).search("过江") is not None


def test_what_lies_ready_is_what_is_compiled() -> None:
    """The code that the package ships for this Python is the one that this Python makes."""
    shipped = patterns._ready()
    if not shipped and patterns.engine() not in marshal.loads(FILE.read_bytes())[0]:
        pytest.skip("this Python compiles at each start, until make patterns is told of it")
    again = marshal.loads(made([*shipped], sys.executable))[1]
    assert again == shipped and len(shipped) > 50
