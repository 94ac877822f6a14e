"""What cannot be said is told in a sentence that names the argument, its value and what may be said."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import converter
from converter import Block, Kind, Options, Pin, Role, UnfitArgument, arguments

WRONG: dict[str, tuple[Any, str]] = {
    "quotes": ("curley", "quotes is 'curley': did you mean curly? say one of keep, corner, curly"),
    "punctuation": ("wide", "punctuation is 'wide': say one of keep, full"),
    "language": (
        "chinese",
        "language is 'chinese': that is no language tag; say zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK, "
        "or another tag of BCP 47",
    ),
    "date": ("yesterday", "date is 'yesterday': that is no date; write it as 2021-01-05, or the year alone"),
    "page": (3, "page is 3: give it as text, such as '3'"),
    "author": (["江帆"], "author is ['江帆']: give text"),
    "names": ("江帆", "names is '江帆': give a list of texts, such as ['江帆']"),
    "glossary": (["软件"], "glossary is ['软件']: give a dict of terms, such as {'软件': '軟體'}"),
    "vertical": ("no", "vertical is 'no': say True or False"),
    "cover": (5, "cover is 5: give a file's name, a str or a Path"),
    "report": (True, "report is True: give a function"),
    "script": (5, "script is 5: give it as text, such as '5'"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_option(name: str, tmp_path: Path) -> None:
    """Each wrong value is refused alike by ``convert`` and ``Options``, and nothing is read or written."""
    value, sentence = WRONG[name]
    said = {name: value}
    for call in (
        lambda: converter.convert(tmp_path / "nowhere.txt", tmp_path / "x.epub", **said),
        lambda: Options.of(**said),
    ):
        with pytest.raises(UnfitArgument) as error:
            call()
        assert str(error.value) == sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "said",
    [
        "2024-05-16",
        "20240516",
        "2024年5月16日",
        "民國一一三年五月十六日",
        "二〇二四年五月十六日",
        "2024-05-16T10:22:00+08:00",
        "2024-05-16 10:22",
    ],
)
def test_a_date_is_taken_in_any_form(said: str) -> None:
    """It is kept as ISO 8601 has it, as the command keeps it."""
    assert Options.of(date=said).metadata.date == "2024-05-16"


ROLES = f"say one of {', '.join(Role)}"
CALLS: list[tuple[Callable[[], object], str]] = [
    (lambda: Role("headlin"), f"role is 'headlin': did you mean headline? {ROLES}"),
    (lambda: Pin("captoin"), f"role is 'captoin': did you mean caption? {ROLES}"),  # type: ignore[arg-type]
    (lambda: Pin(opens="page"), "opens is 'page': say one of article, block, line"),  # type: ignore[arg-type]
    (lambda: Block("标题", ()), f"role is '标题': {ROLES}"),  # type: ignore[arg-type]
    (lambda: Kind("story"), "kind is 'story': say one of article, briefs, item, picture, margin"),
    (
        lambda: converter.detect("text"),  # type: ignore[arg-type]
        "document is 'text': give what read gives, a Source or an Issue: detect(read(…))",
    ),
    (
        lambda: converter.write(None, "x.epub"),  # type: ignore[arg-type]
        "issue is None: give what load or detect gives, an Issue",
    ),
    (
        lambda: converter.load("x.txt", {"script": "s2t"}),  # type: ignore[arg-type]
        "options is {'script': 's2t'}: give an Options, such as Options.of(script='zh-Hant-TW')",
    ),
    (
        lambda: converter.convert("x.txt", 5),  # type: ignore[arg-type]
        "output is 5: give a file's name, or a binary stream",
    ),
    (
        lambda: converter.convert("x.txt", "x.epub", progress=5),  # type: ignore[arg-type]
        "progress is 5: give a function",
    ),
    (lambda: converter.convert_script(5, "s2t"), "text is 5: give it as text, such as '5'"),  # type: ignore[arg-type]
    (lambda: converter.text(b"x"), "content is b'x': give text"),  # type: ignore[arg-type]
    (lambda: converter.convert_script("岸", None), "target is None: give text"),  # type: ignore[arg-type]
    (lambda: converter.load(b"x", progress=5), "progress is 5: give a function"),  # type: ignore[arg-type]
    (
        lambda: converter.gold_row(5, 6),  # type: ignore[arg-type]
        "source is 5: give what read gives, a Source",
    ),
    (
        lambda: converter.detect(converter.read(b"x"), pins={"3": Pin("lead")}),  # type: ignore[arg-type, dict-item]
        "a pin's line is '3': give a mapping of a line's number to a Pin, such as {17: Pin(Role.CAPTION)}",
    ),
]


@pytest.mark.parametrize(("call", "sentence"), CALLS)
def test_a_wrong_argument(call: Callable[[], object], sentence: str) -> None:
    """So are arguments that are no options."""
    with pytest.raises(UnfitArgument) as error:
        call()
    assert str(error.value) == sentence


def test_pins_are_checked(seeds: list[Path]) -> None:
    """A role in the place of a pin is told; a role said by its word is one."""
    source = converter.read(seeds[0])
    with pytest.raises(UnfitArgument, match="^a pin is <Role.CAPTION: 'caption'>: give a mapping"):
        converter.detect(source, pins={1: Role.CAPTION})  # type: ignore[dict-item]
    assert Pin("caption") == Pin(Role.CAPTION)  # type: ignore[arg-type]


def test_a_long_value_is_shown_in_part() -> None:
    """The sentence stays one that can be read."""
    assert str(arguments.unfit("input", ["x"] * 99, "no")) == f"input is {repr(['x'] * 99)[:60]}…: no"
