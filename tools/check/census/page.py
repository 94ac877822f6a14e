"""The constructs of PAGE XML that hold text (https://github.com/PRImA-Research-Lab/PAGE-XML)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_PLACE = '<Coords points="9,9 400,9 400,40 9,40"/>'
_TEXT = "<TextEquiv><Unicode>☼</Unicode></TextEquiv>"
_LINE = f'<TextLine id="l">{_PLACE}{{}}</TextLine>'
_CONSTRUCTS = {
    "line": _LINE.format(_TEXT),
    "plain text of a line": _LINE.format("<TextEquiv><PlainText>☼</PlainText></TextEquiv>"),
    "word": _LINE.format(f'<Word id="w">{_PLACE}{_TEXT}</Word>'),
    "glyph": _LINE.format(f'<Word id="w">{_PLACE}<Glyph id="g">{_PLACE}{_TEXT}</Glyph></Word>'),
    "region without lines": _TEXT,
    "line with its region's text": _LINE.format(_TEXT) + _TEXT,
    "region in a region": f'<TextRegion id="in">{_PLACE}{_LINE.format(_TEXT)}</TextRegion>',
    "other reading of a line": _LINE.format(
        '<TextEquiv index="0"><Unicode>船</Unicode></TextEquiv><TextEquiv index="1"><Unicode>☼</Unicode></TextEquiv>'
    ),
}


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each construct's name, and what makes a document that holds one."""
    for name, inside in _CONSTRUCTS.items():
        yield name, _made("", f'<TextRegion id="r">{_PLACE}{inside}</TextRegion>')
    cell = f'<TextRegion id="c">{_PLACE}{_TEXT}</TextRegion>'
    yield "line in a cell", _made("", f'<TableRegion id="t">{_PLACE}{cell}</TableRegion>')
    yield "notes on the making", _made("<Creator>☼</Creator>", "")


def _made(about: str, inside: str) -> Callable[[str], bytes]:
    usual = (
        _LINE.format("<TextEquiv><Unicode>渡口的船</Unicode></TextEquiv>").replace(",40", ",120").replace(",9 ", ",80 ")
    )
    page = f'<Page imageWidth="900" imageHeight="900">{inside}<TextRegion id="u">{_PLACE}{usual}</TextRegion></Page>'
    space = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
    text = f'<PcGts xmlns="{space}"><Metadata>{about}</Metadata>{page}</PcGts>'
    return lambda token: text.replace("☼", token).encode()
