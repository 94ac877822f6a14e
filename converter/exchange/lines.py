"""Lines and runs as values of JSON; of a line what is as usual is left out."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any

from converter.exchange.told import Told, fault, is_number, is_real
from converter.model import Box, Form, Line, Mark, Opens, Role, Run

_USUAL = {field.name: field.default for field in fields(Line) if field.default is not MISSING}


def line_to_dict(line: Line, text: str | None) -> dict[str, Any]:
    """The line's number, its span, and what else is known of it; its text where the document's ``text`` has another."""
    told: dict[str, Any] = {"number": line.number, "start": line.start, "end": line.end}
    if text is None or line.text != text[line.start : line.end]:
        told["text"] = line.text
    seen = {name: value for name, usual in _USUAL.items() if (value := getattr(line, name)) != usual}
    if line.box:
        seen["box"] = [line.box.left, line.box.top, line.box.right, line.box.bottom]
    if line.frames:
        seen["frames"] = list(line.frames)
    if line.runs:
        seen["runs"] = runs_to_list(line.runs)
    return told | {
        name: value.value if isinstance(value, (Role, Opens, Form)) else value for name, value in seen.items()
    }


def line_from_dict(told: Told, text: str | None) -> Line:
    """The line that ``line_to_dict`` gave. Raises ``UnreadableInput``."""
    start, end, own = told.number("start"), told.number("end"), told.text("text")
    sure = told.real("sure")
    return Line(
        (text or "")[start:end] if own is None else own,
        start,
        end,
        told.number("number"),
        gap_before=told.number("gap_before", 0),
        indent=told.number("indent", 0),
        page=told.number("page", 0) or None,
        size=told.real("size"),
        bold=told.flag("bold"),
        centred=told.flag("centred"),
        level=told.number("level", 0),
        box=_box(told),
        upright=told.flag("upright"),
        sure=1.0 if sure is None else sure,
        role=told.one_of("role", Role),
        opens=told.one_of("opens", Opens),
        runs=runs_from(told) or (),
        form=told.one_of("form", Form),
        depth=told.number("depth", 0),
        frames=_frames(told),
    )


def _frames(told: Told) -> tuple[int, ...]:
    numbers = told.values("frames")
    if not all(map(is_number, numbers)):
        raise told.wrong("frames", "a list of whole numbers")
    return tuple(numbers)


def _box(told: Told) -> Box | None:
    edges = told.values("box")
    if edges and not (len(edges) == 4 and all(map(is_real, edges))):
        raise told.wrong("box", "left, top, right and bottom")
    return Box(*edges) if edges else None


def runs_to_list(runs: tuple[Run, ...]) -> list[dict[str, Any]]:
    """Each run's text, and its mark, link, picture, name and width where it has one."""
    return [
        {"text": run.text}
        | {key: str(value) for key in ("mark", "href", "image", "name") if (value := getattr(run, key)) is not None}
        | ({"width": run.width} if run.width is not None else {})
        for run in runs
    ]


def runs_from(told: Told) -> tuple[Run, ...] | None:
    """The runs that ``told`` lists; None where it lists none. Raises ``UnreadableInput``."""
    if told.value.get("runs") is None:
        return None
    return tuple(map(_run, told.objects("runs", "run")))


def _run(told: Told) -> Run:
    text = told.text("text")
    if text is None:
        raise fault(f"{told.where} has no text")
    mark, width = told.one_of("mark", Mark), told.real("width")
    return Run(text, mark, told.text("href"), told.text("image"), told.text("name"), width)
