"""One construct → what became of the token in it."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from converter.errors import ConverterError
from converter.left_out import counted
from converter.model import Issue
from converter.options import Options
from converter.pipeline import load
from converter.readers import READERS

TOKEN = "驫麤龘靐犇"
"""A word that no document says, of five characters that none has."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How often the token stands in the tree, whether among what is told beside it, and the causes that count it."""

    times: int
    told: bool = False
    causes: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """``kept``, ``counted``, ``twice`` or ``lost``."""
        if self.times == 1 and not self.causes:
            return "kept"
        if self.times == 0 and len(self.causes) == 1:
            return "counted"
        if self.times == 0 and self.told:
            return "kept"
        return "twice" if self.times else "lost"


def verdict(form: str, make: Callable[[str], bytes]) -> Verdict:
    """What becomes of the token in a document of a format that ``make`` makes; without it the same is not counted."""
    issue = _read(form, make(TOKEN))
    usual = counted(_read(form, make("")).warnings)
    told = any(TOKEN in unquote(said or "") for said in _told(issue))
    counts = counted(issue.warnings)
    causes = (cause for cause, count in counts.items() if count - usual.get(cause, 0) == len(TOKEN))
    return Verdict("".join(block.text for block in issue.blocks()).count(TOKEN), told, tuple(causes))


def _told(issue: Issue) -> Iterator[str | None]:
    """What is told beside the text: of the document and its sections, addresses and names of places and pictures."""
    yield from (getattr(issue.metadata, name) for name in issue.metadata.__slots__)
    yield from (said for section in issue.sections for said in (section.page, section.name))
    for block in issue.blocks():
        for run in block.runs:
            yield from (run.href, run.name, run.image)


def _read(form: str, data: bytes) -> Issue:
    try:
        return load(io.BytesIO(data), Options(reader=form if form in READERS else None))
    except ConverterError as error:
        return Issue((), warnings=(str(error),))
