"""What other programs add to Markdown is made CommonMark, or told."""

from __future__ import annotations

import pytest

from converter.left_out import counted
from converter.readers.dialects import as_common
from converter.readers.markdown import read_markdown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (":::tip 提示\n船底要补。\n:::", "\n**提示**\n\n船底要补。\n"),
        ("::: warning\n雾。\n:::", "\n雾。\n"),
        ("::::: {.note #a}\n雾。\n:::::", "\n雾。\n"),
        ("![渡口](a.jpg){width=50%}", "![渡口](a.jpg)"),
        ("[渡口](a.md){.wide target=_blank}和[船]{.small}", "[渡口](a.md)和船"),
        ('::: {.callout-note title="雾 大"}\n不开船。\n:::', "\n**雾 大**\n\n不开船。\n"),
        (":::note[雾大]\n不开船。\n:::", "\n**雾大**\n\n不开船。\n"),
        (":::danger 浪大 {#x}\n不开船。\n:::", "\n**浪大**\n\n不开船。\n"),
        ('!!! note "雾大"\n    不开船。\n\n    等着。\n船开了。', "\n**雾大**\n\n不开船。\n\n等着。\n船开了。"),
        ("??? tip\n\n    不开船。\n\n船开了。", "\n\n不开船。\n\n船开了。"),
        ('!!! a "甲"\n    !!! b "乙"\n        丙\n    丁', "\n**甲**\n\n\n**乙**\n\n丙\n丁"),
        ('!!! note "雾大"\n船开了。', '!!! note "雾大"\n船开了。'),
        ("```\n!!! note\n    船\n```", "```\n!!! note\n    船\n```"),
        ("> [!note]- 雾大\n> 不开船。", "> **雾大**\n> \n> 不开船。"),
        ("> [!WARNING]\n> 雾大。", "> \n> 雾大。"),
        ("| 潮起\n|   潮落", "潮起  \n潮落  "),
        ("| 站\n| ---\n| 东", "| 站\n| ---\n| 东"),
        ("```\n| 潮\n```", "```\n| 潮\n```"),
        ("| 站 | 水位 |\n|---|---|\n| 东 | 3 |", "| 站 | 水位 |\n|---|---|\n| 东 | 3 |"),
        ("{草}和（一）{二}", "{草}和（一）{二}"),
        ("见[[旧船]]。", "见旧船。"),
        ("![[海 图.png|300]]", "![](海%20图.png)"),
        ("![[海图.png|潮 位]]和![[旧船]]", "![潮 位](海图.png)和旧船"),
        ("[[toc]]", "[[toc]]"),
        ("甲[^1]\n\n[^1]: 乙", "甲[^1]\n\n[^1]: 乙"),
        ("甲\n\n[^2]: 丙", "甲\n\n\\[^2]: 丙"),
        ("甲[^1]\n\n[^1]: 乙\n[^1]: 丙", "甲[^1]\n\n[^1]: 乙\n\\[^1]: 丙"),
        ("[记者]: 船开了吗？", "\\[记者]: 船开了吗？"),
        ("[渡口][站]\n\n[站]: https://a.test/", "[渡口][站]\n\n[站]: https://a.test/"),
        ("H~2~O、x~max~和(a+b)^2^，10^-3^米", "H<sub>2</sub>O、x<sub>max</sub>和(a+b)<sup>2</sup>，10<sup>-3</sup>米"),
        ("3~5天，6~8天；A~B~C；~~旧~~；2^^3^^；甲[^1]和[^1]^2", "3~5天，6~8天；A~B~C；~~旧~~；2^^3^^；甲[^1]和[^1]^2"),
        ("\\(注\\)和\\[注\\_一\\]", "\\(注\\)和\\[注\\_一\\]"),
        ("`[[a]]`和``{.b}``", "`[[a]]`和``{.b}``"),
        ("```\n:::tip\n[[a]]\n```\n[[b]]", "```\n:::tip\n[[a]]\n```\nb"),
    ],
)
def test_as_common(text: str, expected: str) -> None:
    """Boxes, attributes, wiki links, notes without a mark; code stays as it is."""
    assert as_common(text) == (expected, ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("见[[旧船|那条船]]和[[新 船|它]]。", {"pages that wiki links lead to under other words": 4}),
        ("![[旧船|那条船]]", {"pages that wiki links lead to under other words": 2}),
        ('甲\n\n[b]: x.md "乙"', {"references that nothing uses": 11}),
        ("[甲][b]\n\n[B]: x.md\n[b]: y.md", {"references that nothing uses": 8}),
        ("甲\n\n[b]: x.md\n  '乙'\n\n[c]:\n  z.md", {"references that nothing uses": 19}),
        ("```\n[b]: x.md\n[[a|b]]\n```", {}),
    ],
)
def test_what_is_left_out_is_counted(text: str, told: dict[str, int]) -> None:
    """Pages that a wiki's link names beside its words, references that nothing uses; not in code."""
    assert counted(as_common(text)[1]) == told


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("水位 $Q=\\frac{V}{t}$ 和 $S_1$", 2),
        ("$$\nS = \\pi r^2\n$$", 1),
        ("见图\\ref{fig:1}", 1),
        ("水位 \\(a_1*b*c\\) 和 \\[Q=\\frac{V}{t}\\]", 2),
        ("船票 $5，旧价 $6", 0),
        ("积 $a*b*c_{1}\\,d\\\\$ 大", 1),
    ],
)
def test_formulas_are_told(text: str, number: int) -> None:
    """They stay as they are written, with their number; prices are none."""
    source = read_markdown(text.encode())
    told = (f"{number} formula(s) and commands of TeX stay as they are written",) if number else ()
    assert (" ".join(line.text for line in source.lines), source.warnings) == (text.replace("\n", " "), told)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("---\n\n甲：乙\n\n---\n\n丙\n", ["甲：乙", "丙"]),
        ("---\n他说：走。\n\n---\n丙\n", ["他说：走。", "丙"]),
        ("---\n渡口的早晨\n---\n丙\n", ["渡口的早晨", "丙"]),
        ("---\n标题：渡口\n---\n丙\n", ["丙"]),
        ("---\ntitle: 渡口\ntags:\n  - 文\n- 船\n# 记\n---\n丙\n", ["丙"]),
        ("甲\n\n[^2]: 丙\n", ["甲", "[^2]: 丙"]),
        ("# 题 {草}\n\n## 目 {-}\n", ["题 {草}", "目"]),
        ("<details><summary>展开</summary>\n\n甲\n\n</details>\n", ["展开", "甲"]),
    ],
)
def test_nothing_is_lost(text: str, lines: list[str]) -> None:
    """What stands between two rules is text where it is no front matter."""
    assert [line.text for line in read_markdown(text.encode()).lines if line.text != "渡口"] == lines
