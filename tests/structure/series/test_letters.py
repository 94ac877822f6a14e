"""Letters within a text end with who signs and a day, in either order."""

import pytest

from converter.readers.text import source_of
from converter.structure.series.letters import letters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小满：\n家里都好。\n叔　槐\n六月十八日\n他放下信。\n", [(0, "paragraph"), (2, "signature"), (3, "dateline")]),
        ("編輯先生：\n燈壞了。\n民國一一三年五月六日\n柯太太\n", [(0, "paragraph"), (2, "dateline"), (3, "signature")]),
        ("編輯先生：\n燈壞了。\n後街居民　上\n燈修好了。\n", [(0, "paragraph"), (2, "signature")]),
        ("编辑部：\n井填了。\n石桥村谨启\n", [(0, "paragraph"), (2, "signature")]),
        ("编辑部：\n井填了。\n　　　　　　　　　　　　石桥村\n", [(0, "paragraph"), (2, "signature")]),
        (
            "编辑部：\n井填了。\n此致\n敬礼\n一个喝水的读者\n5月12日\n",
            [(0, "paragraph"), (4, "signature"), (5, "dateline")],
        ),
        ("《春\n眠》：\n他睡着了。\n他不过是大白天睡上\n一觉。\n", []),
        ("小满：\n家里都好。\n游渡口\n船很慢。\n", []),
        ("小满说：\n家里都好\n叔槐\n六月十八日\n", []),
        ("家里都好。\n游渡口\n六月十八日\n船很慢。\n", []),
    ],
    ids=[
        "yearless",
        "day-first",
        "respects",
        "respects-simplified",
        "far-right",
        "greetings",
        "wrapped",
        "no-day",
        "no-sentence",
        "no-call",
    ],
)
def test_letters(text: str, expected: list[tuple[int, str]]) -> None:
    """A call to somebody, a whole text, and two lines; a diary's title and day have no call above."""
    assert [(told.place, told.role) for told in letters(source_of(text).lines)] == expected


@pytest.mark.parametrize(
    ("indent", "expected"),
    [(14, [(1, "signature"), (2, "dateline")]), (2, [])],
    ids=["far-right", "at-the-margin"],
)
def test_senders_far_to_the_right(indent: int, expected: list[tuple[int, str]]) -> None:
    """A sender and a day that both stand far to the right sign what is above, to whomever it is written."""
    blanks = "\u3000" * indent
    lines = source_of(f"渡口停航三日，请绕行。\n{blanks}渡口船务公司\n{blanks}2024年5月6日\n新船下水\n").lines
    assert [(told.place, told.role) for told in letters(lines)] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("读者　小林", [1]),
        ("（石守律師）", [1]),
        ("（柳湾小学四年级 牛晓满 指导老师 石守）", [1]),
        ("（指導老師：石守）", [1]),
        ("读者　", []),
        ("读者　小林，", []),
        ("（找律师）", []),
        ("（记者手记）", []),
    ],
)
@pytest.mark.parametrize("above", ["灯修好了。", "灯修好了"])
def test_who_signs_a_whole_text(line: str, above: str, expected: list[int]) -> None:
    """A reader with a name, a name with what the person is called, a pupil's teacher; not where the text goes on."""
    lines = source_of(f"{above}\n{line}\n船又开了。\n").lines
    assert [told.place for told in letters(lines)] == (expected if above[-1] == "。" else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("何先生追思會。\n何先生治喪小組　敬啟\n先生生平\n", [(1, "signature")]),
        ("先慈壽終。\n孝男　柏青禾　泣告\n鳴謝\n", [(1, "signature")]),
        ("渡口停航三日。\n渡口船务\n2024年5月6日\n", [(1, "signature"), (2, "dateline")]),
        ("渡口停航三日。\n渡口船务\n2024年5月6日\n新船下水\n", []),
        ("渡口停航敬启\n渡口船务\n", []),
    ],
    ids=["respects", "mourning", "at-the-end", "amid-text", "no-blank"],
)
def test_who_signs_without_a_call(text: str, expected: list[tuple[int, str]]) -> None:
    """A word of respect that stands apart tells a signer; a body and a day at the very end sign the whole."""
    assert [(told.place, told.role) for told in letters(source_of(text).lines)] == expected
