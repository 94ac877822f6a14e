"""The command speaks the language that was asked for, else that of the user's locale."""

import subprocess
import sys

import pytest

from converter.cli import language
from converter.cli.language import asked, named, of_user


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("zh_CN.UTF-8", "zh-Hans"),
        ("zh_CN", "zh-Hans"),
        ("zh_SG.GB18030", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans"),
        ("zh_TW.Big5", "zh-Hant-TW"),
        ("zh-Hant", "zh-Hant"),
        ("zh_Hant_HK@hanyu", "zh-Hant-HK"),
        ("zh_MO", "zh-Hant-HK"),
        ("ZH-cn", "zh-Hans"),
        ("en_GB.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("fr_FR.UTF-8", None),
        ("", None),
        ("zhuang", None),
    ],
)
def test_what_a_name_means(name: str, expected: str | None) -> None:
    """A locale, a tag, with an encoding or without; a place tells the script, and what we do not speak is none."""
    assert named(name) == expected


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW"}, "zh-Hant-TW"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_HK"}, "zh-Hant-HK"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh-Hans"),
        ({"LANGUAGE": "zh_CN"}, "zh-Hans"),
        ({"LANGUAGE": "zh_CN", "LANG": "C.UTF-8"}, "zh-Hans"),
        ({"LANGUAGE": "fr:zh_TW:en", "LANG": "en_US.UTF-8"}, "zh-Hant-TW"),
        ({"LANGUAGE": "en:zh_CN", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ({"LANGUAGE": "zh_CN", "LC_ALL": "C"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_environment_tells(environment: dict[str, str], expected: str) -> None:
    """In gettext's order, the first that says something; a script's LC_ALL=C is heeded, an unknown one is English."""
    assert of_user(environment) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--lang", "zh-CN", "convert"], "zh-Hans"),
        (["convert", "page.txt", "--lang=zh_TW"], "zh-Hant-TW"),
        (["convert", "--", "--lang", "zh"], None),
        (["--lang"], None),
        (["convert", "--language", "zh"], None),
        (["--lang", "fr"], None),
    ],
)
def test_what_is_asked_for(arguments: list[str], expected: str | None) -> None:
    """It is heard before anything else is understood, wherever it stands; other options are none of it."""
    assert asked(arguments) == expected


def test_the_library_is_not_concerned(monkeypatch: pytest.MonkeyPatch) -> None:
    """An English run loads no catalogue, and neither does the library in a Chinese locale."""
    code = (
        "import sys; from converter.cli import main; main(['--help'], standalone_mode=False);"
        "assert not {'converter.cli.catalogue', 'opencc'} & {*sys.modules}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert language.is_english()
