"""How text looks: its own properties over its style's, and those over the styles that it is based on."""

from __future__ import annotations

import pytest
from lxml.etree import fromstring

from converter.readers.docx.package import Package, W
from converter.readers.docx.styles import Look, Styles, look_of
from tests.readers.documents import packed


def properties(inside: str) -> Look:
    """The look that these properties say."""
    return look_of(fromstring(f'<w:rPr xmlns:w="{W.strip("{}")}">{inside}</w:rPr>'))


@pytest.mark.parametrize(
    ("inside", "look"),
    [
        ("<w:b/><w:i w:val='true'/>", Look(bold=True, italic=True)),
        ("<w:b w:val='0'/>", Look(bold=False)),
        ("<w:em w:val='dot'/><w:u w:val='none'/>", Look(italic=True, underline=False)),
        ("<w:i w:val='0'/>", Look(italic=False)),  # as in a run of an italic style
        ("<w:strike w:val='0'/><w:dstrike/>", Look(struck=True)),
        ("<w:dstrike/><w:vertAlign w:val='superscript'/>", Look(struck=True, raised="superscript")),
        ("<w:sz w:val='29'/><w:jc w:val='center'/>", Look(size=14.5, align="center")),
        ("<w:ind w:firstLineChars='200'/>", Look(indent=4)),
        ("<w:ind w:firstLine='480'/>", Look(indent=4)),
        ("<w:outlineLvl w:val='0'/><w:pageBreakBefore/>", Look(level=0, new_page=True)),
        ("<w:outlineLvl w:val='9'/>", Look(level=9)),
        ("<w:outlineLvl w:val='10'/>", Look()),
        ("<w:numPr><w:ilvl w:val='1'/><w:numId w:val='7'/></w:numPr>", Look(number=("7", 1))),
        ("<w:vanish/>", Look(hidden=True)),
        ("<w:sz w:val='x'/>", Look()),
    ],
)
def test_properties(inside: str, look: Look) -> None:
    """On, off, a value, or nothing said."""
    assert properties(inside) == look


def test_one_look_over_another() -> None:
    """What it does not say is the other's; a list and the depth in it are said apart."""
    assert Look(bold=False, number=(None, 1)).over(Look(bold=True, size=12, number=("7", 0))) == Look(
        bold=False, size=12, number=("7", 1)
    )


def style(key: str, name: str, inside: str = "", based: str = "", default: str = "") -> str:
    """A paragraph's style."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}" w:default="{default}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:rPr>{inside}</w:rPr></w:style>'
    )


STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='21'/></w:rPr></w:rPrDefault></w:docDefaults>"
    + style("a", "Normal", default="1")
    + style("h", "heading  2", "<w:b/>", "a")
    + style("t", "标题 1", "<w:sz w:val='44'/>", "h")
    + style("x", "Loop", "<w:i/>", "y")
    + style("y", "Loop back", "<w:b/>", "x")
)


def test_styles() -> None:
    """A style has what those below it say, headings their level by their names; a circle ends."""
    styles = Styles(Package(packed("", styles=STYLES)).document.related("styles"))
    assert (styles.paragraph, styles.name("h"), styles.name("unknown")) == ("a", "heading2", "unknown")
    assert styles.look("h") == Look(bold=True, level=1)
    assert styles.whole("t") == Look(bold=True, size=22.0, level=0)
    assert styles.look("x") == Look(bold=True, italic=True)
    assert styles.whole("unknown") == Look(size=10.5)
