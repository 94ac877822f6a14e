"""Which places are addresses, and how what cannot be reached is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.batch.addresses import file_at, is_address, reached
from converter.batch.storage import Place
from converter.errors import UnreadableInput


def test_what_is_an_address(tmp_path: Path) -> None:
    """What fsspec reaches; ``file://`` is a path."""
    assert [is_address(one) for one in ("s3://a/b", "gs://a", "zip://x::s3://a", "a/b", "file:///a", "C:/a")] == [
        *[True] * 3,
        *[False] * 3,
    ]
    assert Place(f"file://{tmp_path}").folder == tmp_path
    (tmp_path / "a.txt").write_text("x", "utf-8")
    assert file_at(f"file://{tmp_path}/a.txt").read() == b"x"


@pytest.mark.parametrize("address", ["nowhere://a/b", "zip://::local:///gone.zip", "zip://::memory://empty.zip"])
def test_what_cannot_be_reached(address: str) -> None:
    """Whatever the library that was to reach it raises is a sentence that names it."""
    pytest.importorskip("fsspec", reason="fsspec is not installed: pip install '.[test]'")
    with pytest.raises(UnreadableInput, match=re.escape(address)):
        reached(address)
