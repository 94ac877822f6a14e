"""How a person's name is written in the other script."""

import pytest

from converter.script.name_forms import entries, name_form
from converter.script.target import way

FORMS = {
    # in simplified text: for Taiwan
    "于江": "于江", "余秋水": "余秋水", "范小河": "范小河", "岳云帆": "岳雲帆", "郁达江": "郁達江", "游小满": "游小滿",
    "涂建江": "涂建江", "卜小船": "卜小船", "种师江": "种師江", "张岩": "張岩", "李征": "李征", "赵斗": "趙斗",
    "李后": "李后", "钟小山": "鍾小山", "万小里": "萬小里", "叶小桥": "葉小橋", "朴小星": "朴小星", "党建党": "党建黨",
    "台小静": "台小靜", "干小将": "干小將", "仇小江": "仇小江", "云小涛": "雲小濤", "王采": "王采", "沈小里": "沈小里",
    "欧阳范": "歐陽範",
}  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), FORMS.items())
def test_name_form(name: str, expected: str) -> None:
    """Surname and given name are written as names are."""
    assert expected == name_form(name, way("zh-Hant-TW", "图"))


@pytest.mark.parametrize(
    ("name", "expected"),
    {"李乾": "李乾", "於小華": "於小华", "鍾小山": "钟小山", "王昇": "王昇", "余老闆": "余老板"}.items(),
)
def test_name_form_in_simplified(name: str, expected: str) -> None:
    """The characters that the standard gives back to names stay in them."""
    assert expected == name_form(name, way("zh-Hans", "圖"))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("党建党", "党建黨"),
        ("种小种", "种小種"),
        ("欧阳后", "歐陽后"),
        ("丰丰", "豐豐"),
        ("约翰·范", "約翰·范"),
        ("范·丰江", "范·豐江"),
        ("党先生", "党先生"),
        ("叶总经理", "葉總經理"),
        ("先生", "先生"),
    ],
)
def test_surname_and_given_name(name: str, expected: str) -> None:
    """A character has its surname's form at the head alone, in a foreign name everywhere; a title is a word."""
    assert expected == name_form(name, way("zh-Hant-TW", "图"))


def test_entries() -> None:
    """Names of two characters and more, the glossary's terms before them, sorted; no names of a text that stays."""
    there, stays = way("zh-Hant-TW", "图"), way("zh-Hans", "图")
    assert entries(there, ["党建党", "余", "后里"], {"后里": "后裡"}) == (("党建党", "党建黨"), ("后里", "后裡"))
    assert entries(there, ["江帆"]) == (("江帆", "江帆"),)
    assert entries(stays, ["党建党"], {"后里": "后裡"}) == (("后里", "后裡"),)
