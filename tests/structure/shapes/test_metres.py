"""What a line of verse looks like alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Form, Role
from converter.readers.text import source_of
from converter.structure.shapes.metres import clauses_of, ends_a_clause, ends_a_sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新泥三尺白，窑火五更红。", (5, 5)),
        ("新泥三尺白　窯火五更紅", (5, 5)),
        ("“碗底无名姓。”", (5,)),
        ("碗价3元，", ()),
        ("A小调", ()),
    ],
)
def test_clauses(text: str, expected: tuple[int, ...]) -> None:
    """Marks and blanks part clauses, quotes have no length, and figures and Latin letters are of no verse."""
    assert clauses_of(source_of(text).lines[0]) == expected


@pytest.mark.parametrize(
    ("text", "clause", "sentence"),
    [
        ("火红，", True, False),
        ("火红。”", True, True),
        ("火红；", True, True),
        ("火红", False, False),
        ("火红……", True, True),
    ],
)
def test_ends(text: str, clause: bool, sentence: bool) -> None:
    """A clause ends in a mark, a sentence in a stop; a quote after it changes nothing."""
    line = source_of(text).lines[0]
    assert (ends_a_clause(line), ends_a_sentence(line)) == (clause, sentence)


def test_what_is_told_is_not_free() -> None:
    """A line with a role, a form or a level is left as it is."""
    line = source_of("新泥三尺白，").lines[0]
    told = [replace(line, role=Role.CAPTION), replace(line, form=Form.QUOTE), replace(line, level=2)]
    assert [one.is_free for one in (line, *told)] == [True, False, False, False]
