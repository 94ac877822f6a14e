"""What ``docs/formats.md`` shows of adding a reader works, and is as short as it says."""

import re
from pathlib import Path
from typing import Any

import pytest

from converter import load
from converter.model import Role
from converter.readers import READERS


def test_the_example(root: Path) -> None:
    """The example of the documents is a reader."""
    (code,) = re.findall(
        r"```python\n(\"\"\"Subtitles.*?)```", (root / "docs" / "formats.md").read_text("utf-8"), re.DOTALL
    )
    names: dict[str, Any] = {}
    exec(code, names)
    source = names["read_subtitles"]("1\n0:01 --> 0:02\n船来了，\n快看！\n\n2\n0:03 --> 0:04\n真大。\n".encode())
    assert [(line.text, line.role) for line in source.lines] == [
        ("船来了， 快看！", Role.PARAGRAPH),
        ("真大。", Role.PARAGRAPH),
    ]
    assert len(code.splitlines()) < 20


def test_a_row_is_all_that_it_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A format that has a row is read by its suffix, alone and in a folder, and nothing else has to know of it."""
    (tmp_path / "slips.py").write_text(
        "from converter.readers.text import source_of\n\n\ndef read_slips(data, encoding=None):\n"
        "    return source_of(data.decode().replace('%', ''))\n",
        "utf-8",
    )
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "a.slips").write_text("渡口的灯%\n\n　　灯昨夜亮了，渡船的人都看见了。\n", "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(READERS, "slips", ("slips:read_slips", (".slips",)))

    for named in (folder / "a.slips", folder):
        assert [block.text for block in load(named).blocks()] == ["渡口的灯", "灯昨夜亮了，渡船的人都看见了。"]
