"""Which line under a picture is its caption, on both sides of every length."""

import pytest

from converter.press.captions import is_caption


@pytest.mark.parametrize(
    ("text", "apart", "bold", "expected"),
    [
        ("码头上的灯", False, False, True), ("码头上的灯", False, True, False), ("码头上的灯", True, True, True),
        ("灯" * 40, False, False, True), ("灯" * 41, False, False, False), ("灯" * 120, True, False, True),
        ("灯" * 121, True, False, False), ("灯" * 19 + "。", False, False, True),
        ("灯" * 20 + "。", False, False, False),
        ("灯亮了！", False, False, False), ("灯亮了！", True, False, True), ("图源：海湾网", True, False, False),
        ("圖片來源：海灣網", False, False, False), ("来源：海湾网", False, False, False),
        ("責任編輯：江帆", True, False, False),
        ("图为新桥。江帆摄", False, False, True),
    ],
)  # fmt: skip
def test_a_caption_is_short_unless_it_is_set_apart(text: str, apart: bool, bold: bool, expected: bool) -> None:
    """A sentence has at most 20 characters, another line 40, one that is set apart 120; whose it is, is none."""
    assert is_caption(text, apart, bold) is expected
