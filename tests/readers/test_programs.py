"""What a program calls a document where nobody named it is not its title."""

import pytest

from converter.readers.programs import author_of, title_of

PROGRAMS = (
    ("", "untitled", "Untitled-2", "Document1", "无标题", "無標題", "未命名 3", "未标题-1", "PowerPoint 演示文稿")
    + ("Microsoft Word - 第七版.doc", "Microsoft PowerPoint - 港口", "A05 城事.indd", "港口手册.PDF", "版面.fit")
)  # fmt: skip


@pytest.mark.parametrize("said", PROGRAMS)
def test_a_program_s_title(said: str) -> None:
    """Its own words in either script, counted or not, and names of files."""
    assert title_of(said) is None


@pytest.mark.parametrize(
    "said", ["港口手册", "岚城晚报", "Harbour Handbook 2", "文档管理", "无标题的信", "港口 3.5 期"]
)
def test_a_title(said: str) -> None:
    """What a person wrote is kept as it is."""
    assert title_of(said) == said


def test_authors() -> None:
    """A user of no name is nobody; whose title would be a program's may be a name."""
    assert [author_of(said) for said in ("", "Administrator", "微软用户", "江帆")] == [None, None, None, "江帆"]
