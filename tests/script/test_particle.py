"""著 of a traditional text is 着 after a verb, 著 in the words of writing."""

import pytest

from converter import convert_script
from converter.script.particle import particles

CASES = {
    # traditional, in simplified characters
    "他拿著名片，跟著作者走": "他拿着名片，跟着作者走",
    "她穿著名牌，看著書，沿著作坊走": "她穿着名牌，看着书，沿着作坊走",
    "這著作很著名，作者著有三本書": "这著作很著名，作者著有三本书",
    "土著、原著、編著、專著": "土著、原著、编著、专著",
    "執著、沉著、顯著、附著、衣著": "执着、沉着、显著、附着、衣着",
    "他著手修橋，著急地找不著路": "他着手修桥，着急地找不着路",
    "《橋上》，記者余小帆著，共三卷": "《桥上》，记者余小帆著，共三卷",
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_taiwan(text: str, expected: str) -> None:
    """The likelier words decide, not the longest phrase from the left."""
    assert expected == convert_script(text, "zh-Hans", language="zh-Hant-TW")


def test_hong_kong() -> None:
    """A page of Hong Kong's press that writes 著 for both is read so; one that writes 着 means 著 by 著."""
    both, apart = "她望著我，他看著海，等著船。這是名著。", "她望着我，他看着海，等着船。這是小帆著的書。"
    assert convert_script(both, "zh-Hans", language="zh-Hant-HK") == "她望着我，他看着海，等着船。这是名著。"
    assert convert_script(apart, "zh-Hans", language="zh-Hant-HK") == "她望着我，他看着海，等着船。这是小帆著的书。"


@pytest.mark.parametrize(
    ("before", "after", "kept", "expected"),
    [
        ("看著書", "看著书", [], "看着书"),
        ("名著", "名著", [], "名著"),
        ("小帆著，", "小帆著，", [(0, 2)], "小帆著，"),
        ("小帆著", "小帆著", [(0, 2)], "小帆著"),
        ("小帆望著", "小帆望著", [(0, 2)], "小帆望着"),
        ("小帆看著海", "小帆看著海", [], "小帆看着海"),
        ("萬著里", "万著里", [(0, 3)], "万著里"),
        ("沿著萬著里走著", "沿著万著里走著", [(2, 5)], "沿着万著里走着"),
        ("他著手看著，著名的著作", "他著手看著，著名的著作", [], "他着手看着，著名的著作"),
    ],
)
def test_particles(before: str, after: str, kept: list[tuple[int, int]], expected: str) -> None:
    """A name keeps its own characters, and is followed by its work; elsewhere the likelier words decide."""
    assert particles(before, after, kept) == expected
