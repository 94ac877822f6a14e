"""What holds for any text at all."""

import gc
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import converter
from converter.errors import UnreadableInput
from converter.model import Line, Source
from converter.readers.text import source_of
from converter.structure import detect_structure

PIECES = st.sampled_from(
    [
        "本报讯",
        "新华社北京3月24日电",
        "（",
        "）",
        "“",
        "”",
        "。",
        "，",
        "\n",
        "\n\n",
        "　　",
        "本报记者",
        "摄",
        "第05版",
        "编者按：",
        "一、",
        "●",
        "下转",
        "青州",
        "新",
        "一代",
        "abc",
        "12",
        "-",
        "\t",
        "\x00",
        "〔",
        "電〕",
        "——",
    ]
)
ROOMS = [Path(converter.__file__).parent / room for room in ("press", "structure")]
ROWS = [row for room in ROOMS for table in sorted(room.rglob("*.tsv")) for row in table.read_text("utf-8").splitlines()]
WORDS = sorted({word for row in ROWS if row[:1] != "#" for word in row.rpartition("\t")[2].split() if "<" not in word})
"""The words that the tables know: rules look for them, and meet them in any order."""
MARKS = st.sampled_from(
    ["", "　", "：", "／", "|", "、", "。", "（", "）", "【", "】", "●", "■", "2024", "12:30", "柏青禾"]
)
LINES = st.lists(st.one_of(st.sampled_from(WORDS), MARKS), min_size=1, max_size=5).map("".join)
KNOWN = st.lists(st.one_of(LINES, st.just(""), LINES.map("　　　　　　　　　　　　　　{}".format)), max_size=30).map(
    "\n".join
)
TEXTS = st.one_of(KNOWN, st.lists(PIECES, max_size=60).map("".join), st.text(max_size=200))


def solid(text: str) -> Counter[str]:
    """How often each character occurs, white space left out."""
    return Counter(char for char in text if not char.isspace())


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_character_is_in_one_block(text: str) -> None:
    """The spans of the blocks hold each non-space character of the text once, and the search never raises."""
    try:
        source = source_of(text)
    except UnreadableInput:
        return
    spans = sorted(span for block in detect_structure(source).blocks() for span in block.origin)

    assert all(end <= start for (_, end), (start, _) in zip(spans, spans[1:], strict=False))
    assert solid(source.text) == solid("".join(source.text[start:end] for start, end in spans))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_blocks_give_back_the_lines(text: str) -> None:
    """The blocks' texts hold each character of the lines once, but for hyphens at line ends."""
    try:
        source = source_of(text)
    except UnreadableInput:
        return
    told = solid("".join(block.text for block in detect_structure(source).blocks()))
    lost = solid("".join(line.text for line in source.lines)) - told

    assert set(lost) <= {"-"}
    assert told - solid("".join(line.text for line in source.lines)) == Counter()


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_tree(text: str) -> None:
    """Nothing is left over from one run to the next."""
    try:
        source = source_of(text)
    except UnreadableInput:
        return

    assert detect_structure(source) == detect_structure(source)


def test_no_lines() -> None:
    """A source without lines is an issue without sections."""
    assert detect_structure(Source("", ())).sections == ()


def test_a_huge_page_is_read() -> None:
    """Twenty thousand lines are read in one piece, and nothing is lost; bench/detect.py measures the time."""
    lines = tuple(
        Line("海州湾的潮水涨了又落。" if n % 7 else "潮汐", n * 20, n * 20 + 11, n + 1, 1) for n in range(20_000)
    )
    blocks = list(detect_structure(Source("", lines)).blocks())

    assert sum(len(block.origin) for block in blocks) == 20_000


@pytest.mark.parametrize("on", [True, False])
def test_the_collector_is_left_as_it_was(on: bool) -> None:
    """Also after an error: here the source's lines are none."""
    was_on = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        detect_structure(source_of("青州新闻\n\n本报讯 今天。"))
        with pytest.raises(TypeError):
            detect_structure(Source("", None))  # type: ignore[arg-type]
        assert on == gc.isenabled()
    finally:
        (gc.enable if was_on else gc.disable)()
