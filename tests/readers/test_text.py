"""Plain text becomes lines whose spans hold every character."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.errors import UnreadableInput
from converter.model import Line, Source
from converter.readers.markdown import read_markdown
from converter.readers.text import LARGEST, clean, read_text, source_of

# Every kind of character that reading treats in its own way.
KINDS = (
    "中a　 \t\n\r\f\v\x85\u2028\u2029\0\x1c\x7f\x93\x81\xa0\xad\u200b\u200d\u202e\ufeff\ufe0f\ufffe\ufdd0"
    "\U0001ffff𠀀\ue000\ufffd"
)


def texts_of(text: str) -> list[str]:
    """The texts of the lines."""
    return [line.text for line in source_of(text).lines]


def test_lines_with_their_place() -> None:
    """A line has its text without blanks, its span, number, gap and indent."""
    text = "  题目 \r\n\r\n\u3000\u3000正文。\r\t尾\u3000"
    assert source_of(text).text == "  题目 \n\n\u3000\u3000正文。\n\t尾\u3000"
    assert source_of(text).lines == (
        Line("题目", 2, 4, 1, 0, 2),
        Line("正文。", 9, 12, 3, 1, 4),
        Line("尾", 14, 15, 4, 0, 8),
    )


def test_pages() -> None:
    """A form feed ends a page, and neither a line of its own nor a gap; without one no page is known."""
    pages = [(line.text, line.page, line.number, line.gap_before) for line in source_of("一\n\f二\f三\n\n\f\n四").lines]
    assert pages == [("一", 1, 1, 0), ("二", 2, 2, 0), ("三", 3, 2, 0), ("四", 4, 5, 2)]
    assert source_of("一\n二").lines[1].page is None


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\x85", "\u2028", "\u2029"])
def test_line_ends(end: str) -> None:
    """Every line end of Unicode ends a line, and an empty one counts."""
    assert [(line.text, line.number, line.gap_before) for line in source_of(f"一{end}{end}二").lines] == [
        ("一", 1, 0),
        ("二", 3, 1),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一\0二\x07三\x7f四", "一二三四"),
        ("一\u200b二\ufeff三\xad四\u2060五", "一二三四五"),
        ("\u202a一\u202c\u2066二\u2069\u200e", "一二"),
        ("一\ufffe二\ufdd0三\U0010ffff四", "一二三四"),
        ("一\ud800二", "一二"),
        ("\x93一\x94\x91二\x92\x96\x97\x80", "“一”‘二’–—€"),
        ("一\x81二", "一二"),
        ("一\t二", "一 二"),
        ("一\u3000二  三\xa0四", "一\u3000二  三\xa0四"),
        ("é👨\u200d👩❤\ufe0f葛\U000e0100\ue000𠮷\U0010fffd", "é👨\u200d👩❤\ufe0f葛\U000e0100\ue000𠮷\U0010fffd"),
    ],
)
def test_what_a_line_shows(text: str, expected: str) -> None:
    """Controls and invisible characters go, misread quotes are mended, what chooses a glyph stays."""
    assert texts_of(text) == [expected]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("一\n\u200b\n二", [(0, 1), (2, 5)]),
        ("\ufeff\n\0\n一", [(0, 5)]),
        ("一\n\n \u200b \n", [(0, 5)]),
        ("\u200b一\u200b ", [(0, 3)]),
    ],
)
def test_invisible_lines_belong_to_their_neighbours(text: str, spans: list[tuple[int, int]]) -> None:
    """A line of nothing visible lies in the span of the next line, or of the last one."""
    assert [(line.start, line.end) for line in source_of(text).lines] == spans


def test_an_indent_behind_an_invisible_character() -> None:
    """What is left out has no width."""
    assert source_of("\ufeff\u3000\u200b\u3000一").lines[0].indent == 4


@pytest.mark.parametrize("text", ["", " \n\u3000\t\r\n", "\ufeff", "\u200b\n\0", "\f\f"])
def test_empty_input(text: str) -> None:
    """Nothing to read is an error that says so."""
    with pytest.raises(UnreadableInput, match="is empty"):
        source_of(text)


@pytest.mark.parametrize("text", ["<编者按>渔港迎来新船", "<htmlx>", "渔港 <html>", "<!-- 一 -->" * 999 + "二"])
def test_text_that_begins_as_mark_up_does(text: str) -> None:
    """Angle brackets alone make no web page, and are looked at in linear time."""
    assert read_text(text.encode()).text == text


def test_warnings_count() -> None:
    """Each kind of change is one sentence with its count; a clean text has none."""
    assert source_of("一\n二\t三𠮷").warnings == ()
    assert source_of("\u200b一\u200b\0\x93\ufffd").warnings == (
        "left out 2 invisible character(s), such as zero-width spaces",
        "left out 1 control or other character(s) that no text may hold",
        "mended 1 character(s) of Windows-1252, such as quotes, that stood as control characters",
        "the text has 1 replacement character(s) U+FFFD, lost when it was made: look for a better copy",
    )


def test_a_guess_is_told() -> None:
    """A doubtful encoding is a warning with the other candidates, unless the user named it."""
    data = "班扮".encode("gb18030")
    assert read_text(data).warnings == (
        "the encoding was guessed as gb18030 (it may be big5hkscs, cp950): "
        "if the text is wrong, name it with --encoding",
    )
    assert read_text(data, "gb18030").warnings == ()


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(KINDS), max_size=30))
def test_nothing_is_lost(text: str) -> None:
    """Every character that is not white space is in exactly one span, and a line is what its span shows."""
    try:
        source = source_of(text)
    except UnreadableInput:
        assert clean(text).strip() == ""
        return
    inside = [at for line in source.lines for at in range(line.start, line.end)]
    assert inside == sorted(set(inside))
    assert {at for at, char in enumerate(source.text) if not char.isspace()} <= set(inside)
    for line in source.lines:
        assert line.text == clean(source.text[line.start : line.end]).replace("\t", " ").strip()
        assert line.text == line.text.strip() != ""


@pytest.mark.parametrize("read", [read_text, read_markdown])
def test_a_text_that_is_too_large(read: Callable[[bytes], Source]) -> None:
    """More than a hundred novels are refused before they are decoded."""
    with pytest.raises(UnreadableInput, match="the text has 64 MB, more than 64: split it"):
        read(bytes(LARGEST + 1))
