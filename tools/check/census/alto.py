"""The constructs of ALTO that hold text (https://www.loc.gov/standards/alto/)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_PLACE = 'HPOS="9" VPOS="9" WIDTH="400" HEIGHT="40"'
_LINE = f'<TextLine {_PLACE}><String CONTENT="渡口的船" {_PLACE}/>{{}}</TextLine>'
_IN_A_LINE = {
    "word": f'<String CONTENT="☼" {_PLACE}/>',
    "word that goes on": f'<String CONTENT="☼" SUBS_TYPE="HypPart1" SUBS_CONTENT="☼" {_PLACE}/>',
    "hyphen": '<HYP CONTENT="☼"/>',
    "other reading of a word": f'<String CONTENT="船" {_PLACE}><ALTERNATIVE>☼</ALTERNATIVE></String>',
}
_ABOUT = {
    "file of the scan": "<sourceImageInformation><fileName>☼</fileName></sourceImageInformation>",
    "step of the making": "<Processing><processingStepDescription>☼</processingStepDescription></Processing>",
    "program": "<Processing><processingSoftware><softwareName>☼</softwareName></processingSoftware></Processing>",
}


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each construct's name, and what makes a document that holds one."""
    for name, inside in _IN_A_LINE.items():
        yield name, _made("", inside)
    for name, inside in _ABOUT.items():
        yield name, _made(inside, "")


def _made(about: str, inside: str) -> Callable[[str], bytes]:
    page = (
        f'<Page WIDTH="900" HEIGHT="900"><PrintSpace><TextBlock>{_LINE.format(inside)}</TextBlock></PrintSpace></Page>'
    )
    space = "http://www.loc.gov/standards/alto/ns-v4#"
    text = f'<alto xmlns="{space}"><Description>{about}</Description><Layout>{page}</Layout></alto>'
    return lambda token: text.replace("☼", token).encode()
