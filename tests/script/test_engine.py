"""OpenCC's converters, by its configurations and by ours."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from converter.errors import UnknownScript
from converter.script import configurations
from converter.script.engine import Entries, configuration, converter
from tests.script.made import convert_text


def test_configurations_are_the_installed_ones() -> None:
    """Every configuration that the installed OpenCC offers is listed, sorted, without its suffix."""
    import opencc

    assert set(configurations()) == {name.split(".")[0] for name in opencc.CONFIGS}
    assert {"s2t", "s2twp", "s2hk", "t2s", "tw2s"} <= {*configurations()}
    assert list(configurations()) == sorted(configurations())


@pytest.mark.parametrize("config", configurations())
def test_every_configuration_converts(config: str) -> None:
    """Every configuration listed can be loaded and leaves what is no Chinese alone."""
    assert convert_text("Banmian 2021, ①", config) == "Banmian 2021, ①"
    assert convert_text("山，A", config) == "山，A"


def test_unknown_configuration_names_the_known() -> None:
    """A misspelt configuration is an error that lists the right names."""
    with pytest.raises(UnknownScript, match="s2tx.*use one of zh-Hans, .*hk2s, .*s2twp"):
        convert_text("字", "s2tx")


def test_a_file_in_the_current_folder_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file named like a configuration, in the folder where the command runs, changes nothing."""
    (tmp_path / "s2hk.json").write_text("{}")
    monkeypatch.chdir(tmp_path)
    converter.cache_clear()
    assert convert_text("图书", "s2hk") == "圖書"


def test_threads_agree() -> None:
    """Eight threads that convert at once get what one gets."""
    text = "理发店里的面条，干燥的头发。" * 200
    expected = convert_text(text, "s2tw")
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: convert_text(text, "s2tw"), range(64))) == {expected}


STAGES = [
    # configurations, entries, the language whose forms are written; a text, what it becomes
    (("s2t",), (), None, "卫说群里", "衛說羣裏"),
    (("s2t",), (), "zh-Hant", "卫说群里", "衛說群裏"),
    (("s2hk",), (), None, "卫说群里", "衞説羣裏"),
    (("s2hk",), (), "zh-Hant-HK", "卫说群里", "衛說群裏"),
    (("hk2t", "t2tw"), (("裏江", "裏江"),), None, "裏江裏，羣山", "裏江裡，群山"),
    (("s2tw",), (("群里", "羣里"),), "zh-Hant-TW", "群里群", "羣里群"),
    (("t2s",), (("乾江", "乾江"),), "zh-Hans", "乾江乾了", "乾江干了"),
]


@pytest.mark.parametrize(("steps", "entries", "house", "text", "expected"), STAGES)
def test_what_an_entry_gave_no_stage_touches(
    steps: tuple[str, ...], entries: Entries, house: str | None, text: str, expected: str
) -> None:
    """Entries go before phrases, and before the forms of a place's press, in every stage."""
    assert converter(steps, entries, house)(text) == expected


def test_characters_that_most_fonts_lack() -> None:
    """A traditional character whose simplified form hardly any font has stays as it is."""
    assert converter(("t2s",))("㑮這") == "㑮这"


@pytest.mark.parametrize(
    ("steps", "house", "segmented", "stages"),
    [
        (("s2twp",), None, True, 2),
        (("s2tw",), "zh-Hant-TW", False, 2),
        (("s2t",), None, False, 1),
        (("s2t",), "zh-Hant", False, 2),
        (("t2tw",), "zh-Hant-HK", False, 2),
        (("hk2t", "t2tw"), None, False, 2),
    ],
)
def test_stages(steps: tuple[str, ...], house: str | None, segmented: bool, stages: int) -> None:
    """Only what changes wording finds its words first; a press's forms want a stage after the first."""
    plan = configuration(steps, (("江帆", "江帆"),), house)
    assert (plan["name"], "segmentation" in plan, len(plan["conversion_chain"])) == ("+".join(steps), segmented, stages)
