"""What ``docs/formats.md`` shows of adding a reader works, and is as short as it says."""

import re
from pathlib import Path
from typing import Any

from converter.model import Role


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
