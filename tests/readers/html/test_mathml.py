"""A formula of MathML is a line of text that says what it says."""

from __future__ import annotations

import pytest
from lxml.html import fragment_fromstring, tostring

from converter.readers.html.mathml import set_formulas
from tests.readers.html.pages import page


def line(inside: str) -> str:
    """What stands in a paragraph for a formula, with its marks."""
    root = fragment_fromstring(f"<p>甲<math>{inside}</math>乙</p>")
    set_formulas(root)
    found: str = tostring(root, encoding="unicode")
    return found.removeprefix("<p>甲<span>").removesuffix("</span>乙</p>")


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<mi>Q</mi><mo>=</mo><mfrac><mi>V</mi><mi>t</mi></mfrac>", "Q=V/t"),
        ("<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></mfrac>", "(a+b)/2"),
        ("<msup><mi>a</mi><mn>2</mn></msup>", "a<sup>2</sup>"),
        ("<msub><mi>x</mi><mn>1</mn></msub><mo>+</mo><mi>y</mi>", "x<sub>1</sub>+y"),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x<sub>1</sub><sup>2</sup>"),
        (
            "<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>",
            "∑<sub>i=1</sub><sup>n</sup>i",
        ),
        ("<msup><mi>e</mi><msup><mi>x</mi><mn>2</mn></msup></msup>", "e<sup>x^2</sup>"),
        ("<msup><mi>e</mi><msub><mi>x</mi><mn>12</mn></msub></msup>", "e<sup>x_(12)</sup>"),
        ("<msqrt><mn>2</mn></msqrt>", "√2"),
        ("<msqrt><mi>a</mi><mo>+</mo><mi>b</mi></msqrt>", "√(a+b)"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", "√<sup>3</sup>x"),
        ("<mfenced><mi>a</mi><mi>b</mi></mfenced>", "(a,b)"),
        ('<mfenced open="[" close="]" separators=";"><mi>a</mi><mi>b</mi><mi>c</mi></mfenced>', "[a;b;c]"),
        ("<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>0</mn></mtd></mtr><mtr><mtd><mn>0</mn></mtd></mtr></mtable>",
         "1 0; 0"),
        ("<mmultiscripts><mi>C</mi><none></none><none></none><mprescripts></mprescripts><mn>6</mn><mn>12</mn>"
         "</mmultiscripts>", "<sub>6</sub><sup>12</sup>C"),
        ("<mi>f</mi><mo>\u2061</mo><mi>x</mi>", "fx"),
        ("<mtext>水位 ≥</mtext><mn>3.2</mn>", "水位 ≥3.2"),
        ("<semantics><mrow><mi>a</mi></mrow><annotation>\\a</annotation></semantics>", "a"),
        ("<apply><plus></plus><ci>a</ci><ci>b</ci></apply>", "ab"),
        ("<mphantom><mi>a</mi></mphantom><mi>b</mi>", "b"),
        ("<mrow>" * 150 + "<msup><mi>a</mi><mn>2</mn></msup>" + "</mrow>" * 150, "a2"),
    ],
)  # fmt: skip
def test_formulas(inside: str, expected: str) -> None:
    """Fractions with a stroke, brackets where a part is long, scripts marked, matrices row by row."""
    assert line(inside) == expected


@pytest.mark.parametrize(
    "shown",
    [
        '<span class="katex"><span class="katex-mathml"><math><mi>a</mi></math></span>'
        '<span class="katex-html" aria-hidden="true"><span>a</span></span></span>',
        '<mjx-container><mjx-math aria-hidden="true"><mjx-mi>a</mjx-mi></mjx-math>'
        '<mjx-assistive-mml><math><mi>a</mi></math></mjx-assistive-mml></mjx-container>',
        '<span class="mwe-math-element"><span style="display: none;"><math alttext="x"><mi>a</mi></math></span>'
        '<img src="https://a.test/a.svg" class="mwe-math-fallback-image-inline" alt="x"></span>',
        "<m:math><m:mi>a</m:mi></m:math>",
        '<math alttext="a"></math>',
    ],
    ids="katex mathjax mediawiki prefix alttext".split(),
)  # fmt: skip
def test_a_formula_is_said_once(shown: str) -> None:
    """What a page shows beside the formula's own mark-up is not read again; what it is called stands for none."""
    source = page(f"<h1>流量</h1><p>面积为{shown}。</p>")
    assert ([line.text for line in source.lines], source.warnings) == (["流量", "面积为a。"], ())


def test_a_formula_that_is_set_apart() -> None:
    """One with ``display="block"`` is a line of its own."""
    source = page('<h1>流量</h1><p>流量为</p><math display="block"><mi>Q</mi></math><p>立方米。</p>')
    assert [line.text for line in source.lines] == ["流量", "流量为", "Q", "立方米。"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>设水位{}时，船可以过桥。</p>", ["设水位x=3时，船可以过桥。"]),
        ("<p>设<b>水位</b>{}时，船可以过桥。</p>", ["设水位x=3时，船可以过桥。"]),
        ("<p>设<b>水位</b>为{}<b>时</b>，船可以过桥。{}</p>", ["设水位为", "x=3", "时，船可以过桥。", "x=3"]),
        ("<p>水位如下：{}</p><p>船可以过桥。</p>", ["水位如下：", "x=3", "船可以过桥。"]),
        ("<p>水位如下：<br>{}</p>", ["水位如下：", "x=3"]),
    ],
)
def test_a_formula_that_is_set_apart_in_a_sentence(text: str, expected: list[str]) -> None:
    """It is a word of the sentence where words stand right before and behind it, and a line where it ends one."""
    formula = '<math display="block"><mi>x</mi><mo>=</mo><mn>3</mn></math>'
    assert [line.text for line in page(text.replace("{}", formula)).lines] == expected
