"""Every way to fail has its code, and all who tell the codes know the same."""

import re
from pathlib import Path

import pytest

from converter import errors
from converter.cli import EXIT_CODES


@pytest.mark.parametrize("manual", ["exit-codes.md", "exit-codes.zh-CN.md"])
def test_exit_codes_are_told_alike(manual: str, root: Path) -> None:
    """The errors, the help and the page on exit codes know the same codes, in each language."""
    known = [
        value for value in vars(errors).values() if isinstance(value, type) and value.__module__ == errors.__name__
    ]
    children = {value for value in known if issubclass(value, errors.ConverterError)}
    codes = {child.exit_code for child in children} | {0, 2, 9, 10, 130, 141}
    assert {int(code) for code in re.findall(r"^  (\d+) ", EXIT_CODES, re.MULTILINE)} == codes
    page = (root / "docs" / manual).read_text("utf-8")
    assert {int(code) for code in re.findall(r"^\| (\d+) ", page, re.MULTILINE)} == codes
    for child in children:
        assert re.search(rf"^\| {child.exit_code} \|.*`{child.__name__}`", page, re.MULTILINE)


def test_one_net_catches_all() -> None:
    """Who catches the base catches each; bytes that cannot be decoded are unreadable input too, with a code of
    their own.
    """
    children = [kind for kind in vars(errors).values() if isinstance(kind, type) and kind.__module__ == errors.__name__]
    assert all(issubclass(kind, errors.ConverterError) for kind in children)
    assert issubclass(errors.UndecodableText, errors.UnreadableInput)
    assert issubclass(errors.UnfitCorrection, errors.UnfitArgument) and issubclass(errors.UnfitArgument, ValueError)
    assert errors.UndecodableText.exit_code != errors.UnreadableInput.exit_code
    codes = [kind.exit_code for kind in children if "exit_code" in vars(kind)]
    assert len(set(codes)) == len(codes)
    assert not set(codes) & {0, 2 + 128, 130, 141, *range(11, 100)} - {2}  # others' codes, and those of --check
