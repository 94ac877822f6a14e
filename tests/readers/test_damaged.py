"""A text with a few broken bytes is read: U+FFFD for each, the rest right, and every place named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import converter
from converter.errors import ConverterError, UndecodableText
from converter.readers.damaged import MARK
from converter.readers.encoding import decode
from converter.readers.html.page import read_html
from converter.readers.markdown import read_markdown
from converter.readers.text import NAMED, damage_of, read_text

SIMPLIFIED = (
    "柳河渡口\n\n第一章 春汛\n\n水涨到石阶第三级，摆渡的老人把缆绳又绕了一道，说今天不开船。\n\n"
    "没有人抱怨，大家在茶棚里坐下。\n"
)
TRADITIONAL = (
    "柳河渡口\n\n第一章 春汛\n\n水漲到石階第三級，擺渡的老人把纜繩又繞了一道，說今天不開船。\n\n"
    "沒有人抱怨，大家在茶棚裡坐下。\n"
)
TEXTS = [
    *((SIMPLIFIED, name) for name in ("utf-8", "gb18030", "utf-16", "utf-16-le", "utf-16-be")),
    *((TRADITIONAL, name) for name in ("utf-8", "utf-16", "utf-16-le", "utf-16-be")),
]


@pytest.mark.parametrize("is_named", [False, True])
@pytest.mark.parametrize(("text", "name"), TEXTS)
def test_a_lost_byte(text: str, name: str, is_named: bool) -> None:
    """Where one byte of a character is lost, U+FFFD stands for the character and every other one is right."""
    head, char, rest = text.partition("老")
    lost = char.encode(name.removesuffix("-sig"))[-1:] if name != "utf-16" else char.encode("utf-16-le")[-1:]
    whole = text.encode(name)
    place = len((head + char).encode(name)) - len(lost)
    found = decode(whole[:place] + whole[place + 1 :], name if is_named else None, strict=False)
    assert found.text == head + MARK + rest
    assert found.broken == (len(head),)


@pytest.mark.parametrize(("text", "name"), [*TEXTS, (TRADITIONAL, "gb18030"), (TRADITIONAL, "big5")])
def test_a_file_that_breaks_off_in_a_character(text: str, name: str) -> None:
    """The half of a last character is one U+FFFD."""
    found = decode((text + "岸").encode(name)[:-1], name, strict=False)
    assert (found.text, found.broken) == (text + MARK, (len(text),))


@pytest.mark.parametrize(("text", "name"), [*TEXTS[:1], (SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5")])
def test_a_byte_too_many(text: str, name: str) -> None:
    """A byte that no character has, between two characters, changes neither."""
    head, rest = text[:30], text[30:]
    assert decode(head.encode(name) + b"\xff" + rest.encode(name), strict=False).text == head + MARK + rest


def test_a_byte_before_a_whole_file() -> None:
    """A file whose first byte is lost is told from one in another encoding, though nothing stands before the break."""
    assert decode(SIMPLIFIED.encode("gb18030")[1:], strict=False).text == MARK + SIMPLIFIED[1:]


def test_a_replacement_character_of_the_text() -> None:
    """U+FFFD that the file holds is no broken byte of this one."""
    found = decode((SIMPLIFIED + MARK).encode() + b"\xff", strict=False)
    assert found.broken == (len(SIMPLIFIED) + 1,)


@pytest.mark.parametrize("name", [None, "utf-8", "gb18030", "big5", "utf-16", "ascii"])
def test_rubbish_stays_refused(name: str | None) -> None:
    """Where many bytes are broken it is no text, whatever encoding is named."""
    rubbish = bytes(value * value * 7 % 251 for value in range(4001))
    with pytest.raises(ConverterError, match=": .+"):
        decode(rubbish, name, strict=False)


def test_how_many_are_few() -> None:
    """One place in twenty characters is damage; more are another encoding, or no text."""
    few, many = (
        "水涨到石阶第三级摆渡的老人把缆绳又绕了".encode() + b"\xff",
        "水涨到石阶第三级摆渡的老人".encode() + b"\xff",
    )
    assert len(decode(few * 9 + "一道长堤望不到头".encode() * 2, strict=False).broken) == 9
    with pytest.raises(UndecodableText):
        decode(many * 9, "utf-8", strict=False)


def test_seven_characters_tell_too_little() -> None:
    """Eight good characters beside a broken byte tell a text; seven may be anything."""
    assert decode("水涨到石阶第三级".encode() + b"\xff", "utf-8", strict=False).broken == (8,)
    with pytest.raises(UndecodableText):
        decode("水涨到石阶第三".encode() + b"\xff", "utf-8", strict=False)


def test_places_are_named_by_line_and_character() -> None:
    """Neighbouring bytes are one place; lines are counted as an editor does, from 1."""
    data = (
        "渡口\r\n\r\n水涨到石".encode()
        + b"\xff\xff"
        + "阶\n".encode()
        + b"\xff"
        + "老人把缆绳又绕了一道茶棚里坐下没有人抱怨大家说今天".encode() * 3
    )
    assert damage_of(decode(data, "utf-8", strict=False)) == (
        "the file is damaged in 2 place(s), whose bytes are no utf-8 and stand as U+FFFD: "
        "line 3 character 5, line 4 character 1: look for a better copy"
    )


def test_many_places_are_counted() -> None:
    """After the first of them places are counted alone."""
    line = "水涨到石阶第三级摆渡的老人把缆绳又绕了一道长堤".encode() + b"\xff\n"
    said = damage_of(decode(line * (NAMED + 3), strict=False)) or ""
    assert said.count("line ") == NAMED
    assert "line 20 character 24, and 3 more: look" in said


@pytest.mark.parametrize("read", [read_text, read_markdown, read_html])
@pytest.mark.parametrize("encoding", [None, "utf-8"])
def test_every_reader_of_text(read: converter.readers.Reader, encoding: str | None) -> None:
    """Text, Markdown and HTML tell the damage once, and do not call it an old one."""
    body = SIMPLIFIED.encode().replace("老".encode(), "老".encode()[:2])
    data = b"<html><body><p>" + body + b"</p></body></html>" if read is read_html else body
    source = read(data, encoding)
    assert isinstance(source, converter.Source)
    assert MARK in source.text
    assert source.warnings == (source.damage,)


def test_strict(tmp_path: Path) -> None:
    """Under ``strict`` a damaged text is refused with the place, and a whole one is read."""
    broken, whole = tmp_path / "broken.txt", tmp_path / "whole.txt"
    whole.write_text(SIMPLIFIED, encoding="utf-8")
    broken.write_bytes(SIMPLIFIED.encode().replace("老".encode(), "老".encode()[:2]))
    out = tmp_path / "out.html"
    assert converter.convert(broken, out).warnings[0].startswith("the file is damaged in 1 place(s)")
    out.unlink()
    with pytest.raises(UndecodableText, match="line 5 character 13: look for a better copy, or leave --strict out"):
        converter.convert(broken, out, strict=True)
    assert not out.exists()
    assert converter.convert(whole, out, strict=True).warnings == ()


@settings(max_examples=200, deadline=None)
@example("渡口水，" * 60, "utf-16-le", 298, 253)
@given(
    st.text("渡口水，\n ab", min_size=200, max_size=300),
    st.sampled_from(["utf-8", "gb18030", "utf-16-le"]),
    st.integers(0, 1200),
    st.integers(0, 255),
)
def test_only_marks_are_made_up(text: str, name: str, place: int, byte: int) -> None:
    """Any byte of any text may break: the text is read or refused, and every place that is told holds U+FFFD.

    One that breaks may make U+FFFD itself (of 0xFF0C, ，, in UTF-16), a character like any other.
    """
    raw = bytearray(text.encode(name))
    raw[place % len(raw)] = byte
    try:
        found = decode(bytes(raw), name, strict=False)
    except ConverterError:
        return
    marks = [place for place, char in enumerate(found.text) if char == MARK]
    assert list(found.broken) == ([] if reads(bytes(raw), found.encoding) else marks)


def reads(data: bytes, name: str) -> bool:
    """Whether every byte is one of a character in that encoding."""
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True
