"""Lines as they are set, for the tests of what type means."""

from typing import Any

from converter.model import Line, Opens, Source

TEXT = "渡口的老人把船系好，说今天的水比昨天高了半尺，要多等一会儿才能过江。"
OTHER = "修桥的人在北岸住了三年，吃的是镇上送来的饭，睡的是用旧船板搭的铺。"


def line(text: str, size: float | None = 12, **seen: Any) -> Line:
    """A line of a paragraph of its own, in 12 points where nothing else is said."""
    return Line(text, 0, len(text), 1, size=size, **{"opens": Opens.BLOCK, **seen})


def source(*lines: Line) -> Source:
    """A document of these lines, which stand one below the other."""
    placed, start = [], 0
    for number, each in enumerate(lines, 1):
        placed.append(
            Line(
                **{name: getattr(each, name) for name in Line.__slots__}
                | {"start": start, "end": start + len(each.text), "number": number}
            )
        )
        start += len(each.text) + 1
    return Source("".join(f"{each.text}\n" for each in placed), tuple(placed))
