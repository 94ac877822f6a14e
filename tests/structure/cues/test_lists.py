"""Lists on a page: titles of other stories, the last titles of a page, rows of bullets; each just below its threshold
and just at it.
"""

import pytest

from tests.structure.made import cues_of, of_length, where

TEXT = "渡口在三里外，天亮开船，天黑收船，一年四季都是如此，逢集日加开六班。"
ITEM, ABOVE = "is one of a list of other stories", "stands above a list of other stories"


@pytest.mark.parametrize("label", ["相關新聞", "【推荐阅读】", "延伸阅读：", "往期回顾", "Related Articles"])
def test_titles_below_their_label_are_a_list(label: str) -> None:
    """In any script, up to the page's end; the label is seen to stand above it."""
    page = (TEXT, label, "老灯塔翻新完工", of_length(50), "新桥明日通车？")

    assert where(ITEM, *page) == [2, 3, 4]
    assert where(ABOVE, *page) == [1]


def test_text_ends_a_list() -> None:
    """What stands right above text is its own title; one title and its text below a label are a box, and no list."""
    listed = (TEXT, "相关阅读", "老灯塔翻新完工", "新桥明日通车", "渡轮夜里也开", TEXT)
    box = (TEXT, "延伸阅读", "老灯塔的来历", TEXT, TEXT)

    assert (where(ITEM, *listed), where(ABOVE, *listed)) == ([2, 3], [1])
    assert (where(ITEM, *box), where(ABOVE, *box)) == ([], [])
    assert where(ITEM, TEXT, "相关阅读", of_length(51)) == []


def test_a_label_with_a_title_is_one_line() -> None:
    assert "names another story" in cues_of(f"{TEXT}\n\n延伸閱讀：老燈塔翻新完工", "延伸")


def test_the_last_titles_of_a_page() -> None:
    """Three title lines or more with no text below them; where a page has no text there is no end of it."""
    cue = "is one of the title lines that end the page"

    assert where(cue, TEXT, "老灯塔翻新", "新桥通车", "渡轮夜开") == [1, 2, 3]
    assert where(cue, TEXT, "老灯塔翻新", "新桥通车") == []
    assert where(cue, "老灯塔翻新", "新桥通车", "渡轮夜开") == []


def test_a_row_of_lines_with_one_bullet() -> None:
    """Three in a row with the same bullet, or with dashes of any kind."""
    cue = "is one of a row of lines with one bullet"

    assert where(cue, TEXT, "■老灯塔翻新", "■新桥通车。", "■渡轮夜开", TEXT) == [1, 2, 3]
    assert where(cue, TEXT, "- 老灯塔", "—— 新桥通车。", "- 渡轮", TEXT) == [1, 2, 3]
    assert where(cue, TEXT, "■老灯塔翻新", "■新桥通车。", "●渡轮夜开", TEXT) == []


def test_a_list_ends_somewhere() -> None:
    """A hundred titles are of a label's list; so many labels one below another take no longer each than one does."""
    assert len(where(ITEM, TEXT, "相关阅读", *["老灯塔翻新完工"] * 101)) == 100
