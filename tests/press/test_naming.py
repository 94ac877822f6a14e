"""A line that names people is cut into words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.press.naming import tokens_of

LINES = {
    "□本报记者 于江": "bullet □, word 本报, word 记者, blank, name 于江",
    "本报驻海湾记者柏青禾": "word 本报驻, other 海湾, word 记者, name 柏青禾",
    "记者柏青禾江一帆报道": "word 记者, name 柏青禾, name 江一帆, word 报道",
    "记者江帆台北報導": "word 记者, name 江帆, word 台北, word 報導",
    "记者李冠军": "word 记者, name 李冠军",
    "文/摄影　三郎": "word 文, sign /, word 摄影, blank, maybe 三郎",
    "柏　禾摄": "name 柏禾, word 摄",
    "欧阳　帆": "name 欧阳帆",
    "柏青禾 文 江　帆 图": "name 柏青禾, blank, word 文, blank, name 江帆, blank, word 图",
    "文　静 文": "name 文静, blank, word 文",
    "江一帆文": "name 江一帆, word 文",
    "柏青禾等": "name 柏青禾, word 等",
    "柏青禾与江一帆": "name 柏青禾, name 江一帆",
    "海湾日报": "house 海湾日报",
    "综合报道组": "house 综合报道组",
    "海湾日报记者": "house 海湾日报, word 记者",
    "图为市民在拍摄": "house 图为, word 市民, lone 在, word 拍摄",
    "By Quinn Reed": "word By, blank, maybe Quinn Reed",
    "BY QUINN REED AND BO LI": "word By, blank, maybe Quinn Reed, blank, list And, blank, maybe Bo Li",
    "photos by Quinn Reed, Haiwan Daily": "word photos by, blank, maybe Quinn Reed, list ,, blank, house Haiwan Daily",
    "欧 阳 青 禾　江 一 帆": "name 欧阳青禾, blank, name 江一帆",
    "柏　禾　江　帆": "name 柏禾, blank, name 江帆",
    "柏青著　江帆译": "name 柏青, word 著, blank, name 江帆, word 译",
    "江帆译": "name 江帆译",
    "文·江帆": "word 文, sign ·, name 江帆",
    "《海湾诗刊》2024": "other 《海湾诗刊》, other 2024",
    "一": "lone 一",
}


@pytest.mark.parametrize(("line", "expected"), LINES.items())
def test_the_words_of_a_line(line: str, expected: str) -> None:
    """Names, posts, what is said of work, houses and marks."""
    found = [f"{token.kind} {token.text}".strip() if token.kind != "blank" else "blank" for token in tokens_of(line)]

    assert expected == ", ".join(found)


@given(st.text(st.sampled_from("记者文图摄江帆青欧阳 　、/（）综合报道和·A0") | st.characters(), max_size=40))
def test_nothing_of_a_line_is_lost(line: str) -> None:
    """The words and marks stand in the line's order, and what is between two of them joins the parts of names."""
    found = tokens_of(line)
    left = "".join(
        line[above:below]
        for above, below in zip([0, *(t.end for t in found)], [*(t.start for t in found), len(line)], strict=True)
    )

    assert all("".join(line[token.start : token.end].split()) == "".join(token.text.split()) for token in found)
    assert set(left) <= set("·•・‧和与與及")
