"""What a user may say is one table, and every way to say it knows the whole of it."""

import inspect
import pickle
from dataclasses import fields, replace

import click
import pytest

import converter
from converter.cli import main
from converter.errors import UnfitArgument
from converter.model import Metadata
from converter.options import OPTIONS, Look, Option, Options, Script

PARTS = {Script: "script", Metadata: "metadata", Look: "look"}


def example(option: Option) -> object:
    """A value that may be said and is not the default."""
    own = {
        "names": ("江帆",),
        "glossary": (("软件", "軟體"),),
        "report": print,
        "language": "ja",
        "date": "1908",
        "url": "https://example.org/",
    }
    if option.field in own:
        return own[option.field]
    return option.row.choices[-1] if option.row.choices else True if option.row.switch else "某"


def test_convert_has_a_keyword_for_each() -> None:
    """No option is missing from ``convert``, none is there that is no option, and the defaults are the same."""
    taken = dict(inspect.signature(converter.convert).parameters)
    del taken["input"], taken["output"], taken["progress"]
    assert {name: one.default or None for name, one in taken.items()} == {
        name: option.default or None for name, option in OPTIONS.items()
    }


def test_the_command_offers_each() -> None:
    """``banmian convert`` has every option, with its help; a reading command has those of reading."""
    convert, read = main.commands["convert"], main.commands["inspect"]
    offered = {one.name: one for one in convert.params if isinstance(one, click.Option)}
    assert {name: one.help for name, one in offered.items() if name not in ("output", "quiet", "keep_going")} == {
        name: option.row.help for name, option in OPTIONS.items()
    }
    assert {"reader", "encoding", "language"} <= {one.name for one in read.params}


def test_every_field_is_offered() -> None:
    """A field of ``Script``, ``Look`` or ``Options`` that has no row can be said by nobody."""
    for holder in (Script, Look, Options):
        known = {option.field for option in OPTIONS.values() if option.holder is holder}
        assert {one.name for one in fields(holder)} - known == (set(PARTS.values()) if holder is Options else set())


@pytest.mark.parametrize("name", OPTIONS)
def test_what_is_said_is_in_its_field(name: str) -> None:
    """Said by its name, an option is in its field of its part, and all else is as it was."""
    option = OPTIONS[name]
    value = example(option)
    assert option.default != value
    expected = Options()
    if option.holder is Options:
        expected = replace(expected, **{option.field: value})
    else:
        part = PARTS[option.holder]
        expected = replace(expected, **{part: replace(getattr(expected, part), **{option.field: value})})
    assert expected == Options.of(**{name: value})


def test_names_and_terms_are_taken_in_any_form() -> None:
    """A list of names and a mapping of terms are kept as what can be neither changed nor used up."""
    said = Options.of(names=(name for name in ["江帆", "水清"]), glossary={"软件": "軟體"})
    assert said.script == Script(names=("江帆", "水清"), glossary=(("软件", "軟體"),))


def test_what_is_no_option() -> None:
    """A name that is none is told."""
    with pytest.raises(TypeError, match="no option is called 'colour'"):
        Options.of(colour="red", title="桥")


def test_a_target_alone_is_a_script() -> None:
    """``Options(script="s2t")`` means what ``convert(…, script="s2t")`` means."""
    assert Options(script="s2t") == Options(script=Script("s2t")) == Options.of(script="s2t")  # type: ignore[arg-type]


def test_options_can_be_sent() -> None:
    """Another process gets the same options."""
    said = Options.of(script="s2t", glossary={"软件": "軟體"}, title="桥", vertical=True)
    assert pickle.loads(pickle.dumps(said)) == said


@pytest.mark.parametrize("name", ["script", "metadata", "look"])
@pytest.mark.parametrize("value", [5, None, ["zh-Hant"], {"title": "春游"}])
def test_a_part_that_is_none(name: str, value: object) -> None:
    """What is no part of the options is told by its name when they are made, not when they are used."""
    with pytest.raises(UnfitArgument, match=f"^{name} is .*: give a {name.capitalize()}, or say Options.of"):
        Options(**{name: value})  # type: ignore[arg-type]
