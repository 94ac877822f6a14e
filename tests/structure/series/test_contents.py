"""A list of contents at a document's head is known by its titles, which come again below."""

import pytest

from converter.readers.text import source_of
from converter.structure.series.contents import contents_of

STORIES = ("修船的人", "一碗鱼面", "北坡的雪", "灯塔来信")
BODY = "".join(f"{name}\n{name}的事要从很多年以前说起。\n" for name in STORIES)


def listed(text: str) -> list[str]:
    """The lines of the list."""
    lines = source_of(text).lines
    return [lines[place].text for place in contents_of(lines)]


@pytest.mark.parametrize("name", ["目录", "目　錄", "本期目录", ""])
@pytest.mark.parametrize("entry", ["{}", "{}……12", "{}　3", "{}　柏青禾", "{}（12页）"])
def test_the_list(name: str, entry: str) -> None:
    """Its name is of it, where it has one; behind a title may stand an author or a page."""
    entries = [entry.format(story) for story in STORIES]
    top = "\n".join(filter(None, ["渡口文艺", name, *entries]))
    named = [name] if name else []
    found = listed(f"{top}\n{BODY}")
    assert found == ([*named, *entries] if named or entry != "{}　柏青禾" else [])


@pytest.mark.parametrize(
    "text",
    [
        f"目录\n{BODY}",
        "灯在船头\n人在岸上\n雨下一夜\n\n灯在船头\n人在岸上\n雨下一夜\n",
        "“上来吧。”\n没有人答应。\n“差你。”\n" * 3,
        "渡口\n\n\n",
    ],
    ids=["a-name-alone", "a-refrain", "sentences", "one-line"],
)
def test_no_list(text: str) -> None:
    assert listed(text) == []


def test_an_entry_may_be_lost() -> None:
    """One title in four may be written otherwise below; more may not."""
    top = "\n".join(("目录", *STORIES))
    lost = BODY.replace("北坡的雪", "雪")
    assert len(listed(f"{top}\n{lost}")) == 5
    assert listed(f"{top}\n{lost.replace('一碗鱼面', '面')}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("目　录\n渡口文件\n关于修船的意见……（3）\n关于点灯的决定　…………（9）\n渡口\n修船的意见\n", 4),
        ("目錄\n關於修船的意見……3\n渡口\n修船的意見\n", 0),
        ("公报\n关于修船的意见……（3）\n关于点灯的决定……（9）\n", 0),
    ],
    ids=["other-titles", "one-entry", "no-name"],
)
def test_a_list_whose_points_lead_to_pages(text: str, expected: int) -> None:
    """Below its name two rows of points make a list, though no title comes again as it is there."""
    assert len(listed(text)) == expected


@pytest.mark.parametrize(
    ("name", "entry", "below", "expected"),
    [
        ("渡口晚报文章目录", "{}.{}", "{}\n江边的事要从很多年以前说起。", 5),
        ("渡口晚報文章目錄", "（{}）{}（第一现场的来信）", "{}（第一\n现场的来信）\n江边的事要从头说起。", 5),
        ("渡口植物目录", "{}.{}", "江边的事要从很多年以前说起。", 0),
        ("渡口晚报", "{}.{}", "{}\n江边的事要从很多年以前说起。", 0),
    ],
    ids=["numbers-alone-in-the-list", "cut-titles", "a-catalogue", "no-name"],
)
def test_a_list_that_counts(name: str, entry: str, below: str, expected: int) -> None:
    """Its titles have no number where they come again, and may be cut there; a catalogue's names come once."""
    titles = ("修船的人们回来了", "一碗鱼面和三代人", "北坡的雪还没有化", "灯塔来信读了三遍")
    entries = [entry.format(number, title) for number, title in enumerate(titles, 1)]
    text = "\n".join([name, *entries, *(below.format(title) for title in titles)])
    assert listed(text) == [name, *entries][:expected]
