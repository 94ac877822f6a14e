"""OpenCC's converters, by its configurations and by ours."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from converter.errors import UnknownScript
from converter.script import configurations
from converter.script.engine import converter
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
