"""A small newspaper page, made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.model import Article, Block, Issue, Kind, Mark, Metadata, Role, Run, Section


def block(role: Role, text: str, mark: Mark | None = None) -> Block:
    """A block; what stands before ``｜`` is a run with ``mark``."""
    marked, _, rest = text.rpartition("｜")
    return Block(role, (Run(marked, mark), Run(rest)) if marked else (Run(rest),))


def article(kind: Kind, *parts: tuple[Role, str] | Article) -> Article:
    """An article of blocks and items."""
    return Article(kind, tuple(part if isinstance(part, Article) else block(*part, Mark.DATELINE) for part in parts))


LEADING = article(
    Kind.ARTICLE,
    (Role.KICKER, "潮起 南湾"),
    (Role.HEADLINE, "渔港小城的新航线"),
    (Role.DECK, "——南湾码头改造纪行"),
    (Role.BYLINE, "林小满"),
    (Role.LEAD, "编者按：码头改造历时三年。"),
    (Role.PARAGRAPH, "清晨五点，第一班渡船离岸。"),
    (Role.SUBHEAD, "旧仓库的灯"),
    (Role.PARAGRAPH, "仓库里的灯亮到半夜。"),
    (Role.CAPTION, "南湾码头。 方知秋摄"),
    (Role.SIGNATURE, "（作者单位：南湾文化馆）"),
)
BRIEFS = article(
    Kind.BRIEFS,
    (Role.COLUMN_TITLE, "南湾短讯"),
    article(Kind.ITEM, (Role.HEADLINE, "海塘步道开放"), (Role.PARAGRAPH, "本报电｜ 全长六公里的步道昨日开放。")),
    article(Kind.ITEM, (Role.HEADLINE, "鱼市换新棚"), (Role.PARAGRAPH, "本报电｜ 新棚可以容纳八十个摊位。")),
    (Role.COLUMN_NOTE, "(本栏目整理：方知秋)"),
)
PICTURE = article(Kind.PICTURE, (Role.CAPTION, "晾晒的渔网。"), (Role.CREDIT, "林小满摄"))
FOLIO = article(Kind.MARGIN, (Role.FOLIO, "2024年3月8日 星期五"))
NOTE = article(Kind.MARGIN, (Role.COLUMN_NOTE, "本版责编：方知秋"))
UNTITLED = article(Kind.ARTICLE, (Role.PARAGRAPH, "雨下了一整夜，天亮时海面平静得像一块玻璃。"))


@pytest.fixture(scope="session")
def paper() -> Issue:
    """Two pages (版) with every kind of article."""
    pages = (
        Section((FOLIO, LEADING, PICTURE, NOTE), "01", "要闻"),
        Section((FOLIO, BRIEFS, UNTITLED), "02", "副刊"),
    )
    return Issue(pages, Metadata(paper="南湾日报", date="2024-03-08"))


@pytest.fixture(scope="session")
def letter() -> Issue:
    """An ordinary document: one story, no paper."""
    return Issue((Section((LEADING,)),))


@pytest.fixture
def square_font(tmp_path: Path) -> Path:
    """A font of our own with a square for a few characters, an upright comma among them."""
    fonts = pytest.importorskip("fontTools.fontBuilder")
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    for number, corner in enumerate([(100, 0), (100, 800), (900, 800), (900, 0)]):
        (pen.lineTo if number else pen.moveTo)(corner)
    pen.closePath()
    square = pen.glyph()
    names = {"渔": "fish", "港": "port", "，": "comma", "南": "south", "湾": "bay"} | {
        c: f"c{ord(c)}" for c in map(chr, range(33, 127))
    }
    order = [".notdef", "space", *names.values(), "comma.vert"]
    builder = fonts.FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({32: "space"} | {ord(char): name for char, name in names.items()})
    builder.setupGlyf(dict.fromkeys(order, square))
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    licence = "Licensed under the SIL Open Font License, Version 1.1."
    builder.setupNameTable(
        {"familyName": "Square", "styleName": "Regular", "copyright": "© Nanwan Type", "licenseDescription": licence}
    )
    builder.setupOS2(sTypoAscender=880, usWinAscent=880, usWinDescent=120, fsType=0)
    builder.setupPost()
    builder.addOpenTypeFeatures("feature vert { sub comma by comma.vert; } vert;")
    path = tmp_path / "square" / "square.ttf"
    path.parent.mkdir()
    builder.save(path)
    return path
